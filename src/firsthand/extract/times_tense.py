"""Whether a day lies before the report or after it: what the words around it say."""

from firsthand.extract.times_grammar import Hit
from firsthand.extract.times_words import Token

AHEAD = frozenset("will shall must scheduled slated 'll ’ll".split())
"""Words shortly before a day that put it after the report."""
SET = frozenset("expected due planned set likely poised".split())
"""The same where "is" or "are" goes before them ("is due on Thursday", not "was due")."""
RESUMING = frozenset("resume resumes expire expires convene convenes reconvene reconvenes".split())
"""Verbs that, in the present tense and right before a day, tell what is to come."""
TOLD = frozenset(
    "was were had said told did happened occurred began came took struck hit shot died fled left won lost".split()
)
"""Verbs of the past: what stands on their other side does not date what comes after them."""
PASSIVE = frozenset("be been being is are get".split())
BE = frozenset("is are 's ’s".split())
NEAR = 10
"""Tokens that are looked through on either side."""


def coming(hit: Hit) -> bool:
    """Tell whether the words around a day say that it has yet to come."""
    return _before(hit) or _after(hit)


def _before(hit: Hit) -> bool:
    nearest = True
    for back in range(1, NEAR + 1):
        token, behind = hit.before(back), hit.before(back + 1)
        if token is None or token.name in ("DOT", "BREAK", "COMMA"):
            return False
        word = token.text.lower()
        if word in TOLD or (back == 1 and (token.name in ("AFTER", "SINCE") or word == "following")):
            return False
        if word in AHEAD:
            return True
        if (word in SET or token.name == "TO") and _is(behind):
            return True
        if nearest and word in RESUMING:
            return True
        if word.endswith("ed") and token.name == "WORD" and (behind is None or behind.text.lower() not in PASSIVE):
            # "Rebels who will stand trial attacked .. on Friday".
            return False
        nearest = nearest and token.name in ("ON", "AT", "EARLY", "LATE", "AGAIN", "IN")
    return False


def _is(token: Token | None) -> bool:
    return token is not None and token.text.lower() in BE


def _after(hit: Hit) -> bool:
    """ "On Thursday the envoy will land": only where the day opens the sentence."""
    lead = hit.before()
    if lead is not None and lead.name in ("ON", "BY"):
        lead = hit.before(2)
    if lead is not None and lead.name not in ("DOT", "BREAK"):
        return False
    for on in range(NEAR):
        token = hit.after(on)
        if token is None or token.name in ("DOT", "BREAK"):
            return False
        word = token.text.lower()
        if word in ("will", "shall"):
            return True
        if word in TOLD or (word.endswith("ed") and token.name == "WORD"):
            return False
    return False
