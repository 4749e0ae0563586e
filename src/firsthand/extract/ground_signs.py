"""Words that show where the news of a report plays: who acts there, what stands there, what is said to lie there."""

from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from firsthand.extract.drafts import ARMED_KINDS_EXCLUDED
from firsthand.extract.events import EventDraft
from firsthand.extract.ground_sites import is_quarter
from firsthand.extract.ground_words import (
    AUTHORITY_AFTER,
    AUTHORITY_BEFORE,
    FURTHER,
    LOCATIVE,
    SITE_AFTER,
    STATE_SPEAKS,
)
from firsthand.extract.moments_places import imprints, lives_there, treated_there
from firsthand.extract.scene import Scene
from firsthand.model.place import Place, PlaceName
from firsthand.resources.gazetteer import Gazetteer

SignKind = Literal["event", "authority", "located", "site", "dateline", "resident"]
WEIGHT: Final[dict[SignKind, int]] = {
    "event": 6,
    "authority": 6,
    "located": 3,
    "site": 4,
    "dateline": 4,
    "resident": 2,
}
"""Points of one sign; chosen by hand: who polices a town and what happened there say most, a resident least."""
HEADLINE: Final = 2
"""Points more for a sign in the headline."""


class Sign(NamedTuple):
    """One place name that speaks for a place, and how. `headline`: it stands there."""

    kind: SignKind
    name: PlaceName
    place: Place
    headline: bool

    @property
    def points(self) -> int:
        """How much it says."""
        return WEIGHT[self.kind] + (HEADLINE if self.headline else 0)


def is_capital(place: Place, gazetteer: Gazetteer) -> bool:
    """Tell whether a place is the capital of its country: there governments speak and agencies have their desks."""
    return any(f.kind == "capital" and f.country == place.country for f in gazetteer.find(place.name))


def signs_of(scene: Scene, gazetteer: Gazetteer, events: Sequence[EventDraft]) -> Iterator[Sign]:
    """Every sign, in the order of the text. Places of events that are only recalled, and those of an outlet, say nothing."""
    news, recalled = _told(events, "main"), _told(events, "background")
    skipped = imprints(scene)
    for p in scene.places:
        if p.place is None or p.place.lat is None or p.place.precision in ("country", "region"):
            continue
        at = p.span.start
        if at in recalled - news or any(s <= at < e for s, e in skipped):
            continue
        tokens = scene.tokens(p.span.start, p.span.end)
        k = scene.passage_at[tokens[0]] if tokens else -1
        if k < 0 or scene.passages[k].section == "furniture":
            continue
        if STATE_SPEAKS.match(scene.text, p.span.end) and is_capital(p.place, gazetteer):
            continue
        headline = scene.passages[k].section == "headline"
        if is_quarter(scene, p):
            continue
        kind = _kind(scene, p, at in news, scene.passages[k].role)
        if kind is None and headline and p.use == "place" and not p.span.quote.isupper():
            kind = "located"
        if kind is not None:
            yield Sign(kind, p, p.place, headline)


def _told(events: Sequence[EventDraft], role: str) -> set[int]:
    return {
        p.span.start
        for e in events
        for d in e.drafts
        if d.role == role and d.kind not in ARMED_KINDS_EXCLUDED
        for p in d.places
    }


def _kind(scene: Scene, p: PlaceName, news: bool, role: str) -> SignKind | None:
    """How a name speaks; None where it does not."""
    text = scene.text
    before, after = text[max(0, p.span.start - 60) : p.span.start], text[p.span.end : p.span.end + 60]
    if p.use == "dateline":
        small = p.place is not None and p.place.precision in ("site", "settlement")
        return "dateline" if small and not before.endswith(", ") else None
    if p.use in ("adjective", "speaker"):
        return None
    if treated_there(scene, p):
        return None
    if AUTHORITY_AFTER.match(after) or STATE_SPEAKS.match(after) or AUTHORITY_BEFORE.search(before):
        return "authority"
    if news:
        return "event"
    if lives_there(scene, p):
        return "resident"
    if SITE_AFTER.match(after):
        return "site"
    if p.use == "place" and role == "main" and LOCATIVE.search(before) and not FURTHER.match(after[1:]):
        return "located"
    return None
