"""A person marks sampled claims of a record right or wrong; each mark is logged at once, and nothing is concluded from it."""

from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import Self

from msgspec.structs import replace

from firsthand.audit.agreement import agreements
from firsthand.audit.marks import Claims, marks_of, samples_of
from firsthand.audit.results import result, results
from firsthand.audit.sample import in_turn, laid_out, layers, population
from firsthand.engine.decide import checked
from firsthand.engine.local import Run
from firsthand.engine.program import program_name
from firsthand.engine.telling import field_named
from firsthand.engine.view import RecordView
from firsthand.errors import UsageError
from firsthand.model.audit import FAULTS, VERDICTS, Fault, Judged, Sample, Verdict
from firsthand.model.audited import Agreement, Results
from firsthand.model.base import Record, digest
from firsthand.model.claim import Field
from firsthand.model.derivation import Derivation
from firsthand.model.incident import Incident
from firsthand.model.match import Decision, standing
from firsthand.resources.kinds import Kinds
from firsthand.store.history import add_decision, said_head
from firsthand.store.sqlite import Store

SIZE = 50
"""Claims of a sample where no number is given."""


class Question(Record, frozen=True, kw_only=True):
    """A claim to be judged: what it says, how it came to be, the incident it stands in, and the whole text of its report."""

    judged: Judged
    derivation: Derivation
    incident: Incident
    text: str


class Audited(Record, frozen=True, kw_only=True):
    """What audits of a record come to: of each person and sample, and how far every two people agree."""

    results: tuple[Results, ...]
    agreements: tuple[Agreement, ...]


class Audit:
    """One person's audit of a record, alone on it. A context manager; what is marked is committed at once.

    `sample`: how many claims in all (None: those of the sample so far, or 50). `seed`: another number draws another sample.
    `same_as`: whose sample is gone through too. What others marked is not shown.
    Errors: NoSuchPath, NotARecord, NewerRecord, RecordBusy; UsageError for an audit without a name, for fields, kinds and people
    that there are not, and where there is no claim to draw from.
    """

    def __init__(
        self,
        record: Path,
        *,
        by: str,
        now: datetime,
        sample: int | None = None,
        field: str | None = None,
        kind: str | None = None,
        seed: int | None = None,
        same_as: str | None = None,
    ) -> None:
        checked(record, by, "audit")
        if sample is not None and sample < 1:
            raise UsageError(f"a sample of {sample} is none", hint="Give how many claims to go through: --sample 50")
        self.by, self._open = by.strip(), ExitStack()
        with ExitStack() as opening:
            self._store = opening.enter_context(Store.create(record, program=program_name()))
            self._view = opening.enter_context(RecordView(record))
            self._kinds = self._view.kinds
            self._claims = population(self._view.folded)
            self._known = Claims(self._claims)
            self._decisions = list(self._view.decisions)
            self._run = Run(self._store, now)
            self.sample = self._drawn(sample, (field_named(field), self._kind_named(kind)), seed, same_as, now)
            self._open = opening.pop_all()
        part = [one for one in self._claims if is_within(one, self.sample.field, self.sample.kind, self._kinds)]
        self._layers = layers(self.sample, part)
        self._turns = in_turn(self._layers)
        self._marks = marks_of(self.by, self._decisions, self._known)
        self._left: set[str] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    @property
    def size(self) -> int:
        """Claims of the sample: as many as were asked for, or all that there are."""
        return len(self._turns)

    @property
    def marked(self) -> int:
        """Claims of the sample that this person has marked."""
        return sum(one.claim in self._marks.held for one in self._turns)

    @property
    def complete(self) -> bool:
        """False where the last build did not end; what is marked is then the record as far as it was built."""
        return self._view.complete

    def next(self) -> Question | None:
        """The claim that is to be marked now, None where all are marked or left for later."""
        for one in self._turns:
            if one.claim not in self._marks.held and one.claim not in self._left:
                return self._question(one)
        return None

    def mark(
        self, claim: str, verdict: Verdict, *, now: datetime, fault: Fault | None = None, why: str = ""
    ) -> Decision:
        """Log what the person says of a claim of the sample (by id). `fault`: what is wrong with it.

        Errors: UsageError for a claim that is not of the sample, and for words that are no verdict or fault.
        """
        judged = next((one for one in self._turns if one.claim == claim), None)
        if judged is None:
            raise UsageError(f"no claim {claim} is in this sample")
        if verdict not in VERDICTS or (fault is not None and (fault not in FAULTS or verdict != "wrong")):
            raise UsageError(
                f"a claim cannot be marked {verdict}{f' ({fault})' if fault else ''}",
                hint=f"Marks: {', '.join(VERDICTS)}; of a wrong one also: {', '.join(FAULTS)}.",
            )
        why = why.strip() or f"marked in an audit of {self.sample.id}"
        return self._log(
            Decision(kind=verdict, by=self.by, why=why, at=now, report=judged.report, judged=judged, fault=fault)
        )

    def leave(self, claim: str) -> None:
        """Leave a claim for a later session."""
        self._left.add(claim)

    def undo(self, *, now: datetime) -> Decision | None:
        """Take back the last mark of this person in this sample, of an earlier session too; None where there is none."""
        drawn = {one.claim for one in self._turns}
        mine = {mark.id for claim, mark in self._marks.held.items() if claim in drawn}
        last = next((one for one in reversed(standing(self._decisions)) if one.id in mine), None)
        if last is None:
            return None
        return self._log(Decision(kind="undo", by=self.by, why="taken back in the audit", at=now, answers=last.id))

    def results(self) -> Results:
        """What this person's marks on this sample come to."""
        return result(self.by, self.sample, self._layers, self._marks)

    def _question(self, one: Judged) -> Question:
        incidents = self._view.folded.incidents
        incident = next(i for i in incidents if any(one.mention in told.mentions for told in i.tellings))
        return Question(
            judged=one, derivation=self._view.why(one.claim), incident=incident, text=self._view.text(one.report)
        )

    def _drawn(
        self,
        size: int | None,
        of: tuple[Field | None, str | None],
        number: int | None,
        same_as: str | None,
        now: datetime,
    ) -> Sample:
        """The sample to go through: this person's own, grown if more is asked for; another's; or a new one."""
        field, kind = of
        mine = [one for one in samples_of(self.by, self._decisions) if (one.field, one.kind) == of]
        mine = [one for one in mine if number is None or one.number == number]
        if same_as is not None:
            wanted = self._of(same_as, of, number)
            own = samples_of(self.by, self._decisions)  # whatever was asked for: it may have been drawn within a field
            mine = [one for one in own if one.id == wanted.id] or [replace(wanted, size=0)]
            size = size or wanted.size
        if mine:
            sample = replace(mine[-1], size=max(mine[-1].size, size or 0))
        else:
            part = [one for one in self._claims if is_within(one, field, kind, self._kinds)]
            seed = digest("seed", said_head(self._store), number or 0)
            size = size or SIZE
            sample = Sample(
                seed=seed, number=number or 0, size=size, field=field, kind=kind, strata=laid_out(part, size)
            )
        if not any(is_within(one, sample.field, sample.kind, self._kinds) for one in self._claims):
            raise UsageError(
                "the record has no claim to draw from", hint="Leave --field and --kind away, or name others."
            )
        if sample not in samples_of(self.by, self._decisions):
            what = f"{sample.size} claims are drawn" + (f", as by {same_as}" if same_as else "")
            self._store_it(Decision(kind="sample", by=self.by, why=what, at=now, drawn=sample))
        return sample

    def _of(self, person: str, of: tuple[Field | None, str | None], number: int | None) -> Sample:
        """The last sample of another person that fits what was asked for. Errors: UsageError."""
        found = [
            one
            for one in samples_of(person.strip(), self._decisions)
            if (of == (None, None) or (one.field, one.kind) == of) and (number is None or one.number == number)
        ]
        if found:
            return found[-1]
        people = dict.fromkeys(one.by for one in standing(self._decisions) if one.drawn is not None)
        raise UsageError(
            f"{person} has drawn no such sample of this record",
            hint=f"Samples were drawn by: {', '.join(people) or 'nobody'}.",
        )

    def _kind_named(self, kind: str | None) -> str | None:
        if kind is not None and kind not in self._kinds:
            raise UsageError(f"{kind!r} is no kind of event", hint="Kinds: " + ", ".join(self._kinds.names) + ".")
        return kind

    def _log(self, decision: Decision) -> Decision:
        self._store_it(decision)
        self._marks = marks_of(self.by, self._decisions, self._known)
        return decision

    def _store_it(self, decision: Decision) -> None:
        with self._store.transaction():
            self._run.begin()
            add_decision(self._store, decision)
        self._decisions.append(decision)


def audited(view: RecordView, by: str | None = None) -> Audited:
    """What the marks on a record come to; `by`: only this person's. Errors: UsageError where nobody of this name made any."""
    claims, kinds = population(view.folded), view.kinds
    found = results(claims, view.decisions, lambda one, f, k: is_within(one, f, k, kinds), by)
    if by is not None and not found:
        people = dict.fromkeys(one.by for one in results(claims, view.decisions, lambda *_: True))
        raise UsageError(
            f"{by} has audited nothing of this record", hint=f"Who has: {', '.join(people) or 'nobody yet'}."
        )
    both = agreements(claims, view.decisions)
    return Audited(results=found, agreements=tuple(one for one in both if by is None or by in (one.first, one.second)))


def is_within(one: Judged, field: Field | None, kind: str | None, kinds: Kinds) -> bool:
    """Tell whether a claim is of a field, and its incident of a kind or one that refines it; None: any."""
    return (field is None or one.field == field) and (kind is None or kinds.refines(one.kind, kind))
