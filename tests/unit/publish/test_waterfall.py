"""The waterfall of a comparison: bars that add up, and hostile text that stays text."""

import re
from xml.etree import ElementTree

from firsthand.model.explained import Explained, SideOf
from firsthand.model.match import Feature, Match, Weighing
from firsthand.publish.waterfall_svg import waterfall_svg

HOSTILE = '<script>alert("x")</script>\u202e\x1b[31m & "quoted"'


def explained(*millibits: int, words: str = "both agree") -> Explained:
    features = tuple(
        Feature(name=f"feature {k}", left=words, right="b", millibits=bits, why=words)
        for k, bits in enumerate(millibits)
    )
    best = Match(left="evt_a", right="evt_b", prior=-5400, features=features, millibits=-5400 + sum(millibits))
    side = SideOf(name="a", incident="inc_a", title=words, report=words, words=words)
    weighing = Weighing(best=best, pairs=1, mean=best.millibits, needed=0)
    return Explained(left=side, right=side, weighing=weighing, together=False, why=(words,))


def test_each_bar_begins_where_the_last_one_ended() -> None:
    picture = waterfall_svg(explained(5800, -2500, 2900))
    bars = [
        (match[1], int(match[2]), int(match[2]) + int(match[3]))
        for match in re.finditer(r'<rect class="(prior|for|against|sum)" x="(\d+)" y="\d+" width="(\d+)"', picture)
    ]
    assert [style for style, _, _ in bars] == ["prior", "for", "against", "for", "sum"]
    prior, up, down, again, total = bars
    assert prior[1] == up[1]
    assert up[2] == down[2]
    assert down[1] == again[1]
    assert again[2] in (total[1], total[2])


def test_hostile_text_stays_text() -> None:
    picture = waterfall_svg(explained(100, words=HOSTILE))
    tree = ElementTree.fromstring(picture)  # noqa: S314 - our own picture
    assert "<script" not in picture
    assert "\x1b" not in picture
    assert "\u202e" not in picture
    assert 'alert("x")' in "".join(tree.itertext())


def test_a_comparison_without_features_can_be_drawn() -> None:
    assert ElementTree.fromstring(waterfall_svg(explained())) is not None  # noqa: S314 - our own picture
