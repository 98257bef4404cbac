"""Clients that know nothing of us work unchanged, by a model that runs as all models do.

libretranslatepy is the real one. Weblate and OmegaT are too large to be installed here: what their
connectors send is sent by hand, as in ``weblate/machinery/libretranslate.py`` and in
``org.omegat.machinetranslators.libretranslate.LibreTranslate``.
"""

import json
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path

import httpx
import pytest
from libretranslatepy import LibreTranslateAPI

from summarize.backends import registry
from summarize.backends.base import Translator
from summarize.options import BackendOptions
from summarize.pipeline import Pipeline
from summarize.service.documents.plain import Plain
from tests.service.conftest import PATIENCE, Service, serving

KEY = "a-key-of-this-test-alone"
TEXT = "The meeting ended without a decision."


@pytest.fixture(scope="module")
def translator(
    checkpoints: Mapping[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> Translator:
    """A tiny Marian of random weights."""
    options = BackendOptions(tmp_path_factory.mktemp("models"), offline=True)
    return registry.translator(str(checkpoints["marian"]), options)


@pytest.fixture(scope="module")
def service(translator: Translator) -> Iterator[Service]:
    """With a key."""
    with serving(translator, key=KEY) as found:
        yield found


@pytest.fixture(scope="module")
def expected(translator: Translator) -> str:
    """What a batch makes of the text."""
    (result,) = Pipeline(None, translator).run([Plain(TEXT).article])
    assert result.draft is not None
    return result.draft.segments[0].target


def test_libretranslatepy_translates_detects_and_lists(service: Service, expected: str) -> None:
    api = LibreTranslateAPI(service.address, KEY)
    assert api.translate(TEXT, "en", "km", timeout=int(PATIENCE)) == expected
    assert api.detect(TEXT)[0]["language"] == "en"
    assert [one["code"] for one in api.languages()] == ["en", "km"]


def test_libretranslatepy_is_told_of_a_wrong_key(service: Service) -> None:
    api = LibreTranslateAPI(service.address, "wrong")
    with pytest.raises(urllib.request.HTTPError, match="403"):
        api.translate(TEXT, "en", "km", timeout=int(PATIENCE))


def test_weblate_lists_the_languages_and_translates_many_strings(
    service: Service, expected: str
) -> None:
    """It joins its address, with ``/`` at the end, and ``translate``; strings may repeat."""
    headers = {"User-Agent": "Weblate/5.14", "Accept": "application/json"}
    with httpx.Client(base_url=f"{service.address}/", headers=headers, timeout=PATIENCE) as client:
        codes = [one["code"] for one in client.get("languages").json()]
        assert {"en", "km"} <= set(codes)
        texts = [TEXT, "Save", "%s files", "Save", ""]
        body = {"api_key": KEY, "q": texts, "source": "en", "target": "km"}
        payload = client.post("translate", json=body).json()
    translated = payload["translatedText"]
    assert len(translated) == len(texts)
    assert translated[0] == expected
    assert translated[1] == translated[3]
    assert translated[4] == ""


def test_weblate_of_before_sends_a_form(service: Service, expected: str) -> None:
    body = {"api_key": KEY, "q": TEXT, "source": "en", "target": "km"}
    answer = httpx.post(f"{service.address}/translate", data=body, timeout=PATIENCE)
    assert answer.json() == {"translatedText": expected}


def test_omegat_posts_a_form_to_the_address_of_translate(
    translator: Translator, expected: str
) -> None:
    """It knows no key; its languages are codes in lower case."""
    with serving(translator) as service:
        body = {"q": TEXT, "source": "en", "target": "km"}
        request = urllib.request.Request(
            f"{service.address}/translate",
            urllib.parse.urlencode(body).encode("ascii"),
            {"Content-Type": "application/x-www-form-urlencoded", "User-Agent": "OmegaT/6.1"},
        )
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            assert answer.headers["content-type"] == "application/json"
            found = json.loads(answer.read().decode("utf-8"))
    assert found == {"translatedText": expected}
