"""The samples agree with their answers, and the scorer tells a right record from a wrong one."""

import copy
import html
import json
import re
from pathlib import Path
from typing import Any

import pytest

from firsthand.resources.kinds import Kinds
from tools.samples_score import ALWAYS, COUNTS, facts, main, share

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
EXPECTED: Path = SAMPLES / "expected.json"
# Days that stand for "no day": the ends of an open interval.
OPEN = {"earliest": None, "latest": None}


def answers() -> dict[str, Any]:
    """The expected record."""
    read: dict[str, Any] = json.loads(EXPECTED.read_text(encoding="utf-8"))
    return read


def report_text(name: str) -> str:
    """The words of one report."""
    file, _, line = name.partition("#")
    text = (SAMPLES / "reports" / file).read_text(encoding="utf-8")
    if line:
        row = json.loads(text.splitlines()[int(line) - 1])
        return f"{row['title']}\n{row['text']}"
    return html.unescape(re.sub(r"<[^<>]{1,2000}>", " ", text)) if file.endswith(".html") else text


def first(accepted: str | list[str]) -> str:
    """The answer we would give ourselves."""
    return accepted if isinstance(accepted, str) else accepted[0]


def interval(text: str | None, basis: str = "stated") -> dict[str, Any]:
    """A day or range as the record writes it."""
    ends = dict(zip(("earliest", "latest"), text.split("/"), strict=True)) if text else OPEN
    return {**ends, "basis": basis if text else "unknown"}


def reading(count: dict[str, Any]) -> dict[str, Any]:
    """A count as the record writes it."""
    said = {k: count[k] for k in ("number", "low", "high", "who")}
    voices = [first(count["who_says"])] if count["who_says"] else []
    return {**said, "side": (count["side"] or ["unknown"])[0], "voices": voices}


def incident(want: dict[str, Any]) -> dict[str, Any]:
    """The incident that a flawless program puts on record."""
    return {
        "id": f"inc_{want['id']}", "kind": want["kind"], "status": want["status"], "role": "main",
        "date": interval(want["date"]),
        "places": [{"name": want["places"][0], "country": want["country"], "as_written": []}],
        **{f: [{"name": first(a)} for a in want[f]] for f in ("actors", "targets", "victims", "weapons")},
        **{f: [reading(c) for c in want[f]] for f in COUNTS},
        "reports": [
            *({"name": n, "role": "main"} for n in want["reports_main"]),
            *({"name": n, "role": "background"} for n in want["reports_mentioning"]),
        ],
        "origins": [{"name": first(a)} for a in want["origins"]],
        "independent_sources": want["independent_sources"],
        "discrepancies": [{"field": (d["field"] or ["actor"])[0], "kind": d["kind"][0]} for d in want["discrepancies"]],
        "open": [{"what": o["what"], "report": o["report"]} for o in want["open"]],
    }  # fmt: skip


def flawless() -> dict[str, Any]:
    """A record that says all that is expected and nothing else."""
    expected = answers()
    old = expected["background"][0]
    recalled = {
        "id": "inc_old", "kind": "killing", "role": "background", "date": interval(old["date"]), "places": [],
        "reports": [{"name": n, "role": "background"} for n in old["reports"]], "origins": [],
    }  # fmt: skip
    reports = []
    for name, report in expected["reports"].items():
        said = report["published"]
        span = f"{said['start']}/{said['end']}" if said["start"] else None
        reports.append({"name": name, "published": interval(span, "stated" if said["stated"] else "inferred")})
    return {
        "incidents": [*map(incident, expected["incidents"]), recalled],
        "claims": [{"span": {"start": 3, "end": 7, "quote": "four"}}],
        "reports": reports,
        "lineages": [{"reports": line["reports"]} for line in expected["lineage"]],
        "quotations_that_differ": [
            {"speaker": q["speaker"], "versions": [{"report": r} for r in q["reports"]]}
            for q in expected["quotations_that_differ"]
        ],
        "figures": [
            {"kind": f["kind"], "readings": [{"number": v["value"]} for v in f["values"]]} for f in expected["figures"]
        ],
        "entities": [{"name": same[0], "also": same[1:]} for same in expected["same_entity"]],
    }


def missed(record: dict[str, Any]) -> list[str]:
    """What the scorer does not find."""
    return [what for what, holds in facts(record, answers()) if not holds]


def by_id(record: dict[str, Any], name: str) -> dict[str, Any]:
    """One incident of the flawless record."""
    found: dict[str, Any] = next(i for i in record["incidents"] if i["id"] == f"inc_{name}")
    return found


def test_a_flawless_record_holds_every_fact() -> None:
    assert missed(flawless()) == []


def test_an_empty_record_holds_next_to_nothing() -> None:
    empty: dict[str, Any] = {key: [] for key in flawless()}
    assert share(facts(empty, answers())) < 0.05


@pytest.mark.parametrize(("one", "other"), answers()["near_twins"])
def test_merging_near_twins_breaks_a_promise(one: str, other: str) -> None:
    record = flawless()
    by_id(record, one)["reports"] += by_id(record, other)["reports"]
    assert f"{ALWAYS}{one} and {other} are apart" in missed(record)


def test_lending_a_day_to_the_undated_breaks_a_promise() -> None:
    record = flawless()
    by_id(record, "daquq-raid-undated")["date"] = interval("2026-01-24/2026-01-24")
    assert f"{ALWAYS}incidents of sample-08-tigris-evening-post.txt stay undated" in missed(record)
    row = next(r for r in record["reports"] if r["name"].startswith("sample-08"))
    row["published"] = interval("2026-01-24/2026-01-30", "inferred")
    assert f"{ALWAYS}sample-08-tigris-evening-post.txt stays undated" in missed(record)


def test_an_incident_from_the_text_that_tells_none_breaks_a_promise() -> None:
    record = flawless()
    record["incidents"][0]["reports"].append({"name": answers()["no_incident"][0], "role": "background"})
    assert any(what.startswith(ALWAYS) for what in missed(record))


def test_a_number_from_elsewhere_is_a_strange_toll() -> None:
    record = flawless()
    gendarmes = by_id(record, "tera-gendarmes-ambush")
    gendarmes["killed"].append({**copy.deepcopy(gendarmes["killed"][0]), "number": 17, "low": 17, "high": 17})
    assert missed(record) == ["tera-gendarmes-ambush: no strange toll"]


def test_lines_of_a_file_may_be_numbered_in_any_way() -> None:
    text = json.dumps(flawless())
    for first_line, second_line in (("jsonl:1", "jsonl:2"), ("jsonl#0", "jsonl#1"), ("jsonl[7]", "jsonl[10]")):
        assert missed(json.loads(text.replace("jsonl#1", first_line).replace("jsonl#2", second_line))) == []


def test_the_command_prints_what_is_missed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = flawless()
    record["figures"] = []
    path = tmp_path / "record.json"
    path.write_text(json.dumps(record), encoding="utf-8")
    assert main([str(path)]) == 1
    said = capsys.readouterr().out
    assert said.startswith("missed: figure: soldiers")
    assert "facts hold (" in said


def test_every_expected_count_stands_in_its_reports() -> None:
    for want in answers()["incidents"]:
        for count in (c for field in COUNTS for c in want[field]):
            assert any(count["words"] in report_text(name) for name in count["reports"]), (want["id"], count["words"])


def test_expected_kinds_are_in_the_vocabulary() -> None:
    kinds = Kinds.open()
    for want in answers()["incidents"]:
        assert {want["kind"], *want["kinds_accepted"]} <= set(kinds.names), want["id"]


def test_reports_answers_and_readme_name_the_same_files() -> None:
    files = {path.name for path in (SAMPLES / "reports").iterdir()}
    assert {name.split("#")[0] for name in answers()["reports"]} == files
    readme = (SAMPLES / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"`(sample-[\w.-]{1,60})`", readme)) - {"sample-"} == files
