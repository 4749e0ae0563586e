"""Incidents kept as reports come: what a report touches is grouped again, all else stays as it is.

Whatever the order in which reports and decisions come, the groups are those of linking all of them at once by the same yardstick.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from firsthand.link.accounts import Account, Shared, news_words, tellings
from firsthand.link.clusters import LARGE, Bench
from firsthand.link.compare import Compared
from firsthand.link.grouping import grouped
from firsthand.link.groups import groups_of
from firsthand.link.neighbours import Neighbours
from firsthand.link.pairs import Pairs
from firsthand.link.rulings import Pair, Rulings, in_order
from firsthand.link.scales import Scales, Yardstick, kinship
from firsthand.link.terms import Vector
from firsthand.link.ties import Ties
from firsthand.link.weighing import weighing
from firsthand.model.extraction import Extraction
from firsthand.model.incident import Group
from firsthand.model.match import Decision, Weighing
from firsthand.model.when import TimeSpan
from firsthand.resources.kinds import Kinds
from firsthand.resources.weights import Weights

Memory = dict[Pair, Compared]
"""What was found of pairs of tellings that reach what joining needs."""


class Changed(NamedTuple):
    """Groups that are new or not what they were, sorted by id, and ids of those that are no more."""

    groups: tuple[Group, ...]
    gone: tuple[str, ...]


class Index:
    """`groups`: every incident by id. Groups are a matter of what hangs together alone: tellings of which pairs could join."""

    def __init__(
        self, kinds: Kinds, weights: Weights, yardstick: Yardstick, decisions: Sequence[Decision] = ()
    ) -> None:
        self.groups: dict[str, Group] = {}
        self._kinds = kinds
        self._decisions = tuple(decisions)
        self._words: dict[str, frozenset[str]] = {}
        self._wording: dict[str, Vector] = {}
        self._report: dict[str, Vector] = {}
        self._kinship: dict[tuple[str, str], str] = {}
        self._scales = Scales(
            weights=weights, kinship=self._kinship, entities=yardstick.entities, lemmas=yardstick.lemmas,
            wording=self._wording, report=self._report, with_dates=True,
        )  # fmt: skip
        self._told: dict[str, Account] = {}
        self._of_report: dict[str, tuple[str, ...]] = {}
        self._of_mention: dict[str, str] = {}
        self._rulings = Rulings((), ())
        self._near = Neighbours(self._scales)
        self._ties = Ties()
        self._cluster: dict[str, tuple[str, ...]] = {}
        self._group: dict[str, str] = {}

    def update(
        self,
        extractions: Mapping[str, Extraction],
        dated: Mapping[str, TimeSpan],
        shared: Mapping[str, Sequence[Shared]],
        decisions: Sequence[Decision] | None = None,
    ) -> Changed:
        """Take in these reports, new or changed in what they say or share, or in their day. `decisions`: all, where new.

        `shared`: passages of lineages by report (`accounts.shared_texts`).
        """
        gone, come = self._taken(extractions, dated, shared)
        seeds = {mate for event in gone for mate in self._ties.around(event)}
        seeds |= {mate for event in gone for mate in self._cluster.get(event, ())}
        old = {self._group[event] for event in gone if event in self._group}
        touched = self._near.update(gone, come)
        self._replace(gone, come)
        touched |= self._ruled_anew(decisions)
        fresh = {account.event for account in come}
        more, found = self._tied(touched)
        seeds |= more | fresh
        return self._grouped_again(seeds & self._told.keys(), old, found)

    def near(self, close: int) -> set[tuple[str, str]]:
        """Pairs of incidents (by id) of which two tellings come within `close` millibits of what joining needs."""
        events = sorted(self._group)
        place = {event: i for i, event in enumerate(events)}
        bench, limits = self._bench(events), self._scales.weights.limits
        found: set[tuple[str, str]] = set()
        for event, i in place.items():
            for other in self._near.picks(event):
                j, here, there = place.get(other), self._group[event], self._group.get(other, "")
                if j is None or here == there or in_order(here, there) in found:
                    continue
                news = bench.told[i].role == bench.told[j].role == "main"
                needed = (limits.join if news else limits.recall) - close
                if bench.reaches(min(i, j), max(i, j), needed):
                    found.add(in_order(here, there))
        return found

    def around(self, event: str) -> tuple[str, ...]:
        """The tellings (by event, sorted) of the incident that a telling stands in; none where it is in none."""
        group = self.groups.get(self._group.get(event, ""))
        return tuple(sorted(telling.event for telling in group.tellings)) if group is not None else ()

    def weighed(self, left: Sequence[str], right: Sequence[str]) -> Weighing:
        """Two groups of tellings (by event) held against each other."""
        bench = self._bench([*left, *right])
        return weighing(tuple(range(len(left))), tuple(range(len(left), len(left) + len(right))), bench)

    def _taken(
        self,
        extractions: Mapping[str, Extraction],
        dated: Mapping[str, TimeSpan],
        shared: Mapping[str, Sequence[Shared]],
    ) -> tuple[list[str], list[Account]]:
        """The tellings of these reports that are no longer what they were, and those that are in their place."""
        told = {a.event: a for a in tellings(extractions, dated, shared)}
        same: set[str] = set()
        for key, extraction in extractions.items():
            words = news_words(extraction, shared.get(key, ()))
            if words == self._words.get(key):
                same.update(e for e in self._of_report[key] if e in told and told[e] == self._told[e])
            self._words[key] = words
            self._report[key] = self._scales.lemmas.vector(words)
        gone = [event for key in sorted(extractions) for event in self._of_report.get(key, ()) if event not in same]
        come = [account for event, account in told.items() if event not in same]
        events: dict[str, list[str]] = {key: [] for key in extractions}
        for event, account in told.items():
            events[account.report].append(event)
        self._of_report.update({key: tuple(found) for key, found in events.items()})
        for account in come:
            self._wording[account.event] = self._scales.lemmas.vector(account.wording.words)
            self._akin(account.kinds)
        return gone, come

    def _akin(self, told: Iterable[str]) -> None:
        """How kinds that were not told before go together with all that were."""
        for kind in told:
            if (kind, kind) not in self._kinship:
                for other in {kind, *(known for known, _ in self._kinship)}:
                    self._kinship[kind, other] = kinship(kind, other, self._kinds, self._scales.weights)
                    self._kinship[other, kind] = kinship(other, kind, self._kinds, self._scales.weights)

    def _replace(self, gone: Iterable[str], come: Iterable[Account]) -> None:
        for event in gone:
            self._ties.drop(event)
            for mate in self._cluster.pop(event, ()):
                if mate in self._cluster:
                    self._cluster[mate] = tuple(one for one in self._cluster[mate] if one != event)
            self._group.pop(event, None)
            for mention in self._told.pop(event).mentions:
                self._of_mention.pop(mention, None)
        for account in come:
            self._told[account.event] = account
            self._of_mention.update(dict.fromkeys(account.mentions, account.event))

    def _ruled_anew(self, decisions: Sequence[Decision] | None) -> set[Pair]:
        """Take in decisions. Returns the pairs that they rule upon now and did not, or the other way round."""
        self._decisions = self._decisions if decisions is None else tuple(decisions)
        named = {mention for decision in self._decisions for mention in (*decision.mentions, *decision.apart)}
        events = {self._of_mention[mention] for mention in named if mention in self._of_mention}
        before, self._rulings = self._rulings, Rulings(self._decisions, [self._told[event] for event in sorted(events)])
        return before.differing(self._rulings)

    def _tied(self, touched: set[Pair]) -> tuple[set[str], Memory]:
        """Note which pairs hang together. Returns tellings whose group may be another now, and what was found of pairs."""
        seeds = {event for pair in touched for event in pair}
        events = sorted(seeds & self._told.keys())
        place = {event: i for i, event in enumerate(events)}
        bench = self._bench(events)
        seeds = set()
        for one, other in sorted(touched):
            if one not in place or other not in place or self._tie(place[one], place[other], bench):
                seeds |= {one, other}
        return seeds, {(events[i], events[j]): found for (i, j), found in bench.found.items()}

    def _tie(self, i: int, j: int, bench: Bench) -> bool:
        """Note whether two tellings (i < j) hang together. Tells whether that can change a group."""
        one, other = bench.told[i].event, bench.told[j].event
        ruled, compared = self._rulings.same(one, other), self._near.holds((one, other))
        anew = self._ties.ruled(one, other, ruled or self._rulings.different(one, other))
        tied = ruled or (compared and bench.leads(i, j))
        return self._ties.tied(one, other, tied) or anew or self._ties.crowded(one, other)

    def _bench(self, events: Iterable[str]) -> Bench:
        return Bench([self._told[event] for event in events], self._scales, self._rulings, {})

    def _grouped_again(self, seeds: set[str], old: set[str], known: Memory) -> Changed:
        """Group all that hangs together with these tellings.

        `old`: groups that lost a telling; `known`: what was found of pairs.
        """
        region = sorted(self._ties.closed(seeds, self._cluster))
        self._ties.count(region, LARGE)
        place = {event: i for i, event in enumerate(region)}
        bench = self._bench(region)
        bench.found.update(
            {(place[a], place[b]): found for (a, b), found in known.items() if a in place and b in place}
        )
        pairs = self._pairs(place)
        clusters = grouped(bench, pairs)
        for cluster in clusters:
            events = tuple(region[i] for i in cluster)
            self._cluster.update(dict.fromkeys(events, events))
        old |= {self._group.pop(event) for event in region if event in self._group}
        before = {key: self.groups.pop(key) for key in old if key in self.groups}
        for group in groups_of(clusters, bench, pairs):
            self.groups[group.id] = group
            self._group.update({telling.event: group.id for telling in group.tellings})
        made = sorted({self._group[event] for event in region if event in self._group})
        changed = tuple(self.groups[key] for key in made if before.get(key) != self.groups[key])
        return Changed(changed, tuple(sorted(before.keys() - self.groups.keys())))

    def _pairs(self, place: Mapping[str, int]) -> Pairs:
        """The pairs among these tellings (with their index) that could join or be recalled; in a crowd all that are compared."""
        found: set[tuple[int, int]] = set()
        for event, i in place.items():
            others = self._ties.around(event)
            others |= set(self._near.picks(event)) if self._ties.crowded(event, event) else set()
            found.update((i, place[other]) for other in others if other in place)
        one, other = np.array(sorted(found), dtype=np.int64).reshape(-1, 2).T
        return Pairs.of(one, other)
