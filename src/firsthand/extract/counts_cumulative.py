"""Tolls of a war, a year or a row of attacks: no toll of any one event, but figures of their own.

A figure is taken for one where its clause says over how long a time it was counted ("since January", "this year", "in such
attacks", "in the war"). "Since Thursday" and "in the past two days" count one spell of fighting and stay with it.
"""

import re
from collections.abc import Sequence

from spacy.tokens import Token

from firsthand.extract.counts_model import HarmCount
from firsthand.extract.drafts import distance
from firsthand.extract.moments import governor
from firsthand.extract.scene import Scene
from firsthand.extract.voices import voice_at
from firsthand.model.calendar import resolve
from firsthand.model.extraction import Figure

WAR = r"(?:civil )?(?:war|conflict|insurgency|uprising|revolution|crisis|invasion|coup|rebellion|unrest|violence|fighting)"
MONTHS = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?|sept?(?:ember|\.)?|"
    r"oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
LONG = re.compile(
    rf"\bsince (?:then\b|(?:early |late |mid-?|last )?(?:\d{{1,2}} )?(?:{MONTHS}|(?:19|20)\d\d|year|month|"
    r"spring|summer|autumn|winter)\b|"
    rf"(?:the )?(?:start|beginning|outbreak|onset|end|fall) of\b|(?:the |its |a )?(?:\w{{2,15}} )?{WAR}\b)"
    r"|\b(?:so far )?this (?:year|month)\b|\bto date\b|\bover the (?:years|decades)\b|\b(?:each|every) (?:year|month)\b"
    r"|\b(?:in|over|during|within|for) (?:the )?(?:past|last|recent|previous|preceding) "
    r"(?:(?:few|several|two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,3}) )?(?:weeks|months?|years?|decades?)\b"
    rf"|\b(?:in|during|by) (?:the |this )(?:\w{{2,15}}[- ]){{0,3}}?(?:war|conflict|insurgency|uprising)\b"
    r"|\bin (?:such|similar|previous|earlier|other) (?:\w{2,15} )?"
    r"(?:attacks|incidents|clashes|raids|strikes|bombings|killings)\b",
    re.IGNORECASE,
)
RANKED = re.compile(
    r"\b(?:deadliest|worst|bloodiest|biggest|largest|heaviest|most \w{3,15}|first|second|third|\w{2,12}th|latest|highest)\b"
    r"[^.;]{0,30}$",
    re.IGNORECASE,
)
"""Words before a time that rank an event in it: "the deadliest attack this year"."""
LEADING = re.compile(r"^.*\d\s+(?=[^\W\d])", re.DOTALL)
WORDS = {
    "killed": "killed", "wounded": "wounded", "captured": "captured", "displaced": "displaced", "missing": "missing",
    "killed_or_wounded": "killed or wounded",
}  # fmt: skip
NEAR = 3
"""Steps over the parse between the verb that the time hangs on and the one that tells the harm."""


def apart(scene: Scene, counts: Sequence[HarmCount]) -> tuple[tuple[HarmCount, ...], tuple[Figure, ...]]:
    """(counts of events, figures that are counted over a long time), both in reading order."""
    cues: dict[int, list[Token]] = {}
    for m in LONG.finditer(scene.text):
        tokens = scene.tokens(m.start(), m.end())
        if tokens and RANKED.search(scene.text[max(0, m.start() - 50) : m.start()]) is None:
            cues.setdefault(scene.passage_at[tokens[0]], []).append(_top(scene, tokens))
    kept: list[HarmCount] = []
    figures: list[Figure] = []
    for c in counts:
        near = cues.get(scene.passage_at[c.token], [])
        if c.field in WORDS and any(_counts_over(scene, c, top) for top in near):
            figures += _figure(scene, c)
        else:
            kept.append(c)
    return tuple(kept), tuple(figures)


def _top(scene: Scene, tokens: range) -> Token:
    """The word of an expression that hangs on what stands outside it."""
    inside = set(tokens)
    return next((scene.doc[i] for i in tokens if scene.doc[i].head.i not in inside), scene.doc[tokens[0]])


def _counts_over(scene: Scene, c: HarmCount, top: Token) -> bool:
    """Tell whether a time hangs on the clause of a count, with a perfect or with no other verb of a day."""
    word = scene.doc[c.token]
    verb = (
        word if word.pos_ in {"VERB", "AUX"} else next((h for h in word.ancestors if h.pos_ in {"VERB", "AUX"}), word)
    )
    over = next((h for h in (top, *top.ancestors) if h.pos_ in {"VERB", "AUX"}), top)
    if over == top and top.pos_ not in {"VERB", "AUX"}:
        return distance(word, top) <= NEAR + 2
    if _on_a_day(scene, verb, top):
        return False
    began = over.dep_ == "advcl" and over.head != over  # "since the war began"
    return distance(verb, over.head if began else over) <= (0 if verb.pos_ not in {"VERB", "AUX"} else 1)


def _on_a_day(scene: Scene, verb: Token, top: Token) -> bool:
    """Tell whether a day of its own hangs on the verb."""
    for t in scene.times_in(scene.passage_at[verb.i]):
        inside = t.span.start <= top.idx < t.span.end or top.idx <= t.span.start <= top.idx + 24
        if t.type == "DATE" and not inside and (days := resolve(t.ref, scene.day).width) is not None and days <= 1:
            head = governor(scene, t.span.start, t.span.end)
            if head is not None and head.i == verb.i:
                return True
    return False


def _figure(scene: Scene, c: HarmCount) -> list[Figure]:
    if c.low is None and c.high is None:
        return []
    k = scene.passage_at[c.token]
    place = next((p for p in scene.places_in(k) if p.use == "place" and p.place is not None), None)
    return [
        Figure(
            span=scene.cut(c.start, c.end),
            what=f"{LEADING.sub('', c.who or 'people')} {WORDS[c.field]}",
            where=place.place.name if place is not None and place.place is not None else None,
            number=c.number,
            bound=c.bound,
            low=c.low,
            high=c.high,
            voice=voice_at(c.start, c.end, scene.attributions),
        )
    ]
