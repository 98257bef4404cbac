"""Translated files are kept for a while, in bounds, under names that nobody can guess."""

from summarize.service import files
from summarize.service.files import Files


def test_a_file_is_found_by_its_key_until_its_time_is_over() -> None:
    now = [0.0]
    kept = Files(lambda: now[0])
    key = kept.put("note_km.txt", b"text")
    assert key.endswith(".txt")
    found = kept.get(key)
    assert found is not None
    assert (found.name, found.data) == ("note_km.txt", b"text")
    now[0] = files.SECONDS + 1
    assert kept.get(key) is None


def test_the_oldest_gives_way() -> None:
    kept = Files()
    keys = [kept.put("a.txt", b"") for _ in range(files.MOST + 1)]
    assert kept.get(keys[0]) is None
    assert all(kept.get(key) is not None for key in keys[1:])


def test_all_together_have_no_more_than_so_many_bytes() -> None:
    kept = Files()
    part = bytes(files.MOST_BYTES // 3)
    keys = [kept.put("a.txt", part) for _ in range(4)]
    assert [kept.get(key) is not None for key in keys] == [False, True, True, True]


def test_keys_cannot_be_guessed() -> None:
    keys = {Files().put("a.txt", b"") for _ in range(3)}
    assert len(keys) == 3
    assert min(map(len, keys)) >= 32 + len(".txt")
