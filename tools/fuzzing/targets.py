"""What is fed, and what must hold for whatever it is fed."""

import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from firsthand.date import date_one
from firsthand.engine.days import days, last_day
from firsthand.errors import FirsthandError, ReadError
from firsthand.extract.clues_offices import office_clues
from firsthand.extract.credits import find_credits
from firsthand.extract.numbers import SCALES, TENS, UNITS, VAGUE_LOW, find_amounts, value_of
from firsthand.extract.places_words import words_of
from firsthand.extract.quotations import find_quotations, paragraphs
from firsthand.extract.times import find_times
from firsthand.extract.times_numbers import number_of
from firsthand.model.base import sha256
from firsthand.model.calendar import resolve, timex
from firsthand.model.extraction import Extraction
from firsthand.model.report import Report
from firsthand.model.value import Count
from firsthand.model.when import UNKNOWN, TimeSpan
from firsthand.pipeline import extract_all
from firsthand.publish.extraction_json import extraction_json
from firsthand.publish.plain import plain, plain_json
from firsthand.read.child import Child
from firsthand.read.clean import clean, repair
from firsthand.read.decode import decode, looks_like_html
from firsthand.read.formats import unwrap
from firsthand.read.limits import Limits
from firsthand.read.page import Job
from firsthand.resources.casing_stretch import stretches
from firsthand.resources.casing_units import units
from firsthand.resources.gazetteer_fold import keys, loose
from firsthand.resources.gazetteer_fold import plain as plain_name
from firsthand.resources.gazetteer_user import places_of
from firsthand.resources.kit import Kit
from firsthand.resources.legible import joined, legible
from firsthand.resources.lexicon import Lexicon
from firsthand.resources.lexicon_fold import fold, heard, pieces
from firsthand.resources.link_weights import parsed
from firsthand.resources.parser import smooth
from firsthand.resources.remarks import without_remarks
from firsthand.store.evidence import admit
from firsthand.weigh.denied_words import denied_in

COUNTRIES = ("SY", "IQ", "SD", "ML", "AF")
LIMITS = Limits(file_bytes=200_000, report_characters=50_000)
ANCHOR = TimeSpan(earliest=date(2024, 3, 5), latest=date(2024, 3, 9))


TELLS_NUMBER = re.compile(
    rf"\d|{'|'.join([*UNITS, *TENS, *SCALES, *VAGUE_LOW])}|couple|pair|duo|trio|quartet|both|twins", re.IGNORECASE
)


class Broken(AssertionError):
    """Something that must hold does not."""


class Target(NamedTuple):
    """A function that is fed text (or, for `raw`, the format and bytes of a file); `heavy`: fed less."""

    name: str
    feed: Callable[[str], None] | Callable[[str, bytes], None]
    raw: bool = False
    heavy: bool = False


def must(holds: bool, what: str) -> None:
    """Errors: Broken."""
    if not holds:
        raise Broken(what)


def times(text: str) -> None:
    """Spans hold, nothing overlaps, intervals are ordered."""
    found = find_times(text)
    must(all(a.span.end <= b.span.start for a, b in pairwise(found)), "times overlap")
    for one in found:
        must(one.span.holds_in(text), "a time quotes what is not there")
        for anchor in (ANCHOR, UNKNOWN):
            span = resolve(one.ref, anchor)
            must(
                span.earliest is None or span.latest is None or span.earliest <= span.latest,
                "an interval ends before it begins",
            )
            timex(one.ref, anchor)


def amounts(text: str) -> None:
    """A number quotes its words and comes from them."""
    for one in find_amounts(text):
        must(text[one.start : one.end] == one.wording, "an amount quotes what is not there")
        must(one.low is None or one.high is None or 0 <= one.low <= one.high, "an amount ends before it begins")
    value_of(text[:80])
    number_of(text.split()[:12])


def quotations(text: str) -> None:
    """Spans hold and lie in their paragraphs."""
    must(all(q.span.holds_in(text) for q in find_quotations(text)), "a quotation is not there")
    must(all(0 <= a <= b <= len(text) for a, b in paragraphs(text)), "a paragraph is not there")


def letters(text: str) -> None:
    """What the finders see is as long as the stored text; cleaning is done once."""
    for one in (smooth, joined, without_remarks):
        must(len(one(text)) == len(text), f"{one.__name__} changed the length")
    must(clean(clean(text)) == clean(text), "cleaning is not done once")
    must(len(repair(text, keep_length=True)) == len(text), "repair changed the length")
    must(plain(plain(text)) == plain(text), "plain is not done once")
    list(units(text))
    list(stretches(text))
    for word in words_of(text):
        must(0 <= word.start < word.end <= len(text), "a word is not there")


def names(text: str) -> None:
    """Folding is done once; nothing raises."""
    short = text[:80]
    must(plain_name(plain_name(short)) == plain_name(short), "plain names are not done once")
    keys(short)
    loose(short)
    fold(short)
    heard(short)
    pieces(short)
    denied_in(text)


def asked(text: str) -> None:
    """Days that a person asks for: days, or an error with a hint."""
    for ask in (days, last_day):
        try:
            ask(text[:30])
        except FirsthandError as e:
            must(bool(e.hint), "an error without a hint")


def tables(text: str) -> None:
    """A user's tables: rows, or an error that names the file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t.csv"
        for head in ("name,country,lat,lon,kind\n", "actor,names,kind\n", ""):
            path.write_bytes((head + text.replace(" ", ",")).encode("utf-8", "surrogatepass"))
            for open_ in (
                lambda: list(places_of(path, COUNTRIES)),
                lambda: Lexicon.open((path,)),
                lambda: parsed(path.read_bytes(), "t.csv"),
            ):
                try:
                    open_()
                except FirsthandError as e:
                    must(bool(str(e)), "an error without words")


def readers(form: str, body: bytes) -> None:
    """Reports with words, or flaws with codes; texts are clean and can be encoded."""
    answer = unwrap(Job(format=form, raw=body, limits=LIMITS))  # type: ignore[arg-type]
    must(bool(answer.pages or answer.flaws), "neither a report nor a flaw")
    for page in answer.pages:
        must(page.text == clean(page.text), "a text is not clean")
        must(any(c.isalpha() for c in page.text), "a report without a letter")
        page.text.encode()
    looks_like_html(body)
    with suppress(ReadError):
        decode(body)


class InChild:
    """The same by way of the process that reads."""

    def __init__(self) -> None:
        self._child = Child()

    def __call__(self, form: str, body: bytes) -> None:
        """Errors: Broken where the process ended or took too long."""
        answer = self._child.unwrap(Job(format=form, raw=body, limits=LIMITS))  # type: ignore[arg-type]
        must(all(flaw.code not in ("E510", "E511") for flaw in answer.flaws), "the reading process broke")


class Whole:
    """All of extraction."""

    def __init__(self, kit: Kit) -> None:
        self.kit = kit

    def credits(self, text: str) -> None:
        """Spans hold."""
        must(all(c.span.holds_in(text) for c in find_credits(text, self.kit.lexicon)), "a credit is not there")
        list(office_clues(text, self.kit.offices))

    def casing(self, text: str) -> None:
        """As long as before."""
        must(len(legible(text, self.kit.casing)) == len(text), "restoring the case changed the length")

    def extract(self, text: str) -> None:
        """Every claim stands in the text, every number in its words."""
        text = clean(text)
        report = Report(
            sha256=sha256(text.encode()), text=text, names=("a.txt",), media_type="text/plain", read_on=date(2025, 1, 1)
        )
        (found,) = extract_all([report], self.kit)
        admitted = admit(report, found)
        must(not admitted.refused, f"refused: {admitted.refused[:1]}")
        _numbers(found)
        span = date_one(report, found)
        json = extraction_json(report, span, found, self.kit.kinds, self.kit.lexicon.is_agency)
        import msgspec

        must(
            msgspec.json.decode(plain_json(msgspec.json.encode(json))) == msgspec.to_builtins(json),
            "the JSON says something else",
        )


def _numbers(found: Extraction) -> None:
    """A number of several comes from a word for a number in the quote; a single one may be "a man" or "him"."""
    for mention in found.mentions:
        for claim in mention.claims:
            if isinstance(claim.value, Count) and (claim.value.number or 0) > 1:
                said = TELLS_NUMBER.search(claim.span.quote)
                must(said is not None, f"a number out of nothing: {claim.value.number} from {claim.span.quote!r}")


def targets(kit: Kit) -> Iterator[Target]:
    """Everything that is fed."""
    whole = Whole(kit)
    for feed in (times, amounts, quotations, letters, names, asked, whole.credits, whole.casing):
        yield Target(feed.__name__, feed)
    yield Target("readers", readers, raw=True)
    yield Target("readers in their process", InChild(), raw=True, heavy=True)
    yield Target("tables", tables, heavy=True)
    yield Target("extract", whole.extract, heavy=True)
