"""Forces, ministries and governments of states, put together by rule from a country and a general word."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from firsthand.resources.lexicon_files import Country, Entry

CountryAt = Callable[[Sequence[str], int], "tuple[Country, int] | None"]


class Head(NamedTuple):
    """What the general word stands for: how the name goes on, its sort, and whether it is a group only described."""

    name: str
    sort: str
    group: bool = False


FORCES: Final = (
    "army|military|armed forces|air force|navy|marines|marine corps|police|national police|federal police|"
    "border police|local police|military police|security forces|security services|national guard|"
    "presidential guard|republican guard|coast guard|border guard|gendarmerie|national gendarmerie|"
    "special forces|ground forces|naval forces|defense forces|defense force|self defense forces|intelligence|"
    "military intelligence|intelligence service|intelligence services|intelligence agency|civil guard|"
    "special operations forces|rangers|air defense|air defenses|national army|national security forces|"
    "border patrol|secret service|secret police|riot police|paratroopers|commandos|air forces|security agency|"
    "security service|counterterrorism service|royal army|special operations command|joint chiefs of staff|"
    "general staff|central command|high command|military command|army command|armored forces"
).split("|")
RULERS: Final = (
    "government|regime|authorities|parliament|cabinet|presidency|embassy|consulate|interim government|state|"
    "transitional government|administration|junta|supreme court|senate|congress|government officials|"
    "civil defense|red crescent|red cross|foreign ministry|interior ministry|defense ministry|health ministry|"
    "justice ministry|information ministry|education ministry|oil ministry|finance ministry|foreign office|"
    "state television|state tv|state media"
).split("|")
DESCRIBED: Final = (
    "border guards|forces|troops|soldiers|government forces|regime forces|army soldiers|army troops|"
    "military forces|police officers|policemen|security personnel|military personnel|government troops|"
    "government soldiers|regime soldiers|service members|servicemen|paramilitaries|personnel|state forces|"
    "armored troops|coalition forces|partner forces"
).split("|")
HEADS: Final = {
    "armed force": Head("armed forces", "state force"),
    **{word: Head(word, "state force") for word in FORCES},
    **{word: Head(word, "government") for word in RULERS},
    **{word: Head(word, "state force", group=True) for word in DESCRIBED},
}
LONGEST: Final = {
    first: max(len(h.split()) for h in HEADS if h.split()[0] == first) for first in {h.split()[0] for h in HEADS}
}
"""Most words of a general word, by its first."""
MINISTRY: Final = frozenset(("ministry", "department"))
PORTFOLIOS: Final = {
    words: name
    for line in (
        "defense=Defence|interior=Interior|foreign=Foreign|foreign affairs=Foreign|health=Health|"
        "public health=Health|justice=Justice|information=Information|education=Education|finance=Finance|"
        "oil=Oil|energy=Energy|national defense=Defence|internal affairs=Internal Affairs|"
        "emergency situations=Emergency Situations|public security=Public Security|home affairs=Home Affairs|"
        "external affairs=External Affairs|culture=Culture|agriculture=Agriculture|transport=Transport|"
        "security=Security|peshmerga=Peshmerga|peshmerga affairs=Peshmerga|migration=Migration|"
        "religious affairs=Religious Affairs|labor=Labour|economy=Economy|home=Home|intelligence=Intelligence|"
        "planning=Planning|trade=Trade|human rights=Human Rights|emergencies=Emergency Situations"
    ).split("|")
    for words, name in (line.split("="),)
}

STARTS: Final = frozenset((*LONGEST, *MINISTRY, *(p.split()[0] for p in PORTFOLIOS)))
"""First words of a body that is put together with its country last; those with the country first begin with the country."""


class Hit(NamedTuple):
    """Kept apart from `lexicon.Hit`: words taken from `at`, and the entry made."""

    last: int
    entry: Entry
    country: Country


def compose(keys: Sequence[str], at: int, country_at: CountryAt) -> Hit | None:
    """The state body that begins at `at`: "Iraqi security forces", "army of Mali", "Mali's Ministry of Defence"."""
    found = country_at(keys, at)
    if found is not None:
        country, size = found
        return _after(keys, at + size, country)
    return _before(keys, at, country_at)


def _after(keys: Sequence[str], at: int, country: Country) -> Hit | None:
    """Country first."""
    ministry = _ministry(keys, at)
    if ministry is not None:
        last, portfolio = ministry
        return Hit(last, made(country, Head(f"{portfolio} Ministry", "government")), country)
    for size in range(min(LONGEST.get(keys[at], 0) if at < len(keys) else 0, len(keys) - at), 0, -1):
        head = HEADS.get(" ".join(keys[at : at + size]))
        if head is not None:
            return Hit(at + size, made(country, head), country)
    return None


def _before(keys: Sequence[str], at: int, country_at: CountryAt) -> Hit | None:
    """Country last, after "of"."""
    ministry = _ministry(keys, at)
    if ministry is not None:
        last, portfolio = ministry
        found = _of(keys, last, country_at)
        return found and Hit(found[1], made(found[0], Head(f"{portfolio} Ministry", "government")), found[0])
    for size in range(min(LONGEST.get(keys[at], 0) if at < len(keys) else 0, len(keys) - at), 0, -1):
        head = HEADS.get(" ".join(keys[at : at + size]))
        if head is not None:
            inside = head.group and keys[at + size : at + size + 1] == ["in"]
            found = None if inside else _of(keys, at + size, country_at)
            return found and Hit(found[1], made(found[0], head), found[0])
    return None


def _of(keys: Sequence[str], at: int, country_at: CountryAt) -> tuple[Country, int] | None:
    """The country after "of" or "of the" at `at`, and where it ends."""
    if at >= len(keys) or keys[at] not in ("of", "in"):
        return None
    at += 1 + (at + 1 < len(keys) and keys[at + 1] == "the")
    found = country_at(keys, at)
    return found and (found[0], at + found[1])


def _ministry(keys: Sequence[str], at: int) -> tuple[int, str] | None:
    """A ministry's end and portfolio: "ministry of [the] interior", "defence ministry"."""
    if at + 1 >= len(keys):
        return None
    if keys[at] in MINISTRY and keys[at + 1] in ("of", "for"):
        start = at + 2 + (at + 2 < len(keys) and keys[at + 2] == "the")
        for size in (2, 1):
            portfolio = PORTFOLIOS.get(" ".join(keys[start : start + size]))
            if portfolio is not None and start + size <= len(keys):
                return start + size, portfolio
        return None
    for size in (2, 1):
        portfolio = PORTFOLIOS.get(" ".join(keys[at : at + size]))
        if portfolio is not None and at + size < len(keys) and keys[at + size] in MINISTRY:
            return at + size + 1, portfolio
    return None


def made(country: Country, head: Head) -> Entry:
    """The entry of a country's body: its demonym and the general word."""
    adjective = country.demonyms[0] if country.demonyms else country.name
    return Entry(
        name=f"{adjective} {head.name}",
        type="group" if head.group else "organisation",
        sort=head.sort,
        country=country.code,
        source="put together by rule",
    )
