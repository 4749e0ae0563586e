"""The plugins of a run: checked, and asked. Made where a run begins, anew in each process."""

import re
import sys
from collections.abc import Callable, Container, Iterable, Sequence
from os import PathLike
from pathlib import Path
from typing import TypeVar

import pluggy

from firsthand import __version__
from firsthand.errors import BadPlugin, UsageError
from firsthand.model.folded import Folded
from firsthand.plugins.builtin import PROGRAM, Builtin
from firsthand.plugins.found import Broken, Given, Plugin, bad, failed, installed
from firsthand.plugins.hooks import GROUP, Command, Exporter, Extractor, Hooks, Reader
from firsthand.read.page import Other
from firsthand.resources.kinds import Kinds

T = TypeVar("T")
PREFIX = f"{GROUP}_"
NAME = re.compile(r"[a-z][a-z0-9_-]{0,39}")
SUFFIX = re.compile(r"\.[a-z0-9_-]{1,20}")
REFERENCE = re.compile(r"[\w.]+:\w+")
LETTERS = "small letters, digits, - and _, 40 at most"


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
        found, broken = installed(without)
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

    def lexicons(self) -> list[Given[Path]]:
        """Tables of names. Errors: BadPlugin."""
        return self._paths("firsthand_lexicons")

    def gazetteers(self) -> list[Given[Path]]:
        """Tables and folders of places. Errors: BadPlugin."""
        return self._paths("firsthand_gazetteers")

    def scorers(self) -> list[Given[Path]]:
        """Learnt weights. Errors: BadPlugin."""
        return self._paths("firsthand_scorers")

    def commands(self, ours: Container[str] = ()) -> list[Given[Command]]:
        """Commands; `ours`: names that are taken. Errors: BadPlugin."""
        found = self._named("firsthand_commands", Command, lambda one: one.name)
        for one in found:
            if one.item.name in ours:
                raise bad(one.plugin, f"gives the command {one.item.name!r}, as firsthand does")
            if not callable(one.item.app):
                raise bad(one.plugin, f"gives the command {one.item.name!r}, which is no function and no Typer app")
        return found

    def usable(self, commands: Container[str] = ()) -> "Plugins":
        """Those that can be used; what is wrong with the others stands in `broken`. `commands`: as for `commands`."""
        found = self
        while True:
            try:
                found.other_readers()
                found.extractors()
                found.exporters()
                for paths in (found.lexicons, found.gazetteers, found.scorers):
                    paths()
                found.commands(commands)
                return found
            except BadPlugin as e:
                out = next(one for one in found.plugins if one.name == e.plugin)
                rest = [one for one in found.plugins if one is not out]
                found = Plugins(rest, [*found.broken, Broken(out.name, out.version, e)])

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

    def _paths(self, hook: str) -> list[Given[Path]]:
        """The files or folders that plugins give through a hook. Errors: BadPlugin for one that is not there."""
        found = []
        for one in self._given(hook, object):
            if not isinstance(one.item, str | PathLike):
                raise bad(one.plugin, f"gives {type(one.item).__name__} through {hook}, not a path")
            path = Path(one.item)
            if not path.exists():
                raise bad(one.plugin, f"gives {path.name!r} through {hook}, which is not there")
            found.append(Given(one.plugin, path.resolve()))
        return found

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
