"""PDF files through the worker process: the sample, and every way in which a PDF can fail."""

from __future__ import annotations

import os
import signal
from pathlib import PurePath
from time import sleep

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import EmptySourceError, NotTextError, SourceError
from reader.library import open_issue
from reader.model import Box, Direction, FurnitureKind, Issue, PartKind
from reader.sources.base import Sourced
from reader.sources.pdf import Pdf, process
from reader.sources.ranges import parse_page_range
from scripts.make_pdf_sample import PLACE, ROOT, Sheet, make_sample, write_pdf
from tests.corpus.lanxi import BRIDGE, FERRY, GARDEN, PHOTO, RAIN, TITLE
from tests.structure.pages import check_nothing_lost

pytest.importorskip("pypdfium2")

SAMPLE = make_sample()


def read(data: bytes, *, seconds: float = 60.0, pages: str | None = None) -> Sourced:
    wanted = parse_page_range(pages) if pages else None
    return Pdf(seconds=seconds).read_range(PurePath("a.pdf"), data, wanted)


def texts(sourced: Sourced) -> list[str]:
    return [line.text for page in sourced.pages for line in page.lines]


class TestSample:
    @pytest.fixture(scope="class")
    def issue(self) -> Issue:
        return open_issue((ROOT / PLACE).parent)

    def test_is_what_the_script_makes(self) -> None:
        assert (ROOT / PLACE).read_bytes() == SAMPLE

    def test_articles(self, issue: Issue) -> None:
        found = [
            (
                article.title,
                [part.text for part in article.of_kind(PartKind.PARAGRAPH) + article.of_kind(PartKind.CAPTION)],
            )
            for article in issue.articles
        ]
        copies = (BRIDGE, RAIN, PHOTO, FERRY, GARDEN)
        assert found == [(copy.headline, [text.removeprefix("本报讯 ") for text in copy.paragraphs]) for copy in copies]

    def test_headings_and_names(self, issue: Issue) -> None:
        bridge, rain, photo, ferry, _ = issue.articles
        heading = [part.text for part in bridge.parts[:5]]
        assert heading == [BRIDGE.kicker, BRIDGE.headline, BRIDGE.subheadline, BRIDGE.byline, "本报讯"]
        assert [part.text for part in rain.of_kind(PartKind.LABEL)] == [RAIN.label]
        assert [part.text for part in photo.of_kind(PartKind.CREDIT)] == [PHOTO.byline]
        assert [author.name for author in ferry.authors] == [FERRY.byline]

    def test_story_that_jumps_is_one(self, issue: Issue) -> None:
        assert issue.articles[0].pages == ("p1", "p2")

    def test_furniture(self, issue: Issue) -> None:
        kinds = {piece.kind: piece.text for piece in issue.furniture}
        assert kinds[FurnitureKind.NAMEPLATE] == TITLE
        assert kinds[FurnitureKind.DUPLICATE] == RAIN.label

    def test_pages(self, issue: Issue) -> None:
        assert [page.direction for page in issue.pages] == [Direction.HORIZONTAL, Direction.VERTICAL]
        assert [(page.label, page.section) for page in issue.pages] == [("01", "要闻"), ("02", "副刊")]
        assert (issue.title, issue.format) == (TITLE, "pdf")

    def test_nothing_is_lost(self, issue: Issue) -> None:
        from reader.structure import Structure

        check_nothing_lost(list(issue.pages), Structure(issue.articles, issue.furniture, issue.notes))


class TestPages:
    def test_a_range(self) -> None:
        sourced = read(SAMPLE, pages="2")
        assert [(page.id, page.direction) for page in sourced.pages] == [("p1", Direction.VERTICAL)]
        assert BRIDGE.jump_from in texts(sourced)

    def test_a_range_beyond_the_end(self) -> None:
        with pytest.raises(EmptySourceError, match=r"it has 2$"):
            read(SAMPLE, pages="3-")

    def test_through_the_library(self) -> None:
        issue = open_issue(ROOT / PLACE, pages="2-2")
        assert [page.label for page in issue.pages] == ["02"]
        with pytest.raises(SourceError, match="write --pages as"):
            open_issue(ROOT / PLACE, pages="two")

    def test_every_page_is_told_as_soon_as_it_is_read(self) -> None:
        told: list[tuple[int, float]] = []
        whole = Pdf().read_range(
            PurePath("a.pdf"), SAMPLE, None, on_part=lambda make, share: told.append((len(make().pages), share))
        )
        assert (told, len(whole.pages)) == ([(1, 0.5)], 2)

    def test_pages_that_nobody_takes_wait_in_the_worker(self) -> None:
        sheet = Sheet()
        sheet.text("新桥昨日正式通车", 100, 700)
        many = Pdf().read_range(
            PurePath("a.pdf"), write_pdf([sheet] * 40), None, on_part=lambda make, share: sleep(0.001)
        )
        assert len(many.pages) == 40

        def stop(make: object, share: float) -> None:
            raise KeyError("enough")

        with pytest.raises(KeyError):
            Pdf().read_range(PurePath("a.pdf"), write_pdf([sheet] * 40), None, on_part=stop)

    def test_print_beyond_the_edge_is_kept_as_furniture(self) -> None:
        sheet = Sheet()
        sheet.text("新桥昨日正式通车。", 60, 100)
        sheet.text("裁切线外的字", 60, -40)
        data = write_pdf([sheet])
        assert texts(read(data)) == ["新桥昨日正式通车。", "裁切线外的字"]

    @pytest.mark.parametrize("turn", [0, 90, 180, 270])
    def test_a_turned_page_is_read_as_it_is_shown(self, turn: int) -> None:
        sheet = Sheet()
        sheet.text("新桥昨日正式通车", 100, 100)
        data = write_pdf([sheet]).replace(b"/MediaBox", b"/Rotate %d /MediaBox" % turn)
        page = read(data).pages[0]
        (line,) = page.lines
        assert line.text == "新桥昨日正式通车"
        assert line.box is not None
        assert page.box == Box(0, 0, *((1000, 720) if turn % 180 else (720, 1000)))
        assert (line.box.height > line.box.width) is (turn in (90, 270))

    def test_rules_and_pictures(self) -> None:
        page = read(SAMPLE).pages[0]
        assert len(page.rules) == 2
        assert len(page.pictures) == 1

    def test_dates_and_titles_come_from_print_or_from_nowhere(self) -> None:
        sheet = Sheet()
        sheet.text("新桥昨日正式通车", 100, 300)
        sourced = read(write_pdf([sheet]).replace("岚溪日报".encode("utf-16-be").hex().upper().encode(), b"0041"))
        assert (sourced.title, sourced.date) == (None, None)


class TestFailures:
    def fails(self, data: bytes, sentence: str, *, seconds: float = 60.0) -> None:
        with pytest.raises(NotTextError, match=sentence) as caught:
            read(data, seconds=seconds)
        assert "\n" not in str(caught.value)

    @pytest.mark.parametrize("data", [b"%PDF-1.7", SAMPLE[: len(SAMPLE) // 3].replace(b"obj", b"")])
    def test_damaged(self, data: bytes) -> None:
        self.fails(data, "this PDF is damaged")

    def test_locked(self) -> None:
        key = b"00" * 32
        lock = b"<< /Filter /Standard /V 1 /R 2 /O <%b> /U <%b> /P -4 >>" % (key, key)
        self.fails(SAMPLE.replace(b"/Info", b"/Encrypt %b /ID [<00> <00>] /Info" % lock), "locked with a password")

    def test_pictures_only(self) -> None:
        sheet = Sheet()
        sheet.picture(0, 0, 720, 1000)
        self.fails(write_pdf([sheet]), r"no text in this PDF: its page is a picture \(a scan\); run text recognition")

    def test_one_page_of_pictures_is_told(self) -> None:
        scan, text = Sheet(), Sheet()
        scan.picture(0, 0, 720, 1000)
        text.text("新桥昨日正式通车。", 60, 100)
        notes = read(write_pdf([scan, text])).notes
        assert [(note.code, note.page) for note in notes] == [("page-without-text", "p1")]

    def test_an_unreadable_layer_is_told(self) -> None:
        sheet = Sheet()
        sheet.text("新桥昨日正式通车", 60, 100)
        # Private use: what a font without a mapping gives.
        data = write_pdf([sheet]).replace("新桥昨日".encode("utf-16-be").hex().upper().encode(), b"E001E002E003E004")
        (note,) = read(data).notes
        assert note.code == "text-unreadable"
        assert "50%" in str(note.message)

    def test_a_worker_that_falls_silent_is_stopped(self) -> None:
        self.fails(SAMPLE, "took longer than 0 seconds", seconds=0.0)
        assert texts(read(SAMPLE))

    def test_an_error_that_is_kept_does_not_keep_the_worker(self) -> None:
        with pytest.raises(NotTextError) as kept:
            read(b"%PDF-1.7")
        assert texts(read(SAMPLE))

        def stop(*_: object) -> None:
            raise KeyError("the listener's own fault")

        with pytest.raises(KeyError) as also_kept:
            Pdf().read_range(PurePath("a.pdf"), SAMPLE, None, on_part=stop)
        assert texts(read(SAMPLE))
        assert str(kept.value) != str(also_kept.value)

    @pytest.mark.skipif(os.name == "nt", reason="no such signal")
    def test_a_worker_that_dies_is_replaced(self) -> None:
        read(SAMPLE)
        assert process._worker is not None
        dead = process._worker._process
        os.kill(dead.pid, signal.SIGKILL)
        dead.wait()
        assert texts(read(SAMPLE))

    def test_closing_leaves_no_process(self) -> None:
        read(SAMPLE)
        worker = process._worker
        assert worker is not None
        process.close_worker()
        assert not worker.is_alive

    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.data())
    def test_broken_copies_end_in_a_sentence_or_in_pages(self, data: st.DataObject) -> None:
        broken = bytearray(SAMPLE)
        for _ in range(data.draw(st.integers(0, 12))):
            at = data.draw(st.integers(8, len(broken) - 1))
            broken[at] = data.draw(st.integers(0, 255))
        end = data.draw(st.integers(9, len(broken)))
        try:
            sourced = read(bytes(broken[:end]))
        except SourceError as error:
            assert str(error).startswith("a.pdf: ")
        else:
            assert sourced.pages
