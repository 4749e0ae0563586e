"""Whether an event is one of armed conflict at all: accidents, nature and sport share its verbs ("struck", "fired", "killed")."""

import re

from spacy.tokens import Token

from firsthand.extract.drafts import Draft
from firsthand.extract.phrases import subjects
from firsthand.extract.scene import Scene
from firsthand.model.value import Party
from firsthand.resources.outside import Outside

MIXED = frozenset({"attack", "killing", "bombing", "disaster", "shooting", "arson", "displacement"})
"""Kinds whose words accidents and sport share."""
SCORE = re.compile(
    r"\b(?:won|win|beat|lost|lose|drew|draw)\b.{0,40}\b\d{1,3}[-–]\d{1,3}\b|\b[A-Z][a-z]+ \d [A-Z][a-z]+(?: [A-Z][a-z]+)? \d\b"
)
FIREARMS = frozenset("gun gunman gunfire gunshot bullet pistol handgun rifle firearm shotgun".split())
"""Words by which a report with words of sport is none of sport: people were shot on a court or at a match."""
SOMEBODY = frozenset("he she they who i we one another".split())
FEW = 4
"""Where the first telling of an event stands beside no word of accidents, more than one telling in so many must."""
SPORT_WORDS = 3
"""Different words of sport from which a report is one of sport; two occur by chance in reports of attacks on stadiums."""


def outside(scene: Scene, words: Outside, drafts: list[Draft]) -> bool:
    """Tell whether an event is an accident, a natural disaster or a game: told in such words, with no armed party in it."""
    if any(d.kind not in MIXED for d in drafts) or any(_armed(scene, d) for d in drafts):
        return False
    last = max(d.passage for d in drafts)
    end = scene.passages[min(last + 1, len(scene.passages) - 1)].end  # what stands below is often of other news
    whole = {t.lemma_.lower() for t in scene.doc if t.idx < end}
    played = len(whole & words.sport) + bool(SCORE.search(scene.text, 0, end)) >= SPORT_WORDS
    if played and not whole & FIREARMS:
        return True
    if any(d.kind == "shooting" for d in drafts):  # a gun went off at somebody, though it may be called an accident
        return False
    told = [any(_accident(scene, t, words) for t in d.token.sent) for d in drafts]
    if told[0] or sum(told) * FEW > len(told):  # a witness who "thought it was a car crash" makes no accident
        return True
    named = {t.lemma_.lower() for t in scene.doc if t.idx < end and _accident(scene, t, words)}
    return len(named) >= 2 or all(d.kind == "disaster" for d in drafts)


def _accident(scene: Scene, word: Token, words: Outside) -> bool:
    """Tell whether a word is of accidents or nature as it stands: nobody is meant who "collapsed", or who "bears" arms."""
    lemma = word.lemma_.lower()
    if lemma not in words.accident:
        return False
    if word.pos_ != "VERB":
        return True
    people = (s.lower_ in SOMEBODY or scene.lexicon.people(s.lemma_.lower()) is not None for s in subjects(word))
    return lemma not in {"bear", "shock"} and not any(people)


def _armed(scene: Scene, draft: Draft) -> bool:
    """Tell whether someone armed did it: a named group, force or state, or people who bear arms."""
    for part in draft.actors:
        if isinstance(part.value, Party):
            people = scene.lexicon.people(part.value.text.split()[-1].lower())
            if (part.value.type == "named" and part.value.sort != "person") or (
                people is not None and people.side.startswith("armed")
            ):
                return True
    passage = scene.passages[draft.passage]
    return any(
        n.type == "weapon"
        and n.entity not in {"gas", "bus", "car", "truck", "plane"}
        and passage.start <= n.span.start < passage.end
        for n in scene.names
    )
