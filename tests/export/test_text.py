"""An article as plain text: its paragraphs whole, one a line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.export.text import write_article
from reader.model import BODY_KINDS, PartKind
from tests.export.issues import BRIDGE, make_article

P, H, B = PartKind.PARAGRAPH, PartKind.HEADLINE, PartKind.BYLINE


def test_whole() -> None:
    assert write_article(BRIDGE).split("\n") == [
        "镇村新貌",
        "盼了三十年",
        "青禾镇新桥通车 两岸往来不再绕路",
        "全长三百二十米",
        "记者 苏木青 通讯员 何田",
        "",
        "　　本报讯　昨日上午，青禾镇新桥正式通车。",
        "渡口成了往事",
        "　　“以后赶集只要十分钟。”船工老沈说。",
        "图为新桥。",
        "苏木青 摄",
    ]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param([(P, "一。")], "　　一。", id="no heading, no blank line"),
        pytest.param([(H, "新桥")], "新桥", id="no body"),
        pytest.param([(H, "新桥"), (P, "一。"), (P, "二。")], "新桥\n\n　　一。\n　　二。", id="two paragraphs"),
        pytest.param(
            [(H, "新桥"), (P, "一。"), (B, "（苏木青）")], "新桥\n\n　　一。\n（苏木青）", id="signature at the end"
        ),
        pytest.param([], "", id="nothing"),
    ],
)
def test_lines(parts: list[tuple[PartKind, str]], expected: str) -> None:
    assert write_article(make_article(*parts)) == expected


def test_long_paragraph_has_no_line_end() -> None:
    paragraph = "新桥通车，" * 1000
    assert write_article(make_article((P, paragraph))) == f"　　{paragraph}"


def test_transform() -> None:
    assert write_article(make_article((H, "新桥")), lambda text: text.replace("桥", "橋")) == "新橋"


def test_no_control_character_leaves() -> None:
    article = make_article((H, "新\x1b[2J桥"), (P, "通\n车\x9b\u202e"))
    assert write_article(article) == "新\ufffd[2J桥\n\n　　通\ufffd车\ufffd\ufffd"


@given(
    st.lists(st.tuples(st.sampled_from(PartKind), st.text(st.sampled_from("新桥，。 a\u3000"), max_size=8)), max_size=8)
)
@settings(max_examples=80)
def test_nothing_is_lost_or_moved(parts: list[tuple[PartKind, str]]) -> None:
    """The text is that of the parts, in their order, but for blanks."""
    assert "".join(write_article(make_article(*parts)).split()) == "".join("".join(text for _, text in parts).split())


@given(st.lists(st.sampled_from(sorted(BODY_KINDS)), min_size=1, max_size=6))
def test_body_has_no_blank_lines(kinds: list[PartKind]) -> None:
    assert "" not in write_article(make_article(*[(kind, "新桥") for kind in kinds])).split("\n")
