"""Every rule that makes a value has its sentence, which `firsthand why` prints, and no sentence is of a rule that is gone."""

import ast
import re
from collections.abc import Iterator

import firsthand
from firsthand.resources.rules import Rules
from tests.docs.pages import ROOT

EXTRACT = ROOT / "src/firsthand/extract"
CHOICES = ROOT / "src/firsthand/record/choices.py"
RECALLED = ROOT / "src/firsthand/trace/recalled.py"
LLM = ROOT / "src/firsthand/llm/joining.py"
NAME = re.compile(r"[a-z]+(?:_[a-z]+)*\.[a-z_]+")


def named() -> Iterator[str]:
    """Every string that names a rule (a file, a point and a word) in `extract`, for people's choices, and for what recurs."""
    files = [*EXTRACT.glob("*.py"), CHOICES, RECALLED, LLM]
    rooms = {path.stem for path in files} - {LLM.stem} | {"llm"}
    for path in files:
        strings = (
            node.value for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant)
        )
        yield from (s for s in strings if isinstance(s, str) and NAME.fullmatch(s) and s.split(".")[0] in rooms)


def test_every_rule_in_the_source_has_its_sentence() -> None:
    missing = sorted(set(named()) - Rules.open().names)
    assert missing == [], "say in src/firsthand/data/rules.toml what they do"


def test_no_sentence_is_of_a_rule_that_is_gone() -> None:
    assert sorted(Rules.open().names - set(named())) == []


def test_every_rule_that_the_samples_meet_has_its_sentence() -> None:
    known = Rules.open().names
    said = firsthand.extract([ROOT / "samples/reports"])
    met = {
        rule
        for one in said
        for mention in one["mentions"]
        for claim in mention["claims"]
        for rule in claim["by"].split()
    }
    assert len(met) > 10
    assert met <= known


def test_sentences_are_sentences() -> None:
    rules = Rules.open()
    assert all(rules[name][0].isupper() and rules[name].endswith(".") for name in rules.names)
    assert len({rules[name] for name in rules.names}) == len(rules.names), "two rules share a sentence"
