"""The report cut into passages, each with its section (headline, body, furniture) and its role in the news."""

import re
from collections.abc import Iterator
from typing import Literal

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from firsthand.model.extraction import Passage, Section

HEADLINE_LENGTH = 200
FURNITURE = re.compile(
    r"^\W*(?:related|read (?:more|also|next)|see also|also read|more (?:on|from|news|stories)|advertisement|"
    r"sponsored|subscribe|sign up|follow us|share (?:this|on)|"
    r"tags?|topics?|photo|image|video|file photo|caption|watch|listen|click|copyright|©|all rights reserved|"
    r"newsletter|download|comments?|"
    r"most (?:read|popular)|recommended|you may also|don't miss|cookie|privacy policy|terms of|contact us|about us|"
    r"home|menu|skip to|print|email|"
    r"facebook|twitter|whatsapp|telegram|join (?:us|our)|support (?:us|our)|donate|by signing up|get (?:the|our)|"
    r"this story has been|for immediate release|"
    r"news release|editor'?s note|reporting by|editing by|writing by|additional reporting|with inputs? from|"
    r"source)\b(?!\s+(?:said|told|says))",
    re.IGNORECASE,
)
APHORISM = re.compile(r"^\s*[-–—]\s*[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+){0,3}\s*$")
HABIT = re.compile(
    r"\b(?:continues? to|continuing to|continued to|regularly|routinely|frequent(?:ly)?|often|sporadic(?:ally)?|"
    r"has long|have long|(?:has|have) since|for years|for decades|for months|over the years|"
    r"in recent (?:years|months|weeks)|in the past (?:year|month|decade|few|two|three|several)|over the past|"
    r"in past years|since the (?:war|start|beginning|coup|fall|conflict)|"
    r"since (?:19|20)\d\d|years of|decades of|history of|a string of|has seen|have seen|almost daily|near-daily|"
    r"dozens of times|repeatedly|so far this (?:year|month)|this year|"
    r"last year|earlier this (?:year|month)|in previous|previous(?:ly)?|earlier in the (?:year|month)|"
    r"the latest in a|in the years|began in (?:19|20)\d\d|broke out in|erupted in|"
    r"has been (?:fighting|waging|battling)|have been (?:fighting|waging|battling)|known for)\b",
    re.IGNORECASE,
)


def passages(text: str, doc: Doc) -> tuple[Passage, ...]:
    """All passages in reading order; together they hold every character that is not blank."""
    pieces = list(_pieces(text, doc))
    found = []
    for k, (start, end) in enumerate(pieces):
        section = _section(text, start, end, k)
        words = doc.char_span(start, end, alignment_mode="expand")
        lemmas = _lemmas(words) if words is not None else ()
        found.append(
            Passage(start=start, end=end, section=section, role=_role(text[start:end], section), lemmas=lemmas)
        )
    return tuple(found)


def _pieces(text: str, doc: Doc) -> Iterator[tuple[int, int]]:
    """Sentences, cut again where a line ends; the parser's text has no line ends left inside a sentence."""
    seen = doc.text  # put together anew at every call
    for sent in doc.sents:
        at = sent.start_char
        for m in re.finditer(r"\s*\n\s*", seen[sent.start_char : sent.end_char]):
            yield from _stripped(text, at, sent.start_char + m.start())
            at = sent.start_char + m.end()
        yield from _stripped(text, at, sent.end_char)


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield start, end


def _section(text: str, start: int, end: int, k: int) -> Section:
    line = text[start:end]
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    whole = text[line_start : line_end if line_end >= 0 else len(text)].strip()
    alone = whole == line
    if FURNITURE.match(whole) and len(whole) < 240:
        return "furniture"
    if alone and APHORISM.match(line) and start > 300:
        return "furniture"
    if (
        alone
        and line[:1] in '"“'
        and line[-1:] in '"”'
        and start >= 300
        and re.match(r"\s*\n\s*[-–—]", text[end : end + 12])
    ):
        return "furniture"
    if (
        k < 3
        and alone
        and line[-1:] not in '.!?"”'
        and len(line) <= HEADLINE_LENGTH
        and "\n" in text[end:]
        and not _body_above(text, line_start)
    ):
        return "headline" if len(line.split()) > 3 else "byline"
    if alone and len(line.split()) <= 3 and line[-1:] not in ".!?":
        return "furniture" if start else "byline"
    return "body"


def _body_above(text: str, at: int) -> bool:
    """Tell whether a full sentence stands above."""
    return bool(re.search(r"[.!?][\"”']?\s*\n", text[:at]))


def _role(sentence: str, section: Section) -> Literal["main", "background", "statement", "noise"]:
    if section == "furniture":
        return "noise"
    if HABIT.search(sentence):
        return "background"
    return "main"


def _lemmas(words: DocSpan) -> tuple[str, ...]:
    return tuple(t.lemma_.lower() for t in words if (t.is_alpha and not t.is_stop) or t.like_num)
