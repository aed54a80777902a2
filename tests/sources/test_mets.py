"""METS with ALTO: whose articles they are, in which order, and what happens where the files do not fit together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path, PurePath

import pytest

from reader.errors import BrokenSourceError, EmptySourceError
from reader.library import open_issue
from reader.model import ArticleKind, FurnitureKind, PartKind
from reader.sources.base import Sourced
from reader.sources.mets import Mets
from tests.sources.account import check_account
from tests.sources.builders import Block, Div, Shelf, make_alto, make_mets

REAL = Path(__file__).parents[3] / "shared/pages/mets-alto"

FILES = {"A1": "file://./alto/1.xml", "A2": "file://./alto/2.xml"}

PAGE_1 = [
    Block("T1", ("青禾日报",), vpos=100),
    Block("F1", ("第一版",), vpos=20, margin=True),
    Block("H1", ("新桥昨日通车",), vpos=300, size=24),
    Block("P1", ("本报讯 新桥昨日", "通车，行人不绝。"), vpos=400),
    Block("P2", ("The new bridge is o¬", "pen to all who come", "on foot."), vpos=600),
    Block("S1", ("副刊",), hpos=1500, vpos=300),
    Block("O1", ("读者来信",), hpos=1500, vpos=400),
    Block("H2", ("修路的人",), hpos=1500, vpos=500),
    Block("Y2", ("沈二",), hpos=1500, vpos=600),
    Block("B2", ("路修好了。",), hpos=1500, vpos=700),
    Block("X1", ("本报社址：河边街",), hpos=100, vpos=5000),
    Block("Z1", ("没人认领的一行",), hpos=3000, vpos=5500),
]
PAGE_2 = [
    Block("C2", ("路还要修下去。",), vpos=100),
    Block("A1", ("售新米",), vpos=500),
    Block("K1", ("新桥（沈二摄）",), vpos=900),
    Block("R1", ("米 三元", "豆 二元"), vpos=1200),
]


def article(label: str, *divs: Div, kind: str = "ARTICLE") -> Div:
    return Div(kind, label, divs=divs)


def heading(*areas: str, kind: str = "TITLE") -> Div:
    return Div("HEADING", divs=(Div(kind, areas=areas),))


def body(*areas: str) -> Div:
    return Div("BODY", divs=tuple(Div("PARAGRAPH", divs=(Div("TEXT", areas=(area,)),)) for area in areas))


LOGICAL = (
    Div("TITLE_SECTION", divs=(Div("HEADLINE", areas=("A1#T1",)), Div("PUBLISHING_STMT", areas=("A1#X1",)))),
    Div(
        "CONTENT",
        divs=(
            Div(
                "SECTION",
                divs=(
                    heading("A1#S1"),
                    article(
                        "修路的人",
                        heading("A1#O1", kind="OVERLINE"),
                        heading("A1#H2"),
                        Div("AUTHOR", areas=("A1#Y2",)),
                        body("A1#B2", "A2#C2"),
                    ),
                ),
            ),
            article("新桥昨日通车", heading("A1#H1"), body("A1#P1", "A1#P2")),
            Div("ADVERTISEMENT", "Adv. 1", areas=("A2#A1",)),
            Div("ILLUSTRATION", divs=(Div("CAPTION", areas=("A2#K1",)),)),
            Div("TABLE", areas=("A2#R1",)),
        ),
    ),
)


def shelf() -> dict[str, bytes]:
    return {"alto/1.xml": make_alto("PAGE1", PAGE_1).encode(), "alto/2.xml": make_alto("PAGE2", PAGE_2).encode()}


def read(mets: str, files: dict[str, bytes] | None = None) -> Sourced:
    return Mets().read_linked(PurePath("mets.xml"), mets.encode(), Shelf(shelf() if files is None else files))


def titles(sourced: Sourced) -> list[str]:
    return [one.title for one in sourced.articles or ()]


def codes(sourced: Sourced) -> list[str]:
    return [note.code for note in sourced.notes]


class TestArticles:
    @pytest.fixture
    def issue(self) -> Sourced:
        return read(make_mets(FILES, LOGICAL, title="青禾日报", day="2024-03-05", number="88", language="chi"))

    def test_the_map_decides_and_the_page_orders(self, issue: Sourced) -> None:
        assert issue.articles is not None
        assert [(one.id, one.page, one.kind, one.title) for one in issue.articles] == [
            ("a1", "p1", ArticleKind.ARTICLE, "新桥昨日通车"),
            ("a2", "p1", ArticleKind.ARTICLE, "修路的人"),
            ("a3", "p2", ArticleKind.ADVERTISEMENT, ""),
            ("a4", "p2", ArticleKind.PHOTO, ""),
            ("a5", "p2", ArticleKind.TABLE, ""),
        ]

    def test_each_page_is_told_with_the_articles_that_are_on_it(self) -> None:
        told: list[tuple[list[str], list[str], float]] = []

        def tell(make: Callable[[], Sourced], share: float) -> None:
            told.append((titles(make()), codes(make()), share))

        whole = Mets().read_linked(
            PurePath("mets.xml"), make_mets(FILES, LOGICAL).encode(), Shelf(shelf()), on_part=tell
        )
        assert told == [(["新桥昨日通车", "修路的人"], [], 0.5)]
        assert len(titles(whole)) == 5

    def test_types_are_parts(self, issue: Sourced) -> None:
        assert issue.articles is not None
        story = issue.articles[1]
        assert [(part.kind, part.text, part.page) for part in story.parts] == [
            (PartKind.LABEL, "副刊", "p1"),
            (PartKind.KICKER, "读者来信", "p1"),
            (PartKind.HEADLINE, "修路的人", "p1"),
            (PartKind.BYLINE, "沈二", "p1"),
            (PartKind.PARAGRAPH, "路修好了。", "p1"),
            (PartKind.PARAGRAPH, "路还要修下去。", "p2"),
        ]
        assert [author.name for author in story.authors] == ["沈二"]
        assert [part.kind for part in issue.articles[3].parts] == [PartKind.CAPTION]
        assert [part.text for part in issue.articles[4].parts] == ["米 三元", "豆 二元"]

    def test_words_and_divided_words_are_joined(self, issue: Sourced) -> None:
        assert issue.articles is not None
        assert [part.text for part in issue.articles[0].body] == [
            "本报讯 新桥昨日通车，行人不绝。",
            "The new bridge is open to all who come on foot.",
        ]

    def test_the_rest_is_furniture(self, issue: Sourced) -> None:
        assert [(piece.page, piece.kind, piece.text) for piece in issue.furniture] == [
            ("p1", FurnitureKind.NAMEPLATE, "青禾日报"),
            ("p1", FurnitureKind.IMPRINT, "本报社址：河边街"),
            ("p1", FurnitureKind.FOLIO, "第一版"),
            ("p1", FurnitureKind.OTHER, "没人认领的一行"),
        ]

    def test_nothing_is_lost(self, issue: Sourced) -> None:
        check_account(issue.pages, issue.articles or (), issue.furniture)

    def test_what_is_said_about_the_issue(self, issue: Sourced) -> None:
        assert (issue.title, issue.date, issue.number, issue.language) == ("青禾日报", date(2024, 3, 5), "88", "zh")
        assert [page.label for page in issue.pages] == ["1", "2"]
        assert codes(issue) == []


@pytest.mark.parametrize("kind", ["Article", "article", "ARTICLE"])
def test_types_in_any_case(kind: str) -> None:
    assert titles(read(make_mets(FILES, [article("", heading("A1#H1"), kind=kind)]))) == ["新桥昨日通车"]


class TestTitles:
    def test_the_label_where_nothing_is_printed(self) -> None:
        sourced = read(make_mets(FILES, [article("编目题名", body("A1#P1"))]))
        assert titles(sourced) == ["编目题名"]
        check_account(sourced.pages, sourced.articles or (), sourced.furniture)

    def test_a_paragraph_that_is_the_label(self) -> None:
        sourced = read(make_mets(FILES, [article("修路的人", body("A1#H2", "A1#B2"))]))
        assert sourced.articles is not None
        assert [part.kind for part in sourced.articles[0].parts] == [PartKind.HEADLINE, PartKind.PARAGRAPH]

    def test_a_label_cut_short(self) -> None:
        sourced = read(make_mets(FILES, [article("The new bridge is...", body("A1#P2", "A1#B2"))]))
        assert titles(sourced) == ["The new bridge is open to all who come on foot."]

    def test_the_catalogue_where_the_map_has_no_label(self) -> None:
        described = (
            '<dmdSec ID="D1"><mdWrap><xmlData><mods:mods><mods:titleInfo><mods:title>目录题名</mods:title>'
            "</mods:titleInfo></mods:mods></xmlData></mdWrap></dmdSec>"
        )
        item = Div("ARTICLE", divs=(body("A1#P1"),), dmd="D1")
        sourced = read(make_mets(FILES, [item], title="青禾日报", descriptions=described))
        assert (titles(sourced), sourced.title) == (["目录题名"], "青禾日报")


class TestWordRanges:
    """The British Library's: empty divs, and links to ranges of words."""

    def mets(self, links: str) -> str:
        physical = [
            Div("page", areas=("A1#",), divs=(Div("pagearea", "Headline", ("A1#H1_0_0",), id="pa1"),)),
            Div("page", areas=("A2#",)),
        ]
        physical[0] = Div(
            "page",
            areas=("A1#",),
            divs=(
                Div("pagearea", "Headline", ("A1#H1_0_0",), id="pa1"),
                Div("pagearea", "Textblock", ("A1#P2_0_1-P2_1_1",), id="pa2"),
            ),
        )
        items = [Div("ARTICLE", id="art1"), Div("ARTICLE", id="art2")]
        return make_mets(FILES, items, physical=physical, links=links)

    LINKS = (
        '<structLink><smLinkGrp><smLocatorLink xlink:href="#art1"/><smLocatorLink xlink:href="#pa1"/>'
        '<smLocatorLink xlink:href="#pa2"/></smLinkGrp></structLink>'
    )

    def test_the_words_of_a_range(self) -> None:
        sourced = read(self.mets(self.LINKS))
        assert sourced.articles is not None
        assert [(part.kind, part.text) for part in sourced.articles[0].parts] == [
            (PartKind.HEADLINE, "新桥昨日通车"),
            (PartKind.PARAGRAPH, "new bridge is open to"),
        ]
        check_account(sourced.pages, sourced.articles, sourced.furniture)

    def test_links_of_two(self) -> None:
        links = '<structLink><smLink xlink:from="art1" xlink:to="pa2"/></structLink>'
        assert [one.length for one in read(self.mets(links)).articles or ()] == [17]


class TestWhatDoesNotFit:
    def test_a_missing_page(self) -> None:
        files = shelf()
        del files["alto/1.xml"]
        sourced = read(make_mets(FILES, LOGICAL), files)
        assert [(page.id, page.label, len(page.lines)) for page in sourced.pages] == [("p1", "1", 0), ("p2", "2", 5)]
        assert [one.page for one in sourced.articles or ()] == ["p2", "p2", "p2", "p2"]
        assert codes(sourced)[0] == "page-missing"

    def test_all_pages_missing(self) -> None:
        with pytest.raises(BrokenSourceError, match="none of the page files"):
            read(make_mets(FILES, LOGICAL), {})

    def test_it_came_alone(self) -> None:
        with pytest.raises(BrokenSourceError, match="open its folder"):
            Mets().read(PurePath("mets.xml"), make_mets(FILES, LOGICAL).encode())

    def test_dangling_ids(self) -> None:
        sourced = read(make_mets(FILES, [article("甲", body("A1#P1", "A1#NONE", "A9#P1"))]))
        assert "area-missing" in codes(sourced)
        assert [one.length for one in sourced.articles or ()] == [15]

    def test_an_area_claimed_twice_stays_with_the_first(self) -> None:
        sourced = read(make_mets(FILES, [article("甲", body("A1#P1")), article("乙", body("A1#P1", "A1#B2"))]))
        assert codes(sourced) == ["area-duplicate"]
        check_account(sourced.pages, sourced.articles or (), sourced.furniture)

    def test_no_articles_leaves_it_to_the_structure(self) -> None:
        assert read(make_mets(FILES, [])).articles is None

    def test_nothing_on_the_pages(self) -> None:
        with pytest.raises(EmptySourceError):
            read(make_mets({"A1": "1.xml"}, []), {"1.xml": make_alto("P1", []).encode()})

    @pytest.mark.parametrize(
        "place",
        ["alto/1.xml", "./alto/1.xml", "file://./alto/1.xml", "file:///elsewhere/1.xml", "alto\\1.xml", "1.xml"],
    )
    def test_links_in_all_their_forms(self, place: str) -> None:
        assert len(read(make_mets({"A1": place}, LOGICAL), shelf()).pages[0].lines) == 15

    @pytest.mark.parametrize("place", ["http://example.invalid/9.xml", "../9.xml", "/etc/hostname", "C:\\9.xml"])
    def test_links_that_lead_elsewhere(self, place: str) -> None:
        with pytest.raises(BrokenSourceError, match="none of the page files"):
            read(make_mets({"A1": place}, LOGICAL), shelf())


class TestInAFolder:
    def write(self, folder: Path) -> Path:
        for name, data in shelf().items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)
        mets = make_mets(FILES, LOGICAL, title="青禾日报")
        (folder / "20240305-METS.xml").write_text(mets, encoding="utf-8")
        return folder

    def test_the_folder_and_the_file_are_the_same(self, tmp_path: Path) -> None:
        folder = self.write(tmp_path)
        of_folder, of_file = open_issue(folder), open_issue(folder / "20240305-METS.xml")
        assert of_folder.articles == of_file.articles
        assert (of_folder.format, of_folder.title, of_folder.date) == ("mets-alto", "青禾日报", date(2024, 3, 5))

    def test_the_folder_above(self, tmp_path: Path) -> None:
        self.write(tmp_path / "data" / "issue")
        (tmp_path / "bagit.txt.md5").write_text("", encoding="utf-8")
        assert len(open_issue(tmp_path).articles) == 5

    def test_links_out_of_the_folder_are_not_followed(self, tmp_path: Path) -> None:
        (tmp_path / "secret.xml").write_text(make_alto("PAGE1", PAGE_1), encoding="utf-8")
        folder = tmp_path / "issue"
        folder.mkdir()
        (folder / "mets.xml").write_text(make_mets({"A1": "../secret.xml"}, LOGICAL), encoding="utf-8")
        with pytest.raises(BrokenSourceError, match="none of the page files"):
            open_issue(folder / "mets.xml")

    def test_several_issues_are_named(self, tmp_path: Path) -> None:
        self.write(tmp_path / "one")
        self.write(tmp_path / "two")
        with pytest.raises(EmptySourceError, match=r"2 issues; open one of them: .*one"):
            open_issue(tmp_path)

    def test_a_broken_map_leaves_its_pages(self, tmp_path: Path) -> None:
        (tmp_path / "mets.xml").write_text("<mets/>", encoding="utf-8")
        (tmp_path / "1.xml").write_text(make_alto("PAGE1", PAGE_1), encoding="utf-8")
        issue = open_issue(tmp_path)
        assert issue.format == "alto"
        assert "page-unreadable" in {note.code for note in issue.notes}


@pytest.mark.skipif(not REAL.is_dir(), reason="the real pages are not beside this checkout")
class TestRealIssues:
    @pytest.mark.parametrize(
        ("name", "articles", "advertisements", "day"),
        [
            ("bnl_luxzeit1858", 12, 5, date(1858, 12, 7)),
            ("bnf-en_jdpl_18210801", 10, 3, date(1821, 8, 1)),
            ("bl_0002244_18550922", 77, 0, date(1855, 9, 22)),
            ("rero_blb_18451228", 2, 0, date(1845, 12, 28)),
        ],
    )
    def test_counts(self, name: str, articles: int, advertisements: int, day: date) -> None:
        issue = open_issue(REAL / name)
        kinds = [one.kind for one in issue.articles]
        assert kinds.count(ArticleKind.ARTICLE) == articles
        assert kinds.count(ArticleKind.ADVERTISEMENT) == advertisements
        assert len(kinds) == articles + advertisements
        assert issue.date == day
        assert issue.format == "mets-alto"
        assert [note for note in issue.notes if note.code != "area-missing"] == []
        check_account(issue.pages, issue.articles, issue.furniture)

    @pytest.mark.parametrize("name", ["bnl_luxzeit1858", "bnf-en_jdpl_18210801", "rero_blb_18451228"])
    def test_titles_are_those_of_the_map(self, name: str) -> None:
        from lxml import etree

        [mets] = [path for path in (REAL / name).rglob("*.xml") if "mets" in path.name.lower()]
        divs = etree.parse(mets).getroot().iter("{*}div")
        labels = [div.get("LABEL", "") for div in divs if div.get("TYPE", "").upper() == "ARTICLE"]
        titles = (PartKind.KICKER, PartKind.HEADLINE, PartKind.SUBHEADLINE)
        found = [
            " ".join(part.text for part in one.parts if part.kind in titles)
            for one in open_issue(REAL / name).articles
            if one.kind is ArticleKind.ARTICLE
        ]

        def bare(text: str) -> str:
            return "".join(character for character in text if character.isalnum())[:30]

        assert sorted(map(bare, found)) == sorted(map(bare, labels))


@pytest.mark.parametrize(
    ("article", "title", "expected"),
    [
        ("Le", "Petit Pont", "Le Petit Pont"),
        ("L'", "Écho", "L'Écho"),
        ("", "Écho", "Écho"),
        ("The", "The Pier", "The Pier"),
    ],
)
def test_the_article_that_catalogues_do_not_sort_by(article: str, title: str, expected: str) -> None:
    mets = make_mets(FILES, LOGICAL, title=title)
    mets = mets.replace("<mods:title>", f"<mods:nonSort>{article}</mods:nonSort><mods:title>", 1)
    assert read(mets).title == expected
