"""The plugins of a run: found by their entry points, checked, and asked. Made where a run begins, anew in each process."""

import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from typing import Generic, NamedTuple, TypeVar

import pluggy

from firsthand import __version__
from firsthand.errors import BadPlugin, FirsthandError, PluginFailed, UsageError
from firsthand.model.folded import Folded
from firsthand.plugins.builtin import PROGRAM, Builtin
from firsthand.plugins.hooks import GROUP, Exporter, Extractor, Hooks, Reader
from firsthand.read.page import Other
from firsthand.resources.kinds import Kinds

T = TypeVar("T")
NAME = re.compile(r"[a-z][a-z0-9_-]{0,39}")
SUFFIX = re.compile(r"\.[a-z0-9_-]{1,20}")
REFERENCE = re.compile(r"[\w.]+:\w+")
LETTERS = "small letters, digits, - and _, 40 at most"
PREFIX = f"{GROUP}_"


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


class Plugins:
    """All plugins that are on. The program's own comes first, the others by name."""

    def __init__(self, plugins: Sequence[Plugin], broken: Sequence[Broken] = ()) -> None:
        self._manager = pluggy.PluginManager(GROUP)
        self._manager.add_hookspecs(Hooks)
        self.broken = list(broken)
        self.plugins: tuple[Plugin, ...] = ()
        for plugin in plugins:
            try:
                _register(self._manager, plugin)
            except BadPlugin as e:
                self.broken.append(Broken(plugin.name, plugin.version, e))
            else:
                self.plugins = (*self.plugins, plugin)

    @classmethod
    def open(cls, without: Iterable[str] = (), *, strict: bool = True) -> "Plugins":
        """Those that are installed, but not `without`. `strict` False: those that cannot be used are kept in `broken`.

        Errors: BadPlugin for one that cannot be used, UsageError for a name in `without` that none has.
        """
        found, broken = _installed(without)
        plugins = cls([Plugin(PROGRAM, __version__, Builtin()), *found], broken)
        if strict and plugins.broken:
            raise plugins.broken[0].error
        return plugins

    @property
    def others(self) -> tuple[Plugin, ...]:
        """Those that do not come with the program."""
        return self.plugins[1:]

    def extractors(self, asked: Iterable[str] = ()) -> list[Given[Extractor]]:
        """The extractors of a run, in their order: those that run always, and those that are asked for by name.

        Errors: BadPlugin; UsageError for a name that none has.
        """
        known = self.all_extractors()
        wanted = set(asked)
        names = {one.item.name for one in known}
        if unknown := sorted(wanted - names):
            raise UsageError(
                f"there is no extractor {', '.join(unknown)}", hint=f"Extractors: {', '.join(sorted(names))}."
            )
        return [one for one in known if one.item.default or one.item.name in wanted]

    def all_extractors(self) -> list[Given[Extractor]]:
        """Every extractor, asked for or not. Errors: BadPlugin."""
        return self._named("firsthand_extractors", Extractor, lambda one: one.name)

    def readers(self) -> list[Given[Reader]]:
        """Every reader; each suffix has one. Errors: BadPlugin."""
        found = self._named("firsthand_readers", Reader, lambda one: one.name)
        taken: dict[str, Given[Reader]] = {}
        for one in found:
            for suffix in one.item.suffixes:
                if not SUFFIX.fullmatch(str(suffix)):
                    raise bad(one.plugin, f"gives a reader of {suffix!r}, which is no suffix such as '.sitrep'")
                if suffix in taken:
                    raise bad(one.plugin, f"gives a reader of {suffix}, as {taken[suffix].plugin.name} does")
                taken[suffix] = one
        return found

    def other_readers(self) -> dict[str, Other]:
        """The readers of plugins by the suffix of what they read, as the process that unwraps files takes them."""
        return {
            suffix: Other(
                name=one.item.name,
                plugin=f"{one.plugin.name} {one.plugin.version}",
                where=_reference(one),
                media=str(one.item.media_type),
            )
            for one in self.readers()
            if one.plugin.name != PROGRAM
            for suffix in one.item.suffixes
        }

    def exporters(self) -> list[Given[Exporter]]:
        """Every format. Errors: BadPlugin."""
        return self._named("firsthand_exporters", Exporter, lambda one: one.name)

    def exported(self, name: str, folded: Folded, kinds: Kinds) -> bytes:
        """A record in a format. Errors: BadPlugin, PluginFailed; UsageError for a name that no format has."""
        known = {one.item.name: one for one in self.exporters()}
        if name not in known:
            raise UsageError(f"{name!r} is no format of exports", hint=f"Formats: {', '.join(known)}.")
        found = known[name]
        if found.plugin.name == PROGRAM:
            return found.item.write(folded, kinds)
        try:
            body: object = found.item.write(folded, kinds)
            if not isinstance(body, bytes):
                raise TypeError(f"it returned {type(body).__name__}, not bytes")
        except Exception as e:
            raise failed(found.plugin, f"to export {name}", e) from e
        return body

    def hooks_of(self, plugin: Plugin) -> list[str]:
        """The hooks that a plugin answers, by name."""
        callers = self._manager.get_hookcallers(plugin.answers) or []
        return sorted(caller.name for caller in callers)

    def used(self, asked: Iterable[str] = ()) -> tuple[str, ...]:
        """What a run is noted to have used beside the program itself: plugins and the extractors they gave, with versions."""
        extractors = [one for one in self.extractors(asked) if one.item.name != PROGRAM]
        return (
            *(f"{plugin.name} {plugin.version}" for plugin in self.others),
            *(f"extractor {one.item.name} {one.item.version} of {one.plugin.name}" for one in extractors),
        )

    def _named(self, hook: str, kind: type[T], name: Callable[[T], str]) -> list[Given[T]]:
        """What all plugins give through a hook, each name once. Errors: BadPlugin."""
        found: dict[str, Given[T]] = {}
        for one in self._given(hook, kind):
            key = name(one.item)
            if not NAME.fullmatch(str(key)):
                raise bad(one.plugin, f"gives the {kind.__name__.lower()} {key!r}, which is no name: {LETTERS}")
            if key in found:
                raise bad(one.plugin, f"gives the {kind.__name__.lower()} {key!r}, as {found[key].plugin.name} does")
            found[key] = one
        return list(found.values())

    def _given(self, hook: str, kind: type[T]) -> Iterable[Given[T]]:
        """What all plugins give through a hook, in the order of the plugins. Errors: BadPlugin."""
        for plugin in self.plugins:
            others = [one.answers for one in self.plugins if one is not plugin]
            try:
                answers = self._manager.subset_hook_caller(hook, remove_plugins=others)()
                items = [item for answer in answers for item in answer]
            except Exception as e:
                raise bad(plugin, f"fails in {hook}: {type(e).__name__}: {e}") from e
            for item in items:
                if not isinstance(item, kind):
                    raise bad(plugin, f"gives {type(item).__name__} through {hook}, not {kind.__name__}")
                yield Given(plugin, item)


def off(name: str) -> str:
    """How to do without a plugin."""
    return f"Mend or remove it, or turn it off: --without {name}"


def bad(plugin: Plugin, what: str) -> BadPlugin:
    """The error about a plugin that cannot be used."""
    return BadPlugin(f"plugin {plugin.name} {plugin.version} {what}", hint=off(plugin.name))


def failed(plugin: Plugin, what: str, error: BaseException) -> FirsthandError:
    """The error for one that a plugin raised; those that name themselves are left as they are."""
    if isinstance(error, FirsthandError):
        return error
    return PluginFailed(
        f"plugin {plugin.name} {plugin.version} failed {what}: {type(error).__name__}: {error}", hint=off(plugin.name)
    )


def _reference(one: Given[Reader]) -> str:
    """Where a reader is, as "module:function". Errors: BadPlugin for one that another process could not find."""
    read = one.item.read
    if isinstance(read, str) and REFERENCE.fullmatch(read):
        return read
    module, name = getattr(read, "__module__", None), getattr(read, "__qualname__", "")
    if callable(read) and module and getattr(sys.modules.get(module), name, None) is read:
        return f"{module}:{name}"
    raise bad(
        one.plugin,
        f"gives the reader {one.item.name}, of which `read` is no function at the top of a module: the process that reads files "
        "has to find it there",
    )


def _installed(without: Iterable[str]) -> tuple[list[Plugin], list[Broken]]:
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


def _register(manager: pluggy.PluginManager, plugin: Plugin) -> None:
    """Errors: BadPlugin for one that answers no hook, or answers one wrongly."""
    try:
        manager.register(plugin.answers, name=plugin.name)
        manager.check_pending()
    except (pluggy.PluginValidationError, ValueError, TypeError) as e:
        manager.unregister(name=plugin.name)
        raise bad(plugin, f"answers a hook wrongly: {e}") from e
    answered = {caller.name for caller in manager.get_hookcallers(plugin.answers) or ()}
    unmarked = sorted(
        n for n in dir(plugin.answers) if n.startswith(PREFIX) and n not in answered
    )  # fmt: skip
    if unmarked or not answered:
        manager.unregister(name=plugin.name)
        what = f"has {', '.join(unmarked)} without @hookimpl" if unmarked else "answers no hook"
        raise bad(plugin, what)
