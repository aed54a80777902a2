"""How good an answer is: the measures of newspaper segmentation, on characters by their place on the page.

White space never counts, nor do item marks (●, □ …), whose owner is a matter of taste.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reader.model import BODY_KINDS, Article, Furniture, Page, Part, PartKind

MARKS = frozenset("□■●○◎◆◇★☆▲△▼▽▶•·")
_BRACKETS = "（）()〔〕【】"
_HEADING = (PartKind.KICKER, PartKind.HEADLINE, PartKind.SUBHEADLINE)
_SOURCES = (PartKind.BYLINE, PartKind.DATELINE, PartKind.CREDIT)
_GOOD_OVERLAP = 0.8

Atom = tuple[str, int, int]
"""One character by its place: page id, line number, offset in the line."""


@dataclass(frozen=True, slots=True)
class ArticleScore:
    """One true article against the answer's article that shares most of its body."""

    genre: str
    matched: bool
    headline: bool | None
    """Whether the headline stands within the matched article's heading; None where there is none to find."""
    heading: bool
    """Whether kicker, headline and subheadline are all told apart rightly."""
    exact: bool
    """Whether the matched article has all its characters and no others."""
    strict: bool
    """Whether, beyond that, every character has its role and every part its bounds."""
    overlap: float
    """Intersection over union of the body's characters."""
    sources: bool | None
    """Whether byline and dateline are right; None where there are none."""
    kind: bool
    confidence: float | None = None

    @property
    def whole(self) -> bool:
        """Whether the body overlaps well enough to be called found."""
        return self.overlap >= _GOOD_OVERLAP


@dataclass(frozen=True, slots=True)
class PageScore:
    """A whole answer against the truth."""

    articles: tuple[ArticleScore, ...]
    answered: int
    """How many articles the answer has."""
    breaks_right: int
    breaks_found: int
    breaks_true: int
    bcubed_precision: float
    bcubed_recall: float
    characters: int
    """The weight of the B-cubed figures."""
    pairs_right: int
    """Pairs of matched articles in the right order …"""
    pairs: int
    """… out of all pairs of matched articles."""
    lost: int
    added: int
    furniture_right: int
    furniture_found: int
    furniture_true: int


def score_answer(
    pages: Sequence[Page],
    true: Sequence[Article],
    true_furniture: Sequence[Furniture],
    articles: Sequence[Article],
    furniture: Sequence[Furniture],
    genres: Sequence[str] = (),
) -> PageScore:
    """Measure an answer.

    Args:
        pages: The pages that were read.
        true: The true articles in the paper's order.
        true_furniture: The true furniture.
        articles: The answer's articles in its order.
        furniture: The answer's furniture.
        genres: A name for each true article, for tables.
    """
    ink = _ink_of(pages)
    owned = [_atoms_of(article.parts, ink) for article in articles]
    own = [_atoms_of(article.parts, ink) for article in true]
    bodies = [_atoms_of(article.body, ink) for article in articles]
    own_bodies = [_atoms_of(article.body, ink) for article in true]
    match = _match(own_bodies, bodies, own, owned)
    scores = tuple(
        _score_article(
            genres[index] if genres else "",
            article,
            articles[match[index]] if index in match else None,
            own[index],
            owned[match[index]] if index in match else set(),
            _overlap(own_bodies[index], bodies[match[index]]) if index in match else 0.0,
            ink,
        )
        for index, article in enumerate(true)
    )
    right, found, wanted = _score_breaks(true, articles, ink)
    precision, recall = score_bcubed(own, owned)
    pairs_right, pairs = _score_order([match[index] for index in range(len(true)) if index in match])
    lost, added = count_changes(pages, articles, furniture)
    true_atoms = _atoms_of(true_furniture, ink)
    atoms = _atoms_of(furniture, ink)
    return PageScore(
        scores,
        len(articles),
        right,
        found,
        wanted,
        precision,
        recall,
        sum(map(len, own)),
        pairs_right,
        pairs,
        lost,
        added,
        len(true_atoms & atoms),
        len(atoms),
        len(true_atoms),
    )


def score_bcubed(true: Sequence[set[Atom]], answer: Sequence[set[Atom]]) -> tuple[float, float]:
    """B-cubed precision and recall over the characters of the true clusters (Bagga & Baldwin 1998).

    Characters in no cluster of the answer count as one cluster that shares nothing: precision and recall 0.
    """
    cluster = {atom: index for index, atoms in enumerate(answer) for atom in atoms}
    total = sum(map(len, true))
    if not total:
        return 1.0, 1.0
    precision = recall = 0.0
    for atoms in true:
        shares = Counter(cluster[atom] for atom in atoms if atom in cluster)
        precision += sum(count * count / len(answer[index]) for index, count in shares.items())
        recall += sum(count * count / len(atoms) for count in shares.values())
    return precision / total, recall / total


def count_changes(
    pages: Sequence[Page], articles: Iterable[Article], furniture: Iterable[Furniture]
) -> tuple[int, int]:
    """Characters of the pages that the answer lacks, and characters it has too many; (0, 0) if nothing is lost."""
    printed = Counter(ch for page in pages for line in page.lines for ch in "".join(line.text.split()))
    told: Counter[str] = Counter()
    for article in articles:
        for part in article.parts:
            told.update("".join(part.text.split()))
    for piece in furniture:
        told.update("".join(piece.text.split()))
    return (printed - told).total(), (told - printed).total()


def bare(text: str) -> str:
    """The text without white space and marks."""
    return "".join(ch for ch in text if not ch.isspace() and ch not in MARKS)


def _ink_of(pages: Iterable[Page]) -> Mapping[tuple[str, int], str]:
    return {(page.id, line.number): line.text for page in pages for line in page.lines}


def _atoms_of(parts: Iterable[Part | Furniture], ink: Mapping[tuple[str, int], str]) -> set[Atom]:
    return {atom for part in parts for atom in _trace(part, ink)}


def _trace(part: Part | Furniture, ink: Mapping[tuple[str, int], str]) -> list[Atom]:
    """The places of a part's characters, in its order."""
    found: list[Atom] = []
    for span in part.spans:
        text = ink[span.page, span.line]
        found += [
            (span.page, span.line, at)
            for at in range(span.start, span.end)
            if not text[at].isspace() and text[at] not in MARKS
        ]
    return found


def _overlap(one: set[Atom], other: set[Atom]) -> float:
    return len(one & other) / len(one | other) if one | other else 1.0


def _match(
    own_bodies: Sequence[set[Atom]], bodies: Sequence[set[Atom]], own: Sequence[set[Atom]], owned: Sequence[set[Atom]]
) -> dict[int, int]:
    """Pair true articles with answers, greedily by shared characters: of the body, then of everything."""
    shared = [
        (len(mine & yours), len(own[i] & owned[j]), -i, -j)
        for i, mine in enumerate(own_bodies)
        for j, yours in enumerate(bodies)
        if own[i] & owned[j]
    ]
    match: dict[int, int] = {}
    for _, _, i, j in sorted(shared, reverse=True):
        if -i not in match and -j not in match.values():
            match[-i] = -j
    return match


def _score_article(
    genre: str,
    true: Article,
    answer: Article | None,
    own: set[Atom],
    owned: set[Atom],
    overlap: float,
    ink: Mapping[tuple[str, int], str],
) -> ArticleScore:
    wanted = _text(true, PartKind.HEADLINE)
    if answer is None:
        has_sources = bool(_text(true, PartKind.BYLINE, PartKind.DATELINE))
        return ArticleScore(
            genre, False, False if wanted else None, False, False, False, 0.0, False if has_sources else None, False
        )
    sources = (PartKind.BYLINE, PartKind.DATELINE)
    known = [_text(true, kind).strip(_BRACKETS) for kind in sources]
    told = [_text(answer, kind).strip(_BRACKETS) for kind in sources]
    exact = own ^ owned <= _brackets_round_sources(true, ink)
    return ArticleScore(
        genre,
        True,
        wanted in _text(answer, *_HEADING) if wanted else None,
        all(_text(true, kind) == _text(answer, kind) for kind in _HEADING),
        exact,
        exact and _roles(true, ink) == _roles(answer, ink),
        overlap,
        known == told if any(known) else None,
        true.kind is answer.kind,
        getattr(answer, "confidence", None),
    )


def _brackets_round_sources(article: Article, ink: Mapping[tuple[str, int], str]) -> set[Atom]:
    """The brackets of its bylines, datelines and credits: whether they are part of those or furniture is open."""
    parts = [part for kind in _SOURCES for part in article.of_kind(kind)]
    return {atom for atom in _atoms_of(parts, ink) if ink[atom[0], atom[1]][atom[2]] in _BRACKETS}


def _text(article: Article, *kinds: PartKind) -> str:
    return "".join(bare(part.text) for kind in kinds for part in article.of_kind(kind))


def _roles(article: Article, ink: Mapping[tuple[str, int], str]) -> dict[Atom, tuple[PartKind, Atom | None]]:
    """Each character's role and, for the body, the first character of its part; brackets of bylines left out."""
    roles: dict[Atom, tuple[PartKind, Atom | None]] = {}
    for part in article.parts:
        atoms = [atom for atom in _trace(part, ink) if ink[atom[0], atom[1]][atom[2]] not in _BRACKETS]
        first = atoms[0] if atoms and part.kind in BODY_KINDS else None
        roles |= dict.fromkeys(atoms, (part.kind, first))
    return roles


def _score_breaks(
    true: Sequence[Article], articles: Sequence[Article], ink: Mapping[tuple[str, int], str]
) -> tuple[int, int, int]:
    """Paragraph breaks within bodies: right, found, true. An article's first paragraph is no break on either side."""
    first, inner = _starts(true, ink)
    answer_first, answer_inner = _starts(articles, ink)
    found = answer_inner - first
    right = len(inner & (answer_inner | answer_first))
    return right, len(found | (inner & answer_first)), len(inner)


def _starts(articles: Sequence[Article], ink: Mapping[tuple[str, int], str]) -> tuple[set[Atom], set[Atom]]:
    first: set[Atom] = set()
    inner: set[Atom] = set()
    for article in articles:
        traces = [trace for part in article.body if (trace := _trace(part, ink))]
        first |= {trace[0] for trace in traces[:1]}
        inner |= {trace[0] for trace in traces[1:]}
    return first, inner


def _score_order(ranks: Sequence[int]) -> tuple[int, int]:
    pairs = [(a, b) for index, a in enumerate(ranks) for b in ranks[index + 1 :]]
    return sum(a < b for a, b in pairs), len(pairs)
