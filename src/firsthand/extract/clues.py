"""What a report says about the day it appeared on, each as a clue with its trust.

Kinds with a `day`: stamp (metadata), header (the text opens with it), published and updated (labelled), dateline, heading
(a full date that ends the first line), release number (year and month of a numbered release; the first of the month), month
(the same, of a header), past (a time told as past: its first day), began and ended (the first and last day of a body that is
named, or that issues the report; of the term of somebody who is named with an office).
Kinds without one, whose words are a time expression of the report: dateline (its year is wanting), said on (weekday of a
saying), weekday (any other plain weekday), dated weekday (a weekday beside a day of a month), this week.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from firsthand.extract.clues_offices import office_clues
from firsthand.model.calendar import resolve, weekday_name
from firsthand.model.report import ANALYSED, DateClue, Report
from firsthand.model.span import Span
from firsthand.model.timeref import TimeExpr, TimeRef, inner
from firsthand.resources.bodies import NONE, Bodies
from firsthand.resources.offices import NOBODY, Offices

TOP = 900
"""Characters at the top of a text where its header and dateline stand."""
_LABEL = re.compile(
    r"(?:^|[\n\u2028|(>]|\s)\s{0,3}(?P<label>date|dated|published|posted|issued|released|first published|publication date|"
    r"created|updated|last updated|last modified|modified)(?: on| at|:|\s-)?:?[ \t]{0,5}(?:\w{3,9},? )?$",
    re.IGNORECASE,
)
_LATER = ("updated", "last updated", "last modified", "modified")
_PLACE = r"[A-Z][\w'’.-]{0,25}(?: (?:[A-Z][\w'’.-]{0,25}|of|de|el|al|la|and)){0,4}"
_DATELINE_BEFORE = re.compile(
    rf"^[\W_]{{0,6}}{_PLACE}(?:, {_PLACE}){{0,2}}(?: ?\([^()\n]{{1,40}}\))?[ ,/–—-]{{0,4}}\(?(?:[A-Z][\w .]{{1,30}} ?[-–—/,] ?)?$"
)
_DATELINE_AFTER = re.compile(
    r"^(?:, \d{4})? ?[)\]]? ?(?:\([^()\n]{2,60}\)|\[[^\[\]\n]{2,40}\]|/[^/\n]{2,40}/)? ?(?:[-–—−:.\[]|\n|\u2028|$)"
)
_HEADER_AFTER = re.compile(r"^ ?(?:[-–—:.|,(]|\n|\u2028|$)")
_LINE = re.compile(r"[^\n\u2028\u2029]+")
_RELEASE = re.compile(r"(?<![\w-])(?P<year>20\d\d)-(?P<month>0[1-9]|1[0-2])-[A-Z]{1,3}[-–](?:\d{2,4}|X{2,4})(?![\w-])")
SAYING = frozenset(
    "said says announced confirmed reported stated told declared claimed added revealed issued released published denied "
    "according announces acknowledged noted tweeted posted disclosed wrote informed identified remarked".split()
)
_BYLINE = re.compile(r"^[\W_]{0,4}(?:by|from)\s", re.IGNORECASE)
_SENTENCE = re.compile(r"\w\W{1,3}\w{1,30}\W{1,3}\w{1,30}[.!?][\"”')\]]{0,2}$")
_ELSEWHERE = re.compile(
    r"(?:more|related|latest|most read|read (?:more|also|next)|see also|also (?:read|see|in)|other|previous|earlier|recent)\b",
    re.IGNORECASE,
)
"""Headings over other articles on a page."""
_ISSUER = re.compile(r"^\s{0,4}(?:[A-Z][\w'’.-]{0,25}[ ,–—-]{1,3}){0,6}[A-Z][\w'’.-]{0,25}\s{0,4}$")
"""A line of nothing but names: the letterhead of who issues a release."""
_WORD = re.compile(r"[A-Za-z]{2,30}")
_PERIODICAL = re.compile(
    r"\b(?:bulletin|reports?|digest|update|newsletter|briefing|review|chronicle|chronology|summary|monitor|sheet|overview|"
    r"roundup|log|note|journal|gazette|survey)\b",
    re.IGNORECASE,
)
"""What calls itself a heading of something that appears again and again."""
_DATED_YEAR = re.compile(
    r"\b(?:in|since|of|during|from|between|and|early|late|mid|after|before|back in|summer|winter|spring|autumn|fall)[ -]$",
    re.IGNORECASE,
)
"""What makes four digits a year that is told."""
_STOP = re.compile(r"[.!?\n][\s\"”]")
_PLANS = re.compile(r"\b(?:will|shall|plan|plans|planned|expected|scheduled|due|next|elections?)\b", re.IGNORECASE)
NEAR = 45
"""Characters on either side of a weekday within which a verb of saying makes it the day of the saying."""


def date_clues(
    report: Report, times: Sequence[TimeExpr], bodies: Bodies = NONE, offices: Offices = NOBODY
) -> tuple[DateClue, ...]:
    """All clues of one report, in order of the text, metadata first; never raises."""
    text = report.text
    clues = [
        DateClue(
            kind="stamp",
            span=None,
            day=stamp.day,
            trust=stamp.trust,
            why=f"its metadata give {stamp.day} ({stamp.source})",
        )
        for stamp in report.stamps
    ]
    flat = [leaf for time in times for leaf in (time.ends or (time,))]
    for time in flat:
        top = _top(text, time) if time.span.start < TOP else None
        clue = top or _body(text, time)
        if clue is not None:
            clues.append(clue)
    clues.extend(_releases(text))
    clues.extend(_beside(text, flat))
    clues.extend(_named(text[:ANALYSED], bodies))
    clues.extend(office_clues(text[:ANALYSED], offices))
    return tuple(clues)


def core(ref: TimeRef) -> TimeRef:
    """What lies under part of day, clock and modifier."""
    one = inner(ref)
    return core(one) if one is not None and ref.op != "shift" else ref


def _clue(kind: str, time: TimeExpr, day: date | None, trust: bool, why: str) -> DateClue:
    return DateClue(kind=kind, span=time.span, day=day, trust="high" if trust else "low", why=why)


def _top(text: str, time: TimeExpr) -> DateClue | None:
    """Header, label, dateline or heading that this time is, None where it is none."""
    ref = core(time.ref)
    if ref.op == "follow" and isinstance(ref.args[0], int):
        ref = TimeRef(op=str(ref.args[1]), args=ref.args[2 : 2 + ref.args[0]])
    if ref.op in ("slash", "month"):
        return _coarse(text, time, ref)
    if ref.op != "day":
        return None
    start, end = time.span.start, time.span.end
    line_start = max(text.rfind(mark, 0, start) for mark in ("\n", "\u2028", "\u2029")) + 1
    before, after, quote = text[line_start:start], text[end : end + 80], time.span.quote
    when = resolve(ref)
    day = when.earliest if when.known and when.earliest == when.latest else None
    label = _LABEL.search(text[max(0, start - 40) : start])
    if label is not None and day is not None:
        later = label["label"].lower() in _LATER
        kind = "updated" if later else "published"
        opening = not text[:start].strip().lower().removeprefix(label["label"].lower()).strip(" :")
        if opening and not later:
            return _clue("header", time, day, True, f"the text opens with '{quote}'")
        return _clue(kind, time, day, not later, f"the text is marked '{label['label']}: {quote}'")
    if not text[:start].strip() and day is not None and (quote[:4].isdigit() or _HEADER_AFTER.match(after)):
        return _clue("header", time, day, True, f"the text opens with '{quote}'")
    if not text[:start].strip() and day is None and after[:1] == ":":
        return _clue("dateline", time, None, True, f"the text opens with '{quote}'")
    closed = any(o in before and c not in before.rsplit(o, 1)[-1] and after[:1] == c for o, c in ("()", "[]"))
    if len(before) <= 90 and _DATELINE_BEFORE.match(before) and (closed or _DATELINE_AFTER.match(after)):
        which = "byline" if _BYLINE.match(before) else "dateline"
        return _clue("dateline", time, day, True, f"the {which} gives '{quote}'")
    whole = _LINE.match(text, line_start)
    alone = whole is not None and len(whole.group().strip()) <= len(quote) + 22 and start - line_start <= 20
    if alone and day is not None and not _below(text[:line_start]):
        return _clue("published", time, day, True, f"'{quote}' stands on a line of its own at the top")
    first_line = not text[:line_start].strip()
    if (
        first_line
        and day is not None
        and after[:1] in ("\n", "\u2028", "")
        and not re.search(r"\b(?:on|of|in|since|from|until)\s$", before)
    ):
        return _clue("heading", time, day, False, f"the heading ends with '{quote}'")
    return None


def _below(above: str) -> bool:
    """Tell whether a line stands below the news and not over it: its date is that of another article on the page.

    One sentence may stand between headline and date, as a standfirst.
    """
    lines = [line.strip() for line in _LINE.findall(above) if line.strip()]
    prose = [line for line in lines if _SENTENCE.search(line) and not _BYLINE.match(line)]
    return len(prose) > 1 or bool(prose and lines and _ELSEWHERE.match(lines[-1]))


def _coarse(text: str, time: TimeExpr, ref: TimeRef) -> DateClue | None:
    """A month ("date 2024-07") or a day that may be read two ways ("10-8-2024") at the very top.

    Also a month that ends the heading of a bulletin: "Bulletin of the Valley Commission, October 1988".
    """
    lead = text[: time.span.start].strip().lower().strip(" :")
    opens = lead in ("", "date", "dated", "published", "posted")
    if not (opens or (ref.op == "month" and _titled(text, time.span))) or resolve(ref).earliest is None:
        return None
    if ref.op == "slash":
        return _clue(
            "dateline", time, None, True, f"the text opens with '{time.span.quote}', which may be read two ways"
        )
    first = resolve(ref).earliest
    return _clue("month", time, first, True, f"the text opens with '{time.span.quote}'")


def _titled(text: str, span: Span) -> bool:
    """Tell whether a month stands in the heading of a periodical: of the issue, or of what it reports on."""
    line = _line(text, span.start) if not text[: span.start].count("\n") else ""
    after = line[span.end :].strip(" .") if line else ""
    return (
        bool(line) and len(line) < 160 and _PERIODICAL.search(line) is not None and (not after or after[0] in "([:|-–—")
    )


def _body(text: str, time: TimeExpr) -> DateClue | None:
    """What a time in the text says of the report's own day."""
    ref = core(time.ref)
    if ref.op == "weekday" and len(ref.args) > 1 and ref.args[1] == "":
        name = weekday_name(int(ref.args[0] or 0))
        if _said(text, time.span):
            return _clue(
                "said on", time, None, True, f"it says that something was said on a {name} ('{time.span.quote}')"
            )
        return _clue("weekday", time, None, False, f"it names a {name} ('{time.span.quote}')")
    if ref.op == "rel" and ref.args[:2] == ("week", 0):
        return _clue("this week", time, None, True, f"it says '{time.span.quote}'")
    if ref.op in ("day", "month", "year") and ref.args[0] is not None and str(ref.args[0])[2:] in time.span.quote:
        when = resolve(time.ref)
        if ref.op == "year" and not _DATED_YEAR.search(text[max(0, time.span.start - 16) : time.span.start]):
            return None  # a bare number of four digits: a street's, a model's, or the year of a copyright line
        if when.earliest is not None and not _ahead(text, time.span):
            return _clue("past", time, when.earliest, False, f"it tells of '{time.span.quote}'")
    return None


def _ahead(text: str, span: Span) -> bool:
    """Tell whether a time may lie ahead of the report: after "by" or "until", or in a sentence of plans."""
    lead = text[max(0, span.start - 12) : span.start].lower().split()
    if lead and lead[-1] in ("until", "by", "for", "to", "till", "through", "©", "copyright", "(c)"):
        return True
    before, after = _around(text, span, 70)
    return _PLANS.search(before) is not None or _PLANS.search(after) is not None


def _around(text: str, span: Span, reach: int) -> tuple[str, str]:
    """What stands before and after in the same sentence, up to so many characters."""
    before = _STOP.split(text[max(0, span.start - reach) : span.start])[-1]
    return before, _STOP.split(text[span.end : span.end + reach])[0]


def _said(text: str, span: Span) -> bool:
    """Tell whether a verb of saying stands near, in the same sentence."""
    before, after = _around(text, span, NEAR)
    return any(word.lower() in SAYING for word in _WORD.findall(before)[-3:] + _WORD.findall(after)[:6])


def _releases(text: str) -> Iterator[DateClue]:
    for match in _RELEASE.finditer(text, 0, TOP):
        day = date(int(match["year"]), int(match["month"]), 1)
        span = Span.cut(text, match.start(), match.end())
        yield DateClue(
            kind="release number",
            span=span,
            day=day,
            trust="high",
            why=f"its release number '{span.quote}' names year and month",
        )


def _named(text: str, bodies: Bodies) -> Iterator[DateClue]:
    """Bodies that are named: none is told of before there was one, and none issues a report after it ended."""
    for start, end, body in bodies.find(text):
        span = Span.cut(text, start, end)
        why = f"it names '{span.quote}', of which nothing was heard before {body.first} ({body.source})"
        yield DateClue(kind="began", span=span, day=body.first, trust="low", why=why)
        issued = start < TOP and _ISSUER.match(_line(text, start))
        if body.last is not None and issued:
            why = f"it is issued by '{span.quote}', which ended by {body.last} ({body.source})"
            yield DateClue(kind="ended", span=span, day=body.last, trust="low", why=why)


def _line(text: str, at: int) -> str:
    start = max(text.rfind(mark, 0, at) for mark in ("\n", "\u2028", "\u2029")) + 1
    whole = _LINE.match(text, start)
    return whole.group() if whole is not None else ""


def _beside(text: str, times: Sequence[TimeExpr]) -> Iterator[DateClue]:
    """A weekday with its day of the month ("Friday (October 15)", "Saturday, May 24"): together they leave few years."""
    for time in times:
        ref = core(time.ref)
        named = re.search(r"(?i)\b(mon|tues|wednes|thurs|fri|satur|sun)day\b", time.span.quote[:40])
        near = named or re.search(
            r"(?i)\b(mon|tues|wednes|thurs|fri|satur|sun)day\W{1,3}$",
            text[max(0, time.span.start - 14) : time.span.start],
        )
        alone = named is not None and len(time.span.quote) <= len(named.group())
        if near is not None and not alone and ref.op == "day" and ref.args[0] is None:
            yield _clue(
                "dated weekday",
                time,
                None,
                True,
                f"it puts a {near.group().strip(' (,').capitalize()} on '{time.span.quote}'",
            )
