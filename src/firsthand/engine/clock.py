"""The day of reading, where nobody gave one: no clock is believed that is behind what the record has seen."""

import warnings
from datetime import date, datetime
from pathlib import Path

from firsthand.engine.progress import RunNote
from firsthand.errors import ClockSetBack
from firsthand.store.history import run_notes
from firsthand.store.sqlite import Store


def day_of_reading(out: Path, now: datetime) -> date:
    """The day of `now`, or that of the latest run of the record `out` where `now` is before it.

    No report appeared after it was read: a clock that was set back years would bind the days of reports by a day that never was.
    Errors: as for `Store.open`.
    """
    today = now.date()
    if not out.is_file() or not out.stat().st_size:
        return today
    with Store.open(out) as store:
        seen = [datetime.fromisoformat(note.at).date() for note in run_notes(store, RunNote) if note.at]
    last = max(seen, default=today)
    if last <= today:
        return today
    warnings.warn(
        f"the clock says {today}, and {out} was written on {last}: reports are taken as read on {last}. If that is "
        "wrong, set the clock, or give the day with --read-on",
        ClockSetBack, stacklevel=2,
    )  # fmt: skip
    return last
