"""Quotes put back into the report's own letters, where the finds were made on a copy of its text with case restored."""

from typing import TypeVar

import msgspec
from msgspec.structs import replace

from firsthand.model.claim import Claim, Mention
from firsthand.model.extraction import Extraction
from firsthand.model.span import Span
from firsthand.model.value import Count

T = TypeVar("T")


def quoted(found: Extraction, text: str) -> Extraction:
    """`found` with every span in it cut from `text`, which is as long as the text that the finds were made on."""
    made = _cut(found, text)
    pairs = zip(found.mentions, made.mentions, strict=True)
    return replace(made, mentions=tuple(_renamed(old, new) for old, new in pairs))


def _cut(found: T, text: str) -> T:
    if isinstance(found, Span):
        return Span.cut(text, found.start, found.end)  # type: ignore[return-value]
    if isinstance(found, msgspec.Struct):
        old = {name: getattr(found, name) for name in found.__struct_fields__}
        new = {name: _cut(value, text) for name, value in old.items()}
        return replace(found, **{name: value for name, value in new.items() if value is not old[name]})
    if isinstance(found, tuple):
        return tuple(_cut(one, text) for one in found)  # type: ignore[return-value]
    return found


def _renamed(old: Mention, new: Mention) -> Mention:
    """Claims are named by their content, quotes included: a part of another claim must point at that one's new name."""
    if all(_whole(claim) is None for claim in old.claims):
        return new
    named: dict[str | None, str | None] = {None: None}
    made = dict(enumerate(new.claims))
    left = dict(enumerate(old.claims))
    while ready := [n for n, claim in left.items() if _whole(claim) in named]:
        for n in ready:
            claim, value = left.pop(n), made[n].value
            if isinstance(value, Count):
                made[n] = replace(made[n], value=replace(value, part_of=named[_whole(claim)]))
            named[claim.id] = made[n].id
    return replace(new, claims=tuple(made[n] for n in sorted(made)))


def _whole(claim: Claim) -> str | None:
    """Id of the claim that one is a part of."""
    return claim.value.part_of if isinstance(claim.value, Count) else None
