"""Generated pages: two to six columns, headings above, beside and between, rules, photos; horizontal and vertical."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import ArticleKind, Box, FurnitureKind, Page, PartKind, TextBlock
from reader.structure import Structure, find_articles
from tests.structure.layout.pages import BODY, GUTTER, LEADING, Sheet, Story, Words, place_columns, set_text
from tests.structure.pages import check_nothing_lost

both_directions = pytest.mark.parametrize("vertical", [False, True], ids=["horizontal", "vertical"])


def find(page: Page) -> Structure:
    structure = find_articles([page])
    check_nothing_lost([page], structure)
    return structure


def told(structure: Structure) -> list[tuple[str, list[str]]]:
    """Headline and paragraphs of every article."""
    return [
        (
            "".join(part.text for part in article.of_kind(PartKind.HEADLINE)),
            [part.text for part in article.of_kind(PartKind.PARAGRAPH)],
        )
        for article in structure.articles
    ]


def expect(stories: list[Story]) -> list[tuple[str, list[str]]]:
    return [(story.headline, story.paragraphs) for story in stories]


def make_story(words: Words, length: int = 300, paragraphs: int = 3) -> Story:
    return Story(words.phrase(10), [words.paragraph(length // paragraphs) for _ in range(paragraphs)])


@settings(max_examples=25, deadline=None)
@given(
    seed=st.integers(0, 10_000),
    columns=st.integers(2, 6),
    measure=st.integers(11, 18),
    vertical=st.booleans(),
    ruled=st.booleans(),
)
def test_stories_below_each_other_in_columns(
    seed: int, columns: int, measure: int, vertical: bool, ruled: bool
) -> None:
    words = Words(seed)
    width = columns * (measure * BODY + GUTTER)
    sheet = Sheet(width + 40, 2000)
    stories = [make_story(words, 60 * columns + 100) for _ in range(3)]
    y = 40.0
    for story in stories:
        sheet.add(story.headline, 20, y, 24)
        y = place_columns(sheet, set_text(story.paragraphs, measure), 20, y + 40, columns, measure) + 30
        if ruled:
            sheet.rules.append(Box(20, y - 10, width, 0.5))
    sheet.height = y
    assert told(find(sheet.make(vertical=vertical))) == expect(stories)


@both_directions
def test_stories_beside_each_other(vertical: bool) -> None:
    words = Words(1)
    sheet = Sheet(900, 700)
    stories = [make_story(words, 500) for _ in range(2)]
    for at, story in enumerate(stories):
        x = 20 + at * (2 * (16 * BODY + GUTTER) + 20)
        sheet.add(story.headline, x, 30, 22)
        place_columns(sheet, set_text(story.paragraphs, 16), x, 70, 2, 16)
    assert told(find(sheet.make(vertical=vertical))) == expect(stories)


@both_directions
@pytest.mark.parametrize("side", ["left", "right"])
def test_heading_beside_its_text(vertical: bool, side: str) -> None:
    words = Words(2)
    sheet = Sheet(700, 900)
    above, story = make_story(words, 400), make_story(words, 400)
    sheet.add(above.headline, 20, 30, 24)
    y = place_columns(sheet, set_text(above.paragraphs, 20), 20, 70, 3, 20) + 40
    heading_x, text_x = (20, 20 + 20 * BODY + GUTTER) if side == "left" else (20 + 2 * (20 * BODY + GUTTER), 20)
    sheet.add(story.headline[:6], heading_x, y + 40, 26)
    sheet.add(story.headline[6:], heading_x, y + 75, 26)
    place_columns(sheet, set_text(story.paragraphs, 20), text_x, y, 2, 20)
    assert told(find(sheet.make(vertical=vertical))) == expect([above, story])


@both_directions
def test_text_that_goes_on_beyond_its_heading(vertical: bool) -> None:
    """The heading stands over two columns of three, and the third begins at the height of the heading."""
    words = Words(3)
    sheet = Sheet(700, 900)
    story, below = make_story(words, 500), make_story(words, 300)
    lines = set_text(story.paragraphs, 18)
    step = 18 * BODY + GUTTER
    sheet.add(story.headline, 20, 30, 24)
    depth = len(lines) // 3
    y = place_columns(sheet, lines[: 2 * depth - 4], 20, 70, 2, 18)
    place_columns(sheet, lines[2 * depth - 4 :], 20 + 2 * step, 30, 1, 18)
    y = max(y, 30 + (len(lines) - 2 * depth + 4) * LEADING) + 30
    sheet.add(below.headline, 20, y, 24)
    sheet.add("副题横贯全版三栏下面另有一篇文章在此", 20, y + 30, 28)
    place_columns(sheet, set_text(below.paragraphs, 18), 20, y + 80, 3, 18)
    found = told(find(sheet.make(vertical=vertical)))
    assert found[0] == (story.headline, story.paragraphs)
    assert found[1][1] == below.paragraphs


@both_directions
def test_kicker_headline_subheadline_by_size(vertical: bool) -> None:
    words = Words(4)
    sheet = Sheet(500, 500)
    story = make_story(words)
    sheet.add("引题在上较小", 20, 20, 14)
    sheet.add(story.headline, 20, 42, 28)
    sheet.add("——副题在下较小", 20, 78, 16)
    place_columns(sheet, set_text(story.paragraphs, 20), 20, 110, 2, 20)
    (article,) = find(sheet.make(vertical=vertical)).articles
    assert [(part.kind, part.text) for part in article.parts[:3]] == [
        (PartKind.KICKER, "引题在上较小"),
        (PartKind.HEADLINE, story.headline),
        (PartKind.SUBHEADLINE, "——副题在下较小"),
    ]


def test_bold_lines_between_paragraphs_are_crossheads() -> None:
    words = Words(5)
    sheet = Sheet(500, 700)
    first, second = make_story(words), make_story(words)
    sheet.add(first.headline, 20, 20, 28)
    y = place_columns(sheet, set_text(first.paragraphs, 20), 20, 60, 1, 20)
    sheet.add("小标题一行", 40, y + 4, 11, bold=True)
    place_columns(sheet, set_text(second.paragraphs, 20), 20, y + 24, 1, 20)
    (article,) = find(sheet.make()).articles
    assert [part.text for part in article.body] == [*first.paragraphs, "小标题一行", *second.paragraphs]
    assert [part.text for part in article.of_kind(PartKind.CROSSHEAD)] == ["小标题一行"]


@both_directions
def test_boxed_story_keeps_to_its_box(vertical: bool) -> None:
    words = Words(6)
    sheet = Sheet(620, 700)
    story, boxed = make_story(words, 500), make_story(words, 120, 1)
    sheet.add(story.headline, 20, 20, 28)
    lines = set_text(story.paragraphs, 18)
    half = len(lines) // 2
    place_columns(sheet, lines[:half], 20, 70, 1, 18)
    place_columns(sheet, lines[half:], 20 + 2 * (18 * BODY + GUTTER), 70, 1, 18)
    x = 20 + 18 * BODY + GUTTER
    sheet.frames.append(Box(x - 6, 70, 18 * BODY + 12, 220))
    sheet.add(boxed.headline, x, 80, 15)
    place_columns(sheet, set_text(boxed.paragraphs, 17), x, 110, 1, 17)
    found = told(find(sheet.make(vertical=vertical)))
    assert (boxed.headline, boxed.paragraphs) in found
    assert (story.headline, story.paragraphs) in found


def test_picture_with_caption_and_credit() -> None:
    words = Words(7)
    sheet = Sheet(420, 900)
    story = make_story(words, 500)
    sheet.add(story.headline, 20, 20, 28)
    lines = set_text(story.paragraphs, 18)
    place_columns(sheet, lines, 20, 70, 2, 18)
    bottom = 70 + -(-len(lines) // 2) * LEADING
    sheet.pictures.append(Box(20, bottom + 5, 18 * BODY, 120))
    sheet.add("图为新桥今晨通车的情景。", 20, bottom + 130, 8)
    sheet.add("本报记者 林小满 摄", 20, bottom + 141, 8)
    (article,) = find(sheet.make()).articles
    assert [part.text for part in article.of_kind(PartKind.PARAGRAPH)] == story.paragraphs
    assert [part.text for part in article.of_kind(PartKind.CAPTION)] == ["图为新桥今晨通车的情景。"]
    assert [part.text for part in article.of_kind(PartKind.CREDIT)] == ["本报记者 林小满 摄"]


def test_picture_with_a_heading_alone_is_a_photo_story() -> None:
    words = Words(8)
    sheet = Sheet(420, 700)
    story = make_story(words)
    sheet.add("新桥今晨通车", 20, 20, 22)
    sheet.pictures.append(Box(20, 50, 300, 150))
    sheet.add("图为首批车辆驶过桥面。", 20, 205, 8)
    sheet.rules.append(Box(20, 225, 380, 0.5))
    sheet.add(story.headline, 20, 240, 28)
    place_columns(sheet, set_text(story.paragraphs, 18), 20, 290, 2, 18)
    photo, article = find(sheet.make()).articles
    assert (photo.kind, photo.title) == (ArticleKind.PHOTO, "新桥今晨通车")
    assert [part.kind for part in photo.body] == [PartKind.CAPTION]
    assert article.title == story.headline


def test_large_initial_is_the_first_letter_of_its_paragraph() -> None:
    words = Words(9)
    sheet = Sheet(420, 700)
    paragraph = words.paragraph(120)
    sheet.add("新桥今晨通车记", 20, 10, 24)
    sheet.add(paragraph[0], 20, 50, 28)
    lines = [paragraph[1:16], paragraph[16:31]]
    for row, text in enumerate(lines):
        sheet.add(text, 20 + 3 * BODY, 50 + row * LEADING)
    rest = paragraph[31:]
    for row in range(-(-len(rest) // 18)):
        sheet.add(rest[row * 18 : row * 18 + 18], 20, 50 + (row + 2) * LEADING)
    (article,) = find(sheet.make()).articles
    assert [part.text for part in article.body] == [paragraph]


def test_table_is_read_by_rows() -> None:
    words = Words(10)
    sheet = Sheet(420, 700)
    story = make_story(words)
    sheet.add(story.headline, 20, 20, 24)
    y = place_columns(sheet, set_text(story.paragraphs, 30), 20, 60, 1, 30) + 20
    for row in range(5):
        for column, text in enumerate((words.phrase(3), f"{row}元", words.phrase(2))):
            sheet.add(text, 20 + column * 70, y + row * LEADING)
    (article,) = find(sheet.make()).articles
    rows = article.of_kind(PartKind.TABLE)
    assert len(rows) == 5
    assert [row.text.split()[1] for row in rows] == [f"{number}元" for number in range(5)]


def test_nameplate_and_folio_are_furniture() -> None:
    words = Words(11)
    sheet = Sheet(420, 800)
    story = make_story(words)
    sheet.add("青禾日报", 120, 20, 40)
    sheet.add("2031年5月12日 星期一 第01版", 20, 80, 9)
    sheet.add(story.headline, 20, 130, 24)
    place_columns(sheet, set_text(story.paragraphs, 18), 20, 180, 2, 18)
    structure = find(sheet.make())
    assert [article.title for article in structure.articles] == [story.headline]
    assert {piece.kind for piece in structure.furniture} == {FurnitureKind.NAMEPLATE, FurnitureKind.FOLIO}


def test_heading_without_a_text_is_told() -> None:
    words = Words(12)
    sheet = Sheet(420, 1200)
    story = make_story(words)
    sheet.add(story.headline, 20, 130, 24)
    y = place_columns(sheet, set_text(story.paragraphs, 18), 20, 180, 2, 18)
    sheet.add("此题之下别无文字", 20, y + 300, 24)
    structure = find(sheet.make())
    assert "headline-without-body" in [note.code for note in structure.notes]
    assert any(piece.text == "此题之下别无文字" for piece in structure.furniture)


def test_story_goes_on_at_the_head_of_the_next_page() -> None:
    words = Words(13)
    paragraphs = [words.paragraph(300), words.paragraph(300)]
    lines = set_text(paragraphs, 18)
    half = len(lines) // 2 - 3
    first, second = Sheet(420, 600), Sheet(420, 600)
    first.add("这篇文章印在两版", 20, 20, 24)
    place_columns(first, lines[:half], 20, 60, 1, 18)
    y = place_columns(second, lines[half:], 20, 20, 1, 18)
    other = make_story(words)
    second.add(other.headline, 20, y + 20, 24)
    place_columns(second, set_text(other.paragraphs, 18), 20, y + 60, 2, 18)
    pages = [first.make("p1"), second.make("p2")]
    structure = find_articles(pages)
    check_nothing_lost(pages, structure)
    assert [article.pages for article in structure.articles] == [("p1", "p2"), ("p2",)]
    assert [part.text for part in structure.articles[0].body] == paragraphs


def test_jump_lines_are_followed_to_their_page() -> None:
    words = Words(14)
    one, two, other = words.paragraph(200), words.paragraph(200), make_story(words)
    first, second = Sheet(420, 700), Sheet(420, 900)
    first.add("新桥昨日正式通车", 20, 20, 24)
    y = place_columns(first, set_text([one], 18), 20, 60, 1, 18)
    first.add("（下转第2版）", 120, y)
    second.add(other.headline, 20, 20, 24)
    y = place_columns(second, set_text(other.paragraphs, 18), 20, 60, 2, 18) + 30
    second.add("新桥昨日正式通车", 20, y, 20)
    second.add("（上接第1版）", 20, y + 30)
    place_columns(second, set_text([two], 18), 20, y + 30 + LEADING, 1, 18)
    pages = [replace(first.make("p1"), label="1"), replace(second.make("p2"), label="2")]
    structure = find_articles(pages)
    check_nothing_lost(pages, structure)
    jumped = structure.articles[0]
    assert jumped.pages == ("p1", "p2")
    assert [part.text for part in jumped.of_kind(PartKind.PARAGRAPH)] == [one, two]


def test_words_divided_at_line_ends_are_whole_again() -> None:
    sheet = Sheet(300, 400)
    sheet.add("A new bridge", 20, 20, 24)
    printed = [
        "The new bridge over the river was open-",
        "ed this morning by the well-known mayor,",
        "who walked across it on foot; the well-",
        "known mayor said a few words about what",
        "it means to every one of the villages.",
    ]
    for row, text in enumerate(printed):
        sheet.add(text, 20, 60 + row * LEADING)
    structure = find(sheet.make())
    (article,) = structure.articles
    assert [part.text for part in article.body] == [
        "The new bridge over the river was opened this morning by the well-known mayor, who walked across it on foot; "
        "the well-known mayor said a few words about what it means to every one of the villages."
    ]
    assert [piece.text for piece in structure.furniture] == ["-"]


_BOXES = st.builds(
    Box,
    st.floats(-50, 600),
    st.floats(-50, 800),
    st.floats(0, 300),
    st.floats(0, 60),
)
_TEXT = st.text(
    st.sampled_from("一二记者通讯员本报讯新华社电王张在的了县里会摄图为下转第版责任编辑，。、：（）【】■— 12aA-./"),
    min_size=1,
    max_size=14,
)


@settings(max_examples=120, deadline=None)
@given(
    st.lists(st.tuples(_TEXT, st.none() | _BOXES, st.none() | st.floats(4, 40), st.booleans()), max_size=25),
    st.lists(_BOXES, max_size=4),
    st.booleans(),
)
def test_nothing_is_lost_of_any_boxes(
    items: list[tuple[str, Box | None, float | None, bool]], drawn: list[Box], vertical: bool
) -> None:
    sheet = Sheet(600, 800)
    page = sheet.make(vertical=vertical)
    from reader.model import TextLine

    lines = tuple(
        TextLine(text.strip(), number, box=box, size=size, bold=bold)
        for number, (text, box, size, bold) in enumerate(items, 1)
        if text.strip()
    )
    page = replace(
        page, blocks=(TextBlock(lines),), rules=tuple(drawn[:2]), frames=tuple(drawn[2:3]), pictures=tuple(drawn[3:])
    )
    pages = [page, replace(page, id="p2")]
    check_nothing_lost(pages, find_articles(pages))
