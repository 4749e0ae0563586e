"""What a user supplies beside, or in place of, the resources that come with the program."""

from pathlib import Path

from firsthand.model.base import Record


class Supplied(Record, frozen=True, kw_only=True):
    """Files of the user, as paths: `lexicon`, tables of names (CSV) that are added to the program's own; `weights`, a table
    of a learnt scorer, or a folder of them, that take the place of those with the same name.
    """

    lexicon: tuple[str, ...] = ()
    weights: str | None = None

    @property
    def tables(self) -> tuple[Path, ...]:
        """The tables of names."""
        return tuple(map(Path, self.lexicon))

    @property
    def scorers(self) -> Path | None:
        """The weights."""
        return None if self.weights is None else Path(self.weights)


NOTHING = Supplied()
