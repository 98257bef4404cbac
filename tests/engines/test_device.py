import pytest

from summarize.engines.ctranslate2 import threads
from summarize.engines.device import cuda_usable, pick_device
from summarize.errors import ModelError
from summarize.options import DeviceName


@pytest.mark.parametrize(
    ("asked", "usable", "picked"),
    [("auto", True, "cuda"), ("auto", False, "cpu"), ("cpu", True, "cpu"), ("cuda", True, "cuda")],
)
def test_a_gpu_is_taken_where_it_can_be_used(asked: DeviceName, usable: bool, picked: str) -> None:
    assert pick_device(asked, lambda: usable) == picked


def test_cuda_asked_for_in_vain_is_refused_with_a_way_out() -> None:
    with pytest.raises(ModelError, match="no GPU") as caught:
        pick_device("cuda", lambda: False)
    assert "--device cpu" in caught.value.hint


def test_our_own_look_for_a_gpu_agrees_with_ctranslate2() -> None:
    import ctranslate2

    if ctranslate2.get_cuda_device_count() == 0:
        assert not cuda_usable()


def test_threads_follow_the_usual_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", "3")
    assert threads() == 3
    monkeypatch.setenv("OMP_NUM_THREADS", "many")
    assert 1 <= threads() <= 8
