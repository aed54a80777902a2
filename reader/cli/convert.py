"""`dubao convert`: issues as JSON, however many: on all cores, going on where it was stopped."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from reader.cli.progress import Progress
from reader.cli.terminal import report
from reader.cli.workers import run_in_order
from reader.errors import ReaderError
from reader.export.json import describe_issue, format_json
from reader.languages import say
from reader.library import open_issue
from reader.sources.entries import find_issues
from reader.sources.gathering import STANDARD_INPUT
from reader.whole_files import replace_file

DONE: Final = 0
FAILED: Final = 2

_PART: Final = ".part"
"""Ends the name of the file in which the issues of one OUT.json wait until all are there."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be done with every issue."""

    encoding: str | None
    corrections: bool
    indented: bool
    """Whether each JSON has a file of its own, or a line."""


@dataclass(frozen=True, slots=True)
class Converted:
    """How it went with one issue."""

    source: str
    text: str | None
    """Its JSON; None where it cannot be opened."""
    error: str | None = None


def convert_paths(
    path: str, out: Path, *, encoding: str | None = None, corrections: bool = True, again: bool = False
) -> int:
    """Write the issue JSON of all issues at a path.

    One issue and an `out` that ends with .json: that file. Several: an `out` that ends with .json gets them as one
    list, with .jsonl one a line, and any other is a folder that gets a file an issue. What was written before, and not
    changed since, is not read again. An issue that cannot be opened is reported, and the rest is done.

    Args:
        path: An issue, or a folder of issues, however deep.
        out: Where to write.
        encoding: The encoding of the texts.
        corrections: Whether what was put right by hand applies.
        again: Whether what was written before is written anew.

    Returns:
        The exit code: 2 where any issue could not be opened.

    Raises:
        ReaderError: It cannot be written.
    """
    root = Path(path)
    sources = [path] if path == STANDARD_INPUT or not root.is_dir() else [str(found) for found in find_issues(root)]
    suffix = out.suffix.lower()
    try:
        if suffix == ".json" and len(sources) == 1:
            return _convert_one(sources[0], out, Request(encoding, corrections, True))
        if suffix in (".json", ".jsonl"):
            return _convert_to_lines(sources, out, Request(encoding, corrections, False), again)
        return _convert_to_folder(root, sources, out, Request(encoding, corrections, True), again)
    except OSError as error:
        raise ReaderError(
            say("{path} cannot be written: {reason}", path=error.filename or out, reason=error.strerror)
        ) from error


def convert_issue(request: Request, source: str) -> Converted:
    """The JSON of one issue, or why there is none."""
    try:
        issue = open_issue(source, encoding=request.encoding, corrections=request.corrections)
        described = describe_issue(issue)
    except ReaderError as error:
        return Converted(source, None, str(error))
    except (OSError, RecursionError, MemoryError) as error:
        return Converted(source, None, say("{path} cannot be read: {reason}", path=source, reason=type(error).__name__))
    text = format_json(described) if request.indented else json.dumps(described, ensure_ascii=False)
    return Converted(source, f"{text}\n")


def _convert_one(source: str, out: Path, request: Request) -> int:
    converted = convert_issue(request, source)
    if converted.text is None:
        report(converted.error or source)
        return FAILED
    _write(out, converted.text)
    return DONE


def _convert_to_folder(root: Path, sources: list[str], out: Path, request: Request, again: bool) -> int:
    if root.is_dir() and out.resolve() == root.resolve():
        raise ReaderError(say("{path} is the folder that is read: write to another", path=out))
    places = {source: out / _name_output(root, Path(source)) for source in sources}
    left = [source for source in sources if again or not _is_done(Path(source), places[source])]
    failed = 0
    for converted in _convert_all(left, request, len(sources) - len(left)):
        if converted.text is None:
            failed += 1
        else:
            _write(places[converted.source], converted.text)
    return FAILED if failed else DONE


def _convert_to_lines(sources: list[str], out: Path, request: Request, again: bool) -> int:
    place = out if out.suffix.lower() == ".jsonl" else out.with_name(out.name + _PART)
    if again:
        place.unlink(missing_ok=True)
    done = _read_done(place)
    left = [source for source in sources if source not in done]
    failed = 0
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("a", encoding="utf-8", newline="\n") as lines:
        for converted in _convert_all(left, request, len(sources) - len(left)):
            if converted.text is None:
                failed += 1
            else:
                lines.write(converted.text)
                lines.flush()
    if place != out:
        rows = place.read_text(encoding="utf-8").splitlines()
        _write(out, "[\n" + ",\n".join(rows) + "\n]\n")
        if not failed:
            place.unlink()
    return FAILED if failed else DONE


def _convert_all(sources: Sequence[str], request: Request, before: int) -> Iterator[Converted]:
    progress = Progress()
    count = before
    total = before + len(sources)
    for converted in run_in_order(partial(convert_issue, request), sources):
        count += 1
        if converted.error is not None:
            progress.clear()
            report(converted.error)
        progress.say(say("{count} of {total} issues converted", count=count, total=total))
        yield converted
    progress.clear()


def _name_output(root: Path, source: Path) -> Path:
    """The name of an issue's file below the folder: its path below the root, with .json after it."""
    try:
        relative = source.relative_to(root)
    except ValueError:
        relative = Path(source.name)
    if relative == Path():
        relative = Path(source.resolve().name or "issue")
    return relative if relative.suffix == ".json" else relative.with_name(relative.name + ".json")


def _is_done(source: Path, place: Path) -> bool:
    """Whether the JSON is there and nothing of the issue has changed since."""
    try:
        written = place.stat().st_mtime
        if not source.is_dir():
            return source.stat().st_mtime <= written
        files = (Path(folder, name) for folder, _, names in os.walk(source) for name in names)
        return all(file.stat().st_mtime <= written for file in files)
    except OSError:
        return False


def _read_done(place: Path) -> frozenset[str]:
    """The issues in a file of lines; a last line that was cut when the program was stopped is taken off."""
    try:
        data = place.read_bytes()
    except FileNotFoundError:
        return frozenset()
    whole = data[: data.rfind(b"\n") + 1]
    if len(whole) < len(data):
        place.write_bytes(whole)
    done: set[str] = set()
    for line in whole.splitlines():
        try:
            record = json.loads(line)
        except ValueError:
            continue
        if isinstance(record, dict) and isinstance(record.get("source"), str):
            done.add(record["source"])
    return frozenset(done)


def _write(place: Path, text: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    replace_file(place, text.encode("utf-8"))
