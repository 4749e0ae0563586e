"""What a record says of one report."""

from datetime import date

from firsthand.model.folded import Folded, ReportEntry, StatedClaim
from firsthand.model.incident import Incident, IncidentDate, Origin, Telling, Way
from firsthand.model.lineage import Lineage, PassageRef
from firsthand.model.report import Refusal
from firsthand.record.told import told
from tests import factories

TEXT = " ".join(
    (
        factories.sentence("Northmen", "shelled", "Oldford", "2024-03-04", 4, "Hill Monitor"),
        factories.sentence("Hillmen", "ambushed", "Newbridge", "2024-03-05", 2),
        factories.sentence("Hillmen", "shelled", "Fenton", "2024-03-06", 3),
    )
)
REPORT = factories.report(TEXT, "a.txt", read_on=date(2025, 1, 1))
SAID = factories.extraction(REPORT)
ENTRY = ReportEntry(id=REPORT.id, name="a.txt", names=("a.txt",), sha256=REPORT.sha256)


def incident(number: int, mention: str, *, role: str = "main") -> Incident:
    way = Way(report=REPORT.id, chain=("Hill Monitor",), how="named")
    return Incident(
        id=f"inc_{number}", title=f"Incident {number}", kind="shelling", status="occurred", role="main", date=IncidentDate(),
        tellings=(Telling(report=REPORT.id, event="evt", mentions=(mention,), role=role),),  # type: ignore[arg-type]
        origins=(Origin(name="Hill Monitor", reports=(REPORT.id,), why="named", ways=(way,)),),
    )  # fmt: skip


def folded(*incidents: Incident, lineages: tuple[Lineage, ...] = ()) -> Folded:
    claims = tuple(StatedClaim(id=one.id, claim=one) for mention in SAID.mentions for one in mention.claims)
    return Folded(model="m", incidents=incidents, claims=claims, reports=(ENTRY,), lineages=lineages)


def test_incidents_are_numbered_as_the_report_tells_them_and_claims_are_in_its_order() -> None:
    last, first = incident(1, SAID.mentions[1].id, role="background"), incident(2, SAID.mentions[0].id)
    found = told(ENTRY, TEXT, folded(last, first), ())
    assert [(one.number, one.incident.id, one.role) for one in found.tells] == [
        (1, "inc_2", "main"),
        (2, "inc_1", "background"),
    ]
    assert found.tells[0].ways[0].chain == found.tells[0].origins == ("Hill Monitor",)
    starts = [one.stated.claim.span.start for one in found.claims]
    assert starts == sorted(starts)
    assert {one.incident for one in found.claims} == {1, 2, None}


def test_what_it_shares_is_told_and_boilerplate_is_not() -> None:
    def shared(kind: str, *reports: str) -> Lineage:
        passages = tuple(PassageRef(report=one, start=0, end=9) for one in reports)
        return Lineage(origin="x", speaker=None, kind=kind, how="verbatim", reports=reports, passages=passages)  # type: ignore[arg-type]

    copies = shared("reprint", REPORT.id, "rpt_2")
    others = (shared("boilerplate", REPORT.id, "rpt_2"), shared("reprint", "rpt_2", "rpt_3"))
    assert told(ENTRY, TEXT, folded(lineages=(copies, *others)), ()).lineages == (copies,)


def test_what_was_refused_of_it_is_told_and_nothing_of_others() -> None:
    def refusal(subject: str, code: str, sha256: str | None) -> Refusal:
        return Refusal(stage="extract", subject=subject, code=code, reason="because", sha256=sha256)

    mine = refusal("clm_1", "E300", REPORT.sha256)
    others = (refusal("clm_2", "E300", "other"), refusal(REPORT.id, "E301", REPORT.sha256), refusal("x", "E501", None))
    assert told(ENTRY, TEXT, folded(), (*others, mine)).refused == (mine,)
