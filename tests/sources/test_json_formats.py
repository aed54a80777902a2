"""impresso's canonical JSON, and IIIF manifests with their texts beside them."""

from __future__ import annotations

import bz2
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reader.errors import BrokenSourceError, SourceError
from reader.library import open_issue
from reader.model import Box
from tests.sources.account import check_account
from tests.sources.builders import Block, make_alto

ISSUE = {
    "id": "qinghe-1931-05-12-a",
    "pp": ["qinghe-1931-05-12-a-p0001", "qinghe-1931-05-12-a-p0002"],
    "i": [
        {"m": {"id": "qinghe-1931-05-12-a-i0001", "t": "新桥", "tp": "ar", "l": "zh"}},
        {"m": {"id": "qinghe-1931-05-12-a-i0002", "t": "UNTITLED", "tp": "ad", "l": "zh"}},
    ],
}


def tokens(*words: str, hyphen: bool = False) -> dict[str, Any]:
    made: list[dict[str, Any]] = [{"tx": word, "c": [1, 1, 1, 1]} for word in words]
    if hyphen:
        made[-1]["hy"] = True
    return {"c": [10, 20, 30, 40], "t": made}


def region(item: str | None, *lines: dict[str, Any]) -> dict[str, Any]:
    whose = {"pOf": f"qinghe-1931-05-12-a-{item}"} if item else {}
    return {"c": [0, 0, 9, 9], "p": [{"l": list(lines)}], **whose}


PAGE = {
    "id": "qinghe-1931-05-12-a-p0001",
    "r": [
        region("i0001", tokens("新桥")),
        region("i0001", tokens("a", "brid-", hyphen=True), tokens("ge", "opens")),
        region("i0002", tokens("售", "米")),
        region(None, tokens("第一版")),
    ],
}


class TestImpresso:
    @pytest.fixture(params=["jsonl", "jsonl.bz2"])
    def folder(self, tmp_path: Path, request: pytest.FixtureRequest) -> Path:
        for name, record in (("issues", ISSUE), ("pages", PAGE)):
            data = json.dumps(record).encode()
            packed = bz2.compress(data) if request.param.endswith("bz2") else data
            (tmp_path / f"qinghe-{name}.{request.param}").write_bytes(packed)
        return tmp_path

    def test_regions_say_whose_they_are(self, folder: Path) -> None:
        issue = open_issue(folder)
        assert (issue.format, issue.title, issue.date, issue.language) == (
            "impresso",
            "qinghe",
            date(1931, 5, 12),
            "zh",
        )
        assert [[(part.kind.value, part.text) for part in one.parts] for one in issue.articles] == [
            [("headline", "新桥"), ("paragraph", "a bridge opens")],
            [("paragraph", "售米")],
        ]
        assert [one.kind.value for one in issue.articles] == ["article", "advertisement"]
        assert [piece.text for piece in issue.furniture] == ["第一版"]
        assert issue.pages[0].lines[0].box == Box(10, 20, 30, 40)
        assert [(page.label, note.code) for page, note in zip(issue.pages[1:], issue.notes, strict=True)] == [
            ("2", "page-missing")
        ]
        check_account(issue.pages, issue.articles, issue.furniture)

    def test_whole_texts(self, tmp_path: Path) -> None:
        records = [
            {"id": "qinghe-1931-05-12-a-i0002", "tp": "ad", "pp": [2], "t": "UNTITLED", "ft": "售米"},
            {"id": "qinghe-1931-05-12-a-i0001", "tp": "ar", "pp": [1], "t": "新桥", "ft": "新桥昨日通车。", "lg": "zh"},
        ]
        place = tmp_path / "rebuilt.jsonl"
        place.write_text("\n".join(json.dumps(record) for record in records), encoding="utf-8")
        issue = open_issue(place)
        assert [(one.page, one.title, one.length) for one in issue.articles] == [("p1", "新桥", 5), ("p2", "", 2)]

    def test_several_issues_are_too_many(self, tmp_path: Path) -> None:
        rows = [json.dumps({"id": f"qinghe-1931-05-1{day}-a", "i": []}) for day in range(3)]
        (tmp_path / "all.jsonl").write_text("\n".join(rows), encoding="utf-8")
        with pytest.raises(BrokenSourceError, match="3 issues"):
            open_issue(tmp_path / "all.jsonl")

    @pytest.mark.parametrize("key", ["i", "pp", "r"])
    @pytest.mark.parametrize(
        "value", [5, "x", [5], [None], [{}], {"m": 1}, [{"m": {"t": 5}, "p": [{"l": [{"t": [3]}]}]}]]
    )
    def test_values_of_other_kinds(self, tmp_path: Path, key: str, value: object) -> None:
        place = tmp_path / "a.json"
        place.write_text(json.dumps(PAGE | ISSUE | {key: value}), encoding="utf-8")
        try:
            issue = open_issue(place)
        except SourceError as error:
            assert "\n" not in str(error)
        else:
            check_account(issue.pages, issue.articles, issue.furniture)


MANIFEST: dict[str, Any] = {
    "@context": "http://iiif.io/api/presentation/3/context.json",
    "type": "Manifest",
    "label": {"zh": ["青禾日报"]},
    "navDate": "1931-05-12T00:00:00Z",
    "items": [
        {
            "type": "Canvas",
            "label": {"none": ["A1"]},
            "seeAlso": [{"id": "https://example.invalid/iiif/alto/0001.xml", "profile": "http://www.loc.gov/alto/v3"}],
        },
        {
            "type": "Canvas",
            "annotations": [
                {
                    "type": "AnnotationPage",
                    "items": [
                        {
                            "motivation": "supplementing",
                            "body": {"type": "TextualBody", "value": "雨后"},
                            "target": "https://example.invalid/canvas/2#xywh=1,2,30,40",
                        },
                        {"motivation": "commenting", "body": {"type": "TextualBody", "value": "读者按"}},
                    ],
                }
            ],
        },
    ],
}


class TestIiif:
    def write(self, folder: Path, manifest: object = MANIFEST, *, alto: bool = True) -> Path:
        (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
        if alto:
            (folder / "alto").mkdir()
            (folder / "alto" / "0001.xml").write_text(make_alto("P1", [Block("B1", ("新桥通车",))]), encoding="utf-8")
        return folder

    @pytest.mark.parametrize("place", ["", "manifest.json"])
    def test_canvases_are_pages(self, tmp_path: Path, place: str) -> None:
        issue = open_issue(self.write(tmp_path) / place)
        assert (issue.format, issue.title, issue.date) == ("iiif", "青禾日报", date(1931, 5, 12))
        assert [(page.id, page.label, [one.text for one in page.lines]) for page in issue.pages] == [
            ("p1", "A1", ["新桥通车"]),
            ("p2", None, ["雨后"]),
        ]
        assert issue.pages[1].lines[0].box == Box(1, 2, 30, 40)

    def test_a_text_that_is_not_beside_it(self, tmp_path: Path) -> None:
        issue = open_issue(self.write(tmp_path, alto=False))
        assert "page-missing" in {note.code for note in issue.notes}
        only = MANIFEST | {"items": MANIFEST["items"][:1]}
        (tmp_path / "manifest.json").write_text(json.dumps(only), encoding="utf-8")
        with pytest.raises(BrokenSourceError, match="save its ALTO files"):
            open_issue(tmp_path)

    def test_an_address_that_is_none(self, tmp_path: Path) -> None:
        canvas = {"type": "Canvas", "seeAlso": [{"id": "https://[alto/1.xml"}]}
        with pytest.raises(BrokenSourceError, match="save its ALTO files"):
            open_issue(self.write(tmp_path, MANIFEST | {"items": [canvas]}))

    def test_a_collection(self, tmp_path: Path) -> None:
        with pytest.raises(BrokenSourceError, match="collection"):
            open_issue(self.write(tmp_path, MANIFEST | {"type": "Collection"}))

    def test_ranges_are_articles_and_sections(self, tmp_path: Path) -> None:
        blocks = [Block("B1", ("新桥通车", "昨日新桥通车。"), vpos=100), Block("B2", ("广告",), vpos=900)]
        alto = make_alto("P1", [*blocks, Block("B3", ("修路的人",), vpos=1800)])
        # The canvas is half as large as the scan that was recognised, 4000 units wide.
        canvas = {**MANIFEST["items"][0], "id": "https://example.invalid/canvas/1", "width": 2000}
        rectangle = {"type": "FragmentSelector", "value": "xywh=0,880,900,100"}
        structures = [
            {
                "type": "Range",
                "label": {"zh": ["要闻"]},
                "items": [
                    {"type": "Canvas", "id": canvas["id"]},
                    {
                        "type": "Range",
                        "label": {"zh": ["新桥通车"]},
                        "items": [{"type": "Canvas", "id": f"{canvas['id']}#xywh=0,0,900,120"}],
                    },
                    {
                        "type": "Range",
                        "label": {"zh": ["修路"]},
                        "items": [{"type": "SpecificResource", "source": canvas["id"], "selector": rectangle}],
                    },
                ],
            }
        ]
        self.write(tmp_path, MANIFEST | {"items": [canvas], "structures": structures})
        (tmp_path / "alto" / "0001.xml").write_text(alto, encoding="utf-8")
        issue = open_issue(tmp_path)
        check_account(issue.pages, issue.articles, issue.furniture)
        assert [page.section for page in issue.pages] == ["要闻"]
        assert [[part.text for part in one.parts] for one in issue.articles] == [
            ["新桥通车", "昨日新桥通车。"],
            ["修路", "修路的人"],
        ]
        assert [piece.text for piece in issue.furniture] == ["广告"]

    @pytest.mark.parametrize("key", ["items", "label", "navDate", "structures"])
    @pytest.mark.parametrize(
        "value", [5, "x", [5], [None], [{"seeAlso": 5, "annotations": [{"items": [5]}]}], {"a": 1}]
    )
    def test_values_of_other_kinds(self, tmp_path: Path, key: str, value: object) -> None:
        try:
            open_issue(self.write(tmp_path, MANIFEST | {key: value}))
        except SourceError as error:
            assert "\n" not in str(error)
