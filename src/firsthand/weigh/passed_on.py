"""Who passes on the words of another in one incident."""

from collections.abc import Mapping

from firsthand.weigh.evidence import Case
from firsthand.weigh.speakers import Speakers


def passed_on(case: Case, speakers: Speakers) -> Mapping[str, str]:
    """Those who pass on the words of exactly one other speaker in this incident, and whose."""
    firsts: dict[str, set[str]] = {}
    for stated in case.stated:
        first = speakers.first(stated.claim.voice)
        for name in speakers.chain(stated.claim.voice):
            if first is not None and name != first:
                firsts.setdefault(name, set()).add(first)
    single = {name: found for name, found in sorted(firsts.items()) if len(found) == 1}
    return {name: next(iter(found)) for name, found in single.items() if name not in _heads(found, firsts)}


def _heads(found: set[str], firsts: Mapping[str, set[str]]) -> set[str]:
    """Speakers that those in `found` are themselves said to have it from: no circles."""
    return {head for name in found for head in firsts.get(name, ())}
