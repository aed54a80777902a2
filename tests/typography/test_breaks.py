import pytest
from hypothesis import given, settings

from reader.typography import Kinsoku, find_atoms, find_breaks

from .strategies import texts


def cut(text: str, kinsoku: Kinsoku = Kinsoku.GB) -> str:
    return "|".join(find_atoms(text, kinsoku))


@pytest.mark.parametrize(
    ("rule", "atoms"),
    [
        ("Han break anywhere", "春|江|𠀀|月"),
        ("stops stay with what precedes", "春，|江。|月！？|夜"),
        ("opening marks stay with what follows", "说：|“‘春|江’|月”，|夜"),
        ("also across blanks", "“ 春|江 。|月"),
        ("brackets back to back part", "《春》|《江》、|（月）"),
        ("a text may begin with a closing mark", "。”|春"),
        ("a text may end with an opening mark", "春|（“"),
        ("the interpunct begins no line", "阿·|丁·|夜"),
        ("connectors begin no line", "春—|江～|月－|夜–|山"),
        ("the solidus is at neither end", "春|江/花|月 ／ 夜|山"),
        ("a dash is whole, and may begin a line", "春|——|江"),
        ("two dashes part in the middle", "春|——|——|江"),
        ("three halves of a dash stay", "春|———|江"),
        ("five part as two and three", "——|———"),
        ("the two-em dash in one character", "春|⸺|江"),
        ("dots stay with what precedes", "春……|江…|月…………|夜"),
        ("marks after dots", "春……。”|江"),
        ("number and unit may part", "2031|年|12|月|35|万"),
        ("signs stay with their number", "12.5％，|35℃、|￥500|元|#3"),
        ("ranges stay whole", "3-5|日|10:30|春|1/2"),
        ("full-width numbers too", "１２，３４５．６％，|春"),
        ("full-width stops are stops elsewhere", "２０３１，|春：|３"),
        ("Latin words", "春|GDP|江|state-of-the-art |it’s |A.B.|月"),
        ("full-width letters are words", "ＡＢ|春"),
        ("brackets inside Latin", "f(x)=y |春|(x)"),
        ("addresses", "看|https://a.example/b?c=d&e=f，|春"),
        ("e-mail", "x.y@a.example、|春"),
        ("straight quotes that pair", '说：|"春|江"。|"月"|夜'),
        ("straight quotes that do not", '春|江"月|夜'),
        ("a lone hyphen stays with what precedes", "春-|江"),
        ("a minus stays with its number", "春-5|度 |-5|度"),
        ("blanks end an atom", "春 |江\u3000|A |B"),
        ("no-break blanks do not", "春|12\u00a0km|江"),
        ("marks stay with Latin", "e\u0301x\u0323|春"),
        ("selectors stay with Han", "葛\U000e0100|葛"),
        ("emoji families", "👨\u200d👩\u200d👧|👧🏽|春"),
        ("flags in pairs", "🇨🇳|🇺🇳|🇨"),
        ("descriptions", "⿰木每|春"),
        ("repetition marks begin no line", "人々|春"),
    ],
)
def test_rules(rule: str, atoms: str) -> None:
    assert cut(atoms.replace("|", "")) == atoms, rule


@pytest.mark.parametrize(
    ("kinsoku", "atoms"),
    [
        (Kinsoku.NONE, "春|。|（|江|）|——|……|12.5％|，|GDP, |it’s|月|“|夜|”"),
        (Kinsoku.GB, "春。|（江）|——……|12.5％，|GDP, |it’s|月|“夜”"),
        (Kinsoku.STRICT, "春。|（江）——……|12.5％，|GDP, |it’s|月|“夜”"),
    ],
)
def test_levels(kinsoku: Kinsoku, atoms: str) -> None:
    assert cut(atoms.replace("|", ""), kinsoku) == atoms


@settings(deadline=None)
@given(texts)
def test_atoms_join_to_the_text(text: str) -> None:
    for kinsoku in Kinsoku:
        atoms = find_atoms(text, kinsoku)
        assert "".join(atoms) == text
        assert all(atoms)


@settings(deadline=None)
@given(texts)
def test_a_stricter_level_only_takes_breaks_away(text: str) -> None:
    assert set(find_breaks(text, Kinsoku.STRICT)) <= set(find_breaks(text, Kinsoku.GB))


def test_no_text_has_no_break() -> None:
    assert find_breaks("") == ()


def test_a_million_letters_are_one_atom() -> None:
    """Nothing in the pattern recurses or goes back."""
    assert find_breaks("x" * 1_000_000) == (1_000_000,)
    assert find_breaks("“" * 100_000 + "春" + "。" * 100_000) == (200_001,)
