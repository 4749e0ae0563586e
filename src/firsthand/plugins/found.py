"""Which plugins are installed: by their entry points, loaded, and what is said of one that cannot be."""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from typing import Generic, NamedTuple, TypeVar

from firsthand.errors import BadPlugin, FirsthandError, PluginFailed, UsageError
from firsthand.plugins.builtin import PROGRAM
from firsthand.plugins.hooks import GROUP

T = TypeVar("T")


class Plugin(NamedTuple):
    """A plugin: the name of its entry point, the version of its package, and the object that answers hooks."""

    name: str
    version: str
    answers: object


class Broken(NamedTuple):
    """A plugin that cannot be used, and why."""

    name: str
    version: str
    error: BadPlugin


@dataclass(frozen=True)
class Given(Generic[T]):
    """Something that a plugin gives."""

    plugin: Plugin
    item: T


def off(name: str) -> str:
    """How to do without a plugin."""
    if name == PROGRAM:
        return "Leave out what asks for it: --extractor"
    return f"Mend or remove it, or turn it off: --without {name}"


def bad(plugin: Plugin, what: str) -> BadPlugin:
    """The error about a plugin that cannot be used."""
    error = BadPlugin(f"plugin {plugin.name} {plugin.version} {what}", hint=off(plugin.name))
    error.plugin = plugin.name
    return error


def failed(plugin: Plugin, what: str, error: BaseException) -> FirsthandError:
    """The error for one that a plugin raised; those that name themselves are left as they are."""
    if isinstance(error, FirsthandError):
        return error
    return PluginFailed(
        f"plugin {plugin.name} {plugin.version} failed {what}: {type(error).__name__}: {error}", hint=off(plugin.name)
    )


def names() -> frozenset[str]:
    """What the plugins are called that are installed here; none is loaded."""
    return frozenset(entry.name for entry in entry_points(group=GROUP))


def installed(without: Iterable[str]) -> tuple[list[Plugin], list[Broken]]:
    """Plugins by their entry points, sorted by name. Errors: UsageError for a name in `without` that none has."""
    entries = sorted(entry_points(group=GROUP), key=lambda entry: (entry.name, _version(entry)))
    unwanted = set(without)
    if PROGRAM in unwanted:
        raise UsageError(f"{PROGRAM} is the program itself and cannot be turned off")
    if unknown := sorted(unwanted - {entry.name for entry in entries}):
        raise UsageError(
            f"no plugin is called {', '.join(unknown)}", hint="See what is installed: firsthand plugins"
        )  # fmt: skip
    found: dict[str, Plugin] = {}
    broken: list[Broken] = []
    for entry in entries:
        if entry.name in unwanted:
            continue
        plugin = Plugin(entry.name, _version(entry), None)
        try:
            if entry.name == PROGRAM or entry.name in found:
                raise bad(plugin, "has the name of another")
            found[entry.name] = plugin._replace(answers=_loaded(entry, plugin))
        except BadPlugin as e:
            broken.append(Broken(plugin.name, plugin.version, e))
    return list(found.values()), broken


def _loaded(entry: EntryPoint, plugin: Plugin) -> object:
    """What an entry point names. Errors: BadPlugin for whatever importing it raises."""
    try:
        return entry.load()
    except (Exception, SystemExit) as e:
        raise bad(plugin, f"cannot be loaded: {type(e).__name__}: {e}") from e


def _version(entry: EntryPoint) -> str:
    return entry.dist.version if entry.dist is not None else "0"
