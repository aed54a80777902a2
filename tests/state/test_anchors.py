"""Places and stretches are found again: where they were, by their very words, by words that are nearly the same."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Article, Issue, Part, PartKind
from reader.state.anchors import TextFinder, make_keys
from reader.state.values import Found, Stretch
from tests.state.issues import BRIDGE, CHARACTERS, ISSUE, LIBRARY, UNTITLED, generate_articles, make_issue

texts = st.lists(st.text(alphabet="水渠田ＡaB 　，。頭头\n", max_size=30), max_size=4)
any_issues = st.lists(st.tuples(st.sampled_from(["", "春灌", "修渠"]), texts), min_size=1, max_size=4).map(make_issue)


def read(issue: Issue, found: Found) -> str:
    """The text of a stretch, without what lies between parts."""
    parts = issue.articles[found.article].parts
    stretches = found.find_stretches(issue.articles[found.article])
    return "".join(parts[piece.part].text[piece.start : piece.end] for piece in stretches)


def carry(
    old: Issue, new: Issue, article: int, start: tuple[int, int], end: tuple[int, int] | None = None
) -> Found | None:
    """Where a stretch, or a place, of one issue is in another."""
    return TextFinder(new).resolve(TextFinder(old).make_anchor(article, start, end))


@settings(max_examples=60)
@given(any_issues, st.data())
def test_nothing_changed_nothing_moved(issue: Issue, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(issue.articles) - 1))
    parts = issue.articles[index].parts
    if not parts:
        assert carry(issue, issue, index, (0, 0)) in (None, Found(index, 0, 0, 0, 0))
        return
    places = st.integers(0, len(parts) - 1).flatmap(
        lambda part: st.tuples(st.just(part), st.integers(0, len(parts[part].text)))
    )
    start, end = sorted([data.draw(places), data.draw(places)])
    assert carry(issue, issue, index, start) == Found(index, *start, *start)
    assert carry(issue, issue, index, start, end) == Found(index, *start, *end)


@settings(max_examples=80, deadline=None)
@given(
    seed=st.integers(0, 9),
    article=st.integers(0, 3),
    part=st.integers(1, 4),
    at=st.tuples(st.integers(0, 59), st.integers(2, 40)),
    where=st.tuples(st.integers(0, 3), st.integers(0, 4), st.integers(0, 59)),
    edit=st.sampled_from(["wrong", "missing", "added", "space"]),
    wrong=st.sampled_from(CHARACTERS),
)
def test_one_character_changed_anywhere(
    seed: int,
    article: int,
    part: int,
    at: tuple[int, int],
    where: tuple[int, int, int],
    edit: str,
    wrong: str,
) -> None:
    before = generate_articles(seed)
    start = min(at[0], 58)
    end = min(60, start + at[1])
    after = [(title, list(texts)) for title, texts in before]
    lines = [after[where[0]][0], *after[where[0]][1]]
    line = lines[where[1]]
    spot = min(where[2], len(line) - 1)
    put = {"wrong": wrong, "missing": "", "added": wrong + line[spot], "space": "　" + line[spot]}[edit]
    lines[where[1]] = line[:spot] + put + line[spot + 1 :]
    after[where[0]] = (lines[0], lines[1:])
    old, new = make_issue(before), make_issue(after)
    found = carry(old, new, article, (part, start), (part, end))
    assert found is not None
    assert found.article == article
    if where[:2] == (article, part) and start - 1 <= spot <= end:
        # At its edge it is open whether a character belongs to it.
        assert (found.part, found.end_part) == (part, part)
        assert abs(found.start - start) <= 1
        assert abs(found.end - end) <= 1
    else:
        assert read(new, found) == before[article][1][part - 1][start:end]


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 9), article=st.integers(0, 3), part=st.integers(1, 4), start=st.integers(0, 50))
def test_found_however_articles_and_paragraphs_are_cut(seed: int, article: int, part: int, start: int) -> None:
    before = generate_articles(seed)
    old = make_issue(before)
    wanted = before[article][1][part - 1][start : start + 9]
    headline, paragraphs = before[article]
    moved = [pair for at, pair in enumerate(before) if at != article]
    for after in (
        [*moved, before[article]],
        [*before[:article], (headline, ["".join(paragraphs)]), *before[article + 1 :]],
        [*before[:article], (headline, paragraphs[:2]), ("", paragraphs[2:]), *before[article + 1 :]],
        [("", [text for title, texts in before for text in [title, *texts]])],
        [(f"青禾{title}", texts) for title, texts in before],
    ):
        new = make_issue(after)
        found = carry(old, new, article, (part, start), (part, start + 9))
        assert found is not None
        assert read(new, found) == wanted


def test_paragraph_broken_in_the_middle_of_a_stretch() -> None:
    text = BRIDGE[1][0]
    broken = make_issue([(BRIDGE[0], [text[:15], text[15:], *BRIDGE[1][1:]]), LIBRARY])
    found = carry(ISSUE, broken, 0, (1, 10), (1, 20))
    assert found == Found(0, 1, 10, 2, 5)
    assert found.find_stretches(broken.articles[0]) == (Stretch(1, 10, 15), Stretch(2, 0, 5))


def test_script_makes_no_difference() -> None:
    traditional = ("青禾鎮新橋通車", [BRIDGE[1][0].replace("桥", "橋").replace("车", "車"), *BRIDGE[1][1:]])
    assert carry(ISSUE, make_issue([traditional, LIBRARY]), 0, (1, 5), (1, 12)) == Found(0, 1, 5, 1, 12)


def test_ocr_that_is_wrong_in_several_places() -> None:
    wrong = BRIDGE[1][1].replace("沈", "沉").replace("渡船", "渡般").replace("赶集", "起集")
    new = make_issue([(BRIDGE[0], [BRIDGE[1][0], wrong, BRIDGE[1][2]]), LIBRARY])
    at = wrong.index("四十年")
    found = carry(ISSUE, new, 0, (2, at), (2, at + 3))
    assert found == Found(0, 2, at, 2, at + 3, exact=False)


def test_of_equal_words_the_nearest() -> None:
    same = "本台今日天气预报照常播出，请留意收听。"
    old = make_issue([("天气", [same, BRIDGE[1][0], same, BRIDGE[1][2], same])])
    new = make_issue([("天气", [BRIDGE[1][1], same, BRIDGE[1][0], same, BRIDGE[1][2], same])])
    assert carry(old, new, 0, (3, 2)) == Found(0, 4, 2, 4, 2)


def test_words_in_several_other_articles_are_in_none() -> None:
    same = "本台今日天气预报照常播出，请留意收听。"
    old = make_issue([("甲乙丙丁", [same]), LIBRARY])
    assert carry(old, make_issue([("春灌开始", [same + "一"]), ("秋收结束", [same + "二"])]), 0, (1, 8)) is None
    found = carry(old, make_issue([("春灌开始", [same + "一"]), LIBRARY]), 0, (1, 8))
    assert found is not None
    assert (found.article, found.part, found.start) == (0, 1, 8)


def test_words_that_are_gone_are_nowhere() -> None:
    assert carry(ISSUE, make_issue([LIBRARY]), 0, (2, 5), (2, 9)) is None
    assert carry(ISSUE, make_issue([]), 0, (2, 5)) is None
    assert carry(ISSUE, make_issue([("", ["停水。"])]), 2, (0, 1)) is None


def test_stretch_whose_own_words_are_gone_is_none() -> None:
    text = BRIDGE[1][0]
    without = make_issue([(BRIDGE[0], [text.replace("三千居民", ""), *BRIDGE[1][1:]])])
    at = text.index("三千居民")
    assert carry(ISSUE, without, 0, (1, at), (1, at + 4)) is None
    assert carry(ISSUE, without, 0, (1, at - 2), (1, at + 6)) == Found(0, 1, at - 2, 1, at + 2, exact=False)


def test_keys_tell_articles_of_the_same_words_apart() -> None:
    keys = make_keys(make_issue([UNTITLED, UNTITLED, LIBRARY, UNTITLED]))
    assert len(set(keys)) == 4
    assert [key.count("\n") for key in keys] == [1, 2, 1, 2]


@pytest.mark.parametrize(
    "changed",
    [
        ("青禾镇大桥昨天通车", BRIDGE[1]),
        (BRIDGE[0], ["（记者 苏木青）" + BRIDGE[1][0], *BRIDGE[1][1:]]),
    ],
    ids=["headline", "opening"],
)
def test_article_is_known_by_headline_or_opening(changed: tuple[str, list[str]]) -> None:
    key = make_keys(ISSUE)[0]
    assert TextFinder(make_issue([LIBRARY, changed])).find_article(key) == 1
    assert TextFinder(make_issue([LIBRARY])).find_article(key) is None
    assert TextFinder(make_issue([changed, changed])).find_article(key) is None


def test_article_without_text() -> None:
    empty = replace(ISSUE, articles=(Article("a1", "p1", ISSUE.articles[0].kind, ()), ISSUE.articles[1]))
    assert carry(empty, empty, 0, (0, 0)) in (None, Found(0, 0, 0, 0, 0))
    blank = replace(ISSUE, articles=(replace(ISSUE.articles[0], parts=(Part(PartKind.PARAGRAPH, "", "p1"),)),))
    assert carry(blank, blank, 0, (0, 0)) == Found(0, 0, 0, 0, 0)


def test_lone_surrogates_can_be_kept() -> None:
    issue = make_issue([("新\ud800桥", ["桥\udfff头" + BRIDGE[1][0]])])
    anchor = TextFinder(issue).make_anchor(0, (1, 2), (1, 9))
    f"{anchor}".encode()
    assert TextFinder(issue).resolve(anchor) == Found(0, 1, 2, 1, 9)
