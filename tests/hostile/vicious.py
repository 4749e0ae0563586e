"""Text that would do something to whoever reads it, and an extractor that puts it into every field that holds text.

A report of the vicious is a line a field, `actor: ..`; spans quote these lines, and everything else that the types of the model
let an extractor (a plugin, say) write freely gets the raw text, control characters and all.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Literal, NamedTuple

from msgspec.structs import replace

from firsthand.model.base import digest
from firsthand.model.claim import Claim, Field, Mention, mention_id
from firsthand.model.extraction import Credit, Extraction, Figure, Name, Passage
from firsthand.model.place import Place, PlaceName
from firsthand.model.report import DateClue, Refusal, Report
from firsthand.model.span import Span
from firsthand.model.timeref import TimeExpr
from firsthand.model.value import Count, Day, Denial, Party, Value, Weapon, Where, Words
from firsthand.model.voice import Attribution, Quotation, Voice
from firsthand.resources.supplied import NOTHING, Supplied
from tests import factories

SEEN = "hostile"
"""Stands in every hostile text, so that a test finds it again."""
FORMULAS = (
    "=", "+", "-", "@", "\t=", "\r=", "\n@", '"=', "'=", "＝", "＋", "－", "＠", " =", "\xa0=", "\u200b=", "\ufeff+", "\u202e=",
    '"\u2066=', "\x1b=", "\x00=", "﹦", "“=", "%0A=", ";=", "−",
)  # fmt: skip
"""Beginnings by which a spreadsheet may take a cell for a formula, bare and behind what it skips."""
TERMINAL = "\x1b[2J\x1b]8;;http://evil.invalid\x07\x1b]52;c;QUJD\x07\x9b31m\x9d0;t\x9c\x08\x7f\x00\x0e\x85"
UNSEEN = "\u202eback\u2066\u200b\u200e\ufeff\u00ad\u061c\u2028\u2029\u180e\u2060\ufff9\U000e0041\u3164"
MARKUP = (
    '</script><script>window.hit=1</script><img src=x onerror=window.hit=2> " onmouseover="window.hit=3" \' onclick='
    "'window.hit=4' ]]> --> </title></style></svg><svg onload=window.hit=5><![CDATA[ &lt;b&gt; &#60;i&#62; <!-- {{ 7*7 }} "
    "{% raw %} [bold red]x[/] [link=http://evil.invalid]y[/link] **b** | [c](javascript:1) `d` \\u003cb \\ $(id) %s {0} ../../etc"
)
LONG = "W" * 300
PARTS = (TERMINAL, UNSEEN, MARKUP)
SPEAKER = f"Anna {SEEN} {MARKUP} {UNSEEN} {TERMINAL}"
"""Who begins with no capital has no name for the program."""
LINE = re.compile(r"^(\w+): (.*)$", re.MULTILINE)


def vicious(field: str, number: int = 0) -> str:
    """The raw text for a field. `number`: by what a formula begins, and what comes first."""
    turned = PARTS[number % 3 :] + PARTS[: number % 3]
    long = LONG if number % 5 == 0 else ""
    return f"{FORMULAS[number % len(FORMULAS)]}1+1 {SEEN} {field} {' '.join(turned)}\r\nnext line {long}"


def line(field: str, number: int) -> str:
    """The same on one line, as it may stand in a file."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+", " ", vicious(field, number)).strip()


def written(number: int) -> str:
    """The text of a vicious report."""
    said = (
        f"Hill {SEEN} gunmen of the old ferry crossed the brown river twice before noon and took the mill, the barns and "
        f"{number % 4} of our boats <blink>home</blink> \u202ewith them"
    )
    lines = [
        f"2024-03-{5 + number % 3:02}",
        f"place: {line(f'place {number // 4}', number // 4)}",
        f"day: {line('day', number)} 2024-03-{1 + 5 * (number // 4):02}",
        f"killed: {4 + number}",
    ]
    lines += [
        f"{field}: {line(field, number)}"
        for field in ("actor", "target", "victim", "weapon", "motive", "outcome", "seized")
    ]
    lines += [f"speaker: {line('speaker', number)}", f"denial: {line('denial', number)}", f"said: “{said}”"]
    lines += [f"figure: {900 + number} {line('figure', number)}", f"credit: {line('credit', number)}", "deed: shelled"]
    return "\n".join(lines) + "\n"


class Told(NamedTuple):
    """A report of the vicious, taken apart: spans of its lines by field, the raw text of each field, who says so."""

    report: Report
    number: int
    at: dict[str, Span]
    raw: dict[str, str]
    voice: Voice


def told(report: Report) -> Told:
    """The report taken apart."""
    number = int(re.findall(r"killed: (\d+)", report.text)[0]) - 4
    at = {m[1]: Span.cut(report.text, m.start(2), m.end(2)) for m in LINE.finditer(report.text)}
    raw = {field: vicious(field, n) for n, field in zip(count(number), at)}
    chain = (raw["speaker"], vicious("chain", number))
    return Told(report, number, at, raw, Voice(speaker=chain[0], chain=chain, stance="claims", span=at["speaker"]))


def options(number: int) -> tuple[Place, Place]:
    """What the place name may mean: four reports name one place."""
    key = number // 4
    place = Place(
        name=vicious(f"place {key}", key), lat=12.5 + key, lon=30.25, radius_km=5, admin1=vicious("admin", key),
        country=vicious("country", key), geonames_id=key + 1, within=(vicious("within", key),),
    )  # fmt: skip
    return place, replace(place, name=vicious("other place", key), geonames_id=77)


def values(one: Told) -> Iterator[tuple[Field, str, Value]]:
    """The values of the event, each with the line that is quoted for it."""
    at, raw, number = one.at, one.raw, one.number
    place, other = options(number)
    for field in ("actor", "target", "victim"):
        sort: Literal["group", "organisation"] = "group" if number % 2 else "organisation"
        yield field, field, Party(text=raw[field], entity=raw[field], type="named", sort=sort, country=raw[field])
    yield "weapon", "weapon", Weapon(text=raw["weapon"], entity=raw["weapon"], class_=vicious("class", number))
    yield "place", "place", Where(text=at["place"].quote, place=place, others=(other,), weights=(700, 300))
    yield "date", "day", Day(expression=vicious("expression", number), ref=factories.day_ref(at["day"].quote[-10:]))
    dead, who, wording = 4 + number, vicious("who", number), vicious("wording", number)
    yield "killed", "killed", Count(number=dead, low=dead, high=dead, who=who, wording=wording)
    for words in ("motive", "outcome", "seized"):
        yield words, words, Words(text=raw[words])
    yield "denial", "denial", Denial(of="event")


def mention(one: Told) -> Mention:
    """The event with its claims."""
    id_, by = one.report.id, vicious("rule", one.number)
    key = mention_id(id_, one.at["deed"])
    claims = tuple(
        Claim(report=id_, mention=key, field=field, value=value, span=one.at[where], voice=one.voice, by=by)
        for field, where, value in values(one)
    )
    return Mention(
        report=id_, event=digest("evt", key), kind="shelling", trigger=one.at["deed"], status="occurred", role="main",
        sentence=0, claims=claims, by=by,
    )  # fmt: skip


def extraction(report: Report) -> Extraction:
    """What the vicious extractor says of a report: hostile in every free field."""
    one = told(report)
    at, raw, number, day = one.at, one.raw, one.number, factories.READ_ON.replace(year=2024, month=3)
    quoted = Span.cut(report.text, at["said"].start + 1, at["said"].end - 1)
    place, other = options(number)
    where = PlaceName(span=at["place"], area=at["place"], place=place, others=(other,), weights=(700, 300))
    said = Attribution(
        source=at["speaker"], cue=(), content=(quoted,), speaker=SPEAKER, chain=(SPEAKER,), direct=True
    )  # fmt: skip
    figure = Figure(
        span=at["figure"], what=f"troops {vicious('what')}", where=vicious("where"), number=900 + number, bound="exact",
        low=900 + number, high=900 + number, voice=one.voice,
    )  # fmt: skip
    clue = DateClue(
        kind="header", span=Span.cut(report.text, 0, 10), day=day.replace(day=5 + number % 3), trust="high",
        why=vicious("clue", number),
    )  # fmt: skip
    refusal = Refusal(stage="extract", subject=report.id, code="E303", reason=vicious("refusal", number))
    return Extraction(
        report=report.id, mentions=(mention(one),), places=(where,),
        times=(TimeExpr(span=at["day"], type="DATE", ref=factories.day_ref(at["day"].quote[-10:])),),
        names=tuple(Name(span=at[f], type="group", entity=raw[f], country=raw[f]) for f in ("actor", "target", "speaker")),
        attributions=(said,), quotations=(Quotation(span=quoted, speaker=SPEAKER, chain=(SPEAKER,)),),
        figures=(figure,), credits=(Credit(name=raw["credit"], span=at["credit"], form="foot"),), clues=(clue,),
        passages=tuple(
            Passage(start=m.start(), end=m.end(), section="body", role="main", lemmas=_lemmas(m))
            for m in LINE.finditer(report.text)
        ),
        refused=(refusal,) if number == 1 else (),
    )  # fmt: skip


def _lemmas(said: re.Match[str]) -> tuple[str, ...]:
    """Words to compare, of the one line that copies have: comparing all of them would take long and show nothing more."""
    return tuple(re.findall(r"[a-z]+", said[2].lower())) if said[1] == "said" else ()


class Vicious:
    """The extractor, in the shape that the engine asks for; it fails on a report of none of its lines, with hostile words."""

    digest = "kit_vicious"

    def __call__(self, reports: Sequence[Report]) -> Iterator[Extraction]:
        for one in reports:
            if "deed: " not in one.text:
                raise ValueError(vicious("failure"))
            yield extraction(one)


def open_vicious(_: Supplied = NOTHING) -> Vicious:
    """For the engine."""
    return Vicious()


VICIOUS = "tests.hostile.vicious:open_vicious"
