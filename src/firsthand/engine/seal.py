"""Seals: the head of a record's log in one line, to be published where nobody can change it, and held against it later."""

import re
from collections.abc import Iterable
from pathlib import Path

import msgspec

from firsthand.engine.progress import RunNote
from firsthand.errors import BadSeal, RecordBusy, RecordDamaged
from firsthand.model.base import Record
from firsthand.record.verify import Fault
from firsthand.store.history import run_notes
from firsthand.store.sealed import hash_of_line, lines_by_table
from firsthand.store.sqlite import Store

NAME = "firsthand-seal/1"
FORM = re.compile(rf"{NAME} lines=(\d{{1,15}}) head=([0-9a-f]{{64}})((?: [a-z]{{1,20}}=[0-9-]{{1,20}}){{0,20}})")
COUNTS = ("format", "reports", "claims", "decisions", "revisions")
LONGEST = 1_000_000
"""Bytes of a file of seals."""


class Seal(Record, frozen=True, kw_only=True):
    """The head of a log: `lines` and the hash of the last one, `head`, which stands for all that was written up to it.

    The rest is for people and follows from the lines: the `day` of the last run (UTC), the `format` of the record, and how many
    `reports` (readings of them), `claims`, `decisions` and `revisions` the log has.
    """

    lines: int
    head: str
    day: str = ""
    format: int = 0
    reports: int = 0
    claims: int = 0
    decisions: int = 0
    revisions: int = 0

    @property
    def text(self) -> str:
        """The seal in one line."""
        said = {name: value for name, value in msgspec.structs.asdict(self).items() if value != ""}
        return " ".join([NAME, *(f"{name}={value}" for name, value in said.items())])


def sealed(store: Store) -> Seal:
    """The seal of a record as it stands. Whether the record holds is for `verify`."""
    lines, head = store.head
    counts = lines_by_table(store)
    days = [note.at[:10] for note in run_notes(store, RunNote) if note.at]
    return Seal(
        lines=lines, head=head, day=days[-1] if days else "", format=store.format, reports=counts.get("report", 0),
        claims=counts.get("claim", 0), decisions=counts.get("decision", 0), revisions=counts.get("revision", 0),
    )  # fmt: skip


def broken(store: Store, seal: Seal) -> Fault | None:
    """What shows that a record is not the sealed one, nor that one with more written since; None where it may well be."""
    length = store.head[0]
    there = hash_of_line(store, seal.lines)
    which = f"of line {seal.lines}"
    if there is None:
        return Fault(what="seal", which=which, why=f"the log ends at line {length}: what came after was cut off")
    if there != seal.head:
        return Fault(what="seal", which=which, why="that line is another one: the log was rewritten there or before")
    return None


def as_seals(given: str) -> tuple[Seal, ...]:
    """The seals that somebody gives: one in words, or a file with one or more in whatever text, or with one as JSON.

    Errors: BadSeal for what is none, and for a file that cannot be read, holds none, or holds one that is mutilated.
    """
    words = given if given.lstrip().startswith(NAME) else _text(given)
    if words.lstrip().startswith("{"):
        try:
            return (msgspec.json.decode(words, type=Seal),)
        except msgspec.DecodeError as e:
            raise BadSeal(f"the JSON in {given[:200]} is no seal ({e})") from e
    flat = " ".join(words.split())
    found = tuple(map(_seal, FORM.finditer(flat)))
    if not found or len(found) != flat.count(NAME):
        raise BadSeal(f"{'no seal stands' if not found else 'a seal is not whole'} in {given[:200]}")
    return found


def _text(path: str) -> str:
    try:
        with Path(path).open("rb") as file:
            raw = file.read(LONGEST + 1)
    except (OSError, ValueError) as e:
        raise BadSeal(f"{path[:200]} is neither a seal nor a file that can be read") from e
    if len(raw) > LONGEST:
        raise BadSeal(f"{path[:200]} is longer than {LONGEST:,} bytes", hint="Give a file with the seals alone.")
    return raw.decode("utf-8", "replace")


def _seal(found: re.Match[str]) -> Seal:
    """The seal of a line that has its form."""
    rest = dict(part.split("=", 1) for part in found[3].split())
    counts = {name: int(rest[name]) for name in COUNTS if rest.get(name, "").isdecimal()}
    return Seal(lines=int(found[1]), head=found[2], day=rest.get("day", ""), **counts)


def newest(seals: Iterable[Seal]) -> int:
    """The last line that any of the seals is of."""
    return max(seal.lines for seal in seals)


def seal(record: str | Path) -> Seal:
    """The seal of a record, which is verified first: a seal on what does not hold would say that it did.

    Errors: RecordDamaged where anything does not hold; as for `open_record`.
    """
    from firsthand.engine.check import verify
    from firsthand.engine.progress import silent

    with Store.open(Path(record)) as store:
        found = verify(store, silent)
        if found.fault is not None:
            raise RecordDamaged(f"{found.fault.what} {found.fault.which}: {found.fault.why}")
        made = sealed(store)
        if {(made.lines, made.head), store.head} != {(found.lines, found.head)}:
            raise RecordBusy(f"somebody wrote {store.path} while it was verified")
        return made
