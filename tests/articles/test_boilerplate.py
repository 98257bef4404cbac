"""What is dropped around a story, and the sentences that only look like it."""

import pytest

from summarize.articles.boilerplate import drop_boilerplate


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Doe",
        "By Jane Doe and Sok Vanna",
        "By Jane Doe, Kampong Chhnang, 23 November 2026",
        "Jane Doe | Publication date 23 November 2026 | 10:00 ICT",
        "Published: Monday, 23 November 2026",
        "Updated November 23, 2026 at 10:15 a.m.",
        "November 23, 2026",
        "4 min read",
        "Photo: Heng Chivoan",
        "Photo by Heng Chivoan/Mekong Daily",
        "A fisherman walks past the court in Kampong Chhnang on Monday. AFP",
        "AFP/Jane Doe",
        "Read more",
        "READ MORE: Villagers win their case",
        "Also read | Villagers win their case",
        "Related: Villagers win their case",
        "Related stories",
        "You may also like",
        "Advertisement",
        "Article continues after this ad",
        "Share this article",
        "Facebook | Twitter | Telegram",
        "Sign up for our daily newsletter and get the news in your inbox.",
        "Follow us on Telegram for breaking news.",
        "Join our Telegram channel",
        "More from Jane Doe",
        "© 2026 Mekong Daily. All rights reserved.",
        "Tags: fishing, courts",
        "* * *",
    ],
)
def test_this_is_dropped(line: str) -> None:
    assert drop_boilerplate(["The court ruled.", line]) == ["The court ruled."]


@pytest.mark.parametrize(
    "sentence",
    [
        "By Monday the court had ruled.",
        "By Jane Doe’s account, the judge left early.",
        "Published in 2019, the report angered the ministry.",
        "Updated rules for 2026 were announced on Monday.",
        "Related charges were dropped on Monday.",
        "Photo shops in the capital are closing.",
        "Read more books, the minister told pupils.",
        "Share prices fell by 3 per cent.",
        "Advertisement revenue fell in 2025, the company said.",
        "A fisherman walks past the court every day, he told AFP.",
        "Follow-up talks are planned for May 2027.",
        "Recommended prices rose again.",
        "Watch makers struggled.",
        "More from the lake was taken in May.",
        "Support our farmers, the minister told banks.",
        "Join us, the rebels told the villagers.",
        "Subscribers left the company in large numbers.",
        "“Sign up,” he said.",
        "Tagged fish were released into the lake.",
        "Copyright cases take years, she said, and nobody has the money.",
    ],
)
def test_this_sentence_is_kept(sentence: str) -> None:
    assert drop_boilerplate([sentence]) == [sentence]


@pytest.mark.parametrize("signed", ["He left. AFP", "He left. – Reuters", "“He left.” (Xinhua)"])
def test_the_agency_that_signs_a_story_is_cut_off_its_last_sentence(signed: str) -> None:
    assert drop_boilerplate([signed])[0] in {"He left.", "“He left.”"}
