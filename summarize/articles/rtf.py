"""Rich Text: the running text of an .rtf file, without what it hides, deletes or notes."""

import re
from dataclasses import dataclass, field, replace

from summarize.articles.decoding import refuse_binary
from summarize.articles.limits import refuse_many_paragraphs
from summarize.articles.page import Flow, Kind, Page, page_of
from summarize.articles.tables import A_TABLE, is_prose
from summarize.errors import ArticleError

RTF_MAGIC = b"{\\rtf"
TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])"
    r"|[\r\n]+|([^\\{}\r\n]+)"
)
"""Control word, byte of the code page, control symbol, brace, line end, text."""
ENDS = re.compile(r"\\(?:par|page|sect|(?:nest)?cell)(?![a-z])")
"""Control words that end a paragraph or a cell."""
DEPTH = 500
"""Groups within groups; no word processor writes a tenth of that."""
SPECIAL = {
    "tab": " ",
    "line": " ",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": " ",
    "enspace": " ",
}
_DESTINATIONS = (
    "fonttbl colortbl info pict object header headerl headerr headerf footer footerl footerr "
    "footerf footnote annotation atnid atnauthor atndate xe tc pntext listtext fldinst themedata "
    "datastore generator listtable listoverridetable rsidtbl revtbl bkmkstart bkmkend nonshppict "
    "operator author title company template"
)
DESTINATIONS = frozenset(_DESTINATIONS.split())
"""Groups that are no running text; of unknown ones ``\\*`` says that they may be left out."""
HIDING = frozenset({"v", "deleted", "strike", "striked"})
SAVE_AGAIN = "Open it in a word processor and save it as .docx."


@dataclass(frozen=True, slots=True)
class _State:
    """What a group inherits: destination, hidden text, characters that follow a Unicode one."""

    skipped: bool = False
    styles: bool = False
    hidden: frozenset[str] = frozenset()
    fallback: int = 1
    encoding: str = "cp1252"


@dataclass(slots=True)
class _Text:
    """What has been read: paragraphs with their kind, and the open one.

    ``style`` is its number, ``named`` the one whose name the style sheet gives.
    """

    blocks: list[Flow] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    kind: Kind = "paragraph"
    style: int = 0
    named: int = 0
    cells: list[str] = field(default_factory=list)
    names: dict[int, str] = field(default_factory=dict)
    in_table: bool = False

    def take(self) -> str:
        """The open text; characters beyond the first 65,536 came in two halves."""
        text = "".join(self.pieces).strip()
        self.pieces.clear()
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    def end_paragraph(self) -> None:
        text = self.take()
        if not text:
            return
        name = self.names.get(self.style, "")
        styled: Kind = "heading" if "heading" in name else self.kind
        self.end_table()
        self.blocks.append(("title" if name.startswith("title") else styled, text))

    def end_cell(self) -> None:
        self.cells.append(self.take())

    def end_table(self) -> None:
        if is_prose(self.cells):
            self.blocks += [("paragraph", cell) for cell in self.cells if cell]
        elif any(self.cells):
            self.blocks.append(("missing", A_TABLE))
        self.cells.clear()


def read_rtf(data: bytes, name: str) -> Page:
    """Read an .rtf: title by style, else the first heading; other headings left out.

    Raises ``ArticleError`` on other files, too many paragraphs and groups nested too deeply.
    """
    if not data.lstrip().startswith(RTF_MAGIC):
        refuse_binary(data, name)
        raise ArticleError(f"{name} is not a Rich Text file, whatever its name says", SAVE_AGAIN)
    source = data.decode("latin-1")
    refuse_many_paragraphs(sum(1 for _ in ENDS.finditer(source)), name)
    return page_of(_blocks(source, name))


def _blocks(source: str, name: str) -> list[Flow]:
    text, stack, state = _Text(), list[_State](), _State()
    skip = 0
    for match in TOKEN.finditer(source):
        word, number, byte, symbol, brace, plain = (group or "" for group in match.groups())
        if brace == "{":
            if len(stack) > DEPTH:
                raise ArticleError(f"{name} is a damaged Rich Text file", SAVE_AGAIN)
            stack.append(state)
        elif brace == "}":
            state = stack.pop() if stack else state
        elif word:
            state, skip = _control(word, number, state, text, skip)
        elif symbol == "*":
            state = replace(state, skipped=True)
        elif skip and (byte or symbol):
            skip -= 1
        else:
            shown = _shown(byte, symbol, plain, state)[skip if plain else 0 :]
            skip = max(skip - len(plain), 0) if plain else skip
            _add(text, shown, state)
    text.end_paragraph()
    text.end_table()
    return text.blocks


def _shown(byte: str, symbol: str, plain: str, state: _State) -> str:
    if byte:
        return bytes.fromhex(byte).decode(state.encoding, "replace")
    if symbol:
        return {"~": " ", "_": "-", "\\": "\\", "{": "{", "}": "}", "\n": " "}.get(symbol, "")
    return plain


def _add(text: _Text, shown: str, state: _State) -> None:
    if state.styles:
        if ";" in shown:
            text.names[text.named] = shown.partition(";")[0].strip().lower()
    elif not (state.skipped or state.hidden):
        text.pieces.append(shown)


def _control(word: str, number: str, state: _State, text: _Text, skip: int) -> tuple[_State, int]:
    """What a control word changes; returns the state and how many characters to pass over."""
    if word == "u" and number:
        code = int(number) % 0x10000
        _add(text, chr(code), state)
        return state, state.fallback
    if word == "uc":
        return replace(state, fallback=min(int(number or 1), 10)), skip
    if word == "stylesheet":
        return replace(state, styles=True), skip
    if word == "shptxt":
        text.blocks.append(("missing", "a text box"))
    if word in DESTINATIONS:
        return replace(state, skipped=True), skip
    if word in HIDING or word == "plain":
        return replace(state, hidden=_hidden(word, number, state)), skip
    if word == "ansicpg" and number:
        return replace(state, encoding=_code_page(number)), skip
    if word == "s" and state.styles:
        text.named = int(number or 0)
    elif word == "s":
        text.style = int(number or 0)
    elif not (state.skipped or state.styles):
        _paragraph(word, text, state)
    return state, skip


def _hidden(word: str, number: str, state: _State) -> frozenset[str]:
    if word == "plain":
        return frozenset()
    return state.hidden - {word} if number == "0" else state.hidden | {word}


def _paragraph(word: str, text: _Text, state: _State) -> None:
    if word == "par" and text.in_table:
        text.pieces.append(" ")
    elif word in ("par", "page", "sect"):
        text.end_paragraph()
    elif word in ("cell", "nestcell"):
        text.end_cell()
    elif word == "pard":
        text.kind, text.style, text.in_table = "paragraph", 0, False
    elif word == "intbl":
        text.in_table = True
    elif word == "outlinelevel":
        text.kind = "heading"
    elif word in SPECIAL:
        _add(text, SPECIAL[word], state)


def _code_page(number: str) -> str:
    import codecs

    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return "cp1252"
