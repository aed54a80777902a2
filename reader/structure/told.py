"""Articles that an archive tells: bylines, datelines and signatures taken off their paragraphs, nothing else moved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reader.hanzi.characters import is_han
from reader.model import Article, Author, Furniture, FurnitureKind, Page, Part, PartKind, TextLine
from reader.structure import patterns
from reader.structure.building import read_authors
from reader.structure.bylines import is_person, make_authors, parse_byline
from reader.structure.leads import Cut, CutKind, find_cuts
from reader.structure.lines import Strip, cut_run, make_strip
from reader.structure.parts import make_furniture, make_part

_LONGEST_BYLINE = 40
"""Characters of a paragraph that is a byline and nothing else."""

_Lines = Mapping[tuple[str, int], TextLine]

_HEADS = frozenset({CutKind.DATELINE, CutKind.BYLINE, CutKind.BRACKET})
_KINDS = {CutKind.DATELINE: PartKind.DATELINE, CutKind.BYLINE: PartKind.BYLINE, CutKind.CREDIT: PartKind.CREDIT}


@dataclass(slots=True)
class _Taken:
    """What was taken off a paragraph."""

    parts: list[Part] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)
    authors: list[tuple[str | None, str]] = field(default_factory=list)

    def add(self, cut: Cut, strips: Sequence[Strip]) -> None:
        """Take a stretch of a paragraph, printed on these strips."""
        if cut.kind not in _KINDS:
            self.furniture.append(make_furniture(FurnitureKind.OTHER, strips))
            return
        self.parts.append(make_part(_KINDS[cut.kind], strips))
        if cut.kind is CutKind.BYLINE:
            self.authors.extend(read_authors(strips))


def refine_articles(
    articles: Sequence[Article], pages: Iterable[Page]
) -> tuple[tuple[Article, ...], tuple[Furniture, ...]]:
    """Take what is surely a byline or a dateline off first paragraphs, and what is surely a signature off last ones.

    Args:
        articles: As the archive tells them; the bounds of their texts stay.
        pages: Where they are printed.

    Returns:
        The articles, and the brackets that stood round names.
    """
    if not any(_is_chinese(part) for article in articles for part in article.body[:1]):
        return tuple(articles), ()
    lines = {(page.id, line.number): line for page in pages for line in page.lines}
    furniture: list[Furniture] = []
    refined: list[Article] = []
    for article in articles:
        for refine in (_refine_first, _refine_last):
            article, loose = refine(article, lines)
            furniture.extend(loose)
        refined.append(article)
    return tuple(refined), tuple(furniture)


def _refine_first(article: Article, lines: _Lines) -> tuple[Article, list[Furniture]]:
    """The article with what leads its text in parts of their own: bylines, then datelines, before the body."""
    at = _find_body(article)
    taken = _Taken()
    parts = list(article.parts)
    while at < len(parts) and (strips := _find_strips(parts[at], lines)):
        plain = "".join(strip.plain for strip in strips)
        if _is_byline(plain) and at + 1 < len(parts):
            taken.add(Cut(CutKind.BYLINE, 0, len(plain)), strips)
            del parts[at]
            continue
        cuts = find_cuts(plain)
        text = next((number for number, cut in enumerate(cuts) if cut.kind is CutKind.TEXT), 0)
        heads = cuts[:text]
        if not heads or any(cut.kind not in _HEADS for cut in heads):
            break
        for cut in heads:
            taken.add(cut, cut_run(strips, cut.start, cut.end))
        parts[at] = _make_rest(parts[at], cut_run(strips, cuts[text].start, len(plain)))
        break
    bylines = [part for part in taken.parts if part.kind is PartKind.BYLINE]
    datelines = [part for part in taken.parts if part.kind is PartKind.DATELINE]
    return _put_together(article, [*parts[:at], *bylines, *datelines, *parts[at:]], taken)


def _refine_last(article: Article, lines: _Lines) -> tuple[Article, list[Furniture]]:
    """The article with a signature, or who took the picture, in a part of its own behind the text."""
    taken = _Taken()
    parts = list(article.parts)
    if len(parts) > _find_body(article) and (strips := _find_strips(parts[-1], lines)):
        plain = "".join(strip.plain for strip in strips)
        cuts = find_cuts(plain)
        texts = [number for number, cut in enumerate(cuts) if cut.kind is CutKind.TEXT]
        tails = cuts[texts[-1] + 1 :] if texts else cuts
        if tails and all(_is_sure(cut, plain) for cut in tails):
            for cut in tails:
                taken.add(cut, cut_run(strips, cut.start, cut.end))
            rest = cut_run(strips, 0, tails[0].start)
            parts[-1:] = [*([_make_rest(parts[-1], rest)] if rest else []), *taken.parts]
    return _put_together(article, parts, taken)


def _put_together(article: Article, parts: Sequence[Part], taken: _Taken) -> tuple[Article, list[Furniture]]:
    if not taken.parts:
        return article, []
    authors: tuple[Author, ...] = make_authors(tuple(taken.authors))
    return (
        replace(article, parts=tuple(parts), authors=tuple(dict.fromkeys((*article.authors, *authors)))),
        taken.furniture,
    )


def _find_body(article: Article) -> int:
    """Index of the first part of the body; the number of parts where there is none."""
    body = article.body
    return next((at for at, part in enumerate(article.parts) if body and part is body[0]), len(article.parts))


def _find_strips(part: Part, lines: _Lines) -> tuple[Strip, ...]:
    """The print of a paragraph in Chinese; nothing for other parts, whose bylines have other forms."""
    if part.kind is not PartKind.PARAGRAPH or not _is_chinese(part):
        return ()
    strips: list[Strip] = []
    for span in part.spans:
        line = lines.get((span.page, span.line))
        strip = make_strip(span.page, span.line, line.text[span.start : span.end]) if line else None
        if strip is not None:
            strips.append(replace(strip, start=strip.start + span.start))
    return tuple(strips)


def _is_chinese(part: Part) -> bool:
    return any(map(is_han, part.text[:_LONGEST_BYLINE]))


def _make_rest(part: Part, strips: Sequence[Strip]) -> Part:
    """What is left of a paragraph."""
    return replace(make_part(part.kind, strips), page=strips[0].page)


def _is_byline(plain: str) -> bool:
    """Whether a whole paragraph says who wrote the article."""
    marks = patterns.LEADING_MARKS.match(plain)
    bare = plain[marks.end() if marks else 0 :].strip("([【)]】 ")
    return len(plain) <= _LONGEST_BYLINE and parse_byline(bare) is not None


def _is_sure(cut: Cut, plain: str) -> bool:
    """Whether the end of a paragraph is surely none of its text: only names that are names sign."""
    if cut.kind in (CutKind.CREDIT, CutKind.BRACKET):
        return True
    inner = plain[cut.start : cut.end].strip().strip("([【)]】 ")
    return cut.kind is CutKind.BYLINE and (parse_byline(inner) is not None or is_person(inner))
