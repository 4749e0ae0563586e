"""Files made to harm whoever reads them, and places where files should not be."""

import json
import os
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from firsthand import api
from firsthand.model.report import Refusal, Report
from firsthand.publish.table_csv import table_csv
from firsthand.read import Limits, read_paths
from firsthand.read import child as child_module
from firsthand.read.child import Child
from firsthand.read.limits import DEFAULT
from firsthand.read.page import Job
from firsthand.resources.kinds import Kinds
from tests import factories

SAID = "Two herders were killed near Brill on Tuesday, and the mayor said that more were missing. "
IDIOM = "Northmen shelled Oldford on 2024-03-04, killing 4 (Hill Monitor)."
DAY = date(2025, 1, 1)


def one(path: Path, source: str | bytes, limits: Limits = DEFAULT) -> Report | Refusal:
    """What a file with this content gives."""
    path.write_bytes(source if isinstance(source, bytes) else source.encode())
    (found,) = read_paths([path], read_on=DAY, limits=limits)
    return found if isinstance(found, Refusal) else found[0]


def code(found: Report | Refusal) -> str:
    assert isinstance(found, Refusal), found
    return found.code


def text(found: Report | Refusal) -> str:
    assert isinstance(found, Report), found
    return found.text


@pytest.mark.parametrize(
    ("source", "refused"),
    [
        ("<div>" * 100_000 + SAID + "</div>" * 100_000, "E509"),
        ("<table><tr><td>" * 200 + SAID, "E509"),
        ("<p>a</p>" * 250_000, "E509"),
        ("<!--" * 100_000 + SAID, "E506"),
        ("<p>" + "x" * 11_000_000, "E504"),
    ],
    ids=["nested", "tables", "many", "comments", "large"],
)
def test_pages_that_blow_up_are_refused_whole(source: str, refused: str, tmp_path: Path) -> None:
    assert code(one(tmp_path / "a.html", f"<html><body>{source}")) == refused


@pytest.mark.parametrize(
    "source",
    [
        "&amp;" * 300_000 + SAID, "<" * 300_000 + " " + SAID,
        "<script type='application/ld+json'>" + "[" * 100_000 + "</script><p>" + SAID,
        "<p class='" + "cookie " * 50_000 + "'>" + SAID,
    ],
    ids=["entities", "brackets", "json-ld", "class"],
)  # fmt: skip
def test_pages_that_only_look_dangerous_are_read(source: str, tmp_path: Path) -> None:
    assert SAID.strip() in text(one(tmp_path / "a.html", f"<html><body>{source}"))


def test_entities_are_not_expanded_and_no_file_is_fetched(tmp_path: Path) -> None:
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "lol"}">' for n in range(12))
    secret = tmp_path / "secret"
    secret.write_text("the password")
    page = f"<p>{SAID}&a11; &leak;</p><p>{SAID}</p>"
    kinds = f'<!DOCTYPE html [{levels}<!ENTITY leak SYSTEM "{secret.as_uri()}">]>'
    words = text(one(tmp_path / "a.xhtml", f'<?xml version="1.0"?>{kinds}<html><body>{page}</body></html>'))
    assert SAID.strip() in words
    assert "lol" not in words.split("missing.", 1)[1]
    assert "password" not in words
    assert len(words) < 2000


def test_scripts_and_styles_are_no_words(tmp_path: Path) -> None:
    source = (
        f"<html><body><article><p>{SAID}</p><script>killed=99</script><style>p::after {{content: 'killed 98'}}</style>"
        f"<p onmouseover=\"alert('killed 97')\">{SAID}</p><svg><script>killed=96</script></svg><noscript>killed 95</noscript>"
        "<p style='color:red; display: none'>killed 94</p>"
        "</article></body></html>"
    )
    words = text(one(tmp_path / "a.html", source))
    assert not [number for number in range(94, 100) if str(number) in words]


def test_signs_without_width_and_of_direction_stay_in_the_text(tmp_path: Path) -> None:
    source = f"\u202e{SAID}\u200b\u2066\u00ad\u2069"
    assert text(one(tmp_path / "a.txt", source)) == source


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.json"])
def test_a_megabyte_on_one_line(name: str, tmp_path: Path) -> None:
    words = (SAID * 12_000)[:1_000_000]
    source = {"a.html": f"<html><body><p>{words}</p></body></html>", "a.json": json.dumps({"text": words})}.get(
        name, words
    )
    assert len(text(one(tmp_path / name, source))) > 999_000


def test_fifty_megabytes_are_refused_without_reading_them(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    started = time.perf_counter()
    (found,) = read_paths([path], read_on=DAY)
    assert isinstance(found, Refusal)
    assert (found.code, "50000000" in found.reason) == ("E504", True)
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize("mark", ["*", "_a ", "[", "[a](", "`", "<!--", "> ", "|", "~~", "!["])
def test_marks_by_the_thousand(mark: str, tmp_path: Path) -> None:
    started = time.perf_counter()
    found = one(tmp_path / "a.md", (mark * 5_000)[:15_000] + f"\n\n{SAID}\n" + mark * 50_000)
    assert SAID.strip() in text(found)
    assert time.perf_counter() - started < 10


def test_encodings_gone_wrong(tmp_path: Path) -> None:
    mixed = "the mayor’s café, ".encode() + b"the mayor\x92s caf\xe9, " + b"\xff\xfe" + SAID.encode()
    assert text(one(tmp_path / "a.txt", mixed)).count("the mayor’s café") == 2
    assert text(one(tmp_path / "b.txt", SAID.encode("utf-16-le"))) == SAID
    assert text(one(tmp_path / "c.txt", SAID.replace(" ", "\0", 1).encode())) == SAID
    assert code(one(tmp_path / "d.txt", os.urandom(4000))) == "E505"


@pytest.mark.parametrize("source", ["[" * 1_000_000, '{"text":' + '{"a":' * 100_000, '{"text": 1}', '{"text": "a'])
def test_json_that_is_broken_or_endless(source: str, tmp_path: Path) -> None:
    assert code(one(tmp_path / "a.json", source)) in ("E507", "E508")
    assert code(one(tmp_path / "a.jsonl", source)) in ("E507", "E508")


def test_pipes_devices_and_links_to_them_are_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.jsonl").symlink_to("/dev/zero")
    (tmp_path / "c.txt").symlink_to("nowhere")
    (tmp_path / "d.txt").write_text(SAID)
    found = list(read_paths([tmp_path], read_on=DAY))
    assert [item.code if isinstance(item, Refusal) else item[0].name for item in found] == [
        "E503",
        "E503",
        "E502",
        "d.txt",
    ]
    (given,) = read_paths([tmp_path / "a.txt"], read_on=DAY)
    assert isinstance(given, Refusal)


def test_files_and_folders_that_vanish_between_listing_and_reading(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text(SAID)
    (tmp_path / "in/b.jsonl").write_text("{}")
    (tmp_path / "c.txt").write_text(SAID)
    found = read_paths([tmp_path], read_on=DAY)
    (tmp_path / "in/a.txt").unlink()
    (tmp_path / "in/b.jsonl").unlink()
    (tmp_path / "in").rmdir()
    assert [i.code if isinstance(i, Refusal) else i[0].name for i in found] == ["c.txt", "E502", "E502"]


def test_files_and_folders_that_may_not_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shut").mkdir()
    for name in ("a.txt", "b.txt", "shut/c.txt"):
        (tmp_path / name).write_text(SAID)

    def refusing(real: Callable[..., object], word: str) -> Callable[..., object]:
        def call(path: object, *rest: object, **named: object) -> object:
            if str(path).endswith(word):
                raise PermissionError(13, "Permission denied", str(path))
            return real(path, *rest, **named)

        return call

    monkeypatch.setattr(os, "open", refusing(os.open, "a.txt"))
    monkeypatch.setattr(os, "scandir", refusing(os.scandir, "shut"))
    found = list(read_paths([tmp_path], read_on=DAY))
    assert [(i.subject, i.code) if isinstance(i, Refusal) else i[0].name for i in found] == [
        ("a.txt", "E501"), "b.txt", ("shut", "E501"),
    ]  # fmt: skip


def test_names_of_files_break_no_output(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number, name in enumerate(
        (b"a\nb.txt", b"c\x1b[31m\x07.txt", b"d\xff.txt", "e\u202ef.txt".encode(), b'=1+"2,3.txt')
    ):
        (folder / os.fsdecode(name)).write_text(IDIOM.replace("killing 4", f"killing {number + 4}"))
    api.build([folder], tmp_path / "r.db", read_on=factories.READ_ON, extractor=factories.IDIOM)
    exported = json.loads(api.export(tmp_path / "r.db"))
    assert sorted(report["name"] for report in exported["reports"]) == [
        '=1+"2,3.txt', "a\nb.txt", "c\x1b[31m\x07.txt", "d\\udcff.txt", "e\u202ef.txt",
    ]  # fmt: skip
    with api.open_record(tmp_path / "r.db") as view:
        assert table_csv(view.folded, Kinds.open()).encode()


def job(source: str, **ceilings: float) -> Job:
    limits = Limits(**ceilings)  # type: ignore[arg-type]
    return Job(format="html", raw=source.encode(), limits=limits)


def test_a_process_that_hangs_is_killed_and_the_next_file_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child_module, "START_SECONDS", 0.0)
    slow = "<html><body><p " + " ".join(f"a{n}=1" for n in range(60_000)) + f">{SAID}</p>"
    with Child() as child:
        (flaw,) = child.unwrap(job(slow, seconds=0.6)).flaws
        assert flaw.code == "E511"
        (page,) = child.unwrap(job(f"<p>{SAID}</p>")).pages
        assert page.text == SAID.strip()


def test_a_process_that_dies_or_runs_out_of_memory_is_replaced() -> None:
    with Child() as child:
        first = child.unwrap(job(f"<p>{SAID}</p>"))
        process = child._process
        assert process is not None
        process.kill()
        process.wait()
        assert child.unwrap(job(f"<p>{SAID}</p>")) == first  # whoever killed it, it was not this file: another is asked
        starved = child.unwrap(job("<p>word word</p>" * 60_000, memory_bytes=150_000_000))
        assert [flaw.code for flaw in starved.flaws] == ["E510"]
        assert child.unwrap(job(f"<p>{SAID}</p>")) == first


def test_one_process_serves_many_files_and_ends_with_the_reading(tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / f"{number:02}.html").write_text(f"<html><body><article><p>{SAID * 4}</p></article></body></html>")
    with Child() as child:
        child.unwrap(job("<p>a</p>"))
        process = child._process
        for number in range(5):
            child.unwrap(job(f"<p>{number} men</p>"))
        assert child._process is process
    assert process is not None
    assert process.poll() is not None
    assert len(list(read_paths([tmp_path], read_on=DAY))) == 20


def test_nothing_is_imported_from_the_folder_one_stands_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "trafilatura.py").write_text("raise SystemExit")
    (tmp_path / "msgspec.py").write_text("raise SystemExit")
    monkeypatch.chdir(tmp_path)
    assert text(one(tmp_path / "a.html", f"<html><body><p>{SAID}</p></body></html>")) == SAID.strip()
