"""Choosing text with the keys while reading: what `V` does, and `h` where nothing is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Offset
from textual.selection import Selection

from reader.app.keys.binding import find_keymap
from reader.app.picking import Pick, Unit, pick_at
from reader.app.setting import View
from reader.languages import say, say_count

if TYPE_CHECKING:
    from reader.app.screens.reading import ReadingScreen


class Selecting:
    """The keyboard's selection on one reading screen."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self.pick: Pick | None = None
        """What is chosen; None while nothing is being chosen."""

    async def begin(self) -> None:
        """Choose the first sentence on the screen, and let the keys change that."""
        view = self.screen.article_view
        found = None if view.setting is None else view.setting.find_start(view.scroll_offset.y)
        pick = None if found is None else pick_at(view.items, *found)
        if pick is None or not view.display:
            self.screen.notify(say("There is no text here to select."), severity="warning", timeout=3)
            return
        bar = await self._make_bar()
        bar.display = True
        bar.focus()
        self._take(pick)

    def move(self, unit: Unit, by: int) -> None:
        """Put the cursor on another unit."""
        if self.pick is not None:
            self._take(self.pick.move(self.screen.article_view.items, unit, by))

    def point(self, right: int, down: int, *, extending: bool) -> None:
        """Move as an arrow points: along the lines by characters, across them by sentences.

        Args:
            right: 1 to the right, -1 to the left.
            down: 1 down, -1 up.
            extending: Whether the choice begins here, if it has no beginning yet.
        """
        if self.pick is None:
            return
        if extending and self.pick.fixed is None:
            self.pick = self.pick.fix()
        upright = self.screen.article_view.typesetting.view is View.VERTICAL
        # Vertical columns follow each other to the left.
        along, across = (down, -right) if upright else (right, down)
        self.move(*((Unit.CHARACTER, along) if along else (Unit.SENTENCE, across)))

    def fix(self) -> None:
        """Begin the choice at the cursor, or let go of its beginning."""
        if self.pick is not None:
            self._take(self.pick.fix())

    def swap(self) -> None:
        """Put the cursor at the other edge."""
        if self.pick is not None:
            self._take(self.pick.swap())

    def end(self, *, keep: bool = False) -> bool:
        """Read on; False where nothing was being chosen.

        Args:
            keep: Whether what was chosen stays selected.
        """
        if self.pick is None:
            return False
        self.pick = None
        for bar in self.screen.query("PickBar"):
            had_focus = bar.has_focus
            bar.display = False
            if had_focus:
                self.screen.focus_text()
        if not keep:
            self.screen.clear_selection()
        return True

    def _take(self, pick: Pick) -> None:
        self.pick = pick
        view = self.screen.article_view
        (item, offset), (end_item, end) = pick.start, pick.end
        self.screen.selections = {view: Selection(Offset(offset, item), Offset(end, end_item))}
        if view.setting is not None:
            view.keep_in_sight(view.setting.find_unit(pick.cursor.item, pick.cursor.start))
            if pick.is_forward:
                view.keep_in_sight(view.setting.find_unit(pick.cursor.item, pick.cursor.end - 1))
        self._tell(pick)

    def _tell(self, pick: Pick) -> None:
        for bar in self.screen.query("PickBar"):
            count = len("".join((self.screen.get_selected_text() or "").split()))
            bar.left = say_count("{count} character", "{count} characters", count)  # type: ignore[attr-defined]
            keymap = find_keymap(self.screen.app)
            keys = {name: keymap.show_first(name) for name in ("highlight", "copy")}
            bar.right = (  # type: ignore[attr-defined]
                say("↑↓←→ move  Space begin here  {highlight} highlight  {copy} copy  Esc back", **keys)
                if pick.fixed is None
                else say("↑↓←→ extend  o other end  {highlight} highlight  {copy} copy  Esc back", **keys)
            )

    async def _make_bar(self) -> PickBar:
        from reader.app.widgets.pick_bar import PickBar

        if not self.screen.query(PickBar):
            await self.screen.mount(PickBar(id="pick"), before=self.screen.status_line)
        return self.screen.query_one(PickBar)


if TYPE_CHECKING:
    from reader.app.widgets.pick_bar import PickBar
