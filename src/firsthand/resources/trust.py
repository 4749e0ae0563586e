"""What a user thinks of those who tell of events: their own letters, with reasons, and whose side somebody is on."""

from collections.abc import Iterable
from typing import Self

from firsthand.model.base import digest
from firsthand.resources.lexicon_fold import fold
from firsthand.resources.settings import Settings, Source


class Trust:
    """Sources that the user judged, by every name of theirs."""

    def __init__(self, sources: Iterable[Source] = ()) -> None:
        judged = tuple(one for one in sources if one.trust is not None or one.side is not None)
        # A source's own name goes before another's alias.
        self._by_name = {fold(alias): one for one in reversed(judged) for alias in one.aliases}
        self._by_name |= {fold(one.name): one for one in reversed(judged)}
        self.digest = digest("trust", judged) if judged else ""
        """Name of all of it, "" where nobody is judged."""

    @classmethod
    def open(cls, settings: Settings) -> Self:
        """Those of a user's settings."""
        return cls(settings.source)

    def __bool__(self) -> bool:
        return bool(self._by_name)

    def of(self, *names: str) -> Source | None:
        """What the user thinks of somebody who goes by these names."""
        return next((found for name in names if (found := self._by_name.get(fold(name))) is not None), None)


NOBODY = Trust()
