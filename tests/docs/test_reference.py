"""Everything that a user can meet has its place in the reference."""

import re
from typing import get_origin

import msgspec
import pytest
import typer.main
from typer.testing import CliRunner

from firsthand import api, errors
from firsthand.api import RecordView
from firsthand.cli import guard
from firsthand.cli.main import app
from firsthand.plugins.hooks import Hooks
from firsthand.publish.table_csv import COLUMNS
from firsthand.read.paths import SUFFIXES
from firsthand.resources.kinds import Kinds
from firsthand.resources.settings import Settings
from firsthand.resources.settings_shape import bare, described
from tests.docs.pages import ROOT, pages
from tools import manual, manual_settings


def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def options() -> list[tuple[str, str]]:
    """Every command with each of its options."""
    group = typer.main.get_group(app)
    return [
        (command, opt)
        for command, found in group.commands.items()
        for parameter in found.params
        for opt in parameter.opts
        if opt.startswith("--")
    ]


@pytest.mark.parametrize(("command", "option"), options())
def test_option_stands_under_its_command(command: str, option: str) -> None:
    section = page("reference/cli.md").split(f"## firsthand {command}\n")[1].split("\n## ")[0]
    assert re.search(rf"{option}\b", section)


def test_every_command_is_generated() -> None:
    assert set(manual.COMMANDS) == set(typer.main.get_group(app).commands)


def test_every_error_has_its_row_and_a_hint() -> None:
    text = page("reference/errors.md")
    found = [one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, errors.FirsthandError)]
    codes = [one.code for one in found]
    assert len(set(codes)) == len(codes), "two errors share a code"
    for one in found:
        assert f"| {one.code} | `{one.__name__}` |" in text
        assert one.hint in text


def test_every_kind_has_its_row() -> None:
    text = page("reference/kinds.md")
    assert all(f"\n| {kind} | " in text for kind in Kinds.open().names)


def test_every_field_of_the_formats_has_a_meaning() -> None:
    """No field without one, and no meaning of a field that is gone."""
    meant = manual.meanings()
    assert set(meant) == set(manual.objects())
    for place, node in manual.objects().items():
        assert set(node) == set(meant[place]) - {"_"}, place
        assert all(text.strip() for text in meant[place].values()), place


def test_every_field_and_column_stands_on_the_page() -> None:
    text = page("reference/formats.md")
    assert all(f"\n### {place}\n" in text for place in manual.objects())
    assert all(f"`{column}`" in text for column in COLUMNS)


def test_every_name_of_the_python_interface_is_documented() -> None:
    text = page("reference/python.md")
    for name in ("read", "extract", "build", "open_record", "export"):
        assert f"### {name}\n" in text
        assert getattr(api, name).__doc__.splitlines()[0] in text
    assert all(f"`{name}" in text for name in vars(RecordView) if not name.startswith("_"))


def test_every_exit_code_has_its_row() -> None:
    codes = (guard.OK, guard.FAILED, guard.USAGE, guard.SOME_REFUSED, guard.PIPE_CLOSED, guard.INTERRUPTED)
    assert all(f"\n| {code} | " in page("reference/exit-codes.md") for code in codes)


def test_every_kind_of_file_that_is_read_is_told() -> None:
    assert all(f"`{suffix}`" in page("how-to/read-your-own-reports.md") for suffix in SUFFIXES)


def test_every_grade_is_explained() -> None:
    text = page("explanation/grades.md")
    assert all(f"\n| {grade} | " in text for grade in manual.objects()["incident"]["grade"]["enum"])


def test_every_weight_of_linking_is_shown() -> None:
    """By what the page is made with; that the page is fresh is checked by `make docs-check`."""
    raw = (ROOT / "src/firsthand/data/weights/link.toml").read_text(encoding="utf-8").split("[curves]")[0]
    names = re.findall(r"^(\w+) = -?\d", raw, re.MULTILINE)
    shown = manual.weights() + manual.limits()
    assert len(names) > 40
    assert [name for name in names if f"| `{name}` |" not in shown] == []


def test_every_hook_has_its_entry_with_an_example() -> None:
    entries = page("reference/hooks.md").split("\n## ")
    names = [name for name in vars(Hooks) if name.startswith("firsthand_")]
    assert len(names) == 7
    for name in names:
        (entry,) = [one for one in entries if one.startswith(f"{name}\n")]
        assert f"def {name}():" in entry
        assert "@hookimpl" in entry


def tables() -> list[tuple[str, type[msgspec.Struct]]]:
    """Every table that settings may have, those within others too, by the heading of its section."""
    found: list[tuple[str, type[msgspec.Struct]]] = [("## At the top, before any table", Settings)]
    for name, type_, _ in described(Settings):
        inner = manual_settings._table(type_)
        if inner is not None:
            many = get_origin(bare(type_)) is tuple
            found.append((f"## [[{name}]]" if many else f"## [{name}]", inner))
            found += [(f"### {name}.{sub}", table) for sub, table, _ in manual_settings._nested(inner)]
    return found


@pytest.mark.parametrize(("heading", "table"), tables())
def test_every_setting_has_its_line_with_a_meaning(heading: str, table: type[msgspec.Struct]) -> None:
    section = page("reference/settings.md").split(f"\n{heading}\n")[1].split("\n#")[0]
    for name, type_, meaning in described(table):
        assert meaning.strip(), f"{heading}: {name} has no meaning"
        if table is not Settings or manual_settings._table(type_) is None:
            assert f"\n| `{name}` | " in section
            assert meaning in section


def test_every_option_is_met_outside_of_the_reference() -> None:
    """In an example that runs, or in a sentence that says what it is for."""
    told = "".join(one.read_text(encoding="utf-8") for one in pages() if one.name != "cli.md")
    assert sorted({option for _, option in options() if not re.search(rf"{option}\b", told)}) == []


def test_every_error_is_asked_for_by_a_test() -> None:
    """By its name or its code; those that are only a kind of others are their parents."""
    tests = "".join(one.read_text(encoding="utf-8") for one in (ROOT / "tests").rglob("*.py"))
    found = [one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, errors.FirsthandError)]
    asked = [one for one in found if not one.__subclasses__()]
    assert [one.__name__ for one in asked if not re.search(rf"\b(?:{one.__name__}|{one.code})\b", tests)] == []


def every_command() -> list[tuple[str, ...]]:
    """Every command, and the commands of commands."""
    found: list[tuple[str, ...]] = []
    for name, command in typer.main.get_group(app).commands.items():
        found.append((name,))
        found += [(name, inner) for inner in getattr(command, "commands", ())]
    return found


@pytest.mark.parametrize("command", every_command(), ids=" ".join)
def test_every_command_has_examples_in_its_help(command: tuple[str, ...]) -> None:
    """A line of them begins with the command itself."""
    told = CliRunner().invoke(app, [*command, "--help"]).stdout
    assert "Examples:\n" in told
    assert f"firsthand {' '.join(command)}" in told.split("Examples:\n")[1]
