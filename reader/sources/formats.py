"""The formats that are told by their beginning, and what that beginning is."""

from __future__ import annotations

from functools import lru_cache
from pathlib import PurePath
from typing import Final

from reader.sources.deferred import Deferred, DeferredLinked, Detect
from reader.sources.markup import RootTag, find_root
from reader.sources.signatures import HEAD_BYTES


@lru_cache(maxsize=4)
def _find_root(head: bytes) -> RootTag | None:
    # Every XML format asks it about the same file.
    return find_root(head)


def _has_root(*names: str) -> Detect:
    """Whether the first tag has one of these names."""

    def detect(path: PurePath, head: bytes) -> bool:
        root = _find_root(head[:HEAD_BYTES])
        return root is not None and root.name in names

    return detect


FORMATS: Final[tuple[Deferred, ...]] = (
    DeferredLinked(
        "mets-alto",
        "METS/ALTO",
        "首个标记为 <mets>，文章与版面按其指引 · the first tag is <mets>; it names the ALTO files beside it",
        frozenset({".xml", ".mets"}),
        _has_root("mets"),
        "reader.sources.mets:Mets",
    ),
    Deferred(
        "alto",
        "ALTO 1–4",
        "首个标记为 <alto> · the first tag is <alto>",
        frozenset({".xml", ".alto"}),
        _has_root("alto"),
        "reader.sources.alto:Alto",
    ),
)
"""In the order in which they are asked; the most particular come first."""
