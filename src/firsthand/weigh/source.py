"""One source of a telling, and the words for why it is one."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple


class Source(NamedTuple):
    """Whom one telling goes back to, and why. `named`: the report says so itself. `also`: further reasons."""

    name: str
    why: str
    named: bool
    how: Literal["named", "beside", "heard", "event", "credited", "shared", "own", "lent"]
    also: tuple[str, ...] = ()


def unsaid(sources: Iterable[Source]) -> tuple[Source, ...]:
    """The sources of a telling, for what the report says in its own words."""
    why = "named as the source of the event: {}; the report says this in its own words"
    return tuple(
        s._replace(how="event", why=why.format(s.name)) if s.how in ("named", "beside") else s for s in sources
    )


def taken(name: str, others: Sequence[str]) -> str:
    """Why two names are one source."""
    if len(others) == 1:
        return f"'{name}' is taken for {others[0]}: here the looser name can mean no other source"
    return f"'{name}' is taken for {others[0]}: it may mean {' or '.join(others)}, and adds no further source"


def joined(reasons: Iterable[str]) -> str:
    """Reasons in one line, the commonest first."""
    counted = Counter(reasons)
    return "; ".join(sorted(counted, key=lambda why: (-counted[why], why)))


def each_once(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Sources of one name as one, with the reasons of all."""
    found: dict[str, Source] = {}
    for source in sources:
        first = found.setdefault(source.name, source)
        found[source.name] = first._replace(also=tuple(dict.fromkeys((*first.also, *source.also))))
    return tuple(found.values())
