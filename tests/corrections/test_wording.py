"""What corrections are called."""

from __future__ import annotations

import pytest

from reader.corrections import Anchor, Break, Correction, GiveHeading, Join, Merge, Move, Recast, Split, describe
from reader.languages import Language, set_language
from reader.model import FurnitureKind, PartKind
from reader.model.names import ROLE_NAMES, name_role
from tests.corrections.issues import ROLES

A, B = Anchor("01", "新桥"), Anchor("01", "渡口")


def test_every_role_has_a_name_of_its_own() -> None:
    assert set(ROLE_NAMES) == set(ROLES)
    assert len(set(ROLE_NAMES.values())) == len(ROLES)
    assert len({role.value for role in ROLES}) == len(ROLES), "a name in the file stands for one role"
    assert name_role(PartKind.CAPTION) == "caption"


@pytest.mark.parametrize(
    ("correction", "chinese", "english"),
    [
        (Split(A), "在“新桥”处分篇", "split at “新桥”"),
        (Merge(A), "将“新桥”一篇并入前篇", "merge the article at “新桥” with the one before"),
        (Merge(A, B), "将“新桥”一篇并入“渡口”一篇", "merge the article at “新桥” into that at “渡口”"),
        (Move(A, to=B), "将“新桥”移到“渡口”一篇", "move “新桥” to the article at “渡口”"),
        (Move(A, after=B), "将“新桥”移到“渡口”之后", "move “新桥” behind “渡口”"),
        (Move(A), "将“新桥”另立一篇", "make “新桥” an article of its own"),
        (GiveHeading(A, B), "以“新桥”为“渡口”一篇的标题", "make “新桥” the heading of the article at “渡口”"),
        (Recast(A, FurnitureKind.FOLIO), "“新桥”是报眉", "“新桥” is folio"),
        (Break(A), "在“新桥”处分段", "a paragraph begins at “新桥”"),
        (Join(A), "“新桥”接上段", "“新桥” goes on from the paragraph before"),
    ],
)
def test_in_words(correction: Correction, chinese: str, english: str) -> None:
    assert str(describe(correction)) == english
    set_language(Language.SIMPLIFIED)
    assert str(describe(correction)) == chinese


def test_no_control_character_gets_through() -> None:
    assert "\x1b" not in str(describe(Split(Anchor("01", "\x1b[31m"))))
