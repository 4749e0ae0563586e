"""Weights of linking learnt from what a person decided on a record, what they would change there, and their use, a decision."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

from firsthand.engine.conclusions import Grounds, best_kit
from firsthand.engine.decide import Decided, checked, logged
from firsthand.engine.program import program_name
from firsthand.engine.view import RecordView
from firsthand.errors import UsageError
from firsthand.model.base import Record
from firsthand.model.incident import Group, Telling
from firsthand.model.match import Decision, LinkWeights
from firsthand.pipeline import linked, taught
from firsthand.resources.link_weights import read_weights
from firsthand.resources.supplied import NOTHING, Supplied
from firsthand.resources.weights import Weights
from firsthand.store.reports import reports
from firsthand.store.sqlite import Store


class Shift(Record, frozen=True, kw_only=True):
    """A weight that came out other than it ships, in 1/1000 bit; of a curve the point at `at`."""

    name: str
    shipped: int
    learnt: int
    at: int | None = None


class Parted(Record, frozen=True, kw_only=True):
    """An incident, by its title, that other weights would part, with the names of the reports that would tell each part."""

    incident: str
    parts: tuple[tuple[str, ...], ...]


class Learnt(Record, frozen=True, kw_only=True):
    """What a record's decisions teach. `same`, `different`: decided pairs; `before`, `after`: of these answered as the person
    did, by the weights that ship, and, each decision out of what teaches, by those learnt. `joined`: titles of incidents that
    the weights would make one; `parted`: what they would part.
    """

    weights: LinkWeights
    shifts: tuple[Shift, ...]
    same: int
    different: int
    before: int
    after: int
    joined: tuple[tuple[str, ...], ...]
    parted: tuple[Parted, ...]


def learn(view: RecordView) -> Learnt:
    """Learn weights from the decisions of a record; nothing is written. Errors: UsageError where none teaches anything."""
    read, said, decided = view.ground()
    shipped, grounds = Weights.open().within(view.settings.thresholds), Grounds.open(view.supplied, decided)
    found = taught(read, said, decided, kinds=grounds.kinds, weights=shipped)
    answers = found.answers
    if not answers.same + answers.different:
        raise UsageError(
            "no decision of this record says which tellings are one incident",
            hint="Decide on some first: firsthand decide RECORD same|different|split ... --by NAME --why TEXT",
        )
    other = shipped.changed(found.weights)
    now, then = (linked(read, said, decided, kinds=grounds.kinds, weights=w) for w in (grounds.weights, other))
    titles, names = _titles(view), {one.id: one.name for one in view.folded.reports if one.id is not None}
    parts = [(group.tellings[0].mentions[0], apart) for group, apart in _apart(now, then)]
    return Learnt(
        weights=found.weights, shifts=tuple(_shifts(found.weights, shipped)), same=answers.same, different=answers.different,
        before=answers.before, after=answers.after,
        joined=tuple(sorted(tuple(sorted(titles[t[0].mentions[0]] for t in told)) for _, told in _apart(then, now))),
        parted=tuple(
            Parted(incident=titles[one], parts=tuple(sorted(tuple(sorted({names[t.report] for t in told})) for told in apart)))
            for one, apart in sorted(parts)
        ),
    )  # fmt: skip


def use_weights(record: Path, file: Path, *, by: str, why: str, now: datetime, supplied: Supplied = NOTHING) -> Decided:
    """Log that tellings are weighed with the weights of a file from now on, and conclude anew.

    Errors: BadWeights, NoSuchPath, RecordBusy, NotARecord, NewerRecord.
    """
    checked(record, by, why)
    learnt = read_weights(file, Weights.open())
    with Store.create(record, program=program_name()) as store:
        everything = list(reports(store))
        decision = Decision(kind="weights", weights=learnt, by=by.strip(), why=why.strip(), at=now)
        return logged(store, decision, best_kit(store, everything), everything, now, supplied)


def _shifts(learnt: LinkWeights, shipped: Weights) -> Iterable[Shift]:
    if learnt.prior != shipped.limits.prior:
        yield Shift(name="prior", shipped=shipped.limits.prior, learnt=learnt.prior)
    for name, value in learnt.weights:
        yield Shift(name=name, shipped=shipped[name], learnt=value)
    for name, curve in learnt.curves:
        for at, value in curve:
            if (was := shipped.curve(name, at)) != value:
                yield Shift(name=name, shipped=was, learnt=value, at=at)


def _titles(view: RecordView) -> Mapping[str, str]:
    """For each mention the title of the incident that it stands in, with the first characters of its id."""
    return {
        mention: f"{one.title} ({one.id[4:12]})"
        for one in view.folded.incidents
        for telling in one.tellings
        for mention in telling.mentions
    }


def _apart(groups: Iterable[Group], others: Iterable[Group]) -> Iterable[tuple[Group, list[list[Telling]]]]:
    """Groups whose tellings stand in several of `others`, with those of each."""
    home = {telling.event: group.id for group in others for telling in group.tellings}
    for group in groups:
        parts: dict[str, list[Telling]] = {}
        for telling in group.tellings:
            if telling.event in home:
                parts.setdefault(home[telling.event], []).append(telling)
        if len(parts) > 1:
            yield group, list(parts.values())
