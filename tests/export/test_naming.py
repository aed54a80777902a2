"""Names of files: what every system takes, and what reads well."""

import re
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.export.formats import Format
from reader.export.naming import LONGEST, safe_name, suggest_name
from reader.model import Article, Issue, PartKind
from tests.export.issues import BRIDGE, ISSUE, NOTICE, make_article


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("青禾日报 2031-05-12", "青禾日报 2031-05-12"),
        ("新桥: 通车/试航", "新桥： 通车／试航"),
        ('<>:"/\\|?*', "＜＞：＂／＼｜？＊"),
        ("../../etc/passwd", "／..／etc／passwd"),
        ("..", "dubao"),
        ("", "dubao"),
        ("　 ", "dubao"),
        (".hidden", "hidden"),
        ("-rf 新桥", "rf 新桥"),
        ("新桥. . ", "新桥"),
        ("新\x00桥\x1b[2J\n通\t车\u2028岸", "新桥[2J 通 车 岸"),
        ("新\u202e桥\u200b通\ufeff车\ud800", "新桥通车"),
        ("e\u0301", "é"),
        ("e\u200b\u0301", "é"),
        ("CON", "_CON"),
        ("con.txt", "_con.txt"),
        ("Com1 ", "_Com1"),
        ("LPT³.新桥", "_LPT³.新桥"),
        ("aux .md", "_aux .md"),
        ("CONIN$", "_CONIN$"),
        ("CONCERT", "CONCERT"),
        ("COM10", "COM10"),
        ("新桥 NUL", "新桥 NUL"),
    ],
)
def test_safe_name(text: str, expected: str) -> None:
    assert safe_name(text) == expected


def test_reserved_names_count_with_their_suffix() -> None:
    assert safe_name("NUL", ".md") == "_NUL.md"


@pytest.mark.parametrize("text", ["桥" * 500, "a" * 500, "桥a" * 200, "𠮷" * 100, "NUL." + "桥" * 100])
def test_long_names_are_cut_and_keep_their_suffix(text: str) -> None:
    name = safe_name(text, ".epub")
    assert name.endswith(".epub")
    assert LONGEST - 4 <= len(name.encode()) <= LONGEST


@given(st.text(max_size=120), st.sampled_from(["", ".md"]))
@settings(max_examples=200)
def test_any_text_makes_a_safe_name(text: str, suffix: str) -> None:
    name = safe_name(text, suffix)
    assert 0 < len(name.encode()) <= LONGEST
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f]', name)
    assert not re.search(r"^[-. ]|[. ]$", name)
    assert unicodedata.is_normalized("NFC", name)
    assert not re.match(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)", name)


@given(st.text(max_size=80))
@settings(max_examples=100)
def test_a_safe_name_stays(text: str) -> None:
    assert safe_name(safe_name(text)) == safe_name(text)


@given(st.text(max_size=100))
@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_this_system_takes_it(tmp_path: Path, text: str) -> None:
    place = tmp_path / safe_name(text, ".txt")
    place.write_text("桥", encoding="utf-8")
    assert place.parent == tmp_path
    assert place.is_file()
    place.unlink()


@pytest.mark.parametrize(
    ("issue", "articles", "expected"),
    [
        (ISSUE, [BRIDGE, NOTICE], "青禾日报 2031-05-12.md"),
        (ISSUE, [NOTICE], "青禾日报 2031-05-12 停水通知.md"),
        (replace(ISSUE, title=None, date=None), [NOTICE], "停水通知.md"),
        (replace(ISSUE, title=None, date=None), [BRIDGE, NOTICE], "dubao.md"),
        (ISSUE, [make_article((PartKind.PARAGRAPH, "停水。"))], "青禾日报 2031-05-12 a1.md"),
    ],
)
def test_suggest_name(issue: Issue, articles: list[Article], expected: str) -> None:
    assert suggest_name(issue, articles, Format.MARKDOWN) == expected


def test_suggested_name_in_another_script() -> None:
    name = suggest_name(ISSUE, [BRIDGE, NOTICE], Format.EPUB, lambda text: text.replace("报", "報"))
    assert name == "青禾日報 2031-05-12.epub"
