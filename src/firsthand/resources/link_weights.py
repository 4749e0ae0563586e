"""Weights of linking in a file of their own: what `firsthand learn` writes and `firsthand decide RECORD weights` takes."""

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from firsthand.errors import BadWeights
from firsthand.model.base import Record
from firsthand.model.match import LinkWeights

if TYPE_CHECKING:
    from firsthand.resources.weights import Weights

FORMAT: Final = "firsthand-weights/1"
MOST: Final = 100_000
"""Millibits beyond which no weight makes sense: nothing could speak against it."""
LARGEST: Final = 1 << 20
"""Bytes of a file that is read."""


class _File(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    format: str
    prior: int
    weights: dict[str, int] = msgspec.field(default_factory=dict)
    curves: dict[str, tuple[tuple[int, int], ...]] = msgspec.field(default_factory=dict)


def read_weights(path: Path, shipped: "Weights") -> LinkWeights:
    """The weights of a file. Errors: BadWeights where it is not of this shape, or names what the program does not weigh."""
    try:
        with path.open("rb") as opened:
            raw = opened.read(LARGEST + 1)
    except OSError as e:
        raise BadWeights(f"{path} cannot be read: {e.strerror}") from e
    found = parsed(raw, str(path))
    for fault in _faults(found, shipped):
        raise BadWeights(f"{path}: {fault}")
    return found


def parsed(raw: bytes, path: str) -> LinkWeights:
    """The weights of a text; `path` names it. Errors: BadWeights."""
    try:
        file = msgspec.convert(tomllib.loads(raw.decode()), _File)
    except (msgspec.ValidationError, tomllib.TOMLDecodeError, UnicodeDecodeError) as e:
        raise BadWeights(f"{path} holds no weights of linking: {e}") from e
    except RecursionError:
        raise BadWeights(f"{path} holds no weights of linking: it is nested too deeply") from None
    if file.format != FORMAT:
        raise BadWeights(f"{path} is of format {file.format!r}, not {FORMAT!r}")
    return LinkWeights(
        prior=file.prior, weights=tuple(sorted(file.weights.items())), curves=tuple(sorted(file.curves.items()))
    )


def _faults(file: LinkWeights, shipped: "Weights") -> Sequence[str]:
    faults, weights, curves = [], dict(file.weights), dict(file.curves)
    for what, given, known in (
        ("weight", weights, shipped.limits.weights),
        ("curve", curves, shipped.limits.curves),
    ):
        faults += [f"there is no {what} {name!r}" for name in sorted(given.keys() - known.keys())]
    for name, value in file.weights:
        if abs(value) > MOST:
            faults.append(f"{name} = {value} is beyond {MOST:,} millibits")
        elif value * shipped.limits.weights.get(name, 0) < 0:
            faults.append(f"{name} = {value} speaks the other way than the program means it")
    for name, curve in file.curves:
        if not curve or [at for at, _ in curve] != sorted({at for at, _ in curve}):
            faults.append(f"curve {name} does not rise from point to point")
        elif any(abs(bits) > MOST for _, bits in curve):
            faults.append(f"curve {name} is beyond {MOST:,} millibits")
    return [*faults, *([] if abs(file.prior) <= MOST else [f"prior = {file.prior} is beyond {MOST:,} millibits"])]


def written_weights(learnt: LinkWeights, about: Sequence[str]) -> str:
    """The text of a file, with comments on how it was learnt."""
    lines = [f"# {line}" for line in about]
    lines += [f'format = "{FORMAT}"', f"prior = {learnt.prior}"]
    if learnt.weights:
        lines += ["", "[weights]", *(f"{name} = {value}" for name, value in learnt.weights)]
    if learnt.curves:
        lines += ["", "[curves]", *(f"{name} = {[list(point) for point in curve]}" for name, curve in learnt.curves)]
    return "\n".join(lines) + "\n"
