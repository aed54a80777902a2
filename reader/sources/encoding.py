"""Bytes to text: which encoding a newspaper's file is in, decided by what the decoded text looks like."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

from reader.errors import EncodingError, NotTextError
from reader.languages import sentence
from reader.sources.frequency import IMPOSSIBLE, weigh
from reader.sources.signatures import find_signature

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16 LE, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_UTF_8: Final = "utf-8"
_CANDIDATES: Final = (_UTF_8, "gb18030", "big5hkscs")
"""On equal evidence the earlier wins."""

_SUPERSETS: Final = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "cp936": "gb18030",
    "big5": "big5hkscs",
    "cp950": "big5hkscs",
}
"""Files named after a standard commonly use its extensions (WHATWG Encoding §4.2 does the same)."""

_NOT_FOR_FILES: Final = frozenset(
    {"idna", "punycode", "undefined", "unicode-escape", "unicode_escape", "raw-unicode-escape", "raw_unicode_escape"}
)
"""Python codecs that are no encodings of a text file."""

_SAMPLE_BYTES: Final = 1 << 16
"""Some 20,000 characters settle the question; more would only cost time."""

_UTF_8_PROOF: Final = 8
"""Well-formed sequences of bytes after which text is UTF-8: in other encodings each fits by chance in about 1 of 7."""

_WELL_FORMED_BONUS: Final = 2.5
"""What well-formed UTF-8 adds to its mean weight: log₂ 7 less a margin, by the same chance."""

_CLOSE: Final = 0.6
"""Mean weights nearer than this leave the choice doubtful."""

_CONVINCING: Final = 1.3
"""Mean weight under which even the best reading is doubtful: Chinese has about 2.4, Korean read as GB18030 has 1.2."""

_HOPELESS: Final = -1.0
"""Mean weight under which the best reading is not text: random bytes have about -4."""

_STRAY_SHARE: Final = 0.01
"""A share of bytes beyond ASCII so small that ASCII text with damage explains them."""

_DAMAGE_SHARE: Final = 0.005
"""Undecodable characters that an encoding named by the user may still leave: damage, not a misnomer."""

_CONTROL_SHARE: Final = 0.1
"""Text has no controls but line ends and tabs; a few come from damage or terminal colours."""

_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")

_UTF_16_SHARE: Final = 0.95
"""Share of plain characters that makes UTF-16 without its mark credible."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and how it was come by."""

    text: str
    """Without a byte order mark; U+FFFD stands for what could not be decoded."""
    encoding: str
    """Python's name of the encoding."""
    doubtful: bool = False
    """Whether another encoding fits nearly as well, the text is unlike any newspaper's, or some bytes did not fit."""
    invalid: int = 0
    """How many places could not be decoded."""


def decode(data: bytes, encoding: str | None = None, *, source: str = "-", markup: bool = False) -> Decoded:
    """Turn a file's bytes into text.

    UTF-8, UTF-16 and UTF-32 by their byte order marks; else UTF-8, GB18030 or Big5-HKSCS by the characters that each
    reading yields; UTF-16 without its mark only where one byte order yields plain text throughout. The locale has no
    say.

    Args:
        data: The whole file.
        encoding: The encoding to use, whatever the evidence; any name that Python knows.
        source: The file's name, for messages.
        markup: Whether the text is known to be markup, whose beginning is then no reason to refuse it.

    Raises:
        EncodingError: There is no encoding of that name, or the bytes do not fit it.
        NotTextError: The bytes are no text.
    """
    if encoding is not None:
        return _decode_as(data, encoding, source)
    for mark, name in _BOMS:
        if data.startswith(mark):
            decoded = _read_as(data[len(mark) :], name)
            if not _is_binary(decoded.text) and decoded.invalid * 10 <= len(decoded.text):
                return decoded
    if not markup and (signature := find_signature(data)):
        raise NotTextError(
            source,
            sentence(
                "this seems to be {kind}, not text; {advice}",
                kind=sentence(signature.name),
                advice=sentence(signature.advice),
            ),
        )
    if b"\0" in data and (guess := _guess_utf_16(data)):
        guessed = _read_as(data, guess)
        return Decoded(guessed.text, guess, True, guessed.invalid)
    return _choose(data, source)


def _choose(data: bytes, source: str) -> Decoded:
    """Decode as the candidate whose reading of a sample looks most like a newspaper."""
    if data.isascii():
        chosen = Decoded(data.decode("ascii"), _UTF_8)
    elif (text := _parse_utf_8(data)) is not None and len(data) - len(text) >= 2 * _UTF_8_PROOF:
        # Every character beyond ASCII adds a byte at least, a Han character two.
        chosen = Decoded(text, _UTF_8)
    else:
        sample = _take_sample(data)
        means = {name: _mean_weight(sample.decode(name, "replace")) for name in _CANDIDATES}
        if text is not None:
            means[_UTF_8] += _WELL_FORMED_BONUS
        best, second = sorted(means, key=means.__getitem__, reverse=True)[:2]
        if means[best] < _HOPELESS:
            strays = len(data.translate(None, bytes(range(0x80))))
            if strays > _STRAY_SHARE * len(data):
                raise NotTextError(
                    source,
                    sentence("this is no text in UTF-8, UTF-16, GB18030 or Big5; if it is text, name its --encoding"),
                )
            best = _UTF_8
        doubtful = means[best] < _CONVINCING or means[best] - means[second] < _CLOSE
        read = _read_as(data, best)
        chosen = Decoded(read.text, best, doubtful or read.doubtful, read.invalid)
    if _is_binary(chosen.text):
        raise NotTextError(source, sentence("this is no text but binary data; name the page's text file instead"))
    return chosen


def _decode_as(data: bytes, encoding: str, source: str) -> Decoded:
    """Decode as the user says, or tell why that cannot be."""
    try:
        name = codecs.lookup(encoding).name
        # bytes.decode refuses the codecs that do not make text, such as base64.
        bytes(4).decode(encoding, "replace")
    except (LookupError, ValueError):
        name = "undefined"
    if name in _NOT_FOR_FILES:
        raise EncodingError(
            source,
            sentence(
                "there is no encoding {encoding!r}; try utf-8, utf-16, gb18030 or big5, or leave out --encoding",
                encoding=encoding,
            ),
        )
    name = _SUPERSETS.get(name, name)
    for mark, marked in _BOMS:
        if data.startswith(mark) and marked.startswith(name):
            name, data = marked, data[len(mark) :]
            break
    decoded = _read_as(data, name)
    if decoded.invalid > _DAMAGE_SHARE * len(decoded.text):
        raise EncodingError(
            source,
            sentence(
                "the bytes do not fit {name}: {count} places make no character; leave out --encoding",
                name=name,
                count=decoded.invalid,
            ),
        )
    if _is_binary(decoded.text):
        raise NotTextError(
            source, sentence("this is no text in {name} but binary data; leave out --encoding", name=name)
        )
    return decoded


def _read_as(data: bytes, name: str) -> Decoded:
    """Decode, with U+FFFD for what does not fit and a count of those places."""
    try:
        return Decoded(data.decode(name), name)
    except UnicodeError:
        text = data.decode(name, "replace")
    try:
        printed = data.count("\ufffd".encode(name))
    except UnicodeError:
        printed = 0
    # A source may hold U+FFFD itself, where the OCR gave up: that is no fault of the decoding.
    return Decoded(text, name, True, max(1, text.count("\ufffd") - printed))


def _parse_utf_8(data: bytes) -> str | None:
    """The text, where every byte is well-formed UTF-8."""
    try:
        return data.decode(_UTF_8)
    except UnicodeDecodeError:
        return None


def _take_sample(data: bytes) -> bytes:
    """Lines from the whole file that hold more than ASCII, up to the sample's size.

    A line feed is never part of a character in any candidate, so whole lines keep characters whole.
    """
    if len(data) <= _SAMPLE_BYTES:
        return data
    lines = [line for line in data.split(b"\n") if not line.isascii()]
    step = -(-sum(map(len, lines)) // _SAMPLE_BYTES) or 1
    return b"\n".join(line[:_SAMPLE_BYTES] for line in lines[::step])[:_SAMPLE_BYTES]


def _mean_weight(text: str) -> float:
    """The mean weight of the characters beyond ASCII; that of noise where there are none."""
    counts = Counter(text)
    total = weight = 0.0
    for character, count in counts.items():
        if not character.isascii():
            total += count
            weight += count * weigh(character)
    return weight / total if total else IMPOSSIBLE


def _guess_utf_16(data: bytes) -> str | None:
    """UTF-16 without its mark, if one byte order yields nearly nothing but plain characters."""
    sample = data[: _SAMPLE_BYTES & ~1]
    for name in ("utf-16-le", "utf-16-be"):
        text = sample.decode(name, "replace")
        plain = sum(count for character, count in Counter(text).items() if _is_plain(character))
        if plain >= _UTF_16_SHARE * len(text):
            return name
    return None


def _is_plain(character: str) -> bool:
    """Whether a character is common in some newspaper: ASCII, Latin, kana, or what Chinese print commonly has."""
    if character.isascii():
        return character.isprintable() or character in "\r\n\t\f"
    return weigh(character) > 0 or "À" <= character <= "ɏ" or "ぁ" <= character <= "ヿ"


def _is_binary(text: str) -> bool:
    """Whether so many characters are controls that this is no text."""
    controls = len(_CONTROLS.findall(text))
    return controls > 1 and controls > _CONTROL_SHARE * len(text)
