"""Files of article records, as corpora of newspapers give them."""

from __future__ import annotations

from datetime import date
from pathlib import Path, PurePath

import pytest

from reader.errors import EmptySourceError
from reader.export.json import describe_issue
from reader.library import open_issue
from reader.model import PartKind
from reader.sources.records import Record, Records, iter_records

RECORDS = """\
### 河堤合龙记
陆青川
1951-07-12
第2版(生产建设)
专栏：治淮通讯

\u3000\u3000河堤合龙记
    七月里，沙湾口的水涨到了堤腰。
\u3000\u3000门板也扛来了
    十一日清晨，最后一筐土倒进缺口。

### 请改进乡村邮递
严小禾　江水生
1951-07-12
第3版()
专栏：

    我们村离区上二十里。
"""


def test_a_record() -> None:
    first, second = iter_records(RECORDS)
    assert first == Record(
        "河堤合龙记",
        ("陆青川",),
        date(1951, 7, 12),
        "2",
        "生产建设",
        "治淮通讯",
        (
            "\u3000\u3000河堤合龙记",
            "    七月里，沙湾口的水涨到了堤腰。",
            "\u3000\u3000门板也扛来了",
            "    十一日清晨，最后一筐土倒进缺口。",
        ),
    )
    assert (second.label, second.section, second.column) == ("3", None, "")


def test_an_issue_of_records(tmp_path: Path) -> None:
    path = tmp_path / "1951-07-12.txt"
    path.write_text(RECORDS, encoding="gb18030")
    issue = open_issue(str(path))
    assert (issue.format, issue.date) == ("records", date(1951, 7, 12))
    assert [(page.label, page.section) for page in issue.pages] == [("2", "生产建设"), ("3", None)]
    first, second = issue.articles
    assert [(part.kind, part.text) for part in first.parts] == [
        (PartKind.LABEL, "治淮通讯"),
        (PartKind.HEADLINE, "河堤合龙记"),
        (PartKind.BYLINE, "陆青川"),
        (PartKind.PARAGRAPH, "七月里，沙湾口的水涨到了堤腰。"),
        (PartKind.CROSSHEAD, "门板也扛来了"),
        (PartKind.PARAGRAPH, "十一日清晨，最后一筐土倒进缺口。"),
    ]
    assert [author.name for author in second.authors] == ["严小禾", "江水生"]
    assert describe_issue(issue)["format"] == "records"


def test_days_of_a_month_are_pages_of_their_own() -> None:
    text = "### 甲\n1951-07-12\n第2版()\n\n    一。\n\n### 乙\n1951-07-13\n第2版()\n\n    二。\n"
    sourced = Records().read(PurePath("07.txt"), text.encode())
    assert sourced.date is None
    assert [(page.label, page.section) for page in sourced.pages] == [("2", "1951-07-12"), ("2", "1951-07-13")]


@pytest.mark.parametrize(
    ("text", "format"),
    [
        pytest.param("### 甲\n石小山\n1951-07-12\n第2版()\n\n    一。\n", "records", id="a record"),
        pytest.param("### 甲\n\n乙丙丁戊。\n", "plain", id="a heading alone"),
        pytest.param("甲乙丙丁。\n### 戊\n1951-07-12\n", "plain", id="text before it"),
        pytest.param("### 甲\n1951-13-45\n第2版()\n\n    一。\n", "records", id="a day that there is not"),
    ],
)
def test_detection(tmp_path: Path, text: str, format: str) -> None:
    path = tmp_path / "text.txt"
    path.write_text(text, encoding="utf-8")
    assert open_issue(str(path)).format == format


def test_an_empty_file_says_so() -> None:
    with pytest.raises(EmptySourceError):
        Records().read(PurePath("07.txt"), b"")
