import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Article, ArticleKind, Part, PartKind
from reader.typography import Block, Piece, Run, compose, find_block

K = PartKind


def article(*parts: tuple[PartKind, str]) -> Article:
    return Article("a1", "p1", ArticleKind.ARTICLE, tuple(Part(kind, text, "p1") for kind, text in parts))


articles = st.lists(
    st.tuples(st.sampled_from(PartKind), st.text("春江花月，。 \u3000ab", max_size=6)), max_size=20
).map(lambda parts: article(*parts))

STORY = article(
    (K.LABEL, "江城新事"),
    (K.KICKER, "春江花月"),
    (K.HEADLINE, "夜山川 草木"),
    (K.SUBHEADLINE, "又一春"),
    (K.BYLINE, "记者 安生"),
    (K.BYLINE, "通讯员 乐水"),
    (K.DATELINE, "本报讯"),
    (K.PARAGRAPH, "春江。"),
    (K.PARAGRAPH, "花月。"),
    (K.CROSSHEAD, "夜山"),
    (K.PARAGRAPH, "川草。"),
    (K.CAPTION, "图为春江。"),
    (K.CREDIT, "安生 摄"),
    (K.NOTE, "编者按 春。"),
    (K.VERSE, "春江花月夜"),
    (K.VERSE, "山川草木春"),
    (K.BYLINE, "（安生）"),
)


def test_a_whole_story() -> None:
    assert [(b.role, b.text, b.indent, b.align, b.space_before) for b in compose(STORY)] == [
        (K.LABEL, "江城新事", 0, "start", 0),
        (K.KICKER, "春江花月", 0, "center", 0),
        (K.HEADLINE, "夜山川 草木", 0, "center", 0),
        (K.SUBHEADLINE, "又一春", 0, "center", 0),
        (K.BYLINE, "记者 安生\u3000通讯员 乐水", 0, "center", 0),
        (K.PARAGRAPH, "本报讯\u3000春江。", 2, "start", 1),
        (K.PARAGRAPH, "花月。", 2, "start", 0),
        (K.CROSSHEAD, "夜山", 0, "center", 1),
        (K.PARAGRAPH, "川草。", 2, "start", 0),
        (K.CAPTION, "图为春江。", 0, "start", 1),
        (K.CREDIT, "安生 摄", 0, "end", 0),
        (K.NOTE, "编者按 春。", 2, "start", 1),
        (K.VERSE, "春江花月夜", 0, "start", 1),
        (K.VERSE, "山川草木春", 0, "start", 0),
        (K.BYLINE, "（安生）", 0, "end", 0),
    ]


def test_runs_say_where_the_text_comes_from() -> None:
    blocks = compose(STORY)
    assert blocks[4].runs == (Run(4, 0, 0, 5), Run(5, 0, 6, 6))
    assert blocks[5].runs == (Run(6, 0, 0, 3), Run(7, 0, 4, 3))


@pytest.mark.parametrize(
    ("parts", "texts"),
    [
        ((), []),
        (((K.CAPTION, "图为江。"),), ["图为江。"]),
        (((K.HEADLINE, "春"),), ["春"]),
        (((K.PARAGRAPH, "春。"),), ["春。"]),
        (((K.PARAGRAPH, ""),), []),
        (((K.DATELINE, "本报讯"),), ["本报讯"]),
        (((K.DATELINE, "本报讯"), (K.CAPTION, "图为江。"), (K.PARAGRAPH, "春。")), ["本报讯", "图为江。", "春。"]),
        (((K.DATELINE, "春"), (K.DATELINE, "江"), (K.PARAGRAPH, "花")), ["春\u3000江\u3000花"]),
        (((K.DATELINE, "春"), (K.PARAGRAPH, ""), (K.PARAGRAPH, "月")), ["春\u3000月"]),
        (((K.PARAGRAPH, "春"), (K.HEADLINE, "江"), (K.PARAGRAPH, "花")), ["春", "江", "花"]),
    ],
)  # fmt: skip
def test_odd_articles(parts: tuple[tuple[PartKind, str], ...], texts: list[str]) -> None:
    assert [block.text for block in compose(article(*parts))] == texts


@pytest.mark.parametrize(
    ("kinds", "spaces"),
    [
        ((K.LABEL, K.PARAGRAPH), (0, 1)),
        ((K.PARAGRAPH, K.PARAGRAPH), (0, 0)),
        ((K.PARAGRAPH, K.CROSSHEAD, K.PARAGRAPH), (0, 1, 0)),
        ((K.PARAGRAPH, K.CAPTION, K.CREDIT, K.PARAGRAPH), (0, 1, 0, 1)),
        ((K.NOTE, K.NOTE, K.PARAGRAPH), (0, 0, 1)),
        ((K.TABLE, K.TABLE, K.PARAGRAPH), (0, 0, 1)),
        ((K.VERSE, K.BYLINE), (0, 0)),
        ((K.PARAGRAPH, K.HEADLINE), (0, 1)),
        ((K.DATELINE, K.CAPTION), (0, 1)),
    ],
)
def test_blank_lines(kinds: tuple[PartKind, ...], spaces: tuple[int, ...]) -> None:
    assert tuple(block.space_before for block in compose(article(*((kind, "春") for kind in kinds)))) == spaces


@settings(deadline=None)
@given(articles)
def test_every_character_stands_in_exactly_one_block(article: Article) -> None:
    seen: list[tuple[int, int]] = []
    for block in compose(article):
        for run in block.runs:
            text = article.parts[run.part].text
            assert block.text[run.at : run.at + run.length] == text[run.start : run.start + run.length]
            seen += [(run.part, run.start + index) for index in range(run.length)]
    assert seen == [(index, at) for index, part in enumerate(article.parts) for at in range(len(part.text))]


@settings(deadline=None)
@given(articles)
def test_offsets_map_one_to_one(article: Article) -> None:
    blocks = compose(article)
    for index, block in enumerate(blocks):
        shown = {at for run in block.runs for at in range(run.at, run.at + run.length)}
        for at in range(len(block.text)):
            part, offset = block.to_part(at)
            if at in shown:
                assert block.from_part(part, offset) == at
                assert find_block(blocks, part, offset) == (index, at)
                assert article.parts[part].text[offset] == block.text[at]
            else:
                assert offset == len(article.parts[part].text)
                assert block.text[at] == "\u3000"


@settings(deadline=None)
@given(articles, st.data())
def test_pieces_have_what_the_slice_has(article: Article, data: st.DataObject) -> None:
    for block in compose(article):
        start = data.draw(st.integers(0, len(block.text)))
        end = data.draw(st.integers(start, len(block.text)))
        pieces = "".join(article.parts[p.part].text[p.start : p.end] for p in block.to_pieces(start, end))
        shown = {at for run in block.runs for at in range(run.at, run.at + run.length)}
        assert pieces == "".join(block.text[at] for at in range(start, end) if at in shown)


def test_separators_and_ends_go_to_the_nearest_character() -> None:
    block = compose(article((K.DATELINE, "本报讯"), (K.PARAGRAPH, "春江。")))[0]
    assert [block.to_part(at) for at in (-1, 0, 2, 3, 4, 6, 7, 99)] == [
        (0, 0), (0, 0), (0, 2), (0, 3), (1, 0), (1, 2), (1, 3), (1, 3),
    ]  # fmt: skip
    assert [block.from_part(*place) for place in ((0, 0), (0, 3), (1, 0), (1, 3), (1, 4), (2, 0))] == [
        0, 3, 4, 7, None, None,
    ]  # fmt: skip
    assert block.to_pieces(1, 6) == (Piece(0, 1, 3), Piece(1, 0, 2))
    assert block.to_pieces(3, 4) == ()


def test_finding_a_block() -> None:
    blocks = compose(article((K.PARAGRAPH, ""), (K.PARAGRAPH, "春江"), (K.PARAGRAPH, ""), (K.BYLINE, "花")))
    assert [find_block(blocks, part) for part in range(-1, 6)] == [
        (0, 0), (0, 0), (0, 0), (0, 2), (1, 0), (1, 1), (1, 1),
    ]  # fmt: skip
    assert find_block(blocks, 1, 99) == (0, 2)
    assert find_block((), 0) is None


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 3000))
def test_thousands_of_parts(count: int) -> None:
    long = article(*[(K.PARAGRAPH, "春江")] * count)
    blocks: tuple[Block, ...] = compose(long)
    assert len(blocks) == count
    if count:
        assert find_block(blocks, count - 1, 1) == (count - 1, 1)
