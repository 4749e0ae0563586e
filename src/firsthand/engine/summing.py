"""What a run counts, and what it hands back at its end: what it did, and what the record now holds."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from firsthand.engine.progress import AskedModel, StageCount, Summary
from firsthand.errors import PluginFailed
from firsthand.model.folded import Folded, ReportEntry
from firsthand.record.needs import Refused, needs
from firsthand.resources.asking import Asking
from firsthand.store.history import refusals
from firsthand.store.sqlite import Store


class Tally:
    """Counts of a run, stage by stage."""

    def __init__(self) -> None:
        self.read = self.again = self.refused = 0
        self.extracted = self.failed = self.claims = self.claims_refused = 0

    def stages(self) -> tuple[StageCount, ...]:
        """The counts so far; in = out + refused holds by construction of each, and is checked where a run ends."""
        tried = self.extracted + self.failed
        return (
            StageCount(stage="read", taken=self.read + self.refused, given=self.read, refused=self.refused),
            StageCount(stage="extract", taken=tried, given=self.extracted, refused=self.failed),
            StageCount(
                stage="claims", taken=self.claims, given=self.claims - self.claims_refused, refused=self.claims_refused
            ),
        )


def summary(
    out: Path, store: Store, tally: Tally, folded: Folded, changed: int, kit: str, llm: AskedModel | None = None
) -> Summary:
    """What was done, and what the record now holds."""
    entries = [entry for entry in folded.reports if entry.id is not None]
    return Summary(
        record=str(out),
        read=tally.read,
        again=tally.again,
        refused=tally.refused,
        reports=len(entries),
        dated=sum(entry.published.known for entry in entries),
        languages=dict(sorted(Counter(entry.language or "unknown" for entry in entries).items())),
        incidents=sum(incident.role == "main" for incident in folded.incidents),
        background=sum(incident.role == "background" for incident in folded.incidents),
        claims=len(folded.claims),
        claims_refused=tally.claims_refused,
        failed=tally.failed,
        changed=changed,
        model=folded.model,
        log_head=store.head[1],
        stages=tally.stages(),
        needs=needs(folded),
        plugins_failed=plugins_failed(store, kit, entries),
        llm=llm,
    )


def notice(asking: Asking | None) -> str:
    """That words of reports leave this machine, and where they go; empty where they do not."""
    if asking is None:
        return ""
    return f"The text of reports is sent to {asking.address} (language model {asking.model})."


def asked_model(asking: Asking | None, spent: Mapping[str, int]) -> AskedModel | None:
    """What asking a language model took; None where none was to be asked."""
    if asking is None:
        return None
    names = ("calls", "cached", "tokens_in", "tokens_out", "proposed", "added", "known", "dropped", "declined")
    counts = {name: spent.get(name, 0) for name in names}
    money = asking.money(counts["tokens_in"], counts["tokens_out"])
    return AskedModel(name=asking.model, seconds=spent.get("milliseconds", 0) / 1000, money=money, **counts)


def plugins_failed(store: Store, kit: str, entries: Sequence[ReportEntry]) -> tuple[Refused, ...]:
    """What plugins failed on in these reports, by the name of the report."""
    names = {entry.sha256: entry.name for entry in entries}
    found = {
        (names[one.sha256], one.reason)
        for one in refusals(store, kit)
        if one.code == PluginFailed.code and one.stage == "extract" and one.sha256 in names
    }
    return tuple(Refused(name=name, why=why) for name, why in sorted(found, key=lambda pair: (pair[0] or "", pair[1])))
