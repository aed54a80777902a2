"""What each correction does to an issue."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.corrections import (
    Anchor,
    Break,
    Correction,
    GiveHeading,
    Join,
    Merge,
    Move,
    Recast,
    Split,
    apply_corrections,
)
from reader.model import (
    Article,
    ArticleKind,
    Author,
    Furniture,
    FurnitureKind,
    Issue,
    Jump,
    LineSpan,
    Note,
    Page,
    Part,
    PartKind,
    TextBlock,
    TextLine,
)
from tests.corrections.issues import LINES, at, check_issue, make_issue

K, H, B, D = "kicker", "headline", "byline", "dateline"
P, C, CAP, CR = "paragraph", "crosshead", "caption", "credit"
BRIDGE = [(K, LINES[1]), (H, LINES[2]), (B, "记者 苏木青"), (D, "本报讯")]
PARA1 = (P, LINES[3][11:] + LINES[4] + LINES[5])
PARA2 = (P, LINES[6] + LINES[7])
PLUMS = [(H, LINES[8]), (P, LINES[9] + LINES[10]), (CAP, LINES[11]), (CR, LINES[12])]


def apply(*corrections: Correction, issue: Issue | None = None) -> Issue:
    corrected = apply_corrections(issue or make_issue(), corrections)
    check_issue(corrected)
    return corrected


def show(issue: Issue) -> list[list[tuple[str, str]]]:
    return [[(part.kind.value, part.text) for part in article.parts] for article in issue.articles]


def furniture(issue: Issue) -> list[tuple[str, str]]:
    return [(piece.kind.value, piece.text) for piece in issue.furniture]


def test_split_in_the_body() -> None:
    assert show(apply(Split(at(7)))) == [[*BRIDGE, PARA1], [PARA2], PLUMS]


def test_split_within_a_paragraph() -> None:
    assert show(apply(Split(at(5)))) == [
        [*BRIDGE, (P, LINES[3][11:])],
        [(P, LINES[4] + LINES[5]), PARA2],
        PLUMS,
    ]


def test_split_at_a_line_of_several_pieces_takes_all_of_them() -> None:
    assert show(apply(Split(at(4)))) == [BRIDGE[:2], [*BRIDGE[2:], PARA1, PARA2], PLUMS]


def test_split_at_a_heading_takes_what_is_printed_after_it() -> None:
    merged = Merge(at(9))
    as_headline = Recast(at(9), PartKind.HEADLINE)
    assert show(apply(merged, as_headline, Split(at(9)))) == show(make_issue())


def test_split_at_a_crosshead_makes_it_the_headline() -> None:
    assert show(apply(Merge(at(9)), Split(at(9)))) == show(make_issue())


def test_split_at_the_beginning_changes_nothing() -> None:
    assert show(apply(Split(at(2)))) == show(make_issue())


def test_split_gives_each_author_to_the_half_that_names_him() -> None:
    first, second, _ = apply(Split(at(4))).articles
    assert first.authors == ()
    assert second.authors == (Author("苏木青", "记者"),)


def test_split_takes_the_jump_with_the_end() -> None:
    issue = make_issue()
    jumped = replace(issue.articles[0], jump=Jump("下转第2版", "上接第1版"))
    first, second, _ = apply(Split(at(7)), issue=replace(issue, articles=(jumped, issue.articles[1]))).articles
    assert (first.jump, second.jump) == (Jump(None, "上接第1版"), Jump("下转第2版", None))


@pytest.mark.parametrize("into", [None, at(5)])
def test_merge_makes_headings_crossheads(into: Anchor | None) -> None:
    assert show(apply(Merge(at(12), into))) == [[*BRIDGE, PARA1, PARA2, (C, LINES[8]), *PLUMS[1:]]]


def test_merge_keeps_the_heading_where_the_other_has_none() -> None:
    halves = apply(Split(at(4)))
    assert show(halves)[0] == BRIDGE[:2]
    assert show(apply(Split(at(4)), Merge(at(4)))) == show(make_issue())


def test_merge_into_a_later_article_stands_behind_its_text() -> None:
    [article] = apply(Merge(at(3), at(10))).articles
    assert [part.text for part in article.parts][:2] == [LINES[8], LINES[9] + LINES[10]]
    assert article.parts[-1].text == PARA2[1]


def test_merge_joins_authors_and_jumps() -> None:
    [article] = apply(Merge(at(9))).articles
    assert article.authors == (Author("苏木青", "记者"),)


def test_move_stands_as_printed() -> None:
    assert show(apply(Move(at(7), at(8), to=at(9)))) == [[*BRIDGE, PARA1], [PLUMS[0], PARA2, *PLUMS[1:]]]


def test_move_behind_a_line_cuts_its_paragraph() -> None:
    assert show(apply(Move(at(7), after=at(10))))[1] == [
        PLUMS[0],
        (P, LINES[9]),
        (P, LINES[6]),
        (P, LINES[10]),
        *PLUMS[2:],
    ]


def test_move_leaves_one_paragraph_behind() -> None:
    assert show(apply(Move(at(5), after=at(13))))[0][-2:] == [(P, LINES[3][11:] + LINES[5]), PARA2]


def test_move_to_an_article_of_its_own() -> None:
    assert show(apply(Move(at(12), at(13)))) == [[*BRIDGE, PARA1, PARA2], PLUMS[:2], PLUMS[2:]]


def test_an_article_of_captions_is_a_photo() -> None:
    assert apply(Move(at(12), at(13))).articles[2].kind is ArticleKind.PHOTO


def test_move_with_a_role_takes_whole_lines() -> None:
    corrected = apply(Move(at(4), to=at(9), role=PartKind.NOTE))
    assert show(corrected)[1][1] == ("note", LINES[3])
    assert corrected.articles[0].authors == ()
    assert furniture(corrected) == [("folio", LINES[0])]


def test_move_passes_over_furniture_in_between() -> None:
    folio_below = replace(
        make_issue(), pages=(Page("p1", (TextBlock((*make_issue().pages[0].lines[1:], TextLine(LINES[0], 1))),), "03"),)
    )
    corrected = apply(Move(at(13), to=at(3)), issue=folio_below)
    assert ("folio", LINES[0]) in furniture(corrected)


def test_furniture_moves_when_it_is_named() -> None:
    corrected = apply(Move(at(1), to=at(9), role=PartKind.LABEL))
    assert show(corrected)[1] == [("label", LINES[0]), *PLUMS]


def test_the_last_line_of_an_article_takes_the_article_with_it() -> None:
    assert show(apply(Move(at(9), at(13), to=at(2)))) == [
        [*BRIDGE[:2], PLUMS[0], *BRIDGE[2:], PARA1, PARA2, *PLUMS[1:]]
    ]


def test_headings_change_places() -> None:
    assert show(apply(GiveHeading(at(2), at(10), at(3)))) == [
        [*BRIDGE[:2], *PLUMS[1:]],
        [PLUMS[0], *BRIDGE[2:], PARA1, PARA2],
    ]


def test_a_heading_is_given_where_there_is_none() -> None:
    assert show(apply(Recast(at(1), PartKind.PARAGRAPH), Move(at(1)), GiveHeading(at(9), at(1)))) == [
        [*BRIDGE, PARA1, PARA2],
        [PLUMS[0], (P, LINES[0])],
        PLUMS[1:],
    ]


def test_a_line_of_text_can_be_a_heading() -> None:
    assert show(apply(GiveHeading(at(7), at(10))))[1] == [(H, LINES[6]), *PLUMS]


@pytest.mark.parametrize(
    ("correction", "article", "parts"),
    [
        (Recast(at(7), PartKind.CROSSHEAD), 0, [*BRIDGE, PARA1, (C, LINES[6]), (P, LINES[7])]),
        (Recast(at(5), PartKind.CROSSHEAD), 0, [*BRIDGE, (P, LINES[3][11:]), (C, LINES[4]), (P, LINES[5]), PARA2]),
        (
            Recast(at(7), PartKind.SUBHEADLINE),
            0,
            [*BRIDGE[:2], ("subheadline", LINES[6]), *BRIDGE[2:], PARA1, (P, LINES[7])],
        ),
        (Recast(at(3), PartKind.PARAGRAPH), 0, [BRIDGE[0], (P, LINES[2]), *BRIDGE[2:], PARA1, PARA2]),
        (Recast(at(2), PartKind.HEADLINE), 0, [(H, LINES[1]), *BRIDGE[1:], PARA1, PARA2]),
        (Recast(at(12), PartKind.PARAGRAPH), 1, [*PLUMS[:2], (P, LINES[11]), PLUMS[3]]),
        (Recast(at(10), PartKind.VERSE, at(11)), 1, [PLUMS[0], ("verse", LINES[9]), ("verse", LINES[10]), *PLUMS[2:]]),
        (Recast(at(12), PartKind.CREDIT, at(13)), 1, [*PLUMS[:2], (CR, LINES[11] + LINES[12])]),
        (
            Recast(at(5), PartKind.NOTE, at(8)),
            0,
            [*BRIDGE, (P, LINES[3][11:]), ("note", LINES[4] + LINES[5]), ("note", PARA2[1])],
        ),
    ],
)
def test_recast(correction: Correction, article: int, parts: list[tuple[str, str]]) -> None:
    assert show(apply(correction))[article] == parts


def test_a_first_line_that_is_text_stays_with_its_paragraph() -> None:
    corrected = apply(Recast(at(4), PartKind.PARAGRAPH))
    assert show(corrected)[0] == [*BRIDGE[:2], (P, "".join(LINES[3:6])), PARA2]
    assert furniture(corrected) == [("folio", LINES[0])]


def test_verse_of_two_lines_becomes_one_paragraph() -> None:
    verse = Recast(at(10), PartKind.VERSE, at(11))
    assert show(apply(verse, Recast(at(10), PartKind.PARAGRAPH, at(11)))) == show(make_issue())


def test_lines_become_furniture() -> None:
    corrected = apply(Recast(at(12), FurnitureKind.CONTENTS, at(13)))
    assert show(corrected)[1] == PLUMS[:2]
    assert furniture(corrected)[-2:] == [("contents", LINES[11]), ("contents", LINES[12])]


def test_furniture_becomes_text_of_the_nearest_article() -> None:
    corrected = apply(Recast(at(1), PartKind.LABEL))
    assert show(corrected)[0] == [("label", LINES[0]), *BRIDGE, PARA1, PARA2]


def test_furniture_on_a_page_without_articles_becomes_one() -> None:
    nothing = replace(apply(Recast(at(2), FurnitureKind.OTHER, at(13))), notes=())
    assert nothing.articles == ()
    assert show(apply(Recast(at(9), PartKind.PARAGRAPH, at(11)), issue=nothing)) == [[(P, "".join(LINES[8:11]))]]


def test_break_and_join() -> None:
    broken = apply(Break(at(6)))
    assert show(broken)[0][-3:] == [(P, LINES[3][11:] + LINES[4]), (P, LINES[5]), PARA2]
    assert show(apply(Break(at(6)), Join(at(6)))) == show(make_issue())


def test_join_goes_past_what_stands_between() -> None:
    joined = apply(Recast(at(7), PartKind.CAPTION), Join(at(8)))
    assert show(joined)[0][-2:] == [(P, PARA1[1] + LINES[7]), (CAP, LINES[6])]


def test_halves_of_a_headline_stay_apart() -> None:
    joined = apply(Recast(at(2), PartKind.HEADLINE), Join(at(3)))
    assert show(joined)[0][0] == (H, f"{LINES[1]} {LINES[2]}")


@pytest.mark.parametrize("correction", [Break(at(7)), Break(at(4)), Join(at(5)), Merge(at(9), at(10)), Split(at(2))])
def test_what_is_so_already_is_no_matter(correction: Correction) -> None:
    corrected = apply(correction)
    assert show(corrected) == show(make_issue())
    assert corrected.notes == make_issue().notes


@pytest.mark.parametrize(
    "correction",
    [
        Split(at(1)),
        Split(Anchor("03", "此行不在本版之上")),
        Split(Anchor("07", "此行不在本版之上")),
        Merge(at(2)),
        Join(at(4)),
        Move(at(7), at(5), to=at(9)),
        Move(at(7), at(8), after=at(8)),
        Move(at(7), to=at(1)),
        GiveHeading(at(2), at(1)),
        Recast(at(3), PartKind.KICKER, Anchor("03", "此行不在本版之上")),
    ],
)
def test_what_does_not_fit_is_a_note(correction: Correction) -> None:
    issue = make_issue()
    corrected = apply(correction)
    assert replace(corrected, notes=issue.notes) == issue
    assert [note.code for note in corrected.notes] == ["headline-uncertain", "correction-unresolved"]
    assert correction.at.words in str(corrected.notes[-1].message)


def test_the_rest_applies() -> None:
    corrected = apply(Split(at(1)), Split(at(7)))
    assert len(corrected.articles) == 3
    assert "correction 1 " in str(corrected.notes[-1].message)


def test_doubts_about_a_corrected_article_are_gone() -> None:
    assert apply(Recast(at(12), PartKind.PARAGRAPH)).notes == ()
    assert [note.article for note in apply(Split(at(7))).notes] == ["a3"]


def test_a_heading_that_found_its_body_is_no_doubt_any_more() -> None:
    note = Note("headline-without-body", f"标题“{LINES[9]}{LINES[10]}”未找到正文 · no body was found", "p1")
    issue = apply(Recast(at(10), FurnitureKind.OTHER))
    left = replace(
        issue, notes=(replace(note, message=f"标题“{LINES[9]}”未找到正文"), replace(note, message="标题“他”"))
    )
    assert [str(n.message) for n in apply(GiveHeading(at(10), at(11)), issue=left).notes] == ["标题“他”"]


def test_a_new_byline_is_read() -> None:
    corrected = apply_corrections(
        make_issue(),
        [Recast(at(13), PartKind.BYLINE)],
        find_authors=lambda text: (Author(text.split()[0]),),
    )
    assert corrected.articles[1].authors == (Author("何田"),)
    assert corrected.articles[0].authors == make_issue().articles[0].authors


def test_an_author_whom_the_print_does_not_name_stays() -> None:
    issue = make_issue()
    plums = replace(issue.articles[1], authors=(Author("殷谷"),))
    corrected = apply(Recast(at(12), PartKind.PARAGRAPH), issue=replace(issue, articles=(issue.articles[0], plums)))
    assert corrected.articles[1].authors == (Author("殷谷"),)


def test_lines_are_joined_and_cleaned_as_structure_does_it() -> None:
    texts = ("新桥叫", "Green", "Bridge 12", "34 里")
    lines = tuple(TextLine(text, number) for number, text in enumerate(texts, 1))
    loose = tuple(
        Furniture(FurnitureKind.OTHER, line.text, "p1", (LineSpan("p1", line.number, 0, len(line.text)),))
        for line in lines
    )
    issue = Issue("-", "plain", None, None, (Page("p1", (TextBlock(lines),)),), (), loose)
    whole = Recast(Anchor("p1", texts[0]), PartKind.PARAGRAPH, Anchor("p1", texts[3]))
    assert show(apply(whole, issue=issue)) == [[(P, "新桥叫Green Bridge 1234里")]]


def test_a_divided_word_is_whole_when_lines_are_rebuilt() -> None:
    lines = (TextLine("The ferryman,", 1), TextLine("of Green Ri-", 2, hyphen=1), TextLine("ce Town", 3))
    loose = tuple(
        Furniture(FurnitureKind.OTHER, line.text, "p1", (LineSpan("p1", line.number, 0, len(line.text)),))
        for line in lines
    )
    issue = Issue("-", "alto", None, None, (Page("p1", (TextBlock(lines),)),), (), loose)
    whole = Recast(Anchor("p1", "The ferr"), PartKind.PARAGRAPH, Anchor("p1", "ce Town"))
    corrected = apply_corrections(issue, [whole])
    assert show(corrected) == [[(P, "The ferryman, of Green Rice Town")]]
    broken = apply_corrections(issue, [whole, Break(Anchor("p1", "ce Town"))])
    assert show(broken) == [[(P, "The ferryman, of Green Ri-"), (P, "ce Town")]]


def test_a_word_whose_hyphen_is_furniture_is_whole_when_lines_are_rebuilt() -> None:
    lines = (TextLine("The ferryman,", 1), TextLine("of Green Ri-", 2), TextLine("ce Town", 3))
    spans = (LineSpan("p1", 1, 0, 13), LineSpan("p1", 2, 0, 11), LineSpan("p1", 3, 0, 7))
    part = Part(PartKind.PARAGRAPH, "The ferryman, of Green Rice Town", "p1", spans)
    article = Article("a1", "p1", ArticleKind.ARTICLE, (part,))
    hyphen = Furniture(FurnitureKind.OTHER, "-", "p1", (LineSpan("p1", 2, 11, 12),))
    issue = Issue("-", "alto", None, None, (Page("p1", (TextBlock(lines),)),), (article,), (hyphen,))
    anchor = Anchor("p1", "of Green")
    assert show(apply(Break(anchor), issue=issue)) == [[(P, "The ferryman,"), (P, "of Green Rice Town")]]
    assert apply(Break(anchor), Join(anchor), issue=issue) == issue
