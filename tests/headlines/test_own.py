"""A title is the headline only where it is one, and then without the name of the site."""

import pytest

from summarize.headlines.own import own_headline

TEXT = "Garment exports rose by 12% last year, the Post Office Bank said."


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("Garment exports rise 12%", "Garment exports rise 12%"),
        ("Garment exports rise 12% | Khmer Times", "Garment exports rise 12%"),
        ("Home | Business | Garment exports rise 12% | CamboJA News", "Garment exports rise 12%"),
        ("Garment exports rise 12% - The Phnom Penh Post", "Garment exports rise 12%"),
        ("Garment exports rise 12% – khmertimeskh.com", "Garment exports rise 12%"),
        ("Cambodia - Thailand talks resume", "Cambodia - Thailand talks resume"),
        ("Loans from a bank - Post Office Bank", "Loans from a bank - Post Office Bank"),
        ("BREAKING: Fire destroys market", "Fire destroys market"),
        ("UPDATE 2-Cambodia signs deal", "Cambodia signs deal"),
        ("Video game exports rise", "Video game exports rise"),
        ("Exports rise.", "Exports rise"),
        ("What now for garments?", "What now for garments?"),
        ("And then …", "And then …"),
    ],
)
def test_the_headline_is_the_title_without_what_surrounds_it(title: str, headline: str) -> None:
    assert own_headline(title, TEXT) == headline


@pytest.mark.parametrize(
    "title",
    [
        "",
        "News",
        "Latest news",
        "Skip to main content",
        "Main menu",
        "You are here",
        "Press release",
        "release.pdf",
        "Microsoft Word - release_final.docx",
        "Untitled",
        "khmertimeskh.com",
        "Home | News",
        "12.5%",
        " ".join(["word"] * 31),
    ],
)
def test_menus_files_sites_and_paragraphs_are_no_headline(title: str) -> None:
    assert own_headline(title, TEXT) == ""
