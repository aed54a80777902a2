"""PDFium's characters, rules and pictures. Runs in the worker process only; pypdfium2 is imported here alone."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any, Final

import pypdfium2
import pypdfium2.raw as pdfium

from reader.sources.pdf.glyphs import Glyph, Rectangle, Sheet, is_bold, read_character

_THINNEST_RULE: Final = 2.5
"""Points; a filled or stroked path at most so thick is a rule."""

_SHORTEST_RULE: Final = 8.0
"""Points; shorter ones are strokes of ornaments, but a table's row is hardly lower."""

_SMALLEST_FRAME: Final = 60.0
"""Points; smaller rectangles are buttons and cells."""

_SMALLEST_PICTURE: Final = 24.0

_MOST_OBJECTS: Final = 100_000
_MOST_DRAWINGS: Final = 20_000
"""Pages with more paths are maps and charts; looking at each would take longer than the text."""

_DEEPEST: Final = 3
"""Forms within forms that are looked into."""

_NAME_BYTES: Final = 160


class EncryptedError(Exception):
    """The document asks for a password."""


class DamagedError(Exception):
    """PDFium cannot make a document of the bytes."""


class Document:
    """An open PDF."""

    def __init__(self, data: bytes) -> None:
        """Open it.

        Raises:
            EncryptedError: A password is needed.
            DamagedError: It is broken beyond PDFium's repair.
        """
        try:
            self._document = pypdfium2.PdfDocument(data)
            self.pages = len(self._document)
        except pypdfium2.PdfiumError as error:
            if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD or "password" in str(error).lower():
                raise EncryptedError from error
            raise DamagedError from error

    def close(self) -> None:
        """Free what PDFium holds."""
        self._document.close()

    def read_title(self) -> str:
        """The title in the document's information dictionary; "" where there is none."""
        try:
            return str(self._document.get_metadata_value("Title"))
        except (pypdfium2.PdfiumError, UnicodeError):
            return ""

    def read_sheet(self, index: int) -> Sheet:
        """The glyphs, rules and pictures of one page.

        Args:
            index: 0-based.

        Raises:
            DamagedError: The page cannot be loaded.
        """
        with _open_page(self._document, index) as page:
            frame = _Frame(page)
            try:
                text_page = page.get_textpage()
            except pypdfium2.PdfiumError as error:
                raise DamagedError from error
            try:
                glyphs = tuple(_read_glyphs(text_page, frame))
            finally:
                text_page.close()
            rules, frames, pictures = _read_drawings(page, frame)
            return Sheet(frame.width, frame.height, glyphs, rules, frames, pictures)


@contextmanager
def _open_page(document: Any, index: int) -> Iterator[Any]:
    try:
        page = document[index]
    except (pypdfium2.PdfiumError, IndexError) as error:
        raise DamagedError from error
    try:
        yield page
    finally:
        page.close()


class _Frame:
    """From the user space of a page to the page as it is shown, with y running down (PDF 32000-1 §8.3.2.3)."""

    def __init__(self, page: Any) -> None:
        self.left, self.bottom, self.right, self.top = page.get_cropbox()
        self.quarters = (page.get_rotation() // 90) % 4
        across, down = self.right - self.left, self.top - self.bottom
        self.width, self.height = (down, across) if self.quarters % 2 else (across, down)

    def turn(self, x: float, y: float) -> tuple[float, float]:
        """A point of user space as seen."""
        if self.quarters == 0:
            return x - self.left, self.top - y
        if self.quarters == 1:
            return y - self.bottom, x - self.left
        if self.quarters == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def turn_box(self, left: float, bottom: float, right: float, top: float) -> Rectangle:
        """A rectangle of user space as seen."""
        x, y = self.turn(left, bottom)
        other_x, other_y = self.turn(right, top)
        return Rectangle(min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y))


class _Type:
    """The setting of one text object: the same for all its characters."""

    __slots__ = ("bold", "quarters", "size")

    def __init__(self, text_page: Any, index: int, drawn_by: Any, frame: _Frame, fonts: dict[int | None, bool]) -> None:
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(text_page, index, matrix)
        size = pdfium.FPDFText_GetFontSize(text_page, index)
        self.size = abs(size) * (math.hypot(matrix.c, matrix.d) or 1.0)
        # Text space turns counter-clockwise where the matrix does; pages turn clockwise.
        angle = math.degrees(math.atan2(matrix.b, matrix.a))
        self.quarters = (round(-angle / 90) + frame.quarters) % 4
        handle = pdfium.FPDFTextObj_GetFont(drawn_by)
        font = ctypes.addressof(handle.contents) if handle else None
        if font not in fonts:
            fonts[font] = _is_bold(text_page, index)
        self.bold = fonts[font]


def _is_bold(text_page: Any, index: int) -> bool:
    name = ctypes.create_string_buffer(_NAME_BYTES)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text_page, index, name, _NAME_BYTES, flags)
    weight = pdfium.FPDFText_GetFontWeight(text_page, index)
    return is_bold(name.value.decode("utf-8", "replace"), flags.value, weight)


def _read_glyphs(text_page: Any, frame: _Frame) -> Iterator[Glyph]:
    """The characters that are drawn, in stream order; PDFium's own spaces and line ends are left out."""
    box = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    get_unicode, get_origin = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetCharOrigin
    get_box, get_object, is_generated = (
        pdfium.FPDFText_GetLooseCharBox,
        pdfium.FPDFText_GetTextObject,
        pdfium.FPDFText_IsGenerated,
    )
    page = text_page.raw
    types: dict[int, _Type] = {}
    fonts: dict[int | None, bool] = {}
    upright = frame.quarters == 0
    page_left, page_top = frame.left, frame.top
    high = 0
    for index in range(pdfium.FPDFText_CountChars(page)):
        code = get_unicode(page, index)
        text_object = get_object(page, index)
        # Faster than a cast; a null pointer has no contents.
        drawn_by = ctypes.addressof(text_object.contents) if text_object else None
        # A generated space may name the object that it stands behind.
        if drawn_by is None or (code in (0x20, 0x0D, 0x0A) and is_generated(page, index) == 1):
            continue
        if 0xD800 <= code < 0xDC00:
            # Where wchar_t is 16 bits wide, PDFium gives the halves of a rare character one after the other.
            high = code
            continue
        if high and 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = 0
        style = types.get(drawn_by)
        if style is None:
            style = types[drawn_by] = _Type(page, index, text_object, frame, fonts)
        get_origin(page, index, x, y)
        get_box(page, index, box)
        if upright:
            left, right = box.left - page_left, box.right - page_left
            top, bottom = page_top - box.top, page_top - box.bottom
            origin_x, origin_y = x.value - page_left, page_top - y.value
        else:
            left, top, right, bottom = frame.turn_box(box.left, box.bottom, box.right, box.top)
            origin_x, origin_y = frame.turn(x.value, y.value)
        quarters = style.quarters
        yield Glyph(
            read_character(code),
            left,
            right,
            top,
            bottom,
            origin_x if quarters % 2 else origin_y,
            style.size,
            style.bold,
            quarters,
        )


def _read_drawings(
    page: Any, frame: _Frame
) -> tuple[tuple[Rectangle, ...], tuple[Rectangle, ...], tuple[Rectangle, ...]]:
    """The rules, frames and pictures of a page."""
    rules: list[Rectangle] = []
    frames: list[Rectangle] = []
    pictures: list[Rectangle] = []
    whole = frame.width * frame.height
    for kind, corners in islice(_find_drawings(page.raw), _MOST_DRAWINGS):
        shape = frame.turn_box(*corners)
        thin, long = sorted((shape.width, shape.height))
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            # A picture of the whole page is the scan below its own text.
            if thin >= _SMALLEST_PICTURE and thin * long < 0.8 * whole:
                pictures.append(shape)
        elif thin <= _THINNEST_RULE:
            if long >= _SHORTEST_RULE:
                rules.append(shape)
        elif thin >= _SMALLEST_FRAME and thin * long < 0.8 * whole:
            frames.append(shape)
    return tuple(dict.fromkeys(rules)), tuple(dict.fromkeys(frames)), tuple(dict.fromkeys(pictures))


def _find_drawings(page: Any) -> Iterator[tuple[int, tuple[float, float, float, float]]]:
    """Kind and corners (left, bottom, right, top) of the paths and pictures of a page, those within forms too.

    pypdfium2's own walk makes an object of every word, which takes as long as reading the text does.
    """
    places = [ctypes.c_float() for _ in range(4)]
    count, get = pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject
    for at in range(min(count(page), _MOST_OBJECTS)):
        yield from _find_drawings_in(get(page, at), places, (), 0)


def _find_drawings_in(
    drawn: Any, places: Sequence[Any], forms: tuple[Any, ...], depth: int
) -> Iterator[tuple[int, tuple[float, float, float, float]]]:
    kind = pdfium.FPDFPageObj_GetType(drawn)
    if kind in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE):
        if pdfium.FPDFPageObj_GetBounds(drawn, *places):
            left, bottom, right, top = (place.value for place in places)
            yield kind, _place_in_forms((left, bottom, right, top), forms)
    elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFPageObj_GetMatrix(drawn, matrix)
        for at in range(min(pdfium.FPDFFormObj_CountObjects(drawn), _MOST_OBJECTS)):
            inner = pdfium.FPDFFormObj_GetObject(drawn, at)
            yield from _find_drawings_in(inner, places, (*forms, matrix), depth + 1)


def _place_in_forms(
    corners: tuple[float, float, float, float], forms: Sequence[Any]
) -> tuple[float, float, float, float]:
    """Corners in a form's space as they lie on the page."""
    left, bottom, right, top = corners
    for matrix in reversed(forms):
        xs = [matrix.a * x + matrix.c * y + matrix.e for x in (left, right) for y in (bottom, top)]
        ys = [matrix.b * x + matrix.d * y + matrix.f for x in (left, right) for y in (bottom, top)]
        left, bottom, right, top = min(xs), min(ys), max(xs), max(ys)
    return left, bottom, right, top
