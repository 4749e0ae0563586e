"""Whether settings of the right shape make sense: kinds that there are, places that lie somewhere, names that can be found."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple, TypeVar

import msgspec

from firsthand.resources.asking import LLM
from firsthand.resources.frames import Frame, Frames
from firsthand.resources.gazetteer import Gazetteer
from firsthand.resources.gazetteer_fold import plain
from firsthand.resources.gazetteer_user import faults as place_faults
from firsthand.resources.kinds import Kind, Kinds
from firsthand.resources.lexicon_fold import fold
from firsthand.resources.lexicon_user import Given
from firsthand.resources.lexicon_user import faults as name_faults
from firsthand.resources.settings import Actor, PlaceRow, Source
from firsthand.resources.settings_lines import Path
from firsthand.resources.settings_rows import given_of, row_of
from firsthand.resources.settings_shape import Mistake, meant

T = TypeVar("T", bound=msgspec.Struct)
MOST_PLACES: Final = 5000
"""Places of a settings file: each process compiles them when it starts."""
SUBJECTS: Final = ("actor", "weapon", "victim", "none")


class Known(NamedTuple):
    """What the program knows by itself, to which settings are held."""

    kinds: Kinds
    frames: Frames
    gazetteer: Gazetteer

    @classmethod
    def open(cls) -> "Known":
        """Errors: SetupError."""
        return cls(Kinds.open(), Frames.open(), Gazetteer.open())


def mistakes_of_meaning(parsed: Mapping[str, Any], unshaped: Sequence[Mistake], known: Known) -> Iterator[Mistake]:
    """What is wrong with all that is of the right shape. `unshaped`: what is not."""
    wrong = {mistake.path[:2] for mistake in unshaped}

    def entries(name: str, type_: type[T]) -> list[tuple[Path, T]]:
        given = parsed.get(name, [])
        return [
            ((name, i), msgspec.convert(raw, type_))
            for i, raw in enumerate(given if isinstance(given, list) else ())
            if (name, i) not in wrong and (name,) not in wrong
        ]

    named = {
        str(raw["name"])
        for raw in (parsed.get("kind") if isinstance(parsed.get("kind"), list) else ()) or ()
        if isinstance(raw, dict) and "name" in raw
    }
    every = (*known.kinds.names, *sorted(named - {*known.kinds.names}))
    yield from _of_kinds(entries("kind", Kind), every, known.kinds)
    yield from _of_frames(entries("frame", Frame), every, known.frames)
    yield from _of_actors(entries("actor", Actor), known)
    yield from _of_places(entries("place", PlaceRow), known)
    yield from _of_sources(entries("source", Source), known)
    for name in ("actor", "place", "source", "kind"):
        yield from _twice(name, parsed.get(name))
    yield from _nameless(parsed)


def _of_kinds(kinds: Sequence[tuple[Path, Kind]], every: Sequence[str], ours: Kinds) -> Iterator[Mistake]:
    above = {kind.name: kind.general for _, kind in kinds}
    for path, kind in kinds:
        if not kind.name or kind.name != " ".join(kind.name.lower().split()):
            yield Mistake(
                (*path, "name"), f"kind {kind.name!r} is not written as kinds are; give words in small letters"
            )
        if not kind.title.strip():
            yield Mistake((*path, "title"), "`title` is empty; write how titles of incidents are to begin")
        if kind.general is None:
            continue
        if kind.general not in every:
            yield Mistake((*path, "general"), f"there is no kind {kind.general!r}; {meant(kind.general, every)}")
        elif _round(kind.name, above, ours):
            yield Mistake(
                (*path, "general"), f"{kind.name!r} would refine itself by {kind.general!r}; name a coarser kind"
            )


def _round(name: str, above: Mapping[str, str | None], ours: Kinds) -> bool:
    """Tell whether the kinds above one lead back to it."""
    seen: list[str] = []
    at: str | None = name
    while at is not None and at not in seen:
        seen.append(at)
        at = above[at] if at in above else ours[at].general
    return at == name


def _of_frames(frames: Sequence[tuple[Path, Frame]], every: Sequence[str], ours: Frames) -> Iterator[Mistake]:
    shipped = ours.every
    objects = tuple(sorted({frame.object for frame in shipped}))
    needs = tuple(sorted({frame.needs for frame in shipped if frame.needs}))
    for path, frame in frames:
        if frame.kind not in every:
            yield Mistake((*path, "kind"), f"there is no kind {frame.kind!r}; {meant(frame.kind, every)}")
        if not frame.verbs and not frame.nouns:
            yield Mistake(path, "the frame has no words; give `verbs` or `nouns`")
        for name, words in (("verbs", frame.verbs), ("nouns", frame.nouns)):
            for i, word in enumerate(words):
                if not word or word != " ".join(word.lower().split()):
                    what = f"{word!r} is not written as words of frames are; give small letters, one space between"
                    yield Mistake((*path, name, i), what)
        for name, value, known in (
            ("subject", frame.subject, SUBJECTS), ("object", frame.object, objects), ("needs", frame.needs, needs)
        ):  # fmt: skip
            if value is not None and value not in known:
                yield Mistake((*path, name), f"{name} {value!r} is not known; {meant(value, known)}")


def _of_actors(actors: Sequence[tuple[Path, Actor]], known: Known) -> Iterator[Mistake]:
    for path, actor in actors:
        yield from _of_name(path, given_of(actor), known)


def _of_name(path: Path, given: Given, known: Known) -> Iterator[Mistake]:
    places = {"name": 0, **{alias: i for i, alias in enumerate(given.aliases)}}
    for column, what in name_faults(given):
        at = next((i for alias, i in places.items() if column == "aliases" and what.startswith(repr(alias))), None)
        remedy = what.replace(", several with commas between", "")
        yield Mistake((*path, column) if at is None else (*path, column, at), remedy)
    for code in given.countries:
        if len(code) == 2 and code.isupper() and code not in known.gazetteer.countries:
            yield Mistake((*path, "country"), f"there is no country {code!r}; give two capital letters as in ISO 3166")


def _of_places(places: Sequence[tuple[Path, PlaceRow]], known: Known) -> Iterator[Mistake]:
    codes = frozenset(known.gazetteer.countries)
    if len(places) > MOST_PLACES:
        yield Mistake(
            places[MOST_PLACES][0], f"more than {MOST_PLACES:,} places; give them as a table: firsthand gazetteer add"
        )
    for path, place in places:
        for column, what in place_faults(row_of(place), codes):
            key = {"alternates": "aliases"}.get(column, column)
            yield Mistake((*path, key), what.replace("leave it empty", "leave it out"))
        for i, alias in enumerate(place.aliases):
            if ";" in alias or "|" in alias:
                yield Mistake(
                    (*path, "aliases", i), f"{alias!r} holds several names; put each into quotation marks of its own"
                )
        if place.admin1 and not (place.admin1.isascii() and place.admin1.isdigit()) and place.country in codes:
            found = known.gazetteer.places(place.admin1)
            if not any(f.kind == "province" and f.country == place.country for f in found):
                asked = f"firsthand gazetteer find {plain(place.admin1)!r} --country {place.country}"
                hint = f"see how the program writes it: {asked}"
                yield Mistake((*path, "admin1"), f"there is no province {place.admin1!r} in {place.country}; {hint}")


def _of_sources(sources: Sequence[tuple[Path, Source]], known: Known) -> Iterator[Mistake]:
    for path, source in sources:
        yield from _of_name(path, given_of(source), known)
        if (source.trust is not None or source.side is not None) and not source.why.strip():
            given = "trust" if source.trust is not None else "side"
            yield Mistake((*path, given), f'`{given}` of {source.name!r} has no reason; add one: why = "..."')
        if source.side is not None and not source.side.strip():
            yield Mistake((*path, "side"), "`side` is empty; name the party, or take the line out")
        if source.trust is None and source.side is None and not source.sort:
            yield Mistake(path, f"nothing is said of {source.name!r}; give `trust`, `side` or `sort`")


def _twice(name: str, given: object) -> Iterator[Mistake]:
    """Names that stand in two tables of one sort."""
    seen: dict[str, int] = {}
    for i, raw in enumerate(given if isinstance(given, list) else ()):
        key = raw.get("name") if isinstance(raw, dict) else None
        if not isinstance(key, str):
            continue
        # Two places may share a name.
        mark = fold(key) if name != "place" else repr([plain(key), *(raw.get(c) for c in ("country", "lat", "lon"))])
        if mark in seen:
            what = f"{key!r} was given before, as number {seen[mark] + 1} of [[{name}]]; put both into one"
            yield Mistake((name, i, "name"), what)
        seen.setdefault(mark, i)


def _nameless(parsed: Mapping[str, Any]) -> Iterator[Mistake]:
    """Names of extractors and plugins that are empty; and the one that no file may ask for, since files come from anywhere."""
    plugins = parsed.get("plugins")
    off = plugins.get("off") if isinstance(plugins, dict) else None
    for path, names in ((("extractors",), parsed.get("extractors")), (("plugins", "off"), off)):
        for i, name in enumerate(names if isinstance(names, list) else ()):
            if isinstance(name, str) and not name.strip():
                yield Mistake((*path, i), f"an empty name in `{path[-1]}`; take it out")
            if name == LLM and path == ("extractors",):
                what = "a language model is asked only where the command says so (--extractor llm); take it out"
                yield Mistake((*path, i), what)
