"""The annotated sets with other names: each text swapped, and its answers carried along."""

import copy
import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from tools.swapping.afghan import groups as afghan_groups
from tools.swapping.afghan import provinces
from tools.swapping.bodies import groups
from tools.swapping.days import days, moved_by
from tools.swapping.edits import Edit, Swapped, swapped
from tools.swapping.numbers import COUNTS, numbers
from tools.swapping.people import persons
from tools.swapping.places import Atlas, places

Row = dict[str, Any]
WHATS = ("persons", "groups", "unknown", "places", "numbers", "days")
"""What can be swapped; "unknown": groups by names that nobody knows."""
TEXT = {
    "isaf": "text",
    "case": "text",
    "wikievents": "text",
    "muc4": "truecased",
    "muc4-dev": "truecased",
    "re3d": "text",
}
"""Sets that can be swapped, and where their rows keep the text."""


class Change(NamedTuple):
    """The edits of one text, and what became of labels and numbers that its answers name."""

    edits: list[Edit]
    provinces: Mapping[str, str]
    groups: Mapping[str, str]
    numbers: Mapping[int, int]
    days: int


def change(
    name: str, row: Row, said: Mapping[str, Any], whats: frozenset[str], atlas: Atlas, known: Mapping[str, Any]
) -> Change:
    """What to swap in one text. `said`: what was extracted from it; `known`: provinces of the set isaf."""
    key, text = str(row["id"]), row[TEXT[name]]
    said, edits = _shifted(said, text), []
    labels: dict[str, Mapping[str, str]] = {"provinces": {}, "groups": {}}
    counted: Mapping[int, int] = {}
    moved = 0
    if "persons" in whats:
        others = [(n["start"], n["end"]) for n in (*said["names"], *said["places"]) if n.get("type") != "person"]
        edits += persons(key, text, said, others)
    if "groups" in whats or "unknown" in whats:
        if name == "isaf":
            found, labels["groups"] = afghan_groups(text)
            edits += found
        else:
            edits += groups(key, text, said, atlas.lexicon, known="groups" in whats)
    if "places" in whats and name == "isaf":
        found, labels["provinces"] = provinces(key, text, said, atlas, known)
        edits += found
    elif "places" in whats:
        edits += places(key, text, said, atlas)
    if "numbers" in whats:
        found, counted = numbers(key, said)
        if name != "isaf" or _told_apart(row, said, counted):
            edits += found
        else:
            counted = {}
    if "days" in whats:
        year = int(row["gold"]["start_date"][:4]) if name == "isaf" and row["gold"]["start_date"] else None
        edits, moved = edits + days(key, text, year), moved_by(key)
    return Change(edits, labels["provinces"], labels["groups"], counted, moved)


def _shifted(said: Mapping[str, Any], text: str) -> Mapping[str, Any]:
    """What was extracted, with offsets into the text of the set: the program may have read it without its first blanks."""
    core = said["report"]["text"].strip()
    shift = text.find(core) - said["report"]["text"].find(core)
    if shift == 0 or core not in text:
        return said
    moved = copy.deepcopy(dict(said))
    for one in (*moved["names"], *moved["places"], *(c["span"] for m in moved["mentions"] for c in m["claims"])):
        one["start"] += shift
        one["end"] += shift
    return moved


def _told_apart(row: Row, said: Mapping[str, Any], counted: Mapping[int, int]) -> bool:
    """Tell whether every number of the answers is one that was swapped, and no word without a number counts people."""
    gold = row["gold"]
    wanted = {gold[f] for f in ("min_killed", "min_captured", "min_leaders_killed", "min_leaders_captured")} - {0}
    vague = any(c["value"]["number"] is None for m in said["mentions"] for c in m["claims"] if c["field"] in COUNTS)
    return not vague and wanted <= set(counted)


def carried(name: str, row: Row, made: Change) -> Row:
    """The row with its text swapped and its answers carried along."""
    new = copy.deepcopy(row)
    done = swapped(row[TEXT[name]], made.edits)
    new[TEXT[name]] = done.text
    if name == "isaf":
        _fields(new["gold"], made)
    elif name == "wikievents":
        _spans(new["events"], done)
    elif name == "re3d":
        _entities(new, done)
    elif TEXT[name] == "truecased":
        _strings(new, row["truecased"], done)
    return new


def _fields(gold: dict[str, Any], made: Change) -> None:
    """Provinces, groups, numbers and the day of a release."""
    gold["province"] = [";".join(made.provinces.get(p, p) for p in cell.split(";")) for cell in gold["province"]]
    gold["target_group"] = [";".join(made.groups.get(g, g) for g in cell.split(";")) for cell in gold["target_group"]]
    for field in ("min_killed", "min_captured", "min_leaders_killed", "min_leaders_captured"):
        gold[field] = made.numbers.get(gold[field], gold[field])
    if made.days and gold["start_date"]:
        gold["start_date"] = (date.fromisoformat(gold["start_date"]) + timedelta(days=made.days)).isoformat()


def _spans(events: list[dict[str, Any]], done: Swapped) -> None:
    """Triggers and arguments."""
    for event in events:
        for one in (event["trigger"], *event["arguments"]):
            one["start"], one["end"] = done.span(one["start"], one["end"])
            one["text"] = done.text[one["start"] : one["end"]]


def _entities(new: Row, done: Swapped) -> None:
    """Names, and who fights whom."""
    for one in new["entities"]:
        one["start"], one["end"] = done.span(one["start"], one["end"])
    for one in new["fights"]:
        for end in ("source", "target"):
            one[end] = list(done.span(*one[end]))
            one[f"{end}_text"] = done.text[slice(*one[end])]


def _strings(new: Row, text: str, done: Swapped) -> None:
    """Fillers of templates."""
    for view in ("key_gtt", "key_full"):
        for template in new[view]:
            for role, entities in template.items():
                if isinstance(entities, list):
                    template[role] = [
                        [_string(m, text, done) for m in e] if isinstance(e, list) else e for e in entities
                    ]


def _string(words: str, text: str, done: Swapped) -> str:
    """A string of the answers, where it stands in the text, as it is written there now."""
    pattern = r"\s+".join(re.escape(part) for part in words.split())
    found = re.search(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE) if pattern else None
    if found is None:
        return words
    start, end = done.span(found.start(), found.end())
    new = " ".join(done.text[start:end].split())
    return (
        words
        if new.casefold() == " ".join(found[0].split()).casefold()
        else new.upper()
        if words.isupper()
        else new.lower()
    )
