"""An article or an issue for other programs: plain text, JSON, a citation."""

from collections.abc import Callable

Transform = Callable[[str], str]
"""Turns text of the newspaper into the text to write, such as the script conversion that the reader sees."""
