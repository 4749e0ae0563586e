"""Where a trigger happened, by the clause it stands in; and what places of a sentence are not where it happened."""

from spacy.tokens import Token

from firsthand.extract.ground_words import (
    AUTHORITY_AFTER,
    CARE,
    CARE_BEFORE,
    FLOWN,
    HOME_BEFORE,
    IMPRINT,
    LIVING,
    MOVED,
    RESIDENT_AFTER,
    STATE_SPEAKS,
    TITLES,
)
from firsthand.extract.items import items
from firsthand.extract.moments import clause_verbs, governor, of_rival
from firsthand.extract.phrases import above
from firsthand.extract.scene import Scene
from firsthand.extract.triggers import Trigger
from firsthand.model.place import PlaceName


def places_of(scene: Scene, trigger: Trigger, rivals: frozenset[int], taken: set[int]) -> list[tuple[PlaceName, str]]:
    """Places of the trigger's clause, else of its sentence; `taken`: tokens of participants, whose places are theirs."""
    k = scene.passage_at[trigger.token]
    verbs = clause_verbs(scene, trigger)
    own: list[tuple[PlaceName, str]] = []
    near: list[tuple[PlaceName, str]] = []
    for p in scene.places_in(k):
        if p.use != "place" or elsewhere(scene, p):
            continue
        tokens = scene.tokens(p.span.start, p.span.end)
        if not tokens or _subject_only(scene, tokens) or of_rival(scene, p.span.start, trigger, rivals):
            continue
        first = scene.doc[tokens[0]]
        inside = any(h.i == trigger.token for h in above(first, 8))
        head = governor(scene, p.span.start, p.span.end)
        if inside or (head is not None and head.i in verbs):
            own.append((p, "moments.clause"))
        elif not (set(tokens) & taken) and not _movement(first) and not _speaks(scene, p):
            near.append((p, "moments.sentence"))
    ground = items(scene).ground[k]
    return own or near or ([(ground, "moments.headed")] if ground is not None else [])


def _speaks(scene: Scene, p: PlaceName) -> bool:
    """Tell whether the place only says whose police or officials speak or act; where the event was, the ground tells."""
    return bool(AUTHORITY_AFTER.match(scene.text, p.span.end) or STATE_SPEAKS.match(scene.text, p.span.end))


def elsewhere(scene: Scene, p: PlaceName) -> bool:
    """Tell whether a place is surely not where the deed was done: of a hospital, of someone's home, of the outlet.

    What is written as holding such a place is not either: "flown to a hospital in Homs, Syria".
    """
    memo = scene.memo.setdefault("elsewhere", {})
    if not memo:
        before = -9
        for one in scene.places:
            start = one.span.start
            follows = start - before <= 2 and scene.text[before:start] == ", "
            memo[start] = (
                follows
                or treated_there(scene, one)
                or lives_there(scene, one)
                or any(s <= start < e for s, e in imprints(scene))
            )
            before = one.span.end if memo[start] else -9
    return bool(memo[p.span.start])


def treated_there(scene: Scene, p: PlaceName) -> bool:
    """Tell whether the place says where casualties were taken or died of their wounds: "flown to a Homs hospital"."""
    text = scene.text
    before = text[max(0, p.span.start - 160) : p.span.start]
    care = CARE.match(text, p.span.end) or CARE_BEFORE.search(before)
    return FLOWN.search(before) is not None or (care is not None and MOVED.search(before) is not None)


def lives_there(scene: Scene, p: PlaceName) -> bool:
    """Tell whether the place only says where someone is from: "a Homs man", "Ada Morn, 51, of Homs"."""
    text = scene.text
    before = text[max(0, p.span.start - 60) : p.span.start]
    return bool(RESIDENT_AFTER.match(text, p.span.end) or HOME_BEFORE.search(before) or LIVING.search(before))


def imprints(scene: Scene) -> tuple[tuple[int, int], ...]:
    """Where the titles of pages name the outlet."""
    memo = scene.memo.setdefault("imprints", {})
    if 0 not in memo:
        memo[0] = tuple(m.span("imprint") for m in IMPRINT.finditer(scene.text, 0, min(len(scene.text), TITLES)))
    found: tuple[tuple[int, int], ...] = memo[0]
    return found


def _subject_only(scene: Scene, tokens: range) -> bool:
    """Tell whether the place is a party or says whose something is ("Israel struck", "US troops"), and no site."""
    root = next((scene.doc[i] for i in tokens if scene.doc[i].head.i not in tokens or scene.doc[i].head.i == i), None)
    if root is None:
        return False
    place = scene.place_at.get(root.i)
    country = place is not None and place.place is not None and place.place.precision == "country"
    if root.dep_ == "pobj" and root.head.lower_ == "by":
        return True
    return root.dep_ in {"nsubj", "nsubjpass", "poss", "amod"} or (country and root.dep_ in {"compound", "nmod"})


def _movement(token: Token) -> bool:
    """Tell whether the place is where someone came from or belongs to ("troops from Chad")."""
    return any(h.dep_ == "prep" and h.lower_ == "from" and h.head.pos_ in {"NOUN", "PROPN"} for h in above(token, 3))
