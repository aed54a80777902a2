"""PDF: the text layer as positioned lines, read by PDFium in a process of its own."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any, Final

from reader.errors import EmptySourceError, NotTextError, SourceError
from reader.hanzi.harmless import make_harmless
from reader.languages import Sentence, message, sentence, sentence_count
from reader.model import BlockRole, Box, Direction, Note, Page, TextBlock, TextLine
from reader.sources.base import OnPart, Sourced
from reader.sources.cleaning import clean
from reader.sources.folio import Folio, find_agreed, find_folio
from reader.sources.pdf.process import SECONDS_A_PAGE, WorkerFailedError, ask_worker
from reader.sources.ranges import PageRange

_UNREADABLE: Final = 0.05
"""More unknown characters than this make a page unreadable; 官報 has 2 % of private digits on good pages."""

_MOST_FAILURES: Final = 3
"""Pages that may bring the worker down before the rest is given up."""

_SENTENCES: Final = {
    "encrypted": message("this PDF is locked with a password; save an unlocked copy and open that"),
    "damaged": message(
        "this PDF is damaged and cannot be opened; fetch it again, or save a repaired copy with a PDF viewer"
    ),
    "unavailable": message(
        "PDFs are read with pypdfium2, which is not installed; install it with: pip install pypdfium2"
    ),
}


@dataclass(frozen=True, slots=True)
class Pdf:
    """The format of PDF files with a text layer."""

    name: str = "pdf"
    suffixes: frozenset[str] = frozenset({".pdf"})
    seconds: float = SECONDS_A_PAGE
    """How long one page may take."""

    def accepts(self, path: PurePath, head: bytes) -> bool:
        """Whether a PDF's header is near its beginning (PDF 32000-1 annex H, note 13)."""
        return b"%PDF-" in head[:1024]

    def read(self, path: PurePath, data: bytes, *, encoding: str | None = None, first_page: int = 1) -> Sourced:
        """The pages of a PDF, their lines with boxes in points.

        Raises:
            NotTextError: It is locked, damaged, or holds pictures only.
        """
        return self.read_range(path, data, None, encoding=encoding, first_page=first_page)

    def read_range(
        self,
        path: PurePath,
        data: bytes,
        wanted: PageRange | None,
        *,
        encoding: str | None = None,
        first_page: int = 1,
        on_part: OnPart | None = None,
    ) -> Sourced:
        """Some pages of a PDF, their lines with boxes in points.

        Args:
            path: The file's name, for messages.
            data: The whole file.
            wanted: Which of its pages; None for all.
            encoding: Not used: a PDF says itself how it is encoded.
            first_page: Number of the first page in the issue.
            on_part: Told of every page but the last as soon as it is read.

        Raises:
            NotTextError: It is locked, damaged, or holds pictures only.
            EmptySourceError: The pages wanted are not in it.
        """
        source = make_harmless(str(path))
        reading = _Reading(source, wanted, self.seconds, first_page)
        with closing(reading.answers(data)) as answers:
            for answer in answers:
                reading.add(answer)
                if on_part is not None and len(reading.pages) < reading.wanted:
                    on_part(reading.finish, len(reading.pages) / reading.wanted)
        if not reading.pages:
            raise reading.refusal()
        if not any(page.lines for page in reading.pages):
            raise NotTextError(source, _no_text(len(reading.pages)))
        return reading.finish()


class _Reading:
    """What is learnt about a file while its pages come in."""

    def __init__(self, source: str, only: PageRange | None, seconds: float, first_page: int) -> None:
        self.source = source
        self.only = only
        self.seconds = seconds
        self.first_page = first_page
        self.pages: list[Page] = []
        self.folios: list[Folio] = []
        self.title = ""
        self.total = 0
        self.notes: list[Note] = []
        self.failure: WorkerFailedError | None = None

    @property
    def wanted(self) -> int:
        """How many pages are to come in all."""
        return sum(1 for number in range(1, self.total + 1) if self.only is None or number in self.only)

    def answers(self, data: bytes) -> Generator[dict[str, Any], None, None]:
        """The worker's pages; one that brings it down is left out, and the next one goes on with a new worker."""
        number = self.only.first if self.only is not None else 1
        last = self.only.last if self.only is not None else None
        failures = 0
        while True:
            try:
                # Whoever stops listening, for an error of whatever kind, leaves the worker free for the next file.
                with closing(ask_worker(data, number, last, seconds=self.seconds)) as answers:
                    for answer in answers:
                        if "error" in answer:
                            raise NotTextError(self.source, sentence(_SENTENCES[answer["error"]]))
                        if "pages" in answer:
                            self.total, self.title = answer["pages"], answer["title"]
                        if "number" not in answer:
                            continue
                        number = answer["number"] + 1
                        if self.only is None or answer["number"] in self.only:
                            if "broken" in answer:
                                self._note_broken(answer["number"])
                            else:
                                yield answer
                return
            except WorkerFailedError as failure:
                failures += 1
                self.failure = failure
                # Without a count of pages, the file itself brought the worker down.
                if not self.total:
                    return
                self._note_failure(number, failure)
                number += 1
                if failures == _MOST_FAILURES or number > min(last or self.total, self.total):
                    return

    def add(self, answer: dict[str, Any]) -> None:
        """Take in a page of the worker's."""
        page = _make_page(answer, f"p{self.first_page + len(self.pages)}", numbered=self.only is not None)
        folio = find_folio(_from_the_top(page))
        self.folios.append(folio)
        self.pages.append(replace(page, label=page.label or folio.label, section=folio.section))
        self._judge(answer, page)

    def finish(self) -> Sourced:
        """What there is of the file so far."""
        # An information dictionary mostly names a template or a program: only a paper's name and a date are believed.
        said = find_folio([TextLine(make_harmless(self.title).strip(), 1)]) if self.title.strip() else None
        return Sourced(
            tuple(self.pages),
            "pdf",
            tuple(self.notes),
            find_agreed(folio.title for folio in self.folios) or (said.title if said else None),
            find_agreed(folio.date for folio in self.folios) or (said.date if said else None),
        )

    def _judge(self, answer: dict[str, Any], page: Page) -> None:
        """Tell of a page without text, or whose text nobody can read."""
        number = answer["number"]
        if not answer["characters"]:
            if not answer["outside"]:
                words = sentence("page {number} has no text, only pictures (a scan)", number=number)
                self.notes.append(Note("page-without-text", words, page.id))
            return
        share = answer["unreadable"] / answer["characters"]
        if share > _UNREADABLE:
            words = sentence(
                "{share:.0%} of page {number}'s text layer is unreadable: its fonts do not say what their glyphs mean",
                share=share,
                number=number,
            )
            self.notes.append(Note("text-unreadable", words, page.id))

    def refusal(self) -> SourceError:
        """Why there is no page at all."""
        if self.failure is not None and self.failure.silent:
            return NotTextError(
                self.source,
                sentence(
                    "this PDF took longer than {seconds:.0f} seconds to open; {advice}",
                    seconds=self.seconds,
                    advice=sentence(_AGAIN),
                ),
            )
        if self.failure is not None:
            return NotTextError(
                self.source,
                sentence("this PDF is damaged: the PDF library broke down over it; {advice}", advice=sentence(_AGAIN)),
            )
        if self.notes:
            return NotTextError(
                self.source,
                sentence("this PDF is damaged: none of its pages can be read; {advice}", advice=sentence(_AGAIN)),
            )
        if self.total:
            return EmptySourceError(
                self.source, sentence("the pages wanted are not in it: it has {count}", count=self.total)
            )
        return NotTextError(self.source, sentence("there is no page in this PDF; name another file"))

    def _note_broken(self, number: int) -> None:
        words = sentence("page {number} is damaged and cannot be read", number=number)
        self.notes.append(Note("page-unreadable", words))

    def _note_failure(self, number: int, failure: WorkerFailedError) -> None:
        if failure.silent:
            words = sentence("page {number} took too long to read and was left out", number=number)
        else:
            words = sentence("page {number} broke the PDF library and was left out", number=number)
        self.notes.append(Note("page-unreadable", words))


_AGAIN: Final = message("fetch it again, or save a repaired copy with a PDF viewer")


def _no_text(pages: int) -> Sentence:
    return sentence_count(
        "there is no text in this PDF: its page is a picture (a scan); "
        "run text recognition on it and open what that gives",
        "there is no text in this PDF: its {count} pages are pictures (a scan); "
        "run text recognition on it and open what that gives",
        pages,
    )


def _make_page(answer: dict[str, Any], page_id: str, *, numbered: bool) -> Page:
    """A page from the worker's account of it."""
    blocks: list[TextBlock] = []
    count = vertical = total = 0
    for role in (BlockRole.TEXT, BlockRole.DUPLICATE, BlockRole.OUTSIDE):
        lines: list[TextLine] = []
        for text, left, top, width, height, size, bold, is_vertical in answer[role.value]:
            text = clean(text).text.strip()
            count += 1
            if not text:
                continue
            lines.append(TextLine(text, count, box=Box(left, top, width, height), size=size, bold=bool(bold)))
            total += len(text)
            vertical += len(text) if is_vertical else 0
        if lines:
            blocks.append(TextBlock(tuple(lines), role=role))
    return Page(
        page_id,
        tuple(blocks),
        label=str(answer["number"]) if numbered else None,
        direction=Direction.VERTICAL if 2 * vertical > total else Direction.HORIZONTAL,
        box=Box(0.0, 0.0, *answer["size"]),
        rules=_make_boxes(answer["rules"]),
        frames=_make_boxes(answer["frames"]),
        pictures=_make_boxes(answer["pictures"]),
    )


def _make_boxes(boxes: list[list[float]]) -> tuple[Box, ...]:
    return tuple(Box(*box) for box in boxes)


def _from_the_top(page: Page) -> list[TextLine]:
    """The lines as they stand from top to bottom, for that is where a folio is looked for."""
    lines = [line for block in page.blocks if block.role is BlockRole.TEXT for line in block.lines]
    return sorted(lines, key=lambda line: (line.box.vpos, line.box.hpos) if line.box else (0.0, 0.0))
