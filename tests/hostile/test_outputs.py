"""Hostile text in every field of every output does nothing.

One record is built from reports whose every field is hostile, and every command is run on it, with each of its options: which
there are is taken from the program, so that a new one is covered by itself. What a command prints and every file it writes is
held against what its readers (a terminal, a spreadsheet, a browser, a JSON parser) would obey.
"""

import csv
import functools
import inspect
import io
import json
import os
import re
import shutil
import subprocess
import sys
import typing
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from datetime import datetime
from enum import Enum
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import typer.main
from typer.testing import CliRunner

from firsthand import api
from firsthand.cli.main import app
from firsthand.plugins.manager import Plugins
from firsthand.resources.lexicon import Lexicon
from tests import factories
from tests.hostile.vicious import MARKUP, SEEN, VICIOUS, line, vicious, written

ROOT = Path(__file__).resolve().parents[2]
OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"
    "\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
"""What a terminal obeys or nobody sees."""
FORMULA = re.compile(r"[=+\-@＝＋－＠﹦﹢﹣﹫−]")
BROUGHT = "actor,names,kind,type,country,source\n"
ROUNDS = 8
LEXICON = functools.cache(Lexicon.open)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record, its reports beside it."""
    folder = tmp_path_factory.mktemp("vicious")
    reports = folder / "reports"
    reports.mkdir()
    for number in range(ROUNDS):
        fields = {"title", "outlet", "url", "author", "language"}
        body = {"text": written(number), **{field: vicious(field, number) for field in fields}, "date": "2024-03-05"}
        (reports / f"{number}={SEEN}'\"><blink>\x1b[31m\u202e\n.json").write_text(json.dumps(body))
    bare = line("name", 3).replace("/", "")[:60]
    (reports / f"={bare}.txt").write_text(written(ROUNDS))
    (reports / f"{bare} fails.txt").write_text("Nothing here is of the idiom. " * 3)
    (reports / f"+{bare} empty.txt").write_bytes(b"")
    (reports / f"{bare} broken.json").write_text('{"' + line("key", 4) + '": ')
    (reports / b"\xff\xfe bytes.txt".decode("utf-8", "surrogateescape")).write_text(written(ROUNDS + 1))
    record = folder / f"r {SEEN} '\x1b[31m\u202e\x9b\n.db"
    (folder / "firsthand.toml").write_text(settings(), encoding="utf-8")
    api.build([reports], record, read_on=factories.READ_ON, extractor=VICIOUS)
    with api.open_record(record) as view:
        names = sorted({one.name for one in view.places()})
        same = [one.id for one in view.folded.incidents][:2]
    decided = api.judge(record, "same", same, by=vicious("by", 1), why=vicious("why", 2))
    api.decide_place(record, names[0], "1", by=vicious("by", 3), why=vicious("why", 4))
    api.undo(record, decided.decision.id, by=vicious("by", 5), why=vicious("why", 6))
    return record


def settings() -> str:
    """Settings that a hostile hand wrote, of what the check of settings lets by; the record keeps them."""
    text = json.dumps(f"=1+1 {SEEN} {MARKUP}", ensure_ascii=False)
    return "\n".join([
        f"[[kind]]\nname = \"{SEEN}\"\ntitle = {text}\nacled = {{ event_type = {text}, sub_event_type = {text} }}",
        f'[[actor]]\nname = {text}\naliases = ["{SEEN} alias"]\ntype = "organisation"',
        f'[[source]]\nname = {text}\ntrust = "B"\nwhy = {text}',
    ])  # fmt: skip


@pytest.fixture
def record(made: Path, tmp_path: Path) -> Path:
    """A copy that a command may write."""
    return Path(shutil.copy(made, tmp_path / made.name))


@pytest.fixture(autouse=True)
def extractor(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every verb extract viciously; the lexicon of names, which takes a while to open, is opened once."""
    monkeypatch.setattr(Lexicon, "open", LEXICON)
    for name in ("build", "extract", "preview"):
        monkeypatch.setattr(api, name, functools.partial(getattr(api, name), extractor=VICIOUS))


def commands() -> Iterator[tuple[str, Any]]:
    """Every command and command of a command."""

    def walk(group: Any, before: str) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - of the library's own click
        for name, command in group.commands.items():
            if hasattr(command, "commands"):
                yield from walk(command, f"{before}{name} ")
            else:
                yield f"{before}{name}", command

    return walk(typer.main.get_group(app), "")


COMMANDS = dict(commands())
FORMATS = tuple(one.item.name for one in Plugins.open().exporters())


def kinds(command: Any) -> dict[str, Any]:  # noqa: ANN401 - of the library's own click
    """The type of each parameter, by name; a list or an optional one by what is in it."""

    def inner(hint: Any) -> Any:  # noqa: ANN401 - a type
        while typing.get_args(hint):
            hint = next(one for one in typing.get_args(hint) if one is not type(None))
        return hint

    hints = typing.get_type_hints(inspect.unwrap(command.callback))
    return {parameter.name: inner(hints.get(parameter.name, str)) for parameter in command.params}


class Place:
    """Where a command is run: the record, and what its parameters may be given."""

    def __init__(self, record: Path) -> None:
        self.record, self.folder = record, record.parent
        with api.open_record(record) as view:
            self.incidents = [one.id for one in view.folded.incidents]
            self.claims = [one.id for one in view.folded.claims]
            self.place = view.places()[0].name
        (self.folder / "in").mkdir(exist_ok=True)
        (self.folder / "in/a.txt").write_text(written(3))
        bare = line("table", 1)[:80].replace("/", "")
        self.names, self.places = self.folder / f"{bare} names.csv", self.folder / f"{bare} places.csv"
        self.names.write_text(f"actor,names,kind,type,country,source\n{vicious('actor', 1)}\n")
        self.places.write_text(
            f'name,country,lat,lon,kind,source\n{SEEN} \u202e=place\u200b,SD,12,30,settlement,"{SEEN} \u2066"\n'
        )
        self.missing = str(self.folder / f"none {SEEN} \x1b[31m\u202e\x9b\n.db")

    def value(self, command: str, name: str, kind: Any) -> list[str]:  # noqa: ANN401 - a type
        """What is given for a parameter that is needed."""
        known: dict[str, Sequence[object]] = {
            "record": [self.record], "incident": self.incidents[:1], "claim": self.claims[:1], "a": self.incidents[:1],
            "b": self.incidents[1:2], "words": self.incidents[:2], "what": ["same"], "paths": [self.folder / "in"],
            "out": [self.folder / "out.file"], "svg": [self.folder / "out.svg"], "lexicon": [self.names], "weights": [self.names],
            "files": [self.places], "to": [self.folder / f"to {SEEN} \x1b\u202e"],
            "by": [vicious("by", 9)], "why": [vicious("why", 9)],
        }  # fmt: skip
        if name in known:
            return [str(one) for one in known[name]]
        if isinstance(kind, type) and issubclass(kind, Enum):
            return [str(next(iter(kind)).value)]
        return {int: ["1"], datetime: ["2024-03-05"], Path: [self.missing]}.get(kind, [vicious(name, 9)])

    def calls(self, name: str) -> Iterator[list[str]]:
        """The ways in which a command is called: as it must be, then with each option, then with each argument wrong."""
        command = COMMANDS[name]
        types = kinds(command)
        needed = {p.name: self.value(name, p.name, types[p.name]) for p in command.params if p.required}

        def call(given: dict[str, list[str]], *more: str) -> list[str]:
            out = [*name.split(), *more]
            for parameter in command.params:
                if parameter.name in given and parameter.param_type_name == "option":
                    out += [parameter.opts[0], *given[parameter.name][:1]]
            arguments = [v for p in command.params if p.param_type_name == "argument" for v in given.get(p.name, [])]
            return [*out, "--", *arguments]

        yield call(needed)
        for parameter in command.params:
            kind = types[parameter.name]
            if parameter.required:
                if parameter.name == "record":
                    yield call({**needed, "record": [self.missing]})
                elif kind in (str, Path):
                    yield call(
                        {
                            **needed,
                            parameter.name: [f"/{vicious(parameter.name, 2)}"]
                            if kind is Path
                            else [vicious(parameter.name, 2)],
                        }
                    )
            elif parameter.param_type_name == "argument":
                yield call({**needed, parameter.name: self.value(name, parameter.name, kind)})
                yield call({**needed, parameter.name: [vicious(parameter.name, 2)]})
            elif kind is bool:
                yield call(needed, parameter.opts[0])
            elif isinstance(kind, type) and issubclass(kind, Enum):
                for one in kind:
                    yield call(needed, parameter.opts[0], str(one.value))
            elif parameter.name == "format_":
                for known in (*FORMATS, vicious("format")):
                    yield call(needed, parameter.opts[0], known)
            else:
                yield call(needed, parameter.opts[0], *self.value(name, parameter.name, kind))
        if name == "decide":
            yield call({**needed, "what": ["place"], "words": [self.place, "none"]})
            yield call({**needed, "what": ["undo"], "words": [vicious("decision")]})


def test_the_record_is_hostile_wherever_it_can_be(made: Path) -> None:
    """Every field of the exported record that may hold free text does hold hostile text in some object."""
    found: dict[str, bool] = {}

    def walk(value: object, place: str) -> None:
        if isinstance(value, dict):
            for key, inner in value.items():
                walk(inner, f"{place}.{key}" if place else key)
        elif isinstance(value, list):
            for inner in value:
                walk(inner, place)
        elif isinstance(value, str):
            found[place] = found.get(place, False) or SEEN in value

    walk(json.loads(api.export(made)), "")
    tame = {place for place, hostile in found.items() if not hostile and place.rsplit(".", 1)[-1] not in CLOSED}
    assert tame == {"quotations_that_differ.why"}  # counts words
    assert sum(found.values()) > 60


CLOSED = {
    *(
        "id",
        "claims",
        "mention",
        "mentions",
        "event",
        "sha256",
        "model",
        "format",
        "incident",
        "report",
        "formerly",
    ),  # digests
    *("edtf", "earliest", "latest", "first_said", "as_of", "since", "day"),  # days
    *(
        "acled",
        "event_type",
        "sub_event_type",
        "mode",
        "kind",
        "type",
        "status",
        "role",
        "field",
        "grade",
        "basis",
        "precision",
    ),
    *(
        "stance",
        "bound",
        "side",
        "reliability",
        "credibility",
        "admiralty",
        "how",
        "of",
        "about",
        "language",
        "changed",
        "code",
    ),
    *("credibility_why", "reliability_why"),  # sentences of ours that name nobody
}
"""Fields that hold a digest, a day, or a word of ours."""


@pytest.mark.parametrize("name", COMMANDS)
def test_what_a_command_prints_and_writes_is_obeyed_by_nobody(
    name: str, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Place(record)
    for number, call in enumerate(place.calls(name)):
        monkeypatch.setenv("COLUMNS", "100" if number % 2 else "80")
        given = f"same\n{vicious('answer')}\ns\n{vicious('answer', 1)}\nu\nd\n{vicious('answer', 2)}\n\nq\n"
        result = CliRunner().invoke(app, call, input=given)
        shown = f"{call}: {result.output[-400:]!r}"
        assert result.exit_code in (0, 1, 2, 3), shown
        assert not isinstance(result.exception, Exception) or isinstance(result.exception, SystemExit), shown
        assert "E000" not in result.stderr, shown
        # What a person typed wrongly themselves comes back as they typed it; nothing of a record is in it.
        assert result.exit_code == 2 or not OBEYED.search(result.stderr), shown
        if "csv" in call:
            holds_no_formula(result.stdout)
        else:
            harmless(result.stdout_bytes, shown)
        for path in place.folder.glob("out.*"):
            harmless(path.read_bytes(), f"{call} {path.name}")
            path.unlink()


def test_on_a_terminal_only_our_own_colours_are_commands(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    place = Place(record)
    for name in ("show", "why", "origins", "quotes", "figures", "places", "incidents", "explain", "dates", "history"):
        result = CliRunner().invoke(app, next(place.calls(name)))
        assert result.exit_code == 0
        assert not OBEYED.search(re.sub(r"\x1b\[[0-9;]*m", "", result.stdout)), name


@pytest.mark.parametrize("option", ["--by", "--why"])
def test_bytes_that_are_no_text_do_not_break_a_decision(record: Path, option: str) -> None:
    given = {"--by": "A. Person", "--why": "seen", option: "half \udcff a character"}
    words = [word for pair in given.items() for word in pair]
    result = CliRunner().invoke(app, ["decide", str(record), "place", Place(record).place, "none", *words])
    assert result.exit_code == 0, result.output
    assert "half \\udcff" in CliRunner().invoke(app, ["decisions", str(record)]).stdout


def test_a_terminal_of_another_encoding_ends_nothing(record: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "firsthand", "show", str(record), Place(record).incidents[0]]
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert b"\\u201c" in done.stdout


def harmless(body: bytes, where: str) -> None:
    """What is printed or written is obeyed by nobody, whatever it is."""
    if body.startswith(b"SQLite format 3"):
        return
    text = body.decode()  # lone surrogates fail here
    found = OBEYED.search(text)
    assert found is None, f"{where}: {found[0]!r} at {text[max(0, found.start() - 60) : found.end()]!r}"
    if text.startswith("<!doctype html"):
        Tags().feed(text)
    elif text.startswith("<svg"):
        drawn(text)
    elif text.startswith(("{", "[")):
        assert "</" not in text
        try:
            json.loads(text)
        except json.JSONDecodeError:
            assert [json.loads(one) for one in text.splitlines()]


def holds_no_formula(text: str) -> None:
    """No cell begins as a formula does, seen or unseen characters and quotes aside; and no cell is cut in two."""
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert len({len(row) for row in rows}) == 1
    assert any(SEEN in cell for row in rows for cell in row)
    for cell in (cell for row in rows for cell in row):
        bare = re.sub(r"^[\s\"'“;]+", "", OBEYED.sub("", cell))
        assert cell.startswith("'") or not FORMULA.match(bare) or re.fullmatch(r"-?[\d.]+", cell), cell[:80]
        assert not OBEYED.search(cell.replace("\r\n", "")), cell[:80]


class Tags(HTMLParser):
    """Every element and attribute of a page is one of ours."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Errors: AssertionError for one that is not."""
        assert tag not in ("img", "iframe", "object", "embed", "base", "blink", "audio", "video"), tag
        for name, value in attrs:
            assert not name.startswith("on"), f"{tag} {name}"
            assert name not in ("href", "src", "action", "srcset", "xlink:href") or (value or "").startswith(
                ("#", "data:,")
            ), value


def drawn(text: str) -> None:
    """A picture is sound XML without script, and loads nothing."""
    for element in ET.fromstring(text).iter():  # noqa: S314 - our own picture; that it is sound is what is asked
        assert not element.tag.endswith(("script", "foreignObject", "image", "use", "a")), element.tag
        assert not any(name.lower().startswith("on") or name.endswith("href") for name in element.attrib)


@pytest.mark.parametrize("format_", FORMATS)
def test_every_export_is_harmless(made: Path, format_: str) -> None:
    body = api.export(made, format_)
    if format_ == "csv":
        holds_no_formula(body.decode())
    else:
        harmless(body, format_)


def test_the_page_is_harmless_and_shows_the_words(made: Path) -> None:
    page = api.page(made, title=vicious("title")).decode()
    harmless(page.encode(), "page")
    assert page.count("<script") == page.count("</script>") == 1
    assert page.count("<style") - page.count("<svg") <= 1
    assert "{{ 7*7 }}" in page


def test_json_says_the_hostile_words_exactly(made: Path) -> None:
    """Escaped is not changed: a quote still is what stands in the report."""
    with api.open_record(made) as view:
        texts = {entry.name: view.text(entry.id) for entry in view.folded.reports if entry.id and not entry.refused}
    exported = json.loads(api.export(made))
    assert len(exported["claims"]) > 50
    for claim in exported["claims"]:
        span = claim["span"]
        assert texts[claim["report"]][span["start"] : span["end"]] == span["quote"]
