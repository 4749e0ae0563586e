"""An act of saying under construction: a cue, whose it is, and what is said, each as token numbers."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from firsthand.extract.voices_grammar import reach
from firsthand.model.voice import Stance

RANK = frozenset("maj gen lt col sgt brig capt cmdr adm mr mrs ms dr sen rep gov cpl pvt insp supt".split())
"""Ranks and titles that are written with a point."""
WITHIN = "within"
"""Rule of an act inside a quotation: whom it names did not speak to the outlet."""

NOBODY = frozenset(("no", "none", "nobody", "neither"))
"""Sources that are nobody: "no group has claimed it"."""


@dataclass
class Act:
    """An act of saying. `rule`: which pattern found it.

    `via`: heads of who passes it on; `cited`: of whom the source cites; `heard`: of who is told;
    `meant`: the noun phrase that a relative pronoun
    stands for. `reports`: whether it vouches for its content.
    """

    cue: list[int]
    source: list[int]
    content: set[int]
    stance: Stance
    rule: str
    head: int | None = None
    via: list[int] = field(default_factory=list)
    cited: list[int] = field(default_factory=list)
    heard: list[int] = field(default_factory=list)
    meant: list[int] = field(default_factory=list)
    denies: bool = False
    direct: bool = False
    reports: bool = True
    verb: int | None = None

    @property
    def word(self) -> int:
        """The main word of the cue."""
        return self.verb if self.verb is not None else self.cue[-1]


def source_words(who: Token, cue: Token, content: Iterable[int]) -> list[int]:
    """The whole noun phrase of a source, without a relative clause that holds the cue, or words of the content."""
    taken = set(content) | ({*reach(cue)} if who.i < cue.i and cue in who.subtree else {cue.i})
    for child in who.children:
        holds_cue = child.dep_ in ("relcl", "acl", "advcl") and cue.i in reach(child)
        if holds_cue or child.dep_ in ("parataxis", "ccomp"):
            taken |= set(reach(child))
    return [i for i in reach(who) if i not in taken]


def mend(doc: Doc, act: Act) -> None:
    """Give a source the name behind a rank whose point the parser took for the end of a sentence: "Maj. Gen. X"."""
    if not act.source or doc[act.source[-1]].lower_.rstrip(".") not in RANK:
        return
    at = act.source[-1] + 1
    while at < len(doc) and at not in act.content and (doc[at].text == "." or doc[at].pos_ == "PROPN"):
        act.source.append(at)
        at += 1
    if doc[act.source[-1]].text == ".":
        act.source.pop()
    act.head = act.source[-1]
