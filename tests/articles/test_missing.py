from summarize.articles.missing import counted


def test_what_is_missing_more_than_once_is_counted() -> None:
    assert counted(["a table", "an image", "a table", "a table"]) == ("3 tables", "an image")
    assert counted([]) == ()
