"""Who gives which figure of an incident in words of their own: by this, a figure without a voice is given back to one of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from firsthand.model.value import Count
from firsthand.weigh.evidence import Stated
from firsthand.weigh.source import Source

Key = tuple[str, int]
"""A field and a number."""
ASIDE = frozenset({"beside", "heard"})
"""Ways to a source that is quoted, on something else."""


class Given:
    """The figures of an incident with those who say them, agencies and outlets aside."""

    def __init__(self, told: Iterable[tuple[Stated, Sequence[str]]]) -> None:
        self._by_figure: defaultdict[Key, set[str]] = defaultdict(set)
        self._by_name: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
        for stated, names in told:
            key = figure(stated)
            if key is not None:
                self._by_figure[key].update(names)
                for name in names:
                    self._by_name[name, key[0]].add(key[1])

    def by(self, stated: Stated) -> frozenset[str]:
        """Those who give the figure of a claim themselves; none where it gives none."""
        key = figure(stated)
        return frozenset(self._by_figure.get(key, ())) if key is not None else frozenset()

    def back(self, stated: Stated, sources: Sequence[Source], weight: dict[str, int]) -> tuple[Source, ...]:
        """Of the sources of a telling those to whom a figure goes back that its report gives in its own words.

        Those who give it themselves; where none of them does and they are only quoted on other things, whoever else gives it;
        else one of those who give no other, for who said it is not told: the one that most reports have by `weight`.
        """
        key, by = figure(stated), self.by(stated)
        same = tuple(s for s in sources if s.name in by)
        if key is None or same or not sources:
            return same or tuple(sources)
        if by and all(s.how in ASIDE for s in sources):
            name = min(by, key=lambda name: (-weight.get(name, 0), name))
            return (Source(name, f"the report names nobody for this, and {name} gives the same figure", False, "lent"),)
        if len(sources) < 2:
            return tuple(sources)
        left = [s for s in sources if not self._by_name.get((s.name, key[0]))] or list(sources)
        one = min(left, key=lambda s: (-weight.get(s.name, 0), s.name))
        if len(left) > 1:
            names = " or ".join(sorted(s.name for s in left))
            one = one._replace(
                also=(*one.also, f"the report names {names}, and does not say who gave this: one source")
            )
        return (one,)


def figure(stated: Stated) -> Key | None:
    """Field and number of a claim, None where it gives no number."""
    value = stated.claim.value
    return (stated.claim.field, value.number) if isinstance(value, Count) and value.number is not None else None
