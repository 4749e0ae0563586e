"""Where a report turns to other news: the items of a digest, "in a separate incident", "elsewhere", "in Kirkuk, gunmen ..".

What such a sentence tells is no detail of the news before it, however alike the two are.
"""

import re

from spacy.tokens import Token

from firsthand.extract.scene import Scene
from firsthand.model.extraction import Passage
from firsthand.model.place import PlaceName

HEAD = re.compile(
    r"[-–—•* ]{0,3}(?P<head>[A-Z][A-Z'’-]{2,25}(?: [A-Z][A-Z'’-]{1,25}){0,3}"
    r"(?:, [A-Z][\w'’-]{1,25}(?: [A-Z][\w'’-]{1,25}){0,2})?)"
    r"(?P<end> ?[-–—]{1,2} |\.(?: |$)|$)"
)
"""What an item of a digest begins with: a place in capitals, and perhaps one within it."""
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
DATED = re.compile(
    rf"[-–—•* ]{{0,3}}(?:\d{{1,2}}(?:st|nd|rd|th)? {MONTH}(?: \d{{4}})?|{MONTH} \d{{1,2}}(?:, \d{{4}})?)"
    r"(?: [-–—] |: |, (?P<head>[A-Z][^.:;\n]{1,50}): )"
)
"""What an entry of a log begins with: a day, and perhaps a place ("19 June, Nkoe (Macomia): ..")."""
PLACED = re.compile(r"[-–—•* ]{0,3}(?P<head>[A-Z][\w'’-]{1,25}(?: [A-Z][\w'’-]{1,25}){0,3})(?: \([^()\n]{2,30}\))?: ")
"""What an entry of a roundup by places begins with, at the head of its paragraph: "Mannar: On 2 May .."."""
TURNS = re.compile(
    r"(?:In (?:a|an|one|yet|another|other|the other|two other)\b(?: \w+){0,3}? "
    r"(?:incident|attack|development|case|operation|raid|clash|episode|strike|shooting|bombing|explosion|ambush)s?\b"
    r"|Separately\b|Elsewhere\b|Meanwhile\b|In other (?:news|violence)\b)"
)
"""Words that turn to other news at the beginning of a sentence."""
AT = frozenset({"in", "at", "near", "outside"})
KNOWN = frozenset({"the", "this", "that", "these", "those"})
PERSONS = frozenset({"he", "she", "they", "him", "her", "them", "it", "who"})


class Items:
    """The items of a report. `number`: of the item that each passage belongs to; `turned`: passages that turn to other news;
    `entries`: passages that begin an entry of a log; `ground`: for each passage the place that heads its entry.
    """

    def __init__(self, scene: Scene) -> None:
        self.number: list[int] = []
        self.turned: set[int] = set()
        self.entries: set[int] = set()
        self.ground: list[PlaceName | None] = []
        current, opened, told = 0, False, False
        for k, passage in enumerate(scene.passages):
            text = scene.text[passage.start : passage.end]
            head = HEAD.match(text)
            headed = head is not None and _placed(scene, passage.start, passage.start + head.end("head"))
            entered = _entry(scene, passage)
            self.entries |= {k} if entered else set()
            if (headed or opened or entered) and told:
                current, told = current + 1, False
            opened = headed and head is not None and len(text) <= head.end() + 1
            told = told or (not opened and passage.section == "body")
            self.number.append(current)
            # A closing paragraph belongs to no entry: where they begin on lines of their own, each is a paragraph.
            over = not entered and passage.start > 0 and scene.text[passage.start - 1] == "\n"
            self.ground.append(_head(scene, passage) if entered else None if over or not k else self.ground[-1])
            if k and (TURNS.match(text) or _elsewhere(scene, k)):
                self.turned.add(k)

    def parted(self, early: int, late: int) -> bool:
        """Tell whether a passage and a later one tell different news."""
        return self.number[early] != self.number[late] or (late in self.turned and early < late)


def items(scene: Scene) -> Items:
    """The items of a report, found once."""
    found: Items | None = scene.memo.setdefault("items", {}).get(0)
    if found is None:
        found = scene.memo["items"][0] = Items(scene)
    return found


def known(scene: Scene, token: Token) -> bool:
    """Tell whether words point to what was told: "the attack" with no name of its own, "he was shot", "they burned"."""
    if token.pos_ in {"NOUN", "PROPN"}:
        named = any(c.i in scene.place_at or c.i in scene.name_at for c in token.children if c.i < token.i)
        return not named and any(c.lower_ in KNOWN for c in token.children)
    return any(c.dep_ in {"nsubjpass", "nsubj", "dobj"} and c.lower_ in PERSONS for c in token.children)


def _entry(scene: Scene, passage: Passage) -> bool:
    """Tell whether a line begins an entry of a log or roundup, by a day with a mark behind it or a place before a colon."""
    if passage.start and scene.text[passage.start - 1] != "\n":
        return False
    if DATED.match(scene.text, passage.start):
        return True
    head = PLACED.match(scene.text, passage.start)
    return head is not None and _placed(scene, passage.start, head.end("head"))


def _head(scene: Scene, passage: Passage) -> PlaceName | None:
    """The place that an entry begins with, smaller than a country: whose country it is, is no place of a deed."""
    head = DATED.match(scene.text, passage.start) or PLACED.match(scene.text, passage.start)
    if head is None or head["head"] is None:
        return None
    known = (scene.place_at.get(i) for i in scene.tokens(head.start("head"), head.end("head")))
    return next((p for p in known if p and p.place is not None and p.place.precision != "country"), None)


def _placed(scene: Scene, start: int, end: int) -> bool:
    return any(i in scene.place_at for i in scene.tokens(start, end))


def _elsewhere(scene: Scene, k: int) -> bool:
    """Tell whether a sentence opens with another place than any named before it: "In Kirkuk, gunmen .."."""
    passage = scene.passages[k]
    tokens = scene.tokens(passage.start, passage.end)
    if len(tokens) < 4 or scene.doc[tokens[0]].lower_ not in AT:
        return False
    place = scene.place_at.get(tokens[1])
    if place is None or not scene.text.startswith(",", place.span.end):
        return False
    before = [p for p in scene.places if p.span.start < passage.start]
    return bool(before) and not any(p.span.quote == place.span.quote for p in before) and not _around(scene, k)


def _around(scene: Scene, k: int) -> bool:
    """Tell whether the places named before hold the one that a sentence opens with: "in the province .. in the town, "."""
    first = scene.places_in(k)[0].place
    if first is None:
        return True
    before = [p.place for p in scene.places if p.span.start < scene.passages[k].start and p.place is not None]
    return any(b.name in first.within or first.name in b.within or b.admin1 == first.name for b in before[-3:])
