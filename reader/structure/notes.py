"""What a reader should know about an answer that may be wrong, in words."""

from __future__ import annotations

from collections.abc import Sequence

from reader.languages import sentence
from reader.model import Article, ArticleKind, Note, PartKind
from reader.structure.settings import SETTINGS, Settings

_HEADINGS = (PartKind.HEADLINE, PartKind.KICKER, PartKind.SUBHEADLINE)


def note_not_prose(page: str) -> Note:
    """A page, or a stretch of one, without paragraphs."""
    return Note("page-not-prose", sentence("no prose was found here; the lines are shown as printed"), page)


def note_without_body(page: str, text: str) -> Note:
    """A display line that heads nothing."""
    return Note("headline-without-body", sentence("no body was found for the heading “{heading}”", heading=text), page)


def find_notes(article: Article, settings: Settings = SETTINGS) -> Sequence[Note]:
    """What is doubtful about one article."""
    headed = any(article.of_kind(kind) for kind in _HEADINGS)
    comes_from = article.jump is not None and article.jump.origin is not None
    if not headed and article.kind in (ArticleKind.ARTICLE, ArticleKind.PHOTO) and not comes_from:
        words = sentence("no headline was found for this text")
        return (Note("headline-missing", words, article.page, article.id),)
    if article.confidence is not None and article.confidence < settings.doubtful:
        if headed:
            words = sentence("the headline and the bounds of this text are a guess")
            return (Note("headline-uncertain", words, article.page, article.id),)
        words = sentence("where this text begins and ends is a guess")
        return (Note("bounds-uncertain", words, article.page, article.id),)
    return ()
