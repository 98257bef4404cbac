"""Charts as inline SVG, in the colours of the page, readable without scripts."""

from collections.abc import Sequence
from html import escape
from math import ceil, floor, log10

WIDTH, HEIGHT = 640, 240
LEFT, RIGHT, TOP, BOTTOM = 56, 16, 14, 44
BARS = 24
SMALLEST = 1e-6
"""A scale ends no lower."""
MOST_POINTS = 2000
"""More points than this tell nothing more, and make the page heavy."""


def histogram(values: Sequence[float], label: str, unit: str) -> str:
    """How many of ``values`` fall into each of some equal steps from 0; ``label`` names them."""
    top = nice(max(values, default=1))
    counts = [0] * BARS
    for value in values:
        counts[min(int(value / top * BARS), BARS - 1)] += 1
    most = 4 * ceil(nice(max(counts) / 4))  # whole articles at every line
    step = (WIDTH - LEFT - RIGHT) / BARS
    bars = "".join(
        f'<rect x="{LEFT + i * step + 1:.1f}" y="{_y(count, most):.1f}" width="{step - 2:.1f}" '
        f'height="{HEIGHT - BOTTOM - _y(count, most):.1f}"><title>{count} from '
        f"{_figure(i * top / BARS)} to {_figure((i + 1) * top / BARS)} {escape(unit)}"
        "</title></rect>"
        for i, count in enumerate(counts)
        if count
    )
    return _chart(label, f"{label} ({unit})", "articles", top, most, bars)


def scatter(points: Sequence[tuple[float, float]], label: str, x: str, y: str) -> str:
    """One dot for each of ``points``, evenly thinned where there are very many."""
    shown = points[:: ceil(len(points) / MOST_POINTS) or 1]
    right = nice(max((point[0] for point in points), default=1))
    top = nice(max((point[1] for point in points), default=1))
    dots = "".join(
        f'<circle cx="{_x(a, right):.1f}" cy="{_y(b, top):.1f}" r="2.5"/>' for a, b in shown
    )
    return _chart(label, x, y, right, top, dots)


def nice(value: float) -> float:
    """The next round number that is not below ``value``: 1, 2, 2.5 or 5 times a power of ten."""
    if value <= 0:
        return 1
    power = 10.0 ** floor(log10(max(value, SMALLEST)))
    return next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= value)


def _chart(label: str, x: str, y: str, right: float, top: float, marks: str) -> str:
    quarters = [0, 0.25, 0.5, 0.75, 1]
    lines = "".join(
        f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{_y(q, 1):.1f}" y2="{_y(q, 1):.1f}"/>'
        for q in quarters
    )
    numbers = "".join(
        f'<text x="{LEFT - 6}" y="{_y(q, 1) + 4:.1f}" text-anchor="end">{_figure(q * top)}</text>'
        f'<text x="{_x(q, 1):.1f}" y="{HEIGHT - BOTTOM + 16}" text-anchor="middle">'
        f"{_figure(q * right)}</text>"
        for q in quarters
    )
    middle = (TOP + HEIGHT - BOTTOM) / 2
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(label)}">'
        f'<g class="grid">{lines}</g><g class="marks">{marks}</g><g class="scale">{numbers}'
        f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 8}" text-anchor="middle">'
        f'{escape(x)}</text><text transform="translate(12 {middle}) rotate(-90)" '
        f'text-anchor="middle">{escape(y)}</text></g></svg>'
    )


def _x(value: float, right: float) -> float:
    return LEFT + (WIDTH - LEFT - RIGHT) * value / right


def _y(value: float, top: float) -> float:
    return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * value / top


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value >= 10 or value == int(value) else f"{value:.2g}"
