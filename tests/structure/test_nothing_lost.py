"""The law: whatever the text, every character ends in exactly one place."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.structure import find_articles
from tests.structure.pages import check_nothing_lost, make_page

_NEWSPRINT = st.sampled_from(
    "一二三四记者通讯员本报讯新华社电王某张李在和的了县里开会强调摄图为下转上接第版编者按责任编辑"
    "記報導電攝，。、；：！？“”「」（）〔〕【】《》…—·□■●○▲　 123aA-.:/|@"
)
_LINES = st.lists(st.text(_NEWSPRINT, max_size=24), max_size=30).map("\n".join)


@given(st.lists(_LINES, min_size=1, max_size=3))
@settings(max_examples=150, deadline=None)
def test_nothing_is_lost_of_what_looks_like_a_newspaper(texts: list[str]) -> None:
    pages = [make_page(text, f"p{number}") for number, text in enumerate(texts, 1)]
    check_nothing_lost(pages, find_articles(pages))


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_nothing_is_lost_of_any_text(text: str) -> None:
    pages = [make_page(text)]
    check_nothing_lost(pages, find_articles(pages))
