"""What tells whether a word of a text without case is a name or an abbreviation: features for the scorers of case."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from firsthand.resources.casing_units import Unit
from firsthand.resources.casing_words import Marks
from firsthand.resources.lexicon import Hit, Lexicon
from firsthand.resources.lexicon_fold import EVERYDAY_WORDS, fold, pieces

SMALL, LARGE, WHOLE, OPEN = "abc?"
"""How a word is written: small, with a large first letter, in capitals, or unknown since it opens a sentence."""
VOWELS: Final = frozenset("aeiouyáéíóúäöüàèâêîô")
ENDINGS: Final = frozenset("s t d m re ll ve".split())
JOINING: Final = frozenset(
    "of the and for in on to de del la las los y e et des du von al el und against with from".split()
)
"""Words inside names that are written small."""
TWOFOLD: Final = EVERYDAY_WORDS | {"may", "march"}
"""Words that are a name or an abbreviation when written large, and another word when written small."""
NONE: Final = Marks("^", "^", "^")


class Known(NamedTuple):
    """A word of a name that is known: how the name is written ("first:name", "in:common"), and how this word is, where told."""

    form: str
    written: str | None


def hits(text: str, lexicon: Lexicon) -> dict[int, Known]:
    """Where words of known names of two words and more stand, by the word's start."""
    words = pieces(text)
    keys = [w.key for w in words]
    found: dict[int, Known] = {}
    at = 0
    while at < len(words):
        hit = next((h for h in lexicon.match(words, at) if h.last - h.first > 1), None)
        land = lexicon.country_at(keys[at : at + 4], 0) if hit is None else None
        if hit is not None:
            size, form, written = hit.last - at, hit.alias.form, _written(hit, " ".join(keys[at : hit.last]))
        elif land is not None and land[1] > 1:
            size, form = land[1], "name"
            written = [SMALL if n and key in JOINING else LARGE for n, key in enumerate(keys[at : at + size])]
        else:
            at += 1
            continue
        for n in range(size):
            found[words[at + n].start] = Known(f"{'in' if n else 'first'}:{form}", written[n] if written else None)
        at += size
    return found


def _written(hit: Hit, key: str) -> list[str]:
    """How the lexicon writes each word of a name; [] where it has it in other words."""
    for entry in hit.alias.entries:
        for name in (entry.name, *entry.aliases):
            parts = pieces(name)
            if len(parts) == hit.last - hit.first and fold(name) == key:
                return [form_of(name[p.start : p.end]) for p in parts]
    return []


def form_of(word: str) -> str:
    """How a word is written: small, large or in capitals."""
    if not any(map(str.isupper, word)):
        return SMALL
    return WHOLE if len(word) > 1 and word.isupper() else LARGE


def features(words: Sequence[Unit], look: Callable[[str], Marks], known: Mapping[int, Known]) -> list[tuple[str, ...]]:
    """For each word its features, without those of `decided`. `known`: by `hits`."""
    marks = [look(w.key) for w in words]
    short = {w.key for i, w in enumerate(words) if _introduced(words, i)}
    rows: list[tuple[str, ...]] = []
    for i, w in enumerate(words):
        mine, last = marks[i], i + 1 == len(words)
        back = marks[i - 1] if i and not w.opens else NONE
        ahead = marks[i + 1] if not last and not words[i + 1].opens else NONE
        before = words[i - 1].key if i and not w.opens else "^"
        after = words[i + 1].key if not last else "^"
        parted = f"{_gap(w.gap)} {'n' if last else _gap(words[i + 1].gap)}"
        speech, hit = f"{mine.speech}/{mine.written}", known[w.start].form if w.start in known else "0"
        kind = f"{speech}/{mine.named}"
        row = [
            f"word:{w.key}", f"word:{before}<", f"word:>{after}", f"word:{before}<{mine.named}", f"word:>{after}/{mine.named}",
            f"kind:{kind}", f"speech:{speech}", f"named:{mine.named}/{mine.speech}", f"end:{w.key[-3:]}",
            f"end:{w.key[-2:]}/{mine.speech}", f"long:{min(len(w.key), 9)}/{mine.written}",
            f"{'/'.join(back)}<{mine.speech}", f">{'/'.join(ahead)}/{mine.speech}",
            f"{back.speech}<{kind}", f">{ahead.speech}/{kind}", f"marks:{parted}", f"marks:{parted}/{speech}",
            f"hit:{hit}", f"hit:{hit}/{mine.speech}",
        ]  # fmt: skip
        if w.key in TWOFOLD:
            row += [f"word:{w.key}/{back.speech}", f"word:{w.key}/{back.speech}<>{ahead.speech}"]
        if w.key in short:
            row.append("short")
        if not VOWELS & set(w.key):
            row.append(f"vowelless:{min(len(w.key), 4)}")
        rows.append(tuple(row))
    return rows


def decided(at: Unit, row: Sequence[str], one: str, two: str) -> tuple[str, ...]:
    """Features of a word that depend on how the word before it is written, and the one before that."""
    if at.opens:
        return ("after:^", f"after:^/{row[6]}")
    word, speech, named, marks = row[0], row[6], row[7], row[15]
    return (
        f"after:{one}",
        f"after:{two}{one}",
        *(f"after:{one}/{mine}" for mine in (speech, named, marks)),
        f"{word}/after:{one}",
    )


def certain(at: Unit, marks: Marks, known: Known | None) -> str | None:
    """How a word is written whatever the scorers say: known abbreviations and names, endings behind a number or an apostrophe."""
    if (at.gap[-1:] in "'’" and at.key in ENDINGS) or (at.gap[-1:].isdigit() and 1 < len(at.key) < 4):
        return SMALL
    if marks.named == "acronym" and (marks.speech == "0" or ("U" in marks.written and "T" not in marks.written)):
        return WHOLE
    if known is not None and known.written is not None and known.form.endswith(":name"):
        return known.written
    if marks.named == "land" and "v" not in marks.speech:
        return LARGE
    return None


def _introduced(words: Sequence[Unit], at: int) -> bool:
    """Tell whether a word stands in brackets and is drawn, letter by letter, from the first letters of the words before it."""
    key = words[at].key
    if not (1 < len(key) < 9 and words[at].gap.endswith("(")):
        return False
    letters = [w.key[0] for w in words[max(0, at - len(key) - 4) : at]]
    found = -1
    for letter in key:
        try:
            found = letters.index(letter, found + 1)
        except ValueError:
            return False
    return True


def _gap(gap: str) -> str:
    """What parts two words, by its kind: a blank, a line's end, or the marks in it, with 9 for a number."""
    if gap == " ":
        return "_"
    marks = "".join(c for c in gap if not c.isspace() and not c.isdigit() and c != ",")[:2]
    marks += "." * ("," in gap) if not marks else ""
    return (marks + ("9" if any(c.isdigit() for c in gap) else "")) or ("n" if gap.count("\n") > 1 else "_")
