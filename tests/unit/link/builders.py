"""Small invented reports as the stages after extraction see them: what is told, by whom, when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from firsthand.model.base import digest, sha256
from firsthand.model.claim import Claim, Field, Mention, Role, Status, mention_id
from firsthand.model.extraction import Credit, Extraction, Name, Passage
from firsthand.model.lineage import Lineage, PassageRef
from firsthand.model.place import Place
from firsthand.model.report import Report, report_id
from firsthand.model.span import Span
from firsthand.model.timeref import TimeRef
from firsthand.model.value import Bound, Count, Day, Denial, Party, Side, Value, Weapon, Where
from firsthand.model.voice import OUTLET, Voice
from firsthand.model.when import UNKNOWN, TimeSpan

TOWNS: Mapping[str, Place] = {
    "Kutum": Place(
        name="Kutum", lat=14.2, lon=24.67, radius_km=5, admin1="North Darfur", country="SD", geonames_id=11,
        within=("North Darfur", "Sudan"),
    ),
    "Mellit": Place(
        name="Mellit", lat=14.13, lon=25.55, radius_km=5, admin1="North Darfur", country="SD", geonames_id=12,
        within=("North Darfur", "Sudan"),
    ),
    "North Darfur": Place(
        name="North Darfur", lat=15.5, lon=25.0, radius_km=250, precision="province", admin1="North Darfur", country="SD",
        geonames_id=13, within=("Sudan",),
    ),
    "Sudan": Place(name="Sudan", lat=15.0, lon=30.0, radius_km=900, precision="country", country="SD", geonames_id=14),
    "Juba": Place(name="Juba", lat=4.85, lon=31.6, radius_km=10, admin1="Central Equatoria", country="SS", geonames_id=15),
}  # fmt: skip
Given = tuple[Field, Value] | tuple[Field, Value, Voice]


def day(year: int, month: int, number: int) -> tuple[Field, Day]:
    """A day that is stated in full."""
    return ("date", Day(expression=f"{number} {month} {year}", ref=TimeRef(op="day", args=(year, month, number))))


def weekday(number: int) -> tuple[Field, Day]:
    """A weekday, 0 is Monday."""
    return ("date", Day(expression=f"weekday {number}", ref=TimeRef(op="weekday", args=(number, ""))))


def place(name: str) -> tuple[Field, Where]:
    """A town of the table, or a name that no gazetteer knows."""
    return ("place", Where(text=name, place=TOWNS.get(name)))


def party(role: Field, entity: str | None, text: str | None = None, country: str | None = None) -> tuple[Field, Party]:
    """A named party, or a described one with its words."""
    return (
        role,
        Party(
            text=text or entity or "", entity=entity, type="named" if entity else "described",
            sort="group" if entity else "described", country=country,
        ),
    )  # fmt: skip


def weapon(text: str) -> tuple[Field, Weapon]:
    """A weapon."""
    return ("weapon", Weapon(text=text, entity=text))


def killed(
    number: int, voice: Voice = OUTLET, *, bound: Bound = "exact", side: Side = "unknown", what: Field = "killed",
    part_of: str | None = None,
) -> tuple[Field, Count, Voice]:  # fmt: skip
    """A count as somebody gives it."""
    high = None if bound in ("at_least", "more_than", "vague") else number
    low = number + 1 if bound == "more_than" else None if bound == "up_to" else number
    said = None if bound == "vague" else number
    wording = f"{bound} {number}"
    return (
        what,
        Count(number=said, bound=bound, low=low, high=high, side=side, part_of=part_of, wording=wording),
        voice,
    )


def denial(of: str, voice: Voice) -> tuple[Field, Denial, Voice]:
    """What a voice denies."""
    return ("denial", Denial(of=of), voice)  # type: ignore[arg-type]


def says(*chain: str, stance: str = "asserts") -> Voice:
    """A speaker, with those who passed it on after."""
    return Voice(speaker=chain[0], chain=chain, stance=stance)  # type: ignore[arg-type]


def known(year: int, month: int, number: int) -> TimeSpan:
    """A day on which a report appeared, stated in it."""
    one = date(year, month, number)
    return TimeSpan(edtf=one.isoformat(), earliest=one, latest=one, basis="stated", why=("the report is dated",))


@dataclass
class Told:
    """A report under construction: events are added one after the other, each with sentences of its own."""

    name: str
    published: TimeSpan = UNKNOWN
    outlet: str | None = None
    credit: str | None = None
    text: str = ""
    mentions: list[Mention] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)

    @property
    def id(self) -> str:
        """Id of the report."""
        return report_id(sha256(self.name.encode()))

    def event(
        self,
        kind: str,
        *given: Given,
        words: str = "",
        role: Role = "main",
        status: Status = "occurred",
        names: Sequence[str] = (),
    ) -> "Told":
        """Add an event told in one sentence, with its values and the content words around them."""
        start = len(self.text)
        trigger = self._write(kind)
        spans = [self._write(_words(one[1])) for one in given]
        self.names += [Name(span=self._write(name), type="person", entity=name) for name in names]
        mention = mention_id(self.id, trigger)
        claims = tuple(
            Claim(
                report=self.id, mention=mention, field=one[0], value=one[1], span=span,
                voice=one[2] if len(one) == 3 else OUTLET, by="test",
            )
            for one, span in zip(given, spans, strict=True)
        )  # fmt: skip
        self.mentions.append(
            Mention(
                report=self.id, event=digest("evt", mention), kind=kind, trigger=trigger, status=status, role=role,
                sentence=len(self.passages), claims=claims, by="test",
            )
        )  # fmt: skip
        lemmas = tuple(words.split())
        self.passages.append(Passage(start=start, end=len(self.text), section="body", role=role, lemmas=lemmas))
        return self

    def _write(self, words: str) -> Span:
        start = len(self.text)
        self.text += words + " "
        return Span(start=start, end=start + len(words), quote=words)

    @property
    def extraction(self) -> Extraction:
        """The report as extracted."""
        credits = (Credit(name=self.credit, span=Span.cut(self.text, 0, 3), form="foot"),) if self.credit else ()
        return Extraction(
            report=self.id,
            mentions=tuple(self.mentions),
            passages=tuple(self.passages),
            names=tuple(self.names),
            credits=credits,
        )

    @property
    def report(self) -> Report:
        """The report as stored."""
        return Report(
            sha256=sha256(self.name.encode()), text=self.text, names=(self.name,), media_type="text/plain",
            read_on=date(2026, 1, 1), outlet=self.outlet,
        )  # fmt: skip


def _words(value: Value) -> str:
    if isinstance(value, Count):
        return value.wording
    if isinstance(value, Day):
        return value.expression
    return value.of if isinstance(value, Denial) else value.text


def extractions(*told: Told) -> dict[str, Extraction]:
    """Extractions by report id."""
    return {one.id: one.extraction for one in told}


def dated(*told: Told) -> dict[str, TimeSpan]:
    """When the reports appeared, by id."""
    return {one.id: one.published for one in told}


def shared(kind: str, *told: Told, speaker: str | None = None) -> Lineage:
    """A lineage of the first sentences of some reports."""
    return Lineage(
        origin=f"statement of {speaker}" if speaker else "an unknown text",
        speaker=speaker,
        kind=kind,  # type: ignore[arg-type]
        how="verbatim",
        reports=tuple(sorted(one.id for one in told)),
        passages=tuple(PassageRef(report=one.id, start=one.passages[0].start, end=one.passages[0].end) for one in told),
    )
