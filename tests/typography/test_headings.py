import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.typography import balance, find_breaks, reflow, text_width

from .strategies import prose, texts


def shown(text: str, measure: int) -> list[str]:
    return [text[line.start : line.end] for line in balance(text, measure)]


@pytest.mark.parametrize(
    ("why", "text", "measure", "lines"),
    [
        ("one line if it fits", "春江花月 夜山川草", 17, ["春江花月 夜山川草"]),
        ("two halves", "春江花月 夜山川草", 16, ["春江花月 ", "夜山川草"]),
        ("unequal halves too", "春江 花月夜山川草木", 16, ["春江 ", "花月夜山川草木"]),
        ("the space nearest the middle", "春江 花月夜 山川草木", 16, ["春江 花月夜 ", "山川草木"]),
        ("a wide space", "春江花月\u3000ABC夜山川", 14, ["春江花月\u3000", "ABC夜山川"]),
        ("lines of equal length without one", "春江花月夜山川草木春", 16, ["春江花月夜", "山川草木春"]),
        ("a comma parts it then", "春江花月夜山，川草木", 18, ["春江花月夜山，", "川草木"]),
        ("a space beside Latin is none", "春江花 GDP 月夜山川草木", 20, ["春江花 GDP ", "月夜山川草木"]),
        ("a half may take two lines", "春江花月夜山 川草木春江花月夜", 12, ["春江花月夜山 ", "川草木春", "江花月夜"]),
    ],
)  # fmt: skip
def test_headings(why: str, text: str, measure: int, lines: list[str]) -> None:
    assert shown(text, measure) == lines, why


@settings(max_examples=200, deadline=None)
@given(prose, st.integers(8, 60))
def test_headings_keep_the_laws_of_reflow(text: str, measure: int) -> None:
    lines = balance(text, measure)
    assert "".join(text[line.start : line.end] for line in lines) == text
    breaks = find_breaks(text)
    widest = max((text_width(atom) for atom in _atoms(text, breaks)), default=0)
    if widest <= measure:
        assert {line.end for line in lines} <= set(breaks)
        assert all(text_width(text[line.start : line.end].rstrip()) <= measure for line in lines)
        assert len(lines) <= 2 * max(1, len(reflow(text, measure)))


def _atoms(text: str, breaks: tuple[int, ...]) -> list[str]:
    return [text[start:end].rstrip() for start, end in zip((0, *breaks), breaks, strict=False)]


@settings(deadline=None)
@given(texts, st.integers(-1, 30))
def test_any_heading_can_be_set(text: str, measure: int) -> None:
    lines = balance(text, measure)
    assert "".join(text[line.start : line.end] for line in lines) == text
    assert all(line.start < line.end for line in lines)


@settings(deadline=None)
@given(st.text("春江花月", min_size=1, max_size=60), st.integers(4, 40))
def test_lines_of_plain_han_differ_by_little(text: str, measure: int) -> None:
    """As many lines as reflow needs, and only the last may be short, by less than a character a line."""
    lines = balance(text, measure)
    lengths = [line.end - line.start for line in lines]
    assert len(lines) == -(-len(text) // (measure // 2))
    assert max(lengths) == -(-len(text) // len(lines))
    assert set(lengths[:-1]) <= {max(lengths)}
