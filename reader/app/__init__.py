"""The screen: Textual, and nothing that reads files or guesses structure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.app.opening import Opener
    from reader.settings import Settings


def run(
    opener: Opener | None,
    *,
    path: str | None = None,
    corrections: bool = True,
    settings: Settings | None = None,
    tour: str = "nobody",
) -> None:
    """Read an issue on the screen until the reader leaves.

    Args:
        opener: Opens the issue, without corrections, after the first frame is on the screen; None to choose from those
            opened before.
        path: What it opens, if that has a path.
        corrections: Whether what was put right by hand applies.
        settings: What the reader has decided; by default the usual.
        tour: Who is taught the first keys: "nobody", "newcomers" or "all".

    Raises:
        ReaderError: The issue could not be opened.
    """
    from reader.app.terminal_width import Ambiguous, asking
    from reader.settings import Settings

    settings = settings or Settings()
    with asking(Ambiguous(str(settings["ambiguous"]))) as terminal:
        # Loaded while the terminal makes up its mind.
        from reader.app.app import DubaoApp
        from reader.app.opening import TourFor

        widths = terminal.read()
    app = DubaoApp(
        opener=opener,
        path=path,
        corrections=corrections,
        private=settings.is_on("private"),
        settings=settings,
        tour=TourFor(tour),
        widths=widths,
    )
    app.run()
    if app.error is not None:
        raise app.error
