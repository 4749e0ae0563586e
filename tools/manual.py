"""The generated parts of the documentation: each function returns the Markdown of one part. Called by cog from the pages."""

import inspect
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from firsthand.errors import FirsthandError

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = tuple(
    "build extract check export page schema incidents show why dates places explain "
    "decide decisions review audit learn origins history quotes report open figures verify seal migrate plugins gazetteer".split()
)
PARTS = {"gazetteer": ("find", "add", "list", "remove")}
"""Commands of commands."""
WIDTH = "100"


def firsthand(*arguments: str) -> str:
    """What the program prints to standard output. Raises CalledProcessError where it fails."""
    environment = {**os.environ, "COLUMNS": WIDTH, "TERMINAL_WIDTH": WIDTH, "NO_COLOR": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "firsthand", *arguments], cwd=ROOT, env=environment, check=True, capture_output=True
    )
    return done.stdout.decode()


def captured(name: str, language: str = "console") -> str:
    """What the program printed for an example, as `tools/pictures.py` took it down; `language` "text" where it asks a person.

    Kept in a file, so that the pages are the same on every machine: the parser may round the odd tag differently elsewhere.
    """
    text = (ROOT / "docs/pictures" / f"{name}.txt").read_text(encoding="utf-8").rstrip()
    return f"```{language}\n{text}\n```"


def index(folder: str, *first: str) -> str:
    """Links to the pages of a folder of docs/ by their titles: those named `first`, then the rest by name."""
    there = {page.stem: page for page in sorted((ROOT / "docs" / folder).glob("*.md"))}
    order = [*first, *(name for name in there if name not in first)]
    titles = {name: there[name].read_text(encoding="utf-8").split("\n", 1)[0].removeprefix("# ") for name in order}
    return "\n".join(f"- [{titles[name]}]({folder}/{name}.md)" for name in order)


def cli() -> str:
    """The help of every command."""
    every = [part for name in COMMANDS for part in ([name], *([name, sub] for sub in PARTS.get(name, ())))]
    parts = [
        f"## {' '.join(['firsthand', *command])}\n\n```text\n{firsthand(*command, '--help').rstrip()}\n```"
        for command in ([], *every)
    ]
    return "\n\n".join(parts)


def python() -> str:
    """The names of the interface: signature and docstring."""
    from firsthand import api

    names = (
        "read extract build open_record export frame explain judge decide_place doubts review audit audit_results learn "
        "decide_weights undo migrate seal preview check_settings"
    ).split()
    return "\n\n".join(_documented(getattr(api, name)) for name in names)


def view() -> str:
    """What an open record offers."""
    from firsthand.api import RecordView

    rows = ["| name | what it gives |", "| --- | --- |"]
    for name, member in sorted(vars(RecordView).items()):
        if not name.startswith("_"):
            called = "()" if inspect.isfunction(member) else ""
            rows.append(f"| `{name}{called}` | {_first_line(inspect.getdoc(member))} |")
    return "\n".join(rows)


def _documented(function: Any) -> str:  # noqa: ANN401 - any function of the interface
    lines = [f"    {p}," for p in map(_parameter, inspect.signature(function).parameters.values())]
    if any(p.kind is p.KEYWORD_ONLY for p in inspect.signature(function).parameters.values()):
        first = next(
            i for i, p in enumerate(inspect.signature(function).parameters.values()) if p.kind is p.KEYWORD_ONLY
        )
        lines.insert(first, "    *,")
    gives = _plain(inspect.signature(function).return_annotation)
    head = "\n".join([f"{function.__name__}(", *lines, f") -> {gives}"])
    return f"### {function.__name__}\n\n```text\n{head}\n```\n\n{inspect.getdoc(function)}"


def _parameter(parameter: inspect.Parameter) -> str:
    default = "" if parameter.default is parameter.empty else f" = {_default(parameter.default)}"
    return f"{parameter.name}: {_plain(parameter.annotation)}{default}"


def _default(value: object) -> str:
    return str(getattr(value, "__name__", None) or repr(value))


def _plain(annotation: object) -> str:
    text = (
        annotation.__name__ if isinstance(annotation, type) and not hasattr(annotation, "__args__") else str(annotation)
    )
    return re.sub(r"\b(?:[a-z_]+\.)+([A-Za-z])", r"\1", text).replace("NoneType", "None")


def _first_line(doc: str | None) -> str:
    return " ".join((doc or "").split("\n\n")[0].split())


def hooks() -> str:
    """Every hook of plugins with the type of what is given through it."""
    from firsthand.plugins import hooks as there

    types = {"Iterable[AnyPath]": ""}
    parts = []
    for name, hook in vars(there.Hooks).items():
        if name.startswith("firsthand_"):
            kind = types.get(
                hook.__annotations__["return"], getattr(hook.__annotations__["return"], "__args__", ("",))[0]
            )
            given = f"\n\n### {kind.__name__}\n\n{_typed(kind)}" if inspect.isclass(kind) else ""
            parts.append(f"## {name}\n\n{inspect.getdoc(hook)}{given}")
    return "\n\n".join([*parts, f"## What an extractor opens\n\n{inspect.getdoc(there.Adds)}"])


def _typed(kind: type) -> str:
    """What a type is for, and its fields."""
    rows = [f"{name}: {_plain(of)}" for name, of in kind.__annotations__.items()]
    return "\n".join([str(inspect.getdoc(kind)), "", "```text", *rows, "```"])


def source(path: str, language: str = "python") -> str:
    """A file of the repository as a fenced block."""
    return f"```{language}\n{(ROOT / path).read_text(encoding='utf-8').rstrip()}\n```"


def errors() -> str:
    """Every error: code, class, meaning, what to do."""
    from firsthand.errors import FirsthandError

    rows = [
        f"| {found.code} | `{found.__name__}` | {_first_line(found.__doc__)} | {found.hint} |"
        for found in sorted(_family(FirsthandError), key=lambda error: error.code)
    ]
    return "\n".join(["| code | class | what it means | what to do |", "| --- | --- | --- | --- |", *rows])


def _family(error: "type[FirsthandError]") -> "Iterator[type[FirsthandError]]":
    yield error
    for child in error.__subclasses__():
        yield from _family(child)


def kinds() -> str:
    """Every kind with its maps."""
    from firsthand.resources.kinds import Kinds

    opened = Kinds.open()
    rows = ["| kind | refines | ACLED event type | ACLED sub-event type | PLOVER | UCDP |", f"|{' --- |' * 6}"]
    for name in opened.names:
        kind = opened[name]
        plover = " ".join(part for part in (kind.plover.type, kind.plover.mode) if part) or "–"
        types = ", ".join(str(number) for number in kind.ucdp) or "–"
        refined = kind.general or "–"
        rows.append(
            f"| {name} | {refined} | {kind.acled.event_type} | {kind.acled.sub_event_type} | {plover} | {types} |"
        )
    return "\n".join(rows)


def weights() -> str:
    """Weights of linking as set by hand, what was learnt in their place, and the reason that stands beside each in the file."""
    from firsthand.resources.weights import Weights

    used = Weights.open()
    raw = (ROOT / "src/firsthand/data/weights/link.toml").read_text(encoding="utf-8")
    rows = ["| weight | by hand | learnt | reason |", "| --- | ---: | ---: | --- |"]
    for line in raw.split("[weights]")[1].split("[curves]")[0].splitlines():
        match = re.match(r"(\w+) = (-?\d+)\s*(?:#\s*(.*))?$", line)
        if match:
            hand, now = int(match[2]), used[match[1]]
            rows.append(f"| `{match[1]}` | {hand:+} | {'' if now == hand else f'{now:+}'} | {match[3] or ''} |")
    return "\n".join(rows)


def limits() -> str:
    """The numbers at the head of the weights, with the comment above each."""
    from firsthand.resources.weights import Weights

    used = Weights.open().limits.prior
    raw = (ROOT / "src/firsthand/data/weights/link.toml").read_text(encoding="utf-8").split("[weights]")[0]
    rows, above = ["| name | value | meaning |", "| --- | ---: | --- |"], ""
    for line in raw.splitlines():
        match = re.match(r"(\w+) = (-?\d+)$", line)
        if match:
            learnt = f", learnt {used}" if match[1] == "prior" and used != int(match[2]) else ""
            rows.append(f"| `{match[1]}` | {match[2]}{learnt} | {above or '(as above)'} |")
            above = ""
        elif line.startswith("#"):
            above = f"{above} {line[1:].strip()}".strip()
        else:
            above = ""
    return "\n".join(rows)


def accuracy() -> str:
    """The pinned floors of the gate, one row a set: the headline and what it is made of."""
    path = ROOT / "tests/gate/floors.json"
    if not path.exists():
        return "No figures are pinned yet."
    parts = json.loads(path.read_text(encoding="utf-8"))["parts"]
    part = "full" if parts.get("full") else "quick"
    rows = ["| set | reports | headline | its measures |", "| --- | ---: | ---: | --- |"]
    for name, pinned in sorted(parts.get(part, {}).items()):
        measures = dict(pinned["measures"])
        headline = measures.pop("headline", None)
        rest = ", ".join(f"{measure} {value:g}" for measure, value in sorted(measures.items()))
        shown = "–" if headline is None else f"{headline:g}"
        rows.append(f"| {name} | {pinned['first'] or 'all'} | {shown} | {rest} |")
    return "\n".join([f"Points of 100, the {part} part of the gate.", "", *rows])


def csv_columns() -> str:
    """The columns of the table, in order."""
    from firsthand.publish.table_csv import COLUMNS

    return ", ".join(f"`{column}`" for column in COLUMNS)


def objects() -> dict[str, Mapping[str, Any]]:
    """Every object of the schemas by its place, with its fields; definitions that both share appear once."""
    found: dict[str, Mapping[str, Any]] = {}
    for name in ("extraction", "record", "geojson"):
        schema = json.loads((ROOT / f"src/firsthand/data/schemas/{name}.json").read_text(encoding="utf-8"))
        found |= dict(_walk(name, schema))
        for title, definition in schema["$defs"].items():
            for place, fields in _walk(title, definition):
                found[place] = {**found.get(place, {}), **fields}
    return found


def _walk(place: str, node: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if "properties" in node:
        yield place, node["properties"]
        for field, inner in node["properties"].items():
            yield from _walk(f"{place}.{field}", inner)
    for key in ("items", "additionalProperties"):
        if isinstance(node.get(key), dict):
            yield from _walk(place, node[key])


def meanings() -> dict[str, dict[str, str]]:
    """What each field means, by object: docs/reference/fields.toml."""
    with (ROOT / "docs/reference/fields.toml").open("rb") as file:
        return tomllib.load(file)


def fields(*places: str) -> str:
    """Tables of the fields of these objects: type from the schema, meaning from fields.toml."""
    known, said = objects(), meanings()
    parts = []
    for place in places:
        about = said[place].get("_", "")
        head = [f"### {place}", "", *([about, ""] if about else [])]
        rows = [*head, "| field | type | meaning |", "| --- | --- | --- |"]
        for field, node in known[place].items():
            rows.append(f"| `{field}` | {_type(node, f'{place}.{field}')} | {said[place].get(field, '')} |")
        parts.append("\n".join(rows))
    return "\n\n".join(parts)


def _type(node: Mapping[str, Any], place: str) -> str:
    if "$ref" in node:
        name = node["$ref"].rsplit("/", 1)[-1]
        return f"[{name}](#{name})" if name in objects() else "id"
    if "const" in node:
        return f"`{node['const']}`"
    if "enum" in node:
        return ", ".join("null" if value is None else f"`{value}`" for value in node["enum"])
    if "anyOf" in node:
        return " or ".join(_type(inner, place) for inner in node["anyOf"])
    if node.get("type") == "array":
        return f"list of {_type(node['items'], place)}"
    if "properties" in node or "additionalProperties" in node:
        return f"[object](#{re.sub(r'[^a-z_-]', '', place)})" if place in objects() else "object"
    kinds_ = node.get("type", "object")
    return " or ".join(kinds_) if isinstance(kinds_, list) else str(kinds_)
