"""From the reader's choice to the layout that follows it."""

from __future__ import annotations

from collections.abc import Callable

from reader.app.setting.columns import Columns
from reader.app.setting.horizontal import Horizontal
from reader.app.setting.items import Items
from reader.app.setting.layout import Layout, Room
from reader.app.setting.typesetting import Typesetting, View
from reader.app.setting.upright import Upright


def make_layout(items: Items, room: Room, setting: Typesetting, *, width: Callable[[str], int]) -> Layout:
    """Set items in the manner chosen.

    Args:
        items: What to set.
        room: The room there is.
        setting: The reader's choices.
        width: Cells of one character in this terminal.
    """
    match setting.view:
        case View.HORIZONTAL:
            return Horizontal(items, room, setting, width)
        case View.COLUMNS:
            return Columns(items, room, setting, width)
        case View.VERTICAL:
            return Upright(items, room, setting, width)
