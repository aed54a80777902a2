import pytest

from reader.hanzi.fold import fold, fold_variants
from reader.model import Article, ArticleKind, Part, PartKind
from reader.search import Index, Mode, parse_phrase
from tests.hanzi.variant_modes import DIFFERENT, RARE, TABLE, describe, make_table, read_groups


def test_the_table_is_current() -> None:
    assert TABLE.read_text(encoding="utf-8") == make_table()


def test_what_the_table_is_to_say() -> None:
    assert {describe(group, fold) for group in read_groups("variants.txt")} == {"="}
    assert all(describe(group, fold) != "=" == describe(group, fold_variants) for group in RARE)
    assert all(describe(group, fold_variants) == "|".join(group) for group in DIFFERENT)


@pytest.mark.parametrize("group", read_groups("variants.txt"))
def test_each_form_finds_every_other(group: str) -> None:
    text = "。".join(group)
    index = Index([Article("a1", "p1", ArticleKind.ARTICLE, (Part(PartKind.PARAGRAPH, text, "p1"),))])
    for form in group:
        assert len(index.find(parse_phrase(form))) >= len(group)
        assert text.count(form) == len(index.find(parse_phrase(form, Mode.EXACT)))
