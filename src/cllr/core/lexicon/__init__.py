"""Words and patterns as data, compiled once; detectors are woken by what is found in one pass.

The data are TOML files in this folder (docs/reference/lexicon.md has the pattern language). A *tag* is a named
set of patterns, for instance `drink` or `closed-mind`; a *hit* is a place where one of them stands.
"""

from cllr.core.lexicon.engine import Hit, Lexicon, compile_lexicon, shipped

__all__ = ["Hit", "Lexicon", "compile_lexicon", "shipped"]
