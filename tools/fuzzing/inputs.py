"""Inputs made of our own reports and of invented pieces, changed at random: the same ones for the same seed."""

import json
from collections.abc import Sequence
from pathlib import Path
from random import Random

TOKENS = (
    "one two three seven twelve fifteen twenty forty ninety hundred thousand million dozen and of the a an at least more than "
    "up to between from to or nearly some several no none dozens scores 5 12 31 1,200 17.5 2014 1999 '89 3rd first half couple "
    "Monday Friday's Sunday March Sept. 2024-12-09 12/03/2024 26.05 041530Z MAR 1437 Ramadan "
    "Eid al-Fitr Christmas dawn midnight 5 "
    "p.m. 17:30 ago later yesterday overnight last next this eve since until early late mid- "
    "days week months killed wounded captured "
    "missing displaced dead bodies soldiers gunmen civilians people fighters al-Shabaab SDF (SDF) U.S. Gen. Col. said told "
    "according denied claimed blamed Reuters (AFP) Source: With inputs from agencies By our "
    "correspondent President former north "
    "of Mosul Deir ez-Zor near village province district the Golan Idlib Governorate 30 km "
    "shelled ambushed air strike car bomb "
    "“ ” ‘ ’ \" ' « » `` '' ( ) [ ] [sic] [words indistinct] – — - / : ; , . ! ? … … \n \n\n \t * # > | ``` --- <p> &amp; ‏"
).split(" ")
ODD = (
    "\x00", "\x0b", "\x85", "\u2028", "\u200b", "\u202e", "\ufeff", "\ud800", "\U000e0041", "İ", "ß", "ﬁ", "Ⅷ", "٣", "१", "²",
    "½", "①", "é", "e\u0301", "\u0301" * 30, "ﷺ", "𝟙", "🚁", "\u00ad", "\u00a0", "\u202f", "，", "（", "ʼ", "ｘ",
)  # fmt: skip
TAGS = (
    "p",
    "div",
    "table",
    "td",
    "article",
    "h1",
    "b",
    "a",
    "script",
    "style",
    "svg",
    "time",
    "meta",
    "title",
    "blockquote",
    "noscript",
)
ATTRIBUTES = (
    "class='ad'",
    "hidden",
    "datetime='2024-13-45'",
    "style='display:none'",
    "content='2024-01-02'",
    "href='//x'",
    "property='og:title'",
)
KEYS = (
    "text",
    "body",
    "content",
    "title",
    "date",
    "published",
    "url",
    "outlet",
    "language",
    "reports",
    "articles",
    "x",
)
VALUES: tuple[object, ...] = (
    None,
    True,
    -1,
    1e308,
    "",
    "2024-02-30",
    "1700000000",
    [],
    {},
    [[]],
    {"text": "a b"},
    "\u202ex",
    10**30,
)
LONGEST = 20_000


def seeds(samples: Path) -> list[str]:
    """Our own sample reports, and phrases of the grammars."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(samples.iterdir()) if path.is_file()]
    return [*texts, " ".join(TOKENS)]


def text(draw: Random, known: Sequence[str]) -> str:
    """A text: a piece of a known one or of tokens, changed a few times."""
    if draw.random() < 0.4:
        made = " ".join(draw.choices(TOKENS, k=draw.randint(1, 60)))
    else:
        whole = draw.choice(known)
        start = draw.randrange(len(whole))
        made = whole[start : start + draw.randint(1, 1500)]
    for _ in range(draw.choice((0, 1, 1, 2, 4, 9))):
        made = draw.choice(CHANGES)(made, draw, known)[:LONGEST]
    return made


def _cut(made: str, draw: Random, _: Sequence[str]) -> str:
    a, b = sorted(draw.randrange(len(made) + 1) for _ in range(2))
    return made[:a] + made[b:]


def _insert(made: str, draw: Random, _: Sequence[str]) -> str:
    at = draw.randrange(len(made) + 1)
    return f"{made[:at]}{draw.choice((' ', ''))}{draw.choice(TOKENS)}{draw.choice((' ', ''))}{made[at:]}"


def _odd(made: str, draw: Random, _: Sequence[str]) -> str:
    at = draw.randrange(len(made) + 1)
    return made[:at] + draw.choice(ODD) + made[at:]


def _repeat(made: str, draw: Random, _: Sequence[str]) -> str:
    """The same again and again: what finds patterns that go back too often."""
    a = draw.randrange(len(made) + 1)
    return made[:a] + made[a : a + draw.randint(1, 12)] * draw.choice((2, 5, 40, 400, 1600)) + made[a:]


def _splice(made: str, draw: Random, known: Sequence[str]) -> str:
    other = draw.choice(known)
    start, at = draw.randrange(len(other)), draw.randrange(len(made) + 1)
    return made[:at] + other[start : start + draw.randint(1, 300)] + made[at:]


def _case(made: str, draw: Random, _: Sequence[str]) -> str:
    return draw.choice((str.upper, str.lower, str.title, str.swapcase))(made)


def _flip(made: str, draw: Random, _: Sequence[str]) -> str:
    """One character becomes one near it."""
    if not made:
        return made
    at = draw.randrange(len(made))
    return made[:at] + chr(ord(made[at]) ^ (1 << draw.randrange(7))) + made[at + 1 :]


def _digits(made: str, draw: Random, _: Sequence[str]) -> str:
    return "".join(draw.choice("0123456789") if c.isdigit() and draw.random() < 0.5 else c for c in made)


def _join(made: str, draw: Random, _: Sequence[str]) -> str:
    """Blanks and line ends change places."""
    return (
        made.replace(" ", draw.choice(("\n", "  ", "", "\t", "\n\n")))
        if draw.random() < 0.3
        else made.replace("\n", " ")
    )


CHANGES = (_cut, _insert, _insert, _odd, _repeat, _splice, _case, _flip, _digits, _join)


def raw(draw: Random, known: Sequence[str]) -> tuple[str, bytes]:
    """Bytes of a file, and what kind of file they claim to be."""
    form = draw.choice(("text", "markdown", "html", "json", "json line"))
    words = text(draw, known)
    if form == "html":
        words = _html(draw, words)
    elif form.startswith("json"):
        words = json.dumps(_object(draw, words, 0))
    elif form == "markdown" and draw.random() < 0.5:
        words = f"---\n{draw.choice(KEYS)}: {draw.choice(TOKENS)}\n{draw.choice(KEYS)}: [{words[:40]}\n---\n{words}"
    if draw.random() < 0.3:
        words = draw.choice(CHANGES)(words, draw, known)
    coding = draw.choice(("utf-8", "utf-8", "utf-8", "utf-16", "latin-1", "cp1251", "utf-32-le", "shift_jis"))
    body = bytearray(words.encode(coding, "replace"))
    for _ in range(draw.choice((0, 0, 0, 1, 5, 40))):
        if body:
            body[draw.randrange(len(body))] = draw.randrange(256)
    return form, bytes(body)


def _html(draw: Random, words: str) -> str:
    """Paragraphs in elements that open and close as they like."""
    pieces = []
    for piece in words.split("\n"):
        for _ in range(draw.choice((0, 1, 1, 3))):
            tag = draw.choice(TAGS)
            pieces.append(f"<{tag} {draw.choice(ATTRIBUTES)}>" if draw.random() < 0.4 else f"<{tag}>")
        pieces.append(piece)
        pieces.append(
            draw.choice(("", f"</{draw.choice(TAGS)}>", "<!--", "-->", "<![CDATA[", "&#x0;", "&nbsp", "<br/>"))
        )
    return f"<html><body>{''.join(pieces)}"


def _object(draw: Random, words: str, depth: int) -> object:
    """An object that may be a report, with fields of any kind."""
    if depth > 3 or draw.random() < 0.1:
        return draw.choice(VALUES)
    made: dict[str, object] = {"text": words} if draw.random() < 0.7 else {}
    for _ in range(draw.randint(0, 4)):
        key = draw.choice(KEYS)
        made[key] = draw.choice(
            (draw.choice(VALUES), words[: draw.randint(0, 60)], _object(draw, words[:200], depth + 1))
        )
    return [made, _object(draw, words, depth + 1)] if draw.random() < 0.2 else made
