"""Which files are read, under which names, and what the whole yields."""

import json
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from firsthand import api
from firsthand.errors import NoSuchPath, NothingToRead
from firsthand.model.base import sha256
from firsthand.model.report import Refusal, Report, report_id
from firsthand.pipeline import extract_all
from firsthand.read import Limits, read_paths
from tests import factories

SAID = "Northmen shelled Oldford on 2024-03-04, killing 4 (Hill Monitor)."
ARABIC = "قتل ثلاثة رعاة في هجوم على قرية شرقي البلاد يوم الثلاثاء بحسب ما قال سكان محليون"


def read(*paths: Path, limits: Limits | None = None) -> list[tuple[Report, bytes] | Refusal]:
    """Everything under the paths."""
    return list(read_paths(paths, read_on=date(2025, 1, 1), limits=limits or Limits()))


def names(found: list[tuple[Report, bytes] | Refusal]) -> list[str]:
    return [item.subject if isinstance(item, Refusal) else item[0].name for item in found]


def test_files_of_folders_are_sorted_and_named_from_the_folder(tmp_path: Path) -> None:
    for name in ("b/z.txt", "b/a.MD", "a.txt", "c.pdf", "b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(SAID)
    assert names(read(tmp_path)) == ["a.txt", "b.txt", "b/a.MD", "b/z.txt"]
    assert names(read(tmp_path / "b/z.txt", tmp_path / "b")) == ["z.txt", "a.MD", "z.txt"]
    assert names(read(tmp_path / "c.pdf")) == ["c.pdf"]


def test_paths_that_are_not_there_and_folders_without_reports(tmp_path: Path) -> None:
    with pytest.raises(NoSuchPath):
        read_paths([tmp_path / "none"], read_on=date(2025, 1, 1))
    with pytest.raises(NothingToRead):
        read_paths([tmp_path], read_on=date(2025, 1, 1))


def test_links_in_circles_end_and_no_folder_is_read_twice(tmp_path: Path) -> None:
    (tmp_path / "deep/er").mkdir(parents=True)
    (tmp_path / "deep/er/a.txt").write_text(SAID)
    (tmp_path / "deep/er/up").symlink_to(tmp_path)
    (tmp_path / "again").symlink_to(tmp_path / "deep")
    outside = tmp_path.with_name(tmp_path.name + "-outside")
    outside.mkdir()
    (outside / "b.txt").write_text(SAID)
    (tmp_path / "out").symlink_to(outside)
    assert names(read(tmp_path)) == ["deep/er/a.txt", "out/b.txt"]


def test_a_broken_line_is_refused_by_its_number_and_the_rest_is_read(tmp_path: Path) -> None:
    good, other = json.dumps({"text": SAID, "published": "2024-03-05"}), json.dumps({"body": SAID + " Again."})
    path = tmp_path / "week.jsonl"
    path.write_text(f'{good}\n\n{{"text": "cut of\n{json.dumps({"no": 1})}\r\n{other}', newline="")
    found = read(path)
    assert names(found) == ["week.jsonl#1", "week.jsonl", "week.jsonl", "week.jsonl#5"]
    refused = [item for item in found if isinstance(item, Refusal)]
    assert [(item.line, item.code) for item in refused] == [(3, "E507"), (4, "E508")]
    first, raw = cast(tuple[Report, bytes], found[0])
    assert raw == good.encode()
    assert first.id == report_id(sha256(raw))
    assert [stamp.day for stamp in first.stamps] == [date(2024, 3, 5)]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_json_lines_in_other_encodings(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(
        "\r\n".join(json.dumps({"text": f"{SAID} é{n}"}, ensure_ascii=False) for n in (1, 2)).encode(encoding)
    )
    found = read(path)
    assert names(found) == ["a.jsonl#1", "a.jsonl#2"]
    assert [cast(tuple[Report, bytes], item)[0].text for item in found] == [f"{SAID} é1", f"{SAID} é2"]


def test_files_and_lines_above_the_ceiling(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SAID * 50)
    line = json.dumps({"text": SAID})
    (tmp_path / "b.jsonl").write_text(f"{line}\n{json.dumps({'text': SAID * 50})}\n{line}\n")
    found = read(tmp_path, limits=Limits(file_bytes=len(line) + 5))
    assert names(found) == ["a.txt", "b.jsonl#1", "b.jsonl", "b.jsonl#3"]
    assert [(i.code, i.line) for i in found if isinstance(i, Refusal)] == [("E504", None), ("E504", 2)]
    (refused,) = read(tmp_path / "a.txt", limits=Limits(report_characters=100))
    assert isinstance(refused, Refusal)
    assert refused.code == "E504"


def test_two_files_with_the_same_bytes_are_one_report_under_both_names(tmp_path: Path) -> None:
    for name in ("one/a.txt", "two/a.txt", "two/b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(SAID if name != "two/a.txt" else SAID.replace("4 (", "5 ("))
    summary = api.build(
        [tmp_path / "one", tmp_path / "two"], tmp_path / "r.db", read_on=factories.READ_ON, extractor=factories.IDIOM
    )
    assert (summary.read, summary.again, summary.reports) == (3, 1, 2)
    reports = json.loads(api.export(tmp_path / "r.db"))["reports"]
    assert sorted(len(report["names"]) for report in reports) == [1, 2]
    assert len({name for report in reports for name in report["names"]}) == 3


def test_a_report_in_another_language_is_kept_named_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARABIC, encoding="utf-8")
    summary = api.build([tmp_path], tmp_path / "r.db", read_on=factories.READ_ON, extractor=factories.IDIOM)
    assert summary.languages == {"ar": 1}
    assert [(one.name, one.language) for one in summary.needs.foreign] == [("a.txt", "ar")]
    ((report, _),) = cast(list[tuple[Report, bytes]], read(tmp_path / "a.txt"))
    no_words = SimpleNamespace(parser=SimpleNamespace(pipe=lambda texts: iter(list(texts))))
    (extraction,) = extract_all([report], cast(Any, no_words))
    assert not extraction.mentions
    assert not extraction.names
