"""Set the sample issue in PDF: `python -m scripts.make_pdf_sample`.

Writes sample_issues/lanxi/issue.pdf: a front page in four columns and a supplement set vertically, with a text layer
in a Chinese font that is not embedded, as papers deliver them. The bytes are the same on every machine: nothing is
compressed, and no date but that of the paper is in them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from reader.hanzi.characters import em_width
from tests.corpus.lanxi import BRIDGE, FERRY, GARDEN, PHOTO, RAIN, TITLE, Copy

ROOT: Final = Path(__file__).resolve().parents[1]
PLACE: Final = Path("sample_issues", "lanxi", "issue.pdf")

_WIDTH, _HEIGHT = 720.0, 1000.0
"""Points; a tabloid page."""

_BODY, _LEADING, _MEASURE, _GUTTER, _MARGIN = 9.0, 14.0, 15, 14.0, 69.0
_COLUMN: Final = _BODY * _MEASURE
_STEP: Final = _COLUMN + _GUTTER

_SHADOW: Final = 1.2
"""Points by which the shadow of a label is displaced."""

_NO_LINE_START: Final = "，。、；：！？”）》"
_FONTS: Final = {"song": "STSong-Light", "hei": "STHeiti-Regular"}


@dataclass
class Sheet:
    """The content stream of one page; y runs down from its upper edge."""

    operators: list[str] = field(default_factory=list)

    def text(self, text: str, x: float, y: float, size: float = _BODY, *, font: str = "song") -> None:
        """A horizontal line whose first character's upper left corner is at (x, y)."""
        # The baseline of the em box is 0.88 em below its head.
        self._show(text, f"{font}-h", x, _HEIGHT - y - 0.88 * size, size)

    def column(self, text: str, x: float, y: float, size: float = _BODY, *, font: str = "song") -> None:
        """A vertical line whose middle is at x and whose head is at y."""
        self._show(text, f"{font}-v", x, _HEIGHT - y, size)

    def _show(self, text: str, font: str, x: float, y: float, size: float) -> None:
        codes = text.encode("utf-16-be").hex().upper()
        self.operators.append(f"BT /{font} {size:g} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm <{codes}> Tj ET")

    def rule(self, x: float, y: float, length: float) -> None:
        """A thin horizontal line."""
        self.operators.append(f"0.5 w {x:.2f} {_HEIGHT - y:.2f} m {x + length:.2f} {_HEIGHT - y:.2f} l S")

    def picture(self, x: float, y: float, width: float, height: float) -> None:
        """The one picture there is, a grey square, stretched."""
        self.operators.append(f"q {width:.2f} 0 0 {height:.2f} {x:.2f} {_HEIGHT - y - height:.2f} cm /picture Do Q")


def break_lines(paragraphs: Sequence[str], measure: int) -> list[tuple[str, int]]:
    """Paragraphs as lines of at most so many em, each with its indent in em."""
    lines: list[tuple[str, int]] = []
    for paragraph in paragraphs:
        at, indent = 0, 2
        while at < len(paragraph):
            end = at
            while end < len(paragraph) and em_width(paragraph[at : end + 1]) <= measure - indent:
                end += 1
            while end < len(paragraph) and (paragraph[end] in _NO_LINE_START or _splits(paragraph, end)):
                end -= 1
            lines.append((paragraph[at:end], indent))
            at, indent = end, 0
    return lines


def _splits(text: str, at: int) -> bool:
    """Whether a line end here would divide a number."""
    return text[at - 1 : at + 1].isascii() and text[at - 1] != " " and text[at] != " "


def set_columns(sheet: Sheet, lines: Sequence[tuple[str, int]], x: float, y: float, columns: int) -> float:
    """Set lines in columns of one depth; where the deepest ends."""
    depth = -(-len(lines) // columns)
    for number, (text, indent) in enumerate(lines):
        column, row = divmod(number, depth)
        sheet.text(text, x + column * _STEP + indent * _BODY, y + row * _LEADING)
    return y + depth * _LEADING


def set_front_page() -> Sheet:
    """Page 1: nameplate, the bridge over four columns, two stories side by side, a picture."""
    sheet = Sheet()
    whole = 4 * _COLUMN + 3 * _GUTTER
    sheet.text(TITLE, _MARGIN, 30, 44, font="hei")
    sheet.text("2031年6月18日 星期三 第01版 要闻", _MARGIN + 380, 62)
    sheet.rule(_MARGIN, 92, whole)
    sheet.text(BRIDGE.kicker, _MARGIN, 106, 15)
    sheet.text(BRIDGE.headline, _MARGIN, 130, 34, font="hei")
    sheet.text(BRIDGE.subheadline, _MARGIN, 174, 17)
    sheet.text(BRIDGE.byline, _MARGIN, 206)
    lines = break_lines(BRIDGE.paragraphs[:3], _MEASURE)
    y = set_columns(sheet, lines, _MARGIN, 226, 4)
    sheet.text(BRIDGE.jump_to, _MARGIN + 3 * _STEP, y)
    y += 26
    sheet.rule(_MARGIN, y, whole)
    sheet.text(f"■{RAIN.label}", _MARGIN, y + 12, 12, font="hei")
    # The label's shadow, drawn glyph by glyph as some typesetting systems do.
    for place, glyph in enumerate(RAIN.label, 1):
        sheet.text(glyph, _MARGIN + 12 * place + _SHADOW, y + 12 + _SHADOW, 12, font="hei")
    sheet.text(RAIN.headline, _MARGIN, y + 34, 22, font="hei")
    sheet.text(RAIN.byline, _MARGIN, y + 68)
    low = set_columns(sheet, break_lines(RAIN.paragraphs, _MEASURE), _MARGIN, y + 88, 2)
    right = _MARGIN + 2 * _STEP
    sheet.text(PHOTO.headline, right, y + 14, 20, font="hei")
    sheet.picture(right, y + 44, 2 * _COLUMN + _GUTTER, 150)
    for row, (text, indent) in enumerate(break_lines(PHOTO.paragraphs, 34)):
        sheet.text(text, right + indent * 8, y + 202 + row * 12, 8)
    sheet.text(PHOTO.byline, right + 120, y + 228, 8)
    sheet.text("责任编辑：温砚秋 版式：祁小棠 校对：容与", _MARGIN, max(low, y + 260) + 30, 7)
    return sheet


def set_supplement() -> Sheet:
    """Page 2, set vertically in tiers from the right: the bridge goes on, two essays."""
    sheet = Sheet()
    sheet.text("第02版 副刊 2031年6月18日 星期三", 250, 24)
    x = _set_tier(sheet, FERRY, _WIDTH - 80, 70, 26)
    _set_tier(sheet, GARDEN, x - 20, 70, 26)
    sheet.column(BRIDGE.headline, _WIDTH - 80, 560, 20, font="hei")
    sheet.column(BRIDGE.jump_from, _WIDTH - 104, 560)
    _set_vertical(sheet, break_lines(BRIDGE.paragraphs[3:], 26), _WIDTH - 122, 560)
    return sheet


def _set_tier(sheet: Sheet, copy: Copy, x: float, y: float, measure: int) -> float:
    """A story in one tier; where the next one may begin."""
    sheet.column(copy.headline, x, y, 20, font="hei")
    sheet.column(copy.byline, x - 26, y + 36)
    return _set_vertical(sheet, break_lines(copy.paragraphs, measure), x - 46, y)


def _set_vertical(sheet: Sheet, lines: Sequence[tuple[str, int]], x: float, y: float) -> float:
    for row, (text, indent) in enumerate(lines):
        sheet.column(text, x - row * _LEADING, y + indent * _BODY)
    return x - len(lines) * _LEADING


def write_pdf(sheets: Sequence[Sheet]) -> bytes:
    """A PDF 1.4 of these pages."""
    objects: list[bytes] = []

    def add(body: str | bytes) -> int:
        objects.append(body.encode("ascii") if isinstance(body, str) else body)
        return len(objects)

    descriptor = "/Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV"
    fonts: list[str] = []
    for name, face in _FONTS.items():
        about = add(f"<< /Type /FontDescriptor /FontName /{face} {descriptor} {93 if name == 'song' else 160} >>")
        # Adobe-GB1: CIDs 1 to 95 are the proportional ASCII characters, here half an em wide.
        cid = add(
            f"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /{face} /FontDescriptor {about} 0 R /DW 1000 "
            "/W [1 95 500] /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>"
        )
        for way in "hv":
            font = add(
                f"<< /Type /Font /Subtype /Type0 /BaseFont /{face}-UniGB-UCS2-{way.upper()} "
                f"/Encoding /UniGB-UCS2-{way.upper()} /DescendantFonts [{cid} 0 R] >>"
            )
            fonts.append(f"/{name}-{way} {font} 0 R")
    image = add(
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 "
        "/Filter /ASCIIHexDecode /Length 3 >>\nstream\n99>\nendstream"
    )
    resources = add(f"<< /Font << {' '.join(fonts)} >> /XObject << /picture {image} 0 R >> >>")
    tree = len(objects) + 2 * len(sheets) + 1
    kids: list[int] = []
    for sheet in sheets:
        stream = "\n".join(sheet.operators)
        content = add(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        kids.append(
            add(
                f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {_WIDTH:g} {_HEIGHT:g}] "
                f"/Resources {resources} 0 R /Contents {content} 0 R >>"
            )
        )
    pages = " ".join(f"{kid} 0 R" for kid in kids)
    assert add(f"<< /Type /Pages /Kids [{pages}] /Count {len(kids)} >>") == tree
    catalog = add(f"<< /Type /Catalog /Pages {tree} 0 R >>")
    title = ("\ufeff" + TITLE).encode("utf-16-be").hex().upper()
    info = add(f"<< /Title <{title}> /CreationDate (D:20310618000000Z) >>")
    return _join_objects(objects, catalog, info)


def _join_objects(objects: Sequence[bytes], catalog: int, info: int) -> bytes:
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places: list[int] = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    out += b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, catalog, info, start)
    return bytes(out)


def make_sample() -> bytes:
    """The sample's bytes."""
    return write_pdf([set_front_page(), set_supplement()])


if __name__ == "__main__":
    (ROOT / PLACE).parent.mkdir(parents=True, exist_ok=True)
    (ROOT / PLACE).write_bytes(make_sample())
