"""A text with its evidence marked: ⟦words│field⟧, in colours where there are any, whatever lies over whatever."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.text import Text

from firsthand.cli import cells
from firsthand.cli.words import safe
from firsthand.model.claim import COUNTS

OPEN, BAR, CLOSE, GOES_ON = "⟦", "│", "⟧", "…"
"""Signs of a mark; where a report has them itself, others stand in their place, so that it can mark nothing."""
INSTEAD = str.maketrans({OPEN: "[", BAR: "|", CLOSE: "]"})
COLOURS = {
    "actor": "red", "target": "magenta", "victim": "bright_magenta", "weapon": "yellow", "date": "cyan", "place": "green",
    "motive": "bright_cyan", "outcome": "bright_green", "seized": "bright_yellow", "denial": "bright_red",
}  # fmt: skip
COUNTED = "bright_blue"
"""Of all counts: each has its field in words beside it."""


class Labelled(NamedTuple):
    """A stretch of the text, half-open, and what stands beside it: the fields, each with the number of its incident."""

    start: int
    end: int
    fields: tuple[tuple[str, str], ...]


class Piece(NamedTuple):
    """A stretch as it is printed: one that crosses another is cut in two, of which the first goes on."""

    start: int
    end: int
    label: Labelled
    goes_on: bool


def labelled(spans: Iterable[tuple[int, int, str, str]]) -> list[Labelled]:
    """Stretches from (start, end, field, number); those over the same words are one."""
    found: dict[tuple[int, int], dict[tuple[str, str], None]] = {}
    for start, end, field, number in spans:
        found.setdefault((start, end), {})[field, number] = None
    return [Labelled(start, end, tuple(sorted(fields))) for (start, end), fields in sorted(found.items())]


def pieces(labels: Sequence[Labelled]) -> list[Piece]:
    """The stretches, cut so that each lies within another or beside it; in the order in which they open."""
    waiting = sorted(labels, key=lambda one: (one.start, -one.end))
    whole = [Piece(one.start, one.end, one, False) for one in waiting]
    done: list[Piece] = []
    while whole:
        one = whole.pop(0)
        around = [held for held in done if held.start <= one.start < held.end < one.end]
        if around:
            cut = min(held.end for held in around)
            done.append(one._replace(end=cut, goes_on=True))
            rest = one._replace(start=cut)
            whole.append(rest)
            whole.sort(key=lambda piece: (piece.start, -piece.end))
        else:
            done.append(one)
    return sorted(done, key=lambda piece: (piece.start, -piece.end))


def marked(text: str, labels: Sequence[Labelled]) -> Text:
    """The text with its marks; made safe piece by piece, so that no offset moves."""
    out, at, held = Text(), 0, list[Piece]()

    def close(until: int) -> None:
        nonlocal at
        while held and held[-1].end <= until:
            piece = held.pop()
            _words(out, text[at : piece.end], [*held, piece])
            at = piece.end
            _tag(out, piece)

    for piece in pieces(labels):
        close(piece.start)
        _words(out, text[at : piece.start], held)
        at = piece.start
        out.append(OPEN, style=f"dim {colour(piece.label.fields[0][0])}")
        held.append(piece)
    close(len(text))
    _words(out, text[at:], [])
    return out


def _words(out: Text, words: str, held: Sequence[Piece]) -> None:
    style = f"bold {colour(held[-1].label.fields[0][0])}" if held else ""
    out.append(safe(words).translate(INSTEAD), style=style)


def _tag(out: Text, piece: Piece) -> None:
    """What stands at the end of a mark: its fields."""
    fields = ", ".join(tag(*field) for field in piece.label.fields)
    goes_on = GOES_ON if piece.goes_on else ""
    out.append(f"{goes_on}{BAR}{fields}{CLOSE}", style=f"dim {colour(piece.label.fields[0][0])}")


def tag(field: str, number: str) -> str:
    """A field as it stands in a mark, with the number of its incident where there are several."""
    return f"{cells.field_name(field)} {number}".rstrip()


def colour(field: str) -> str:
    """The colour of a field."""
    return COUNTED if field in COUNTS else COLOURS.get(field, "white")
