"""Bodies that nothing signs are cut where a heading without a body asks for it, and only there."""

from __future__ import annotations

from reader.structure.elements import Element, ElementKind
from reader.structure.evidence import Evidence
from reader.structure.headings import assign_headings
from reader.structure.lines import make_strip
from reader.structure.matching import Matcher
from reader.structure.splitting import split_bodies
from reader.structure.units import Where, find_layout

_FERRY = "石小山在渡口撑船三十一年，村里人都说他的船比钟还准。", "桥修好了，石小山还在渡口撑船，他说三十一年不算长。"
_LIBRARY = "县图书馆昨天搬进新楼，书架从三排变成三十二排。", "馆员说，旧图书馆的书一本也没有丢，都搬进了新楼。"

_CHOIR = "本报讯 山村小学的合唱团一共九个人，每周三到松林里唱歌。（记者 江水生）"


def _split(headings: tuple[str, ...], paragraphs: tuple[str, ...]) -> list[tuple[str, int]]:
    """The headings of the bodies, each with how many paragraphs it has."""
    texts = [(ElementKind.DISPLAY, text) for text in headings] + [(ElementKind.PARAGRAPH, text) for text in paragraphs]
    elements: list[Element] = []
    for number, (kind, text) in enumerate(texts, 1):
        strip = make_strip("p1", number, text)
        assert strip is not None
        elements.append(Element(kind, (strip,)))
    evidence = Evidence(elements)
    layout = find_layout(evidence, Where.APART)
    matcher = Matcher([unit.plain for unit in layout.units])
    layout, _, assigned = split_bodies((layout, matcher, assign_headings(layout, matcher)), evidence)
    heads = ["".join(line.text for line in heading.lines) for heading in assigned.headings]
    return [(head, len(unit.body)) for head, unit in zip(heads, layout.units, strict=True)]


def test_a_heading_without_a_body_finds_one_in_the_middle_of_another() -> None:
    headings = ("渡口撑船三十一年", "松林里的合唱团", "图书馆搬进新楼")
    found = _split(headings, (_CHOIR, *_FERRY, *_LIBRARY))
    assert found == [("松林里的合唱团", 1), ("渡口撑船三十一年", 2), ("图书馆搬进新楼", 2)]


def test_one_story_stays_whole() -> None:
    assert _split(("渡口撑船三十一年",), _FERRY) == [("渡口撑船三十一年", 2)]
