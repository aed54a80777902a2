import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.hanzi import _fold_table, _script_table
from reader.hanzi.fold import fold, fold_variants

CORPUS = Path(__file__).parents[1] / "corpus"
EVERY_CHARACTER = "".join(map(chr, range(sys.maxunicode + 1)))


def read_groups(name: str) -> list[str]:
    """The groups of a table: words of the lines that are no comment."""
    lines = (CORPUS / name).read_text(encoding="utf-8").splitlines()
    return [group for line in lines if not line.startswith("#") for group in line.split()]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("頭髮", "头发"),
        ("臺灣／台灣", "台湾/台湾"),
        ("ＧＤＰ　２０１７", "gdp 2017"),
        ("二○一七", "二〇一七"),
        ("「柳江」『河』《集》", '"柳江""河"<集>'),
        ("“一’——…⋯", "\"一'--……"),
        ("⺠⻄⼈", "民西人"),
        ("豈", "岂"),
        ("①Ⅷ", "1ⅷ"),
        ("卡爾·馬克·吐溫", "卡尔·马克·吐温"),
        ("﹁竪排﹂︵一︶", '"竖排"(一)'),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("text", ["㎡", "℃", "㈠", "½", "ﬁ", "㍿", "İ", "\ue000", "\n", "", "\ud800"])
def test_what_would_change_its_length_stays(text: str) -> None:
    assert fold(text) == text


@pytest.mark.parametrize(
    "pair", ["欠缺", "芸艺", "缶罐", "予豫", "弁辨", "糸丝", "浜滨", "沪滤", "零〇", "未末", "己已", "日曰", "复覆"]
)
def test_different_words_stay_apart(pair: str) -> None:
    assert fold(pair[0]) != fold(pair[1])


def test_every_character_folds_to_one_that_stays() -> None:
    folded = fold(EVERY_CHARACTER)
    assert len(folded) == len(EVERY_CHARACTER)
    assert fold(folded) == folded


@given(st.text(), st.text())
def test_folding_is_by_character(one: str, other: str) -> None:
    assert fold(one + other) == fold(one) + fold(other)


@pytest.mark.parametrize("group", read_groups("variants.txt"))
def test_variants_are_unified(group: str) -> None:
    assert len(set(fold(group))) == 1, fold(group)


@pytest.mark.parametrize("pair", ["妬妒", "塟葬", "収收", "朙明", "囓啮", "妳奶", "頭头", "Ａa", "両两"])
def test_rare_variants_are_unified_on_request(pair: str) -> None:
    assert fold_variants(pair[0]) == fold_variants(pair[1])


@pytest.mark.parametrize("pair", ["烟完", "沪沍", "它他", "彻澈", "余予", "关阎", "未末", "複覆"])
def test_common_characters_are_never_variants_of_one_another(pair: str) -> None:
    assert fold_variants(pair[0]) != fold_variants(pair[1])


def test_variants_fold_to_what_stays_and_keep_what_the_fold_unifies() -> None:
    folded = fold_variants(EVERY_CHARACTER)
    assert len(folded) == len(EVERY_CHARACTER)
    assert fold_variants(folded) == folded
    assert fold_variants(fold(EVERY_CHARACTER)) == folded


def test_the_table_of_variants_is_current() -> None:
    pytest.importorskip("opencc", reason="OpenCC is not installed")
    from scripts import make_fold_table, make_variant_table

    path = make_fold_table.PACKAGE / "_variant_table.py"
    assert path.read_text(encoding="utf-8") == make_variant_table.make_module()


def test_pairs_are_read_from_unihan(tmp_path: Path) -> None:
    pytest.importorskip("opencc", reason="OpenCC is not installed")
    from scripts.make_variant_table import read_unihan

    (tmp_path / "kSemanticVariant.txt").write_text(
        "# none\nU+3405 㐅\tkSemanticVariant\tU+4E94<kMatthews U+4E00\n", "utf-8"
    )
    (tmp_path / "kZVariant.txt").write_text("U+3588 㖈\tkZVariant\tU+439B\n\n", "utf-8")
    assert read_unihan(tmp_path) == ["㐅一", "㐅五", "㖈䎛"]


def test_the_tables_are_current() -> None:
    opencc = pytest.importorskip("opencc", reason="OpenCC is not installed")
    from scripts import make_fold_table

    if opencc.__version__ != _fold_table.OPENCC:
        pytest.skip(f"the tables are made with OpenCC {_fold_table.OPENCC}, not {opencc.__version__}")
    for name, source in make_fold_table.make_modules().items():
        assert (make_fold_table.PACKAGE / name).read_text(encoding="utf-8") == source


def test_no_variant_is_listed_that_needs_no_listing() -> None:
    pytest.importorskip("opencc", reason="OpenCC is not installed")
    from scripts import make_fold_table

    pairs = make_fold_table._pairs(make_fold_table._VARIANTS)
    plain = make_fold_table._convert_singly(pairs, make_fold_table._CHAIN)
    assert [form for form, alone in zip(pairs, plain, strict=True) if alone == fold(form)] == []


def test_the_scripts_have_no_character_in_common() -> None:
    assert not set(_script_table.SIMPLIFIED_ONLY) & set(_script_table.TRADITIONAL_ONLY)
    assert not set("后里台云只谷") & set(_script_table.SIMPLIFIED_ONLY)
    assert not set("乾著藉瞭") & set(_script_table.TRADITIONAL_ONLY)
