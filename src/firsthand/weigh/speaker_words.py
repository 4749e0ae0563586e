"""What the words of a speaker's name tell alone: that nobody is named, or that it is an outlet."""

UNNAMED = frozenset({"unnamed", "anonymous"})
NOT_ANY = frozenset({"no", "none", "nobody", "neither"})
NOBODY = frozenset({"source", "sources", "person", "people", "someone"})
OUTLETS = frozenset(
    {"media", "outlet", "outlets", "newspaper", "newspapers", "press", "reports", "broadcaster", "journalists"}
)
AGENCY = (["agency"], ["news", "agency"], ["press", "agency"])
PAPERS = frozenset({
    "times", "post", "courier", "star", "herald", "tribune", "gazette", "journal", "ledger", "chronicle", "daily", "news", "wire",
    "radio", "television", "tv", "weekly", "mail", "telegraph", "express", "standard", "echo", "bulletin", "digest", "magazine",
    "newspaper", "globe", "mirror", "dispatch", "review", "messenger", "observer", "advocate", "guardian", "sentinel", "register",
    "inquirer", "examiner", "argus", "diario", "gazeta", "zeitung", "today", "online",
})  # fmt: skip
"""Words with which the names of papers and stations end."""


def unnamed(name: str) -> bool:
    """Tell whether nothing is told of a speaker ("sources", "an unnamed source"); of an unnamed official it is that."""
    words = [word for word in name.casefold().split() if word not in UNNAMED]
    return not words or words[0] in NOT_ANY or (len(words) == 1 and words[0] in NOBODY)


def kept_back(name: str) -> str:
    """A speaker's name without the word that they are not named."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.casefold() in UNNAMED else name


def media_words(name: str) -> bool:
    """Tell whether a name is a general word for outlets; the media of a state speak for it."""
    words = name.casefold().split()
    if {"state", "official"} & set(words):
        return False
    if words in AGENCY:
        return True
    return bool(words) and (words[-1] in OUTLETS or (len(words) > 1 and name[:1].isupper() and words[-1] in PAPERS))
