"""Groups of tellings to incidents: who says what, whom it goes back to, where it differs, and what is best held to be so."""

from collections.abc import Iterable, Mapping

from firsthand.model.extraction import Extraction
from firsthand.model.incident import Group, Incident, Weighed
from firsthand.model.lineage import Traced
from firsthand.model.report import Report
from firsthand.model.when import TimeSpan
from firsthand.resources.kinds import Kinds
from firsthand.resources.lexicon import Lexicon
from firsthand.resources.trust import NOBODY, Trust
from firsthand.weigh.admiralty import Admiralty
from firsthand.weigh.backing import Behind
from firsthand.weigh.best import best_of, with_sums
from firsthand.weigh.camps import Camps
from firsthand.weigh.dates import incident_date
from firsthand.weigh.discrepancies import discrepancies
from firsthand.weigh.entities import Naming
from firsthand.weigh.evidence import Case, Stated, case
from firsthand.weigh.figures import Ground, standing_figures
from firsthand.weigh.grade import grade
from firsthand.weigh.kinds_told import title, told_kind, told_status
from firsthand.weigh.one_source import Names
from firsthand.weigh.open_questions import open_questions, which_incident
from firsthand.weigh.origins import Sources
from firsthand.weigh.pages import Pages
from firsthand.weigh.parties import arms, participants
from firsthand.weigh.places import incident_places
from firsthand.weigh.readings import Answers, readings, voice_name
from firsthand.weigh.shared import Lines
from firsthand.weigh.speakers import Speakers

__all__ = ["weigh"]


def weigh(
    groups: Iterable[Group],
    reports: Mapping[str, Report],
    extractions: Mapping[str, Extraction],
    dated: Mapping[str, TimeSpan],
    traced: Traced,
    kinds: Kinds,
    lexicon: Lexicon | None = None,
    trust: Trust = NOBODY,
) -> Weighed:
    """The incidents of all groups, the standing figures and the entities of all reports, each sorted.

    `reports`, `extractions`, `dated` by report id. Reports are named by id everywhere in the result. `lexicon`: tells agencies
    and outlets, which pass on, from those who speak for themselves; without it none is known. `trust`: what the user
    thinks of them.
    """
    naming = Naming(extractions)
    names = Names(Speakers(extractions, naming, lexicon))
    camps = Camps(lexicon)
    lines, pages = Lines(traced.lineages), Pages(reports, extractions, dated)
    incidents = [_incident(case(group, pages), lines, kinds, naming, names, camps, trust) for group in groups]
    return Weighed(
        incidents=tuple(sorted(incidents, key=lambda incident: incident.id)),
        figures=standing_figures(dated, Ground(reports, extractions, names.speakers, lines)),
        entities=naming.entries(),
    )


def _incident(
    told: Case, lines: Lines, kinds: Kinds, naming: Naming, names: Names, camps: Camps, trust: Trust
) -> Incident:
    sources, speakers = Sources(told, lines, names), names.speakers

    def voice(stated: Stated) -> str:
        return voice_name(stated, sources)

    kind, when, where = told_kind(told, kinds), incident_date(told), incident_places(told)
    answers, behind = Answers(told, sources), Behind(told, sources)
    origins, differing = sources.all(), discrepancies(answers, camps, naming)
    judged = Admiralty(told, sources, speakers, camps, origins, differing, trust)
    summed = with_sums(readings(answers), answers)
    counts = judged.readings(summed, differing)
    return Incident(
        id=told.group.id,
        title=title(kind, where, when.span, kinds),
        kind=kind,
        status=told_status(told),
        role="main" if told.news else "background",
        date=behind.date(when),
        places=behind.places(where),
        actors=behind.parties(participants(told, "actor", naming, speakers, voice)),
        targets=behind.parties(participants(told, "target", naming, speakers, voice)),
        victims=behind.parties(participants(told, "victim", naming, speakers, voice)),
        weapons=behind.arms(arms(told)),
        counts=counts,
        best=best_of(answers, summed),
        tellings=told.group.tellings,
        origins=judged.origins(),
        discrepancies=differing,
        open=(*open_questions(told, counts, voice), *which_incident(told.group)),
        grade=grade(told, origins, differing),
        credibility=judged.incident()[0],
        credibility_why=judged.incident()[1],
    )
