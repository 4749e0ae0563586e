"""Afghan provinces for one another, with other places of the province, for a set whose answers name provinces and groups."""

import re
from collections.abc import Mapping
from typing import Any

from firsthand.model.place import Place
from tools.swapping.edits import Edit, chosen, everywhere, styled
from tools.swapping.places import Atlas

WRITTEN = {"sar-e pul": "Sar-e Pul", "day_kundi": "Daykundi"}
KEPT = "kabul"
"""The capital, from where most reports are sent, stays."""
GROUPS = (
    ("haqqani", r"Haqqani(?:\s+(?:[Aa]ttack\s+)?[Nn]etwork)?", "hig", "Hezb-e-Islami Gulbuddin"),
    ("hig", r"Hezb-e-Islami Gulbuddin|Hezb-e[- ]Islami|HIG\b", "haqqani", "Haqqani network"),
    ("imu", r"Islamic Movement of Uzbekistan|IMU\b", "taliban", "Taliban"),
    ("taliban", r"Taliban", "imu", "Islamic Movement of Uzbekistan"),
)
"""Label, how it is written, the label that it becomes, and how that one is written."""


def provinces(
    key: str, text: str, said: Mapping[str, Any], atlas: Atlas, known: Mapping[str, Any]
) -> tuple[list[Edit], dict[str, str]]:
    """Edits for Afghan places, and what became of each province label. `known`: labels with their other spellings."""
    labels = sorted(label for label in known if label != KEPT)
    shift = chosen(list(range(1, len(labels))), key, "provinces")
    turned = {label: labels[(i + shift) % len(labels)] for i, label in enumerate(labels)} | {KEPT: KEPT}
    spelled = {_plain(s): label for label, row in known.items() for s in (label, *row[0].split())}
    new: dict[str, str] = {}
    for one in said["places"]:
        quote = " ".join(one["quote"].split())
        label, inside = spelled.get(_plain(quote)), spelled.get(_plain(one["admin1"] or ""))
        if label is not None:
            new[quote] = styled(_name(turned[label]), quote)
        elif one["country"] == "AF" and inside not in (None, KEPT) and one["precision"] in ("settlement", "district"):
            place = Place(name=one["name"], precision=one["precision"], country="AF")
            other = atlas.other(key, place, "AF", _admin(turned[str(inside)], atlas, spelled))
            if other is not None:
                new[quote] = styled(other, quote)
    return everywhere(text, new), turned


def groups(text: str) -> tuple[list[Edit], dict[str, str]]:
    """Edits for the groups that the answers name, and what became of each label."""
    edits = [
        Edit(m.start(), m.end(), styled(new, m[0]))
        for _, pattern, _, new in GROUPS for m in re.finditer(rf"\b(?:{pattern})", text)
    ]  # fmt: skip
    return edits, {old: new for old, _, new, _ in GROUPS}


def _admin(label: str, atlas: Atlas, spelled: Mapping[str, str]) -> str | None:
    """The province of the gazetteer with this label."""
    names = {p.name for p in atlas.gazetteer.candidates(_name(label), country="AF") if p.precision == "province"}
    return next((name for name in sorted(names) if spelled.get(_plain(name)) == label), None)


def _name(label: str) -> str:
    return WRITTEN.get(label, label.capitalize())


def _plain(words: str) -> str:
    return re.sub(r"[^a-z]", "", re.sub(r"\b(?:province|wilayat|city|district)\b", "", words.lower()))
