"""What each character looks like in vertical setting 竖排: its presentation form, or its full-width form."""

from __future__ import annotations

from typing import Final

from reader.typography.widths import Width, text_width

CELLS: Final = 2
"""Every place in a column is so many cells wide and one row high: one em."""

# Unicode's vertical presentation forms, U+FE10-FE19 and U+FE30-FE48. GB/T 15834—2011 5.2: quotes are ﹃ ﹄ outside and
# ﹁ ﹂ inside where the text is vertical, whatever they are in horizontal text.
_PAIRS: Final = (
    ("，、。：；！？…⋯‥", "︐︑︒︓︔︕︖︙︙︰"),
    ("“”‘’", "﹃﹄﹁﹂"),
    ("「」『』", "﹁﹂﹃﹄"),
    ("（）｛｝〔〕【】《》〈〉［］〖〗", "︵︶︷︸︹︺︻︼︽︾︿﹀﹇﹈︗︘"),
    ("—―─–‐-－", "︱︱︱︲︲︲︲"),
    (",:;!?()[]{}", "︐︓︔︕︖︵︶﹇﹈︷︸"),
    ("·‧•", "・・・"),
    ("_＿", "︳︳"),
)
_FORMS: Final[dict[str, str]] = {
    character: form for characters, forms in _PAIRS for character, form in zip(characters, forms, strict=True)
}
_TO_FULL_WIDTH: Final = 0xFEE0
"""From an ASCII graphic character to its full-width form."""


def find_form(character: str) -> str:
    """The vertical form of one character; itself where it has none. ASCII graphic characters become full-width."""
    if form := _FORMS.get(character):
        return form
    if character == " ":
        return "\u3000"
    return chr(ord(character) + _TO_FULL_WIDTH) if "!" <= character <= "~" else character


class Glyphs(dict[str, str]):
    """What to draw for each character, always two cells wide (narrow ones with a space after them)."""

    def __init__(self, width: Width) -> None:
        super().__init__()
        self._width = width

    def __missing__(self, character: str) -> str:
        glyph = self[character] = self.pad(find_form(character))
        return glyph

    def pad(self, form: str) -> str:
        """A form filled up to two cells; what has no width of its own is drawn as a blank."""
        cells = text_width(form, self._width)
        return form + " " * (CELLS - cells) if cells else "\u3000"
