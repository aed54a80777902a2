"""Whatever a file names on the network, nothing is fetched."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from reader.errors import ReaderError
from reader.library import open_issue
from tests.sources import test_hocr
from tests.sources.builders import Block, make_alto, make_mets
from tests.sources.test_json_formats import MANIFEST
from tests.sources.test_mets import FILES, LOGICAL


@pytest.fixture
def server() -> Iterator[socket.socket]:
    """A place on this machine that nobody should call at."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        yield listening


def make_files(address: str) -> dict[str, str]:
    alto = make_alto("P1", [Block("B1", ("新桥昨日通车",))])
    canvas = {"type": "Canvas", "seeAlso": [{"id": f"{address}/alto.xml"}], "annotations": [{"id": f"{address}/a"}]}
    document_type = f'<!DOCTYPE alto SYSTEM "{address}/alto.dtd">'
    page = test_hocr.document(test_hocr.line(test_hocr.word("新桥"))).decode()
    body = f'<img src="{address}/a.png"><iframe src="{address}/b"></iframe><h1>新桥</h1><p>昨日通车。</p>'
    return {
        "doctype.xml": alto.replace("<alto", f"{document_type}<alto", 1),
        "schema.xml": alto.replace("<alto ", f'<alto xmlns:x="x" x:schemaLocation="x {address}/a.xsd" ', 1),
        "include.xml": alto.replace(
            "<Styles>", f'<Styles><i:include xmlns:i="http://www.w3.org/2001/XInclude" href="{address}/a"/>'
        ),
        "mets.xml": make_mets({name: f"{address}/{name}.xml" for name in FILES}, LOGICAL),
        "manifest.json": json.dumps(MANIFEST | {"items": [canvas]}),
        "hocr.html": page.replace("<body>", f'<body><link rel="stylesheet" href="{address}/a.css">'),
        "page.html": f"<html><body>{body}</body></html>",
        "index.html": f'<html><meta http-equiv="refresh" content="0; URL={address}/node_1.htm">founder-{body}</html>',
        "page.md": f"# 新桥\n\n![]({address}/a.png) 昨日通车。\n",
    }


@pytest.mark.parametrize("name", make_files(""))
def test_nothing_is_fetched(name: str, tmp_path: Path, server: socket.socket) -> None:
    address = "http://{}:{}".format(*server.getsockname())
    path = tmp_path / name
    path.write_text(make_files(address)[name], encoding="utf-8")
    with suppress(ReaderError):
        open_issue(path)
    with pytest.raises(BlockingIOError):
        server.accept()
