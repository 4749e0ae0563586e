"""What teaches the scorers of slots: which phrases of a sentence act in an event, are hit by it, or are its weapon."""

from collections.abc import Iterator
from typing import Any

from firsthand.extract import set_scene
from firsthand.extract.counts import find_counts
from firsthand.extract.drafts import harm_trigger
from firsthand.extract.quotations import find_quotations
from firsthand.extract.scene import Scene
from firsthand.extract.slots import ACTOR, HIT, WEAPON, candidates, weapon_features, weapons_of
from firsthand.extract.triggers import Trigger, find_triggers
from firsthand.extract.voices_quotes_names import without_names
from firsthand.resources.kit import Kit
from tools.measuring.corpus import Corpus
from tools.training.model import Example, Task
from tools.training.texts import Taught, bench, taught

ROLES = {
    ACTOR: frozenset({"Attacker", "Killer", "Injurer", "Jailer", "Perpetrator"}),
    HIT: frozenset({"Target", "Victim", "Detainee"}),
    WEAPON: frozenset({"Instrument", "ExplosiveDevice"}),
}
"""Roles of wikievents by slot."""
FILLERS = {ACTOR: ("PerpInd", "PerpOrg"), HIT: ("Target", "Victim"), WEAPON: ("Weapon",)}
"""Slots of the key of muc4 by slot."""
SHARE = 0.25
"""Weight of an example of muc4-dev: it has many more texts, and its key tells of the report, not of the sentence."""
Phrase = tuple[str, int, int, str, tuple[str, ...]]
"""Slot, start, end, words, features."""


def phrases(scene: Scene, trigger: Trigger) -> Iterator[Phrase]:
    """Every candidate of an event word."""
    for c in candidates(scene, trigger):
        yield c.slot, c.found.span.start, c.found.span.end, c.found.party.text, c.features
    for name in weapons_of(scene, trigger):
        yield WEAPON, name.span.start, name.span.end, name.span.quote, tuple(weapon_features(scene, trigger, name))


def triggers(scene: Scene) -> list[Trigger]:
    """Words that tell an event, and words that tell what it did to people."""
    told = list(find_triggers(scene))
    known = {t.token for t in told}
    counts = find_counts(scene.doc, scene.amounts, scene.frames, scene.lexicon, frozenset(scene.time_at))
    harms = {c.token: harm_trigger(scene, c) for c in counts if c.token not in known}
    return sorted((*told, *harms.values()), key=lambda t: t.token)


def tasks() -> list[Task]:
    """One scorer a slot; all candidates are found once."""
    found: list[tuple[str, Example]] = []

    def of(slot: str, corpus: Corpus) -> list[Example]:
        if not found:
            kit = Kit.open()
            found.extend(_wikievents(corpus, kit))
            found.extend(_muc4(corpus, kit))
        return [e for s, e in found if s == slot]

    def task(slot: str, about: str) -> Task:
        return Task(
            name=slot,
            about=about,
            sources=("wikievents", "muc4-dev"),
            examples=lambda corpus: of(slot, corpus),
            penalty=2.0,
            least=3,
        )

    return [
        task(ACTOR, "Decides whether a phrase of a sentence did what an event word of that sentence tells."),
        task(HIT, "Decides whether a phrase of a sentence was hit, hurt or taken in what an event word tells."),
        task(WEAPON, "Decides whether a weapon named in a sentence was used in what an event word tells."),
    ]


def _scene(one: Taught, kit: Kit) -> Scene:
    quotations = without_names(one.doc, find_quotations(one.report.text[: len(one.doc.text)]))
    return set_scene(one.report, one.doc, kit, quotations)


def _wikievents(corpus: Corpus, kit: Kit) -> Iterator[tuple[str, Example]]:
    """Candidates of event words that the set marks; right where they touch an argument of a fitting role, or say its head."""
    adapters, score = bench(corpus, "adapters"), bench(corpus, "muc_score")
    for one in taught(corpus, "wikievents", kit):
        scene = _scene(one, kit)
        for trigger in triggers(scene):
            start, end = (x + one.shift for x in _span(scene, trigger))
            events = [e for e in one.row["events"] if e["trigger"]["start"] < end and start < e["trigger"]["end"]]
            for slot, a, b, words, told in phrases(scene, trigger) if events else ():
                said = f" {adapters.plain(words)} "
                right = any(
                    (arg["start"] < b + one.shift and a + one.shift < arg["end"])
                    or f" {adapters.plain(score.head(arg['text'].lower()))} " in said
                    for e in events
                    for arg in e["arguments"]
                    if arg["role"] in ROLES[slot]
                )
                yield slot, Example(source="wikievents", text=one.id, features=told, right=right)


def _span(scene: Scene, trigger: Trigger) -> tuple[int, int]:
    last = scene.doc[trigger.token]
    return scene.doc[trigger.first].idx, last.idx + len(last)


def _muc4(corpus: Corpus, kit: Kit) -> Iterator[tuple[str, Example]]:
    """Candidates in reports with a key, of events of its types; right where their words are a filler of the slot."""
    adapters, score = bench(corpus, "adapters"), bench(corpus, "muc_score")
    for one in taught(corpus, "muc4-dev", kit):
        keys = [*one.row["key_gtt"], *one.row["key_full"]]
        kinds = {part.strip() for k in keys for part in k["incident_type"].split("/")}
        if not keys:
            continue
        scene = _scene(one, kit)
        told = {slot: _fillers(keys, names, score) for slot, names in FILLERS.items()}
        for trigger in triggers(scene):
            if adapters.muc_type({"kind": trigger.kind}) not in kinds:
                continue
            for slot, _, _, words, features in phrases(scene, trigger):
                said = score.normal(words)
                right = said in told[slot] or (slot != WEAPON and any(score.same_relaxed(said, k) for k in told[slot]))
                yield slot, Example(source="muc4-dev", text=one.id, features=features, right=right, weight=SHARE)


def _fillers(keys: list[dict[str, Any]], slots: tuple[str, ...], score: Any) -> set[str]:  # noqa: ANN401
    return {score.normal(words) for k in keys for s in slots for entity in k[s] for words in entity}
