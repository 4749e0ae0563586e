"""Who says what: acts of saying, the quotations that belong to them, and the speaker each goes back to."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import msgspec
from spacy.tokens import Doc

from firsthand.extract.quotations import paragraphs
from firsthand.extract.voices_act import Act, mend
from firsthand.extract.voices_acts import acts
from firsthand.extract.voices_cited import split_citing
from firsthand.extract.voices_denials import Denial, denial_of, denial_said
from firsthand.extract.voices_headlines import Sources, headline_acts, label_acts
from firsthand.extract.voices_known import known_names
from firsthand.extract.voices_presupposed import presupposed
from firsthand.extract.voices_quotes import join, within
from firsthand.extract.voices_quotes_tokens import quoted
from firsthand.extract.voices_running import run_on
from firsthand.extract.voices_speakers import UNNAMED, Speakers
from firsthand.extract.voices_surface import loose_acts, mend_sources
from firsthand.extract.voices_tails import outer_tails
from firsthand.model.extraction import Name
from firsthand.model.span import Span
from firsthand.model.voice import OUTLET, Attribution, Quotation, Stance, Voice
from firsthand.resources.lexicon import Lexicon
from firsthand.resources.speech import Speech

LEAST, MOST = 4, 5
"""An act that holds four fifths of a quotation is its own before one that holds less, as of a quotation inside it."""
LONGEST_DENIAL = 240
"""Characters of a saying that are looked at for a denial."""
FIRST_PERSON = frozenset(("i", "we", "you", "me", "us"))

__all__ = ["UNNAMED", "claimer", "find_attributions", "speakers_of", "voice_at"]


def find_attributions(
    doc: Doc,
    quotations: Sequence[Quotation],
    names: Sequence[Name],
    lexicon: Lexicon | None,
    speech: Speech,
    text: str | None = None,
) -> tuple[Attribution, ...]:
    """Find who says what in a parsed report, in the order of the text.

    `text`: the report's stored text, where the parser was given another of the same length; spans quote it. `lexicon` tells
    which names are agencies and outlets, and which are armed groups; None: none is known to be.
    """
    stored = doc.text if text is None else text
    known = known_names(doc, names)
    parsed = list(split_citing(doc, list(within_paragraphs(doc, stored, acts(doc, speech)))))
    mend_sources(doc, known, parsed, speech)
    loose = list(loose_acts(doc, known, parsed, speech))
    loose += headline_acts(doc, stored, Sources(doc, known, speech, lexicon), [*parsed, *loose])
    loose += label_acts(doc, stored, Sources(doc, known, speech, lexicon), [*parsed, *loose])
    quotes = quoted(doc, quotations)
    found = [*join(doc, [*parsed, *loose], quotes, speech), *within(doc, quotations, quotes, speech)]
    mend_sources(doc, known, found, speech)
    outer_tails(doc, found)
    found = [
        a
        for a in found
        if a.content and _spoken(doc, a) and (a.reports or (a.direct and a.rule == "naming") or not _inside(a, found))
    ]
    found.sort(key=lambda a: (min(a.source or a.cue or a.content), min(a.content)))
    speakers = Speakers(doc, known, speech, lexicon)
    built = [a for a in (_attribution(doc, stored, act, speakers) for act in found) if a is not None]
    return tuple(sorted(run_on(doc, stored, built), key=lambda a: (a.content[0].start, -a.content[-1].end)))


def _inside(act: Act, found: Sequence[Act]) -> bool:
    """Tell whether an attitude is itself part of what somebody says: "she said that they wanted to stay"."""
    return any(act.word in other.content for other in found if other is not act)


def _spoken(doc: Doc, act: Act) -> bool:
    """Tell whether an act is told by the text: not one that a speaker tells of himself in words that lost their marks."""
    if len(act.source) == 1 and doc[act.source[0]].lower_ in FIRST_PERSON:
        return act.direct
    return bool(act.source) or act.reports


def within_paragraphs(doc: Doc, text: str, found: Iterable[Act]) -> Iterator[Act]:
    """The acts, each cut to the paragraph of its cue: the parser knows no headlines and runs over them."""
    blocks = paragraphs(text)
    starts = [t.idx for t in doc]
    ends = [bisect_left(starts, end) for _, end in blocks]
    for act in found:
        number = bisect_right(ends, act.word)
        first, last = ends[number - 1] if number else 0, ends[number] if number < len(ends) else len(doc)
        act.content = {i for i in act.content if first <= i < last}
        if act.source and not (first <= act.source[0] and act.source[-1] < last):
            act.source = [i for i in act.source if first <= i < last]
            act.head = next(
                (i for i in reversed(act.source) if doc[i].head.i not in act.source or doc[i].head.i == i), None
            )
        if act.content:
            yield act


def _attribution(doc: Doc, text: str, act: Act, speakers: Speakers) -> Attribution | None:
    content = pieces(doc, text, act.content)
    if not content:
        return None
    mend(doc, act)
    speaker, chain = speakers.resolve(act)
    source = pieces(doc, text, act.source)
    return Attribution(
        source=_whole(text, source),
        cue=pieces(doc, text, act.cue),
        content=content,
        speaker=speaker,
        chain=chain,
        stance=act.stance,
        direct=act.direct,
        denial=_denial(act, content),
        reports=act.reports,
        presupposed=pieces(doc, text, presupposed(doc, act)),
    )


def _denial(act: Act, content: Sequence[Span]) -> Denial | None:
    """What an act denies; of what is only said, the clause that it begins with tells."""
    if act.denies:
        return denial_of(" ".join(p.quote for p in content))
    vouched = act.reports and act.stance in ("asserts", "claims")
    return denial_said(content[0].quote[:LONGEST_DENIAL]) if vouched else None


def _whole(text: str, found: Sequence[Span]) -> Span | None:
    """One span for a source: its pieces with what little stands between them, else the first."""
    if not found:
        return None
    if len(found) > 1 and all(b.start - a.end < 4 for a, b in pairwise(found)):
        return Span.cut(text, found[0].start, found[-1].end)
    return found[0]


def pieces(doc: Doc, text: str, tokens: Iterable[int]) -> tuple[Span, ...]:
    """Token numbers as spans of adjacent tokens, each without punctuation at its ends."""
    found: list[Span] = []
    run: list[int] = []
    for i in [*sorted(tokens), -1]:
        if run and i != run[-1] + 1:
            while run and not any(c.isalnum() for c in doc[run[0]].text):
                run.pop(0)
            while run and not any(c.isalnum() for c in doc[run[-1]].text):
                run.pop()
            if run:
                found.append(_closed(text, doc[run[0]].idx, doc[run[-1]].idx + len(doc[run[-1]])))
            run = []
        run.append(i)
    return tuple(found)


def _closed(text: str, start: int, end: int) -> Span:
    """The span text[start:end], with the closing bracket or quotation mark at its end that an opening one in it wants."""
    words, after = text[start:end], text[end : end + 3]
    if words.count("(") > words.count(")") and after[:1] == ")":
        end += 1
    elif words.count("“") > words.count("”") and "”" in after and not after[: after.index("”")].strip(".,!?"):
        end += after.index("”") + 1
    elif words.count('"') % 2 and '"' in after and not after[: after.index('"')].strip(".,!?"):
        end += after.index('"') + 1
    return Span.cut(text, start, end)


def _size(attribution: Attribution) -> int:
    return sum(p.end - p.start for p in attribution.content)


def speakers_of(quotations: Sequence[Quotation], attributions: Sequence[Attribution]) -> tuple[Quotation, ...]:
    """The quotations with who is quoted: the innermost act of saying that holds most of the words; None where there is none."""
    pieces = sorted((p.start, p.end, k) for k, a in enumerate(attributions) for p in a.content)
    running: list[tuple[int, int, int]] = []
    at = 0
    out: list[Quotation] = []
    for q in sorted(quotations, key=lambda q: q.span.start):
        held: defaultdict[int, int] = defaultdict(int)
        first, at = at, bisect_left(pieces, (q.span.end,), lo=at)
        running = [piece for piece in (*running, *pieces[first:at]) if piece[1] > q.span.start]
        for start, end, k in running:
            held[k] += max(0, min(end, q.span.end) - max(start, q.span.start))
        size = q.span.end - q.span.start
        holding = [
            (inside * MOST < size * LEAST, not attributions[k].direct, _size(attributions[k]), k)
            for k, inside in held.items()
            if 2 * inside >= size
        ]
        by = attributions[min(holding)[-1]] if holding else None
        out.append(msgspec.structs.replace(q, speaker=by.speaker, chain=by.chain) if by else q)
    return tuple(out)


def claimer(span: Span, stance: Stance, around: Voice, attributions: Sequence[Attribution]) -> Voice:
    """The voice of who takes responsibility, told by name: the claimer itself, through whoever reports the claim.

    `span`: the words that name who is said to have done it; `around`: the voice of these words.
    """
    own = (a for a in attributions if a.stance == stance == "claims" and a.source is not None)
    act = next((a for a in own if a.source is not None and a.source.touches(span.start, span.end) and a.speaker), None)
    if act is None or act.speaker is None:
        return Voice(speaker=around.speaker, chain=around.chain, stance=stance, span=around.span)
    chain = tuple(dict.fromkeys((*(act.chain or (act.speaker,)), *around.chain)))
    return Voice(speaker=act.speaker, chain=chain, stance=stance, span=act.source)


def voice_at(start: int, end: int, attributions: Sequence[Attribution]) -> Voice:
    """The voice of the words start..end: the innermost act of saying whose content covers them, else the outlet.

    Attitudes are passed over: who condemns a raid does not report it.
    The chain goes from who said it first to who passed it on, through every act that covers the words.
    """
    covering = [
        a
        for a in attributions
        if a.reports
        and any(p.start <= start and end <= p.end for p in a.content)
        and not any(p.start <= start and end <= p.end for p in a.presupposed)
    ]
    if not covering:
        return OUTLET
    covering.sort(key=lambda a: (_size(a), a.content[0].start))
    first = covering[0]
    speaker = first.speaker or UNNAMED
    passing = [first, *(a for a in covering[1:] if a.stance != "denies")]  # who denies it does not pass it on
    said, *passed = (name for a in passing for name in (a.chain or (a.speaker or UNNAMED,)))
    # Who passes on several acts stands behind the last of them.
    chain = (said, *tuple(dict.fromkeys(name for name in reversed(passed) if name != said))[::-1])
    return Voice(speaker=speaker, chain=chain, stance=first.stance, span=first.source)
