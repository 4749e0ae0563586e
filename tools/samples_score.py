"""Score a record of the sample reports against samples/expected.json.

    firsthand build samples/reports --out build/samples.db
    firsthand export --format json build/samples.db > build/samples.json
    python3 tools/samples_score.py build/samples.json

The input is `firsthand-record/1`. Prints each fact that is missed and, last, the share of facts that hold. Facts whose
name begins with "always:" are promises: near twins stay apart, what cannot be dated stays undated, a text that tells no
incident yields none, and what is quoted is as long as its span. The others are a measure of quality.
"""

import argparse
import itertools
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # a script sees only its own folder

from tools.samples_match import Json, Names, fold, listed, match, meets, names, place_names, undated  # noqa: E402

Fact = tuple[str, bool]

EXPECTED = ROOT / "samples" / "expected.json"
ALWAYS = "always: "
COUNTS = ("killed", "wounded", "captured", "missing", "killed_or_wounded", "civilian_casualties")
TOLLS = (*COUNTS, "civilian_killed", "civilian_wounded")


def readings(incident: Json, fields: Iterable[str]) -> list[Json]:
    """All readings of these counts."""
    return [r for f in fields for r in incident.get(f) or []]


def same_number(reading: Json, want: Json) -> bool:
    """Whether number, low and high are the wanted ones."""
    return all(reading.get(k) == want[k] for k in ("number", "low", "high"))


def count_facts(incident: Json, want: Json) -> Iterator[Fact]:
    """Each wanted count: its interval, who says it, and whose side the people are on."""
    for field in COUNTS:
        for count in want[field]:
            label = f"{want['id']}: {field} {count['number'] or count['words']!r}"
            given = readings(incident, count.get("fields_accepted", [field]))
            right = [r for r in given if same_number(r, count)]
            yield f"{label} ({count['bound']})", bool(right)
            if count["who_says"]:
                yield (
                    f"{label} is said by {count['who_says'][0]}",
                    any(names(r.get("voices") or [], count["who_says"]) for r in right),
                )
            if count["side"]:
                yield f"{label} counts the {count['side'][0]}", any(r.get("side") in count["side"] for r in right)


def known_numbers(want: Json) -> set[int]:
    """Every number that a toll of this incident may carry."""
    counts = [c for field in COUNTS for c in want[field]]
    stated = {c[k] for c in counts for k in ("number", "low", "high")} | {a["number"] for a in want["also_right"]}
    return (stated | {0}) - {None}


def no_strange_toll(incident: Json, want: Json) -> bool:
    """Whether no toll carries a number that no report gives for this incident."""
    given = {r.get(k) for r in readings(incident, TOLLS) for k in ("number", "low", "high")}
    return given - {None} <= known_numbers(want)


def who_facts(incident: Json, want: Json) -> Iterator[Fact]:
    """Actors, targets, victims and weapons: those wanted, and nobody else as actor."""
    for field, fields in (
        ("actors", ("actors",)),
        ("targets", ("targets", "victims")),
        ("victims", ("victims", "targets")),
        ("weapons", ("weapons",)),
    ):
        for accepted in want[field]:
            one = accepted if isinstance(accepted, str) else accepted[0]
            yield f"{want['id']}: {field} {one}", names(listed(incident, *fields), accepted)
    allowed = [*want["actors"], *want["actors_optional"]]
    strange = [a for a in listed(incident, "actors") if not any(names([a], ok) for ok in allowed)]
    yield f"{want['id']}: no strange actor", bool(incident) and not strange


def source_facts(incident: Json, want: Json, names_of: Names) -> Iterator[Fact]:
    """Who it goes back to, how many are independent, where they differ, and what is still open."""
    low, high = want["independent_sources_accepted"]
    for accepted in want["origins"]:
        yield f"{want['id']}: origin {accepted[0]}", names(listed(incident, "origins"), accepted)
    yield f"{want['id']}: {low} to {high} independent sources", low <= incident.get("independent_sources", -1) <= high
    for differ in want["discrepancies"]:
        holds = any(
            d["kind"] in differ["kind"] and (differ["field"] is None or d["field"] in differ["field"])
            for d in incident.get("discrepancies", [])
        )
        yield f"{want['id']}: {'/'.join(differ['kind'])}: {differ['what']}", holds
    for left in want["open"]:
        holds = any(names_of(o["report"]) == left["report"] for o in incident.get("open", []))
        yield f"{want['id']}: open: {left['what']}", holds


def incident_facts(incident: Json, want: Json, names_of: Names) -> Iterator[Fact]:
    """What is expected of one incident; an empty `incident` holds none of it."""
    name = want["id"]
    yield f"{name}: is on record", bool(incident)
    yield f"{name}: kind {want['kind']}", fold(incident.get("kind")) in map(fold, want["kinds_accepted"])
    yield f"{name}: status {want['status']}", incident.get("status") == want["status"]
    yield f"{name}: main reports", names_of.told(incident, "main") == set(want["reports_main"])
    for report in want["reports_mentioning"]:
        yield f"{name}: recalled in {report}", report in names_of.told(incident, "background")
    when = incident.get("date") or {}
    dated = meets(when, *want["date"].split("/")) if want["date"] else undated(when)
    yield f"{name}: date {want['date']}", bool(incident) and dated
    yield f"{name}: place {want['places'][0]}", names(place_names(incident), want["places"])
    countries = {p.get("country") for p in incident.get("places") or []} - {None}
    yield f"{name}: country {want['country']}, no other", countries == {want["country"]}
    yield from who_facts(incident, want)
    yield from count_facts(incident, want)
    yield f"{name}: no strange toll", bool(incident) and no_strange_toll(incident, want)
    yield from source_facts(incident, want, names_of)


def promise_facts(record: Json, expected: Json, names_of: Names) -> Iterator[Fact]:
    """What must hold however good or bad the reading of the texts is."""
    incidents = record.get("incidents", [])
    reports = {want["id"]: set(want["reports_main"]) for want in expected["incidents"]}
    for one, other in expected["near_twins"]:
        merged = [i for i in incidents if all(names_of.told(i, "main") & reports[twin] for twin in (one, other))]
        yield f"{ALWAYS}{one} and {other} are apart", not merged
    for name in expected["no_incident"]:
        yield f"{ALWAYS}{name} tells no incident", not any(name in names_of.told(i) for i in incidents)
    published = {names_of(r["name"]): r.get("published") or {} for r in record.get("reports", [])}
    for name, report in expected["reports"].items():
        yield f"{ALWAYS}{name} is in the record", name in published
        if report["published"]["start"] is None:
            yield f"{ALWAYS}{name} stays undated", undated(published.get(name, {}))
            # An incident that only undated reports tell has no day either.
            told = [i for i in incidents if names_of.told(i, "main") == {name}]
            yield f"{ALWAYS}incidents of {name} stay undated", all(undated(i.get("date") or {}) for i in told)
    spans = [c["span"] for c in record.get("claims", [])]
    yield f"{ALWAYS}what is quoted is as long as its span", all(s["end"] - s["start"] == len(s["quote"]) for s in spans)


def report_facts(record: Json, expected: Json, names_of: Names) -> Iterator[Fact]:
    """When each report appeared, and whether it says so itself."""
    published = {names_of(r["name"]): r.get("published") or {} for r in record.get("reports", [])}
    for name, report in expected["reports"].items():
        want, got = report["published"], published.get(name, {})
        if want["start"]:
            slack = 0 if want["stated"] else 3
            yield f"{name}: published {want['start']}/{want['end']}", meets(got, want["start"], want["end"], slack)
        yield f"{name}: basis", bool(got) and (got.get("basis") == "stated") == want["stated"]


def outside_facts(record: Json, expected: Json, names_of: Names) -> Iterator[Fact]:
    """Older events stay background, page furniture stays out, and nothing is told that the reports do not tell."""
    incidents = record.get("incidents", [])
    main = [i for i in incidents if i.get("role", "main") == "main"]
    for old in expected["background"]:
        start, end = old["date"].split("/")
        held = [i for i in incidents if i not in main and names_of.told(i) & set(old["reports"])]
        yield f"background: {old['what']}", any(meets(i.get("date") or {}, start, end) for i in held)
        yield f"not news: {old['what']}", not any(meets(i.get("date") or {}, start, end) for i in main)
    for nothing in expected["not_an_incident"]:
        for place in nothing.get("places", []):
            yield f"no incident at {place}", not any(names(place_names(i), place) for i in incidents)
    limit = len(expected["incidents"]) + 2
    yield f"at most {limit} main incidents (there are {len(main)})", 0 < len(main) <= limit


def pairs(reports: Iterable[str]) -> set[frozenset[str]]:
    """Every two of these."""
    return {frozenset(pair) for pair in itertools.combinations(sorted(set(reports)), 2)}


def lineage_facts(record: Json, expected: Json, names_of: Names) -> Iterator[Fact]:
    """Who repeats whom: each known copy, and none between reports that tell nothing in common."""
    groups = [{names_of(r) for r in line["reports"]} for line in record.get("lineages", [])]
    for want in expected["lineage"]:
        yield f"lineage: {want['origin']}", any(set(want["reports"]) <= g for g in groups)
    allowed = {p for i in expected["incidents"] for p in pairs([*i["reports_main"], *i["reports_mentioning"]])}
    allowed |= {p for want in [*expected["lineage"], *expected["lineage_optional"]] for p in pairs(want["reports"])}
    linked = {p for g in groups for p in pairs(g)}
    yield "no lineage between reports with nothing in common", bool(linked) and linked <= allowed


def quotation_facts(record: Json, expected: Json, names_of: Names) -> Iterator[Fact]:
    """The misquotation is found, and no other is claimed."""
    given = [(q["speaker"], {names_of(v["report"]) for v in q["versions"]}) for q in record["quotations_that_differ"]]
    for want in expected["quotations_that_differ"]:
        last = want["speaker"].split()[-1]
        holds = any(names([speaker or ""], last) and where >= set(want["reports"]) for speaker, where in given)
        yield f"{want['speaker']} is quoted in two wordings", holds
    known = [set(want["reports"]) for want in expected["quotations_that_differ"]]
    yield "no other quotation is said to differ", bool(given) and all(where in known for _, where in given)


def whole_facts(record: Json, expected: Json) -> Iterator[Fact]:
    """Standing figures and entities, over all reports."""
    for want in expected["figures"]:
        numbers = {v["value"] for v in want["values"]}
        holds = any(
            numbers <= {r["number"] for r in f["readings"]} and f["kind"] == want["kind"] for f in record["figures"]
        )
        yield f"figure: {want['subject']}, {want['where']}", holds
    entities = [{fold(n) for n in (e["name"], *e.get("also", []))} for e in record["entities"]]
    for same in expected["same_entity"]:
        yield f"one entity: {' = '.join(same)}", any(set(map(fold, same)) <= e for e in entities)
    firsts = {fold(same[0]) for same in expected["same_entity"]}
    yield "no entity mixes two", bool(entities) and not any(len(firsts & e) > 1 for e in entities)


def facts(record: Json, expected: Json) -> list[Fact]:
    """Every expected fact of the samples, and whether the record (`firsthand-record/1`) holds it."""
    names_of = Names(record)
    found = match(record, expected, names_of)
    rows = list(promise_facts(record, expected, names_of))
    for want in expected["incidents"]:
        rows += incident_facts(found.get(want["id"], {}), want, names_of)
    rows += report_facts(record, expected, names_of)
    rows += outside_facts(record, expected, names_of)
    rows += lineage_facts(record, expected, names_of)
    rows += quotation_facts(record, expected, names_of)
    rows += whole_facts(record, expected)
    return rows


def share(rows: Sequence[Fact]) -> float:
    """Share of the facts that hold, from 0 to 1."""
    return sum(holds for _, holds in rows) / len(rows)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what is missed and the share that holds; 0 where all do."""
    parser = argparse.ArgumentParser(description="Score a record of the sample reports.")
    parser.add_argument("record", type=Path, help="the record as JSON (firsthand export --format json)")
    parser.add_argument("--expected", type=Path, default=EXPECTED, help="facts to hold it against")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead")
    options = parser.parse_args(arguments)
    record: Json = json.loads(options.record.read_text(encoding="utf-8"))
    rows = facts(record, json.loads(options.expected.read_text(encoding="utf-8")))
    missed = [what for what, holds in rows if not holds]
    if options.json:
        print(json.dumps({"facts": len(rows), "held": len(rows) - len(missed), "missed": missed}, ensure_ascii=False))
    else:
        for what in missed:
            print("missed:", what)
        print(f"{len(rows) - len(missed)} of {len(rows)} facts hold ({share(rows):.1%})")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
