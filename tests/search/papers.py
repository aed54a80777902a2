"""Invented articles, and a slow, plain search to hold the real one against."""

from __future__ import annotations

from collections.abc import Callable

from reader.hanzi.fold import fold, fold_variants
from reader.hanzi.lookalikes import fold_lookalikes
from reader.model import Article, ArticleKind, Part, PartKind
from reader.search import Mode, Span
from reader.search.joins import find_joins
from reader.search.query import IGNORED


def make_article(*texts: str, number: int = 1) -> Article:
    """An article of paragraphs on one page."""
    return make_parts(*((PartKind.PARAGRAPH, text, "p1") for text in texts), number=number)


def make_parts(*parts: tuple[PartKind, str, str], number: int = 1) -> Article:
    """An article of parts, each a kind, a text and a page."""
    return Article(f"a{number}", "p1", ArticleKind.ARTICLE, tuple(Part(*part) for part in parts))


READINGS: dict[Mode, Callable[[str], str]] = {
    Mode.EXACT: lambda text: text,
    Mode.FOLDED: fold,
    Mode.VARIANTS: fold_variants,
    Mode.FUZZY: fold_lookalikes,
}


def read(text: str, mode: Mode = Mode.FOLDED) -> str:
    """A text as a mode reads it."""
    return IGNORED.sub("", READINGS[mode](text))


Inked = list[tuple[str, int, int]]
"""The characters of a group that are not blank, each with its part and offset."""


def find_groups(article: Article) -> list[Inked]:
    """The texts that are searched as one."""
    groups: list[Inked] = []
    for number, (part, joined) in enumerate(zip(article.parts, find_joins(article), strict=True)):
        if not joined:
            groups.append([])
        groups[-1] += [(character, number, at) for at, character in enumerate(part.text) if read(character)]
    return groups


def find_slowly(article: Article, word: str, mode: Mode) -> list[tuple[Span, ...]]:
    """Every stretch of ink that reads as the word, from the left, without overlap."""
    wanted = read(word, mode)
    found = []
    for group in find_groups(article):
        at = 0
        while wanted and at < len(group):
            stretch = group[at : at + len(wanted)]
            if read("".join(character for character, _, _ in stretch), mode) == wanted:
                found.append(span_stretch(stretch))
                at += len(wanted)
            else:
                at += 1
    return found


def find_near_slowly(article: Article, word: str, edits: int) -> list[tuple[Span, ...]]:
    """Every stretch within so many edits, the nearest first, without overlap; in reading order."""
    wanted = read(word, Mode.FUZZY)
    candidates = []
    for number, group in enumerate(find_groups(article)):
        text = "".join(read(character, Mode.FUZZY) for character, _, _ in group)
        for start in range(len(text)):
            for end in range(start + 1, len(text) + 1):
                count = measure_distance(wanted, text[start:end])
                if count <= edits:
                    ends = (text[start] != wanted[0]) + (text[end - 1] != wanted[-1])
                    candidates.append((count, ends, abs(end - start - len(wanted)), number, start, end))
    chosen = list[tuple[int, int, int]]()
    for _, _, _, number, start, end in sorted(candidates):
        if all(other != number or end <= begins or ends <= start for other, begins, ends in chosen):
            chosen.append((number, start, end))
    groups = find_groups(article)
    return [span_stretch(groups[number][start:end]) for number, start, end in sorted(chosen)]


def span_stretch(stretch: Inked) -> tuple[Span, ...]:
    """The spans of a stretch, one a part."""
    numbers = dict.fromkeys(number for _, number, _ in stretch)
    places = {number: [at for _, other, at in stretch if other == number] for number in numbers}
    return tuple(Span(number, offsets[0], offsets[-1] + 1) for number, offsets in places.items())


def measure_distance(one: str, other: str) -> int:
    """The Levenshtein distance, row by row."""
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, right in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (left != right))
    return row[-1]
