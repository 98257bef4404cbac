"""``report.html``: one page, without scripts or outside files, that says how a batch went."""

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape
from urllib.parse import quote

from summarize._version import __version__
from summarize.batch.charts import histogram, scatter
from summarize.batch.manifest import Account
from summarize.batch.records import Record
from summarize.batch.tally import levels_of_all, most_doubtful_first
from summarize.batch.words import count, duration
from summarize.checks import CHECKS
from summarize.confidence import LEVELS, WORDS, counted

TOP = 10
MOST_FAILURES = 500
"""Rows of a table on the page; manifest.json has all of them."""
STYLE = """
:root { color-scheme: light dark; --line: #8884; --accent: #2a6fb0; --bad: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --accent: #7ab8f0; --bad: #ff8a80; } }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; line-height: 1.5;
       font-family: system-ui, sans-serif; }
h2 { margin-block: 2.5rem .5rem; font-size: 1.2rem; }
dl.totals { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.5rem 0; }
dl.totals div { border: 1px solid var(--line); border-radius: .5rem; padding: .5rem 1rem; }
dt { font-size: .85rem; opacity: .8; }
dd { margin: 0; font-size: 1.4rem; font-variant-numeric: tabular-nums; }
.bad { color: var(--bad); }
p.stopped { border-inline-start: .3rem solid var(--bad); padding-inline-start: .75rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: .3rem .6rem .3rem 0;
         border-block-end: 1px solid var(--line); overflow-wrap: anywhere; }
.number { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(24rem, 1fr)); gap: 1rem; }
figure { margin: 0; } figcaption { font-size: .85rem; opacity: .8; }
svg { width: 100%; height: auto; font-size: 11px; }
.grid line { stroke: var(--line); } .marks { fill: var(--accent); } .scale { fill: currentColor; }
circle { fill-opacity: .55; }
footer, .hint { font-size: .85rem; opacity: .8; overflow-wrap: anywhere; }
"""
Row = Sequence[str]


def report(account: Account) -> bytes:
    """The page, UTF-8; everything that comes from an article or its name is escaped."""
    title = f"{count(account.tally.total, 'article')}, {account.began:%d %B %Y, %H:%M}"
    done = [one for one in account.records if not (one.error or one.same_as)]
    body = "\n".join(
        (
            f"<h1>{escape(title)}</h1>",
            _stopped(account),
            _totals(account, done),
            _review(account, done),
            _levels(done),
            _failures([record for record in account.records if record.error]),
            _joined(account.records),
            _findings(done),
            _first(done),
            _charts(done),
            _slowest(done),
            _footer(account),
        )
    )
    page = (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )
    return page.encode("utf-8", "replace")


def _stopped(account: Account) -> str:
    if not account.stopped:
        return ""
    left = count(account.tally.total - len(account.tally.status), "article")
    return (
        f'<p class="stopped">This run ended early: {escape(account.stopped)}. {left} not reached; '
        "run the same command again to go on.</p>"
    )


def _totals(account: Account, done: Sequence[Record]) -> str:
    tally = account.tally
    totals = {
        "done": f"{tally.counts['done']:,}",
        "unchanged": f"{tally.counts['unchanged']:,}",
        **({"same story": f"{tally.counts['joined']:,}"} if tally.counts["joined"] else {}),
        "failed": f"{tally.counts['failed']:,}",
        "with errors to check": f"{sum(map(_has_error, done)):,}",
        **({"held back": f"{tally.held:,}"} if tally.held else {}),
        "sentences drafted": f"{tally.sentences:,}",
        "time": duration(tally.seconds),
    }
    alarming = {"failed", "with errors to check"}
    cards = (
        f"<div><dt>{name}</dt><dd{_bad(name in alarming and value != '0')}>{value}</dd></div>"
        for name, value in totals.items()
    )
    return f'<dl class="totals">{"".join(cards)}</dl>'


def _review(account: Account, done: Sequence[Record]) -> str:
    """What all of the Khmer comes to, and how its review is begun."""
    if not any(one.levels for one in done):
        return ""
    return (
        f"<p>Of the Khmer sentences of all articles: {escape(counted(levels_of_all(done)))}. "
        f"To review them: <code>{escape(account.review)}</code></p>"
    )


def _failures(failed: Sequence[Record]) -> str:
    rows = [
        (
            escape(record.input),
            f'{escape(record.error)}<br><span class="hint">{escape(record.hint)}</span>',
        )
        for record in failed[:MOST_FAILURES]
    ]
    more = len(failed) - len(rows)
    note = f"<p>And {more:,} more: see manifest.json.</p>" if more else ""
    return _section("What failed", ("input", "why, and what to do"), rows, note)


def _joined(records: Sequence[Record]) -> str:
    """What several feeds told, each with the one that has the files."""
    names = {record.id: record.input for record in records}
    rows = [
        (escape(one.input), _linked(one, names.get(one.same_as, one.same_as)))
        for one in records
        if one.same_as
    ]
    return _section("The same story", ("input", "same story as"), rows[:MOST_FAILURES])


def _findings(done: Sequence[Record]) -> str:
    found: Counter[str] = Counter()
    articles: Counter[str] = Counter()
    for record in done:
        found.update(record.findings)
        articles.update(record.findings.keys())
    rows = []
    for name, number in found.most_common():
        check, _, severity = name.partition("/")
        doc = CHECKS[check].doc if check in CHECKS else ""
        shown = f"<span{_bad(severity == 'error')}>{escape(severity)}</span>"
        rows.append((escape(check), shown, escape(doc), f"{number:,}", f"{articles[name]:,}"))
    heads = ("check", "severity", "what it finds", "#findings", "#articles")
    return _section("Findings", heads, rows)


def _first(done: Sequence[Record]) -> str:
    """The articles that need a person most."""
    worst = sorted((r for r in done if _has_error(r)), key=lambda r: -_errors(r))[:TOP]
    rows = [(_link(r), str(_errors(r)), str(sum(r.findings.values()))) for r in worst]
    return _section("Look here first", ("article", "#errors", "#findings"), rows)


def _levels(done: Sequence[Record]) -> str:
    """How likely the Khmer sentences of each article are usable, the most doubtful ones first."""
    drafted = most_doubtful_first(done)
    rows = [(_link(one), *_of_each_level(one)) for one in drafted[:MOST_FAILURES]]
    more = len(drafted) - len(rows)
    note = f"<p>And {more:,} more: see manifest.json.</p>" if more else ""
    heads = ("article", *(f"#{WORDS[level]}" for level in reversed(LEVELS)))
    return _section("The Khmer, sentence by sentence", heads, rows, note)


def _of_each_level(record: Record) -> Row:
    """Sentences of each level, the worst first."""
    numbers = [(level, record.levels.get(level, 0)) for level in reversed(LEVELS)]
    return [f"<span{_bad(level == 'wrong' and n > 0)}>{n:,}</span>" for level, n in numbers]


def _charts(done: Sequence[Record]) -> str:
    if not done:
        return ""
    words = [float(record.words) for record in done]
    seconds = [_seconds(record) for record in done]
    figures = {
        "How long the articles are": histogram(words, "Length of the articles", "words"),
        "How long they took": histogram(seconds, "Time of an article", "seconds"),
        "Time by length": scatter(
            list(zip(words, seconds, strict=True)), "Time by length", "words", "seconds"
        ),
    }
    shown = "".join(
        f"<figure><figcaption>{name}</figcaption>{chart}</figure>"
        for name, chart in figures.items()
    )
    return f'<h2>Length and time</h2><div class="charts">{shown}</div>'


def _slowest(done: Sequence[Record]) -> str:
    slowest = sorted(done, key=_seconds, reverse=True)[:TOP]
    rows = [(_link(r), f"{r.words:,}", f"{_seconds(r):,.2f}") for r in slowest]
    note = (
        '<p class="hint">Articles go through the models together; the time of each is its own for '
        "reading, and the mean of its group for the rest. Unchanged ones show their first time.</p>"
    )
    return _section("Slowest", ("article", "#words", "#seconds"), rows, note)


def _footer(account: Account) -> str:
    lines = [f"summarize {__version__}", *(f"{k}: {v}" for k, v in account.signatures.items())]
    return f"<footer><p>{'<br>'.join(map(escape, lines))}</p></footer>"


def _section(title: str, heads: Sequence[str], rows: Sequence[Row], note: str = "") -> str:
    """A table under a heading; columns whose head begins with # hold numbers."""
    if not rows:
        return ""
    sides = ['class="number"' if head.startswith("#") else "" for head in heads]
    top = _cells("th", (head.removeprefix("#") for head in heads), sides)
    body = "\n".join(_cells("td", row, sides) for row in rows)
    return f"<h2>{title}</h2><table><thead>{top}</thead><tbody>{body}</tbody></table>{note}"


def _cells(tag: str, texts: Iterable[str], sides: Sequence[str]) -> str:
    cells = (f"<{tag} {side}>{text}</{tag}>" for text, side in zip(texts, sides, strict=True))
    return f"<tr>{''.join(cells)}</tr>"


def _link(record: Record) -> str:
    return _linked(record, record.input)


def _linked(record: Record, name: str) -> str:
    """``name``, leading to the first file of ``record``."""
    shown = escape(name)
    return f'<a href="{escape(quote(record.files[0]))}">{shown}</a>' if record.files else shown


def _bad(bad: bool) -> str:
    return ' class="bad"' if bad else ""


def _has_error(record: Record) -> bool:
    return _errors(record) > 0


def _errors(record: Record) -> int:
    return sum(n for name, n in record.findings.items() if name.endswith("/error"))


def _seconds(record: Record) -> float:
    return sum(record.milliseconds.values()) / 1000
