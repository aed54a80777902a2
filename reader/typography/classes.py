"""Line-breaking classes: what each character is to the breaker, as one letter.

A text becomes a string of the same length over this alphabet, and the rules of `breaks` are one pattern over it.
The alphabet is UAX #14's, cut down to what Chinese newspapers hold and bent where CLREQ and GB/T 15834 differ from it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final


class Kinsoku(StrEnum):
    """How strictly marks are kept from the head and the foot of a line 避头尾 (CLREQ §prohibition rules)."""

    NONE = "none"
    """Full-width marks stand anywhere, as in some Taiwan and Hong Kong papers; words, numbers and dashes stay whole."""
    GB = "gb"
    """The basic rules, and the solidus neither at the head nor at the foot (GB/T 15834—2011, 5.1)."""
    STRICT = "strict"
    """GB, and —— not at the head either."""


HAN: Final = "H"
"""Anything that a line may break on both sides of: Han, kana, emoji, private use."""
LETTER: Final = "A"
"""Letters and signs that run together in words: Latin, Greek, ①, ■, @."""
DIGIT: Final = "N"
"""ASCII digits and other narrow ones."""
WIDE_DIGIT: Final = "W"
"""Full-width digits."""
OPEN: Final = "O"
"""Opening marks: never at the foot."""
OPEN_ASCII: Final = "o"
CLOSE: Final = "C"
"""Closing marks, stops, interpuncts, connectors: never at the head."""
CLOSE_ASCII: Final = "c"
WIDE_INFIX: Final = "K"
"""Full-width ，．：, which stand inside a number between full-width digits and are stops elsewhere."""
INFIX: Final = "I"
"""ASCII . , : ; and ', which stand inside a word or number and are stops elsewhere."""
APOSTROPHE: Final = "V"
"""The curly ’, an apostrophe between letters and a closing quote elsewhere."""
HYPHEN: Final = "Y"
PREFIX: Final = "P"
"""￥ # ±: stays with what follows."""
SUFFIX: Final = "S"
"""％ ℃ ′: stays with what precedes."""
GLUE: Final = "G"
"""No-break spaces and the word joiner: no break on either side."""
SOLIDUS: Final = "L"
"""No break on either side, blanks or not."""
QUOTE: Final = "Q"
"""A straight quote of which one cannot tell whether it opens or closes: no break on either side."""
DASH: Final = "D"
LONG_DASH: Final = "T"
"""⸺, a whole dash in one character."""
DOTS: Final = "E"
MARK: Final = "M"
"""Combining marks, variation selectors, skin tones: part of the character before."""
JOINER: Final = "J"
"""ZWJ, which also takes the next character in."""
REGIONAL: Final = "R"
"""Regional indicators, two to a flag."""
BLANK: Final = "B"
"""White space and the zero-width space: a line may break after it."""
OPERATOR_1: Final = "u"
"""Ideographic description characters, by the number of their operands."""
OPERATOR_2: Final = "x"
OPERATOR_3: Final = "y"

OPENING_CLASSES: Final = frozenset({OPEN, OPEN_ASCII, PREFIX})
"""What should not be the last on a line, blanks aside."""
CLOSING_CLASSES: Final = frozenset({CLOSE, CLOSE_ASCII, WIDE_INFIX, INFIX, APOSTROPHE, SUFFIX, DOTS})
"""What should not be the first on a line."""

_TABLE: Final[tuple[tuple[str, str], ...]] = (
    # CLREQ §prohibition rules, GB/T 15834 5.1.1-5.1.3; the last eight are the vertical forms, U+FE35 ff.
    (OPEN, "“‘「『（《〈【〔〖［｛｟«‹〝" + "︵︷︹︻︽︿﹁﹃﹇︗"),
    (OPEN_ASCII, "([{"),
    (CLOSE, "”」』）》〉】〕〗］｝｠»›〞〟" + "︶︸︺︼︾﹀﹂﹄﹈︘"),
    (CLOSE, "。、；！？｡､" + "﹐﹑﹒﹔﹕﹖﹗" + "︐︑︒︓︔︕︖"),
    (WIDE_INFIX, "，．："),
    (CLOSE_ASCII, ")]}!?"),
    (APOSTROPHE, "’"),
    (INFIX, ".,:;'"),
    (HYPHEN, "-‐"),
    # 间隔号 GB 5.1.7 and connectors 连接号 GB 5.1.6; UAX #14 lets both begin a line.
    (CLOSE, "·‧・･•∙⋅" + "－–～〜〰"),
    # Repetition and length marks and small kana (UAX #14 NS, CJ).
    (CLOSE, "々〻ゝゞヽヾーｰ゛゜" + "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"),
    (SUFFIX, "％%﹪‰‱℃℉°′″‴￠¢㎜" + "ˉˊˇˋ˙"),
    (PREFIX, "￥＄$￡£¥€₩#＃№−±"),
    # 分隔号, GB 5.1.9.
    (SOLIDUS, "/／"),
    (GLUE, "\u00a0\u2007\u202f\u2011\u2060\ufeff"),
    (QUOTE, '"＂'),
    (DASH, "—―─━︱"),
    (LONG_DASH, "⸺"),
    (DOTS, "…⋯‥︙"),
    (WIDE_DIGIT, "０１２３４５６７８９"),
    (JOINER, "\u200d"),
    (BLANK, "\u200b"),
    (OPERATOR_1, "⿾⿿"),
    (OPERATOR_2, "⿰⿱⿴⿵⿶⿷⿸⿹⿺⿻⿼⿽㇯"),
    (OPERATOR_3, "⿲⿳"),
)
_LISTED: Final[dict[str, str]] = {character: name for name, characters in _TABLE for character in characters}

_BY_CATEGORY: Final[dict[str, str]] = {
    "Mn": MARK,
    "Me": MARK,
    "Mc": MARK,
    "Cf": MARK,
    "Cc": MARK,
    "Ps": OPEN,
    "Pi": OPEN,
    "Pe": CLOSE,
    "Pf": CLOSE,
    "Sc": PREFIX,
    "Nd": DIGIT,
    "Zs": BLANK,
    "Zl": BLANK,
    "Zp": BLANK,
}
_UNPRINTED: Final = frozenset({"Co", "Cn", "Cs"})
"""Private use, unassigned (the newest ideographs, to an older Python) and lone surrogates: like Han."""


def find_class(character: str) -> str:
    """The breaking class of one character: one letter of this module's alphabet."""
    code = ord(character)
    if 0x4E00 <= code <= 0x9FFF:
        return HAN
    if listed := _LISTED.get(character):
        return listed
    if character.isspace():
        return BLANK
    if 0x1F3FB <= code <= 0x1F3FF or 0x1160 <= code <= 0x11FF or 0xD7B0 <= code <= 0xD7FF:
        # Skin tones; vowels and finals of conjoining Hangul (UAX #29 Extend, V, T).
        return MARK
    if 0x1F1E6 <= code <= 0x1F1FF:
        return REGIONAL
    category = unicodedata.category(character)
    if name := _BY_CATEGORY.get(category):
        return name
    if category in _UNPRINTED:
        return HAN
    wide = unicodedata.east_asian_width(character) in "WF"
    # Full-width letters make words, as narrow ones do; every other wide character is its own unit.
    return HAN if wide and not 0xFF01 <= code <= 0xFF5E else LETTER


class _Table(dict[int, str]):
    """A translation table that fills itself: code point → class."""

    def __missing__(self, code: int) -> str:
        name = self[code] = find_class(chr(code))
        return name


_CLASSES: Final = _Table()

ADDRESS: Final = re.compile(
    r"""(?ax)
    (?: \b[a-z][a-z0-9+.-]{1,15}:// | \bwww\. | \b(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}/ )
    [!#-;=?-\[\]_a-z~@A-Z0-9]*      # what RFC 3986 allows, except quotes and angles
    [\#$%&*+/=@A-Za-z0-9_~-]        # a stop or a bracket at the end is the sentence's
    """
)
"""A web address, with or without its scheme: one unit, whatever marks stand in it."""

_OPERATORS: Final = re.compile("[uxy]")
_OPERANDS: Final = {OPERATOR_1: 1, OPERATOR_2: 2, OPERATOR_3: 3}
_LONGEST_DESCRIPTION: Final = 32
"""Code points; Unicode allows 16, which the standard itself has since lifted."""

_DIGITS: Final = DIGIT + WIDE_DIGIT
_STRAIGHT_QUOTES: Final = re.compile('["＂]')


def classify(text: str) -> str:
    """The class of every character, one letter each.

    Three things cannot be told character by character and are settled here: web addresses become one run of letters,
    straight quotes that alternate soundly through the text become opening and closing ones, and an ideographic
    description becomes one Han character with marks.
    """
    classes = text.translate(_CLASSES)
    if _OPERATORS.search(classes):
        classes = _replace(classes, _find_descriptions(classes))
    if QUOTE in classes:
        classes = _replace(classes, _pair_quotes(text, classes))
    if "/" in text or "www." in text:
        classes = _replace(classes, ((found.start(), LETTER * len(found[0])) for found in ADDRESS.finditer(text)))
    return classes


def _replace(classes: str, pieces: Iterable[tuple[int, str]]) -> str:
    """The string with each piece (start, letters) written over it."""
    done: list[str] = []
    at = 0
    for start, letters in pieces:
        done += (classes[at:start], letters)
        at = start + len(letters)
    done.append(classes[at:])
    return "".join(done)


def _pair_quotes(text: str, classes: str) -> Iterator[tuple[int, str]]:
    """Opening and closing straight quotes; nothing where they do not alternate soundly.

    Odd ones open and even ones close. That is believed only if no quote stands on the wrong side of a blank and none
    that opens follows a digit (then it is a mark of inches, or its partner is lost).
    """
    found = [match.start() for match in _STRAIGHT_QUOTES.finditer(text)]
    if len(found) % 2:
        return
    pieces: list[tuple[int, str]] = []
    for index, at in enumerate(found):
        before = classes[at - 1] if at else BLANK
        after = classes[at + 1] if at + 1 < len(classes) else BLANK
        opens = index % 2 == 0
        if (after == BLANK or before in _DIGITS) if opens else before == BLANK:
            return
        pieces.append((at, OPEN_ASCII if opens else CLOSE_ASCII))
    yield from pieces


def _find_descriptions(classes: str) -> Iterator[tuple[int, str]]:
    """Every complete ideographic description, as one Han character and its marks."""
    done = 0
    for operator in _OPERATORS.finditer(classes):
        start = at = operator.start()
        if start < done:
            continue
        missing = 1
        while missing and at < min(len(classes), start + _LONGEST_DESCRIPTION):
            if operands := _OPERANDS.get(classes[at]):
                missing += operands - 1
            elif classes[at] in "HAN":
                missing -= 1
            elif classes[at] != MARK:
                break
            at += 1
        if not missing:
            yield start, HAN + MARK * (at - start - 1)
            done = at
