"""The extractor: asks about each stretch of a report, keeps the answers, and adds what the report's words bear out."""

import os
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.resources import files
from threading import Lock

from msgspec.structs import replace

from firsthand.errors import ModelDeclined, ModelFailed, ModelTimeUp, ModelUnborne, ModelUnreachable
from firsthand.llm.answer import read_answer, schema
from firsthand.llm.bearing import Bearing
from firsthand.llm.borne import Judge
from firsthand.llm.cache import CUT_OFF, Cache, Kept, key
from firsthand.llm.client import PLAIN, Client, installed
from firsthand.llm.joining import Joiner
from firsthand.llm.prompt import SYSTEM, VERSION, messages
from firsthand.llm.windows import Window, windows
from firsthand.llm.words import Reading
from firsthand.model.base import digest, sha256
from firsthand.model.extraction import Extraction
from firsthand.model.report import ANALYSED, Refusal, Report
from firsthand.resources.asking import Asking, whom_to_ask
from firsthand.resources.frames import Frames
from firsthand.resources.kinds import Kinds
from firsthand.resources.lexicon import Lexicon
from firsthand.resources.rules import MODEL
from firsthand.resources.settings_rows import names_of
from firsthand.resources.supplied import Supplied

KEY = "FIRSTHAND_LLM_KEY"
"""The variable of the environment that holds the key, the only place where one is looked for."""
IN_A_ROW = 3
"""So many reports without an answer, one after the other, and the run stops: the server is in trouble, not the reports."""
READABLE = "its answer cannot be read"


def open_model(supplied: Supplied) -> "Model":
    """The extractor `llm`, as plugins are opened. Errors: UsageError where no model is named, ModelMissing, BadTable."""
    installed()
    given = supplied.set
    asking = whom_to_ask(supplied.asking, given.llm)
    return Model(
        asking,
        lexicon=Lexicon.open(supplied.tables, names_of(given), plugins=supplied.plugin_tables),
        kinds=Kinds.open(given.kind),
        frames=Frames.open(given.frame),
    )


class Model:
    """Called with a report and what was found in it, joins what a model answers to that.

    `spent`: counts since they were last taken. `digest`: what its answers depend on.
    """

    def __init__(
        self, asking: Asking, *, lexicon: Lexicon, kinds: Kinds, frames: Frames, client: Client | None = None
    ) -> None:
        """`client`: who asks; None: one is opened when there is first something to ask."""
        self._asking, self._lexicon, self._kinds, self._frames = asking, lexicon, kinds, frames
        self._names = tuple(name for name in kinds.names if name != "other")
        self._schema = schema(self._names)
        self._cache = Cache(asking.folder)
        self._client = client
        self._began = time.monotonic()
        self._failed = 0
        self._lock = Lock()
        self._by = named(asking.model)
        self.spent: Counter[str] = Counter()

    @property
    def digest(self) -> str:
        """The model by its name, the words that ask it, and the vocabulary that it is asked in; the code that reads it."""
        return digest("llm", self._asking.model, VERSION, SYSTEM, self._names, code())

    def batch(self, reports: Sequence[Report], found: Sequence[Extraction]) -> list[Extraction]:
        """Several reports, some of them at once. Errors: ModelStopped."""
        if self._asking.abreast == 1 or len(reports) == 1:
            return [self(report, before) for report, before in zip(reports, found, strict=True)]
        pool = ThreadPoolExecutor(self._asking.abreast)
        try:
            return list(pool.map(self, reports, found))
        finally:
            pool.shutdown(cancel_futures=True)

    def __call__(self, report: Report, found: Extraction) -> Extraction:
        """The extraction with what the model adds; what it proposed without words for it is refused, by reason.

        Where it gave no usable answer, the refusal says that the report is still to be asked about. Errors: ModelStopped.
        """
        reading = Reading(replace(report, text=report.text[:ANALYSED]), found)
        try:
            answers = [(w, self._answer(w)) for w in windows(reading.text, found.passages)]
        except ModelFailed as e:
            refusal = Refusal(stage="extract", subject=report.id, code=e.code, sha256=report.sha256, reason=str(e))
            return replace(found, refused=(*found.refused, refusal))
        return self._joined(report, reading, answers)

    def _joined(self, report: Report, reading: Reading, answers: Sequence[tuple[Window, Kept]]) -> Extraction:
        judge = Judge(reading, Bearing(reading, self._lexicon, self._frames), self._kinds, self._frames)
        joiner = Joiner(reading, self._kinds, self._by)
        dropped: Counter[str] = Counter()
        declined: Counter[str] = Counter()
        for window, kept in answers:
            answer = None if kept.declined else read_answer(kept.text, self._names)
            if answer is None:
                declined[kept.declined or READABLE] += 1
                continue
            self._count(proposed=answer.proposed)
            events, without = judge.found(answer, range(window.first, window.last + 1))
            dropped += without
            joiner.add(events)
        dropped += joiner.dropped
        self._count(added=joiner.added, known=joiner.known, dropped=dropped.total(), declined=declined.total())
        refused = (*_refusals(report, dropped, ModelUnborne.code), *_refusals(report, declined, ModelDeclined.code))
        return replace(joiner.extraction(), refused=(*reading.found.refused, *refused))

    def _answer(self, window: Window) -> Kept:
        """The answer to a stretch: the one that is kept, or a new one, which is then kept unless it was cut off."""
        asked = messages(window, self._names)
        name = key(self._asking.model, VERSION, {"schema": self._schema, **PLAIN}, asked)
        kept = self._cache.get(name)
        if kept is not None:
            self._count(cached=1)
            return kept
        kept = self._asked(asked)
        if kept.declined != CUT_OFF:
            self._cache.put(name, self._asking.model, kept)
        self._count(calls=1, tokens_in=kept.tokens_in, tokens_out=kept.tokens_out, milliseconds=kept.milliseconds)
        return kept

    def _count(self, **counts: int) -> None:
        with self._lock:
            self.spent.update(counts)

    def _asked(self, asked: "tuple[Mapping[str, str], ...]") -> Kept:
        limit = self._asking.run_seconds
        if limit is not None and time.monotonic() - self._began > limit:
            raise ModelTimeUp(f"the language model was asked for {limit:g} seconds, which was the time for it")
        with self._lock:
            if self._client is None:
                self._client = Client(self._asking, os.environ.get(KEY, ""), self._schema)
        try:
            kept = self._client.ask(asked)
        except ModelFailed as e:
            with self._lock:
                self._failed += 1
            if self._failed >= IN_A_ROW:
                raise ModelUnreachable(f"{self._failed} times in a row: {e}") from e
            raise
        self._failed = 0
        return kept

    def close(self) -> None:
        """Close the connections."""
        if self._client is not None:
            self._client.close()


@cache
def code() -> str:
    """Digest of this package's source: other code may take other things from the same answer."""
    entries = sorted(files("firsthand.llm").iterdir(), key=lambda entry: entry.name)
    return digest("src", [(e.name, sha256(e.read_bytes())) for e in entries if e.name.endswith(".py")])


def named(model: str) -> str:
    """How a model and its prompt are named where a claim says what made it: one word, without anything that is not shown."""
    shown = "".join(c if c.isprintable() and not c.isspace() else "_" for c in model)[:80]
    return f"{MODEL}{shown}@{VERSION}"


def _refusals(report: Report, counts: Counter[str], code: str) -> tuple[Refusal, ...]:
    """One refusal a reason, with how often it was given."""
    return tuple(_refusal(report, code, reason, count) for reason, count in sorted(counts.items()) if count)


def _refusal(report: Report, code: str, reason: str, count: int) -> Refusal:
    times = "once" if count == 1 else f"{count} times"
    return Refusal(
        stage="extract", subject=f"{report.id}/llm/{reason}", code=code, sha256=report.sha256,
        reason=f"the language model, {times}: {reason}",
    )  # fmt: skip
