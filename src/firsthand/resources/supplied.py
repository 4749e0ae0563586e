"""What a user supplies beside, or in place of, the resources that come with the program."""

import os
from pathlib import Path
from typing import Final

from firsthand.errors import BadTable
from firsthand.model.base import Record
from firsthand.resources.asking import LLM, Asking, whom_to_ask
from firsthand.resources.settings import NONE, Settings

COMPILED: Final = "compiled"
"""What is compiled of a folder of places, in the folder."""


class Supplied(Record, frozen=True, kw_only=True):
    """Files of the user, as paths: `lexicon`, tables of names (CSV) that are added to the program's own; `weights`, a table
    of a learnt scorer, or a folder of them, that take the place of those with the same name; `gazetteer`, the compiled folder of
    the places that were added. `extractors`: names of extractors that were asked for beyond those that run always; `without`:
    plugins that are turned off. `plugin_lexicon`, `plugin_weights`, `plugin_gazetteer`: the same of the plugins that are on, the
    last with the user's own places in it. `settings`: what the settings file says, not its path; None for what the record keeps.
    `asking`: the language model that the extractor `llm` asks, where that is not left to the settings.
    """

    lexicon: tuple[str, ...] = ()
    weights: str | None = None
    gazetteer: str | None = None
    extractors: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    plugin_lexicon: tuple[str, ...] = ()
    plugin_weights: tuple[str, ...] = ()
    plugin_gazetteer: str | None = None
    settings: Settings | None = None
    asking: Asking | None = None

    @property
    def set(self) -> Settings:
        """The settings, empty where there are none."""
        return self.settings or NONE

    @property
    def asked(self) -> Asking | None:
        """The language model to be asked, as the caller and else the settings have it; None where none is. Errors: UsageError."""
        return whom_to_ask(self.asking, self.set.llm) if LLM in self.extractors else None

    @property
    def tables(self) -> tuple[Path, ...]:
        """The tables of names."""
        return tuple(map(Path, self.lexicon))

    @property
    def plugin_tables(self) -> tuple[Path, ...]:
        """The tables of names that plugins bring."""
        return tuple(map(Path, self.plugin_lexicon))

    @property
    def scorers(self) -> tuple[Path, ...]:
        """The weights, those of the user last: a later one goes before an earlier."""
        return tuple(map(Path, (*self.plugin_weights, *([self.weights] if self.weights is not None else ()))))

    @property
    def places(self) -> Path | None:
        """The places that were added."""
        found = self.plugin_gazetteer or self.gazetteer
        return None if found is None else Path(found)


NOTHING = Supplied()


def user_folder() -> Path:
    """Where places are kept unless another folder is named: the user's data folder, as the XDG base directories have it."""
    data = os.environ.get("XDG_DATA_HOME", "")
    root = Path(data) if data and Path(data).is_absolute() else Path.home() / ".local" / "share"
    return root / "firsthand" / "places"


def compiled(folder: Path | None) -> Path | None:
    """The compiled tables of a folder, None where nothing was added. `folder` None: the user's.

    Errors: BadTable where a folder is named in which nothing is.
    """
    at = (user_folder() if folder is None else folder) / COMPILED
    if (at / "tables.bin").exists():
        return at
    if folder is not None:
        raise BadTable(f"there are no places in {folder}", hint=f"Add some: firsthand gazetteer add FILE --to {folder}")
    return None
