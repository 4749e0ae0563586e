"""One incident in full: each value with the words that say it, where they stand, and who says so."""

from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from firsthand.cli import cells
from firsthand.cli.overview import console, id_
from firsthand.cli.words import one_line
from firsthand.engine.view import RecordView
from firsthand.model.folded import StatedClaim
from firsthand.model.incident import Incident, Participant, Rival
from firsthand.model.value import Denial, Words
from firsthand.model.voice import Voice
from firsthand.record.weighed import bits

QUOTE = 160
"""So many characters of a quotation are shown."""
INDENT = 4
PROPOSED = "llm."
"""How `by` begins in a claim that a language model proposed."""
SHORT = 8
"""Characters of a claim's id that are shown."""


def print_incident(record: RecordView, incident: Incident) -> None:
    """Print everything that is known of an incident."""
    out = console()
    out.print(Text(one_line(incident.title), style="bold"))
    out.print(Text(f"{incident.id}  {incident.kind}, {incident.status}, told as {incident.role}; {incident.grade}\n"))
    _line(out, one_line(f"information {incident.credibility}: {incident.credibility_why}"), dim=True)
    _value(out, record, "Day", cells.day(incident.date.span), incident.date.claims)
    for reason in incident.date.span.why:
        _line(out, f"because {one_line(reason)}")
    _where(out, record, incident)
    _who(out, record, incident)
    _counts(out, record, incident)
    _words(out, record, incident)
    _sources(out, record, incident)


def _where(out: Console, record: RecordView, incident: Incident) -> None:
    for found in incident.places:
        place = found.place
        at = (
            "no point"
            if place.lat is None or place.lon is None
            else f"{place.lat:.3f}, {place.lon:.3f} ± {place.radius_km:g} km"
        )
        within = ", ".join(name for name in (place.admin1, place.country) if name)
        _value(
            out, record, "Place", f"{place.name} ({place.precision}; {within or 'country unknown'}; {at})", found.claims
        )


def _who(out: Console, record: RecordView, incident: Incident) -> None:
    sides: tuple[tuple[str, tuple[Participant, ...]], ...] = (
        ("Actor", incident.actors), ("Target", incident.targets), ("Victim", incident.victims),
    )  # fmt: skip
    for label, found in sides:
        for one in found:
            _value(out, record, label, f"{one.name} ({one.type})", one.claims)
    for arm in incident.weapons:
        _value(out, record, "Weapon", f"{arm.name} ({arm.class_ or 'class unknown'})", arm.claims)


def _counts(out: Console, record: RecordView, incident: Incident) -> None:
    best = {found.field: found for found in incident.best}
    for field in incident.counts:
        name = cells.field_name(field.field).capitalize()
        toll = f"low/best/high {cells.interval(best[field.field])}" if field.field in best else "nothing concluded"
        out.print(Text(f"{name}: {toll}", style="bold"))
        for reading in field.readings:
            since = f", first said {reading.first_said}" if reading.first_said else ""
            goes_back = f"; goes back to {', '.join(reading.origins)}" if reading.origins else ""
            _line(out, one_line(f"{cells.count(reading.count)}{since}{goes_back}; {reading.admiralty}"), bold=True)
            _line(out, one_line(f"{reading.admiralty}: {reading.credibility_why}"), dim=True, indent=2 * INDENT)
            _quotes(out, record, reading.claims, indent=2 * INDENT)


def _words(out: Console, record: RecordView, incident: Incident) -> None:
    """Motive, outcome, what was seized, and denials: claims that are their own value."""
    mentions = {mention for telling in incident.tellings for mention in telling.mentions}
    for stated in record.folded.claims:
        claim = stated.claim
        if claim.mention in mentions and isinstance(claim.value, Words | Denial):
            what = claim.value.text if isinstance(claim.value, Words) else f"denial of the {claim.value.of}"
            _value(out, record, claim.field.capitalize(), what, [stated.id])


def _sources(out: Console, record: RecordView, incident: Incident) -> None:
    """Who tells it, who that goes back to, where they differ and what is open."""
    out.print(Text("Told by", style="bold"))
    for telling in incident.tellings:
        entry = record.reports[telling.report]
        _line(
            out,
            f"{one_line(entry.name)}, {cells.day(entry.published)}"
            + ("" if telling.role == "main" else ", in passing"),
        )
        for rival in telling.also:
            _line(out, one_line(fits_too(rival, record)), indent=2 * INDENT)
    out.print(Text(f"Goes back to ({len(incident.origins)} independent)", style="bold"))
    for origin in incident.origins:
        _line(out, one_line(f"{origin.reliability}  {origin.name}: {origin.why}"))
        _line(out, one_line(f"{origin.reliability}: {origin.reliability_why}"), dim=True, indent=2 * INDENT)
    if incident.discrepancies:
        out.print(Text("Where they differ", style="bold"))
        for found in incident.discrepancies:
            _line(out, f"{cells.field_name(found.field)}, {found.kind}: {one_line(found.why)}", bold=True)
            _quotes(out, record, found.claims, indent=2 * INDENT)
    for question in (one for one in incident.open if one.kind == "announced"):
        _value(out, record, "Open", question.what, question.claims)


def fits_too(rival: Rival, record: RecordView) -> str:
    """That a telling fits another incident about as well, with the bits of both."""
    other = next((one for one in record.folded.incidents if one.id == rival.incident), None)
    here = "it stands alone" if rival.own is None else f"{bits(rival.own)} bits with the others here"
    return (
        f"left open: it may tell {id_(rival.incident)} {other.title if other else ''}: "
        f"{bits(rival.millibits)} bits with its tellings, {here}"
    )


def _value(out: Console, record: RecordView, label: str, value: str, claims: Iterable[str]) -> None:
    """A value and the words it rests on."""
    line = Text(f"{label}: ", style="bold")
    line.append(one_line(value), style="default")
    out.print(line)
    _quotes(out, record, claims)


def _quotes(out: Console, record: RecordView, claims: Iterable[str], *, indent: int = INDENT) -> None:
    """The words of each claim, its report, who says so, and its id; the same words are shown once."""
    told: dict[str, str] = {}
    for claim in claims:
        stated = record.claims.get(claim)
        if stated is not None:
            told.setdefault(_source_line(record, stated), claim)
    for line, claim in told.items():
        _line(out, f"{line}  [{short_claim(claim)}]", dim=True, indent=indent)


def short_claim(id_: str) -> str:
    """The first characters of a claim's id, enough for `firsthand why` in all but huge records."""
    return id_.removeprefix("clm_")[:SHORT]


def _source_line(record: RecordView, stated: StatedClaim) -> str:
    claim = stated.claim
    entry = record.reports.get(claim.report)
    name = entry.name if entry else claim.report
    where = f"{one_line(name)}, {claim.span.start}-{claim.span.end}"
    proposed = "; proposed by a language model" if claim.by.startswith(PROPOSED) else ""
    return f"“{one_line(claim.span.quote, QUOTE)}”  {where}; {voice(claim.voice)}{proposed}"


def voice(said: Voice) -> str:
    """Who says so, in words."""
    if said.speaker is None:
        return "the outlet itself" if said.stance == "asserts" else f"the outlet itself {said.stance} it"
    says = "says so" if said.stance == "asserts" else f"{said.stance} it"
    through = [one_line(name, 40) for name in said.chain if name != said.speaker]
    passed = f" (through {', '.join(through)})" if through else ""
    return f"{one_line(said.speaker, 60)} {says}{passed}"


def _line(out: Console, text: str, *, bold: bool = False, dim: bool = False, indent: int = INDENT) -> None:
    style = "bold" if bold else "dim" if dim else ""
    out.print(Padding(Text(text, style=style), (0, 0, 0, indent), expand=False))
