"""Markdown: its marks taken off, its front matter read."""

import html
import re
import tomllib

from firsthand.read import fields
from firsthand.read.page import Page
from firsthand.read.text import plain

FENCE = re.compile(r"\A(?P<mark>---|\+\+\+)[ \t]*\n(?P<body>.{0,20000}?)\n(?P=mark)[ \t]*(?:\n|\Z)", re.DOTALL)
ENTRY = re.compile(r"(?P<key>[A-Za-z][\w-]{0,40})[ \t]*:[ \t]*(?P<value>[^\n]{0,2000})")
HEADING = re.compile(r"^[ ]{0,3}#{1,6}[ \t]+(.{0,500}?)[ \t]{0,20}#{0,6}[ \t]{0,20}$")
UNDERLINE = re.compile(r"^[ ]{0,3}(?:={2,}|-{2,})[ \t]*$")
RULE = re.compile(r"^[ ]{0,3}(?:(?:\*[ \t]?){3,}|(?:-[ \t]?){3,}|(?:_[ \t]?){3,})$")
CODE_FENCE = re.compile(r"^[ ]{0,3}(?:`{3,}|~{3,})[^`]{0,100}$")
QUOTED = re.compile(r"^[ ]{0,3}(?:>[ ]?){1,10}")
BULLET = re.compile(r"^([ \t]{0,12})[*+-][ \t]+")
TABLE_RULE = re.compile(r"^[ \t]{0,10}\|?[ \t:|-]{3,400}\|?[ \t]{0,10}$")
REFERENCE = re.compile(r"^[ ]{0,3}\[[^\]\n]{1,200}\]:[ \t]*\S{1,2000}.{0,300}$")
INLINE = (
    (re.compile(r"!\[[^\]\n]{0,300}\]\([^()\n]{0,2000}\)"), ""),
    (re.compile(r"\[([^\[\]\n]{1,500})\]\([^()\n]{0,1000}(?:\([^()\n]{0,200}\)[^()\n]{0,500})?\)"), r"\1"),
    (re.compile(r"\[\^[^\]\n]{1,40}\]"), ""),
    (re.compile(r"\[([^\[\]\n]{1,500})\]\[[^\[\]\n]{0,200}\]"), r"\1"),
    (re.compile(r"<((?:https?|mailto):[^<>\s]{1,2000})>"), r"\1"),
    (re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,15}(?:\s[^<>\n]{0,1000})?/?>"), ""),
    (re.compile(r"`{1,3}([^`\n]{1,500})`{1,3}"), r"\1"),
    (re.compile(r"(?<![\\\w*])(\*{1,3})(?=\S)([^*\n]{1,2000}?)(?<=\S)\1(?!\*)"), r"\2"),
    (re.compile(r"(?<![\\\w_])(_{1,3})(?=\S)([^_\n]{1,2000}?)(?<=\S)\1(?![\w])"), r"\2"),
    (re.compile(r"~~(?=\S)([^~\n]{1,2000}?)~~"), r"\1"),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)
PLAIN_LINE = 20_000
"""A longer line is no prose with marks; it is left as it stands."""


def read_markdown(raw: bytes) -> Page:
    """The words without marks, in order. Errors: NotText."""
    text = plain(raw)
    matter, text = _front(text)
    lines, heading = _stripped(_without_comments(text))
    body = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
    url = fields.first(matter, fields.URL)
    return Page(
        text=body,
        title=fields.first(matter, fields.TITLE) or heading,
        outlet=fields.first(matter, fields.OUTLET),
        url=url,
        declared=fields.language(matter),
        stamps=fields.stamps(matter, "front matter", url),
    )


def _front(text: str) -> tuple[dict[str, object], str]:
    """Front matter as fields, and the text after it; the whole text where there is none."""
    match = FENCE.match(text)
    if match is None:
        return {}, text
    rest = text[match.end() :]
    if match["mark"] == "+++":
        try:
            values: dict[str, object] = tomllib.loads(match["body"])
        except (tomllib.TOMLDecodeError, RecursionError):
            return {}, text
        return {key.lower(): v if isinstance(v, str | int | dict) else str(v) for key, v in values.items()}, rest
    entries = [ENTRY.fullmatch(line.rstrip()) for line in match["body"].split("\n")]
    found = {entry["key"].lower(): entry["value"].strip().strip("\"'") for entry in entries if entry}
    return (dict(found), rest) if found else ({}, text)


def _without_comments(text: str) -> str:
    """The text without `<!-- ... -->`; one that nothing closes is none."""
    kept: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        kept.append(text[at:start])
        at = end + 3
    return "".join((*kept, text[at:]))


def _stripped(text: str) -> tuple[list[str], str | None]:
    """The lines without their marks, and the first heading of the first level."""
    lines: list[str] = []
    heading: str | None = None
    for line in text.split("\n"):
        if len(line) > PLAIN_LINE:
            lines.append(line)
            continue
        if UNDERLINE.match(line) and lines and lines[-1].strip():
            heading = heading or fields.one_line(lines[-1])
            lines.append("")
        elif RULE.match(line) or CODE_FENCE.match(line) or REFERENCE.match(line) or _only_table(line):
            lines.append("")
        else:
            title = HEADING.match(line)
            bare = _bare(title[1] if title else line)
            lines.append(bare)
            if title and heading is None and line.lstrip().startswith("# "):
                heading = fields.one_line(bare)
    return lines, heading


def _only_table(line: str) -> bool:
    """Whether a line is the rule under a table's head."""
    return "|" in line and "-" in line and TABLE_RULE.match(line) is not None


def _bare(line: str) -> str:
    """A line without marks at its begin and within."""
    line = BULLET.sub(r"\1- ", QUOTED.sub("", line))
    for pattern, put in INLINE:
        line = pattern.sub(put, line)
    if line.lstrip().startswith("|") and line.rstrip().endswith("|"):
        line = " | ".join(cell.strip() for cell in line.strip().strip("|").split("|"))
    return html.unescape(line).rstrip()
