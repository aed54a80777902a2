"""HTML from strangers, read as browsers read it: broken tags and entities stop nothing, and nothing is fetched."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reader.errors import BrokenSourceError, EmptySourceError
from reader.languages import sentence
from reader.sources.encoding import decode
from reader.sources.markup import find_declared_encoding

if TYPE_CHECKING:
    from lxml.etree import _Element

_META: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)

_DECLARATION: Final = re.compile(r"\A\s*<\?xml[^>]*\?>")

_META_BYTES: Final = 4096
"""How far a meta element is looked for; browsers look at 1,024 bytes."""


def parse_html(data: bytes, name: str, *, encoding: str | None = None) -> _Element:
    """The elements of an HTML file.

    Its encoding is the one that the user names, else what the bytes look like; the file's own word counts where the
    bytes fit it.

    Args:
        data: The whole file.
        name: The file as the user knows it, for messages.
        encoding: Its encoding, where the user knows better.

    Raises:
        EmptySourceError: There is nothing in it.
        BrokenSourceError: There is no element in it.
        EncodingError: The bytes do not fit the encoding that the user named.
        NotTextError: The bytes are no text.
    """
    return parse_html_text(decode_markup(data, name, encoding=encoding), name)


def parse_html_text(text: str, name: str) -> _Element:
    """The elements of HTML that is text already.

    Raises:
        BrokenSourceError: There is no element in it.
    """
    # Plain text must not pay for it.
    from lxml import etree

    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=False, remove_pis=True
    )
    bare = _DECLARATION.sub("", text).replace("\0", "\ufffd")
    try:
        root = etree.fromstring(bare.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise BrokenSourceError(name, sentence("there is no element in this HTML file; fetch it again"))
    return root


def decode_markup(data: bytes, name: str, *, encoding: str | None = None) -> str:
    """The text of a file of markup, its tags included.

    Raises:
        SourceError: It is empty, or its bytes are no text.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise EmptySourceError(name, sentence("this file is empty; name a file that holds a page"))
    if encoding is None:
        found = _META.search(data[:_META_BYTES])
        declared = find_declared_encoding(data) or (found[1].decode("ascii", "replace") if found else None)
        if declared and declared.lower() in ("gb2312", "gbk"):
            declared = "gb18030"
        # Well-formed UTF-8 is nothing else; files that name no encoding are mostly in it.
        for candidate in (declared, "utf-8-sig"):
            try:
                return data.decode("utf-8-sig" if candidate in ("utf-8", "UTF-8", None) else candidate)
            except (UnicodeError, LookupError):
                continue
    return decode(data, encoding, source=name, markup=True).text
