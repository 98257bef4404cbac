"""PDF files as reporters get them, drawn by ReportLab: each a layout that readers stumble over."""

import io
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import reportlab
from reportlab.lib import pdfencrypt
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
MARGIN = 72
SIZE, LEADING = 11, 14

HEADLINE = "Rice mill opens in Battambang"
LEAD = (
    "A rice mill that can dry 300 tonnes of paddy a day opened in Battambang province on Friday, "
    "the provincial department of agriculture said in a statement to reporters."
)
OWNER = (
    "Its owner, Sok Chenda, said that 85 people had found work there and that 40 more would be "
    "hired before the harvest of the dry season begins in January."
)
FARMERS = (
    "Farmers of the district had asked for a mill of their own for six years, because they lost "
    "a tenth of the harvest on the way to the mills of the neighbouring province."
)
LOAN = (
    "The mill was paid for with a loan of 4 million dollars from a bank in the capital, which is "
    "to be repaid within nine years, and with money that 120 families of the district lent."
)
ROADS = (
    "The department promised to repair the two roads that lead to the mill before the rains come, "
    "and to set up a scale at which farmers can weigh their paddy themselves."
)
STORY = (LEAD, OWNER, FARMERS, LOAN, ROADS)
RUNNING_HEAD = "Provincial Department of Agriculture – Press office"


def wrapped(text: str, width: float, size: float = SIZE, font: str = "Helvetica") -> list[str]:
    """The lines of ``text`` at ``width`` points."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and stringWidth(longer, font, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def column(
    canvas: Canvas,
    paragraphs: Sequence[str],
    x: float,
    y: float,
    width: float,
    *,
    size: float = SIZE,
    font: str = "Helvetica",
    gap: float = 8,
    indent: float = 0,
    justified: bool = False,
    leading: float = 0,
) -> float:
    """Draw ``paragraphs`` downwards from ``y``; returns the next baseline."""
    leading = leading or size * LEADING / SIZE
    for paragraph in paragraphs:
        lines = wrapped("\t" + paragraph if indent else paragraph, width - indent, size, font)
        for number, line in enumerate(lines):
            text = canvas.beginText(x + (indent if number == 0 else 0), y)
            text.setFont(font, size)
            spare = width - (indent if number == 0 else 0) - stringWidth(line, font, size)
            stretched = justified and number < len(lines) - 1
            text.setWordSpace(spare / max(line.count(" "), 1) if stretched else 0)
            text.textOut(line.strip("\t"))
            canvas.drawText(text)
            y -= leading
        y -= gap
    return y


def drawn(draw: Callable[[Canvas], object], **options: Any) -> bytes:
    """The file that ``draw`` makes on a canvas."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1, **options)
    draw(canvas)
    canvas.save()
    return buffer.getvalue()


def headline(
    canvas: Canvas, y: float = HEIGHT - 90, text: str = HEADLINE, size: float = 22
) -> float:
    canvas.setFont("Helvetica-Bold", size)
    canvas.drawString(MARGIN, y, text)
    return y - 32


def one_column() -> bytes:
    """A headline in large type and paragraphs parted by gaps."""
    return drawn(lambda c: column(c, STORY, MARGIN, headline(c), WIDTH - 2 * MARGIN))


def indented() -> bytes:
    """Justified paragraphs parted by an indent alone, as in a book."""

    def draw(canvas: Canvas) -> None:
        y = headline(canvas)
        column(canvas, STORY, MARGIN, y, 400, gap=0, indent=14, justified=True)

    return drawn(draw)


def two_columns(*, row_by_row: bool = False, gutter: float = 16) -> bytes:
    """A headline across two columns; ``row_by_row`` writes them as a typewriter would."""
    width = (WIDTH - 2 * MARGIN - gutter) / 2

    def draw(canvas: Canvas) -> None:
        y = headline(canvas, text=f"{HEADLINE} province, 85 jobs", size=20)
        if not row_by_row:
            column(canvas, STORY[:3], MARGIN, y, width, justified=True)
            column(canvas, STORY[3:], MARGIN + width + gutter, y, width, justified=True)
            return
        left = [line for one in STORY[:3] for line in wrapped(one, width)]
        right = [line for one in STORY[3:] for line in wrapped(one, width)]
        for number in range(max(len(left), len(right))):
            for x, lines in ((MARGIN, left), (MARGIN + width + gutter, right)):
                if number < len(lines):
                    canvas.setFont("Helvetica", SIZE)
                    canvas.drawString(x, y - number * LEADING, lines[number])

    return drawn(draw)


def with_furniture(pages: int = 3) -> bytes:
    """Running head, foot and page number on every page."""

    def draw(canvas: Canvas) -> None:
        for number in range(1, pages + 1):
            canvas.setFont("Helvetica", 9)
            canvas.drawString(MARGIN, HEIGHT - 36, RUNNING_HEAD)
            canvas.drawCentredString(WIDTH / 2, 30, f"Page {number} of {pages}")
            canvas.drawRightString(WIDTH - MARGIN, 42, "National Road 5, Battambang")
            y = headline(canvas) if number == 1 else HEIGHT - 72
            column(canvas, story_on(number), MARGIN, y, WIDTH - 2 * MARGIN)
            canvas.showPage()

    return drawn(draw)


def story_on(page: int) -> tuple[str, ...]:
    """What stands on the page of that number: the story, in another order on each."""
    return (*STORY[(page - 1) % 5 :], *STORY[: (page - 1) % 5])


def overleaf() -> bytes:
    """One sentence that begins at the foot of a page and ends at the head of the next."""

    def draw(canvas: Canvas) -> None:
        y = column(canvas, STORY, MARGIN, headline(canvas), WIDTH - 2 * MARGIN)
        column(canvas, ["The opening was watched by the governor of"], MARGIN, y, 400)
        canvas.showPage()
        rest = ("the province and by 200 families of the district.", ROADS)
        column(canvas, rest, MARGIN, HEIGHT - 72, WIDTH - 2 * MARGIN)

    return drawn(draw)


BRIEFS = (
    "A bridge in Kampot was closed on Monday because its bearings had rusted through.",
    "The river fell by 20 centimetres.",
)


def front_page() -> bytes:
    """A headline over two of three columns, a line of text below both, news in brief beside."""
    width, gutter = 145, 12
    right = MARGIN + 2 * (width + gutter)

    def draw(canvas: Canvas) -> None:
        headline(canvas, 760, "Rice mill opens in", 26)
        headline(canvas, 730, "Battambang province", 26)
        column(canvas, STORY[:2], MARGIN, 700, width, size=9, justified=True)
        column(canvas, STORY[2:4], MARGIN + width + gutter, 700, width, size=9, justified=True)
        column(canvas, STORY[4:], MARGIN, 480, 2 * width + gutter, size=9)
        canvas.setFont("Helvetica-Bold", 14)
        canvas.drawString(right, 760, "In brief")
        column(canvas, BRIEFS, right, 740, width - 20, size=9)

    return drawn(draw)


LISTED = (
    "85 people have found work at the mill, most of them from the villages that lie around it "
    "and along the road.",
    "40 more will be hired.",
    "1. The roads to the mill are repaired.",
    "2. A scale is set up.",
)


def release(title: str) -> bytes:
    """A press release: label, headline of two lines in the middle, heading, lists."""

    def draw(canvas: Canvas) -> None:
        canvas.setTitle(title)
        headline(canvas, 780, "PRESS RELEASE", 28)
        canvas.setFont("Helvetica-Bold", 16)
        canvas.drawCentredString(WIDTH / 2, 725, "Rice mill in Battambang will dry 300 tonnes")
        canvas.drawCentredString(WIDTH / 2, 705, "of paddy a day")
        y = column(canvas, STORY[:1], MARGIN, 675, 450)
        canvas.setFont("Helvetica-Bold", SIZE)
        canvas.drawString(MARGIN, y, "What the mill cost")
        y = column(canvas, STORY[3:4], MARGIN, y - 18, 450)
        for text in LISTED:
            mark, rest = text.split(" ", 1) if text[1] == "." else ("•", text)
            canvas.setFont("Helvetica", SIZE)
            canvas.drawString(MARGIN + 18, y, mark)
            y = column(canvas, [rest], MARGIN + 36, y, 400, gap=2)
        column(canvas, STORY[4:], MARGIN, y - 6, 450)

    return drawn(draw)


def initial() -> bytes:
    """The story begins with a capital two lines high."""

    def draw(canvas: Canvas) -> None:
        y = headline(canvas)
        canvas.setFont("Helvetica", 34)
        canvas.drawString(MARGIN, y - LEADING, "A")
        canvas.setFont("Helvetica", SIZE)
        first, second, *rest = wrapped(LEAD.removeprefix("A "), 300)
        for number, line in enumerate((first, second, *rest)):
            canvas.drawString(MARGIN + (28 if number < 2 else 0), y - number * LEADING, line)
        column(canvas, STORY[1:], MARGIN, y - LEADING * (3 + len(rest)), 328)

    return drawn(draw)


def small_headline(title: str) -> bytes:
    """A headline in the type of the text; ``title`` is what the file says it is."""

    def draw(canvas: Canvas) -> None:
        canvas.setTitle(title)
        column(canvas, (HEADLINE, *STORY), MARGIN, HEIGHT - 90, WIDTH - 2 * MARGIN, gap=14)

    return drawn(draw)


def with_hidden_text(words: str) -> bytes:
    """A story and, below it, ``words`` that no reader sees."""

    def draw(canvas: Canvas) -> None:
        y = column(canvas, STORY, MARGIN, headline(canvas), WIDTH - 2 * MARGIN)
        text = canvas.beginText(MARGIN, y)
        text.setFont("Helvetica", SIZE)
        text.setTextRenderMode(3)
        text.textOut(words)
        canvas.drawText(text)
        canvas.drawString(MARGIN, HEIGHT + 100, words)

    return drawn(draw)


HYPHENATED = (
    "The price of rice rose because of infla-",
    "tion, a well-",
    "known adviser of the Asia-",
    "Pacific bank said, and two-",
    "and three-storey houses cost more. The gov-",
    "ernment denied that.",
)
SOFT_HYPHENS = ("Every gov\u00ad", "ernment promises to build roads before the rains.")


def lines_of(lines: Sequence[str], title: str = HEADLINE) -> bytes:
    """Each of ``lines`` on a line of its own, below a headline."""

    def draw(canvas: Canvas) -> None:
        y = headline(canvas, text=title)
        canvas.setFont("Helvetica", SIZE)
        for line in lines:
            canvas.drawString(MARGIN, y, line)
            y -= LEADING

    return drawn(draw)


TABLE = (
    ("Province", "Mills", "Tonnes a day", "Jobs"),
    ("Battambang", "14", "2,100", "912"),
    ("Pursat", "6", "840", "377"),
    ("Kampong Thom", "9", "1,350", "540"),
    ("Takeo", "11", "1,700", "655"),
)


def table_between() -> bytes:
    """A table between two paragraphs."""

    def draw(canvas: Canvas) -> None:
        y = column(canvas, STORY[:2], MARGIN, headline(canvas), WIDTH - 2 * MARGIN)
        y = _table(canvas, MARGIN, y - 6, 110)
        column(canvas, STORY[2:], MARGIN, y - 20, WIDTH - 2 * MARGIN)

    return drawn(draw)


def table_beside() -> bytes:
    """A narrow table to the right of the text."""

    def draw(canvas: Canvas) -> None:
        y = headline(canvas)
        column(canvas, STORY, MARGIN, y, 240)
        _table(canvas, MARGIN + 255, y - 3, 60, size=8)

    return drawn(draw)


def _table(canvas: Canvas, x: float, y: float, step: float, size: float = 10) -> float:
    for row in TABLE:
        for number, cell in enumerate(row):
            canvas.setFont("Helvetica-Bold" if row is TABLE[0] else "Helvetica", size)
            canvas.drawString(x + number * step + (10 if number else 0), y, cell)
        canvas.line(x, y - 4, x + 4 * step, y - 4)
        y -= 16
    return y


FOOTNOTE = "Figures of the department, not checked by an auditor."


def footnotes() -> bytes:
    """A raised note mark in the text and the note in small type at the foot of the page."""

    def draw(canvas: Canvas) -> None:
        y = headline(canvas)
        text = canvas.beginText(MARGIN, y)
        text.setFont("Helvetica", SIZE)
        text.textOut("The mills of the district bought 16,000")
        text.setFont("Helvetica", 7)
        text.setRise(4)
        text.textOut("1")
        text.setRise(0)
        text.setFont("Helvetica", SIZE)
        text.textOut(" tonnes and cover 2 km")
        text.setFont("Helvetica", 7)
        text.setRise(4)
        text.textOut("2")
        text.setRise(0)
        text.setFont("Helvetica", SIZE)
        text.textOut(" of land.")
        canvas.drawText(text)
        column(canvas, STORY, MARGIN, y - 22, WIDTH - 2 * MARGIN)
        canvas.line(MARGIN, 110, MARGIN + 140, 110)
        canvas.setFont("Helvetica", 5)
        canvas.drawString(MARGIN, 99, "1")
        canvas.setFont("Helvetica", 8)
        canvas.drawString(MARGIN + 4, 96, FOOTNOTE)

    return drawn(draw)


def _picture(canvas: Canvas) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    image = Image.effect_noise((300, 420), 60)
    canvas.drawImage(ImageReader(image), 0, 0, WIDTH, HEIGHT)


def scan(pages: int = 2, stamp: str = "") -> bytes:
    """Pages that are pictures of text; ``stamp`` is what the scanner prints on each."""

    def draw(canvas: Canvas) -> None:
        for _ in range(pages):
            _picture(canvas)
            if stamp:
                canvas.setFont("Helvetica", 8)
                canvas.drawString(MARGIN, 20, stamp)
            canvas.showPage()

    return drawn(draw)


def scanned_annex() -> bytes:
    """One page of text, one that is a picture, one of text."""

    def draw(canvas: Canvas) -> None:
        column(canvas, STORY[:3], MARGIN, headline(canvas), WIDTH - 2 * MARGIN)
        canvas.showPage()
        _picture(canvas)
        canvas.showPage()
        column(canvas, STORY[3:], MARGIN, HEIGHT - 72, WIDTH - 2 * MARGIN)

    return drawn(draw)


def recognised_scan() -> bytes:
    """A picture of a page with the recognised text, invisible, upon it."""

    def draw(canvas: Canvas) -> None:
        _picture(canvas)
        y = HEIGHT - 90
        for paragraph in STORY:
            for line in wrapped(paragraph, WIDTH - 2 * MARGIN):
                text = canvas.beginText(MARGIN, y)
                text.setFont("Helvetica", SIZE)
                text.setTextRenderMode(3)
                text.textOut(line)
                canvas.drawText(text)
                y -= LEADING
            y -= 8

    return drawn(draw)


def encrypted(user: str) -> bytes:
    """Encrypted with AES-128; ``user`` "" opens without a password but may not be changed."""
    rule = pdfencrypt.StandardEncryption(user, ownerPassword="owner", strength=128)
    return drawn(lambda c: column(c, STORY, MARGIN, headline(c), WIDTH - 2 * MARGIN), encrypt=rule)


def turned() -> bytes:
    """A page that is turned for display, with its text upright there."""

    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.translate(HEIGHT, 0)
        canvas.rotate(90)
        column(canvas, STORY, MARGIN, headline(canvas), WIDTH - 2 * MARGIN)

    return drawn(draw)


def stamped() -> bytes:
    """A watermark across the page."""

    def draw(canvas: Canvas) -> None:
        column(canvas, STORY, MARGIN, headline(canvas), WIDTH - 2 * MARGIN)
        canvas.saveState()
        canvas.translate(150, 250)
        canvas.rotate(45)
        canvas.setFont("Helvetica-Bold", 60)
        canvas.drawString(0, 0, "EMBARGOED")
        canvas.restoreState()

    return drawn(draw)


@cache
def sans() -> str:
    """Name of an embedded TrueType font that has ligatures."""
    from reportlab.pdfbase.ttfonts import TTFont

    path = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
    pdfmetrics.registerFont(TTFont("Vera", str(path)))
    return "Vera"


def ligatures() -> bytes:
    """Words set with the characters ﬁ and ﬂ."""

    def draw(canvas: Canvas) -> None:
        y = headline(canvas)
        story = (LEAD, "The ofﬁcials ﬁnally left the oﬃce when the ﬂood had gone down.", OWNER)
        set_so = tuple(one.replace("ﬃ", "f\ufb01") for one in story)
        column(canvas, set_so, MARGIN, y, WIDTH - 2 * MARGIN, font=sans())

    return drawn(draw)


def damaged() -> bytes:
    """Cut off in the middle, its table of objects gone."""
    data = two_columns()
    return data[: len(data) // 2]
