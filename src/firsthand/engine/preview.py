"""What a build would change: it is carried out on a copy of the record, and both are held against each other."""

import warnings
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from firsthand.engine.asked import AnyPath, as_paths, as_supplied
from firsthand.engine.conclusions import view
from firsthand.engine.extractor import KIT
from firsthand.engine.kept import settled
from firsthand.engine.local import build
from firsthand.engine.progress import Progress, Summary, silent
from firsthand.errors import RecordMigrated
from firsthand.model.base import Record
from firsthand.model.folded import Folded
from firsthand.record.gains import Gains, gains
from firsthand.store.copy import copied
from firsthand.store.sqlite import Store


class Preview(Record, frozen=True, kw_only=True):
    """What a build would come to, and what it would change. `new`: there is no record yet."""

    new: bool
    summary: Summary
    gains: Gains


def preview(
    paths: Sequence[AnyPath],
    out: AnyPath,
    *,
    read_on: date | None = None,
    workers: int | None = None,
    progress: Progress = silent,
    lexicon: Sequence[AnyPath] = (),
    weights: AnyPath | None = None,
    gazetteer: AnyPath | None = None,
    extractor: str = KIT,
    extractors: Sequence[str] = (),
    without: Sequence[str] = (),
    settings: AnyPath | None = None,
    llm_address: str = "",
    llm_model: str = "",
) -> Preview:
    """What a build would change in the record `out`: incidents that are new, gone, merged, split or changed, and claims.

    It is built on a copy, so that nothing is written to the record, which somebody else may write meanwhile. Arguments and
    errors: as for `build`.
    """
    now = datetime.now(UTC)
    out = Path(out)
    given = as_supplied(
        lexicon,
        weights,
        gazetteer,
        extractors=extractors,
        without=without,
        settings=settings,
        record=out,
        llm=(llm_address, llm_model),
    )
    supplied = settled(out, given, reads=True)
    with TemporaryDirectory(prefix="firsthand-") as folder, warnings.catch_warnings():
        # A copy of an earlier format is brought up to date, which is nobody's business.
        warnings.simplefilter("ignore", RecordMigrated)
        copy = Path(folder) / "record.db"
        there = out.exists()
        before = _seen(out, copy) if there else Folded(model="")
        summary = build(
            as_paths(paths), copy, read_on=read_on, now=now, workers=workers, progress=progress,
            extractor=extractor, supplied=supplied,
        )  # fmt: skip
        with Store.open(copy) as store:
            after, _ = view(store)
    return Preview(new=not there, summary=_named(summary, out), gains=gains(before, after))


def _seen(out: Path, copy: Path) -> Folded:
    """Copy a record, and what it says today."""
    with Store.open(out) as store:
        folded, _ = view(store)
    copied(out, copy)
    return folded


def _named(summary: Summary, out: Path) -> Summary:
    return replace(summary, record=str(out))
