from summarize.evaluate.figures import alarms, detection
from summarize.records import Finding

OLD = Finding("numbers", "error", "The English has 5; the Khmer does not.")
NEW = Finding("numbers", "error", "The English has 7; the Khmer does not.")
HINT = Finding("countries", "info", "A country is not named.")


def test_only_an_error_or_a_warning_that_is_new_detects() -> None:
    texts = [([OLD], [OLD]), ([OLD], [OLD, NEW]), ([], [HINT]), ([OLD], [])]
    before, after = zip(*texts, strict=True)
    rate, checks = detection(list(map(alarms, before)), list(map(alarms, after)))
    assert (rate.hits, rate.total) == (1, 4)
    assert checks == {"numbers": 1, "countries (info)": 1}


def test_a_check_that_says_two_things_noticed_once() -> None:
    _, checks = detection([set()], [alarms([OLD, NEW])])
    assert checks == {"numbers": 1}
