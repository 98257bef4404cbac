"""What ``summarize export`` does: choose articles, build their pages, write them."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from summarize.cli.deliver import print_bytes
from summarize.cli.exchanging import write_files
from summarize.cli.report import Reporter
from summarize.cli.trusting import load_settings
from summarize.errors import UsageError
from summarize.glossary.records import Glossary
from summarize.output import ENDINGS, POSTS, remarks_on
from summarize.output.label import LabelName
from summarize.publish import PAGE_FORMATS, PageFormat, publish
from summarize.publish.story import Story, build_story, with_breaks
from summarize.review.exporting import file_names
from summarize.review.labels import labels
from summarize.review.records import Reviewed
from summarize.review.store import ReviewStore
from summarize.session import check_context


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be published, how and where; see the options of the command."""

    format_name: PageFormat | None
    output: Path | None
    approved_only: bool
    article: str | None
    dateline: str
    zwsp: bool
    label: LabelName | None = None


@dataclass(frozen=True, slots=True)
class _Article:
    """An article, and its segments at one moment: what is judged is what is published."""

    id: str
    title: str
    source: str
    segments: tuple[Reviewed, ...]

    @property
    def is_approved(self) -> bool:
        return all(segment.state == "approved" for segment in self.segments)


def publish_articles(store: ReviewStore, wanted: Wanted) -> int:
    """Write the pages and say what was left out; returns how many articles that were.

    Raises ``UsageError`` before anything is written when the place cannot take it.
    """
    articles = _chosen(store, wanted.article)
    kept = [one for one in articles if one.is_approved or not wanted.approved_only]
    _warn([one for one in articles if not one.is_approved], left_out=wanted.approved_only)
    format_name = _format(wanted)
    if wanted.output is None or _is_file(wanted.output, format_name):
        _require_one(kept, wanted.output, format_name)
    if wanted.zwsp:
        from summarize.khmer.breaks import require_words  # an extra, seldom asked for

        require_words()
    settings = load_settings({"label": wanted.label})
    glossary = check_context(settings).glossary
    stories = [_story(store, one, wanted, glossary, settings.label) for one in kept]
    pages = [publish(story, format_name) for story in stories]
    _remark(stories, kept, format_name)
    _deliver(pages, kept, wanted.output, format_name)
    return len(articles) - len(kept)


def _chosen(store: ReviewStore, article: str | None) -> list[_Article]:
    if article is not None:
        store.article(article)
    found = [
        _Article(one.id, one.title, one.source, tuple(store.segments(one.id)))
        for one in store.articles()
        if article in (None, one.id)
    ]
    if not any(one.segments for one in found):
        raise UsageError(
            "there is no Khmer in these results",
            "Make some: summarize ARTICLE --format json -o result.json",
        )
    return [one for one in found if one.segments]


def _warn(unfinished: Sequence[_Article], *, left_out: bool) -> None:
    names = labels(unfinished)
    for one in unfinished:
        approved = sum(segment.state == "approved" for segment in one.segments)
        told = f"{approved} of {len(one.segments)} segments are approved"
        fate = "left out" if left_out else "published as it stands"
        title = f" ({one.title})" if one.title else ""
        Reporter().notify(f"{names[one.id]}{title}: {told}; {fate}")


def _format(wanted: Wanted) -> PageFormat:
    """What is named, else what the file ends in, else a page for browsers."""
    if wanted.format_name is not None:
        return wanted.format_name
    suffix = wanted.output.suffix.lower().lstrip(".") if wanted.output else ""
    return next((name for name in PAGE_FORMATS if name == suffix), "html")


def _is_file(output: Path, format_name: PageFormat) -> bool:
    suffix = output.suffix.lower().lstrip(".")
    usual = (*PAGE_FORMATS, "json") if format_name == "ninjs" else PAGE_FORMATS
    return suffix in usual and not output.is_dir()


def _require_one(articles: Sequence[_Article], output: Path | None, format_name: str) -> None:
    if len(articles) > 1:
        raise UsageError(
            f"{len(articles)} articles do not go into one file",
            "Name a folder with -o, or one article with --article ID.",
        )
    if output is None and format_name == "docx" and sys.stdout.isatty():
        raise UsageError("a Word file cannot be shown in a terminal", "Add -o FILE.docx.")


def _remark(stories: Sequence[Story], articles: Sequence[_Article], format_name: str) -> None:
    """Say how long posts are, and which were divided."""
    if format_name not in POSTS:
        return
    names = labels(articles)
    for story, article in zip(stories, articles, strict=True):
        for line in remarks_on([story.as_post()], format_name):
            Reporter().notify(f"{names[article.id]}: {line}")


def _story(
    store: ReviewStore, article: _Article, wanted: Wanted, glossary: Glossary, label: LabelName
) -> Story:
    result = store.article(article.id)
    story = build_story(result, article.segments, wanted.dateline, glossary, label)
    return with_breaks(story) if wanted.zwsp else story


def _deliver(
    pages: Sequence[bytes],
    articles: Sequence[_Article],
    output: Path | None,
    format_name: PageFormat,
) -> None:
    """Write the pages and name their files, or print the only one."""
    if output is None:
        for page in pages:
            print_bytes(page)
    elif _is_file(output, format_name):
        write_files(dict(zip([output.name], pages, strict=False)), output.parent)
    else:
        ending = ENDINGS.get(format_name, format_name)
        names = [f"{name}.{ending}" for name in file_names(articles)]
        write_files(dict(zip(names, pages, strict=True)), output)
