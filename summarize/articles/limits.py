"""How much the reader takes before it refuses: each bound in one place."""

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
MAX_ELEMENTS = 400_000
"""Elements of a web page, and of the text of a Word file."""


def megabytes(size: int) -> str:
    """``size`` in bytes as people write it."""
    return f"{size / 1_000_000:.0f} MB"
