"""One report and its parse -> all that it says: mentions and claims, places, times, names, who says what. Pure.

A file a kind of find, in the order they build on each other: times, passages, names, places, quotations, voices, numbers,
counts, triggers, arguments, moments, drafts, events, figures.
"""

from collections.abc import Sequence

from msgspec.structs import replace
from spacy.tokens import Doc

from firsthand.extract.arguments_announced import announcers
from firsthand.extract.arguments_comers import comers
from firsthand.extract.arguments_were import tell_who
from firsthand.extract.circumstances import tell_circumstances
from firsthand.extract.clues import date_clues
from firsthand.extract.counts import find_counts
from firsthand.extract.counts_cumulative import apart
from firsthand.extract.counts_told import restated
from firsthand.extract.credits import find_credits
from firsthand.extract.credits_chain import through
from firsthand.extract.domain import outside
from firsthand.extract.drafts import make_drafts
from firsthand.extract.events import Joiner
from firsthand.extract.figures import find_figures
from firsthand.extract.ground import tell_ground
from firsthand.extract.harms import tell_harm
from firsthand.extract.kinds import settle_kinds
from firsthand.extract.mentions import make_mentions
from firsthand.extract.moments_told import tell_days
from firsthand.extract.names import find_names
from firsthand.extract.names_described import find_described
from firsthand.extract.numbers import find_amounts
from firsthand.extract.places import find_places
from firsthand.extract.places_streets import without_streets
from firsthand.extract.quotations import find_quotations
from firsthand.extract.quoted import quoted
from firsthand.extract.recall import recall
from firsthand.extract.scene import Scene
from firsthand.extract.sentences import passages
from firsthand.extract.times import find_times
from firsthand.extract.triggers import find_triggers
from firsthand.extract.voices import find_attributions, speakers_of
from firsthand.extract.voices_quotes_names import without_names
from firsthand.model.extraction import Extraction
from firsthand.model.report import Report
from firsthand.model.voice import Quotation
from firsthand.resources.kit import Kit

__all__ = ["extract", "set_scene"]


def extract(report: Report, doc: Doc, kit: Kit, *, seen: str | None = None) -> Extraction:
    """All that `report` says. `doc`: its parse, offsets as in `report.text`. Reads nothing else, and no other report.

    `seen`: the text that was parsed, letter for letter as long, where it is not the report's own: with its case restored.
    """
    own = report.text[: _size(doc)]
    if seen is None or seen == own:
        return _found(report, doc, kit)
    return quoted(_found(replace(report, text=seen), doc, kit), own)


def _size(doc: Doc) -> int:
    """Characters of the text that was parsed; `doc.text` would put it together anew."""
    return doc[-1].idx + len(doc[-1].text_with_ws) if len(doc) else 0


def set_scene(report: Report, doc: Doc, kit: Kit, quotations: Sequence[Quotation]) -> Scene:
    """What the words of a report name, each by its own step, with its parse: what events are put together from."""
    text = report.text[: _size(doc)]
    times = find_times(text)
    names = find_names(doc, kit.lexicon, text=text)
    credits = find_credits(text, kit.lexicon)
    taken = [(t.span.start, t.span.end) for t in times] + [
        (n.span.start, n.span.end) for n in names if n.type == "weapon"
    ]
    return Scene(
        report=report.id,
        doc=doc,
        text=text,
        passages=passages(text, doc),
        names=names,
        places=tuple(without_streets(find_places(doc, kit.gazetteer, names, text=text), text)),
        times=times,
        attributions=through(
            find_attributions(doc, quotations, names, kit.lexicon, kit.speech, text=text), credits, kit.lexicon
        ),
        amounts=find_amounts(text, taken),
        frames=kit.frames,
        kinds=kit.kinds,
        lexicon=kit.lexicon,
        scorers=kit.scorers,
        clues=date_clues(report, times, kit.bodies, kit.offices),
        credits=credits,
    )


def _found(report: Report, doc: Doc, kit: Kit) -> Extraction:
    quotations = without_names(doc, find_quotations(report.text[: _size(doc)]))
    scene = set_scene(report, doc, kit, quotations)
    every = find_counts(doc, scene.amounts, kit.frames, kit.lexicon, frozenset(scene.time_at))
    counts, tolls = apart(scene, every)
    drafts = make_drafts(scene, find_triggers(scene), counts)
    recall(scene, drafts)
    joiner = Joiner(scene)
    events = [e for e in joiner.join(drafts) if not outside(scene, kit.outside, e.drafts)]
    settle_kinds(scene, events)
    announcers(scene, events)
    comers(scene, events)
    tell_who(scene, events)
    tell_days(scene, joiner, events)
    tell_circumstances(scene, events)
    restated(scene, events)
    tell_harm(scene, events)
    tell_ground(scene, kit.gazetteer, events)
    described = find_described(doc, kit.lexicon, scene.names, text=scene.text)
    return Extraction(
        report=report.id,
        mentions=make_mentions(scene, events),
        places=tuple(scene.places),
        times=tuple(scene.times),
        names=tuple(sorted((*scene.names, *described), key=lambda n: (n.span.start, n.span.end))),
        attributions=tuple(scene.attributions),
        quotations=speakers_of(quotations, scene.attributions),
        figures=tuple(sorted((*find_figures(scene), *tolls), key=lambda f: (f.span.start, f.span.end))),
        passages=tuple(scene.passages),
        clues=tuple(scene.clues),
        credits=tuple(scene.credits),
    )
