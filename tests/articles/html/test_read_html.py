"""Kinds of pages that lose or gain text in other readers, each reduced to what makes it hard."""

import pytest

from summarize.articles.html import read_html
from summarize.articles.html.read import WALLED
from summarize.articles.page import Page
from summarize.errors import ArticleError

FIRST = "The ferry to the island starts again on Friday after eleven weeks in the dock."
SECOND = "Its owner paid $310,000 for the repair, and the crew of 24 was kept on half pay."
THIRD = "A second boat will be bought next year, the harbour master told reporters."


def page_of(body: str, head: str = "<title>Ferry starts again</title>") -> Page:
    return read_html(f"<html><head>{head}</head><body>{body}</body></html>", "page")


def paragraphs_of(body: str) -> tuple[str, ...]:
    return page_of(body).paragraphs


def story(*paragraphs: str) -> str:
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("called it <q>a fine day</q> for all", "called it “a fine day” for all"),
        ("said <q>they called <q>us</q> late</q> there", "said “they called ‘us’ late” there"),
        ("for <b>24</b> <i>hours</i><a href='/x'>, he</a> said", "for 24 hours, he said"),
        ("it is <span>now</span>\n  open", "it is now open"),
        ("fell to 16,000<sup>1</sup> in", "fell to 16,000 in"),
        ("in 42,500<sup><a href='#fn2'>2</a></sup> boats", "in 42,500 boats"),
        ("boats<sup class='reference'><a href='#c'>[3]</a></sup>, he", "boats, he"),
        ("boats<a class='footnote-anchor' href='#footnote-1'>1</a>, he", "boats, he"),
        ("over 14 km<sup>2</sup> of sea", "over 14 km² of sea"),
        ("2<sup>1</sup>/<sub>2</sub> hours", "2½ hours"),
        ("a share of <sup>3</sup>⁄<sub>7</sub> each", "a share of 3/7 each"),
        ("2<sup>3</sup>/<sub>7</sub> hours", "2 3/7 hours"),
        ("the 21<sup>st</sup> boat", "the 21st boat"),
        ("less CO<sub>2</sub> than", "less CO2 than"),
        ("about 10<sup>6</sup> fish", "about 10⁶ fish"),
        ("that <s>80</s> 70 came", "that 70 came"),
        ("that <del>four</del> <ins>five</ins> came", "that five came"),
        ("that <span style='text-decoration: line-through'>six</span> ten came", "that ten came"),
        ("in <time datetime='2026-03-01'>March</time> he", "in March he"),
        ("open <span class='sr-only' hidden>(new window)</span>now", "open now"),
    ],
)
def test_inline_markup_reads_as_a_person_reads_it(written: str, read: str) -> None:
    found = paragraphs_of(f"<article>{story(FIRST, f'They were {written}.', THIRD)}</article>")
    assert found == (FIRST, f"They were {read}.", THIRD)


@pytest.mark.parametrize(
    "body",
    [
        f"<main>{story(FIRST)}{SECOND}<div><h4>Plans</h4>{story(THIRD)}</div></main>",
        f"<div>{FIRST}<ul><li>{SECOND}</li></ul>{THIRD}</div>",
        f"<div>{FIRST}<br><br>{SECOND}<br>{THIRD}</div>",
        f"<div><b>Ferry</b><br>{FIRST}<br><br>{SECOND}<p>{THIRD}</div>",
        f"<h1>Ferry starts again</h1>{FIRST}<blockquote>{SECOND}</blockquote>{THIRD}",
        f"<p><a name=top>{FIRST}<p>{SECOND}<p>{THIRD}",
        f"<ul><li>{FIRST}<ul><li>{SECOND}</ul><li>{THIRD}</ul>",
        f"<dl><dd>{FIRST}</dd><dd>{SECOND}</dd></dl><p>{THIRD}</p>",
        f"<table><tr><td><table><tr><td>{FIRST}</td></tr></table></td></tr>"
        f"<tr><td>{SECOND}<br><br>{THIRD}</td></tr></table>",
        f"<form id=aspnetForm><input name=v><div>{story(FIRST, SECOND, THIRD)}</div></form>",
        f"<div><h1>Ferry starts again</h1><div>{FIRST}</div><div>{SECOND}</div><div>{THIRD}</div>",
        f"<a href='/boat'><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></a>",
    ],
)
def test_text_is_read_wherever_it_stands(body: str) -> None:
    assert paragraphs_of(body) == (FIRST, SECOND, THIRD)


@pytest.mark.parametrize(
    "clutter",
    [
        "<div class='share-bar'><a href='/f'>Facebook</a><a href='/t'>Telegram</a></div>",
        "<div class='meta'><span>By Staff</span><span>3 June 2024</span></div>",
        "<section class='related'><h3>Related articles</h3><ul><li><a href='/1'>Dam is safe"
        "</a></li></ul></section>",
        "<h3>Read more</h3><ul><li><a href='/1'>Dam is safe</a><li><a href='/2'>Fair</a></ul>",
        "<div class=newsletter><h3>Stay informed</h3><p>Enter your email for our news.</p></div>",
        "<div class=instagram-media><p>View this post on Instagram</p><p>By A (@a)</p></div>",
        "<figure><img src=a.jpg><figcaption>Fishermen wait at the dock.</figcaption></figure>",
        "<aside><p>The dock was built in 1931 and has room for nine boats.</p></aside>",
        "<iframe src='/map'>Your browser shows no frames.</iframe><script>x='<p>no</p>'</script>",
        "<div style='display: none'><p>This is not shown to anybody at all.</p></div>",
        "<article class=card><h3><a href='/d'>Dam is safe</a></h3><p>It took a week.</p></article>",
        "<p><a href='/dam'>Also read: Dam is safe after tests</a></p>",
        "<div id=comments><h2>2 comments</h2><ol><li><p>I was there, it is wrong.</p></ol></div>",
        "<div class='paywall-overlay'><p>Subscribe for only $1. Cancel at any time.</p></div>",
        "<p><time datetime='2026-03-01'>Sunday, 1 March</time></p>",
    ],
)
def test_what_stands_around_a_story_is_no_part_of_it(clutter: str) -> None:
    body = f"<article><h1>Ferry starts again</h1>{story(FIRST, SECOND)}{clutter}{story(THIRD)}"
    assert paragraphs_of(f"<main>{body}</article></main>") == (FIRST, SECOND, THIRD)


def test_a_sub_heading_is_not_glued_to_the_text_below_it() -> None:
    body = (
        f"<article><p>{FIRST}</p><h2>The price</h2>{SECOND}<p><b>The plan</b></p>{THIRD}</article>"
    )
    assert paragraphs_of(body) == (FIRST, SECOND, THIRD)


def test_a_brief_of_two_sentences_is_an_article() -> None:
    page = page_of(
        "<header><nav><a href='/'>Home</a></nav></header><main><article><h1>Ferry stops</h1>"
        "<div class=meta><span>By Staff</span></div><div class=content><p>A weak storm stopped the "
        "ferry on Sunday. Nobody was hurt.</p></div></article></main><footer><p>Copyright 2024 "
        "Example. All rights reserved.</p></footer>",
        "<title>Ferry stops - Example</title>",
    )
    assert page == Page(
        "Ferry stops", ("A weak storm stopped the ferry on Sunday. Nobody was hurt.",)
    )


def test_of_an_endless_page_the_first_story_is_read() -> None:
    longer = story(*[f"Another story goes on for {n} lines and tells of a mine." for n in range(9)])
    body = (
        f"<main><article><h1>Ferry starts again</h1>{story(FIRST, SECOND)}</article>"
        f"<div class=next><article><h1>Mine is closed for good</h1>{longer}</article></div></main>"
    )
    assert page_of(body) == Page("Ferry starts again", (FIRST, SECOND))


def test_of_an_endless_page_the_story_that_the_title_names_is_read() -> None:
    body = (
        f"<article><h1>Mine is closed for good</h1>{story(THIRD)}</article>"
        f"<article><h1>Ferry starts again</h1>{story(FIRST, SECOND)}</article>"
    )
    assert page_of(body) == Page("Ferry starts again", (FIRST, SECOND))


def test_what_stands_before_the_first_entry_of_a_live_page_stays_before_it() -> None:
    body = f"<main><h1>Storm</h1><p>{FIRST}</p><article><p>{SECOND}</p></article>"
    assert paragraphs_of(f"{body}<article><p>{THIRD}</p></article></main>") == (
        FIRST,
        SECOND,
        THIRD,
    )


def test_a_lead_outside_the_body_of_the_story_comes_first() -> None:
    more = " ".join([SECOND] * 30)
    body = f"<div><h1>Ferry</h1><div class=top><p>{FIRST}</p></div><div class=b><p>{more}</p></div>"
    assert paragraphs_of(f"{body}</div>")[0] == FIRST


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Home | National | Ferry starts again after a long wait | Example</title>", ""),
        ("<title>Ferry starts again after a long wait - Example Post</title>", ""),
        ("<meta property='og:title' content='Ferry starts again after a long wait'>", ""),
        ("<title>Example</title>", "<h1>Ferry starts again after a long wait</h1>"),
        (
            "<title>Ferry starts again after a long wait | Example</title>",
            "<h1 class=logo>Example</h1><h2>Ferry starts again after a long wait</h2>",
        ),
    ],
)
def test_the_headline_is_that_of_the_story(head: str, title: str) -> None:
    found = page_of(f"{title}{story(FIRST, SECOND)}", head)
    assert found == Page("Ferry starts again after a long wait", (FIRST, SECOND))


def test_names_of_elements_are_not_trusted_where_they_would_leave_nothing() -> None:
    body = f"<article><h1>Ferry</h1><div class=share-content>{story(FIRST, SECOND)}</div></article>"
    assert paragraphs_of(body) == (FIRST, SECOND)


def test_a_lower_heading_above_all_text_is_the_headline() -> None:
    page = read_html(f"<h3>Ferry starts again</h3>{story(FIRST, SECOND)}<h3>More</h3>", "page")
    assert page.title == "Ferry starts again"


def test_a_table_of_figures_is_left_out_and_said() -> None:
    table = "<table><tr><th>Boat<th>Seats<tr><td>One<td>24<tr><td>Two<td>60</table>"
    found = page_of(f"<article>{story(FIRST)}{table}{table}{story(SECOND)}</article>")
    assert (found.paragraphs, found.left_out) == ((FIRST, SECOND), ("2 tables",))


def test_an_embedded_document_is_said() -> None:
    frame = "<iframe src='https://docs.google.com/document/d/1'></iframe>"
    found = page_of(f"<article>{story(FIRST)}{frame}{story(SECOND)}</article>")
    assert (found.paragraphs, found.left_out) == ((FIRST, SECOND), ("an embedded document",))


def test_a_paywall_is_said() -> None:
    data = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}'
    found = page_of(f"<article>{story(FIRST, SECOND)}</article>", f"{data}</script>")
    assert found.left_out == (WALLED,)


def test_the_text_for_search_engines_is_read_where_the_page_shows_none() -> None:
    body = f"{FIRST}\\n\\n{SECOND}"
    data = f'{{"@graph":[{{"@type":["NewsArticle"],"headline":"Ferry","articleBody":"{body}"}}]}}'
    found = page_of("<div id=root></div>", f'<script type="application/ld+json">{data}</script>')
    assert found == Page("Ferry", (FIRST, SECOND))


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Just a moment…</h1><p>Checking that you are human. This may take a few seconds.</p>",
        "<title>Access denied</title><p>You have no permission to see this page on our server.</p>",
        "<h1>404 Not Found</h1><p>The page that you were looking for is not here any more.</p>",
        "<h1>Log in</h1><form><p>Please enter your name and your password to read this page.</p>"
        "<input type=password></form>",
    ],
)
def test_a_notice_is_no_article(body: str) -> None:
    with pytest.raises(ArticleError, match="notice or a login page") as caught:
        read_html(f"<html><body>{body}</body></html>", "page")
    assert caught.value.hint


def test_an_xml_prolog_does_not_matter() -> None:
    page = f"<?xml version='1.0' encoding='utf-8'?><html><body>{story(FIRST, SECOND)}</body></html>"
    assert read_html(page, "page").paragraphs == (FIRST, SECOND)


def test_a_page_with_too_many_elements_is_refused() -> None:
    with pytest.raises(ArticleError, match="more than 60,000 elements"):
        read_html("<b>" * 900_000, "page")
