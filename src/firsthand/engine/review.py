"""A person goes through what linking is least sure of; each answer is logged at once, and what it changes is known at once."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import Literal, Self

from firsthand.engine.conclusions import Grounds, best_kit
from firsthand.engine.decide import checked, same_model
from firsthand.engine.kept import settled
from firsthand.engine.local import Run, conclude_all
from firsthand.engine.named_tellings import marks
from firsthand.engine.plugged import with_what_plugins_bring
from firsthand.engine.program import program_name
from firsthand.engine.progress import silent
from firsthand.engine.view import RecordView
from firsthand.errors import Contradiction, UsageError
from firsthand.link import Index, doubts
from firsthand.link.doubts import Doubt
from firsthand.model.explained import Explained, SideOf
from firsthand.model.incident import Incident
from firsthand.model.match import Decision
from firsthand.pipeline import indexed
from firsthand.record.rulings import conflict
from firsthand.record.weighed import verdict
from firsthand.resources.supplied import NOTHING, Supplied
from firsthand.store.history import add_decision
from firsthand.store.reports import reports
from firsthand.store.sqlite import Store

Answer = Literal["same", "different"]


class Questions:
    """What a record leaves in doubt, as its reader sees it. `index` holds the groups, `view` what they are called."""

    def __init__(self, view: RecordView) -> None:
        self.view = view
        read, extracted, decided = view.ground()
        grounds = Grounds.open(view.supplied, decided)
        found, self.index = indexed(read, extracted, decided, kinds=grounds.kinds, weights=grounds.weights)
        self.said = found.said
        self.decisions = found.decisions
        self._home = {
            mention: incident
            for incident in view.folded.incidents
            for telling in incident.tellings
            for mention in telling.mentions
        }
        self._mentions: dict[str, list[tuple[str, str]]] = {}
        for report, extraction in sorted(self.said.items()):
            for mention in extraction.mentions:
                self._mentions.setdefault(mention.event, []).append((mention.id, report))

    def doubts(self) -> list[Doubt]:
        """What is nearest to turning first."""
        near = self.view.settings.thresholds.doubt
        return doubts(self.index) if near is None else doubts(self.index, round(1000 * near))

    def mentions(self, events: Sequence[str]) -> tuple[str, ...]:
        """The mentions that tell these events, sorted."""
        return tuple(sorted(mention for event in events for mention, _ in self._mentions[event]))

    def shown(self, doubt: Doubt) -> Explained:
        """A doubt for a person: both sides with their words, every feature, and the state in sentences."""
        best = doubt.weighing.best
        left, right = (doubt.left, doubt.right) if best.left in doubt.left else (doubt.right, doubt.left)
        return Explained(
            left=self._side(left, best.left), right=self._side(right, best.right), weighing=doubt.weighing,
            together=doubt.together, why=tuple(verdict(doubt.weighing, together=doubt.together, decisions=())),
        )  # fmt: skip

    def _side(self, events: Sequence[str], event: str) -> SideOf:
        mention, report = self._mentions[event][0]
        incident = self._incident(event, events)
        extraction = self.said[report]
        told = max(
            (m for m in extraction.mentions if m.event == event), key=lambda m: (len(m.claims), -m.trigger.start)
        )
        passage = extraction.passages[told.sentence]
        words = " ".join(self.view.text(report)[passage.start : passage.end].split())
        return SideOf(
            name=mention, incident=incident.id if incident else "", title=incident.title if incident else "",
            report=self.view.reports[report].name, words=words,
        )  # fmt: skip

    def _incident(self, event: str, others: Sequence[str]) -> Incident | None:
        """The incident of the record that an event stood in when the review began."""
        found = (self._home.get(mention) for one in (event, *others) for mention, _ in self._mentions[one])
        return next((incident for incident in found if incident is not None), None)


class Review:
    """One person's review of a record, alone on it. A context manager; what is answered is committed at once.

    Errors: NoSuchPath, NotARecord, NewerRecord, RecordBusy; UsageError for a review without a name.
    """

    def __init__(self, record: Path, *, by: str, now: datetime, supplied: Supplied = NOTHING) -> None:
        checked(record, by, "review")
        supplied = settled(record, supplied)
        self._by, self._supplied = by.strip(), with_what_plugins_bring(supplied)
        self._open = ExitStack()
        with ExitStack() as opening:
            self._store = opening.enter_context(Store.create(record, program=program_name()))
            view = opening.enter_context(RecordView(record))
            self._questions = Questions(view)
            self._open = opening.pop_all()
        self._run = Run(self._store, now)
        self._everything = list(reports(self._store))
        self._kit = best_kit(self._store, self._everything)
        self._same_model = same_model(self._store, self._kit, self._everything, self._supplied)
        self._decisions = list(self._questions.decisions)
        self._mine: list[Decision] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    @property
    def answered(self) -> int:
        """Decisions of this review that hold."""
        return len(self._mine)

    @property
    def changed(self) -> bool:
        """Tell whether anything was logged."""
        return self._run.begun

    def questions(self) -> Iterator[tuple[Doubt, Explained]]:
        """Every doubt in turn, as it stands after the answers so far."""
        index = self._questions.index
        for doubt in self._questions.doubts():
            now = _as_it_stands(doubt, index)
            if now is not None:
                yield now, self._questions.shown(now)

    def answer(self, doubt: Doubt, answer: Answer, *, why: str, now: datetime) -> Decision:
        """Log an answer, and group what it touches anew. Errors: Contradiction with a decision that stands; UsageError."""
        if not why.strip():
            raise UsageError("a decision needs a reason", hint="Say in a few words why: it is kept for ever.")
        left, right = self._questions.mentions(doubt.left), self._questions.mentions(doubt.right)
        mentions, apart = (tuple(sorted({*left, *right})), ()) if answer == "same" else (left, right)
        kind: Literal["same", "different", "split"] = (
            "same" if answer == "same" else "split" if doubt.together else "different"
        )
        decision = Decision(
            kind=kind, mentions=mentions, apart=apart,
            marks=marks((*mentions, *apart), list(self._questions.said.values())), by=self._by, why=why.strip(), at=now,
        )  # fmt: skip
        found = conflict(self._decisions, decision)
        if found is not None:
            raise Contradiction(
                f"that contradicts {found.decision.id}: {found.decision.kind}, decided by {found.decision.by} on "
                f"{found.decision.at:%Y-%m-%d} ({found.decision.why})",
                hint=f"If that one is mistaken: firsthand decide RECORD undo {found.decision.id} --by NAME --why TEXT",
            )
        self._mine.append(decision)
        return self._log(decision)

    def undo(self, *, now: datetime) -> Decision | None:
        """Take back the last answer of this review, None where there is none left."""
        if not self._mine:
            return None
        last = self._mine.pop()
        return self._log(Decision(kind="undo", by=self._by, why="taken back in the review", at=now, answers=last.id))

    def conclude(self) -> int | None:
        """Conclude from all decisions; how many incidents changed, None where the record is to be built again first."""
        if not self._same_model:
            return None
        _, changed = conclude_all(self._store, self._run, self._kit, self._everything, silent, self._supplied)
        return changed

    def _log(self, decision: Decision) -> Decision:
        with self._store.transaction():
            self._run.begin()
            add_decision(self._store, decision)
        self._decisions.append(decision)
        self._questions.index.update({}, {}, {}, self._decisions)
        return decision


def _as_it_stands(doubt: Doubt, index: Index) -> Doubt | None:
    """A doubt after further answers: None where they settled it."""
    one, other = index.around(doubt.left[0]), index.around(doubt.right[0])
    if doubt.together:
        # Who is asked about must still be with the others, all of whom are asked about now.
        right = tuple(event for event in one if event not in doubt.left)
        if one != other or not set(doubt.left) <= set(one) or not right:
            return None
        left = doubt.left
    else:
        left, right = one, other
        if left == right or not left or not right:
            return None
    found = index.weighed(left, right)
    return None if found.ruled is not None else Doubt(left, right, found, doubt.together)
