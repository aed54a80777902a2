"""What survives the program's end: places, what was read, marks, bookmarks, highlights. Nothing leaves the machine."""

from reader.data_folder import find_data_folder
from reader.state.opening import open_store
from reader.state.shelf import Order, filter_shelf, sort_shelf
from reader.state.values import (
    Anchor,
    Annotation,
    AnnotationKind,
    ArticleState,
    Found,
    IssueName,
    Mark,
    Point,
    Removed,
    ShelfEntry,
    Stop,
    Stretch,
)

__all__ = [
    "Anchor",
    "Annotation",
    "AnnotationKind",
    "ArticleState",
    "Found",
    "IssueName",
    "Mark",
    "Order",
    "Point",
    "Removed",
    "ShelfEntry",
    "Stop",
    "Stretch",
    "filter_shelf",
    "find_data_folder",
    "open_store",
    "sort_shelf",
]
