"""What every picture begins with, and text as it may stand in one."""

from html import escape

from firsthand.publish.plain import plain

STYLE = """
text { font-family: system-ui, "DejaVu Sans", "Segoe UI", Helvetica, Arial, sans-serif; font-size: 13px; fill: #1f2933 }
.title { font-size: 16px; font-weight: 600 }
.small { font-size: 11px; fill: #52606d }
.paper { fill: #fcfcfa }
@media (prefers-color-scheme: dark) {
text { fill: #e4e7eb }
.small { fill: #b3bcc6 }
.paper { fill: #15191f }
}
"""


def opened(size: tuple[int, int], title: str, about: str, style: str) -> str:
    """The beginning of a picture: its size, title and description, its style, and the paper."""
    width, height = size
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-labelledby="t d"><title id="t">{escaped(title)}</title>'
        f'<desc id="d">{escaped(about)}</desc><style>{STYLE}{style}</style>'
        f'<rect class="paper" width="{width}" height="{height}"/>\n'
    )


def cut(text: str, limit: int) -> str:
    """The text on one line, cut with an ellipsis."""
    flat = " ".join(plain(text).split())
    return flat if len(flat) <= limit else flat[: limit - 1].rstrip() + "…"


def escaped(text: str) -> str:
    """Text as it may stand in a picture, also between quotes."""
    return escape(plain(text), quote=True)
