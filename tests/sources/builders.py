"""Small ALTO and METS files, made from what a page is to hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import quoteattr

from reader.errors import MissingSourceError

V3 = "http://www.loc.gov/standards/alto/ns-v3#"
V4 = "http://www.loc.gov/standards/alto/ns-v4#"

EM = 40
"""Units of a character's width and height."""


@dataclass(frozen=True)
class Block:
    """A TextBlock: its id, and the words of each of its lines."""

    id: str
    lines: tuple[str, ...]
    hpos: int = 100
    vpos: int = 100
    size: int = 10
    margin: bool = False
    """Whether it stands in the page's top margin."""


def make_alto(
    page_id: str, blocks: Sequence[Block], *, namespace: str = V4, direction: str = "", extra: str = ""
) -> str:
    """An ALTO file of one page; a line that ends with "¬" has a hyphen, and its word goes on in the next."""
    xmlns = f' xmlns="{namespace}"' if namespace else ""
    styles = "".join(f'<TextStyle ID="T{size}" FONTSIZE="{size}"/>' for size in sorted({b.size for b in blocks}))
    margin = "".join(_make_block(block, direction) for block in blocks if block.margin)
    body = "".join(_make_block(block, direction) for block in blocks if not block.margin)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<alto{xmlns}><Description><MeasurementUnit>pixel</MeasurementUnit>'
        f"</Description><Styles>{styles}</Styles>{extra}<Layout>"
        f'<Page ID={quoteattr(page_id)} WIDTH="4000" HEIGHT="6000" PHYSICAL_IMG_NR="1">'
        f'<TopMargin HPOS="0" VPOS="0" WIDTH="4000" HEIGHT="90">{margin}</TopMargin>'
        f'<PrintSpace HPOS="0" VPOS="90" WIDTH="4000" HEIGHT="5910">{body}</PrintSpace></Page></Layout></alto>\n'
    )


def _make_block(block: Block, direction: str) -> str:
    base = f' BASEDIRECTION="{direction}"' if direction else ""
    width = max(len(line) for line in block.lines) * EM
    rows = []
    second = ""
    for number, line in enumerate(block.lines):
        divided = line.endswith("¬")
        following = block.lines[number + 1].split(" ")[0].rstrip("¬") if divided else ""
        rows.append(_make_line(block, number, line, second, following, base))
        second = line.rstrip("¬").split(" ")[-1] if divided else ""
    return (
        f'<TextBlock ID={quoteattr(block.id)} HPOS="{block.hpos}" VPOS="{block.vpos}" WIDTH="{width}" '
        f'HEIGHT="{EM * len(block.lines)}" STYLEREFS="T{block.size}">{"".join(rows)}</TextBlock>'
    )


def _make_line(block: Block, number: int, line: str, second: str, following: str, base: str) -> str:
    words = line.rstrip("¬").split(" ")
    cells: list[str] = []
    at = block.hpos
    top = block.vpos + EM * number
    for index, word in enumerate(words):
        subs = ""
        if second and index == 0:
            subs = f' SUBS_TYPE="HypPart2" SUBS_CONTENT={quoteattr(second + word)}'
        elif following and index == len(words) - 1:
            subs = f' SUBS_TYPE="HypPart1" SUBS_CONTENT={quoteattr(word + following)}'
        if index:
            cells.append(f'<SP HPOS="{at}" VPOS="{top}" WIDTH="{EM // 2}"/>')
            at += EM // 2
        cells.append(
            f'<String ID="{block.id}_{number}_{index}" CONTENT={quoteattr(word)} HPOS="{at}" VPOS="{top}" '
            f'WIDTH="{EM * len(word)}" HEIGHT="{EM}" WC="0.9"{subs}/>'
        )
        at += EM * len(word)
    if line.endswith("¬"):
        cells.append(f'<HYP CONTENT="-" HPOS="{at}" VPOS="{top}" WIDTH="{EM // 2}"/>')
    return (
        f'<TextLine ID="{block.id}_{number}" HPOS="{block.hpos}" VPOS="{top}" WIDTH="{at - block.hpos}" '
        f'HEIGHT="{EM}"{base}>{"".join(cells)}</TextLine>'
    )


@dataclass(frozen=True)
class Div:
    """A div of a structMap: its type, label, the areas it points to ("file#block" or "file#word-word"), its divs."""

    type: str
    label: str = ""
    areas: tuple[str, ...] = ()
    divs: tuple[Div, ...] = ()
    id: str = ""
    dmd: str = ""


def make_mets(
    files: Mapping[str, str],
    logical: Sequence[Div],
    *,
    title: str = "",
    day: str = "",
    number: str = "",
    language: str = "",
    descriptions: str = "",
    physical: Sequence[Div] | None = None,
    links: str = "",
) -> str:
    """A METS file.

    Args:
        files: Places of the ALTO files by their ids, in the order of the pages.
        logical: What stands in the logical map.
        title: The newspaper's name.
        day: The day of issue, as MODS has it.
        number: The issue's number.
        language: The language's code.
        descriptions: More dmdSec elements.
        physical: The physical map; a page a file by default.
        links: The structLink element.
    """
    pages = physical or [Div("PAGE", areas=(f"{name}#",), label=str(at)) for at, name in enumerate(files, 1)]
    located = "".join(
        f'<file ID="{name}" MIMETYPE="text/xml"><FLocat LOCTYPE="URL" xlink:href={quoteattr(place)}/></file>'
        for name, place in files.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<mets xmlns="http://www.loc.gov/METS/" '
        'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:mods="http://www.loc.gov/mods/v3">'
        '<dmdSec ID="ISSUE"><mdWrap MDTYPE="MODS"><xmlData><mods:mods>'
        f"<mods:titleInfo><mods:title>{title}</mods:title></mods:titleInfo>"
        f"<mods:originInfo><mods:dateIssued>{day}</mods:dateIssued></mods:originInfo>"
        f'<mods:part><mods:detail type="issue"><mods:number>{number}</mods:number></mods:detail></mods:part>'
        f"<mods:language><mods:languageTerm>{language}</mods:languageTerm></mods:language>"
        f"</mods:mods></xmlData></mdWrap></dmdSec>{descriptions}"
        f'<fileSec><fileGrp ID="ALTOFiles">{located}</fileGrp></fileSec>'
        f'<structMap TYPE="PHYSICAL">{"".join(_make_div(page, at) for at, page in enumerate(pages, 1))}</structMap>'
        f'<structMap TYPE="LOGICAL"><div TYPE="ISSUE" DMDID="ISSUE">{"".join(map(_make_div, logical))}</div>'
        "</structMap>"
        f"{links}</mets>\n"
    )


def _make_div(div: Div, order: int = 0) -> str:
    attributes = {"ID": div.id, "LABEL": div.label, "DMDID": div.dmd, "ORDER": str(order) if order else ""}
    written = "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items() if value)
    pointers = "".join(f"<fptr>{_make_area(area)}</fptr>" for area in div.areas)
    return f"<div TYPE={quoteattr(div.type)}{written}>{pointers}{''.join(map(_make_div, div.divs))}</div>"


def _make_area(area: str) -> str:
    file, _, place = area.partition("#")
    if not place:
        return f'<area FILEID="{file}"/>'
    begin, _, end = place.partition("-")
    until = f' END="{end}"' if end else ""
    return f'<area FILEID="{file}" BETYPE="IDREF" BEGIN="{begin}"{until}/>'


@dataclass
class Shelf:
    """Files beside another, by their names."""

    files: Mapping[str, bytes] = field(default_factory=dict)

    def names(self) -> tuple[str, ...]:
        return tuple(self.files)

    def read(self, name: str) -> bytes:
        if name not in self.files:
            raise MissingSourceError(name, "no such file")
        return self.files[name]


def put(folder: Path, **files: str | bytes) -> Path:
    """Write files into a folder; "__" in a name is "/", "_" before the suffix "."."""
    for name, content in files.items():
        stem, _, suffix = name.rpartition("_")
        place = folder / f"{stem.replace('__', '/')}.{suffix}"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder
