"""The extractors of a run, one after the other: each gets what those before it found. None but the program's own is trusted."""

import importlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple, cast

from msgspec.structs import replace

from firsthand.errors import ModelStopped, PluginFailed
from firsthand.model.extraction import Extraction
from firsthand.model.report import Refusal, Report
from firsthand.plugins.builtin import PROGRAM
from firsthand.plugins.found import Given, Plugin, failed
from firsthand.plugins.hooks import Adds, Extractor
from firsthand.plugins.manager import Plugins
from firsthand.plugins.sound import fault
from firsthand.resources.supplied import Supplied


class Link(NamedTuple):
    """An extractor and what it opened. `plugin` None: it is ours, and its errors are for the caller."""

    adds: Adds
    extractor: Extractor
    plugin: Plugin | None = None

    @property
    def named(self) -> tuple[str, ...]:
        """What a kit is named by: who it is, and what its answers depend on."""
        package = (self.plugin.name, self.plugin.version) if self.plugin else ()
        return (self.extractor.name, self.extractor.version, *package, str(getattr(self.adds, "digest", "")))


class Chain:
    """Extracts from reports, in order, by every extractor that was asked for."""

    def __init__(self, links: Sequence[Link]) -> None:
        self._links = tuple(links)

    @classmethod
    def open(cls, supplied: Supplied, first: Adds | None = None) -> "Chain":
        """Open the extractors that run always and those that were asked for. `first`: in place of the program's own.

        Errors: BadPlugin, PluginFailed, UsageError, and what the program's own raises.
        """
        links = []
        for one in Plugins.open(supplied.without).extractors(supplied.extractors):
            ours = one.item.name == PROGRAM
            links.append(
                Link(
                    first if ours and first is not None else _opened(one, supplied),
                    one.item,
                    None if ours else one.plugin,
                )
            )
        return cls(links)

    @property
    def first(self) -> Adds:
        """The program's own."""
        return self._links[0].adds

    @property
    def others(self) -> tuple[tuple[str, ...], ...]:
        """What names the others; empty where there are none."""
        return tuple(link.named for link in self._links[1:])

    def spent(self) -> Counter[str]:
        """What the extractors counted since this was last asked: of those that keep a `spent`, added up."""
        total: Counter[str] = Counter()
        for counted in (getattr(link.adds, "spent", None) for link in self._links):
            if isinstance(counted, Counter):
                total.update(counted)
                counted.clear()
        return total

    def close(self) -> None:
        """Close those that hold something, by their `close`."""
        for close in (getattr(link.adds, "close", None) for link in self._links):
            if callable(close):
                close()

    def __call__(self, reports: Sequence[Report]) -> Iterator[Extraction]:
        """What all of them together find in each report."""
        found = [Extraction(report=report.id) for report in reports]
        for link in self._links:
            found = _ours(link, reports, found) if link.plugin is None else _theirs(link, link.plugin, reports, found)
        return iter(found)


def _opened(one: Given[Extractor], supplied: Supplied) -> Adds:
    """Errors: PluginFailed for whatever opening it raises, unless that names itself."""
    make = one.item.open
    try:
        if isinstance(make, str):
            module, _, name = make.partition(":")
            make = cast("Callable[[Supplied], Adds]", getattr(importlib.import_module(module), name))
        opened: Any = make(supplied)
    except Exception as e:
        if one.item.name == PROGRAM:
            raise
        raise failed(one.plugin, f"to open its extractor {one.item.name}", e) from e
    if not callable(opened):
        error = TypeError(f"{type(opened).__name__} cannot be called with a report and an extraction")
        raise failed(one.plugin, f"to open its extractor {one.item.name}", error)
    return cast("Adds", opened)


def _batch(adds: Adds) -> Callable[[Sequence[Report], Sequence[Extraction]], Sequence[Extraction]] | None:
    batch: Any = getattr(adds, "batch", None)
    return batch if callable(batch) else None


def _ours(link: Link, reports: Sequence[Report], found: Sequence[Extraction]) -> list[Extraction]:
    """Nothing is checked: whatever it raises is for the caller."""
    batch = _batch(link.adds)
    if batch is not None:
        return list(batch(reports, found))
    return [link.adds(report, before) for report, before in zip(reports, found, strict=True)]


def _theirs(link: Link, plugin: Plugin, reports: Sequence[Report], found: Sequence[Extraction]) -> list[Extraction]:
    """Where it fails, or answers with what cannot be used, what was found before stays, with a refusal."""
    batch = _batch(link.adds)
    answers: list[object] = []
    if batch is not None and len(reports) > 1:
        try:
            answers = list(batch(reports, found))
        except ModelStopped:
            raise
        except Exception:  # noqa: BLE001 - each report is tried alone then, and those that fail alone are refused
            answers = []
    told = []
    for place, (report, before) in enumerate(zip(reports, found, strict=True)):
        try:
            if len(answers) == len(reports):
                after = answers[place]
            else:
                after = _alone(batch, report, before) if batch is not None else link.adds(report, before)
            wrong = fault(after, before, report, link.extractor.name)
        except ModelStopped:
            raise
        except Exception as e:  # noqa: BLE001 - whatever a plugin raises over a report is a refusal
            after, wrong = before, f"{type(e).__name__}: {e}"
        if wrong is None:
            told.append(cast("Extraction", after))
        else:
            told.append(replace(before, refused=(*before.refused, _refused(plugin, link.extractor, report, wrong))))
    return told


def _alone(
    batch: Callable[[Sequence[Report], Sequence[Extraction]], Sequence[Extraction]], report: Report, before: Extraction
) -> object:
    """What a batch of one report comes to. Errors: ValueError for more or fewer answers."""
    (after,) = batch([report], [before])
    return after


def _refused(plugin: Plugin, extractor: Extractor, report: Report, why: str) -> Refusal:
    """The refusal of what an extractor said, or failed to say, of a report."""
    who = f"extractor {extractor.name} of plugin {plugin.name} {plugin.version}"
    way = f"--without {plugin.name}" if plugin.name != PROGRAM else f"leave out --extractor {extractor.name}"
    reason = f"{who}: {why[:300]} (to do without it: {way})"
    return Refusal(
        stage="extract", subject=f"{report.id}/{extractor.name}", code=PluginFailed.code, reason=reason,
        sha256=report.sha256,
    )  # fmt: skip
