"""The vocabulary of kinds of event, with its maps to ACLED, PLOVER and UCDP."""

import tomllib
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Annotated

import msgspec
from msgspec import Meta

from firsthand.errors import SetupError
from firsthand.model.base import Record, digest, sha256


class Acled(Record, frozen=True, kw_only=True):
    """ACLED event type and sub-event type."""

    event_type: Annotated[str, Meta(description="Event type of ACLED, as its codebook writes it.")]
    sub_event_type: Annotated[str, Meta(description="Sub-event type of ACLED that goes with it.")]


class Plover(Record, frozen=True, kw_only=True):
    """PLOVER type and mode; None where the codebook has none that fits."""

    type: Annotated[str | None, Meta(description="Event type of PLOVER, in capitals.")] = None
    mode: Annotated[str | None, Meta(description="Mode of PLOVER, where the type has modes.")] = None


class Kind(Record, frozen=True, kw_only=True):
    """One kind of event. `general`: the coarser kind it refines. `ucdp`: types of violence it can be."""

    name: Annotated[str, Meta(description="Name, in small letters: what `kind` holds in exports and `--kind` takes.")]
    title: Annotated[str, Meta(description="How titles of incidents begin.")]
    acled: Annotated[Acled, Meta(description="What it is in ACLED's vocabulary.")]
    plover: Annotated[Plover, Meta(description="What it is in PLOVER's vocabulary.")] = Plover()
    ucdp: Annotated[
        tuple[Annotated[int, Meta(ge=1, le=3)], ...],
        Meta(description="Types of violence of UCDP that it can be: 1 state-based, 2 non-state, 3 one-sided."),
    ] = ()
    general: Annotated[
        str | None,
        Meta(description="The coarser kind that it refines: tellings that use either word can be one incident."),
    ] = None


class KindsFile(Record, frozen=True, kw_only=True):
    """A kinds.toml."""

    kind: tuple[Kind, ...]


class Kinds:
    """All kinds by name."""

    def __init__(self, kinds: Mapping[str, Kind], digest: str) -> None:
        self._kinds = dict(kinds)
        self.digest = digest

    @classmethod
    def open(cls, added: Sequence[Kind] = ()) -> "Kinds":
        """The kinds that come with the program, and a user's own; one of the same name takes the place of ours.

        Errors: SetupError for a file that is not as it should be.
        """
        raw = files("firsthand").joinpath("data/kinds.toml").read_bytes()
        try:
            file = msgspec.convert(tomllib.loads(raw.decode()), KindsFile)
        except (msgspec.ValidationError, tomllib.TOMLDecodeError) as e:
            raise SetupError(f"kinds.toml cannot be used: {e}") from e
        kinds = {k.name: k for k in (*file.kind, *added)}
        missing = sorted({k.general for k in kinds.values() if k.general} - kinds.keys())
        if missing:
            raise SetupError(f"kinds.toml names kinds that it does not hold: {', '.join(missing)}")
        return cls(kinds, digest("kinds", sha256(raw), added) if added else sha256(raw))

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
