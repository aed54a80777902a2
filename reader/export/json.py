"""An issue as JSON, in the schema "dubao.issue/1"."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from reader.export import Transform
from reader.hanzi.harmless import make_harmless
from reader.languages import in_english
from reader.model import Article, Author, Furniture, Issue, Jump, Note, Page, Part, PartKind

SCHEMA: Final = "dubao.issue/1"
"""Name and version of the layout; it changes only when a program that reads it could break."""

JsonObject = dict[str, object]
"""What `json.dumps` writes as an object."""


def describe_issue(
    issue: Issue, *, articles: Sequence[Article] | None = None, transform: Transform | None = None
) -> JsonObject:
    """The issue as values that JSON knows; lists are never null, and number and language are left out where unknown.

    Args:
        issue: What to describe.
        articles: The articles to describe; all of the issue's where None.
        transform: Applied to every text of the newspaper, never to ids, codes, messages or the source's name.
    """
    chosen = issue.articles if articles is None else articles

    def write(text: str) -> str:
        return make_harmless(transform(text) if transform else text)

    return {
        "schema": SCHEMA,
        "source": make_harmless(issue.source),
        "format": issue.format,
        "title": None if issue.title is None else write(issue.title),
        "date": None if issue.date is None else issue.date.isoformat(),
        **{
            key: make_harmless(value)
            for key, value in (("number", issue.number), ("language", issue.language))
            if value
        },
        "pages": [_describe_page(page, write) for page in issue.pages],
        "articles": [_describe_article(article, write) for article in chosen],
        "furniture": [_describe_furniture(piece, write) for piece in issue.furniture],
        "notes": describe_notes(issue.notes),
    }


def describe_notes(notes: Sequence[Note]) -> list[JsonObject]:
    """The notes of an issue as values that JSON knows."""
    return [
        {
            "code": note.code,
            "message": make_harmless(in_english(note.message)),
            "page": note.page,
            "article": note.article,
        }
        for note in notes
    ]


def format_json(value: JsonObject) -> str:
    """The JSON text of a value: Han characters as themselves, indented, without a final line feed."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def _describe_page(page: Page, write: Transform) -> JsonObject:
    return {"id": page.id, "label": _write_if_any(page.label, write), "section": _write_if_any(page.section, write)}


def _describe_article(article: Article, write: Transform) -> JsonObject:
    def texts(kind: PartKind) -> list[str]:
        return [write(part.text) for part in article.of_kind(kind)]

    return {
        "id": article.id,
        "page": article.page,
        "kind": article.kind.value,
        "label": " ".join(texts(PartKind.LABEL)) or None,
        "kicker": texts(PartKind.KICKER),
        "headline": texts(PartKind.HEADLINE),
        "subheadline": texts(PartKind.SUBHEADLINE),
        "byline": texts(PartKind.BYLINE),
        "authors": [_describe_author(author, write) for author in article.authors],
        "dateline": " ".join(texts(PartKind.DATELINE)) or None,
        "body": [_describe_part(part, write) for part in article.body],
        "jump": None if article.jump is None else _describe_jump(article.jump, write),
    }


def _describe_author(author: Author, write: Transform) -> JsonObject:
    return {"role": _write_if_any(author.role, write), "name": write(author.name)}


def _describe_part(part: Part, write: Transform) -> JsonObject:
    return {"kind": part.kind.value, "text": write(part.text), "page": part.page}


def _describe_jump(jump: Jump, write: Transform) -> JsonObject:
    return {"to": _write_if_any(jump.to, write), "from": _write_if_any(jump.origin, write)}


def _describe_furniture(piece: Furniture, write: Transform) -> JsonObject:
    return {"page": piece.page, "kind": piece.kind.value, "text": write(piece.text)}


def _write_if_any(text: str | None, write: Transform) -> str | None:
    return None if text is None else write(text)
