"""The vocabulary of kinds of event, with its maps to ACLED, PLOVER and UCDP."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files

import msgspec

from firsthand.errors import SetupError
from firsthand.model.base import Record, sha256


class Acled(Record, frozen=True, kw_only=True):
    """ACLED event type and sub-event type."""

    event_type: str
    sub_event_type: str


class Plover(Record, frozen=True, kw_only=True):
    """PLOVER type and mode; None where the codebook has none that fits."""

    type: str | None = None
    mode: str | None = None


class Kind(Record, frozen=True, kw_only=True):
    """One kind of event. `general`: the coarser kind it refines. `ucdp`: types of violence it can be."""

    name: str
    title: str
    acled: Acled
    plover: Plover = Plover()
    ucdp: tuple[int, ...] = ()
    general: str | None = None


class KindsFile(Record, frozen=True, kw_only=True):
    """A kinds.toml."""

    kind: tuple[Kind, ...]


class Kinds:
    """All kinds by name."""

    def __init__(self, kinds: Mapping[str, Kind], digest: str) -> None:
        self._kinds = dict(kinds)
        self.digest = digest

    @classmethod
    def open(cls) -> "Kinds":
        """The kinds that come with the program. Errors: SetupError for a file that is not as it should be."""
        raw = files("firsthand").joinpath("data/kinds.toml").read_bytes()
        try:
            file = msgspec.convert(tomllib.loads(raw.decode()), KindsFile)
        except (msgspec.ValidationError, tomllib.TOMLDecodeError) as e:
            raise SetupError(f"kinds.toml cannot be used: {e}") from e
        kinds = {k.name: k for k in file.kind}
        missing = sorted({k.general for k in file.kind if k.general} - kinds.keys())
        if missing:
            raise SetupError(f"kinds.toml names kinds that it does not hold: {', '.join(missing)}")
        return cls(kinds, sha256(raw))

    def __getitem__(self, name: str) -> Kind:
        """The kind of that name; "other" for a name that is not in the vocabulary."""
        return self._kinds.get(name) or self._kinds["other"]

    def __contains__(self, name: object) -> bool:
        return name in self._kinds

    @property
    def names(self) -> tuple[str, ...]:
        """All names, in the order of the file."""
        return tuple(self._kinds)

    def line(self, name: str) -> tuple[str, ...]:
        """The kind and the coarser ones above it, finest first."""
        found = [name]
        while (above := self[found[-1]].general) and above not in found:
            found.append(above)
        return tuple(found)

    def refines(self, fine: str, coarse: str) -> bool:
        """Tell whether `fine` is `coarse` or a refinement of it."""
        return coarse in self.line(fine)

    def akin(self, a: str, b: str) -> bool:
        """Tell whether two kinds can be names of one event: one refines the other, or both refine one kind."""
        return bool(set(self.line(a)) & set(self.line(b)))
