"""How a command ends: an exit code a script can rely on, and an error a person can act on."""

import errno
import functools
import inspect
import os
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

import typer

from firsthand.cli.words import encodable, safe
from firsthand.errors import CannotWrite, FirsthandError, Notice

if TYPE_CHECKING:
    from firsthand.api import RecordView

UNFINISHED = "note: the last build of this record did not end; build again to complete it"
OK, FAILED, USAGE, SOME_REFUSED, PIPE_CLOSED, INTERRUPTED = 0, 1, 2, 3, 141, 130

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})
"""What the system says where an output cannot be written to its end."""

Command = TypeVar("Command", bound=Callable[..., Any])


def guarded(command: Command) -> Command:
    """Let a command end without a traceback, whatever happens in it, unless `--debug` asks for one."""

    @functools.wraps(command)
    def run(context: typer.Context, **kwargs: object) -> None:
        ending(lambda: command(**{name: encodable(value) for name, value in kwargs.items()}), debug=bool(context.obj))

    # Typer reads the options from the signature; the context is ours and comes first.
    asked = inspect.signature(command)
    first = inspect.Parameter("context", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    run.__signature__ = asked.replace(parameters=[first, *asked.parameters.values()])  # type: ignore[attr-defined]
    return run  # type: ignore[return-value]


@contextmanager
def noted() -> Iterator[None]:
    """Print what a person should know and what is no error."""

    def show(
        message: Warning | str,
        category: type[Warning],
        filename: str,
        lineno: int,
        file: TextIO | None = None,
        line: str | None = None,
    ) -> None:
        if issubclass(category, Notice):
            say(f"note: {message}")
        else:
            before(message, category, filename, lineno, file, line)

    with warnings.catch_warnings():
        before = warnings.showwarning
        warnings.simplefilter("always", Notice)
        warnings.showwarning = show
        yield


def ending(call: Callable[[], object], *, debug: bool) -> None:
    """Carry a call out. Whatever it raises becomes an exit code and two lines, unless `debug`."""
    try:
        with noted():
            call()
        sys.stdout.flush()  # here, where a disk that is full can still be told
    except (typer.Exit, typer.Abort, typer.TyperException):
        raise
    except KeyboardInterrupt:
        say("stopped. What was committed is whole; run the same command again to go on from there.")
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        # Whoever read our output has enough. What Python would still flush has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(PIPE_CLOSED) from None
    except FirsthandError as e:
        if debug:
            raise
        raise typer.Exit(report(e.code, str(e), e.hint)) from None
    except Exception as e:
        if debug:
            raise
        if isinstance(e, OSError) and e.errno in NO_ROOM:
            raise typer.Exit(no_room(e)) from None
        hint = FirsthandError.hint
        raise typer.Exit(report(FirsthandError.code, f"unexpected {type(e).__name__}: {e}", hint)) from None


def report(code: str, message: str, hint: str) -> int:
    """Print an error and what to do about it; returns the exit code for it."""
    say(f"error {code}: {message}")
    say(f"hint: {hint}")
    return FAILED


def no_room(error: OSError) -> int:
    """Say that what was printed did not all arrive; what Python would still print has nowhere to go."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    hint = "Free some space and run the same command again; what stands in the output is not all of it."
    return report(CannotWrite.code, f"the output could not be written ({error.strerror})", hint)


def say(line: str) -> None:
    """A line for the person, on standard error."""
    print(safe(line), file=sys.stderr)


def print_json(body: object) -> None:
    """What a command found, as JSON that a person can read too, on standard output."""
    import msgspec

    from firsthand.publish.plain import plain_json

    print(plain_json(msgspec.json.format(msgspec.json.encode(body), indent=1)).decode())


def say_if_unfinished(view: "RecordView") -> None:
    """Tell where the last build of a record was cut off, so that what is shown is an older view of it."""
    if not view.complete:
        say(UNFINISHED)
