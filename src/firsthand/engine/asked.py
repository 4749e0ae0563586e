"""What a caller asks for, as the engine takes it: paths, and what the user supplies of their own."""

from collections.abc import Sequence
from os import PathLike
from pathlib import Path

from firsthand.errors import UsageError
from firsthand.resources.asking import Asking
from firsthand.resources.settings import FILE, NONE, Settings
from firsthand.resources.settings_reading import read_settings
from firsthand.resources.supplied import Supplied, compiled

AnyPath = str | PathLike[str]


def as_supplied(
    lexicon: Sequence[AnyPath],
    weights: AnyPath | None,
    gazetteer: AnyPath | None,
    *,
    extractors: Sequence[str] = (),
    without: Sequence[str] = (),
    settings: AnyPath | None = None,
    record: Path | None = None,
    llm: tuple[str, str] = ("", ""),
) -> Supplied:
    """What the user supplied, as whole paths: a worker may stand elsewhere. `record`: beside which settings are looked for;
    `llm`: address and model of a language model.
    """
    tables = tuple(str(path.resolve()) for path in as_paths(lexicon, "tables of names", "lexicon=[path]"))
    places = compiled(None if gazetteer is None else Path(gazetteer))
    return Supplied(
        lexicon=tables,
        weights=None if weights is None else str(Path(weights).resolve()),
        gazetteer=None if places is None else str(places.resolve()),
        extractors=as_names(extractors, "extractors"),
        without=as_names(without, "without"),
        settings=as_settings(settings, record),
        asking=Asking(address=llm[0], model=llm[1]) if any(llm) else None,
    )


def as_settings(given: AnyPath | None, record: Path | None) -> Settings | None:
    """The settings of a file: the one that is named ("none" for none at all), or else the one beside the record; None where there
    is none. Errors: BadSettings, NoSuchPath.
    """
    if given == "none":
        return NONE
    if given is not None:
        return read_settings(Path(given))
    beside = record.parent / FILE if record is not None else None
    return read_settings(beside) if beside is not None and beside.is_file() else None


def as_names(names: Sequence[str], what: str) -> tuple[str, ...]:
    """Names, each once and sorted. Errors: UsageError for a single string, whose letters would be taken for names."""
    if isinstance(names, str):
        raise UsageError(f"{what} must be a list of names", hint=f'Write {what}=["{names}"].')
    return tuple(sorted(set(names)))


def as_paths(paths: Sequence[AnyPath], what: str = "paths", how: str = "build([path], out)") -> list[Path]:
    """Errors: UsageError for a single string, whose letters would be taken for paths."""
    if isinstance(paths, str | bytes | PathLike):
        raise UsageError(f"{what} must be a list of paths", hint=f"Write {how}.")
    return [Path(path) for path in paths]
