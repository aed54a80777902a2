"""Stories that go on on another page 下转/上接: their halves become one article on its first page."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace
from itertools import pairwise

from reader.hanzi.joining import join_lines
from reader.hanzi.numerals import parse_numeral
from reader.model import Article, Furniture, FurnitureKind, Jump, Page, Part, PartKind
from reader.structure.lines import plainly
from reader.structure.matching import find_grams
from reader.structure.patterns import STOP
from reader.structure.settings import SETTINGS, Settings

_PAGE = re.compile(r"([A-Z]?)\s?([0-9〇零一二三四五六七八九十廿卅]+)")
_TITLE = re.compile(r"[《“]([^》”]+)[》”]")
_REPEATED = frozenset({PartKind.LABEL, PartKind.KICKER, PartKind.HEADLINE, PartKind.SUBHEADLINE})


def find_page_number(text: str) -> str | None:
    """The page that a label or a jump line names, such as "4" or "A4"; None when it names none."""
    match = _PAGE.search(plainly(text))
    if match is None:
        return None
    number = parse_numeral(match.group(2))
    return None if number is None else f"{match.group(1)}{number}"


def join_jumps(
    articles: Sequence[Article], pages: Sequence[Page], settings: Settings = SETTINGS
) -> tuple[tuple[Article, ...], tuple[Furniture, ...]]:
    """The articles with halves joined, and the repeated headings of second halves as furniture."""
    numbers = {page.id: _number_page(page, at) for at, page in enumerate(pages, 1)}
    joined = list(articles)
    furniture: list[Furniture] = []
    pairs = _find_pairs(joined, numbers, settings)
    pairs += _find_broken(joined, pages, {article for pair in pairs for article in pair})
    taken: set[int] = set()
    # Last first: a story over three pages is put together from its end.
    for first, second in sorted(pairs, reverse=True):
        joined[first], left = _join(joined[first], joined[second])
        furniture.extend(left)
        taken.add(second)
    return tuple(article for at, article in enumerate(joined) if at not in taken), tuple(furniture)


def _number_page(page: Page, at: int) -> str:
    return (find_page_number(page.label) if page.label else None) or str(at)


def _find_pairs(articles: Sequence[Article], numbers: dict[str, str], settings: Settings) -> list[tuple[int, int]]:
    """Indices of first and second halves, best matches first, each half once."""
    scored: list[tuple[float, int, int]] = []
    for first, article in enumerate(articles):
        if article.jump is None or article.jump.to is None:
            continue
        for second, other in enumerate(articles):
            if second == first or other.page == article.page or other.jump is None or other.jump.origin is None:
                continue
            score = _score_pair(article, other, numbers)
            if score >= settings.jump_least:
                scored.append((score, first, second))
    scored.sort(key=lambda pair: -pair[0])
    pairs: list[tuple[int, int]] = []
    for _, first, second in scored:
        if all(first != a and second != b for a, b in pairs):
            pairs.append((first, second))
    return pairs


def _find_broken(articles: Sequence[Article], pages: Sequence[Page], taken: Container[int]) -> list[tuple[int, int]]:
    """Indices of articles that a page's end breaks in mid-sentence, with what the next page opens with.

    Text corpora cut so, without a word; in print a jump line stands there.
    """
    owners = {
        (span.page, span.line): at
        for at, article in enumerate(articles)
        for part in article.parts
        for span in part.spans
    }
    pairs: list[tuple[int, int]] = []
    for page, following in pairwise(pages):
        first = owners.get((page.id, page.lines[-1].number)) if page.lines else None
        second = owners.get((following.id, following.lines[0].number)) if following.lines else None
        if first is None or second is None or first == second or first in taken or second in taken:
            continue
        if _goes_on(articles[first].parts[-1], articles[second].parts[0]):
            pairs.append((first, second))
    return pairs


def _score_pair(article: Article, other: Article, numbers: dict[str, str]) -> float:
    """How well two halves fit: the pages that they name, the title they name, the words they share."""
    assert article.jump is not None and other.jump is not None
    to, origin = article.jump.to or "", other.jump.origin or ""
    score = 0.0
    for text, page in ((to, other.page), (origin, article.page)):
        named = find_page_number(_TITLE.sub("", plainly(text)))
        if named is not None:
            score += 1.0 if named == numbers.get(page) else -1.0
    title = _TITLE.search(plainly(origin)) or _TITLE.search(plainly(to))
    heading = title.group(1) if title else "".join(part.text for part in other.parts if part.kind in _REPEATED)
    own = "".join(part.text for part in article.parts if part.kind in _REPEATED)
    score += _share(plainly(heading), plainly(own))
    return score


def _share(a: str, b: str) -> float:
    grams, others = set(find_grams(a, 2)), set(find_grams(b, 2))
    return len(grams & others) / len(grams) if grams else 0.0


def _join(article: Article, other: Article) -> tuple[Article, tuple[Furniture, ...]]:
    """One article of two halves; a sentence that the page broke is whole again."""
    left = tuple(
        Furniture(FurnitureKind.JUMP, part.text, part.page, part.spans)
        for part in other.parts
        if part.kind in _REPEATED
    )
    parts = list(article.parts)
    rest = [part for part in other.parts if part.kind not in _REPEATED]
    if rest and parts and _goes_on(parts[-1], rest[0]):
        before, after = parts[-1], rest.pop(0)
        parts[-1] = replace(before, text=join_lines((before.text, after.text)), spans=before.spans + after.spans)
    jump = Jump(article.jump.to if article.jump else None, other.jump.origin if other.jump else None)
    authors = tuple(dict.fromkeys(article.authors + other.authors))
    sure = [half.confidence for half in (article, other) if half.confidence is not None]
    confidence = min(sure, default=None)
    joined = replace(article, parts=(*parts, *rest), jump=jump, authors=authors, confidence=confidence)
    return joined, left


def _goes_on(before: Part, after: Part) -> bool:
    return (
        before.kind is PartKind.PARAGRAPH
        and after.kind is PartKind.PARAGRAPH
        and not STOP.search(plainly(before.text[-4:]))
    )
