"""The ALTO files that an issue's own file names, read one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from urllib.parse import unquote

from reader.errors import BrokenSourceError, SourceError
from reader.languages import sentence
from reader.model import Note, Page
from reader.sources.alto_pages import AltoPage, read_pages
from reader.sources.base import Beside
from reader.sources.mets_map import TextFile
from reader.sources.mets_metadata import tidy
from reader.sources.remarks import note_removed, say_blank
from reader.sources.safe_xml import parse_xml


class AltoSheets:
    """The pages' files, as far as they are read; a page whose file is missing is there without text.

    Args:
        name: The file that names them, for messages.
        beside: Where they lie.
        words: Ids of words whose places are wanted.
        encoding: Their encoding, where the user knows better.
        first_page: Number of the first page in the issue.
    """

    def __init__(
        self, name: str, beside: Beside, *, words: frozenset[str], encoding: str | None, first_page: int
    ) -> None:
        self.name = name
        self.beside = beside
        self.words = words
        self.encoding = encoding
        self.first_page = first_page
        self.pages: list[Page] = []
        self.notes: list[Note] = []
        self.failures: list[SourceError] = []
        self.found: dict[str, list[tuple[str, AltoPage]]] = {}
        """The pages in each file, by its id, with their ids in the issue."""

    def read(self, files: Sequence[TextFile], on_page: Callable[[float], None]) -> None:
        """Read files one by one, so that there is never more in memory than one file besides the pages themselves.

        Args:
            files: What is named, in the order of the pages.
            on_page: Told after every file but the last which share of them is read.
        """
        for count, file in enumerate(files, 1):
            self._read_file(file)
            if count < len(files):
                on_page(count / len(files))

    def refuse_blank(self) -> None:
        """Tell why there is no text, where there is none.

        Raises:
            BrokenSourceError: None of the files can be read.
            EmptySourceError: They hold no text.
        """
        if any(block.lines for page in self.pages for block in page.blocks):
            return
        if self.failures:
            raise BrokenSourceError(
                self.name,
                sentence(
                    "none of the page files that it names can be read; open its folder. {error}", error=self.failures[0]
                ),
            )
        raise say_blank(self.name)

    def _read_file(self, file: TextFile) -> None:
        try:
            place = _resolve(file.place, self.beside)
            document = parse_xml(self.beside.read(place), place, encoding=self.encoding)
        except SourceError as error:
            self.failures.append(error)
            self._add_missing(file, error)
            return
        self.notes.extend(document.notes(place, self._next_id))
        pages = list(read_pages(document.root, words=self.words))
        if not pages:
            self._add_missing(file, BrokenSourceError(place, sentence("this is no ALTO file")))
        for page in pages:
            made = page.to_page(self._next_id)
            self.pages.append(replace(made, label=tidy(file.label) or made.label))
            self.found.setdefault(file.id, []).append((made.id, page))
            self.notes.extend(note_removed(place, page.removed, made.id))

    @property
    def _next_id(self) -> str:
        return f"p{self.first_page + len(self.pages)}"

    def _add_missing(self, file: TextFile, error: SourceError) -> None:
        """An empty page in the place of one that is not there, so that the others keep their numbers."""
        page = Page(self._next_id, (), label=tidy(file.label))
        self.pages.append(page)
        words = sentence(
            "{name}: {page}, a page that it names, is not there: {error}",
            name=self.name,
            page=file.place or file.id,
            error=error,
        )
        self.notes.append(Note("page-missing", words, page.id))


def _resolve(place: str, beside: Beside) -> str:
    """The name of the file that a link means; nothing outside of the folder, and nothing on the network.

    A file that is not where the link says but has the right name, deeper in the folder, is meant as well.
    """
    bare = place.removeprefix("file:").lstrip("/") if place.startswith("file:") else place
    bare = bare.replace("\\", "/")
    names = beside.names()
    for candidate in (bare, unquote(bare)):
        parts = [part for part in candidate.split("/") if part not in ("", ".")]
        if "/".join(parts) in names:
            return "/".join(parts)
    last = unquote(bare).rpartition("/")[2]
    same = [name for name in names if name.rpartition("/")[2] == last]
    return same[0] if len(same) == 1 else "/".join(part for part in bare.split("/") if part not in ("", "."))
