"""Make the sample issue that comes as libraries deliver: `python -m scripts.make_archive_samples`.

Writes sample_issues/tangxu/: a METS file, and an ALTO file for each of its two pages. Paper, places and people are
invented.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.sources.builders import EM, Block, Div, make_alto, make_mets

ROOT: Final = Path(__file__).resolve().parents[1]
FOLDER: Final = Path("sample_issues", "tangxu")

COLUMN: Final = 16
"""Characters of a column's line."""

GUTTER: Final = 3
"""Characters of white space between columns."""

LEAD: Final = (
    "　　本报讯（记者 范晚舟）连日小雨之后，棠圩镇的育秧棚里暖意正浓。昨日清晨，镇农技站把第一批秧盘送到"
    "了上塘、中塘、下塘三个村的田头，"
    "今年的早稻插秧比往年提前了六天。",
    "　　“棚里装了二十四盏补光灯，阴天也不误长。”农技站站长谷青禾蹲在田埂上，拨开秧苗看根。她说，去年有"
    "三成秧苗烂在了倒春寒里，"
    "站里四个人冬天没有歇，跑了十一个村，把育秧棚一间一间搭了起来。",
    "　　下塘村的种粮大户沈阿满算了一笔账：统一育秧，每亩省下种子钱十二元、人工四十元。他家二百一十亩水田"
    "，今年打算拿出三十亩试种再生稻。",
)
LEAD_ON: Final = (
    "　　镇里还请来了县里的插秧机手。机手丁小满一天能插五十亩，村民跟在后头补边角。“从前插秧，一家人弯腰"
    "弯半个月。”沈阿满说，"
    "“现在我在岸上递秧盘，机器走得比我快。”",
)
BRIDGE: Final = (
    "　　经过四个月施工，棠圩老街的月牙桥昨日恢复通行。桥面换上了一百零六块青石，桥栏上的石刻由镇上的老石"
    "匠按旧样补齐。"
    "桥头的修车铺当天重新开张，头一个顾客是来补胎的邮递员。",
)
LIBRARY: Final = (
    "　　棠圩镇图书室从本周起延长开放时间，每晚八点半闭馆。新到的三百册图书里，最先被借走的是一本讲养蜂的书。",
)
VERSE: Final = ("雨停在桥的那一头", "青石一块一块亮起来", "修车的人把铺子推开", "先放进来半条街的光")
NOTICE: Final = ("上塘村碾米坊开碾新米", "代客加工　随到随碾", "地址：上塘村口老樟树旁")


def set_lines(paragraphs: tuple[str, ...], measure: int = COLUMN) -> tuple[str, ...]:
    """The lines of some text in a column, without any rule of setting."""
    return tuple(text[at : at + measure] for text in paragraphs for at in range(0, len(text), measure))


def place(column: int) -> int:
    """The left edge of a column, in the page's units."""
    return 100 + column * (COLUMN + GUTTER) * EM


def set_column(blocks: list[Block], column: int, top: int, *pieces: tuple[str, tuple[str, ...], int]) -> None:
    """Set pieces under each other: the id, the lines, the size of the type in points."""
    for name, lines, size in pieces:
        scaled = size // 10
        blocks.append(Block(name, lines, place(column), top, size))
        top += EM * len(lines) * max(1, scaled) + EM


def make_page_1() -> list[Block]:
    """The front page."""
    blocks = [
        Block("P1_FOLIO", ("2031年4月9日 星期三 第1版",), 100, 30, 10, margin=True),
        Block("P1_NAME", ("棠圩周报",), 100, 120, 40),
    ]
    lead = [(f"P1_LEAD{at}", set_lines((text,)), 10) for at, text in enumerate(LEAD, 1)]
    set_column(
        blocks,
        0,
        420,
        ("P1_KICKER", ("一盘秧苗省下五十二元",), 14),
        ("P1_HEADLINE", ("三个村的早稻", "提前六天下田"), 24),
        ("P1_SUBHEADLINE", ("二十四盏灯守住倒春寒",), 14),
        *lead,
    )
    set_column(
        blocks,
        1,
        420,
        ("P1_BRIDGE", ("月牙桥昨日恢复通行",), 20),
        ("P1_BRIDGE_BY", ("通讯员 石秋生",), 10),
        *((f"P1_BRIDGE{at}", set_lines((text,)), 10) for at, text in enumerate(BRIDGE, 1)),
        ("P1_CAPTION", ("桥栏上的石刻按旧样补齐。",), 9),
        ("P1_CREDIT", ("范晚舟 摄",), 9),
    )
    blocks.append(Block("P1_IMPRINT", ("社址：棠圩镇河东街七号",), 100, 5600, 9))
    return blocks


def make_page_2() -> list[Block]:
    """The back page."""
    blocks = [Block("P2_FOLIO", ("2031年4月9日 星期三 第2版",), 100, 30, 10, margin=True)]
    set_column(
        blocks,
        0,
        120,
        *((f"P2_LEAD{at}", set_lines((text,)), 10) for at, text in enumerate(LEAD_ON, 1)),
        ("P2_SECTION", ("乡里短讯",), 16),
        ("P2_LIBRARY", ("图书室晚上也开门",), 18),
        *((f"P2_LIBRARY{at}", set_lines((text,)), 10) for at, text in enumerate(LIBRARY, 1)),
    )
    set_column(
        blocks,
        1,
        120,
        ("P2_VERSE", ("桥头",), 20),
        ("P2_VERSE_BY", ("石秋生",), 10),
        ("P2_VERSE1", VERSE, 10),
        ("P2_NOTICE", NOTICE, 12),
    )
    return blocks


def point(*areas: str) -> tuple[str, ...]:
    """Areas by the page that their ids begin with."""
    return tuple(f"ALTO{area[1]}#{area}" for area in areas)


def paragraphs(*areas: str) -> Div:
    """The body of an article."""
    return Div("BODY", divs=tuple(Div("PARAGRAPH", divs=(Div("TEXT", areas=point(area)),)) for area in areas))


LOGICAL: Final = (
    Div(
        "TITLE_SECTION",
        divs=(Div("HEADLINE", areas=point("P1_NAME")), Div("PUBLISHING_STMT", areas=point("P1_IMPRINT"))),
    ),
    Div(
        "CONTENT",
        divs=(
            Div(
                "ARTICLE",
                "三个村的早稻 提前六天下田",
                divs=(
                    Div(
                        "HEADING",
                        divs=(
                            Div("OVERLINE", areas=point("P1_KICKER")),
                            Div("TITLE", areas=point("P1_HEADLINE")),
                            Div("SUBHEADLINE", areas=point("P1_SUBHEADLINE")),
                        ),
                    ),
                    paragraphs("P1_LEAD1", "P1_LEAD2", "P1_LEAD3", "P2_LEAD1"),
                ),
            ),
            Div(
                "ARTICLE",
                "月牙桥昨日恢复通行",
                divs=(
                    Div("HEADING", divs=(Div("TITLE", areas=point("P1_BRIDGE")),)),
                    Div("AUTHOR", areas=point("P1_BRIDGE_BY")),
                    paragraphs("P1_BRIDGE1"),
                    Div(
                        "ILLUSTRATION",
                        divs=(
                            Div("CAPTION", areas=point("P1_CAPTION")),
                            Div("CREDIT", areas=point("P1_CREDIT")),
                        ),
                    ),
                ),
            ),
            Div(
                "SECTION",
                "乡里短讯",
                divs=(
                    Div("HEADING", divs=(Div("TITLE", areas=point("P2_SECTION")),)),
                    Div(
                        "ARTICLE",
                        "图书室晚上也开门",
                        divs=(
                            Div("HEADING", divs=(Div("TITLE", areas=point("P2_LIBRARY")),)),
                            paragraphs("P2_LIBRARY1"),
                        ),
                    ),
                ),
            ),
            Div(
                "ARTICLE",
                "桥头",
                divs=(
                    Div("HEADING", divs=(Div("TITLE", areas=point("P2_VERSE")),)),
                    Div("AUTHOR", areas=point("P2_VERSE_BY")),
                    Div("BODY", divs=(Div("POEM", areas=point("P2_VERSE1")),)),
                ),
            ),
            Div("ADVERTISEMENT", "广告 1", areas=point("P2_NOTICE")),
        ),
    ),
)


def iter_files() -> Iterator[tuple[Path, str]]:
    """Every file that is made, with its path below the checkout and its text."""
    files = {"ALTO1": "file://./alto/0001.xml", "ALTO2": "file://./alto/0002.xml"}
    mets = make_mets(files, LOGICAL, title="棠圩周报", day="2031-04-09", number="312", language="zh")
    # `dubao --sample` lists the folders that say so what they are; the METS file says the rest.
    yield FOLDER / "issue.toml", 'title = "棠圩周报"\n'
    yield FOLDER / "mets.xml", _break(mets)
    yield FOLDER / "alto" / "0001.xml", _break(make_alto("P1", make_page_1()))
    yield FOLDER / "alto" / "0002.xml", _break(make_alto("P2", make_page_2()))


def _break(text: str) -> str:
    """XML with an element a line where that changes nothing, for people who look into it."""
    for name in (
        "TextBlock",
        "TextLine",
        "Page",
        "Layout",
        "div",
        "file ",
        "structMap",
        "fileSec",
        "dmdSec",
        "TextStyle",
    ):
        text = text.replace(f"><{name}", f">\n<{name}")
    return text


def main() -> None:
    """Write all files."""
    for path, text in iter_files():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8", newline="\n")
        print(path.as_posix())


if __name__ == "__main__":
    main()
