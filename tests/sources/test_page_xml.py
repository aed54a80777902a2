"""PAGE XML: reading order, articles in `custom`, lines of regions, outlines."""

from __future__ import annotations

from pathlib import Path, PurePath

import pytest

from reader.errors import EmptySourceError
from reader.library import open_issue
from reader.model import Box, Direction, FurnitureKind, PartKind, mean_rating
from reader.sources.base import Sourced
from reader.sources.page_xml import PageXml
from tests.sources.account import check_account

REAL = Path(__file__).parents[3] / "shared/pages/pagexml"

NAMESPACE = "http://schema.primaresearch.org/PAGE/gts/pagecontent/2013-07-15"


def line(text: str, custom: str = "", attributes: str = "") -> str:
    return (
        f'<TextLine custom="{custom}" {attributes}><Coords points="10,20 110,20 110,60 10,60"/>'
        f'<TextEquiv conf="0.8"><Unicode>{text}</Unicode></TextEquiv></TextLine>'
    )


def region(name: str, *lines: str, kind: str = "paragraph") -> str:
    return f'<TextRegion id="{name}" type="{kind}"><Coords points="0,0 200,0 200,90"/>{"".join(lines)}</TextRegion>'


def document(*regions: str, order: str = "") -> bytes:
    return f'<PcGts xmlns="{NAMESPACE}"><Page imageWidth="9">{order}{"".join(regions)}</Page></PcGts>'.encode()


def read(data: bytes) -> Sourced:
    return PageXml().read(PurePath("page.xml"), data)


def texts(sourced: Sourced) -> list[str]:
    return [one.text for one in sourced.pages[0].lines]


def test_lines_and_their_places() -> None:
    found = read(document(region("r1", line("新桥通车")))).pages[0]
    assert found.blocks[0].id == "r1"
    assert found.blocks[0].box == Box(0, 0, 200, 90)
    assert (found.lines[0].box, mean_rating(found.lines[:1])) == (Box(10, 20, 100, 40), 0.8)


@pytest.mark.parametrize(
    ("text", "ratings"),
    [
        pytest.param("new bridge", [40] * 4 + [90] * 6, id="those of its words"),
        pytest.param("new bridges", [80] * 11, id="its own where its words are others"),
    ],
)
def test_ratings_of_a_line(text: str, ratings: list[int]) -> None:
    words = "".join(
        f'<Word><TextEquiv conf="{conf}"><Unicode>{word}</Unicode></TextEquiv></Word>'
        for word, conf in (("new", 0.4), ("bridge", 0.9))
    )
    inner = f'<TextLine>{words}<TextEquiv conf="0.8"><Unicode>{text}</Unicode></TextEquiv></TextLine>'
    assert list(read(document(region("r1", inner))).pages[0].lines[0].ratings) == ratings


def test_the_reading_order_of_regions() -> None:
    order = (
        '<ReadingOrder><OrderedGroup id="g"><RegionRefIndexed index="1" regionRef="r1"/>'
        '<RegionRefIndexed index="0" regionRef="r3"/></OrderedGroup></ReadingOrder>'
    )
    regions = [region(name, line(name)) for name in ("r1", "r2", "r3")]
    assert texts(read(document(*regions, order=order))) == ["r3", "r1", "r2"]


def test_the_reading_order_of_lines() -> None:
    rows = [line("二", "readingOrder {index:1;}"), line("一", "readingOrder {index:0;}")]
    assert texts(read(document(region("r1", *rows)))) == ["一", "二"]


@pytest.mark.parametrize("mark", ["⸗", "¬", "\u00ad"])
def test_signs_of_division(mark: str) -> None:
    found = read(document(region("r1", line(f"Brü{mark}"), line("cke")))).pages[0].lines[0]
    assert (found.text, found.hyphen) == ("Brü-", 1)


def test_the_best_reading_counts_and_words_stand_in_for_none() -> None:
    readings = (
        '<TextLine><TextEquiv index="1"><Unicode>worse</Unicode></TextEquiv>'
        '<TextEquiv index="0"><Unicode>best</Unicode></TextEquiv></TextLine>'
    )
    words = "".join(f"<Word><TextEquiv><Unicode>{word}</Unicode></TextEquiv></Word>" for word in ("new", "bridge"))
    assert texts(read(document(region("r1", readings, f"<TextLine>{words}</TextLine>")))) == ["best", "new bridge"]


def test_a_region_without_lines_breaks_where_its_text_does() -> None:
    whole = '<TextRegion id="r1"><TextEquiv><Unicode>一行\n二行</Unicode></TextEquiv></TextRegion>'
    assert texts(read(document(whole))) == ["一行", "二行"]


def test_direction() -> None:
    down = read(document(region("r1", line("字", attributes='readingDirection="top-to-bottom"'))))
    assert down.pages[0].direction is Direction.VERTICAL


class TestArticles:
    def article(self, text: str, name: str) -> str:
        return line(text, f"structure {{id:{name}; type:article;}}")

    def test_lines_say_whose_they_are(self) -> None:
        sourced = read(
            document(
                region("r1", self.article("新桥通车", "a62"), kind="heading"),
                region("r2", self.article("昨日通车，", "a62"), self.article("行人不绝。", "a62")),
                region("r3", self.article("米价", "a7"), line("无主之行")),
                region("r4", line("第一版"), kind="header"),
            )
        )
        assert sourced.articles is not None
        assert [[(part.kind, part.text) for part in one.parts] for one in sourced.articles] == [
            [(PartKind.HEADLINE, "新桥通车"), (PartKind.PARAGRAPH, "昨日通车，行人不绝。")],
            [(PartKind.PARAGRAPH, "米价")],
        ]
        assert [(piece.kind, piece.text) for piece in sourced.furniture] == [
            (FurnitureKind.OTHER, "无主之行"),
            (FurnitureKind.FOLIO, "第一版"),
        ]
        check_account(sourced.pages, sourced.articles, sourced.furniture)

    def test_without_ids_the_structure_decides(self) -> None:
        assert read(document(region("r1", line("字", "structure {type:heading;}")))).articles is None


def test_no_text() -> None:
    with pytest.raises(EmptySourceError):
        read(document(region("r1", line(" "))))


@pytest.mark.skipif(not REAL.is_dir(), reason="the real pages are not beside this checkout")
@pytest.mark.parametrize(("name", "lines"), [("1877_115_0137.xml", 960), ("1918_1_0015.xml", 1043)])
def test_real_pages(name: str, lines: int) -> None:
    issue = open_issue(REAL / name)
    # They are pictures of two facing pages each.
    assert (issue.format, [len(page.lines) > 300 for page in issue.pages]) == ("page-xml", [True, True])
    assert sum(len(page.lines) for page in issue.pages) == lines
    assert issue.articles
