"""Reading a newspaper's clean copy from a file, and setting it: the source of the sample issues."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from reader.model import ArticleKind, Author, Direction, FurnitureKind, Jump, PartKind
from tests.generator.composing import SetStory, cut_galley, set_story
from tests.generator.galley import Galley, Oddment, Owner, Piece, Place, PrintedLine, Run, Story
from tests.generator.layer import LayerManner, Spacing, lay_page, write_text
from tests.generator.truth import Truth, build_truth
from tests.generator.typesetter import Column

_TAG = re.compile(r"\[(?P<kind>[a-z]+)(?P<place>[<>]?)\] ?")
_PLACES = {"": Place.OWN, "<": Place.LEAD, ">": Place.TAIL}


@dataclass(frozen=True, slots=True)
class SetIssue:
    """A newspaper in type: its files and what is true of them."""

    title: str
    date: date
    direction: Direction
    files: Mapping[str, str]
    """File name → text, page by page."""
    truth: Truth


def read_issue(path: Path) -> SetIssue:
    """Set the newspaper whose copy stands in a TOML file."""
    copy = tomllib.loads(path.read_text(encoding="utf-8"))
    manner = copy["manner"]
    names = [article["id"] for article in copy["articles"]]
    stories = [parse_story(article) for article in copy["articles"]]
    oddment_names = list(copy["oddments"])
    oddments = [Oddment(FurnitureKind(entry["kind"]), entry["text"]) for entry in copy["oddments"].values()]
    galleys: dict[str, Galley] = {}
    for number, (article, story) in enumerate(zip(copy["articles"], stories, strict=True)):
        galleys |= _name_galleys(article, set_story(number, story, _column(article, manner)))
    for index, name in enumerate(oddment_names):
        line = PrintedLine((Run(Owner.of_oddment(index), oddments[index].text),))
        galleys[f"!{name}"] = Galley((line,), "furniture")
    random = Random(manner["seed"])
    layer = LayerManner(Spacing(manner["spacing"]), manner["indents"], manner["justified"])
    direction = Direction.VERTICAL if copy["direction"] == "vertical" else Direction.HORIZONTAL
    pages, files = [], {}
    for entry in copy["pages"]:
        flow = [galley for item in entry["flow"] for galley in _find_galleys(item, galleys, names)]
        page = lay_page(flow, layer, random, label=entry["label"], section=entry["section"], direction=direction)
        pages.append(page)
        files[entry["file"]] = write_text(page)
    return SetIssue(copy["title"], copy["date"], direction, files, build_truth(pages, stories, oddments))


def parse_story(article: Mapping[str, Any]) -> Story:
    """One story from its copy: a line a piece, "[kind] " before all but paragraphs, "|" where a line is turned."""
    authors = tuple(Author(name, role or None) for role, name in article.get("authors", ()))
    jump = article.get("jump")
    pieces = tuple(_parse_piece(line) for line in article["copy"].strip().splitlines())
    return Story(
        ArticleKind(article["kind"]),
        pieces,
        authors=authors,
        jump=Jump(jump.get("to"), jump.get("from")) if jump else None,
    )


def _parse_piece(line: str) -> Piece:
    tag = _TAG.match(line)
    text = line[tag.end() :] if tag else line
    kind = PartKind(tag["kind"]) if tag else PartKind.PARAGRAPH
    parts = text.split("|")
    breaks = tuple(sum(map(len, parts[:count])) for count in range(1, len(parts)))
    return Piece(kind, "".join(parts), _PLACES[tag["place"]] if tag else Place.OWN, breaks)


def _column(article: Mapping[str, Any], manner: Mapping[str, Any]) -> Column:
    return Column(
        article.get("measure", manner["measure"]),
        manner.get("first_indent", 2),
        manner.get("kinsoku", True),
        manner["squeeze"],
    )


def _name_galleys(article: Mapping[str, Any], found: SetStory) -> dict[str, Galley]:
    name = article["id"]
    first, rest = cut_galley(found.body, article.get("cut", 0))
    return {
        f"{name}.label": found.label,
        f"{name}.head": found.head,
        f"{name}.byline": found.byline,
        f"{name}.body": found.body,
        f"{name}.body:1": first,
        f"{name}.body:2": rest,
    }


def _find_galleys(item: str, galleys: Mapping[str, Galley], names: list[str]) -> list[Galley]:
    """What an entry of a page's flow stands for: a galley, a whole story, or galleys joined in one line by "+"."""
    if " + " in item:
        lines = [galleys[name].lines for name in item.split(" + ")]
        return [Galley((PrintedLine(tuple(run for one in lines for line in one for run in line.runs)),), "joined")]
    if item in names:
        parts = (galleys[f"{item}.{part}"] for part in ("label", "head", "byline", "body"))
        return [galley for galley in parts if galley.lines]
    return [galleys[item]]
