"""One class of characters that all patterns share."""

from __future__ import annotations

LETTER = r"[^\W\d_a-zA-Z]"
"""A Chinese character in a regular expression: any letter that is not Latin of ASCII.

It also takes kana and accents, which stand where Han would; `HAN` spelt out takes 1–3 ms to compile, at every start.
"""
