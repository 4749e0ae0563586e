"""Who is quoted for a stretch of words."""

from firsthand.trace.texts import Text
from firsthand.trace.words import WORD, plain


def speakers(text: Text, words: tuple[int, int]) -> list[str]:
    """Speakers to whom the report gives at least half of the words first..last, those with most of them first."""
    start, end = text.starts[words[0]], text.ends[words[1] - 1]
    held: dict[str, int] = {}
    for said in text.extraction.attributions:
        if said.speaker:
            inside = sum(_common(start, end, span.start, span.end) for span in said.content)
            held[said.speaker] = max(held.get(said.speaker, 0), inside)
    for quoted in text.extraction.quotations:
        if quoted.speaker:
            inside = _common(start, end, quoted.span.start, quoted.span.end)
            held[quoted.speaker] = max(held.get(quoted.speaker, 0), inside)
    return [name for name, size in sorted(held.items(), key=lambda x: (-x[1], x[0])) if 2 * size >= end - start]


def same_speaker(left: Text, left_words: tuple[int, int], right: Text, right_words: tuple[int, int]) -> str | None:
    """The speaker to whom both reports give the words."""
    for one in speakers(left, left_words):
        for other in speakers(right, right_words):
            if one_name(one, other):
                return max(one, other, key=lambda name: (len(name), name))
    return None


def one_name(left: str, right: str) -> bool:
    """One name is the other, or the other's last words ("Marek", "Colonel Ana Marek")."""
    a, b = _plain_words(left), _plain_words(right)
    if not a or not b:
        return False
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    return long[-len(short) :] == short


def _plain_words(name: str) -> list[str]:
    return [plain(m.group()) for m in WORD.finditer(name)]


def _common(start: int, end: int, first: int, last: int) -> int:
    return max(0, min(end, last) - max(start, first))
