"""A dense page of a PDF, from bytes to articles. Run `python -m benchmarks.layout [PDF …]`.

The peer is pypdfium2 itself: a loop that asks PDFium for each character with its origin, box, size, matrix and font,
as every tool on top of it must. Both run in this process and take turns; what is timed is CPU. The budget for reading
a page is 1.5 times the peer. Finding its articles is given beside it, and the wall time through the worker process.
"""

from __future__ import annotations

import ctypes
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any, Final

from reader.model import Page
from reader.sources.pdf import Pdf
from reader.structure import find_articles
from scripts.make_pdf_sample import Sheet, break_lines, write_pdf

REPEATS: Final = 7
BUDGET: Final = 1.5
_HAN: Final = "青禾日市区村镇山水桥路田林河湖海新老大小东西南北春夏秋冬风雨雪云花草树木鸟鱼人家门户车船书画"


_DEPTH: Final = 27
"""Lines of a story's columns at most."""


def make_dense_page() -> bytes:
    """A broadsheet page of some 11,000 characters in stories over six columns."""
    chance = random.Random(1)
    sheet = Sheet()
    y = 20.0
    while y + 40 + _DEPTH * 7.2 < 990:
        sheet.text("".join(chance.choices(_HAN, k=14)), 20, y, 20, font="hei")
        prose = "，".join("".join(chance.choices(_HAN, k=9)) for _ in range(320)) + "。"
        lines = break_lines([prose], 18)
        depth = min(_DEPTH, -(-len(lines) // 6))
        for number, (text, indent) in enumerate(lines[: 6 * depth]):
            column, row = divmod(number, depth)
            sheet.text(text, 20 + column * 114 + indent * 6, y + 26 + row * 7.2, 6)
        y += 40 + depth * 7.2
    return write_pdf([sheet])


def extract_plainly(data: bytes, index: int) -> int:
    """What pypdfium2 gives of every character of a page, one call after the other."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    document = pypdfium2.PdfDocument(data)
    page = document[index]
    text_page = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    name, flags = ctypes.create_string_buffer(160), ctypes.c_int()
    characters: list[tuple[Any, ...]] = []
    for at in range(text_page.count_chars()):
        if pdfium.FPDFText_IsGenerated(text_page, at) == 1:
            continue
        pdfium.FPDFText_GetCharOrigin(text_page, at, x, y)
        pdfium.FPDFText_GetLooseCharBox(text_page, at, box)
        pdfium.FPDFText_GetMatrix(text_page, at, matrix)
        pdfium.FPDFText_GetFontInfo(text_page, at, name, 160, flags)
        characters.append(
            (
                chr(pdfium.FPDFText_GetUnicode(text_page, at)),
                *(x.value, y.value, box.left, box.bottom, box.right, box.top, matrix.c, matrix.d),
                pdfium.FPDFText_GetFontSize(text_page, at),
                pdfium.FPDFText_GetFontWeight(text_page, at),
                name.value,
            )
        )
    text_page.close()
    page.close()
    document.close()
    return len(characters)


def read_lines(data: bytes, index: int) -> int:
    """What the worker does for the same page: glyphs, rules, shadows, lines."""
    from reader.sources.pdf.extraction import Document
    from reader.sources.pdf.worker import describe_sheet

    document = Document(data)
    described = describe_sheet(document.read_sheet(index))
    document.close()
    return int(described["characters"])


def time_cpu(work: Callable[[], object]) -> float:
    """Milliseconds of CPU."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def measure(name: str, data: bytes) -> None:
    """One line a page."""
    start = time.perf_counter()
    pages: tuple[Page, ...] = Pdf().read(Path(name), data).pages
    wall = (time.perf_counter() - start) * 1000
    print(f"{name}: {len(pages)} pages through the worker in {wall:.0f} ms")
    for index, page in enumerate(pages):
        peer, own, layout = [], [], []
        for _ in range(REPEATS):
            peer.append(time_cpu(lambda index=index: extract_plainly(data, index)))  # type: ignore[misc]
            own.append(time_cpu(lambda index=index: read_lines(data, index)))  # type: ignore[misc]
            layout.append(time_cpu(lambda page=page: find_articles([page])))  # type: ignore[misc]
        ratio = median(own) / median(peer)
        print(
            f"  page {index + 1}: {read_lines(data, index):6} characters {len(page.lines):5} lines   "
            f"pypdfium2 {median(peer):6.1f} ms   read {median(own):6.1f} ms = {ratio:.2f} x "
            f"{'(within' if ratio <= BUDGET else '(OVER'} {BUDGET})   layout {median(layout):6.1f} ms"
        )


def main(paths: list[str] | None = None) -> None:
    measure("dense page", make_dense_page())
    for path in paths or []:
        measure(Path(path).name, Path(path).read_bytes())


if __name__ == "__main__":
    main(sys.argv[1:])
