"""Kept bookmarks and highlights as excerpts to be exported. Loads no Textual, for `dubao notes` needs none."""

from __future__ import annotations

from collections.abc import Iterable

from reader.export.notes import Excerpt
from reader.state import Annotation, AnnotationKind


def make_excerpts(annotations: Iterable[Annotation]) -> tuple[Excerpt, ...]:
    """What is to be written about some annotations, in their order."""
    return tuple(
        Excerpt(
            path=one.issue.path,
            newspaper=one.issue.title,
            day=one.issue.date,
            page=one.page,
            article=one.article,
            quote=one.quote,
            note=one.note,
            is_highlight=one.kind is AnnotationKind.HIGHLIGHT,
            made=one.made,
        )
        for one in annotations
    )


def gather_by_issue(annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """Those of all issues by title and day, of an issue by page and article, of an article as they were made."""
    return tuple(
        sorted(
            annotations,
            key=lambda one: (
                one.issue.title or "",
                str(one.issue.date or ""),
                one.issue.path,
                one.page,
                one.article,
                one.made,
            ),
        )
    )
