"""What every command but moving does on the reading screen: each action hands over to whom it concerns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from reader.app.annotating import Annotating
from reader.app.as_printed import AsPrinted
from reader.app.copying import Copying
from reader.app.correcting import Correcting
from reader.app.gathering import Gathering
from reader.app.keeping import Keeping
from reader.app.looks import Looks
from reader.app.piping import Piping
from reader.app.screens.moving import MovingScreen
from reader.app.scripts import Scripts
from reader.app.searching import Searching
from reader.app.selecting import Selecting
from reader.app.setting import View
from reader.app.shelving import Shelving
from reader.app.sidebar import Sidebar
from reader.app.tour import Tour
from reader.app.widgets.pick_bar import PickBar

if TYPE_CHECKING:
    from reader.app.widgets.hit_list import HitList
    from reader.app.widgets.search_bar import SearchBar


class ActingScreen(MovingScreen):
    """Knows which part of the program answers to which command."""

    share: float
    sidebar: Sidebar
    searching: Searching
    scripts: Scripts
    copying: Copying
    looks: Looks
    as_printed: AsPrinted
    correcting: Correcting
    keeping: Keeping
    shelving: Shelving
    annotating: Annotating
    selecting: Selecting
    tour: Tour
    gathering: Gathering
    piping: Piping

    # Where things stand

    def action_toggle_sidebar(self) -> None:
        """Show or hide the sidebar; over the text where there is no room beside it."""
        self.sidebar.toggle()

    def action_switch_focus(self) -> None:
        """From the text or the page to the sidebar, opening it where it is hidden, and back."""
        self.sidebar.switch_focus()

    def action_open_article(self) -> None:
        """Read the article, or the match, under the cursor."""
        if self.article_list.has_focus:
            self.sidebar.leave()
        for hit_list in self.query("HitList:focus"):
            hit_list.open()  # type: ignore[attr-defined]

    def action_as_printed(self) -> None:
        """The page as printed, beside the text or instead of it."""
        self.as_printed.toggle()

    # Text

    def action_narrower(self) -> None:
        """Lines two Han characters shorter."""
        self.looks.change_measure(-1)

    def action_wider(self) -> None:
        """Lines two Han characters longer."""
        self.looks.change_measure(1)

    def action_reset_measure(self) -> None:
        """Lines of the usual length."""
        self.looks.change_measure(0)

    def action_vertical(self) -> None:
        """Vertical columns from right to left, or horizontal lines again."""
        self.looks.switch_view(View.VERTICAL)

    def action_columns(self) -> None:
        """Newspaper columns side by side, or one again."""
        self.looks.switch_view(View.COLUMNS)

    def action_next_script(self) -> None:
        """原文 → 简体 → 繁體."""
        self.scripts.cycle()

    def action_choose_standard(self) -> None:
        """Pick the standard to convert to."""
        self.scripts.choose()

    def action_choose_theme(self) -> None:
        """Pick the colours."""
        self.app.search_themes()

    # Searching and copying

    async def action_search(self) -> None:
        """Ask for words."""
        await self.searching.open()

    def on_search_bar_changed(self, event: SearchBar.Changed) -> None:
        """Find while typing."""
        self.searching.look_for(event.query, event.mode)

    def on_search_bar_kept(self) -> None:
        """Enter in the search bar."""
        self.searching.keep()

    async def on_search_bar_list_wanted(self) -> None:
        """Tab in the search bar."""
        await self.searching.open_list()

    def on_hit_list_chosen(self, event: HitList.Chosen) -> None:
        """A hit of the list."""
        self.searching.go_to(event.number)
        if event.opened:
            self.searching.close_list()
            if self.searching.typing:
                self.searching.keep()

    def on_search_bar_left(self) -> None:
        """Esc in the search bar."""
        self.searching.leave()

    async def action_list_hits(self) -> None:
        """All matches, each with what stands around it."""
        await self.searching.open_list()

    def action_search_this(self) -> None:
        """Find the selection, or the word at the reader's place."""
        self.searching.look_for_this()

    def action_only_hits(self) -> None:
        """Only articles with matches in the sidebar, or all."""
        self.searching.toggle_only_hits()

    def action_next_hit(self) -> None:
        """The next match."""
        self.searching.step(1)

    def action_previous_hit(self) -> None:
        """The previous match."""
        self.searching.step(-1)

    def action_cancel(self) -> None:
        """Esc: close what is open, then let go of the selection, then of the search."""
        if self.share < 1.0:
            self.app.stop_opening()  # type: ignore[attr-defined]
        elif self.tour.skip():
            pass
        elif self.sidebar.is_laid_over:
            self.sidebar.leave()
        elif self.selecting.end():
            pass
        elif self.selections:
            self.clear_selection()
        elif self.searching.close_list():
            pass
        elif self.as_printed.view.has_focus:
            self.as_printed.close()
        elif not self.searching.clear() and self.article_list.has_focus:
            self.sidebar.leave()

    def action_copy(self) -> None:
        """The selection, or else the article, to the clipboard."""
        self.copying.copy()
        self.selecting.end()

    def action_copy_as(self) -> None:
        """Of the selection, the match, the article, the page or those gathered: text, Markdown, HTML or citation."""
        self.copying.ask()

    def action_export(self) -> None:
        """The article, those gathered, the page, the issue, or what was marked in it, to a file."""
        from reader.app.exporting import Exporting

        Exporting(self).ask()

    def action_gather(self) -> None:
        """Take the article to those that are to be copied or exported together."""
        self.gathering.toggle()

    def action_pipe(self) -> None:
        """The selection or the article, to a command."""
        self.piping.ask()

    def action_open_source(self) -> None:
        """The issue's file, with the system's program."""
        self.piping.open_source()

    # Correcting

    def action_correct(self) -> None:
        """Put right what the structure got wrong."""
        self.correcting.ask()

    async def action_choose_lines(self) -> None:
        """Select text with the keys; on the page, begin a stretch of printed lines or let it go."""
        if self.as_printed.view.has_focus:
            self.as_printed.view.toggle_stretch()
        else:
            await self.selecting.begin()

    def action_undo(self) -> None:
        """Take the last correction back."""
        self.correcting.undo()

    def action_redo(self) -> None:
        """Do it again."""
        self.correcting.redo()

    # The rest

    def action_info(self) -> None:
        """What is known and what is uncertain about this issue and article."""
        from reader.app.screens.info import InfoScreen

        self.app.push_screen(InfoScreen(self.issue, self.article, self.scripts.view))

    def action_settings(self) -> None:
        """All that can be decided for this session and those to come."""
        from reader.app.screens.settings import SettingsScreen

        self.app.push_screen(SettingsScreen())

    def action_help(self) -> None:
        """All keys."""
        from reader.app.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())

    def action_palette(self) -> None:
        """All commands, by name."""
        self.app.action_command_palette()

    def action_set_mark(self) -> None:
        """Put a letter on this place."""
        self.keeping.set_mark()

    def action_go_to_mark(self) -> None:
        """Go to the place with a letter."""
        self.keeping.go_to_mark()

    def action_bookmarks(self) -> None:
        """All bookmarks and highlights; add one here."""
        self.annotating.list()

    async def action_highlight(self) -> None:
        """Highlight the selection, or select something to be highlighted."""
        await self.annotating.highlight()

    @on(PickBar.Moved)
    def _pick_moved(self, event: PickBar.Moved) -> None:
        self.selecting.move(event.unit, event.by)

    @on(PickBar.Arrow)
    def _pick_pointed(self, event: PickBar.Arrow) -> None:
        self.selecting.point(event.right, event.down, extending=event.extending)

    @on(PickBar.Fixed)
    def _pick_fixed(self) -> None:
        self.selecting.fix()

    @on(PickBar.Swapped)
    def _pick_swapped(self) -> None:
        self.selecting.swap()

    @on(PickBar.Done)
    async def _pick_done(self) -> None:
        await self.annotating.highlight()

    @on(PickBar.Left)
    def _pick_left(self) -> None:
        self.selecting.end()

    def action_shelf(self) -> None:
        """All issues that were opened before."""
        self.shelving.show()

    def action_quit(self) -> None:
        """Leave."""
        self.keeping.remember()
        self.app.exit()
