"""How exported articles look: quiet, as books set them, on screen and on paper."""

from __future__ import annotations

from typing import Final

_FONTS: Final = {
    "zh-Hans": '"Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif',
    "zh-Hant": '"Songti TC", "Noto Serif CJK TC", "Source Han Serif TC", PMingLiU, serif',
}
"""Serif typefaces that systems come with, by language; glyphs differ between the scripts (CLREQ §typefaces)."""

_COMMON: Final = """\
h1, h2, h3, h4 { line-height: 1.4; text-align: center; text-indent: 0; break-after: avoid; }
p { margin: 0; text-indent: 2em; text-align: justify; widows: 2; orphans: 2; }
header p, .caption, .credit, .verse, .table, .citation { text-indent: 0; }
header p { text-align: center; }
header { margin-block-end: 1.5em; break-inside: avoid; break-after: avoid; }
article { margin-block-end: 3em; }
.label, .byline, .credit, .citation { opacity: 0.75; }
.byline, .credit { text-align: end; text-indent: 0; }
header .byline { text-align: center; }
.caption { margin-block-start: 1em; font-size: 0.9em; }
.credit { font-size: 0.9em; }
.verse { margin: 1em 2em; text-align: start; }
.table { margin-block: 1em; white-space: pre-wrap; text-align: start; }
.note { margin: 1em 2em; font-size: 0.95em; }
.citation { margin-block-start: 1.5em; font-size: 0.85em; text-align: start; overflow-wrap: anywhere; }
"""

_PAGE: Final = """\
body { max-inline-size: 40em; margin-inline: auto; padding: 1.5em; }
h2.page { margin-block: 2em 1em; }
nav { margin-block-end: 3em; }
nav ol { padding-inline-start: 1.5em; }
nav a { color: inherit; }
@page { margin: 2cm; }
@media print {
  body { max-inline-size: none; padding: 0; font-size: 10.5pt; }
  nav { display: none; }
}
"""

_VERTICAL: Final = """\
html { -epub-writing-mode: vertical-rl; -webkit-writing-mode: vertical-rl; writing-mode: vertical-rl; }
.upright { -epub-text-combine: horizontal; -webkit-text-combine: horizontal; text-combine-upright: all; }
"""

_VERTICAL_PAGE: Final = """\
@media screen { body { max-inline-size: min(40em, 86vh); } }
"""


def make_style_sheet(language: str, *, vertical: bool, book: bool = False) -> str:
    """The rules for a document.

    Args:
        language: Its BCP 47 tag.
        vertical: Whether its text runs in columns from the right.
        book: Whether a reading system sets margins and pages, as it does for EPUB.
    """
    fonts = _FONTS.get(language, "serif")
    rules = [f"html {{ font-family: {fonts}; line-height: 1.8; }}\n", _COMMON]
    if not book:
        rules.append(_PAGE)
    if vertical:
        rules.append(_VERTICAL)
        if not book:
            rules.append(_VERTICAL_PAGE)
    return "".join(rules)
