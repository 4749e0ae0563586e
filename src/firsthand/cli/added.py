"""Commands of plugins, beside those of the program. They are looked for only where help lists them or a command is not ours."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup

from firsthand.cli.guard import ending, say

if TYPE_CHECKING:
    from firsthand.plugins.found import Given
    from firsthand.plugins.hooks import Command


class Commands(TyperGroup):
    """The program's commands by name, and then those of plugins."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401 - typer's own context
        """All names, ours first."""
        return [*super().list_commands(ctx), *_added(self.commands)]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401 - the same
        """A command of ours, or else of a plugin; None where there is none."""
        own = super().get_command(ctx, cmd_name)
        if own is not None:
            return own
        given = _added(self.commands).get(cmd_name)
        return _opened(given) if given is not None else None


def _added(ours: Mapping[str, Any]) -> "dict[str, Given[Command]]":
    """Commands of plugins by name. A plugin that cannot be used is told of, and does not keep the others away."""
    from importlib.metadata import entry_points

    if not entry_points(group="firsthand"):
        return {}
    from firsthand.plugins.manager import Plugins

    plugins = Plugins.open(strict=False).usable(ours)
    for one in plugins.broken:
        say(f"note: {one.error}. {one.error.hint}")
    return {one.item.name: one for one in plugins.commands(ours)}


def _opened(given: "Given[Command]") -> TyperCommand | TyperGroup:
    """A command of a plugin, of which whatever it raises is told in the plugin's name."""
    app = given.item.app
    if not isinstance(app, typer.Typer):
        single = typer.Typer(
            add_completion=False,
            pretty_exceptions_enable=False,
            rich_markup_mode=None,
            context_settings={"help_option_names": ["-h", "--help"]},
        )
        single.command(given.item.name)(app)
        app = single
    found: Any = typer.main.get_command(app)
    found.name = given.item.name
    inside: Callable[[Any], Any] = found.invoke

    def invoke(context: Any) -> Any:  # noqa: ANN401 - typer's own context
        from firsthand.plugins.found import failed

        def call() -> Any:  # noqa: ANN401 - whatever the command returns
            try:
                return inside(context)
            except (typer.Exit, typer.Abort, typer.TyperException, BrokenPipeError):
                raise
            except Exception as e:
                raise failed(given.plugin, f"in its command {given.item.name}", e) from e

        return ending(call, debug=bool(context.obj))

    found.invoke = invoke
    return found  # type: ignore[no-any-return]
