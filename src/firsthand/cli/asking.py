"""Asking a person: a line, or a single key where the terminal gives keys; pipes and files give lines."""

import sys
from collections.abc import Mapping


def line(prompt: str) -> str:
    """A line of the person; the end of what they type is as good as q."""
    print(prompt, end="", flush=True)
    typed = sys.stdin.readline()
    if not typed:
        print()
        return "q"
    return typed.strip()


def keyed() -> bool:
    """Tell whether single keys can be read: somebody sits at a terminal, and sees what is asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def key(prompt: str, words: Mapping[str, str]) -> str:
    """What was pressed, or typed with Enter, as its word in `words`; what stands for nothing comes back as it was typed.

    Errors: KeyboardInterrupt for Ctrl-C, also where the terminal hands over single keys.
    """
    if not keyed():
        typed = line(prompt).casefold()
        return words.get(typed, typed)
    import typer

    print(prompt, end="", flush=True)
    try:
        pressed = typer.getchar()
    except EOFError:
        pressed = "q"
    word = words.get("" if pressed in "\r\n" else pressed.casefold(), pressed)
    print(word if word.isprintable() else "")
    return word
