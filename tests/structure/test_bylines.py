"""Who signs a line, and which lines nobody signs."""

from __future__ import annotations

import pytest

from reader.structure.bylines import has_surname, is_balanced, is_pen_name, is_person, parse_byline, parse_names
from reader.structure.lines import plainly


@pytest.mark.parametrize(
    ("line", "pairs"),
    [
        ("记者 石小山", [("记者", "石小山")]),
        ("本报记者 石小山 通讯员 江 水", [("本报记者", "石小山"), ("通讯员", "江水")]),
        ("文/石小山 图/江水", [("文", "石小山"), ("图", "江水")]),
        ("〔記者石小山／山城報導〕", [("记者", "石小山")]),
        ("記者石小山、江水生／綜合報導", [("记者", "石小山"), ("记者", "江水生")]),
        ("〔記者石小山、江克文／山城報導〕", [("记者", "石小山"), ("记者", "江克文")]),
        ("见习记者 欧阳小山 文/图", [("见习记者", "欧阳小山")]),
    ],
)
def test_reads_roles_and_names(line: str, pairs: list[tuple[str | None, str]]) -> None:
    assert list(parse_byline(plainly(line)) or ()) == pairs


@pytest.mark.parametrize(
    "line",
    [
        "记者在某平台上看到",
        "记者了解到，这座桥",
        "本报讯（记者 石小山）昨天",
        "县里开会",
        "（记者 石小山",
        "编辑同志：",
        "主筆先生大鑒、某街路燈、每夜",
        "记者昨赴石山、访江水",
        "本报记者探访文物局",
        "整理路灯",
    ],
)
def test_leaves_prose(line: str) -> None:
    assert parse_byline(plainly(line)) is None


def test_names_and_pen_names() -> None:
    assert parse_names("石小山 江水") == ((None, "石小山"), (None, "江水"))
    assert parse_names("路通了。") is None
    assert is_pen_name("醒") and is_pen_name("半帆")
    assert not is_pen_name("三") and not is_pen_name("上")
    assert is_person("石小山") and not is_person("渡船")
    assert has_surname("欧阳小山") and not has_surname("山水画展")


def test_brackets_must_close_in_order() -> None:
    assert is_balanced("(记者 石小山)") and not is_balanced("(记者 石小山") and not is_balanced(")(")
