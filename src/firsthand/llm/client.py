"""The one door to the network: an OpenAI-compatible address, through the `openai` library, with ceilings on all that comes back.

Nothing is sent anywhere else: redirects are not followed, proxies and keys of other services in the environment are not used, and
only the headers named here leave. The library is imported when a model is asked, not before.
"""

import time
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from msgspec.structs import replace

from firsthand.errors import ModelFailed, ModelMissing, ModelUnreachable
from firsthand.llm.cache import CUT_OFF, Kept
from firsthand.model.base import Record
from firsthand.resources.asking import Asking

if TYPE_CHECKING:
    import httpx2
    import openai

MOST_BYTES = 4_000_000
"""Bytes of one answer; a server that sends more is cut off."""
MOST_TOKENS = 10**9
"""Tokens of one call that are believed."""
TOKENS_OUT = 6_000
"""Tokens that an answer may have: twice what a full stretch has been seen to need."""
RAW = "x-stainless-raw-response"
"""By this header of a request the library itself knows, later, that the answer is to be handed over unread."""
HEADERS = frozenset(
    {"host", "accept", "accept-encoding", "connection", "content-type", "content-length", "authorization", RAW}
)
PLAIN: Mapping[str, Any] = {"temperature": 0, "seed": 0, "max_tokens": TOKENS_OUT}
REFUSED_KEY, NOT_THERE, NOT_SO = (401, 403), (404, 405), (400, 415, 422)
NO_KEY = "none"


class Form(NamedTuple):
    """A way to put the question: what is sent beside model and messages."""

    name: str
    extra: Mapping[str, Any]


class _Message(Record, frozen=True, kw_only=True):
    content: str | None = None
    refusal: str | None = None


class _Choice(Record, frozen=True, kw_only=True):
    message: _Message
    finish_reason: str | None = None


class _Usage(Record, frozen=True, kw_only=True):
    prompt_tokens: int | None = None
    completion_tokens: int | None = None


class _Completion(Record, frozen=True, kw_only=True):
    choices: tuple[_Choice, ...]
    usage: _Usage | None = None


def installed() -> None:
    """Errors: ModelMissing where the library is not installed."""
    try:
        found = find_spec("openai") is not None
    except ValueError:  # something else of that name stands in its place
        found = False
    if not found:
        raise ModelMissing("the library that speaks to language models, openai, is not installed")


def forms(schema: Mapping[str, Any]) -> tuple[Form, ...]:
    """Ways to put a question, the strictest first: servers differ in what they take."""
    strict = {"type": "json_schema", "json_schema": {"name": "events", "strict": True, "schema": schema}}
    return (
        Form("json_schema", {**PLAIN, "response_format": strict}),
        Form("json_schema, its own parameters", {"response_format": strict}),
        Form("json_object", {**PLAIN, "response_format": {"type": "json_object"}}),
        Form("plain text", PLAIN),
        Form("plain text, its own parameters", {}),
    )


class Client:
    """Asks one model at one address."""

    def __init__(self, asking: Asking, key: str, schema: Mapping[str, Any]) -> None:
        """Errors: ModelMissing where the library is not installed."""
        installed()
        import openai

        self._asking, self._key = asking, key
        self._forms, self._form = forms(schema), 0
        self._errors = openai
        self._client = openai.OpenAI(
            base_url=asking.address, api_key=key or NO_KEY, admin_api_key="", organization="", project="", webhook_secret="",
            max_retries=asking.retries, timeout=asking.patience,
            http_client=openai.DefaultHttpxClient(
                follow_redirects=False, trust_env=False, event_hooks={"request": [self._only_ours]}
            ),
        )  # fmt: skip

    def _only_ours(self, request: "httpx2.Request") -> None:
        """Take off what the library adds of the machine, and what the environment gives it for other services."""
        for name in [name for name in request.headers if name.lower() not in HEADERS]:
            del request.headers[name]
        request.headers["user-agent"] = "firsthand"
        request.headers.pop("authorization", None)
        if self._key:
            request.headers["authorization"] = f"Bearer {self._key}"

    def ask(self, messages: Sequence[Mapping[str, str]]) -> Kept:
        """The model's answer. A form of question that the server does not take is put more simply, and remembered.

        Errors: ModelUnreachable where asking again is of no use; ModelFailed for trouble that may pass, and where the server
        takes the question in no form.
        """
        began = time.monotonic()
        refused = ""
        for at in range(self._form, len(self._forms)):
            try:
                body = self._body(messages, self._forms[at])
            except self._errors.APIStatusError as e:
                if e.status_code not in NOT_SO:
                    raise self._trouble(e) from None
                refused = f"the server answered {e.status_code}"
                continue
            except self._errors.APIConnectionError as e:
                raise self._trouble(e) from None
            self._form = at
            return _kept(body, round(1000 * (time.monotonic() - began)))
        raise ModelFailed(f"{refused} to every form of the question")

    def _body(self, messages: Sequence[Mapping[str, str]], form: Form) -> bytes:
        """The bytes of an answer, no more than the ceiling and no longer than a call may take."""
        until = time.monotonic() + self._asking.patience
        parts, size = [], 0
        create: Any = self._client.chat.completions.with_streaming_response.create
        with create(model=self._asking.model, messages=list(messages), **form.extra) as answer:
            try:
                for part in answer.iter_bytes():
                    size += len(part)
                    parts.append(part)
                    if size > MOST_BYTES:
                        raise ModelFailed("the answer of the language model has no end")
                    if time.monotonic() > until:
                        raise ModelFailed(f"the language model took longer than {self._asking.patience:g} seconds")
            except ModelFailed:
                raise
            except Exception as e:  # noqa: BLE001 - whatever breaks a connection, the answer is not whole
                raise ModelFailed(f"the answer of the language model broke off ({type(e).__name__})") from None
        return b"".join(parts)

    def _trouble(self, e: "openai.APIError") -> ModelUnreachable | ModelFailed:
        """What went wrong, in words without anything that the server or the key says."""
        where = f"{self._asking.model} at {self._asking.address}"
        status = getattr(e, "status_code", None)
        if status in REFUSED_KEY:
            hint = "Set the variable FIRSTHAND_LLM_KEY to a key that this server takes."
            return ModelUnreachable(f"{where} refuses the key ({status})", hint=hint)
        if status in NOT_THERE:
            return ModelUnreachable(f"there is no {where} ({status})")
        if status is not None and status < 400:
            return ModelUnreachable(f"{where} sends to another address, which is not followed ({status})")
        if isinstance(e, self._errors.APITimeoutError):
            return ModelFailed(f"the language model took longer than {self._asking.patience:g} seconds")
        if status is None:
            return ModelUnreachable(f"{where} does not answer")
        return ModelFailed(f"the server of the language model answered {status}")

    def close(self) -> None:
        """Close the connections."""
        self._client.close()


def _kept(body: bytes, milliseconds: int) -> Kept:
    """What an answer holds. Errors: ModelFailed for bytes that are no completion."""
    try:
        found = msgspec.json.decode(body, type=_Completion)
    except (msgspec.MsgspecError, RecursionError, UnicodeError, ValueError):
        raise ModelFailed("what the address answers is no answer of a language model") from None
    usage = found.usage or _Usage()
    spent = Kept(
        text="", tokens_in=_tokens(usage.prompt_tokens), tokens_out=_tokens(usage.completion_tokens),
        milliseconds=milliseconds,
    )  # fmt: skip
    if not found.choices:
        raise ModelFailed("the language model gave no answer")
    choice = found.choices[0]
    if choice.finish_reason == "content_filter" or choice.message.refusal or not choice.message.content:
        return replace(spent, declined="it declined to answer")
    if choice.finish_reason == "length":
        return replace(spent, text=choice.message.content, declined=CUT_OFF)
    return replace(spent, text=choice.message.content)


def _tokens(number: int | None) -> int:
    return min(max(number or 0, 0), MOST_TOKENS)
