import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.hanzi.fold import fold_variants
from reader.hanzi.lookalikes import LOOKALIKES, fold_lookalikes

GROUPS = LOOKALIKES.split()


@pytest.mark.parametrize("group", ["己已巳", "未末", "日曰", "土士", "貝見", "書畫晝", "綱網", "0O〇○", "1l", "口ロ"])
def test_lookalikes_are_one(group: str) -> None:
    assert len(set(fold_lookalikes(group))) == 1


@pytest.mark.parametrize("pair", ["新桥", "上下", "他她", "三五"])
def test_others_are_not(pair: str) -> None:
    assert len(set(fold_lookalikes(pair))) == 2


def test_groups_have_no_character_in_common_and_are_folded() -> None:
    characters = "".join(GROUPS)
    assert len(set(characters)) == len(characters)
    assert [character for character in characters if fold_variants(character) != character] == []
    assert all(len(group) > 1 for group in GROUPS)


@given(st.text(), st.text(alphabet="".join(GROUPS)))
def test_as_the_fold_of_variants_and_more(text: str, alike: str) -> None:
    text += alike
    folded = fold_lookalikes(text)
    assert len(folded) == len(text)
    assert fold_lookalikes(folded) == folded == fold_lookalikes(fold_variants(text))
