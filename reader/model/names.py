"""What kinds of articles, of their parts and of page furniture are called, in the reader's language."""

from __future__ import annotations

from typing import Final

from reader.languages import message, say
from reader.model.article import ArticleKind, PartKind
from reader.model.issue import FurnitureKind

KIND_NAMES: Final[dict[ArticleKind, str]] = {
    ArticleKind.ARTICLE: message("article"),
    ArticleKind.BRIEF: message("brief"),
    ArticleKind.PHOTO: message("photo"),
    ArticleKind.NOTICE: message("notice"),
    ArticleKind.ADVERTISEMENT: message("advertisement"),
    ArticleKind.VERSE: message("poem"),
    ArticleKind.TABLE: message("table"),
    ArticleKind.OTHER: message("other"),
}

ROLE_NAMES: Final[dict[PartKind | FurnitureKind, str]] = {
    PartKind.LABEL: message("label"),
    PartKind.KICKER: message("kicker"),
    PartKind.HEADLINE: message("headline"),
    PartKind.SUBHEADLINE: message("subheadline"),
    PartKind.BYLINE: message("byline"),
    PartKind.DATELINE: message("dateline"),
    PartKind.PARAGRAPH: message("body text"),
    PartKind.CROSSHEAD: message("crosshead"),
    PartKind.CAPTION: message("caption"),
    PartKind.CREDIT: message("photo credit"),
    PartKind.VERSE: message("verse"),
    PartKind.TABLE: message("table"),
    PartKind.NOTE: message("editor's note"),
    FurnitureKind.NAMEPLATE: message("nameplate"),
    FurnitureKind.FOLIO: message("folio"),
    FurnitureKind.IMPRINT: message("imprint"),
    FurnitureKind.CONTENTS: message("list of contents"),
    FurnitureKind.DUPLICATE: message("duplicate"),
    FurnitureKind.JUMP: message("jump line"),
    FurnitureKind.OTHER: message("other page furniture"),
}


def name_kind(kind: ArticleKind) -> str:
    """What an article of that kind is called."""
    return say(KIND_NAMES[kind])


def name_role(role: PartKind | FurnitureKind) -> str:
    """What a line of that role is called."""
    return say(ROLE_NAMES[role])
