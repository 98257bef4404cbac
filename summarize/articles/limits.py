"""How much the reader takes before it refuses: each bound in one place."""

from summarize.errors import ArticleError

MAX_BYTES = 10_000_000
"""Size of a file, a page or standard input."""
MAX_UNPACKED_BYTES = 50_000_000
"""Size of everything inside a Word, ODT or EPUB file: more is a bomb, or not an article."""
MAX_PARTS = 2_000
"""Files inside a Word, ODT or EPUB file."""
MAX_PDF_PAGES = 200
MAX_PDF_CHARACTERS = 500_000
PDF_SECONDS = 30.0
"""Time for a whole PDF; an article takes a fraction of a second."""
PDF_MEMORY_BYTES = 1_000_000_000
"""Address space of the process that unpacks it."""
MAX_REDIRECTS = 5
FETCH_SECONDS = 20.0
"""Time for a whole URL, and for each wait within it."""
MIN_PAGE_WORDS = 8
"""A page with fewer words in whole sentences holds a notice or a login form, not an article."""
MAX_CHARACTERS = 500_000
"""Of the text of an article: a long book."""
MAX_PARAGRAPHS = 10_000
"""With headings, items and cells: of such a book, or of a page with all that stands around."""
MAX_ELEMENTS = 100_000
"""Elements of the text of a Word, OpenDocument or EPUB file."""
MAX_PAGE_ELEMENTS = 60_000
"""Elements of a web page: each takes longer to read, and may be a sentence."""
MAX_TAG_CHARACTERS = 20_000
"""Of one tag whose attributes are not counted."""
MAX_ATTRIBUTES = 500
"""Of one element: more take quadratic time to read."""
MAX_MARKS = 20_000
"""Signs in a Markdown text that may be markup within a line: some take quadratic time to pair."""


def megabytes(size: int) -> str:
    """``size`` in bytes as people write it."""
    return f"{size / 1_000_000:.0f} MB"


def refuse_many(number: int, most: int, what: str, name: str) -> None:
    """Raise ``ArticleError`` where ``name`` has more than ``most`` of ``what``."""
    if number > most:
        raise ArticleError(
            f"{name} has more than {most:,} {what}, more than any article",
            "Copy the text of the article into a .txt file.",
        )


def refuse_many_elements(data: str | bytes, name: str, most: int = MAX_ELEMENTS) -> None:
    """Raise ``ArticleError`` where the markup ``data`` has more than ``most`` elements."""
    tags, ends = (
        (data.count("<"), data.count("</"))
        if isinstance(data, str)
        else (data.count(b"<"), data.count(b"</"))
    )
    begun = max(tags - ends, ends)  # an end without a beginning may make an element too
    refuse_many(begun, most, "elements", name)


def refuse_many_paragraphs(number: int, name: str) -> None:
    """Raise ``ArticleError`` where ``name`` has more than ``MAX_PARAGRAPHS``."""
    refuse_many(number, MAX_PARAGRAPHS, "paragraphs", name)
