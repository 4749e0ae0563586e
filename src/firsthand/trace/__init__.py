"""Which passages of which reports go back to one text, and which quotations differ."""

from firsthand.trace.stage import trace

__all__ = ["trace"]
