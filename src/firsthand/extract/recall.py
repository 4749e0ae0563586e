"""What a report recalls below its news: days that lie behind the news, deeds of habit, other attacks of the kind.

Reports tell the news first and go back from there. So a deed is background where a later sentence puts it before the day of
the news, by its date or by words like "a week earlier", or tells of no single deed at all ("has bombed hotels").
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from firsthand.extract.apart import DIE
from firsthand.extract.drafts import ARMED_KINDS_EXCLUDED, Draft
from firsthand.extract.items import items, known
from firsthand.extract.past import month_day, narrow, steps_back
from firsthand.extract.phrases import above
from firsthand.extract.roles import LEAD
from firsthand.extract.scene import Scene
from firsthand.model.calendar import resolve
from firsthand.model.timeref import TimeExpr
from firsthand.model.when import TimeSpan

REAL = frozenset({"occurred", "ongoing", "attempted"})
FOLLOWS = ARMED_KINDS_EXCLUDED | {"arrest", "deployment"}
"""Kinds that follow a deed; their day says nothing of the day of the deed."""
GAP = 2
"""Days before the news from which a deed is recalled; the day before may be news of the same report."""
HALF_YEAR = 183
"""Days within which two days without a year are taken for days of one."""
OTHERS = frozenset(
    {"similar", "such", "previous", "earlier", "past", "recent", "other", "frequent", "repeated", "regular"}
)
"""Adjectives with which a plural tells of further deeds of the kind."""
MANY = frozenset("several many numerous countless dozens scores hundreds thousands dozen few some".split())
OFTEN = frozenset("repeatedly often frequently regularly routinely".split())
CHARGED = frozenset("suspect accuse want convict charge implicate blame".split())
"""Verbs by which someone is tied to a deed; below the news, of another deed unless it has a fresh day."""
ONLY = "roles.only"
DATED = frozenset({"roles.long_ago", "roles.old_day", "roles.before_news", "roles.pluperfect"})


def recall(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Take the drafts that tell what was before the news for background; `drafts` in reading order."""
    by_passage: dict[int, list[Draft]] = {}
    for d in drafts:
        by_passage.setdefault(d.passage, []).append(d)
    news: list[Draft] = []
    told: list[Draft] = []
    parts = items(scene)
    for k in sorted(by_passage):
        here = by_passage[k]
        if told and parts.number[told[-1].passage] != parts.number[k]:
            news, told = [], []  # the next item of a digest begins with its own news
        if news and scene.passages[k].section == "body" and k not in parts.turned and not _lead(scene, k, news):
            opened = _opens_back(scene, k, news)
            for d in here:
                if _deed(d):
                    before = [o for o in here if o.token.i < d.token.i and _deed(o)]
                    _settle(d, _behind(scene, d, [*news, *before], opened=opened))
        elif told and not news:
            for d in here:
                if _deed(d) and not d.times and _past_only(scene, d, told):
                    _settle(d, "roles.same_past")
        for d in here:
            if _deed(d) and _beside_day(scene, d, here):
                _settle(d, "roles.before_news")
            if d.role == "background" and d.by.split()[-1] in DATED:
                for other in _told_with(scene, d, here):
                    _settle(other, "roles.told_with")
        news += [d for d in here if _deed(d)]
        told += here
    _nothing_else(scene, drafts)


def _lead(scene: Scene, k: int, news: Sequence[Draft]) -> bool:
    """Tell whether a passage is the first below the headline: it tells what the headline does."""
    body = next((i for i, p in enumerate(scene.passages) if p.section == "body"), k)
    return k == body and all(scene.passages[d.passage].section != "body" for d in news)


def _nothing_else(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Where a report has no news at all, a deed that only its tense makes background is what it reports."""
    if any(d.role == "main" and d.status in REAL for d in drafts):
        return
    for d in drafts:
        rule = d.by.split()[-1]
        title = d.passage <= LEAD and not scene.text[: scene.passages[d.passage].end].rstrip().endswith((".", "!", "?"))
        aside = (verb := clause_verb(d.token)) is not None and verb.dep_ == "relcl" and verb.head.dep_ == "nsubj"
        if d.status in REAL and ((rule == "roles.pluperfect" and not aside) or (rule == "roles.present" and title)):
            d.role, d.by = "main", f"{d.by.split()[0]} {ONLY}"


def _beside_day(scene: Scene, d: Draft, here: Sequence[Draft]) -> bool:
    """Tell whether a deed has a month or a year beside something that has a day: "freed on Sunday .. kidnapped in May"."""
    if not d.times or not all(steps_back(t.ref, beside_day=True) for t in d.times):
        return False
    return any(
        o.role == "main" and o.status in REAL and o is not d and narrow(t.ref, scene.day) and t not in d.times
        for o in here
        for t in o.times
    )


def _past_only(scene: Scene, d: Draft, told: Sequence[Draft]) -> bool:
    """Tell whether a report has told of old deeds alone, and this is one of them: "the attack", or what a court hears."""
    if not any(o.role == "background" and o.kind not in FOLLOWS and o.by.split()[-1] in DATED for o in told):
        return False
    return known(scene, d.token) or any(o.kind == "trial" and o.role == "main" for o in told)


def _deed(d: Draft) -> bool:
    return d.role == "main" and d.status in REAL and d.kind not in FOLLOWS


def _settle(d: Draft, rule: str | None) -> None:
    if rule is not None:
        d.role, d.by = "background", f"{d.by.split()[0]} {rule}"


def _behind(scene: Scene, d: Draft, news: Sequence[Draft], *, opened: bool) -> str | None:
    """The rule by which a deed told after the news is none."""
    own = [t for t in d.times if not _same_words(t, news)]
    if not any(narrow(t.ref, scene.day) for t in d.times) and _charged(d.token):
        return "roles.charged"
    if d.times and not own:
        return None
    if _habitual(d) and not any(narrow(t.ref, scene.day) for t in own):
        return "roles.habitual"
    if own:
        return "roles.before_news" if not known(scene, d.token) and _before(scene, own, news) else None
    if opened and not known(scene, d.token):
        return "roles.before_news"
    if _others(d.token):
        return "roles.others"
    return None


def _same_words(t: TimeExpr, news: Sequence[Draft]) -> bool:
    """Tell whether the news was told with the same time."""
    return any(o.ref == t.ref for d in news for o in d.times)


def _before(scene: Scene, times: Sequence[TimeExpr], news: Sequence[Draft]) -> bool:
    """Tell whether times lie behind the news: all their days, or their words where a day is not known."""
    day = _day_of(scene, news)
    spans = [resolve(t.ref, scene.day) for t in times]
    known = [s for s in spans if s.earliest is not None and s.latest is not None]
    if known and day is not None and day.earliest is not None:
        first = day.earliest
        return all(s.latest is not None and (first - s.latest).days >= GAP for s in known)
    if not known and (earlier := _in_one_year(times, news)) is not None:
        return earlier
    dated = any(narrow(t.ref, scene.day) for d in news for t in d.times)
    return (not known or day is None) and all(steps_back(t.ref, beside_day=dated) for t in times)


def _in_one_year(times: Sequence[TimeExpr], news: Sequence[Draft]) -> bool | None:
    """Tell from days without a year whether they lie behind the news; None where they cannot tell."""
    first = next((n for d in news for t in d.times if (n := month_day(t.ref)) is not None), None)
    mine = [n for t in times if (n := month_day(t.ref)) is not None]
    if first is None or not mine:
        return None
    return all(GAP <= first - n < HALF_YEAR for n in mine)


def _day_of(scene: Scene, news: Sequence[Draft]) -> TimeSpan | None:
    """The day of the first deed that has one; the day on which somebody died may lie after that of the deed."""
    for d in news:
        if d.token.lemma_.lower() in DIE:
            continue
        for t in d.times:
            when = resolve(t.ref, scene.day)
            if when.earliest is not None and when.latest is not None and narrow(t.ref, scene.day):
                return when
    return None


def _opens_back(scene: Scene, k: int, news: Sequence[Draft]) -> bool:
    """Tell whether a sentence opens with a time behind the news: "Last month the ministry said that a bomb .."."""
    passage = scene.passages[k]
    first = next(iter(scene.times_in(k)), None)
    if first is None or first.type != "DATE":
        return False
    before = scene.text[passage.start : first.span.start].split()
    if len(before) > 1 or _same_words(first, news):
        return False
    return _before(scene, [first], news)


def _others(token: Token) -> bool:
    """Tell whether a plural is of further deeds of the kind: "similar raids", "other attacks"."""
    if token.tag_ != "NNS" or any(c.lower_ in {"the", "these", "those"} or c.dep_ == "nummod" for c in token.children):
        return False
    return any(c.lower_ in OTHERS for c in token.children)


def _habitual(d: Draft) -> bool:
    """Tell whether a perfect tells of no single deed: "has bombed hotels", "have killed thousands"."""
    verb = clause_verb(d.token)
    if verb is None or not _perfect(verb):
        return False
    if d.token.dep_ == "nsubj" and d.token.head == verb:
        return _vague(d.token, bare=True)
    if verb == d.token and any(_often(c) for c in verb.children):
        return True
    if verb != d.token and not (d.token.dep_ == "dobj" and d.token.head == verb):
        return False
    passive = [c for c in verb.children if c.dep_ == "nsubjpass"]
    things = passive or [c for c in verb.children if c.dep_ == "dobj"]
    return bool(things) and all(_vague(t, bare=not passive) for t in things)


def _often(word: Token) -> bool:
    return word.lower_ in OFTEN or (word.lower_ == "times" and any(c.lower_ in MANY for c in word.children))


def _charged(token: Token) -> bool:
    """Tell whether someone is only tied to a deed: "is suspected of an attack", "is accused of killing"."""
    for h in above(token, 4):
        if h.lower_ in {"of", "with", "for", "in"} and h.dep_ == "prep" and h.head.lemma_ in CHARGED:
            return True
        if h.pos_ == "VERB":
            return False
    return False


def _perfect(verb: Token) -> bool:
    if verb.tag_ not in {"VBN", "VBD"}:
        return False
    aux = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if aux & {"has", "have", "'ve"}:
        return True
    own = any(c.dep_ in {"nsubj", "nsubjpass", "auxpass"} for c in verb.children)
    return verb.dep_ == "conj" and not own and verb.head != verb and _perfect(verb.head)


def _vague(thing: Token, *, bare: bool) -> bool:
    """Tell whether a phrase counts its things only vaguely, or, with `bare`, not at all."""
    if thing.lower_ in MANY:
        return True
    words = {c.lower_ for c in thing.children if c.i < thing.i}
    if words & MANY:
        return True
    if any(c.dep_ == "nummod" for c in thing.children):
        return False
    return bare and thing.tag_ == "NNS" and not any(c.dep_ in {"det", "poss"} for c in thing.children)


def clause_verb(token: Token) -> Token | None:
    """The verb of a deed: the word itself, or the verb above it."""
    if token.pos_ in {"VERB", "AUX"}:
        return token
    return next((v for v in above(token, 5) if v.pos_ in {"VERB", "AUX"}), None)


def _told_with(scene: Scene, d: Draft, here: Sequence[Draft]) -> Iterator[Draft]:
    """Deeds of the same clause, or of one under it, that have no day of their own."""
    verb = clause_verb(d.token)
    apart = verb is None or (verb != d.token and not _in_clause(d.token, verb))
    for other in here:
        if other is d or not _deed(other) or any(narrow(t.ref, scene.day) and t not in d.times for t in other.times):
            continue
        theirs = clause_verb(other.token)
        if other.token.head == d.token and other.token.dep_ == "conj":
            yield other  # "the torture and killing of prisoners in 2012"
        elif not apart and verb is not None and theirs is not None and (theirs == verb or verb.is_ancestor(theirs)):
            yield other


def _in_clause(noun: Token, verb: Token) -> bool:
    """Tell whether a noun is what its verb is about, or where it was: not what a deed answers or an arrest is for."""
    if noun.head == verb:
        return noun.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"}
    return noun.dep_ == "pobj" and noun.head.lower_ in {"in", "during"} and noun.head.head == verb
