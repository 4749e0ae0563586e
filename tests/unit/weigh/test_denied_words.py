"""Denials without a verb for it, by kind; the sentences are invented."""

import pytest

from firsthand.weigh.denied_words import denied_in


@pytest.mark.parametrize(
    ("words", "of"),
    [
        ("It was not us", "responsibility"),
        ("its aircraft had not carried out the strike", "responsibility"),
        ("the brigade had nothing to do with the fire", "responsibility"),
        ("none of its drones flew that night", "responsibility"),
        ("we did not shell the harbour", "responsibility"),
        ("no such killing took place", "event"),
        ("the ambush never happened", "event"),
        ("That number is false", "toll"),
        ("the figure exaggerated", "toll"),
        ("the death toll given by the rebels was invented", "toll"),
        ("all five were fighters", "status"),
        ("no civilian was hit", "status"),
        ("none of those killed was a civilian", "status"),
        ("the house was a legitimate military target", "legitimacy"),
        ("the mill was used by armed militants", "legitimacy"),
        ("it struck a weapons depot in the school", "legitimacy"),
        ("the number of wounded rose to nine", None),
        ("the convoy did not stop at the bridge", None),
        ("fighters were seen near the mill", None),
        ("the command centre was moved to the coast", None),
        ("nine fishermen were hit by the blast", None),
    ],
)
def test_what_words_deny(words: str, of: str | None) -> None:
    assert denied_in(words) == of
