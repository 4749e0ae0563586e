"""What a settings file holds, every mistake in it, and what is worth a second look, without using it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from firsthand.model.base import Record
from firsthand.resources.gazetteer import kilometres
from firsthand.resources.lexicon import Lexicon
from firsthand.resources.lexicon_fold import fold
from firsthand.resources.settings import Llm, Settings
from firsthand.resources.settings_lines import Lines
from firsthand.resources.settings_meaning import Known
from firsthand.resources.settings_reading import content, parsed_settings, text_of
from firsthand.resources.settings_rows import names_of
from firsthand.resources.settings_shape import Mistake

NEAR: Final = 20
"""Kilometres within which a place of the same name is taken for the same place."""


class Note(Record, frozen=True, kw_only=True):
    """Something about a line of a file, with what to do about it."""

    line: int
    what: str


class CheckedSettings(Record, frozen=True, kw_only=True):
    """A settings file: how many of each setting it `holds`, its `mistakes` (none where it can be used), and `warnings`."""

    file: str
    holds: dict[str, int]
    mistakes: tuple[Note, ...] = ()
    warnings: tuple[Note, ...] = ()


def check_settings(path: Path) -> CheckedSettings:
    """Look a settings file through; nothing is built. Errors: NoSuchPath."""
    raw = content(path)
    settings, faults = parsed_settings(raw)
    if settings is None:
        mistakes = tuple(Note(line=line, what=what) for line, what in faults)
        return CheckedSettings(file=str(path), holds={}, mistakes=mistakes)
    lines = Lines(text_of(raw))
    notes = sorted({(lines.of(found.path), found.what) for found in warnings_of(settings)})
    warnings = tuple(Note(line=line, what=what) for line, what in notes)
    return CheckedSettings(file=str(path), holds=held(settings), warnings=warnings)


def held(settings: Settings) -> dict[str, int]:
    """How many of each setting there are, those left out that there are none of."""
    limits = settings.thresholds
    found = {
        "kind": len(settings.kind),
        "frame": len(settings.frame),
        "actor": len(settings.actor),
        "place": len(settings.place),
        "source": len(settings.source),
        "threshold": sum(one is not None for one in (limits.join, limits.recall, limits.open, limits.doubt)),
        "plugin off": len(settings.plugins.off),
        "extractor": len(settings.extractors),
        "setting of the language model": sum(
            getattr(settings.llm, name) != getattr(Llm(), name) for name in settings.llm.__struct_fields__
        ),
    }
    return {name: count for name, count in found.items() if count}


def warnings_of(settings: Settings) -> Iterator[Mistake]:
    """What can be meant so, and often is not."""
    known = Known.open()
    yield from _of_kinds(settings, known)
    yield from _of_frames(settings, known)
    yield from _of_names(settings, Lexicon.open())
    yield from _of_places(settings, known)
    limits = settings.thresholds
    if limits.join is not None and limits.recall is not None and limits.recall < limits.join:
        yield Mistake(("thresholds", "recall"), "what only recalls an incident would join it sooner than news of it")


def _of_kinds(settings: Settings, known: Known) -> Iterator[Mistake]:
    pairs = {
        (kind.acled.event_type, kind.acled.sub_event_type) for kind in map(known.kinds.__getitem__, known.kinds.names)
    }
    told = {frame.kind for frame in settings.frame}
    for i, kind in enumerate(settings.kind):
        if kind.name in known.kinds:
            yield Mistake(("kind", i, "name"), f"{kind.name!r} takes the place of the program's own kind of that name")
        elif kind.name not in told:
            what = f"no frame tells {kind.name!r}; give its words: [[frame]] kind = {kind.name!r}"
            yield Mistake(("kind", i, "name"), what)
        if (kind.acled.event_type, kind.acled.sub_event_type) not in pairs:
            pair = f"{kind.acled.event_type} / {kind.acled.sub_event_type}"
            yield Mistake(
                ("kind", i, "acled"), f"{pair} is no pair of ACLED that the program knows; check the codebook"
            )


def _of_frames(settings: Settings, known: Known) -> Iterator[Mistake]:
    for i, frame in enumerate(settings.frame):
        for j, verb in enumerate(frame.verbs):
            others = sorted({one.kind for one in known.frames.verbs.get(verb, ())} - {frame.kind})
            if others:
                what = f"the verb {verb!r} tells {', '.join(others)} so far; with your frame it tells {frame.kind}"
                yield Mistake(("frame", i, "verbs", j), what)
        for j, noun in enumerate(frame.nouns):
            other = known.frames.nouns.get(noun)
            if other is not None and other.kind != frame.kind:
                what = f"the noun {noun!r} tells {other.kind} so far; with your frame it tells {frame.kind}"
                yield Mistake(("frame", i, "nouns", j), what)


def _of_names(settings: Settings, lexicon: Lexicon) -> Iterator[Mistake]:
    """Actors and sources that share a name with somebody whom the program knows."""
    tables = [("actor", i) for i in range(len(settings.actor))]
    tables += [("source", i) for i, source in enumerate(settings.source) if source.sort]
    for table, given in zip(tables, names_of(settings), strict=True):
        for place, name in ((("name",), given.name), *((("aliases", i), one) for i, one in enumerate(given.aliases))):
            alias = lexicon.alias(fold(name))
            if alias is None:
                continue
            own = alias.entries[0].name
            if fold(own) == fold(given.name):
                if place == ("name",):
                    yield Mistake((*table, *place), f"the program knows {own!r}: your names are added to its own")
            else:
                yield Mistake((*table, *place), f"{name!r} means {own!r} to the program; yours comes first, except where "
                              "the text speaks of the other's country")  # fmt: skip


def _of_places(settings: Settings, known: Known) -> Iterator[Mistake]:
    for i, place in enumerate(settings.place):
        if place.geonames_id is not None:
            if place.geonames_id not in known.gazetteer.geonames_numbers():
                what = f"{place.geonames_id} is no place that the program knows, so it takes the place of none"
                yield Mistake(("place", i, "geonames_id"), what)
            continue
        for found in known.gazetteer.places(place.name):
            near = (
                found.lat is not None and found.lon is not None and found.country == place.country
                and kilometres(found.lat, found.lon, place.lat, place.lon) <= NEAR
            )  # fmt: skip
            if near and (number := known.gazetteer.place(found.id).geonames_id) is not None:
                what = f"the program knows {place.name!r} there; to put yours in its place add geonames_id = {number}"
                yield Mistake(("place", i, "name"), what)
                break
