"""What is uncertain about an issue, in as few lines as can say it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.model import Note


def format_notes(notes: Iterable[Note]) -> Iterator[str]:
    """A line for each message, with the articles or pages that it is about."""
    places: dict[str, list[str]] = {}
    for note in notes:
        about = places.setdefault(str(note.message), [])
        if place := note.article or note.page:
            about.append(place)
    for message, about in places.items():
        yield f"{message} ({', '.join(dict.fromkeys(about))})" if about else message
