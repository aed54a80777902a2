"""An article set for the screen: which character stands in which cell, and back. Pure; knows no widget."""

from reader.app.setting.items import Item, Items, make_items
from reader.app.setting.layout import Drawn, Layout, Room
from reader.app.setting.making import make_layout
from reader.app.setting.typesetting import (
    CELLS_PER_EM,
    DEFAULT_MEASURE,
    VIEW_NAMES,
    Typesetting,
    View,
    make_typesetting,
)

__all__ = [
    "CELLS_PER_EM",
    "DEFAULT_MEASURE",
    "VIEW_NAMES",
    "Drawn",
    "Item",
    "Items",
    "Layout",
    "Room",
    "Typesetting",
    "View",
    "make_items",
    "make_layout",
    "make_typesetting",
]
