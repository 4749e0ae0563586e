"""Who fights, watches, reports and helps: names with aliases, sort and country, and words for people and weapons."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal, Self

from firsthand.model.base import Record, canonical, sha256
from firsthand.resources.lexicon_files import Country, Entry, PeopleWord, Weapons, open_files
from firsthand.resources.lexicon_fold import ARTICLES, Piece, fold, near, small_word, sounds
from firsthand.resources.lexicon_states import STARTS, compose
from firsthand.resources.lexicon_user import Given, with_additions

Form = Literal["acronym", "name", "common"]
SOURCES = frozenset(("agency", "outlet", "monitor"))
ARMED = frozenset(("rebel group", "militia"))
ARTICLE = re.compile(r"(?P<article>the|al|el)[ -](?=\w)", re.IGNORECASE)
SPELLED = 7
"""Least letters of a key by sound: shorter ones meet by chance."""
MEDIA = frozenset(("agency", "outlet"))
BORNE = frozenset(("rebel group", "militia", "criminal", "political", "state force"))
"""Sorts of bodies whose members are called by the plural of its name ("the Houthis")."""

__all__ = ["Alias", "Country", "Entry", "Form", "Hit", "Lexicon", "PeopleWord"]


class Alias(Record, frozen=True, kw_only=True):
    """One way to write the names in `entries` (several where an abbreviation serves several), and how it is written."""

    entries: tuple[Entry, ...]
    form: Form


class Hit(Record, frozen=True, kw_only=True):
    """A known name among the words of a text: words[first:last]."""

    first: int
    last: int
    alias: Alias
    country: Country | None = None


class Lexicon:
    """Known names and words, in memory. Pure after `open`; every look-up folds case, accents, articles, hyphens and points."""

    def __init__(
        self, entries: Sequence[Entry], countries: Sequence[Country], people: Mapping[str, PeopleWord], weapons: Weapons
    ) -> None:
        self.entries = tuple(entries)
        self.tellers = _tellers(self.entries)
        """First words of the names of agencies, outlets and monitors, each with the words that may follow ("" for none)."""
        self.weapons = weapons
        self._people = people
        self._aliases: dict[str, Alias] = {}
        self._countries: dict[str, Country] = {}
        self._states: dict[str, Entry] = {}
        for entry in entries:
            for name in (entry.name, *entry.aliases):
                self._add(fold(name), entry, form_of(name))
        for country in countries:
            state = Entry(
                name=country.name, type="organisation", sort="state", country=country.code, source="ISO 3166-1"
            )
            for name in (country.name, *country.aliases, *country.demonyms):
                self._countries.setdefault(fold(name), country)
                if name in (country.name, *country.aliases) or name.isupper():
                    self._states.setdefault(fold(name), state)
        self.states = frozenset(key.split()[0] for key in self._states)
        """First words of the names of states, folded."""
        self.capitals = {fold(city): c.code for c in countries for city in c.capitals}
        """Countries (codes) by the cities that stand for their governments."""
        self._spelled = {
            sounds(name): entry
            for entry in reversed(self.entries)
            if entry.sort in ARMED
            for name in (entry.name, *entry.aliases)
            if " " in fold(name) and len(sounds(name)) >= SPELLED
        }
        self.articled = _articled(self.entries)
        """Names of one word, folded, that tellers bear with an article only ("The Guardian", "Al-Monitor"), and that article."""
        self._names = {fold(e.name): e for e in reversed(self.entries)}
        self._longest = _longest((*self._aliases, *self._countries))
        self._starts = STARTS.union(self._longest)
        self.digest = sha256(canonical([entries, countries, sorted(people.items()), weapons.digest]))

    @classmethod
    def open(cls, extra: Sequence[Path] = (), given: Sequence[Given] = (), *, plugins: Sequence[Path] = ()) -> Self:
        """The lexicon that comes with the program, and the user's own tables before it; between them those of `plugins`.

        `extra`: CSV files with the columns name, aliases (parted by ";"), type, sort, country, source; the first
        may be all there is. `given`: names of the user's settings. Errors: BadTable for a file that cannot be used as such.
        """
        entries, countries, people, weapons = open_files()
        if plugins:
            entries = with_additions(entries, plugins)
        return cls(with_additions(entries, extra, given), countries, people, weapons)

    def _add(self, key: str, entry: Entry, form: Form) -> None:
        had = self._aliases.get(key)
        if had is None:
            self._aliases[key] = Alias(entries=(entry,), form=form)
        elif entry not in had.entries:
            self._aliases[key] = Alias(entries=(*had.entries, entry), form=had.form if had.form != "common" else form)

    def find(self, words: str, near_countries: Iterable[str] = ()) -> Entry | None:
        """The entry that `words` as a whole name, or None. Of several the one of `near_countries` (codes), else the first."""
        key = fold(words)
        if small_word(words, key) or (key in self.articled and not has_article(words, self.articled[key])):
            return None
        alias = self.alias(key)
        if alias is not None:
            return choose(alias, Counter(near_countries))
        hit = self.composed(key.split(), 0)
        if hit is not None and hit.last == len(key.split()):
            return hit.alias.entries[0]
        return self._states.get(key)

    def alias(self, key: str) -> Alias | None:
        """The alias under a folded key, also for the plural of those whose members bear its name."""
        found = self._aliases.get(key)
        if found is None and len(key) > 4 and key.endswith("s"):
            found = self._aliases.get(key[:-1])
            if found is not None and (
                found.form == "acronym" or len(found.entries) > 1 or found.entries[0].sort not in BORNE
            ):
                return None
        return found

    def match(self, words: Sequence[Piece], at: int) -> Iterator[Hit]:
        """The known names that begin with word `at`, the longest first; bodies of states are put together by rule."""
        if words[at].key not in self._starts:
            return
        keys = [w.key for w in words[at : at + 12]]
        made = self.composed(keys, 0)
        for size in range(min(self._longest.get(keys[0], 0), len(keys)), 0, -1):
            if made is not None and made.last > size:
                yield Hit(first=at, last=at + made.last, alias=made.alias, country=made.country)
                made = None
            alias = self.alias(" ".join(keys[:size]))
            if alias is not None:
                yield Hit(first=at, last=at + size, alias=alias)
        if made is not None:
            yield Hit(first=at, last=at + made.last, alias=made.alias, country=made.country)

    def composed(self, keys: Sequence[str], at: int) -> Hit | None:
        """A force, ministry or government named by its country ("Iraqi security forces", "army of Mali")."""
        made = compose(keys, at, self.country_at)
        if made is None:
            return None
        known = self._aliases.get(fold(made.entry.name))
        entries = known.entries if known is not None else (made.entry,)
        return Hit(first=at, last=made.last, alias=Alias(entries=entries, form="common"), country=made.country)

    def country_at(self, keys: Sequence[str], at: int) -> tuple[Country, int] | None:
        """The country whose name or demonym begins at `at`, and how many words it takes."""
        if at >= len(keys):
            return None
        for size in range(min(4, self._longest.get(keys[at], 0), len(keys) - at), 0, -1):
            country = self._countries.get(" ".join(keys[at : at + size]))
            if country is not None:
                return country, size
        return None

    def country(self, words: str) -> Country | None:
        """The country of a name or demonym."""
        key = fold(words)
        return None if small_word(words, key) else self._countries.get(key)

    def state(self, words: str) -> Entry | None:
        """The state that `words` name, as an actor."""
        key = fold(words)
        return None if small_word(words, key) else self._states.get(key)

    def entry(self, name: str) -> Entry | None:
        """The entry with this canonical name (or, failing that, alias)."""
        return self._names.get(fold(name)) or self.find(name)

    def spelled(self, name: str) -> Entry | None:
        """The armed group, named by several words, that `name` is another transliteration of."""
        return self._spelled.get(sounds(name))

    def nearly(self, word: str, known: Iterable[str]) -> str | None:
        """The only one of `known` that `word` is one slip away from; None where there is none or several."""
        key = fold(word)
        if len(key) < 4 or self.alias(key) is not None:
            return None
        found = sorted({k for k in known if len(fold(k)) >= 4 and fold(k)[:1] == key[:1] and near(key, fold(k))})
        return found[0] if len(found) == 1 else None

    def is_agency(self, name: str) -> bool:
        """Tell whether `name` is a news agency or an outlet."""
        alias = self.alias(fold(name))
        return alias is not None and any(e.sort in MEDIA for e in alias.entries)

    def is_source(self, name: str) -> bool:
        """Tell whether `name` is a news agency, an outlet or a monitor: someone who tells rather than acts."""
        entry = self.find(name)
        return entry is not None and entry.sort in SOURCES

    def people(self, lemma: str) -> PeopleWord | None:
        """The word for people, given as a lemma, a plural, or a phrase whose last word is one ("aid workers")."""
        key = " ".join(lemma.lower().split())
        found = self._people.get(key)
        if found is None and key.endswith("s") and not key.endswith("ss"):
            found = self._people.get(key[:-1])
            if found is not None and not found.plural:
                found = PeopleWord(word=found.word, side=found.side, plural=True, collective=found.collective)
        return found

    def weapon_class(self, words: str) -> str | None:
        """The class of a weapon or platform by its words or designator ("MQ-9s", "car bomb"); None for others."""
        return self.weapons.class_of(words)


def has_article(name: str, articles: Container[str]) -> bool:
    """Tell whether a name as written begins with one of `articles` (in small letters)."""
    match = ARTICLE.match(name)
    return match is not None and match["article"].lower() in articles


def _articled(entries: Iterable[Entry]) -> dict[str, frozenset[str]]:
    """Keys of one word that those who tell bear with an article in every way their name is written, and those articles."""
    bare: set[str] = set()
    found: dict[str, frozenset[str]] = {}
    for entry in entries:
        for name in (entry.name, *entry.aliases):
            key = fold(name)
            match = ARTICLE.match(name) if entry.sort in SOURCES else None
            if " " not in key and match is not None:
                found[key] = found.get(key, frozenset()) | {match["article"].lower()}
            elif " " not in key:
                bare.add(key)
    return {key: articles for key, articles in found.items() if key not in bare}


def _tellers(entries: Iterable[Entry]) -> Mapping[str, frozenset[str]]:
    """By the first word of the names of those who tell, folded, the second words; "" where the first is the whole name."""
    found: dict[str, set[str]] = {}
    for name in (name for e in entries if e.sort in SOURCES for name in (e.name, *e.aliases)):
        first, second, *_ = (*fold(name).split(), "", "")
        found.setdefault(first, set()).add(second)
    return {first: frozenset(seconds) for first, seconds in found.items()}


def form_of(name: str) -> Form:
    """How an alias is written: capitals only, with capitals, or without."""
    letters = [c for c in name if c.isalpha()]
    upper = sum(c.isupper() for c in letters)
    if " " not in name and upper >= 2 and upper >= len(letters) - 2 and len(letters) <= 10:
        return "acronym"
    return "name" if upper else "common"


def choose(alias: Alias, countries: Mapping[str, int]) -> Entry:
    """The entry meant, where an alias serves several: the one whose country is spoken of most, else the first."""
    if len(alias.entries) == 1:
        return alias.entries[0]
    ranked = [(-sum(countries.get(code, 0) for code in e.theatre), i) for i, e in enumerate(alias.entries)]
    return alias.entries[min(ranked)[1]]


def _longest(keys: Iterable[str]) -> dict[str, int]:
    """Most words of a key, by its first word."""
    found: dict[str, int] = {}
    for key in keys:
        words = key.split()
        if words:
            found[words[0]] = max(found.get(words[0], 0), len(words))
    for word in tuple(found):
        if not word.endswith("s") and word + "s" not in found and found[word] == 1 and word not in ARTICLES:
            found[word + "s"] = 1
    return found
