"""What a person means by a name on the command line: an incident, one report's telling of it, an event or a mention."""

from collections.abc import Sequence

from firsthand.engine.view import RecordView
from firsthand.errors import UnknownIncident, UsageError
from firsthand.model.base import Record
from firsthand.model.extraction import Extraction
from firsthand.model.incident import Incident, Telling
from firsthand.model.match import Mark

BETWEEN = ":"
HOW = "Write the id of an incident, INCIDENT:REPORT for one report's telling of it, or the id of a mention (mnt_...)."


class Named(Record, frozen=True, kw_only=True):
    """What a name means: tellings, and the incident that they stand in. `mentions`: only these of them, where one was named."""

    name: str
    incident: Incident
    tellings: tuple[Telling, ...]
    mentions: tuple[str, ...]

    @property
    def events(self) -> tuple[str, ...]:
        """Ids of the events, sorted."""
        return tuple(sorted({telling.event for telling in self.tellings}))


def named(view: RecordView, name: str) -> Named:
    """What a name means in a record.

    Errors: UnknownIncident for none and for several; UsageError for a report that does not tell the incident.
    """
    if name.startswith(("mnt_", "evt_")):
        return _by_id(view, name)
    id_, _, report = name.partition(BETWEEN)
    incident = view.incident(id_)
    tellings = told_by(view, incident, report) if report else incident.tellings
    return Named(name=name, incident=incident, tellings=tellings, mentions=_mentions(tellings))


def told_by(view: RecordView, incident: Incident, report: str) -> tuple[Telling, ...]:
    """The tellings of an incident in the one report that is so named. Errors: UsageError for none and for several."""
    names = {telling.report: view.reports[telling.report].names for telling in incident.tellings}
    fit = {key for key, known in names.items() if report in known}
    fit = fit or {key for key, known in names.items() if any(report in one for one in known)}
    if len(fit) != 1:
        many = "no report" if not fit else f"each of {len(fit)} reports"
        raise UsageError(
            f"{many} of incident {incident.id} has {report!r} in its name",
            hint=f"They are: {', '.join(sorted(known[0] for known in names.values()))}",
        )
    return tuple(telling for telling in incident.tellings if telling.report in fit)


def _by_id(view: RecordView, name: str) -> Named:
    for incident in view.folded.incidents:
        for telling in incident.tellings:
            if telling.event == name or name in telling.mentions:
                only = (name,) if name in telling.mentions else telling.mentions
                return Named(name=name, incident=incident, tellings=(telling,), mentions=only)
    raise UnknownIncident(f"no incident in {view.path} has {name}", hint=HOW)


def _mentions(tellings: Sequence[Telling]) -> tuple[str, ...]:
    return tuple(sorted({mention for telling in tellings for mention in telling.mentions}))


def marks(mentions: Sequence[str], said: Sequence[Extraction]) -> tuple[Mark, ...]:
    """Where mentions stand, sorted by id."""
    wanted = set(mentions)
    found = [
        Mark(mention=mention.id, report=extraction.report, start=mention.trigger.start, end=mention.trigger.end)
        for extraction in said
        for mention in extraction.mentions
        if mention.id in wanted
    ]
    return tuple(sorted(found, key=lambda mark: mark.mention))
