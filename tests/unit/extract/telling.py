"""Reports that say which of their events is the news, read from a short notation. All are invented.

`{1 raided}` marks a word of the first event that is news, `{2 ...}` one of the second, `{b bombing}` one of an event that is
only recalled. Words that are not marked may be found or not; they must not make news of their own.
"""

import re
from pathlib import Path

from firsthand.model.claim import Mention
from firsthand.model.extraction import Extraction

MARK = re.compile(r"\{(\w) ([^{}]{1,40})\}")
ALIVE = frozenset({"occurred", "ongoing", "attempted"})
QUIET = frozenset({"statement", "visit", "trial", "agreement", "negotiation", "aid", "deployment", "arrest", "curfew"})
"""Kinds that need no mark where they are news of their own: what follows an attack."""


def table(name: str) -> list[tuple[str, str]]:
    """(class, marked report) of each report of a table beside this file."""
    rows = Path(__file__).with_name(f"telling_{name}.txt").read_text(encoding="utf-8").split("\n\n")[1:]
    pairs = [row.strip().split("\n", 1) for row in rows]
    return [(head.strip("[]"), body.replace("\n", " ").replace("\\n", "\n")) for head, body in pairs]


def plain(marked: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The text without its marks, and for each mark its group and where its words stand."""
    text, at, marks = "", 0, []
    for m in MARK.finditer(marked):
        text += marked[at : m.start()]
        marks.append((m[1], len(text), len(text) + len(m[2])))
        text += m[2]
        at = m.end()
    return text + marked[at:], marks


def wrong(found: Extraction, marks: list[tuple[str, int, int]]) -> list[str]:
    """What is not as marked, a line each."""
    lines: list[str] = []
    alive = [m for m in found.mentions if m.status in ALIVE]
    news = {m.event for m in alive if m.role == "main"}
    events: dict[str, set[str]] = {}
    for group, start, end in marks:
        here = [m for m in alive if m.trigger.touches(start, end)]
        if group == "b":
            lines += [f"news: {m.trigger.quote} ({m.by})" for m in here if m.role == "main" or m.event in news]
        else:
            events.setdefault(group, set()).update(m.event for m in here)
    for group, told in events.items():
        if not told & news:
            lines.append(f"event {group} is no news")
        if len(told) > 1:
            lines.append(f"event {group} is told as {len(told)}")
    for a in events:
        lines += [f"events {a} and {b} are one" for b in events if a < b and events[a] & events[b]]
    marked = {i for told in events.values() for i in told}
    lines += [f"strange: {m.trigger.quote} ({m.kind}, {m.by})" for m in alive if _strange(m, marked)]
    return lines


def _strange(m: Mention, marked: set[str]) -> bool:
    return m.role == "main" and m.event not in marked and m.kind not in QUIET
