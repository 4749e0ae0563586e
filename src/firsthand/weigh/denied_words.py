"""Denials in other words than "denied": "it was not us", "the figure is exaggerated", "all of them were fighters"."""

import re
from typing import Final, Literal

Denied = Literal["event", "responsibility", "legitimacy", "toll", "status"]

DEEDS: Final = (
    "carr(?:y|ied) out|conduct(?:ed)?|launch(?:ed)?|str(?:ike|uck)|attack(?:ed)?|shell(?:ed)?|bomb(?:ed)?|hit|target(?:ed)?"
    "|fired?|kill(?:ed)?|shot|raid(?:ed)?|plant(?:ed)?|take part|taken part|been (?:there|involved|active)"
)
FIGHTERS: Final = "fighters?|militants?|terrorists?|combatants?|insurgents?|gunm[ae]n|rebels?"
PATTERNS: Final[tuple[tuple[Denied, str], ...]] = (
    (
        "toll",
        r"\b(?:figures?|tolls?|counts?|numbers?|reports of (?:dead|deaths|casualties))\b.{0,40}"
        r"\b(?:false|wrong|exaggerated|inflated|incorrect|inaccurate|untrue|baseless|invented|fabricated|too high|too low)\b",
    ),
    (
        "responsibility",
        r"\b(?:it|this|that) (?:was|is) not (?:us|ours|our (?:men|work|doing|forces))\b|\bnothing to do with\b"
        r"|\bnot (?:responsible|involved|behind)\b"
        r"|\bnone of (?:its|our|their) (?:aircraft|planes|drones|forces|troops|units|men)\b"
        rf"|\b(?:did|do|had|has|have|could) not (?:{DEEDS})\b",
    ),
    (
        "event",
        r"\bno such (?:\w+ ){0,2}\w+ (?:took place|happened|occurred|exists?)\b|\bdid not (?:take place|happen|occur)\b"
        r"|\b(?:never|not) (?:happened|took place|taken place)\b",
    ),
    (
        "status",
        rf"\b(?:all|both|they|those|the dead|the men)\b.{{0,30}}\b(?:were|was|are) (?:all )?(?:armed )?(?:{FIGHTERS})\b"
        r"|\bno (?:civilians?|herders?|farmers?|villagers?|children)"
        r" (?:was|were|had been) (?:hit|hurt|harmed|killed|wounded|among)\b"
        r"|\bnone of (?:them|the dead|those killed) (?:was|were) (?:a )?civilians?\b",
    ),
    (
        "legitimacy",
        r"\b(?:legitimate|lawful|valid|purely military) (?:military )?(?:targets?|objectives?)\b"
        rf"|\b(?:used|occupied|held) (?:by|as a (?:base|hideout|shelter) (?:by|for)) (?:\w+ ){{0,2}}(?:{FIGHTERS})\b"
        r"|\b(?:command(?: and control)? (?:cent(?:re|er)|post)|weapons? (?:depot|store|cache)|arms depot|rocket launchers?)"
        r"\b.{0,20}\b(?:in|inside|within|under|at) (?:the|a|this|that)\b",
    ),
)
WORDED: Final = tuple((of, re.compile(pattern, re.IGNORECASE)) for of, pattern in PATTERNS)
"""What is denied, and words that do it without a verb for it; the first that fits."""


def denied_in(words: str) -> Denied | None:
    """What words deny that stand under no verb of denying, None for others."""
    flat = " ".join(words.split())[:400]
    return next((of for of, pattern in WORDED if pattern.search(flat)), None)
