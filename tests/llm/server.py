"""A server that speaks as much of the OpenAI protocol as the extractor uses, on this machine only, and can misbehave."""

import json
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from typing import Any, NamedTuple


class Reply(NamedTuple):
    """What is sent back. `wait`: seconds before it. `dribble`: bytes come one by one with this many seconds between."""

    body: bytes
    status: int = 200
    type: str = "application/json"
    headers: tuple[tuple[str, str], ...] = ()
    wait: float = 0.0
    dribble: float = 0.0


class Asked(NamedTuple):
    """A request as it came."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def stretch(self) -> str:
        """The stretch of the report that was shown, without its boundaries."""
        shown: str = self.body["messages"][1]["content"]
        return shown.split("\n", 1)[1].rsplit("\n", 1)[0]

    @property
    def form(self) -> str:
        """The form of answer that was asked for."""
        form: str = self.body.get("response_format", {}).get("type", "none")
        return form


Behaviour = Callable[[Asked], Reply]


def completion(content: str | None, *, finish: str = "stop", refusal: str | None = None, **usage: int) -> Reply:
    """A completion as servers send it."""
    message = {"role": "assistant", "content": content, "refusal": refusal}
    found = {
        "id": "x", "object": "chat.completion", "created": 0, "model": "m",
        "choices": [{"index": 0, "message": message, "finish_reason": finish}],
        "usage": usage or {"prompt_tokens": 700, "completion_tokens": 90, "total_tokens": 790},
    }  # fmt: skip
    return Reply(json.dumps(found).encode())


def events(*told: dict[str, Any]) -> Reply:
    """A completion with these events."""
    return completion(json.dumps({"events": list(told)}))


def claim(field: str, quote: str, low: int | None = None, high: int | None = None, **more: object) -> dict[str, Any]:
    """One value of an event."""
    return {"field": field, "quote": quote, "sentence": None, "low": low, "high": high, "speaker": None, **more}


def event(kind: str, trigger: str, *claims: dict[str, Any], **more: object) -> dict[str, Any]:
    """One event of an answer."""
    return {
        "kind": kind, "trigger": trigger, "sentence": None, "status": "occurred", "claims": list(claims), **more
    }  # fmt: skip


def sentence_of(asked: Asked, words: str) -> int | None:
    """The number of the sentence shown that holds these words."""
    return next(
        (int(m[1]) for m in re.finditer(r"^\[(\d+)\] (.*)$", asked.stretch, re.MULTILINE) if words in m[2]), None
    )


class Model:
    """What the server does, and what it was asked."""

    def __init__(self, behaviour: Behaviour) -> None:
        self.behaviour = behaviour
        self.asked: list[Asked] = []
        self.address = ""
        self.lock = Lock()
        self.over = Event()


@contextmanager
def serving(behaviour: Behaviour) -> Iterator[Model]:
    """A model behind an address of this machine, until the block ends."""
    model = Model(behaviour)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            length = int(self.headers.get("content-length", "0"))
            asked = Asked(
                self.path, {k.lower(): v for k, v in self.headers.items()}, json.loads(self.rfile.read(length))
            )
            with model.lock:
                model.asked.append(asked)
                reply = model.behaviour(asked)
            model.over.wait(reply.wait)
            try:
                self._send(reply)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def _send(self, reply: Reply) -> None:
            self.send_response(reply.status)
            self.send_header("content-type", reply.type)
            self.send_header("content-length", str(len(reply.body)))
            for name, value in reply.headers:
                self.send_header(name, value)
            self.end_headers()
            if not reply.dribble:
                self.wfile.write(reply.body)
                return
            for byte in reply.body:
                self.wfile.write(bytes([byte]))
                self.wfile.flush()
                time.sleep(reply.dribble)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    model.address = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield model
    finally:
        model.over.set()
        server.shutdown()
        server.server_close()
        thread.join()
