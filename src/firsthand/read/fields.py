"""Fields that name a report's title, outlet, address and day, in JSON reports and in the front matter of Markdown."""

from collections.abc import Mapping
from datetime import date

from firsthand.model.report import Stamp
from firsthand.read.clean import clean
from firsthand.read.days import day_in_address, day_of
from firsthand.read.language import code

TITLE = ("title", "headline")
OUTLET = ("outlet", "source", "publisher", "site_name", "site", "newspaper")
URL = ("url", "link", "canonical")
LANGUAGE = ("language", "lang")
PUBLISHED = ("published", "date", "published_at", "publication_date", "date_published", "datePublished", "pubdate")
LATER = ("modified", "updated", "date_modified", "dateModified", "updated_at", "crawled", "date_crawled")
LONGEST = 2000


def first(fields: Mapping[str, object], names: tuple[str, ...]) -> str | None:
    """The first of these fields that holds words, in one line; an object's `name` for an object."""
    for name in names:
        value = fields.get(name)
        if isinstance(value, Mapping):
            value = value.get("name")
        if isinstance(value, str) and value.strip():
            return one_line(value)
    return None


def one_line(value: str) -> str | None:
    """White space folded, control characters out; None where nothing is left."""
    return " ".join(clean(value[:LONGEST]).split()) or None


def language(fields: Mapping[str, object]) -> str | None:
    """The language that the fields declare, ISO 639-1."""
    return code(first(fields, LANGUAGE))


def stamps(fields: Mapping[str, object], where: str, url: str | None) -> tuple[Stamp, ...]:
    """Days of publication, the first field first; of change, and in the address, with low trust. Each day once."""
    return unique(
        *((day_of(fields.get(name)), f"{where} {name}", True) for name in PUBLISHED),
        *((day_of(fields.get(name)), f"{where} {name}", False) for name in LATER),
        (day_in_address(url), "url", False),
    )


def unique(*found: tuple[date | None, str, bool]) -> tuple[Stamp, ...]:
    """Stamps of (day, source, high trust), best first; one for a day that several fields give."""
    known: dict[date, Stamp] = {}
    for day, source, high in sorted(found, key=lambda item: not item[2]):
        if day is not None and day not in known:
            known[day] = Stamp(day=day, source=source, trust="high" if high else "low")
    return tuple(known.values())
