"""The settings that a record keeps: which of them hold, and how a run adds its own."""

from pathlib import Path

import msgspec
from msgspec.structs import replace

from firsthand.engine.progress import RunNote
from firsthand.errors import RecordDamaged, UsageError
from firsthand.plugins.found import names
from firsthand.resources.asking import LLM
from firsthand.resources.settings import NONE, Settings
from firsthand.resources.supplied import Supplied
from firsthand.store.history import last_run
from firsthand.store.settings import add_settings, settings
from firsthand.store.sqlite import Store


def kept(store: Store) -> Settings:
    """The settings with which the last run concluded, empty where it had none. Errors: RecordDamaged."""
    name = kept_name(store)
    if not name:
        return NONE
    body = next((one.body for one in settings(store) if one.id == name), None)
    try:
        return msgspec.json.decode(body or b"", type=Settings)
    except msgspec.DecodeError as e:
        raise RecordDamaged(f"the settings {name} in {store.path} cannot be read") from e


def kept_name(store: Store) -> str:
    """What the settings of the last run are called, "" where it had none."""
    note = last_run(store, RunNote)
    return note.settings if note is not None else ""


def name_of(given: Settings) -> str:
    """What settings are called in the note of a run."""
    return "" if given.empty else given.digest


def keep(store: Store, given: Settings) -> None:
    """Append settings, unless they are there; inside a transaction."""
    if not given.empty:
        add_settings(store, given.digest, msgspec.json.encode(given, order="sorted"))


def settled(record: Path | None, supplied: Supplied, *, reads: bool = False) -> Supplied:
    """What was supplied, with the settings of the record where none were given, and what they say of plugins.

    `reads`: reports are going to be read with it. Errors: NotARecord, NewerRecord, RecordDamaged; UsageError where only the
    record says that a language model is to be asked.
    """
    given = supplied.settings
    if given is None and record is not None and record.is_file() and record.stat().st_size:
        with Store.open(record) as store:
            given = kept(store)
        if reads:
            _not_asked_by_the_record(given, supplied)
    given = given or NONE
    return replace(
        supplied,
        settings=given,
        extractors=tuple(sorted({*supplied.extractors, *given.extractors})),
        # A settings file, or a record, may come from where more is installed: what is not here is off.
        without=tuple(sorted({*supplied.without, *names().intersection(given.plugins.off)})),
    )


def _not_asked_by_the_record(given: Settings, supplied: Supplied) -> None:
    """A record may come from anybody: by itself it sends no text anywhere. Errors: UsageError."""
    asked = LLM in {*given.extractors, *supplied.extractors} - {*supplied.without}
    by_caller = LLM in supplied.extractors and supplied.asking is not None and bool(supplied.asking.address)
    if asked and not by_caller and (LLM in given.extractors or given.llm.address):
        raise UsageError(
            "the settings that the record keeps ask a language model, and no settings of yours do",
            hint="Give yours: a firsthand.toml beside the record or --settings FILE; or both --extractor llm and "
            "--llm-address; or go on without: --settings none",
        )
