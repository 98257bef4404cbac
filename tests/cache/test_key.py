"""The key changes with everything that steers an output, and with nothing else."""

from dataclasses import fields, replace

from hypothesis import given
from hypothesis import strategies as st

from summarize.cache import Key, sha256

texts = st.text(max_size=20)
options = st.dictionaries(texts, st.one_of(texts, st.integers(), st.booleans()), max_size=5)
keys = st.builds(
    Key,
    stage=texts,
    input_sha256=texts,
    signature=texts,
    adapter=texts,
    source=texts,
    target=texts,
    prompt_sha256=texts,
    glossary_sha256=texts,
    options=options,
    schema=st.integers(),
)


@given(keys, keys, st.sampled_from([field.name for field in fields(Key)]))
def test_changing_any_field_changes_the_digest(key: Key, other: Key, name: str) -> None:
    changed = replace(key, **{name: getattr(other, name)})
    same = repr(getattr(key, name)) == repr(getattr(other, name))
    if not same and getattr(key, name) != getattr(other, name):
        assert changed.digest() != key.digest()


@given(keys)
def test_the_order_of_options_does_not_matter(key: Key) -> None:
    backwards = dict(reversed(list(key.options.items())))
    assert replace(key, options=backwards).digest() == key.digest()


@given(st.lists(texts, min_size=2, max_size=2))
def test_text_does_not_leak_from_one_field_into_the_next(pair: list[str]) -> None:
    joined = Key("stage", "".join(pair), "", "")
    parted = Key("stage", pair[0], pair[1], "")
    assert (joined.digest() == parted.digest()) == (joined == parted)


def test_digests_are_sha256_in_hexadecimal() -> None:
    assert len(Key("s", "i", "m", "1").digest()) == 64
    assert sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
