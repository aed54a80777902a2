"""References for programs: what BibTeX, RIS and CSL-JSON readers make of them."""

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.export.citation import Style, cite, cite_all, make_reference
from reader.export.citation.bibtex import escape_bibtex
from reader.model import Article, Author, Issue, Page, Part, PartKind
from tests.export.issues import BRIDGE, ISSUE, NOTICE, make_article

TITLE = "青禾镇新桥通车 两岸往来不再绕路: 全长三百二十米"
UNKNOWN = replace(ISSUE, title=None, date=None, pages=())
UNTITLED = make_article((PartKind.PARAGRAPH, "停水。"), page="p9")
JUMPED = replace(BRIDGE, parts=(*BRIDGE.parts, Part(PartKind.PARAGRAPH, "完。", "p2")))
NUMBERED = replace(ISSUE, number="3021", pages=(Page("p1", (), "1", "要闻"), Page("p2", (), "2")))


def read_bibtex(text: str) -> dict[str, str]:
    library = parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert not library.failed_blocks
    [entry] = library.entries
    assert entry.entry_type == "article"
    return {"ID": entry.key, **{key: str(field.value) for key, field in entry.fields_dict.items()}}


def read_ris(text: str) -> dict[str, Any]:
    [entry] = rispy.loads(text)
    assert entry.pop("type_of_reference") == "NEWS"
    return dict(entry)


def read_csl(text: str) -> dict[str, Any]:
    [item] = json.loads(text)
    assert item.pop("type") == "article-newspaper"
    return dict(item)


def test_bibtex() -> None:
    text = cite(NUMBERED, JUMPED, style=Style.BIBTEX)
    key = make_reference(NUMBERED, JUMPED).key
    assert text == (
        f"@article{{{key},\n"
        "  author = {{苏木青} and {何田}},\n"
        f"  title = {{{{{TITLE}}}}},\n"
        "  journal = {{青禾日报}},\n"
        "  date = {2031-05-12},\n"
        "  year = {2031},\n"
        "  month = may,\n"
        "  number = {3021},\n"
        "  pages = {1--2},\n"
        "  entrysubtype = {newspaper},\n"
        "  langid = {chinese}\n"
        "}"
    )
    assert read_bibtex(text)["ID"] == key


def test_ris() -> None:
    assert cite(NUMBERED, JUMPED, style=Style.RIS).split("\n") == [
        "TY  - NEWS",
        f"ID  - {make_reference(NUMBERED, JUMPED).key}",
        "AU  - 苏木青",
        "AU  - 何田",
        f"TI  - {TITLE}",
        "T2  - 青禾日报",
        "PY  - 2031",
        "DA  - 2031/05/12",
        "IS  - 3021",
        "SE  - 要闻",
        "SP  - 1",
        "EP  - 2",
        "LA  - zh-Hans",
        "ER  - ",
    ]


def test_csl_json() -> None:
    assert json.loads(cite(NUMBERED, JUMPED, style=Style.CSL_JSON)) == [
        {
            "id": make_reference(NUMBERED, JUMPED).key,
            "type": "article-newspaper",
            "title": TITLE,
            "author": [{"literal": "苏木青"}, {"literal": "何田"}],
            "container-title": "青禾日报",
            "issued": {"date-parts": [[2031, 5, 12]]},
            "issue": "3021",
            "section": "要闻",
            "page": "1-2",
            "language": "zh-Hans",
        }
    ]


def test_readers_find_what_was_written() -> None:
    bibtex = read_bibtex(cite(NUMBERED, JUMPED, style=Style.BIBTEX))
    assert (bibtex["title"], bibtex["author"], bibtex["year"]) == (TITLE, "苏木青 and 何田", "2031")
    ris = read_ris(cite(NUMBERED, JUMPED, style=Style.RIS))
    assert (ris["title"], ris["authors"], ris["start_page"], ris["end_page"]) == (TITLE, ["苏木青", "何田"], "1", "2")


def test_what_is_unknown_is_left_out() -> None:
    assert set(read_bibtex(cite(UNKNOWN, UNTITLED, style=Style.BIBTEX))) == {"ID", "entrysubtype", "langid"}
    assert set(read_ris(cite(UNKNOWN, UNTITLED, style=Style.RIS))) == {"id", "language"}
    assert set(read_csl(cite(UNKNOWN, UNTITLED, style=Style.CSL_JSON))) == {"id", "language"}


def test_pages_apart_are_named_one_by_one() -> None:
    issue = replace(ISSUE, pages=(Page("p1", (), "1"), Page("p2", (), "5")))
    assert read_bibtex(cite(issue, JUMPED, style=Style.BIBTEX))["pages"] == "1, 5"
    assert read_ris(cite(issue, JUMPED, style=Style.RIS))["start_page"] == "1, 5"
    assert read_csl(cite(issue, JUMPED, style=Style.CSL_JSON))["page"] == "1, 5"


def test_whole_issue_is_one_file() -> None:
    articles = [BRIDGE, NOTICE]
    keys = [make_reference(ISSUE, article).key for article in articles]
    assert len(set(keys)) == 2
    library = parse_string(cite_all(ISSUE, articles, style=Style.BIBTEX))
    assert [entry.key for entry in library.entries] == keys
    assert [entry["id"] for entry in rispy.loads(cite_all(ISSUE, articles, style=Style.RIS))] == keys
    assert [item["id"] for item in json.loads(cite_all(ISSUE, articles, style=Style.CSL_JSON))] == keys


@pytest.mark.parametrize(
    ("issue", "article"),
    [
        pytest.param(replace(ISSUE, title="青禾晚报"), BRIDGE, id="another newspaper"),
        pytest.param(replace(ISSUE, date=date(2031, 5, 13)), BRIDGE, id="another day"),
        pytest.param(replace(ISSUE, date=None), BRIDGE, id="no day"),
        pytest.param(ISSUE, replace(BRIDGE, id="a7"), id="another article"),
    ],
)
def test_key_is_an_articles_own(issue: Issue, article: Article) -> None:
    keys = {make_reference(ISSUE, BRIDGE).key, make_reference(issue, article).key}
    assert len(keys) == 2
    assert all(re.fullmatch(r"news-(?:\d{8}|undated)-a\d-[0-9a-f]{8}", key) for key in keys)


def test_key_stays_in_another_script() -> None:
    def convert(text: str) -> str:
        return text.replace("桥", "橋")

    assert make_reference(ISSUE, BRIDGE, convert).key == make_reference(ISSUE, BRIDGE).key
    assert "橋" in make_reference(ISSUE, BRIDGE, convert).title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("桥 100% & $5", r"桥 100\% \& \$5"),
        ("a_b #1", r"a\_b \#1"),
        ("C:\\n", r"C:\textbackslash{}n"),
        ("~^", r"\textasciitilde{}\textasciicircum{}"),
        ("{", r"\textbraceleft{}"),
        ("}", r"\textbraceright{}"),
        ("--- a-b", "-{}-{}- a-b"),
        ("``快''", r"\textasciigrave{}\textasciigrave{}快'{}'"),
        ("“新桥”，通车", "“新桥”，通车"),
    ],
)
def test_escape_bibtex(text: str, expected: str) -> None:
    assert escape_bibtex(text) == expected


@given(st.text(st.sampled_from("新桥 \\$&#%_~-@,\"'=ab"), max_size=12))
@settings(max_examples=80)
def test_special_characters_come_back_from_bibtex(text: str) -> None:
    read = read_bibtex(cite(ISSUE, headed(text), style=Style.BIBTEX))
    assert read["title"].split() == headed(text).title.split()


@given(st.text(max_size=12))
@settings(max_examples=80)
def test_braces_balance_whatever_the_title(text: str) -> None:
    bibtex = cite(ISSUE, headed(text), style=Style.BIBTEX)
    depths = [bibtex[:at].count("{") - bibtex[:at].count("}") for at in range(1, len(bibtex))]
    assert min(depths[bibtex.index("{") :]) >= 1
    assert bibtex.count("{") == bibtex.count("}")


@given(st.text(max_size=12))
@settings(max_examples=80)
def test_ris_and_csl_json_read_back_whatever_the_title(text: str) -> None:
    title = make_reference(ISSUE, headed(text)).title
    assert read_csl(cite(ISSUE, headed(text), style=Style.CSL_JSON))["title"] == title
    lines = cite(ISSUE, headed(text), style=Style.RIS).split("\n")
    assert all(re.match("[A-Z][A-Z0-9]  - ", line) for line in lines)
    assert f"TI  - {title}" in lines


def test_comma_in_a_name_does_not_part_it() -> None:
    article = replace(NOTICE, authors=(Author("Reed, John"),))
    assert read_ris(cite(ISSUE, article, style=Style.RIS))["authors"] == ["Reed  John"]
    assert "author = {{Reed, John}}" in cite(ISSUE, article, style=Style.BIBTEX)


def headed(text: str) -> Article:
    """An article whose headline is that text and a character more, so that it has one."""
    return make_article((PartKind.HEADLINE, f"桥{text}"))
