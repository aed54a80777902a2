from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import QueryError
from reader.search import Field, Mode, parse_phrase, parse_query

H, A = Field.HEADLINE, Field.AUTHOR
Words = list[str | tuple[str, Field]]


def parse(text: str) -> tuple[Words, Words, list[str]]:
    """What is asked for, what is excluded, and pages; words with a field as pairs."""
    query = parse_query(text, Mode.EXACT)
    words: Words = [(word.needle, word.field) if word.field else word.needle for word in query.words]
    excluded: Words = [(word.needle, word.field) if word.field else word.needle for word in query.excluded]
    return words, excluded, [f"-{page.name}" if page.excluded else page.name for page in query.pages]


@pytest.mark.parametrize(
    ("text", "words", "excluded", "pages"),
    [
        ("新桥", ["新桥"], [], []),
        ("  新桥 通车 ", ["新桥", "通车"], [], []),
        ("GDP 2017", ["GDP", "2017"], [], []),
        # names that print pads
        ("张 三", ["张三"], [], []),
        ("张　三丰", ["张三丰"], [], []),
        ("新桥　通车", ["新桥通车"], [], []),
        ("张 三 丰", ["张三丰"], [], []),
        ("张 三 新桥 李 四", ["张三", "新桥", "李四"], [], []),
        ("张 三丰", ["张", "三丰"], [], []),
        ("张 a", ["张", "a"], [], []),
        ("新\n桥", ["新桥"], [], []),
        ("新\u200b桥", ["新桥"], [], []),
        # phrases
        ('"新桥 通车"', ["新桥通车"], [], []),
        ("“新桥 通车” 「渡船」", ["新桥通车", "渡船"], [], []),
        ('"张" 三', ["张", "三"], [], []),
        ('"-新桥"', ["-新桥"], [], []),
        ('"标题:新桥"', ["标题:新桥"], [], []),
        # not finished, or ordinary marks of the text
        ('"新桥 通', ['"新桥', "通"], [], []),
        ("“新桥", ["“新桥"], [], []),
        ("“新桥”通车", ["“新桥”通车"], [], []),
        ('""', ['""'], [], []),
        ("「」", ["「」"], [], []),
        ("他说“好”", ["他说“好”"], [], []),
        # what is not to be there
        ("新桥 -渡船", ["新桥"], ["渡船"], []),
        ("-渡船 新桥", ["新桥"], ["渡船"], []),
        ('新桥 -"渡 船"', ["新桥"], ["渡船"], []),
        ("新桥 -张 三", ["新桥"], ["张三"], []),
        ("新桥 -", ["新桥", "-"], [], []),
        ("-", ["-"], [], []),
        ("-5℃", ["-5℃"], [], []),
        ("-5 -7", ["-5", "-7"], [], []),
        ("新-桥", ["新-桥"], [], []),
        ("新桥 - 渡船", ["新桥", "-", "渡船"], [], []),
        # fields
        ("标题:新桥", [("新桥", H)], [], []),
        ("標題：新桥", [("新桥", H)], [], []),
        ("Headline: 新桥 渡船", [("新桥", H), "渡船"], [], []),
        ("作者:张 三", [("张三", A)], [], []),
        ("author:张三 新桥", [("张三", A), "新桥"], [], []),
        ('标题:"新桥 通车"', [("新桥通车", H)], [], []),
        ("新桥 -标题:通知", ["新桥"], [("通知", H)], []),
        ("标题:", ["标题:"], [], []),
        ("新桥 作者: ", ["新桥", "作者:"], [], []),
        ("记者:张三", ["记者:张三"], [], []),
        ("12:30", ["12:30"], [], []),
        # pages
        ("版:3 新桥", ["新桥"], [], ["3"]),
        ("page:A03 新桥", ["新桥"], [], ["A03"]),
        ("版：要闻", [], [], ["要闻"]),
        ("版：要闻 -通知", [], ["通知"], ["要闻"]),
        ("-版:4 新桥", ["新桥"], [], ["-4"]),
        ("版:第 三", ["三"], [], ["第"]),
        ("", [], [], []),
        (" \u3000\u200b", [], [], []),
    ],
)
def test_grammar(text: str, words: Words, excluded: Words, pages: list[str]) -> None:
    assert parse(text) == (words, excluded, pages)


def test_field_of_words_without_one() -> None:
    words = parse_query("新桥 作者:张三 -渡船", field=H)
    assert [word.field for word in (*words.words, *words.excluded)] == [H, A, H]
    assert [word.field for word in parse_query("新.", Mode.REGEX, H).words] == [H]


@pytest.mark.parametrize(
    ("text", "edits", "remarked"),
    [("新桥通", 0, True), ("新桥通车", 1, False), ("新桥通车新桥通", 1, False), ("新桥通车新桥通车", 2, False)],
)
def test_how_fuzzy(text: str, edits: int, remarked: bool) -> None:
    query = parse_query(text, Mode.FUZZY)
    assert [word.edits for word in query.words] == [edits]
    assert bool(query.remark) == remarked


def test_no_expression() -> None:
    with pytest.raises(QueryError, match="bad regular expression: "):
        parse_query("(", Mode.REGEX)


def test_an_expression_has_no_grammar() -> None:
    assert [word.needle for word in parse_query("-新 桥", Mode.REGEX).words] == ["-新 桥"]
    assert parse_query("  ", Mode.REGEX).is_empty


def test_without_rapidfuzz() -> None:
    with patch.dict("sys.modules", {"rapidfuzz": None, "rapidfuzz.distance": None}):
        for parse in (parse_query, parse_phrase):
            with pytest.raises(QueryError, match="rapidfuzz"):
                parse("新桥通车", Mode.FUZZY)


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("text", ["-新桥 (通", "标题:新桥", '"新桥"', " "])
def test_a_phrase_has_no_grammar(text: str, mode: Mode) -> None:
    query = parse_phrase(text, mode)
    assert query.text == text
    assert len(query.words) == (text != " ")
    assert not query.excluded


@given(st.text(alphabet='新桥张三 　-－"“”「」:：标题作者版a\n', max_size=12), st.sampled_from([*Mode]))
def test_every_state_of_typing_is_a_query(text: str, mode: Mode) -> None:
    if mode is Mode.REGEX:
        return
    query = parse_query(text, mode)
    assert query.is_empty == (not text.strip())
    assert all(word.needle for word in (*query.words, *query.excluded))
