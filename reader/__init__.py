"""读报: digitized newspapers, read by article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reader.library import open_issue as open_issue
    from reader.model import Article as Article
    from reader.model import Issue as Issue
    from reader.model import Page as Page

__version__ = "0.1.0"

__all__ = ["Article", "Issue", "Page", "__version__", "open_issue"]


def __getattr__(name: str) -> Any:
    """Load the public names on first use, so that `import reader` stays instant."""
    if name == "open_issue":
        from reader.library import open_issue

        return open_issue
    if name in {"Article", "Issue", "Page"}:
        from reader import model

        return getattr(model, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
