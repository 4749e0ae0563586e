"""Whole runs with a language model: only when asked for, told before, answered once, and the same without the server."""

import json
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import NoReturn

import msgspec
import pytest
from typer.testing import CliRunner

import firsthand
from firsthand.cli.main import app
from firsthand.cli.overview import asked_model
from firsthand.engine.crew import crew
from firsthand.engine.extractor import KIT
from firsthand.engine.frames import Done, Job, receive, send
from firsthand.engine.progress import Tick
from firsthand.engine.worker import serve
from firsthand.errors import FirsthandError, ModelTimeUp, ModelUnreachable, UsageError
from firsthand.llm.opened import Model
from firsthand.model.extraction import Extraction
from firsthand.model.report import Report
from firsthand.plugins.chain import Chain
from firsthand.resources.asking import Asking
from firsthand.resources.kit import Kit
from firsthand.resources.settings import Llm, Settings
from firsthand.resources.supplied import Supplied
from tests import factories
from tests.llm.server import Asked, Reply, claim, event, events, serving

NAMES = ("Kutum", "Kirkuk", "Homs", "Idlib", "Mosul", "Aden")


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "reports"
    folder.mkdir()
    for name in NAMES:
        text = f"2024-12-09\n\nFighters rained fire on a patrol base near {name} on Sunday. Twelve soldiers are dead.\n"
        (folder / f"{name}.txt").write_text(text)
    return folder


def answers(asked: Asked) -> Reply:
    """What a model that reads well says of these reports."""
    [place] = [name for name in NAMES if name in asked.stretch]
    return events(
        event("attack", "rained fire", claim("actor", "Fighters"), claim("place", place), claim("date", "on Sunday"),
              claim("killed", "Twelve soldiers", 12, 12), claim("killed", "Forty soldiers", 40, 40))
    )  # fmt: skip


def build(reports: Path, out: Path, address: str, *, model: str = "invented-7b", workers: int = 1) -> firsthand.Summary:
    return firsthand.build(
        [reports], out, extractors=["llm"], llm_address=address, llm_model=model, workers=workers
    )  # fmt: skip


def test_a_run_asks_once_and_again_without_the_server_gives_the_same_bytes(reports: Path, tmp_path: Path) -> None:
    told: list[Tick] = []
    with serving(answers) as server:
        first = firsthand.build(
            [reports], tmp_path / "a.db", extractors=["llm"], llm_address=server.address, llm_model="invented-7b", workers=1,
            progress=told.append,
        )  # fmt: skip
        asked = len(server.asked)
    assert asked == len(NAMES)
    notices = [(tick.stage, tick.done, tick.notice) for tick in told if tick.notice]
    assert notices == [("extract", 0, f"The text of reports is sent to {server.address} (language model invented-7b).")]
    assert first.llm is not None
    assert (first.llm.calls, first.llm.cached, first.llm.tokens_in, first.llm.tokens_out) == (6, 0, 4200, 540)
    assert first.llm.proposed == first.llm.added + first.llm.known + first.llm.dropped
    assert first.llm.dropped == 6
    again = build(reports, tmp_path / "b.db", "http://127.0.0.1:9/v1")
    assert again.llm is not None
    assert (again.llm.calls, again.llm.cached) == (0, 6)
    assert firsthand.export(tmp_path / "a.db") == firsthand.export(tmp_path / "b.db")
    assert "12" in asked_model(again.llm).replace("6 answered before", "")
    record = json.loads(firsthand.export(tmp_path / "a.db"))
    by = {c["by"] for c in record["claims"] if c["by"].startswith("llm.")}
    assert by
    assert all(one.endswith(" model:invented-7b@1") for one in by)
    with firsthand.open_record(tmp_path / "a.db") as view:
        assert view.verify().fault is None
        why = next(view.why(c["id"]) for c in record["claims"] if c["by"].startswith("llm."))
    assert [rule.what.startswith(("A language model", "The language model")) for rule in why.rules] == [True, True]


def test_without_asking_nothing_is_sent(reports: Path, tmp_path: Path) -> None:
    with serving(answers) as server:
        named = firsthand.build(
            [reports / "Homs.txt"], tmp_path / "a.db", llm_address=server.address, llm_model="invented-7b"
        )
        assert server.asked == []
    assert named.llm is None
    assert b"llm." not in firsthand.export(tmp_path / "a.db")


@pytest.mark.parametrize(("address", "model"), [("", "m"), ("http://127.0.0.1:9/v1", ""), ("nowhere", "m")])
def test_an_extractor_that_knows_no_model_says_so_before_anything_is_read(
    reports: Path, tmp_path: Path, address: str, model: str
) -> None:
    with pytest.raises(UsageError):
        build(reports, tmp_path / "a.db", address, model=model)


def test_the_settings_name_the_model_too_and_the_call_goes_before_them() -> None:
    settings = Settings(llm=Llm(address="http://127.0.0.1:9/v1", model="theirs", price_in=2.0, at_once=3))
    supplied = Supplied(extractors=("llm",), settings=settings, asking=Asking(model="mine"))
    asked = supplied.asked
    assert asked is not None
    assert (asked.address, asked.model, asked.abreast, asked.money(500_000, 7)) == (
        "http://127.0.0.1:9/v1",
        "mine",
        3,
        1.0,
    )
    assert Supplied(settings=settings).asked is None, "named, and not asked for"


def test_a_server_that_goes_away_stops_the_run_and_the_next_goes_on(reports: Path, tmp_path: Path) -> None:
    def failing(asked: Asked) -> Reply:
        return Reply(b"", status=404) if len(server.asked) > 2 else answers(asked)

    with serving(failing) as server, pytest.raises(FirsthandError) as caught:
        build(reports, tmp_path / "a.db", server.address)
    assert caught.value.code == ModelUnreachable.code
    answered = 2
    with serving(answers) as server:
        done = build(reports, tmp_path / "a.db", server.address)
        assert len(server.asked) == len(NAMES) - answered, "what was answered is not asked again"
    assert done.llm is not None
    assert done.failed == 0


def test_a_worker_tells_why_no_further_job_is_of_use() -> None:
    def stopped(_: object) -> NoReturn:
        raise ModelTimeUp("it was asked for 5 seconds", hint="Do this.")

    stopped.digest = "kit_x"  # type: ignore[attr-defined]
    jobs, told = BytesIO(), BytesIO()
    send(jobs, Job(reports=(factories.report("x"),)))
    jobs.seek(0)
    serve(stopped, jobs, told)  # type: ignore[arg-type]
    told.seek(0)
    receive(told)
    done = msgspec.msgpack.decode(receive(told) or b"", type=Done)
    assert (done.code, done.message, done.hint) == (ModelTimeUp.code, "it was asked for 5 seconds", "Do this.")


def test_a_worker_tells_what_was_counted() -> None:
    class Counting:
        digest = "kit_x"

        def __call__(self, reports: Sequence[Report]) -> Iterator[Extraction]:
            return iter([Extraction(report=report.id) for report in reports])

        def spent(self) -> Counter[str]:
            return Counter(calls=2, dropped=5)

    jobs, told = BytesIO(), BytesIO()
    send(jobs, Job(reports=(factories.report("x"),)))
    jobs.seek(0)
    serve(Counting(), jobs, told)
    told.seek(0)
    receive(told)
    done = msgspec.msgpack.decode(receive(told) or b"", type=Done)
    assert (dict(done.spent), done.code, len(done.outcomes)) == ({"calls": 2, "dropped": 5}, None, 1)


def test_a_report_without_an_answer_is_refused_and_asked_about_again(reports: Path, tmp_path: Path) -> None:
    def once(asked: Asked) -> Reply:
        return Reply(b"<html>", type="text/html") if "Homs" in asked.stretch else answers(asked)

    with serving(once) as server:
        first = build(reports, tmp_path / "a.db", server.address)
    assert (first.failed, [r.name for r in first.needs.refused]) == (1, ["Homs.txt"])
    with serving(answers) as server:
        second = build(reports, tmp_path / "a.db", server.address)
        assert len(server.asked) == 1
    assert (second.failed, second.needs.refused) == (0, ())


def test_the_commands_say_where_texts_go_and_who_proposed_what(reports: Path, tmp_path: Path) -> None:
    def said(*arguments: object) -> tuple[str, str]:
        done = CliRunner().invoke(app, [str(one) for one in arguments])
        assert done.exit_code == 0, done.stderr
        return done.stdout, done.stderr

    record = tmp_path / "a.db"
    asking = ("--extractor", "llm", "--llm-model", "invented-7b", "--llm-address")
    with serving(answers) as server:
        out, told = said("build", reports / "Homs.txt", "--out", record, *asking, server.address, "--quiet")
        assert (out, told) == ("", f"The text of reports is sent to {server.address} (language model invented-7b).\n")
        out, told = said("build", reports, "--out", record, *asking, server.address)
    assert told.startswith("The text of reports is sent to")
    assert "Language model invented-7b: 5 calls, 0 answered before, 3500 tokens in, 450 out" in out
    with firsthand.open_record(record) as view:
        claim = next(c for c in view.claims.values() if c.claim.by.startswith("llm.party"))
        incident = next(i.id for i in view.incidents() if any(claim.id in actor.claims for actor in i.actors))
    assert "the outlet itself; proposed by a language model" in said("show", record, incident)[0]
    shown = said("why", record, claim.id)[0]
    assert "llm.party: A language model pointed at the words" in shown
    assert "model:invented-7b@1: The language model that proposed this" in shown


def test_ctrl_c_loses_no_answer(reports: Path, tmp_path: Path) -> None:
    def slow(asked: Asked) -> Reply:
        return answers(asked)._replace(wait=30.0 if len(server.asked) > 3 else 0.0)

    with serving(slow) as server:
        command = [
            sys.executable, "-m", "firsthand", "build", str(reports), "--out", str(tmp_path / "a.db"), "--extractor", "llm",
            "--llm-address", server.address, "--llm-model", "invented-7b", "--quiet",
        ]  # fmt: skip
        with subprocess.Popen(command, stderr=subprocess.PIPE) as running:
            while len(server.asked) < 4 and running.poll() is None:
                time.sleep(0.02)
            running.send_signal(signal.SIGINT)
            running.communicate(timeout=10)
        assert running.returncode == 130
    assert len(list((tmp_path / "cache").rglob("*.json"))) == 3


def test_the_model_is_part_of_what_an_extraction_depends_on(kit: Kit) -> None:
    def digest(**named: str) -> str:
        return Model(Asking(**named), lexicon=kit.lexicon, kinds=kit.kinds, frames=kit.frames).digest  # type: ignore[arg-type]

    one = digest(address="http://127.0.0.1:9/v1", model="one")
    assert one == digest(address="http://127.0.0.1:10/v1", model="one"), "where it is asked says nothing"
    assert one != digest(address="http://127.0.0.1:9/v1", model="two")
    chain = Chain.open(
        Supplied(extractors=("llm",), asking=Asking(address="http://127.0.0.1:9/v1", model="one")), nothing
    )
    assert chain.others == (("llm", "1", "firsthand", firsthand.__version__, one),)


def nothing(report: Report, extraction: Extraction) -> Extraction:
    """An extractor that finds nothing."""
    return extraction


def test_several_reports_are_asked_about_at_once(reports: Path, tmp_path: Path) -> None:
    def slow(asked: Asked) -> Reply:
        return answers(asked)._replace(wait=0.3)

    with serving(slow) as server:
        asking = Asking(address=server.address, model="m", at_once=4)
        hands = crew(KIT, workers=1, reports=4, supplied=Supplied(extractors=("llm",), asking=asking))
        told = [found for found in firsthand.read([reports]) if isinstance(found, Report)]
        [outcomes, rest] = hands.run(told)
        hands.close()
    assert hands.spent["calls"] == len(NAMES)
    assert hands.spent["milliseconds"] >= 6 * 300
    assert [o.report for o in (*outcomes, *rest)] == [r.id for r in told]
    assert all(
        any(c.by.startswith("llm.") for m in o.extraction.mentions for c in m.claims) for o in outcomes if o.extraction
    )
