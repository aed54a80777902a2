"""What a correction does, in a few words for a person."""

from __future__ import annotations

from typing import Final

from reader.corrections.values import (
    Anchor,
    Break,
    Correction,
    GiveHeading,
    Merge,
    Move,
    Recast,
    Role,
    Split,
)
from reader.hanzi.harmless import make_harmless
from reader.model import FurnitureKind, PartKind

ROLE_NAMES: Final[dict[Role, str]] = {
    PartKind.LABEL: "栏目",
    PartKind.KICKER: "引题",
    PartKind.HEADLINE: "主题",
    PartKind.SUBHEADLINE: "副题",
    PartKind.BYLINE: "署名",
    PartKind.DATELINE: "电头",
    PartKind.PARAGRAPH: "正文",
    PartKind.CROSSHEAD: "小标题",
    PartKind.CAPTION: "图说",
    PartKind.CREDIT: "摄影署名",
    PartKind.VERSE: "诗行",
    PartKind.TABLE: "表格",
    PartKind.NOTE: "编者按",
    FurnitureKind.NAMEPLATE: "报头",
    FurnitureKind.FOLIO: "报眉",
    FurnitureKind.IMPRINT: "版权",
    FurnitureKind.CONTENTS: "导读",
    FurnitureKind.DUPLICATE: "重复",
    FurnitureKind.JUMP: "转版",
    FurnitureKind.OTHER: "其他版面文字",
}
"""What the roles are called on screen."""


def describe(correction: Correction) -> tuple[str, str]:
    """What a correction does, in Chinese and in English."""
    at = _quote(correction.at)
    match correction:
        case Split():
            return f"在{at}处分篇", f"split at {at}"
        case Merge():
            if correction.into is None:
                return f"将{at}一篇并入前篇", f"merge the article at {at} with the one before"
            other = _quote(correction.into)
            return f"将{at}一篇并入{other}一篇", f"merge the article at {at} into that at {other}"
        case Move():
            return _describe_move(correction, at)
        case GiveHeading():
            other = _quote(correction.to)
            return f"以{at}为{other}一篇的标题", f"make {at} the heading of the article at {other}"
        case Recast():
            return f"{at}是{name_role(correction.role)}", f"{at} is {correction.role.value}"
        case Break():
            return f"在{at}处分段", f"a paragraph begins at {at}"
    return f"{at}接上段", f"{at} goes on from the paragraph before"


def _describe_move(correction: Move, at: str) -> tuple[str, str]:
    if correction.to is not None:
        other = _quote(correction.to)
        return f"将{at}移到{other}一篇", f"move {at} to the article at {other}"
    if correction.after is not None:
        other = _quote(correction.after)
        return f"将{at}移到{other}之后", f"move {at} behind {other}"
    return f"将{at}另立一篇", f"make {at} an article of its own"


def name_role(role: Role) -> str:
    """What a role is called on screen."""
    return ROLE_NAMES.get(role, role.value)


def _quote(anchor: Anchor) -> str:
    return f"“{make_harmless(anchor.words)}”"
