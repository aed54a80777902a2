"""The screen: Textual, and nothing that reads files or guesses structure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.app.app import Opener


def run(
    opener: Opener,
    *,
    greeting: str = "",
    corrections: bool = True,
    ambiguous: str = "auto",
    private: bool = False,
) -> None:
    """Read an issue on the screen until the reader leaves.

    Args:
        opener: Opens the issue, without corrections, after the first frame is on the screen.
        greeting: A line to show at the start; "" shows none.
        corrections: Whether what was put right by hand applies.
        ambiguous: Whether this terminal draws ambiguous characters (UAX #11) "narrow" or "wide"; "auto" asks it.
        private: Whether nothing is kept of this session, and nothing that was kept is looked at.

    Raises:
        ReaderError: The issue could not be opened.
    """
    from reader.app.terminal_width import Ambiguous, asking

    with asking(Ambiguous(ambiguous)) as terminal:
        # Loaded while the terminal makes up its mind.
        from reader.app.app import DubaoApp
        from reader.app.cells import use_widths

        use_widths(terminal.read())
    app = DubaoApp(opener=opener, greeting=greeting, corrections=corrections, private=private)
    app.run()
    if app.error is not None:
        raise app.error
