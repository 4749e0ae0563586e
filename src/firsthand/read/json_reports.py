"""JSON: one report an object, alone, in a list, or one a line."""

import re

import msgspec

from firsthand.errors import NoReport, NothingSaid, NotJson
from firsthand.read import fields
from firsthand.read.clean import clean, repair
from firsthand.read.decode import decode
from firsthand.read.page import Answer, Flaw, Page
from firsthand.read.said import said

WORDS = ("text", "body", "content", "article", "maintext")
ESCAPES = re.compile(
    rb"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\."
)
"""Both halves of a sign, one half alone (the group), any other escape."""
START = 80
"""Characters of a broken value that a refusal quotes."""


def read_json(raw: bytes) -> Answer:
    """A file with one report, or a list of them; each of a list has its own bytes. Errors: NotText, NotJson, NoReport."""
    whole = _utf8(raw)
    value = _parsed(whole)
    if isinstance(value, dict):
        return Answer(pages=(_page(value),))
    if not isinstance(value, list):
        raise NoReport(f"the JSON is {_kind(value)}, neither a report nor a list of them")
    if not value:
        raise NothingSaid("the list is empty")
    pages: list[Page] = []
    flaws: list[Flaw] = []
    for number, piece in enumerate(msgspec.json.decode(whole, type=list[msgspec.Raw]), 1):
        own = bytes(piece).strip()
        try:
            page = said(_page(_parsed(own)))
            pages.append(msgspec.structs.replace(page, raw=own, number=number))
        except (NotJson, NoReport, NothingSaid) as e:
            flaws.append(Flaw(code=e.code, reason=str(e), number=number))
    return Answer(pages=tuple(pages), flaws=tuple(flaws))


def read_line(raw: bytes) -> Page:
    """One line of JSON Lines. Errors: NotText, NotJson, NoReport."""
    return _page(_parsed(_utf8(raw)))


def _utf8(raw: bytes) -> bytes:
    """JSON is UTF-8 (RFC 8259); other encodings are met all the same.

    So is half a sign, as programs write that cut a text at so many characters: it becomes U+FFFD.
    """
    whole = decode(raw).text.encode("utf-8", "replace")
    if b"\\ud" not in whole and b"\\uD" not in whole:
        return whole
    return ESCAPES.sub(lambda match: b"\\ufffd" if match[1] else match[0], whole)


def _parsed(raw: bytes) -> object:
    try:
        return msgspec.json.decode(raw)
    except msgspec.DecodeError as e:
        raise NotJson(f"it is not JSON: {e}") from None
    except RecursionError:
        raise NotJson("its values are nested too deep") from None


def _page(value: object) -> Page:
    if not isinstance(value, dict):
        raise NoReport(f"it is {_kind(value)}, not an object with a report")
    words = next((value[name] for name in WORDS if isinstance(value.get(name), str)), None)
    if words is None:
        known = ", ".join(sorted(clean(str(key))[:START] for key in list(value)[:8])) or "none"
        raise NoReport(f"the object has no field with a report's words (text, body or content); its fields: {known}")
    url = fields.first(value, fields.URL)
    return Page(
        text=clean(repair(words, keep_length=True)),
        title=fields.first(value, fields.TITLE),
        outlet=fields.first(value, fields.OUTLET),
        url=url,
        declared=fields.language(value),
        stamps=fields.stamps(value, "json", url),
    )


def _kind(value: object) -> str:
    names = {str: "a string", int: "a number", float: "a number", bool: "true or false", list: "a list"}
    return names.get(type(value), "null")
