"""Whole pages by number: stories, typesetting, text layer, truth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from reader.model import ArticleKind, Direction, FurnitureKind, Jump, PartKind
from tests.generator.arranging import Sheet, arrange
from tests.generator.composing import SetStory, cut_galley, set_story
from tests.generator.furniture import (
    damage_story,
    write_bottom,
    write_contents,
    write_jump,
    write_running_head,
    write_stray,
    write_top,
)
from tests.generator.galley import Galley, Oddment, Owner, Piece, Place, PrintedLine, Run, Story
from tests.generator.genres import MODERN_MIX, REPUBLICAN_MIX, WRITERS, Habits, Package
from tests.generator.layer import lay_page, write_text
from tests.generator.manner import Lines, Manner, draw_manner
from tests.generator.sentences import Desk, Region, Stock, load_stock
from tests.generator.truth import Truth, build_truth
from tests.generator.typesetter import Column

_ENDLESS = 10**6
_SIMPLE = ("news", "briefs", "wire", "photo", "commentary")
_REGIONS = {Region.MAINLAND: 3, Region.TAIWAN: 2, Region.HONG_KONG: 1, Region.REPUBLICAN: 2}
"""How often each region is drawn, as weights."""
_CONTENTS_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class GeneratedPage:
    """A page, or the pages of an issue, with what is true of them."""

    seed: int
    region: Region
    manner: Manner
    texts: tuple[str, ...]
    """The text of each page as a file would hold it."""
    truth: Truth

    @property
    def text(self) -> str:
        """The first page's text."""
        return self.texts[0]


def generate_page(
    seed: int,
    *,
    region: Region | None = None,
    mix: Mapping[str, int] | None = None,
    manner: Manner | None = None,
    pages: int = 1,
    items: tuple[int, int] = (3, 7),
) -> GeneratedPage:
    """The page of that number: the same arguments give the same page.

    Args:
        seed: Which page.
        region: Whose manner of writing; drawn if None.
        mix: Weight of each genre of `genres.WRITERS`; the region's own if None.
        manner: How it is set and extracted; one of the region's if None.
        pages: How many pages; with two or more, one story goes on overleaf.
        items: Least and greatest number of packages (stories, columns of briefs) on a page.
    """
    random = Random(f"dubao page {seed}")
    region = region or random.choices(tuple(_REGIONS), tuple(_REGIONS.values()))[0]
    manner = manner or draw_manner(random, region)
    stock = load_stock(region)
    mix = mix or (REPUBLICAN_MIX if region is Region.REPUBLICAN else MODERN_MIX)
    press = _Press(random, stock, manner, pages)
    for page in range(1, pages + 1):
        press.print_page(page, press.write_packages(mix, random.randint(*items)), goes_on=page < pages)
    direction = Direction.VERTICAL if region is Region.REPUBLICAN else Direction.HORIZONTAL
    laid = [lay_page(sheet, manner.layer, random, direction=direction) for sheet in press.sheets]
    return GeneratedPage(
        seed, region, manner, tuple(map(write_text, laid)), build_truth(laid, press.stories, press.oddments)
    )


class _Press:
    """One issue in the making: collects stories and oddments so that every owner has a number."""

    def __init__(self, random: Random, stock: Stock, manner: Manner, pages: int) -> None:
        self.random = random
        self.stock = stock
        self.manner = manner
        self.issue_pages = pages
        self.stories: list[Story] = []
        self.oddments: list[Oddment] = []
        self.sheets: list[Sheet] = []
        self.carried: Galley | None = None
        self.running_head = write_running_head(self.desk(), manner.furniture)
        self.measure = random.randint(*manner.measures)
        self.widest_head = float(random.randint(12, 26))

    def desk(self) -> Desk:
        """A desk on any topic."""
        return Desk(self.random, self.stock, self.random.choice(self.stock.topics))

    def write_packages(self, mix: Mapping[str, int], count: int) -> list[Package]:
        """Stories for one page, each on a topic of its own as far as they go."""
        random, manner = self.random, self.manner
        if manner.lines is Lines.ARTICLES:
            mix = {genre: weight for genre, weight in mix.items() if genre in _SIMPLE} or {"news": 1}
        habits = Habits(manner.signing, manner.dateline)
        topics = random.sample(self.stock.topics, min(count, len(self.stock.topics)))
        packages = []
        for index in range(count):
            desk = Desk(random, self.stock, topics[index % len(topics)])
            genre = random.choices(list(mix), list(mix.values()))[0]
            package = WRITERS[genre](desk, habits)
            if manner.noise:
                package = [damage_story(story, random, manner.noise) for story in package]
            if manner.lines is Lines.ARTICLES:
                package = [_on_one_line(story) for story in package]
            packages.append(package)
        return packages

    def print_page(self, page: int, packages: Sequence[Package], *, goes_on: bool) -> None:
        """Set the stories, put them in the layer's order, and dress the page with furniture."""
        random, manner = self.random, self.manner
        first = len(self.stories)
        for package in packages:
            self.stories += package
        carried, self.carried = self.carried, None
        cut = self._choose_to_cut(first) if goes_on else None
        if cut is not None:
            self.stories[cut] = replace(self.stories[cut], jump=Jump(f"第{page + 1}版", f"第{page}版"))
        number, groups = first, []
        for package in packages:
            groups.append([self._set(number + index, story) for index, story in enumerate(package)])
            number += len(package)
        if cut is not None:
            self._cut_over(groups, cut, page)
        sheet = list(arrange(groups, self.stories[first:], manner, random, self._shadow))
        if carried is not None:
            sheet = [self._oddment(write_jump(self.stock.region, page, -1)), carried, *sheet]
        self.sheets.append(self._dress(sheet, page))

    def _set(self, number: int, story: Story) -> SetStory:
        random, manner = self.random, self.manner
        printed = manner.lines is Lines.PRINTED
        measure = max(9, self.measure + random.choice((0, 0, 0, 0, 2, -2))) if printed else _ENDLESS
        legs: tuple[tuple[int, int], ...] = ()
        if printed and random.random() < manner.legs:
            legs = ((random.randint(3, 12), max(9, measure + random.choice((-4, -2, 2, 4)))),)
        return set_story(
            number,
            story,
            Column(measure, manner.indent, manner.kinsoku, random.choice((1, 2, 2, 3)) if manner.kinsoku else 0),
            widest_head=self.widest_head if printed else None,
            caption=Column(max(9, measure - 3)) if printed and story.kind is ArticleKind.PHOTO else None,
            legs=legs,
            flush_signature=random.random() < 0.3,
            beside=random.random() < manner.beside,
        )

    def _choose_to_cut(self, first: int) -> int | None:
        long = [i for i in range(first, len(self.stories)) if self.stories[i].genre in ("news", "feature")]
        return self.random.choice(long) if long else None

    def _cut_over(self, groups: list[list[SetStory]], cut: int, page: int) -> None:
        for group in groups:
            for index, story in enumerate(group):
                if story.body.role != f"body:{cut}" or len(story.body.lines) < 4:
                    continue
                at = self.random.randint(2, len(story.body.lines) - 2)
                stays, goes = cut_galley(story.body, at)
                note = self._oddment(write_jump(self.stock.region, page, 1))
                group[index] = replace(story, body=Galley(stays.lines + note.lines, stays.role))
                self.carried = goes
                return
        self.stories[cut] = replace(self.stories[cut], jump=None)

    def _dress(self, sheet: list[Galley], page: int) -> Sheet:
        random, manner = self.random, self.manner
        top = [self._oddment(piece) for piece in write_top(self.desk(), manner.furniture, page)]
        if self.running_head is not None and self.issue_pages > 1:
            top.insert(0, self._oddment(self.running_head))
        bottom = [self._oddment(piece) for piece in write_bottom(self.desk(), manner.furniture)]
        if self.stock.region is not Region.REPUBLICAN and page == 1 and random.random() < _CONTENTS_SHARE:
            rows = [self._oddment(piece) for piece in write_contents(self.desk())]
            top.append(Galley(tuple(line for row in rows for line in row.lines), "contents"))
        if random.random() < manner.noise:
            for _ in range(random.randint(1, 4)):
                sheet = self._scatter(sheet, self._oddment(write_stray(random)))
            if bottom:
                sheet = self._scatter(sheet, bottom.pop())
        return (*sheet, *top, *bottom) if random.random() < 0.2 else (*top, *sheet, *bottom)

    def _scatter(self, sheet: list[Galley], stray: Galley) -> list[Galley]:
        """Put a stray line anywhere, inside a body too."""
        at = self.random.randrange(len(sheet))
        first, rest = cut_galley(sheet[at], self.random.randint(0, len(sheet[at].lines)))
        return [*sheet[:at], *(galley for galley in (first, stray, rest) if galley.lines), *sheet[at + 1 :]]

    def _shadow(self, label: Galley) -> Galley:
        """A label drawn twice behind its marks."""
        line = label.lines[0]
        marks = Oddment(FurnitureKind.DUPLICATE, self.random.choice(("■■", "●", "■")))
        double = Oddment(FurnitureKind.DUPLICATE, line.text)
        runs = (*self._oddment(marks).lines[0].runs, *line.runs, *self._oddment(double).lines[0].runs)
        return Galley((PrintedLine(runs),), label.role)

    def _oddment(self, piece: Oddment) -> Galley:
        self.oddments.append(piece)
        return Galley((PrintedLine((Run(Owner.of_oddment(len(self.oddments) - 1), piece.text),)),), "furniture")


def _on_one_line(story: Story) -> Story:
    """The story with its paragraphs run together, as on a layer that has a line an article."""
    pieces: list[Piece] = []
    for piece in story.pieces:
        last = pieces[-1] if pieces else None
        if last and last.kind is piece.kind is PartKind.PARAGRAPH:
            pieces[-1] = replace(last, text=last.text + piece.text)
        elif piece.kind is PartKind.BYLINE and last and last.kind is PartKind.PARAGRAPH:
            pieces.append(replace(piece, place=Place.TAIL))
        else:
            pieces.append(piece)
    return replace(story, pieces=tuple(pieces))
