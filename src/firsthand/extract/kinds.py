"""The finest kind that all words of an event support, where no single word gives it: protests met with force, mobs, suicide."""

import re
from collections.abc import Iterable, Sequence

from firsthand.extract.drafts import Draft, Part
from firsthand.extract.events import GENERAL, LEAF, EventDraft
from firsthand.extract.scene import Scene
from firsthand.model.value import Party

CROWD = frozenset({"protest", "riot", "protest with intervention", "force against protesters"})
PROTESTERS = re.compile(r"\b(?:protest|demonstrat|rall(?:y|ies)|march|picket|activist|crowd|student)\w*", re.IGNORECASE)
LETHAL = re.compile(
    r"\b(?:open(?:ed|s|ing)? fire|live (?:ammunition|rounds|fire|bullets)|shot|gunned|brutally|killed|beat(?:en|"
    r"ing)?|fatal\w*|shoot(?:ing)?)\b",
    re.IGNORECASE,
)
MEASURES = re.compile(
    r"\b(?:tear ?gas|water cannons?|pepper|rubber bullets|batons?|dispers\w+|dispel\w*|detain\w*|arrest\w*|"
    r"barricad\w+|block\w*|suppress\w*|"
    r"stun grenades?|smoke grenades?|crack\w* down|crackdown|chase[ds]?|broke up|break up|kettl\w+)\b",
    re.IGNORECASE,
)
POLICE = re.compile(
    r"\b(?:police|officers?|security forces|soldiers|troops|army|guards?|gendarmes?|authorities)\b", re.IGNORECASE
)
RIOTING = re.compile(
    r"\b(?:stones?|rocks|bottles|molotov|petrol bombs?|torch\w*|loot\w*|smash\w*|vandal\w*|clash\w*|rampag\w*|"
    r"riot(?:s|ed|ing|ers?)?|unrest|"
    r"set (?:fire|ablaze)|burn\w*|violen(?:t|ce)|pull\w* down|hurl\w*|fire ?bombs?|ransack\w*)\b",
    re.IGNORECASE,
)
SUICIDE = re.compile(
    r"\b(?:kill(?:ing|ed|s)?|bl(?:ew|ow|ows|own|owing)(?: up)?) (?:himself|herself|themselves)\b", re.IGNORECASE
)
FORCES = re.compile(
    r"\b(?:army|military|police(?:men|man)?|soldiers?|troops?|gendarmes?|patrol|barracks|garrison|checkpoint|"
    r"army base|military base|"
    r"security (?:forces|personnel)|(?:government|regime) forces|paramilitar\w+|marines?|officers?|guards?|rangers|"
    r"constables?)\b",
    re.IGNORECASE,
)


def settle_kinds(scene: Scene, events: Sequence[EventDraft]) -> None:
    """Give the drafts of each event its finest kind; general words take on the kind that a finer word of the event gives."""
    for event in events:
        words = _words(scene, event.drafts)
        _upgrade(scene, event.drafts)
        for draft in event.drafts:
            draft.kind = _finer(scene, draft, event.drafts, words)


def _words(scene: Scene, drafts: Iterable[Draft]) -> str:
    return " ".join(
        scene.text[scene.passages[k].start : scene.passages[k].end] for k in sorted({d.passage for d in drafts})
    )


def _upgrade(scene: Scene, drafts: Sequence[Draft]) -> None:
    """A general word ("attack") means what a finer word of the same event says ("poison gas")."""
    fine = [
        d.kind for d in drafts if d.kind in LEAF and d.role == "main" and d.status not in {"hypothetical", "planned"}
    ]
    if not fine:
        return
    best = max(dict.fromkeys(fine), key=fine.count)
    for d in drafts:
        if d.kind in GENERAL and scene.kinds.refines(best, "attack"):
            d.kind = best


def _finer(scene: Scene, draft: Draft, drafts: Sequence[Draft], words: str) -> str:
    kind = draft.kind
    if any(d.kind in CROWD for d in drafts) and kind in {
        *CROWD,
        "shooting",
        "attack",
        "arrest",
        "killing",
        "armed clash",
        "grenade",
    }:
        return _crowd(words, kind)
    if (
        kind in {"bombing", "killing", "attack"}
        and SUICIDE.search(words)
        and re.search(r"bomb|explo|deton|vest|belt|blow|blew", words, re.I)
    ):
        return "suicide bombing"
    if kind in {"attack", "killing", "armed clash", "arson"} and _mob(scene, drafts):
        return "mob violence"
    if kind == "seizure of territory" and _state(draft):
        return "territory regained"
    if kind in {"attack", "shooting"} and any(FORCES.search(p.span.quote) for p in (*draft.targets, *_victims(draft))):
        return "attack on forces"
    return kind


def _crowd(words: str, kind: str) -> str:
    """ACLED's order: violence by the crowd, then force against it, then other intervention, else a peaceful protest."""
    if kind not in CROWD and not PROTESTERS.search(words):
        return kind
    police = bool(POLICE.search(words))
    if (
        police
        and re.search(
            r"open(?:ed)? fire|live (?:ammunition|rounds)|shot (?:dead|and killed)|brutally|killed", words, re.I
        )
        and LETHAL.search(words)
    ):
        return "force against protesters"
    if RIOTING.search(words) or kind == "riot":
        return "riot"
    if police and MEASURES.search(words):
        return "protest with intervention"
    return "protest" if kind in CROWD else kind


def _mob(scene: Scene, drafts: Sequence[Draft]) -> bool:
    """Tell whether those who did it are a crowd of people without arms: villagers, supporters, a mob."""
    actors = [p.value for d in drafts for p in d.actors if isinstance(p.value, Party)]
    if not actors or any(a.type == "named" for a in actors):
        return False
    sides = [scene.lexicon.people(a.text.split()[-1].lower()) for a in actors]
    return all(s is not None and s.side == "civilian" for s in sides)


def _state(draft: Draft) -> bool:
    """Tell whether a state's own forces did it."""
    return any(
        re.search(r"\b(?:army|military|government|security|police|troops|coalition|state)\b", p.span.quote, re.I)
        for p in draft.actors
    )


def _victims(draft: Draft) -> list[Part]:
    return [p for p in draft.parts if p.field == "victim"]
