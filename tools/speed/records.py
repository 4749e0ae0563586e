"""Made-up reports with what is taken from each, to time what is concluded from all of them.

Incidents are those of `linking`, told in words.

Each report tells one incident in its first lines, by somebody who speaks for a body and figures of their own, and goes on in
invented words; each tenth copies most of the one before, and all carry the closing lines of their outlet.
"""

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate
from typing import NamedTuple

from firsthand.model.base import digest, sha256
from firsthand.model.claim import Claim, Field, Mention, mention_id
from firsthand.model.extraction import Extraction, Name, Passage
from firsthand.model.place import PlaceName
from firsthand.model.report import Report, report_id
from firsthand.model.span import Span
from firsthand.model.timeref import TimeExpr, TimeRef
from firsthand.model.value import Count, Day, Party, Value, Where
from firsthand.model.voice import OUTLET, Attribution, Voice
from tools.speed.linking import Incident, incidents

SENTENCES, WORDS, OUTLETS, EVERY = 12, 18, 20, 10
READ = date(2040, 1, 1)


class Made(NamedTuple):
    """A report and what is taken from it."""

    report: Report
    extraction: Extraction


class Writer:
    """Writes a text piece by piece and knows where each piece stands."""

    def __init__(self) -> None:
        self.text = ""

    def add(self, words: str) -> Span:
        """Write words; a space follows."""
        start = len(self.text)
        self.text += f"{words} "
        return Span(start=start, end=start + len(words), quote=words)


class Prose:
    """Sentences of invented words, as common and as rare as words are."""

    def __init__(self, draw: random.Random) -> None:
        self._draw = draw
        syllables = [consonant + vowel for consonant in "bcdfglmnprstv" for vowel in "aeiou"]
        self._words = ["".join(draw.choices(syllables, k=draw.randint(2, 4))) for _ in range(20_000)]
        self._common = list(accumulate(1 / (rank + 5) for rank in range(len(self._words))))

    def sentence(self) -> str:
        """One sentence."""
        said = self._draw.choices(self._words, cum_weights=self._common, k=WORDS)
        return f"{' '.join(said).capitalize()}."

    def person(self) -> str:
        """A given name and a surname."""
        return " ".join(word.capitalize() for word in self._draw.choices(self._words[:4000], k=2))


def generated(number: int, seed: int = 1) -> Iterator[Made]:
    """So many reports, of one to eight an incident, the same ones at every call."""
    draw = random.Random(seed)  # noqa: S311 - texts to time, no secret
    prose = Prose(draw)
    closings = [f"{prose.sentence()} {prose.sentence()}" for _ in range(OUTLETS)]
    speakers = [(prose.person(), f"Body {k % 40}") for k in range(100 + number // 20)]
    body: list[str] = []
    made = 0
    for incident in incidents(draw, number):
        for _ in range(min(8, 1 + int(draw.expovariate(0.6)), number - made)):
            kept = body[: SENTENCES - 4] if made % EVERY == 0 else []
            body = [*kept, *(prose.sentence() for _ in range(SENTENCES - len(kept)))]
            yield _written(incident, made, draw, draw.choice(speakers), [*body, closings[made % OUTLETS]])
            made += 1
        if made == number:
            return


def _written(
    incident: Incident, number: int, draw: random.Random, speaker: tuple[str, str], rest: Sequence[str]
) -> Made:
    """One report of an incident: what it tells, then the other sentences."""
    name = f"{number}.txt"
    report, text = report_id(sha256(name.encode())), Writer()
    appeared = incident.on + timedelta(days=draw.choice((0, 0, 1, 1, 2, 5)))
    dated = text.add(appeared.isoformat())
    text.text += "\n\n"
    trigger, start = text.add(incident.kind.capitalize()), len(text.text)
    values = [one for one in _values(incident) if draw.random() < 0.8]
    told = [(field, value, text.add(words)) for field, words, value in values]
    person, body = (text.add(words) for words in speaker)
    text.text += "said.\n"
    voice = Voice(speaker=speaker[1], chain=speaker, stance="asserts", span=person)
    mention = mention_id(report, trigger)
    claims = tuple(
        Claim(
            report=report, mention=mention, field=field, value=value, span=span,
            voice=voice if isinstance(value, Count) else OUTLET, by="speed.made",
        )
        for field, value, span in told
    )  # fmt: skip
    first = Passage(
        start=trigger.start, end=len(text.text) - 1, section="body", role="main", lemmas=tuple(sorted(incident.words))
    )
    spans = [text.add(sentence) for sentence in rest]
    passages = (first, *(_passage(span, furniture=span is spans[-1]) for span in spans))
    event = Mention(
        report=report, event=digest("evt", mention), kind=incident.kind, trigger=trigger, status="occurred", role="main",
        sentence=0, claims=claims, by="speed.made",
    )  # fmt: skip
    act = Attribution(
        source=person, cue=(), content=(Span.cut(text.text, start, person.start - 1),), speaker=speaker[1], chain=speaker
    ) if person.start - 1 > start else None  # fmt: skip
    parties = tuple(
        Name(span=s, type="group", entity=v.entity) for _, v, s in told if isinstance(v, Party) and v.entity
    )
    names = (
        *parties,
        Name(span=person, type="person", entity=speaker[0]),
        Name(span=body, type="organisation", entity=speaker[1]),
    )
    day = TimeExpr(span=dated, type="DATE", ref=TimeRef(op="day", args=(appeared.year, appeared.month, appeared.day)))
    places = tuple(PlaceName(span=s, area=s, place=v.place) for _, v, s in told if isinstance(v, Where))
    return Made(
        Report(sha256=sha256(name.encode()), text=text.text, names=(name,), media_type="text/plain", read_on=READ),
        Extraction(
            report=report, mentions=(event,), passages=passages, names=names, places=places, times=(day,),
            attributions=(act,) if act is not None else (),
        ),
    )  # fmt: skip


def _values(incident: Incident) -> list[tuple[Field, str, Value]]:
    """What is told of an incident: field, words, value."""
    on = incident.on
    return [
        ("actor", incident.actor, _party(incident.actor)),
        ("target", incident.target, _party(incident.target)),
        ("place", incident.town.name, Where(text=incident.town.name, place=incident.town)),
        ("date", on.isoformat(), Day(expression=on.isoformat(), ref=TimeRef(op="day", args=(on.year, on.month, on.day)))),
        (
            "killed", f"{incident.killed} killed",
            Count(number=incident.killed, low=incident.killed, high=incident.killed, bound="exact", wording=str(incident.killed)),
        ),
    ]  # fmt: skip


def _party(name: str) -> Party:
    return Party(text=name, entity=name, type="named", sort="group")


def _passage(span: Span, *, furniture: bool) -> Passage:
    """A sentence of the rest; the last ones are the outlet's own."""
    return Passage(
        start=span.start, end=span.end, section="furniture" if furniture else "body", role="noise" if furniture else "main",
        lemmas=tuple(span.quote.rstrip(".").lower().split()),
    )  # fmt: skip
