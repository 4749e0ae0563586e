"""Commands of plugins beside ours, and the list of what is installed."""

import json

import pytest
from typer.testing import CliRunner, Result

from firsthand.cli.main import app
from tests.unit.plugins.installed import Site

GOATS = """
    import typer

    herd = typer.Typer(help="Goats.")

    @herd.command()
    def count(many: int = 2):
        print(many, "goats")

    @herd.command()
    def lose():
        raise KeyError("gate")

    def sheep(many: int = 3):
        'Count sheep.'
        if many > 9:
            raise ValueError("too many sheep")
        print(many, "sheep")

    @hookimpl
    def firsthand_commands():
        return [Command(name="goats", app=herd), Command(name="sheep", app=sheep)]
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments])


def test_a_command_of_a_plugin_is_listed_and_runs_like_ours(site: Site) -> None:
    site.add("farm", GOATS)
    assert "Count sheep." in run("--help").stdout
    assert run("sheep", "--many", "5").stdout == "5 sheep\n"
    assert run("goats", "count").stdout == "2 goats\n"
    assert "--many" in run("sheep", "--help").stdout
    assert run("cows").exit_code == 2


def test_what_a_command_raises_is_told_in_the_plugins_name(site: Site) -> None:
    site.add("farm", GOATS)
    for arguments, why in (
        (("sheep", "--many", "10"), "in its command sheep: ValueError: too many sheep"),
        (("goats", "lose"), "in its command goats: KeyError: 'gate'"),
    ):
        result = run(*arguments)
        assert result.exit_code == 1
        assert result.stderr.splitlines()[0] == f"error E602: plugin farm 1.0 failed {why}"
        assert "Traceback" not in result.output
    assert run("sheep", "--many", "lots").exit_code == 2


@pytest.mark.parametrize(
    ("code", "why"),
    [
        (GOATS.replace('name="sheep"', 'name="build"'), "gives the command 'build', as firsthand does"),
        (GOATS.replace("app=sheep", "app=7"), "gives the command 'sheep', which is no function"),
        ("\n    raise ValueError('no')\n", "cannot be loaded: ValueError: no"),
    ],
)
def test_a_plugin_that_cannot_be_used_keeps_no_command_of_ours_or_of_others_away(
    site: Site, code: str, why: str
) -> None:
    site.add("farm", GOATS)
    site.add("odd", code.replace("goats", "rams").replace("sheep", "lambs"))
    why = why.replace("sheep", "lambs")
    listed = run("--help")
    assert listed.exit_code == 0
    assert "Count sheep." in listed.stdout
    assert why in listed.stderr
    assert run("sheep").stdout == "3 sheep\n"
    assert run("schema", "record").stderr == "", "a command of ours does not ask for plugins"


def test_plugins_lists_what_each_gives_and_what_is_wrong(site: Site) -> None:
    alone = run("plugins")
    assert (alone.exit_code, alone.stdout.splitlines()[0].split()[0]) == (0, "firsthand")
    assert "format geojson" in alone.stdout
    site.add("farm", GOATS)
    site.add("odd", "\n    raise ValueError('no')\n")
    result = run("plugins")
    assert result.exit_code == 1
    assert "farm 1.0\n  command goats\n  command sheep\n" in result.stdout
    assert "odd 1.0\n  cannot be used: plugin odd 1.0 cannot be loaded: ValueError: no\n" in result.stdout
    told = {one["name"]: one for one in json.loads(run("plugins", "--json").stdout)}
    assert list(told) == ["firsthand", "farm", "odd"]
    assert told["farm"]["hooks"] == ["firsthand_commands"]
    assert (told["farm"]["fault"], told["odd"]["gives"]) == (None, [])
