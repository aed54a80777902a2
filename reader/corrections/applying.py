"""Corrections applied to an issue: another issue, of which nothing is lost either."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final

from reader.corrections.anchors import LineFinder
from reader.corrections.drafts import LEAD_KINDS, TITLE_KINDS, Desk, Draft
from reader.corrections.operations import Misfit, Operator
from reader.corrections.values import Correction
from reader.corrections.wording import describe
from reader.languages import sentence
from reader.model import Article, ArticleKind, Author, FurnitureKind, Issue, Note, Part, PartKind

UNRESOLVED: Final = "correction-unresolved"
"""Code of the Note for a correction that does not fit any more."""

APPROXIMATE: Final = "correction-approximate"
"""Code of the Note for one whose line was found by likeness."""

FindAuthors = Callable[[str], tuple[Author, ...]]
"""Whom a byline names."""

_SIGNED: Final = frozenset({PartKind.BYLINE, PartKind.CREDIT, PartKind.DATELINE})
"""Kinds of parts that name authors."""

_ABOUT_PAGE: Final = frozenset({"page-not-prose"})
"""Codes of notes on a page's structure that say nothing once somebody has corrected that page."""

_ABOUT_TEXT: Final = frozenset({"headline-without-body"})
"""Codes of notes that quote a piece of furniture, and say nothing once that piece is something else."""


def apply_corrections(
    issue: Issue, corrections: Iterable[Correction], *, find_authors: FindAuthors | None = None
) -> Issue:
    """The issue as the corrections have it.

    Args:
        issue: As it was made from its source, without corrections.
        corrections: In the order in which they were made.
        find_authors: Reads a byline that names none of the authors known already; None leaves it unread.

    Returns:
        An issue with the same print: every character that is not blank still stands in one place. Articles that no
        correction touches are the same but for their ids; notes on the doubts about those that one touches are gone.
        A correction that does not fit is a Note. The same issue where there are no corrections.
    """
    wanted = tuple(corrections)
    if not wanted:
        return issue
    desk = Desk(issue)
    operator = Operator(desk, LineFinder(issue.pages))
    notes: list[Note] = []
    for number, correction in enumerate(wanted, 1):
        try:
            operator.apply(correction)
        except Misfit as misfit:
            notes.append(_note_misfit(number, correction, misfit))
            continue
        if operator.approximate:
            notes.append(_note_approximate(number, correction))
        _settle(desk)
    return _make_issue(desk, notes, find_authors)


def _settle(desk: Desk) -> None:
    """Put the articles that have changed in their places among the others: by the print of their headings."""
    kept: list[Draft] = []
    moved: list[Draft] = []
    for draft in desk.drafts:
        if draft.touched:
            _order_lead(draft)
        stays = draft.origin is not None and (
            not draft.touched or _find_position(desk, draft.origin.parts) == _find_position(desk, draft.parts)
        )
        (kept if stays else moved).append(draft)
    for draft in moved:
        position = _find_position(desk, draft.parts)
        at = next((n for n, other in enumerate(kept) if _find_position(desk, other.parts) > position), len(kept))
        kept.insert(at, draft)
    desk.drafts = kept


def _order_lead(draft: Draft) -> None:
    """Bylines before datelines, where they open the text."""
    heading, rest = draft.heading, draft.rest
    length = next((at for at, part in enumerate(rest) if part.kind not in LEAD_KINDS), len(rest))
    lead = sorted(rest[:length], key=lambda part: LEAD_KINDS.index(part.kind))
    draft.parts = [*heading, *lead, *rest[length:]]


def _find_position(desk: Desk, parts: Sequence[Part]) -> tuple[int, int, int]:
    """Where an article is printed for the newspaper's order: its headline, or else its first part."""
    return desk.place(next((part for part in parts if part.kind in TITLE_KINDS), parts[0]))


def _make_issue(desk: Desk, notes: Sequence[Note], find_authors: FindAuthors | None) -> Issue:
    issue = desk.issue
    articles = tuple(_make_article(draft, number, find_authors) for number, draft in enumerate(desk.drafts, 1))
    ids = {draft.origin.id: f"a{number}" for number, draft in enumerate(desk.drafts, 1) if draft.origin}
    changed = {article.id for article in issue.articles} - {
        draft.origin.id for draft in desk.drafts if draft.origin and not draft.touched
    }
    kept = [note for note in issue.notes if not _is_settled(note, desk, changed)]
    return replace(
        issue,
        articles=articles,
        furniture=tuple(desk.furniture),
        notes=(*(replace(n, article=ids.get(n.article)) if n.article else n for n in kept), *notes),
    )


def _is_settled(note: Note, desk: Desk, changed: set[str]) -> bool:
    """Whether a note tells of a doubt that somebody has put an end to."""
    if note.article is not None:
        return note.article in changed
    if note.code in _ABOUT_PAGE:
        return any(article.id in changed and note.page in article.pages for article in desk.issue.articles)
    if note.code in _ABOUT_TEXT:
        gone = {id(piece) for piece in desk.issue.furniture} - {id(piece) for piece in desk.furniture}
        left = [piece.text for piece in desk.furniture if piece.page == note.page]
        return any(
            id(piece) in gone and piece.page == note.page and piece.text in str(note.message) and piece.text not in left
            for piece in desk.issue.furniture
            if piece.kind is FurnitureKind.OTHER
        )
    return False


def _make_article(draft: Draft, number: int, find_authors: FindAuthors | None) -> Article:
    article_id = f"a{number}"
    if draft.origin is not None and not draft.touched:
        return replace(draft.origin, id=article_id)
    parts = tuple(draft.parts)
    kind = _find_kind(parts, draft.kind)
    authors = _find_authors(draft, find_authors)
    if draft.origin is None:
        return Article(article_id, parts[0].page, kind, parts, authors, draft.jump)
    return replace(
        draft.origin, id=article_id, page=parts[0].page, kind=kind, parts=parts, authors=authors, jump=draft.jump
    )


_EVIDENCE: Final = {
    ArticleKind.PHOTO: frozenset({PartKind.CAPTION, PartKind.CREDIT}),
    ArticleKind.VERSE: frozenset({PartKind.VERSE}),
    ArticleKind.TABLE: frozenset({PartKind.TABLE}),
}
"""The kinds of parts without which an article is not of that kind."""


def _find_kind(parts: Sequence[Part], was: ArticleKind) -> ArticleKind:
    """The kind of an article whose body has changed: what the whole body is of, or else what it was."""
    body = {part.kind for part in parts if part.kind in _BODY}
    for kind, evidence in _EVIDENCE.items():
        if body and body <= evidence and body != {PartKind.CREDIT}:
            return kind if was is not ArticleKind.OTHER else was
    return ArticleKind.ARTICLE if was in _EVIDENCE and not body & _EVIDENCE[was] else was


_BODY: Final = frozenset({PartKind.PARAGRAPH, PartKind.CAPTION, PartKind.CREDIT, PartKind.VERSE, PartKind.TABLE})
"""The kinds of text that tell what an article is."""


def _find_authors(draft: Draft, find_authors: FindAuthors | None) -> tuple[Author, ...]:
    """Authors known already whose names are still there, and those of bylines that name none of them."""
    signed = [part for part in draft.parts if part.kind in _SIGNED]
    own = draft.origin.authors if draft.origin else ()
    texts = {id(part): _compact(part.text) for part in signed}
    before = "".join(_compact(part.text) for part in draft.origin.parts) if draft.origin else ""
    known = [
        author
        for author in dict.fromkeys((*own, *draft.authors))
        # An author that the print never named is the source's word.
        if any(_compact(author.name) in text for text in texts.values())
        or (author in own and _compact(author.name) not in before)
    ]
    if find_authors is not None:
        for part in signed:
            named = any(_compact(author.name) in texts[id(part)] for author in known)
            if part.kind is PartKind.BYLINE and not named:
                known.extend(find_authors(part.text))
    return tuple(dict.fromkeys(known))


def _compact(text: str) -> str:
    return "".join(text.split())


def _note_misfit(number: int, correction: Correction, misfit: Misfit) -> Note:
    words = sentence(
        "correction {number} ({correction}) does not fit: {reason}",
        number=number,
        correction=describe(correction),
        reason=misfit.sentence,
    )
    return Note(UNRESOLVED, words)


def _note_approximate(number: int, correction: Correction) -> Note:
    words = sentence(
        "correction {number} ({correction}) is applied to the line most like its own",
        number=number,
        correction=describe(correction),
    )
    return Note(APPROXIMATE, words)
