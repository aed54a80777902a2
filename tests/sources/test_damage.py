"""Damaged copies of every format, cut, with bytes flipped, in other encodings, end in a sentence or in Notes."""

from __future__ import annotations

import bz2
import io
import json
import random
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import ReaderError
from reader.export.json import describe_issue, format_json
from reader.library import open_issue
from reader.model import Issue
from reader.sources import SOURCES, find_source
from scripts.make_pdf_sample import make_sample
from tests.sources import test_abbyy, test_didl, test_hocr, test_page_xml
from tests.sources.account import check_account
from tests.sources.builders import Block, make_alto, make_mets
from tests.sources.test_epaper import ARTICLE, INDEX, NODE
from tests.sources.test_json_formats import ISSUE, MANIFEST, PAGE
from tests.sources.test_mets import FILES, LOGICAL, PAGE_1, PAGE_2
from tests.sources.test_records import RECORDS
from tests.sources.test_told import HTML, MARKDOWN

ROOT = Path(__file__).parents[2]
REAL = ROOT.parent / "shared/pages"

ALTO = make_alto("PAGE1", [Block("B1", ("新桥 昨日通车", "The new bri¬", "dge is open"))])


def make_epub() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml", '<container><rootfile full-path="a.opf"/></container>')
        book.writestr("a.opf", '<package><item id="a" href="a.html"/><itemref idref="a"/></package>')
        book.writestr("a.html", HTML)
    return data.getvalue()


def make_tar(mode: str) -> bytes:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode=mode) as archive:  # type: ignore[call-overload]
        member = tarfile.TarInfo("1.xml")
        member.size = len(ALTO.encode())
        archive.addfile(member, io.BytesIO(ALTO.encode()))
    return data.getvalue()


def make_files() -> dict[str, bytes]:
    """A small file of every format, by a name that suits it."""
    issue = open_issue("-", stdin=io.BytesIO("新桥通车\n\n　　昨日新桥通车，行人不绝。\n".encode()))
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("1.xml", ALTO)
    return {
        "alto.xml": ALTO.encode(),
        "page.xml": test_page_xml.document(
            test_page_xml.region("r1", test_page_xml.line("新桥", "structure {id:a1; type:article;}"))
        ),
        "hocr.html": test_hocr.document(test_hocr.line(test_hocr.word("新桥"))),
        "abbyy.xml": test_abbyy.document(test_abbyy.line("新桥 bri¬")),
        "didl.xml": test_didl.document(*test_didl.ARTICLES),
        "issue.json": format_json(describe_issue(issue)).encode(),
        "impresso.json": json.dumps(PAGE | ISSUE).encode(),
        "manifest.json": json.dumps(MANIFEST).encode(),
        "index.html": INDEX.encode(),
        "node_2.htm": NODE.format("content_1").encode("gbk"),
        "content_1.htm": ARTICLE.format("新桥").encode("gbk"),
        "page.html": HTML.encode(),
        "page.md": MARKDOWN.encode(),
        "records.txt": RECORDS.encode("gb18030"),
        "book.epub": make_epub(),
        "issue.zip": archive.getvalue(),
        **{f"issue.tar{end}": make_tar(f"w:{end[1:]}") for end in ("", ".gz", ".bz2", ".xz")},
        "mets.xml": make_mets(FILES, LOGICAL, title="青禾日报").encode(),
        "issue.pdf": make_sample(),
        "days-issues.jsonl.bz2": bz2.compress(json.dumps(PAGE | ISSUE).encode()),
        "page.txt": "新桥通车\n\n　　昨日新桥通车，行人不绝。\n".encode("gb18030"),
    }


SMALL = make_files()


def open_or_tell(path: Path) -> Issue | None:
    """The issue, whose characters all have their places; or None, where a sentence told why there is none."""
    try:
        issue = open_issue(path)
    except ReaderError as error:
        assert "\n" not in str(error)
        assert str(error)
        return None
    check_account(issue.pages, issue.articles, issue.furniture)
    return issue


def damage(data: bytes, source: random.Random) -> bytes:
    """A copy that is cut, or has some bytes changed, or lacks a piece, or is in another encoding."""
    match source.randrange(5):
        case 0:
            return data[: source.randrange(len(data) + 1)]
        case 1:
            changed = bytearray(data)
            for _ in range(source.randrange(1, 9)):
                changed[source.randrange(len(changed))] = source.randrange(256)
            return bytes(changed)
        case 2:
            low, high = sorted(source.randrange(len(data) + 1) for _ in range(2))
            return data[:low] + data[high:]
        case 3:
            at = source.randrange(len(data) + 1)
            return (
                data[:at]
                + source.choice([b"<", b"]]>", b"&x;", b"\0", b"{", b'"', b"\x1b[2J", b"</TextLine>"])
                + data[at:]
            )
        case _:
            text = data.decode("utf-8", "replace")
            return text.encode(source.choice(["utf-16", "gb18030", "big5hkscs", "utf-32", "latin-1"]), "replace")


def test_every_format_is_damaged_here() -> None:
    found = {find_source(Path(name), data) for name, data in SMALL.items()}
    # Archives are no formats: what is in them is of one.
    assert {source.name for source in found if source} == {source.name for source in SOURCES}


@pytest.mark.parametrize("name", SMALL)
def test_whole_files_open(name: str, tmp_path: Path) -> None:
    for other in SMALL if name in ("node_2.htm", "index.html") else (name,):
        (tmp_path / other).write_bytes(SMALL[other])
    (tmp_path / "html/2031-05/12").mkdir(parents=True)
    for other in ("node_2.htm", "content_1.htm"):
        (tmp_path / "html/2031-05/12" / other).write_bytes(SMALL[other])
    (tmp_path / "alto").mkdir()
    for number in (1, 2):
        (tmp_path / "alto" / f"{number}.xml").write_bytes(SMALL["alto.xml"])
    (tmp_path / "1_alto.xml").write_bytes(SMALL["alto.xml"])
    assert open_or_tell(tmp_path / name) is not None


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(SMALL)), st.randoms(use_true_random=False))
def test_damaged_files(tmp_path: Path, name: str, source: random.Random) -> None:
    path = tmp_path / name
    path.write_bytes(damage(SMALL[name], source))
    open_or_tell(path)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["mets.xml", "alto/1.xml", "alto/2.xml"]), st.randoms(use_true_random=False))
def test_damaged_mets_issues(tmp_path: Path, name: str, source: random.Random) -> None:
    files = {
        "mets.xml": make_mets(FILES, LOGICAL, title="青禾日报").encode(),
        "alto/1.xml": make_alto("PAGE1", PAGE_1).encode(),
        "alto/2.xml": make_alto("PAGE2", PAGE_2).encode(),
    }
    (tmp_path / "alto").mkdir(exist_ok=True)
    for other, data in files.items():
        (tmp_path / other).write_bytes(damage(data, source) if other == name else data)
    open_or_tell(tmp_path)


def iter_real() -> Iterator[Path]:
    for folder in ("alto", "hocr", "pagexml", "mets-alto", "pdf", "plain"):
        yield from sorted(path for path in (REAL / folder).rglob("*.*") if path.suffix != ".json" and path.is_file())


@pytest.mark.skipif(not REAL.is_dir(), reason="the real pages are not beside this checkout")
@pytest.mark.parametrize("path", list(iter_real()), ids=lambda path: path.name[-24:])
def test_damaged_real_files(path: Path, tmp_path: Path) -> None:
    source = random.Random(path.name)
    data = path.read_bytes()[:60_000]
    for _ in range(3):
        copy = tmp_path / path.name
        copy.write_bytes(damage(data, source))
        open_or_tell(copy)
