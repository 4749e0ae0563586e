"""Agencies and monitors that a report has something from, by the words beside their names; and an outlet's own reporters."""

import re
from collections.abc import Iterator
from typing import Final

from firsthand.model.extraction import Credit
from firsthand.model.span import Span
from firsthand.resources.lexicon import SOURCES, Lexicon
from firsthand.resources.lexicon_fold import fold_word, pieces

TOP: Final = 700
"""Characters from the start in which a byline stands."""
NEAR: Final = 110
"""Characters beside a name that are looked at."""
PEOPLE: Final = (
    r"(?:[Cc]orrespondents?|[Rr]eporters?|[Jj]ournalists?|[Ww]itness(?:es)?|[Ss]tringers?|[Cc]rews?|(?:[Rr]eporting )?[Tt]eams?"
    r"|[Pp]hotographers?|[Cc]amera(?:man|men|woman|person| crew)|[Vv]ideo journalists?)"
)
SAW: Final = (
    r"(?:saw|seen|said|says|counted|witnessed|heard|reported|reports|visited|watched|observed|confirmed|spoke|found|met|noted"
    r"|noticed|wrote|described|interviewed|filmed|reached|travell?ed|(?:was|were) (?:told|there|at|in|shown)"
    r"|at the scene|on the (?:ground|spot|scene))"
)
WHERE: Final = r"(?: (?:in|at|on|near|from|inside|embedded with) [^.,;\n]{2,40}?)?,?"
SELF: Final = (
    r"(?:[Tt]his|[Oo]ur|[Tt]he (?=author|writer))"
    r" ?(?:own |staff |special |local |chief |senior |newspaper['’]s |paper['’]s |agency['’]s )?"
)
ITSELF: Final = (
    r"(?:newspaper|paper|magazine|weekly|website|news ?site|site|outlet|publication|news agency|agency"
    r"|radio station|station)"
)
OWN: Final = re.compile(
    rf"\b(?:(?P<own>{SELF}{PEOPLE}|{PEOPLE} (?:of|for|from|with|at) (?:this|our) {ITSELF})\b"
    rf"|(?:told|to|with|by) (?P<told>[Tt]his {ITSELF})\b)"
)
"""Reporters of the outlet itself, and what somebody told it."""
OWN_WORDS: Final = (
    "corresponden",
    "reporter",
    "journalist",
    "witness",
    "stringer",
    "crew",
    "photographer",
    "camera",
    " this ",
)
"""One of them is in whatever `OWN` finds."""
BY_OWN: Final = re.compile(
    r"(?:^|\n)[ \t*_]{0,4}(?i:by |from )?(?:[Tt]he )?"
    r"(?P<own>(?i:our )?(?i:staff |special |own )?(?i:correspondent|reporter)s?)[ \t*_]{0,4}(?=$|\n|\||,)"
)
"""A line at the top that names no person: "By Our Correspondent", "Staff Reporter"."""
KIND: Final = (
    r"(?:(?:[Nn]ews |[Pp]ress )?[Aa]gency|TV|[Tt]elevision|[Rr]adio|[Cc]hannel|[Nn]ewspaper|[Dd]aily|[Ww]ebsite|[Nn]etwork"
    r"|[Bb]roadcaster)"
)
REPORTER: Final = re.compile(rf"(?:['’]s?)? (?:[Nn]ews [Aa]gency |own |[Ss]taff )?{PEOPLE}\b(?P<saw>{WHERE} {SAW}\b)?")
"""Behind a name: its reporter, and that they saw or say something."""
TELLING: Final = re.compile(r"\b(?:told|to|with|by) (?:an? |the )?$")
REPORTER_OF: Final = re.compile(rf"\b{PEOPLE} (?:working |reporting )?(?:for|of|from|with|at) (?:the )?$")
DID: Final = re.compile(rf"{WHERE} {SAW}\b| (?:that|[a-z]+ed)\b")
SAYS: Final = re.compile(
    rf"(?:['’]s?)?(?: {KIND})?(?: \([A-Z]{{2,6}}\))?,?"
    r" (?:(?:has|had|have|also|earlier|later|separately|meanwhile|previously|quickly|itself|did not|which [^.,;\n]{2,60},) ){0,2}"
    r"(?:said|says|saying|reported|reports|quoted|quotes|quoting|cited|cites|citing|wrote|announced|added|claimed|aired|broadcast"
    r"|published|carried|confirmed|counted|documented|recorded|put|noted|tweeted|revealed|stated|estimated|released|showed"
    r"|posted)\b"
)
"""Behind a name: a verb of saying."""
FROM: Final = re.compile(
    r"\b(?:[Tt]old|[Cc]iting|[Cc]ited|[Qq]uoting|[Aa]ccording to|(?:[Rr]eported|[Cc]arried|[Pp]ublished|[Rr]eleased|[Qq]uoted"
    r"|[Aa]ired|[Bb]roadcast|[Cc]ompiled|[Dd]ocumented|[Rr]ecorded|[Cc]ited)(?: as saying)? (?:by|on|in)|[Ss]peaking (?:to|on)"
    r"|[Ss]poke to|[Ii]nterview(?:ed)? (?:with|by|on|to)|(?:[Ss]tatement|[Cc]omments|[Rr]emarks) to|said|says|reported|added) "
    r"(?:(?:[a-z]+(?:-[a-z]+)?|[A-Z][\w-]*(?:['’]s?|-based|n|ese|ish|i)) ){0,5}$"
)
"""Before a name: words that say where something is from, then what it is."""
SHOWN: Final = re.compile(
    r"\b(?:photo(?:graph)?s?|images?|pictures?|video|footage|frame ?grab|screen ?grab)\b[^.\n]{0,40}"
    r" (?:released|provided|published|taken|made) (?:by|on) "
)
"""Before a name: whom a picture is from."""
CAPITAL: Final = re.compile(
    r"\b(?P<first>[A-Z][^\W_]*(?:['’](?!s\b)[^\W_]+)?)(?=(?:['’]s)?[ .&/-]{0,2}(?P<second>[^\W_]*))"
)
ARABIC: Final = frozenset(("al", "Al", "el", "El", "as", "As"))
ARTICLE: Final = re.compile(r"\b(?:(?P<the>[Tt]he )|[AaEe]l[- ])$")


def find_cited(text: str, lexicon: Lexicon | None) -> Iterator[Credit]:
    """Reporters of the outlet and of agencies, then agencies, outlets and monitors whose words the text gives, in order."""
    for m in BY_OWN.finditer(text, 0, TOP):
        yield _credit("", m.start("own"), m["own"], "own")
    for m in OWN.finditer(text) if any(word in text.lower() for word in OWN_WORDS) else ():
        group = "own" if m["own"] else "told"
        yield _credit("", m.start(group), m[group], "own")
    for start, end, entity in _sources(text, lexicon):
        form = _beside(text, start, end)
        if form is not None:
            yield _credit(entity, start, text[start:end], form)


def _beside(text: str, start: int, end: int) -> str | None:
    """What the words beside a name make of it: "own" (its reporter tells), "cited", or None."""
    before, after = text[max(0, start - NEAR) : start], text[end : end + NEAR]
    reporter = REPORTER.match(after)
    if reporter is not None:
        return "own" if reporter["saw"] or TELLING.search(before) else None
    if REPORTER_OF.search(before):
        return "own" if DID.match(after) else None
    if SAYS.match(after):
        return "cited"
    return "cited" if FROM.search(before) and not SHOWN.search(before) else None


def _sources(text: str, lexicon: Lexicon | None) -> Iterator[tuple[int, int, str]]:
    """Where agencies, outlets and monitors that the lexicon knows are named, and who they are."""
    if lexicon is None:
        return
    done = 0
    for m in CAPITAL.finditer(text):
        seconds = lexicon.tellers.get(fold_word(m["first"])) if m.start() >= done else None
        if seconds is None or not ("" in seconds or m["second"] in ARABIC or fold_word(m["second"]) in seconds):
            continue
        words = pieces(text[m.start() : m.start() + NEAR])
        hit = next(lexicon.match(words, 0), None) if words else None
        if hit is None:
            continue
        done = m.start() + words[hit.last - 1].end
        article = ARTICLE.search(text, max(0, m.start() - 4), m.start())
        start = m.start() if article is None or article["the"] else article.start()
        entry = lexicon.find(text[m.start() : done]) or (
            lexicon.find(text[article.start() : done]) if article else None
        )
        if entry is not None and entry.sort in SOURCES:
            yield start, done, entry.name


def _credit(entity: str, start: int, words: str, form: str) -> Credit:
    return Credit(name=entity, span=Span(start=start, end=start + len(words), quote=words), form=form)  # type: ignore[arg-type]
