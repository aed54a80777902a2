"""Articles as a book for reading systems: EPUB 3.3, one XHTML document an article."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from reader.export.document import Document, Story
from reader.export.language import is_chinese
from reader.export.markup import escape, write_story, write_text
from reader.export.style_sheet import make_style_sheet

MIMETYPE: Final = b"application/epub+zip"

_CONTAINER: Final = """\
<?xml version="1.0" encoding="UTF-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""

_SOME_DAY: Final = (1980, 1, 1, 0, 0, 0)
"""ZIP's first; members have no day of their own, so that the same articles make the same file."""


def write_epub(document: Document, *, modified: datetime | None = None) -> bytes:
    """The file.

    Args:
        document: What is in it.
        modified: When it was made, which EPUB wants to be told; now where None.
    """
    made = (modified or datetime.now(UTC)).astimezone(UTC)
    members = {
        "META-INF/container.xml": _CONTAINER,
        "EPUB/package.opf": _lines(_iter_package(document, made)),
        "EPUB/nav.xhtml": _lines(_iter_contents(document)),
        "EPUB/style.css": make_style_sheet(document.language, vertical=document.vertical, book=True),
        **{f"EPUB/{_name(at)}": _lines(_iter_text(document, story)) for at, story in enumerate(document.stories)},
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as book:
        # First and uncompressed, so that the first bytes of the file tell what it is (OCF 3.3 §4.3).
        _add(book, "mimetype", MIMETYPE, zipfile.ZIP_STORED)
        for name, text in members.items():
            _add(book, name, text.encode("utf-8"), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _add(book: zipfile.ZipFile, name: str, data: bytes, method: int) -> None:
    member = zipfile.ZipInfo(name, _SOME_DAY)
    member.compress_type = method
    # The same on every system.
    member.create_system = 3
    member.external_attr = 0o644 << 16
    book.writestr(member, data)


def _name(at: int) -> str:
    return f"article-{at + 1}.xhtml"


def _iter_package(document: Document, made: datetime) -> Iterator[str]:
    single = document.stories[0] if len(document.stories) == 1 else None
    yield (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"'
        f' xml:lang="{escape(document.language)}">'
    )
    yield '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
    yield f'<dc:identifier id="id">urn:uuid:{uuid5(NAMESPACE_URL, _identify(document))}</dc:identifier>'
    yield f"<dc:title>{escape(document.title)}</dc:title>"
    yield f"<dc:language>{escape(document.language)}</dc:language>"
    if document.day:
        yield f"<dc:date>{document.day.isoformat()}</dc:date>"
    if document.newspaper:
        yield f"<dc:publisher>{escape(document.newspaper)}</dc:publisher>"
    for author in single.authors if single else ():
        yield f"<dc:creator>{escape(author)}</dc:creator>"
    if single and single.citation:
        yield f"<dc:source>{escape(single.citation)}</dc:source>"
    yield f'<meta property="dcterms:modified">{made:%Y-%m-%dT%H:%M:%SZ}</meta>'
    yield '<meta property="schema:accessMode">textual</meta>'
    yield '<meta property="schema:accessModeSufficient">textual</meta>'
    yield '<meta property="schema:accessibilityFeature">tableOfContents</meta>'
    yield '<meta property="schema:accessibilityHazard">none</meta>'
    yield "</metadata>"
    yield "<manifest>"
    yield '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
    yield '<item id="style" href="style.css" media-type="text/css"/>'
    names = [_name(at) for at in range(len(document.stories))]
    for name in names:
        yield f'<item id="{name.removesuffix(".xhtml")}" href="{name}" media-type="application/xhtml+xml"/>'
    yield "</manifest>"
    yield f'<spine page-progression-direction="{"rtl" if document.vertical else "ltr"}">'
    if single is None:
        yield '<itemref idref="nav"/>'
    for name in names:
        yield f'<itemref idref="{name.removesuffix(".xhtml")}"/>'
    yield "</spine>"
    yield "</package>"


def _iter_contents(document: Document) -> Iterator[str]:
    """The table of contents: the articles under their pages."""
    contents = "目录" if is_chinese(document.language) else "Contents"
    yield from _iter_head(document, document.title)
    yield f'<body>\n<nav epub:type="toc">\n<h1>{contents}</h1>\n<ol>'
    for page, stories in document.by_page:
        entries = [
            f'<li><a href="{_name(at)}">{write_text(story.title, document.vertical)}</a></li>' for at, story in stories
        ]
        yield from (
            [f"<li><span>{write_text(page, document.vertical)}</span>\n<ol>", *entries, "</ol></li>"]
            if page
            else entries
        )
    yield "</ol>\n</nav>\n</body>\n</html>"


def _iter_text(document: Document, story: Story) -> Iterator[str]:
    yield from _iter_head(document, story.title)
    yield "<body>"
    yield from write_story(story, level=1, vertical=document.vertical)
    yield "</body>\n</html>"


def _iter_head(document: Document, title: str) -> Iterator[str]:
    language = escape(document.language)
    yield "<!DOCTYPE html>"
    yield (
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
        f' lang="{language}" xml:lang="{language}">'
    )
    yield f"<head>\n<title>{escape(title)}</title>"
    yield '<link rel="stylesheet" type="text/css" href="style.css"/>\n</head>'


def _identify(document: Document) -> str:
    """The same for the same articles, whenever they are written."""
    day = document.day.isoformat() if document.day else ""
    titles = "\n".join(f"{story.page}\t{story.title}" for story in document.stories)
    return f"dubao:{document.newspaper}\n{day}\n{titles}"


def _lines(lines: Iterator[str]) -> str:
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + "\n".join(lines) + "\n"
