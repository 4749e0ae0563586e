"""What was extracted from each report by each kit, and the claims that were admitted."""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec
from msgspec.structs import replace
from sqlalchemy import select

from firsthand.errors import RecordDamaged
from firsthand.model.claim import Claim
from firsthand.model.extraction import Extraction
from firsthand.model.report import Refusal
from firsthand.store.evidence import admit
from firsthand.store.history import add_refusals
from firsthand.store.reports import Stored
from firsthand.store.schema import CLAIM, EXTRACTION, REFUSAL
from firsthand.store.sqlite import Store

WHOLE = "whole"
"""Ends the context of a refusal that is about all of a report."""


class Added(NamedTuple):
    """How many claims came and how many of them were refused."""

    claims: int
    refused: int


def add_extraction(store: Store, stored: Stored, kit: str, extraction: Extraction) -> Added:
    """Append what `kit` extracted from a report, less what has no words there; that is refused and counted.

    Idempotent: a second extraction by the same kit adds nothing.
    """
    where = (EXTRACTION.c.content == stored.content) & (EXTRACTION.c.kit == kit)
    if store.rows(select(EXTRACTION.c.seq).where(where)):
        return Added(0, 0)
    admitted = admit(stored.report, extraction)
    claims = [claim for mention in admitted.extraction.mentions for claim in mention.claims]
    bare = replace(
        admitted.extraction, mentions=tuple(replace(mention, claims=()) for mention in admitted.extraction.mentions)
    )
    key = {"content": stored.content, "kit": kit}
    store.append(EXTRACTION, [{**key, "body": zlib.compress(msgspec.json.encode(bare), 1)}])
    store.append(CLAIM, ({"id": claim.id, **key, "body": msgspec.json.encode(claim)} for claim in claims))
    add_refusals(store, admitted.refused, context=f"{kit}/{stored.content}")
    return Added(admitted.claims, admitted.claims_refused)


def extraction_failed(store: Store, stored: Stored, kit: str, refusal: Refusal) -> None:
    """Note that `kit` could take nothing from a report at all. The next run tries again, and notes no failure twice."""
    add_refusals(store, [refusal], context=f"{kit}/{stored.content}/{WHOLE}")


def extracted(store: Store, kit: str) -> set[str]:
    """Contents that `kit` has extracted from."""
    return {row.content for row in store.rows(select(EXTRACTION.c.content).where(EXTRACTION.c.kit == kit))}


def failures(store: Store, kit: str) -> tuple[Refusal, ...]:
    """Refusals of whole reports by `kit` that still hold: from those reports nothing was extracted since."""
    done = {f"{kit}/{content}/{WHOLE}" for content in extracted(store, kit)}
    rows = store.rows(select(REFUSAL.c.context, REFUSAL.c.body).where(REFUSAL.c.context.like(f"{kit}/%/{WHOLE}")))
    found = [store.decoded(row.body, Refusal) for row in rows if row.context not in done]
    return tuple(sorted(found, key=lambda refusal: refusal.id))


def extractions(store: Store, kit: str, wanted: Sequence[Stored]) -> Iterator[Extraction]:
    """The extractions of the wanted reports by `kit`, with their admitted claims, in the order of the reports.

    A report that was not extracted yet is left out.
    """
    for stored in wanted:
        found = one_extraction(store, kit, stored)
        if found is not None:
            yield found


def one_extraction(store: Store, kit: str, stored: Stored) -> Extraction | None:
    """The extraction of one report by `kit`, None where there is none."""
    bodies = store.rows(
        select(EXTRACTION.c.body).where(EXTRACTION.c.content == stored.content, EXTRACTION.c.kit == kit)
    )  # fmt: skip
    if not bodies:
        return None
    bare = _unpacked(store, bodies[0].body)
    by_mention: dict[str, list[Claim]] = {}
    query = select(CLAIM.c.body).where(CLAIM.c.kit == kit, CLAIM.c.content == stored.content).order_by(CLAIM.c.seq)
    for row in store.rows(query):
        claim = store.decoded(row.body, Claim)
        by_mention.setdefault(claim.mention, []).append(claim)
    return replace(bare, mentions=tuple(replace(m, claims=tuple(by_mention.get(m.id, ()))) for m in bare.mentions))


def _unpacked(store: Store, body: bytes) -> Extraction:
    """A stored extraction. Errors: RecordDamaged."""
    try:
        return store.decoded(zlib.decompress(body), Extraction)
    except (zlib.error, TypeError) as e:
        raise RecordDamaged(f"a stored extraction in {store.path} cannot be read ({e})") from e


class Kept(NamedTuple):
    """What one kit left in a record: the contents it extracted from, and the last line of the log with one."""

    contents: set[str]
    last: int


def kits(store: Store) -> dict[str, Kept]:
    """Every kit that extracted something, by its digest."""
    found: dict[str, Kept] = {}
    for row in store.rows(select(EXTRACTION.c.seq, EXTRACTION.c.kit, EXTRACTION.c.content).order_by(EXTRACTION.c.seq)):
        contents = found[row.kit].contents if row.kit in found else set()
        contents.add(row.content)
        found[row.kit] = Kept(contents, row.seq)
    return found


def untouched(store: Store, contents: Iterable[str]) -> int:
    """Of how many contents of reports no kit has extracted yet."""
    done = {row.content for row in store.rows(select(EXTRACTION.c.content).distinct())}
    return sum(content not in done for content in contents)


def stored_claims(store: Store, kit: str, stored: Stored) -> list[tuple[str, Claim]]:
    """The claims of a report by `kit`, each with the id it is stored under."""
    query = select(CLAIM.c.id, CLAIM.c.body).where(CLAIM.c.kit == kit, CLAIM.c.content == stored.content)
    return [(row.id, store.decoded(row.body, Claim)) for row in store.rows(query)]
