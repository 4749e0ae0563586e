"""How much two reports that answer to each other in other words must share for one to go back to the other's text.

An own telling of the same event shares its names and numbers; a reworded copy also shares what stands beside them, in one
order, over a good part of both reports. The weights were learnt on planted copies of invented statements against own tellings
and bulletins of one form (tools/planting), with reports of the cases, isaf and fakes sets as further reports that are no copies.
"""

from collections.abc import Sequence
from typing import NamedTuple

from firsthand.trace.paraphrase import UNIT, Resemblance
from firsthand.trace.texts import Text

SENTENCES = 2
RETOLD, LEAST_COVERED = 0.3, 0.1
"""Share of one report, and of each, that the sentences must make up: in less than that it quotes or recalls."""


class Points(NamedTuple):
    """Thousandths of a logit: for each whole UNIT of shared weight, for each name or number in common, for each that differs, for
    one order throughout, and for the whole of the report of which less is shared; and what all must come to. `plain`: words
    beside names and numbers that a sentence must share to count.
    """

    shared: int
    agree: int
    clash: int
    order: int
    covered: int
    needed: int
    plain: int


ANSWERING = Points(190, 620, -2120, 13130, 14960, 21090, 2)
"""For sentences that answer to each other by themselves."""
FOLLOWING = Points(310, 440, -2100, 9970, 9370, 18020, 1)
"""For these and those between them that share less, in the same order."""


def retold(left: Text, right: Text, found: Sequence[tuple[int, int, Resemblance]], points: Points) -> bool:
    """These pairs of sentences make one report a retelling of the other's text."""
    told = [one for one in found if one[2].words - one[2].agree >= points.plain]
    lefts, rights = {i for i, _, _ in told}, {j for _, j, _ in told}
    if min(len(lefts), len(rights)) < SENTENCES:
        return False
    likes = [like for _, _, like in told]
    weight = sum(like.weight for like in likes)
    order = sum(like.weight * like.ordered for like in likes) / weight
    covered, most = sorted((_covered(left, lefts), _covered(right, rights)))
    return (
        covered >= LEAST_COVERED
        and most >= RETOLD
        and points.shared * weight / UNIT
        + points.agree * sum(like.agree for like in likes)
        + points.clash * sum(like.clash for like in likes)
        + points.order * order
        + points.covered * covered
        >= points.needed
    )


def _covered(text: Text, sentences: set[int]) -> float:
    """Share of the report's words that these sentences hold."""
    return sum(text.sentences[k].size for k in sentences) / text.size
