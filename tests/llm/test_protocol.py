"""The server at the other end: what is sent to it, and whatever it does."""

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from firsthand.errors import ModelFailed, ModelTimeUp, ModelUnreachable, UsageError
from firsthand.llm.client import Client
from firsthand.llm.opened import Model
from firsthand.model.extraction import Extraction
from firsthand.model.report import Report
from firsthand.pipeline import extract_all
from firsthand.resources.asking import Asking, checked
from firsthand.resources.kit import Kit
from tests import factories
from tests.llm.conftest import Ask
from tests.llm.server import Asked, Reply, claim, completion, event, events, serving

TEXT = "Fighters rained fire on a patrol base near Kutum on Tuesday, residents said.\n"
GOOD = event("attack", "rained fire", claim("actor", "Fighters"))
KEY = "sk-invented-never-shown"
ModelAt = Callable[..., Model]


@pytest.fixture(scope="module")
def told(kit: Kit) -> tuple[Report, Extraction]:
    report = factories.report(TEXT)
    [own] = extract_all([report], kit)
    return report, own


@pytest.fixture(autouse=True)
def a_full_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys and settings of other services, none of which may leave."""
    for name in ("API_KEY", "ADMIN_KEY", "ORG_ID", "PROJECT_ID", "WEBHOOK_SECRET"):
        monkeypatch.setenv(f"OPENAI_{name}", "leak")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/leak")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Other: leak\nAuthorization: Bearer leak")
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.delenv("FIRSTHAND_LLM_KEY", raising=False)


def test_only_what_is_needed_leaves(
    told: tuple[Report, Extraction], model_at: ModelAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FIRSTHAND_LLM_KEY", KEY)
    with serving(lambda _: events(GOOD)) as server, closing(model_at(server.address)) as model:
        model(*told)
    [asked] = server.asked
    assert asked.path == "/v1/chat/completions"
    assert asked.headers["authorization"] == f"Bearer {KEY}"
    assert set(asked.headers) <= {
        "host", "accept", "accept-encoding", "connection", "content-type", "content-length", "authorization", "user-agent",
        "x-stainless-raw-response",
    }  # fmt: skip
    assert "leak" not in json.dumps(asked)
    assert asked.headers["user-agent"] == "firsthand"
    assert set(asked.body) == {"model", "messages", "temperature", "seed", "max_tokens", "response_format"}
    assert asked.stretch == f"[0] {TEXT.strip()}"


def test_without_a_key_none_is_sent(told: tuple[Report, Extraction], model_at: ModelAt) -> None:
    with serving(lambda _: events(GOOD)) as server, closing(model_at(server.address)) as model:
        model(*told)
    assert "authorization" not in server.asked[0].headers


def takes(*forms: str) -> Callable[[Asked], Reply]:
    """A server that takes only these forms of a question."""

    def behaviour(asked: Asked) -> Reply:
        form = asked.form + ("" if "seed" in asked.body else " bare")
        return events(GOOD) if form in forms else Reply(b'{"error": {"message": "not supported"}}', status=400)

    return behaviour


@pytest.mark.parametrize(
    ("form", "calls"), [("json_schema", 1), ("json_schema bare", 2), ("json_object", 3), ("none", 4), ("none bare", 5)]
)
def test_a_form_that_the_server_does_not_take_is_put_more_simply_and_remembered(
    told: tuple[Report, Extraction], model_at: ModelAt, form: str, calls: int
) -> None:
    with serving(takes(form)) as server, closing(model_at(server.address)) as model:
        assert model(*told) != told[1]
        assert len(server.asked) == calls
        other = factories.report(TEXT.replace("Kutum", "Kirkuk"))
        model(other, Extraction(report=other.id, passages=told[1].passages))
        assert len(server.asked) == calls + 1, "what it takes is known from then on"


def test_a_server_that_takes_no_form_has_failed_and_is_asked_again(
    told: tuple[Report, Extraction], model_at: ModelAt, tmp_path: Path
) -> None:
    with serving(takes()) as server, closing(model_at(server.address)) as model:
        for _ in range(2):
            assert [r.code for r in model(*told).refused] == [ModelFailed.code]
        with pytest.raises(ModelUnreachable, match="3 times in a row"):
            model(*told)
    assert len(server.asked) == 15
    assert not [path for path in (tmp_path / "cache").rglob("*") if path.is_file()], (
        "nothing that was no answer is kept"
    )


def test_an_answer_that_was_cut_off_is_not_kept(told: tuple[Report, Extraction], model_at: ModelAt) -> None:
    replies = iter([completion(json.dumps({"events": [GOOD]}), finish="length")])
    with serving(lambda _: next(replies, events(GOOD))) as server, closing(model_at(server.address)) as model:
        assert [r.code for r in model(*told).refused] == ["E706"]
        assert model(*told).refused == ()
    assert len(server.asked) == 2


@pytest.mark.parametrize(
    "reply",
    [
        completion("no JSON at all"), completion('{"events": [{'), completion('{"events": 7}'), completion("[" * 90_000),
        completion(json.dumps({"events": [GOOD]}), finish="length"), completion(None), completion(""),
        completion(None, refusal="I cannot help with that"), completion("x", finish="content_filter"),
    ],
)  # fmt: skip
def test_an_answer_of_no_use_leaves_what_the_program_found(ask: Ask, reply: Reply) -> None:
    done = ask(TEXT, behaviour=lambda _: reply)
    assert done.both.mentions == done.own.mentions
    assert [r.code for r in done.both.refused] == ["E706"]


@pytest.mark.parametrize("told_as", ["text/plain", "text/html", "application/octet-stream", ""])
def test_the_type_that_a_server_calls_its_answer_does_not_matter(ask: Ask, told_as: str) -> None:
    assert ask(TEXT, behaviour=lambda _: events(GOOD)._replace(type=told_as)).added() == [("actor", "Fighters")]


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (Reply(b"<html><body>Welcome</body></html>", type="text/html"), ModelFailed),
        (Reply(b'{"choices": []}'), ModelFailed),
        (Reply(b"{"), ModelFailed),
        (Reply(b'{"choices": [{"message": {"content": 7}}]}'), ModelFailed),
        (Reply(b"[" * 100_000), ModelFailed),
        (Reply(b" " * 5_000_000), ModelFailed),
        (Reply(b"\x1f\x8b nothing", headers=(("content-encoding", "gzip"),)), ModelFailed),
        (Reply(b"", status=500), ModelFailed),
        (Reply(b"", status=503), ModelFailed),
        (Reply(b"", status=429), ModelFailed),
        (Reply(KEY.encode(), status=401), ModelUnreachable),
        (Reply(b"", status=403), ModelUnreachable),
        (Reply(b"no such model", status=404), ModelUnreachable),
        (Reply(b"{}", wait=1.0), ModelFailed),
        (Reply(b" " * 400, dribble=0.02), ModelFailed),
    ],
)
def test_trouble_has_a_name_and_the_key_is_not_in_it(
    told: tuple[Report, Extraction],
    model_at: ModelAt,
    monkeypatch: pytest.MonkeyPatch,
    reply: Reply,
    error: type[Exception],
) -> None:
    monkeypatch.setenv("FIRSTHAND_LLM_KEY", KEY)
    with serving(lambda _: reply) as server, closing(model_at(server.address, call_seconds=0.4)) as model:
        if error is ModelFailed:
            done = model(*told)
            assert done.mentions == told[1].mentions
            [refusal] = done.refused
            assert refusal.code == ModelFailed.code
            shown = refusal.reason
        else:
            with pytest.raises(error) as caught:
                model(*told)
            shown = f"{caught.value} {caught.value!r} {caught.value.__cause__!r}"
        assert KEY not in f"{shown} {model!r} {vars(model)['_asking']}"
        assert model.spent["calls"] == 0


def test_what_passes_is_tried_again(told: tuple[Report, Extraction], model_at: ModelAt) -> None:
    replies = iter(
        [
            Reply(b"", status=429, headers=(("retry-after-ms", "5"),)),
            Reply(b"", status=500, headers=(("retry-after-ms", "5"),)),
        ]
    )
    with (
        serving(lambda _: next(replies, events(GOOD))) as server,
        closing(model_at(server.address, retries=3)) as model,
    ):
        assert model(*told) != told[1]
    assert len(server.asked) == 3


def test_a_redirect_is_not_followed(told: tuple[Report, Extraction], model_at: ModelAt) -> None:
    with serving(lambda _: events(GOOD)) as elsewhere:
        away = Reply(b"", status=307, headers=(("location", f"{elsewhere.address}/chat/completions"),))
        with (
            serving(lambda _: away) as server, closing(model_at(server.address)) as model,
            pytest.raises(ModelUnreachable, match="not followed"),
        ):  # fmt: skip
            model(*told)
    assert elsewhere.asked == []


def test_where_nobody_answers_the_run_stops(told: tuple[Report, Extraction], model_at: ModelAt) -> None:
    with closing(model_at("http://127.0.0.1:9/v1")) as model, pytest.raises(ModelUnreachable, match="does not answer"):
        model(*told)


def test_three_failures_in_a_row_stop_the_run(told: tuple[Report, Extraction], model_at: ModelAt) -> None:
    with serving(lambda _: Reply(b"", status=500)) as server, closing(model_at(server.address)) as model:
        for _ in range(2):
            assert [r.code for r in model(*told).refused] == [ModelFailed.code]
        with pytest.raises(ModelUnreachable, match="3 times in a row"):
            model(*told)


def test_the_time_for_it_is_kept(told: tuple[Report, Extraction], model_at: ModelAt) -> None:
    with closing(model_at("http://127.0.0.1:9/v1", run_seconds=0.0)) as model, pytest.raises(ModelTimeUp):
        model(*told)


def test_the_same_question_is_asked_once_and_then_no_server_is_needed(
    told: tuple[Report, Extraction], model_at: ModelAt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FIRSTHAND_LLM_KEY", KEY)
    with serving(lambda _: events(GOOD)) as server, closing(model_at(server.address)) as model:
        first = model(*told)
    for address in (server.address, "http://127.0.0.1:9/another"):
        with closing(model_at(address)) as again:
            assert again(*told) == first
            assert (again.spent["calls"], again.spent["cached"]) == (0, 1)
    kept = [path.read_text() for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    assert len(kept) == 1
    assert KEY not in kept[0]
    assert "127.0.0.1" not in kept[0]
    with closing(model_at("http://127.0.0.1:9/v1", model="another")) as other, pytest.raises(ModelUnreachable):
        other(*told)


@pytest.mark.parametrize("damage", [b"", b"{", b"null", None])
def test_a_damaged_answer_is_asked_for_again(
    told: tuple[Report, Extraction], model_at: ModelAt, tmp_path: Path, damage: bytes | None
) -> None:
    with serving(lambda _: events(GOOD)) as server, closing(model_at(server.address)) as model:
        first = model(*told)
        [path] = (path for path in (tmp_path / "cache").rglob("*") if path.is_file())
        path.write_bytes(path.read_bytes().replace(b"Fighters", b"Forgers!") if damage is None else damage)
        assert model(*told) == first
        assert len(server.asked) == 2


@pytest.mark.parametrize(("tokens", "counted"), [(-5, 0), (10**15, 10**9), (12, 12)])
def test_tokens_are_counted_as_the_server_says_within_bounds(ask: Ask, tokens: int, counted: int) -> None:
    done = ask(TEXT, behaviour=lambda _: completion('{"events": []}', prompt_tokens=tokens, completion_tokens=1))
    assert (done.model.spent["tokens_in"], done.model.spent["tokens_out"]) == (counted, 1)


def test_ten_thousand_events_are_bounded(ask: Ask) -> None:
    done = ask(TEXT, behaviour=lambda _: events(*[GOOD] * 10_000))
    assert done.added() == [("actor", "Fighters")]
    assert done.model.spent["proposed"] == 40 * 2 + 9_960


def addresses() -> Iterator[str]:
    """What is no address of a model."""
    yield from (
        "",
        "x",
        "ftp://x/v1",
        "file:///etc/passwd",
        "http://",
        "http:///",
        "http://a b/v1",
        "http://me:key@x/v1",
        "http://localhost:abc/v1",
        "http://localhost:99999/v1",
        "http://[::1/v1",
        "http://:8080/v1",
        "http://x/v1?key=abc",
        "http://x/v1#abc",
        "http://x/v1?",
    )


@pytest.mark.parametrize("address", list(addresses()))
def test_what_is_no_address_is_said_so(address: str) -> None:
    with pytest.raises(UsageError) as caught:
        checked(Asking(address=address, model="m"))
    assert caught.value.code == "E100"
    assert "abc" not in str(caught.value) or "?" not in address, "what may be a key is not shown"


@pytest.mark.parametrize("address", ["http://x/v1?key=abc", "http://x/v1#abc", "http://me:key@x/v1"])
def test_a_key_belongs_in_its_variable(address: str) -> None:
    with pytest.raises(UsageError) as caught:
        checked(Asking(address=address, model="m"))
    assert "FIRSTHAND_LLM_KEY" in caught.value.hint


@pytest.mark.parametrize("address", ["http://[::1]:8080/v1", "https://x/v1/", "HTTP://localhost"])
def test_addresses_that_can_be(address: str) -> None:
    assert checked(Asking(address=address, model="m")).address == address


@pytest.mark.parametrize(
    "more", [{"model": " "}, {"call_seconds": 0}, {"price_in": -1.0}, {"run_seconds": float("nan")}]
)
def test_bounds_are_checked(more: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        checked(Asking(**{"address": "http://x/v1", "model": "m", **more}))


def test_the_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    from firsthand.errors import ModelMissing

    monkeypatch.setitem(__import__("sys").modules, "openai", None)
    with pytest.raises(ModelMissing) as caught:
        Client(Asking(address="http://x/v1", model="m"), "", {})
    assert "firsthand[llm]" in caught.value.hint
