"""What others may add to the program: hooks, what is given through them, and who gives it. See docs/how-to/write-a-plugin.md.

A plugin is a package with an entry point in the group `firsthand` that names a module (or object) with functions marked
`@hookimpl`. What comes with the program is given through the same hooks (`builtin`). Nothing is registered at import: `manager`
gathers the plugins where a run begins.
"""

from firsthand.plugins.hooks import Adds, Command, Exporter, Extractor, Reader, hookimpl
from firsthand.read.page import Page

__all__ = ["Adds", "Command", "Exporter", "Extractor", "Page", "Reader", "hookimpl"]
