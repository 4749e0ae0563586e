"""Forms of words that are filled in anew: bulletins of one house about two events, which are no copies of each other."""

from collections.abc import Sequence

from firsthand.trace.paraphrase import Resemblance
from firsthand.trace.texts import Text

CLASHES, FEW = 3, 2
FILLED_IN = 2
"""Other names and numbers of a sentence that agrees in none."""


def template(news: Sequence[Resemblance]) -> bool:
    """One form filled in with other names and numbers: bulletins of one house, not one piece of news."""
    clash, agree = sum(like.clash for like in news), sum(like.agree for like in news)
    return clash >= CLASHES and 2 * clash >= agree


def filled_in(like: Resemblance) -> bool:
    """Two sentences of one form of words that name and count other things throughout."""
    return like.clash >= FILLED_IN and not like.agree


def form(left: Text, right: Text, found: Sequence[tuple[int, int]]) -> bool:
    """Other names and numbers, from the first common sentence to the last: two events told in one form of words.

    A bulletin that is filled in anew shares its words with the next one; whoever copies a report keeps what it names and
    counts. What only one of the two has beside that is no sign.
    """
    mine, yours = _named(left, [a for a, _ in found]), _named(right, [b for _, b in found])
    clash = min(_without(left, mine - right.known, right), _without(right, yours - left.known, left))
    # Small numbers agree by chance ("two strikes on March 3", "three strikes on March 2").
    agree = sum(not (len(name) == 1 and name.isdigit()) for name in mine & yours)
    return (clash >= FEW and clash >= agree) or (clash > CLASHES and 2 * clash >= agree)


def _named(text: Text, sentences: Sequence[int]) -> set[str]:
    """Names and numbers of the sentences from the first to the last of these."""
    words = (k for s in range(min(sentences), max(sentences) + 1) for k in text.content[s])
    return {text.stems[k] for k in words if text.anchors[k]}


def _without(text: Text, names: set[str], other: Text) -> int:
    """How many of its names and numbers the other report has in no spelling."""
    return sum(text.sounds[name] not in other.heard for name in names)
