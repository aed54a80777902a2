"""What survives the program's end: places, what was read, marks, bookmarks, highlights. Nothing leaves the machine."""

from reader.state.opening import find_folder, open_store
from reader.state.shelf import filter_shelf
from reader.state.values import (
    Anchor,
    Annotation,
    AnnotationKind,
    ArticleState,
    Found,
    IssueName,
    Mark,
    Point,
    ShelfEntry,
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
    "Point",
    "ShelfEntry",
    "Stretch",
    "filter_shelf",
    "find_folder",
    "open_store",
]
