"""Words in quotation marks as they are compared: their keys, whoever says them, over paragraphs where they run on."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from firsthand.trace.spellings import one_person, written_out
from firsthand.trace.stretches import stretches
from firsthand.trace.texts import Text
from firsthand.trace.voices import one_name

SHORTEST, MOST = 3, 400
"""Words of the shortest quotation that is compared at all (shorter ones are scare quotes), and of the longest."""


class Quoted(NamedTuple):
    """A quotation of one report: keys of its words, without what stands in square brackets, and its content stems.

    `words`: the index in the text of each key's word. `names`: keys that are written with a capital. `told_as`: what the
    report calls the source, from who spoke to who passed it on. `pieces`: characters of the text; more than one where who
    says it stands between.
    """

    text: int
    speaker: str | None
    keys: tuple[str, ...]
    stems: frozenset[str]
    words: tuple[int, ...]
    names: frozenset[str]
    told_as: tuple[str, ...]
    pieces: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.pieces[-1][1]

    @property
    def first(self) -> int:
        """Index of its first word in the text."""
        return self.words[0]

    @property
    def last(self) -> int:
        """Index after its last word."""
        return self.words[-1] + 1


def quoted(texts: Sequence[Text]) -> list[Quoted]:
    """Quotations of all reports that are more than a word or two, and no whole report."""
    return [q for k, text in enumerate(texts) for q in _quoted(k, text)]


def _quoted(index: int, text: Text) -> Iterator[Quoted]:
    """Quotations of one report; one that goes on in the next paragraph, or behind who says it, is one."""
    body = text.report.text
    for stretch in stretches(text):
        kept: list[int] = []
        for start, end in stretch.pieces:
            inside = range(bisect_left(text.starts, start), bisect_right(text.ends, end))
            kept += [k for k in inside[: MOST + 1] if not _bracketed(body, start, text.starts[k])]
        kept = [k for n, k in enumerate(kept) if not n or text.keys[k] != text.keys[kept[n - 1]]]
        if SHORTEST <= len(kept) <= MOST:
            pairs = [(key, k) for k in kept for key in written_out(body[text.starts[k] : text.ends[k]], text.keys[k])]
            yield Quoted(
                text=index,
                speaker=stretch.speaker,
                keys=tuple(key for key, _ in pairs),
                stems=frozenset(text.stems[k] for k in kept if text.stems[k]),
                words=tuple(k for _, k in pairs),
                names=frozenset(key for key, k in pairs if body[text.starts[k]].isupper() and k != kept[0]),
                told_as=tuple(dict.fromkeys((*filter(None, [stretch.speaker]), *stretch.chain))),
                pieces=stretch.pieces,
            )


def _bracketed(text: str, begin: int, at: int) -> bool:
    """The outlet's own words inside a quotation."""
    return text.rfind("[", begin, at) > text.rfind("]", begin, at)


def speaker(quoted: Quoted) -> str | None:
    """Who is quoted, where the report gives a name."""
    name = quoted.speaker
    return name if name and name[:1].isupper() else None


def may_be_one_speaker(left: Quoted, right: Quoted) -> bool:
    """Tell whether both may be one speaker's: one of them is not named, or they share a name ("Col. X of Y", "Y")."""
    if speaker(left) is None or speaker(right) is None:
        return True
    return any(one_name(a, b) or one_person(a, b) for a in left.told_as for b in right.told_as)
