"""What a reader asks for, in the form in which it is looked for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from reader.errors import QueryError
from reader.hanzi.characters import is_han
from reader.hanzi.fold import fold, fold_variants
from reader.hanzi.lookalikes import fold_lookalikes
from reader.languages import message, say
from reader.search.fields import Field, PageWish, parse_field

IGNORED = re.compile("[\\s\u00ad\u034f\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]+")
"""White space, and what is not seen: soft hyphens, zero-width characters, variation selectors."""

SHORTEST_FUZZY = 4
"""Characters of a word that may be a little wrong; three or fewer are near to far too much (35 and over 1,000 places
in a clean issue that mean something else)."""
_TWO_EDITS = 8
"""Characters from which two may be wrong: at one in four, words of eight are as sure as words of four."""
_LONGEST_EXPRESSION = 1_000
"""Code points of a regular expression; longer ones are pasted by mistake, and may nest too deep for the compiler."""

_BLANK = re.compile(r"\s+")
# What stands in for a space in print and joins: the ideographic space of 张　三, and a printed line end.
_JOINER = re.compile(r"[\u3000\r\n]+")
_QUOTES = {'"': '"', "＂": "＂", "“": "”", "「": "」"}
_MINUS = "-－"
# Without any of these a query is one plain word: the common case, and a keystroke is a matter of microseconds.
_GRAMMAR = re.compile(r'[\s"＂“「:：－-]')

_TOO_SHORT = message("words of fewer than four characters are looked for as they are")


class Mode(StrEnum):
    """How the words of a query are compared with the text."""

    FOLDED = "folded"
    """Script, width, case and kinds of punctuation make no difference."""
    EXACT = "exact"
    """As typed."""
    VARIANTS = "variants"
    """As folded, and rare variants of characters 異體 count as the common ones."""
    REGEX = "regex"
    """The query is a regular expression, matched against the text as it is printed."""
    FUZZY = "fuzzy"
    """As folded, and a character in four may be wrong, missing or too much: for text from OCR."""


def _keep(text: str) -> str:
    return text


FOLDS: dict[Mode, Callable[[str], str]] = {
    Mode.FOLDED: fold,
    Mode.EXACT: _keep,
    Mode.VARIANTS: fold_variants,
    Mode.FUZZY: fold_lookalikes,
}
"""What text and query go through, mode by mode, before they are compared; each keeps the length."""


@dataclass(frozen=True, slots=True)
class Word:
    """One stretch of text that is looked for."""

    text: str
    """As it was typed, without white space; a regular expression as it is."""
    needle: str
    """Folded as the mode folds."""
    field: Field | None = None
    """The parts of an article that it is looked for in; None for all of them."""
    edits: int = 0
    """How many characters may be wrong, missing or too much."""


@dataclass(frozen=True, slots=True)
class Query:
    """A search: words that an article must have, words that it must not have, and pages."""

    text: str
    """As it was typed."""
    words: tuple[Word, ...] = ()
    """All must occur in an article; the places of all are hits."""
    mode: Mode = Mode.FOLDED
    excluded: tuple[Word, ...] = ()
    """An article that has one of these is left out."""
    pages: tuple[PageWish, ...] = ()
    """Words count on these pages only; () for all."""
    remark: str = ""
    """What the reader should know about the query, in Chinese and English; mostly ""."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look for."""
        return not self.words and not self.pages

    @property
    def is_plain(self) -> bool:
        """Whether it is one word that may stand anywhere, and is looked for as it is."""
        if self.mode is Mode.REGEX or self.excluded or self.pages or len(self.words) != 1:
            return False
        return not self.words[0].edits and self.words[0].field is None


@dataclass(frozen=True, slots=True)
class _Token:
    """A piece of what was typed, between spaces."""

    raw: str
    """With its signs."""
    text: str
    """Without them."""
    field: Field | None = None
    is_page: bool = False
    negated: bool = False
    quoted: bool = False


def parse_query(text: str, mode: Mode = Mode.FOLDED, field: Field | None = None) -> Query:
    """The query that was typed.

    Words stand between spaces, and all of them are asked for. A space between two single Han characters, and any
    ideographic space, only pads a name (张 三 is 张三); inside a word white space means nothing. Quotation marks "…",
    “…” or 「…」 round a whole word keep it together, `-` before a word excludes, and 标题: 作者: 版: (headline: author:
    page:) say where a word is to stand. What is not finished or not understood is ordinary text, so that every state
    of typing is a query.

    Args:
        text: What was typed; in the mode REGEX it is one expression, without this grammar.
        mode: How to compare.
        field: Where words without a field of their own are to stand.

    Raises:
        QueryError: If a regular expression is none, or the library for the mode is not installed.
    """
    if mode is Mode.REGEX:
        return _parse_expression(text, field)
    if mode is Mode.FUZZY:
        _require_rapidfuzz()
    if not _GRAMMAR.search(text):
        word = _make_word(text, mode, field)
        return _with_remark(Query(text, (word,) if word else (), mode))
    tokens = _join_names(_split(text))
    if not any(token.is_page or not token.negated for token in tokens):
        # With nothing to leave out from, - is a minus or a dash: -5℃.
        tokens = [_Token(token.raw, token.raw) for token in tokens]
    words, excluded, pages = list[Word](), list[Word](), list[PageWish]()
    for token in tokens:
        if token.is_page:
            pages.append(PageWish(token.text, token.negated))
            continue
        # Near misses of an excluded word would take too much away.
        how = Mode.FOLDED if token.negated and mode is Mode.FUZZY else mode
        word = _make_word(token.text, how, token.field or field)
        if word:
            (excluded if token.negated else words).append(word)
    return _with_remark(Query(text, tuple(words), mode, tuple(excluded), tuple(pages)))


def parse_phrase(text: str, mode: Mode = Mode.FOLDED) -> Query:
    """A query for just this text, whatever signs are in it: for a word taken from the page.

    Raises:
        QueryError: As `parse_query`, for the mode FUZZY; in the mode REGEX never, the text stands for itself.
    """
    if mode is Mode.REGEX:
        return replace(_parse_expression(re.escape(text) if text.strip() else "", None), text=text)
    if mode is Mode.FUZZY:
        _require_rapidfuzz()
    word = _make_word(text, mode, None)
    return _with_remark(Query(text, (word,) if word else (), mode))


def squeeze(text: str) -> str:
    """The text without what a search ignores."""
    return IGNORED.sub("", text)


def _make_word(text: str, mode: Mode, field: Field | None) -> Word | None:
    text = squeeze(text)
    if not text:
        return None
    if mode is not Mode.FUZZY:
        return Word(text, FOLDS[mode](text), field)
    edits = 0 if len(text) < SHORTEST_FUZZY else 1 if len(text) < _TWO_EDITS else 2
    # A short word is looked for as it is, so lookalikes count as themselves.
    return Word(text, FOLDS[mode if edits else Mode.FOLDED](text), field, edits)


def _with_remark(query: Query) -> Query:
    if query.mode is Mode.FUZZY and any(not word.edits for word in query.words):
        return replace(query, remark=say(_TOO_SHORT))
    return query


def _parse_expression(text: str, field: Field | None) -> Query:
    # 15 ms to import, for the few who ask for it; the standard library's `re` cannot be stopped.
    import regex

    if not text.strip():
        return Query(text, mode=Mode.REGEX)
    if len(text) > _LONGEST_EXPRESSION:
        limit = _LONGEST_EXPRESSION
        raise QueryError(say("bad regular expression: longer than {limit} characters", limit=limit))
    try:
        regex.compile(text)
    except (regex.error, RecursionError) as error:
        raise QueryError(say("bad regular expression: {error}", error=error)) from error
    return Query(text, (Word(text, text, field),), Mode.REGEX)


def _require_rapidfuzz() -> None:
    try:
        import rapidfuzz.distance  # noqa: F401
    except ImportError as error:
        raise QueryError(say("fuzzy search needs rapidfuzz, which is not installed")) from error


def _split(text: str) -> list[_Token]:
    """The pieces of a query, each with its signs read."""
    tokens = []
    at = _skip_blank(text, 0)
    while at < len(text):
        start, negated, field, is_page = at, False, None, False
        if text[at] in _MINUS and at + 1 < len(text) and not text[at + 1].isspace():
            negated = True
            at += 1
        found = parse_field(text, at)
        if found is not None and (value := _skip_blank(text, found.end)) < len(text):
            at, field, is_page = value, found.field, found.is_page
        end = _find_quote_end(text, at)
        if end is not None:
            tokens.append(_Token(text[start : end + 1], text[at + 1 : end], field, is_page, negated, quoted=True))
            end += 1
        else:
            end = _find_word_end(text, at)
            tokens.append(_Token(text[start:end], text[at:end], field, is_page, negated))
        at = _skip_blank(text, end)
    return tokens


def _skip_blank(text: str, at: int) -> int:
    blank = _BLANK.match(text, at)
    return blank.end() if blank else at


def _is_separator(blank: str) -> bool:
    """Whether white space parts two words, rather than padding one."""
    return _JOINER.fullmatch(blank) is None


def _find_word_end(text: str, at: int) -> int:
    for blank in _BLANK.finditer(text, at):
        if _is_separator(blank[0]):
            return blank.start()
    return len(text)


def _find_quote_end(text: str, at: int) -> int | None:
    """Where the quotation mark stands that ends the word beginning here; None where it is no quoted word."""
    closing = _QUOTES.get(text[at])
    end = text.find(closing, at + 1) if closing else -1
    if end < 0 or not squeeze(text[at + 1 : end]):
        return None
    return end if end + 1 == len(text) or text[end + 1].isspace() else None


def _join_names(tokens: list[_Token]) -> list[_Token]:
    """The pieces with the characters of a padded name put together: 张 三, 作者:张 三."""
    joined: list[_Token] = []
    of_single = False
    for token in tokens:
        single = len(token.text) == 1 and is_han(token.text) and not token.quoted
        plain = token.text == token.raw
        if of_single and single and plain:
            last = joined[-1]
            joined[-1] = replace(last, raw=f"{last.raw} {token.raw}", text=last.text + token.text)
        else:
            joined.append(token)
            of_single = single and not token.is_page
    return joined
