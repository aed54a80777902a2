"""Make the tables of the search fold and of the two scripts from OpenCC's and Unicode's data.

Run `python -m scripts.make_fold_table` after a new release of OpenCC; a test holds that the tables are current.

The fold sends every character to one character that stands for all its forms: traditional, Taiwan and Hong Kong forms
to the simplified one, full width to ASCII, capitals to small letters, quotation marks to one mark. It is strictly one
code point to one code point, so that offsets into the folded text are offsets into the text itself.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path

import opencc

PACKAGE = Path(__file__).parents[1] / "reader" / "hanzi"

# Single characters go through this chain: to OpenCC's standard forms, then to simplified ones; twice, since some
# simplified forms are themselves simplified. Never through jp2t: it merges words that Chinese keeps apart (欠 缺).
_CHAIN = ("tw2t", "hk2t", "t2s", "t2s")

_IDEOGRAPHS = ((0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF))
# Scripts with capitals, letterlike and full-width forms, brackets, enclosed and compatibility characters. Stretches
# that new versions of Unicode still fill with letters are left out: the table is the same with every Python.
_OTHERS = ((0x0041, 0x005A), (0x0080, 0x058F), (0x1E00, 0x2BFF), (0x2E80, 0x33FF), (0xFB00, 0xFDCF), (0xFE10, 0xFFEF))

_PUNCTUATION = {
    '"': "“”„‟「」『』﹁﹂﹃﹄〝〞〟＂«»",
    "'": "‘’‚‛＇`´",
    "-": "—–―‐‑－−─━⸺",
    "·": "・‧•∙⋅･",
    ".": "。．｡",
    ",": "、､，",
    "<": "〈《",
    ">": "〉》",
    "…": "⋯︙",
    "~": "～〜∼",
    "〇": "○◯",
}

# The CJK radicals and strokes that NFKC leaves alone, and the ideographs that look like them
# (Unicode Character Database, EquivalentUnifiedIdeograph.txt). Broken PDF fonts put them in place of whole characters.
_RADICALS = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺠民⺡氵⺢氺"
    "⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤"
    "⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马"
    "⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)

# Variants 異體 in old print that OpenCC does not know, each before the form that it is sent to. Most are of the First
# Table of Verified Variant Characters 第一批异体字整理表 (1955); the rest are old printing forms 舊字形 (靑 淸 値 尙).
_VARIANTS = (
    "戸户囯国圀国呉吴刼劫刦劫淸清靑青黒黑歩步値值尙尚戯戏戱戏祇只菓果囘回囬回廻回甦苏讐仇雠仇凴凭竝并郞郎鄕乡甯宁寗宁"
    "鬦斗畧略馀余縁缘氷冰愼慎塡填顚颠槪概槩概麽么吿告曺曹㑹会羙美汚污硏研皷鼓隣邻寑寝呌叫倣仿姉姊冝宜冦寇閙闹鴈雁鵞鹅"
    "韮韭鹻碱紥扎攷考畊耕邨村柹柿鎗枪烖灾砲炮礮炮炤照疉叠皐皋臯皋覩睹盌碗椀碗甎砖稾稿頴颖餻糕揹背乕虎躰体朶朵躱躲彊强"
    "悳德恠怪嬾懒慽戚拏拿撚捻搥捶擕携㪔散勅敕煖暖暜普冣最朖朗朞期碁棋欵款謌歌灋法㳂沿濳潜燄焰犂犁猨猿琹琴瑠琉瓌瑰缾瓶"
    "畱留疎疏燐磷秌秋麤粗觕粗鑵罐罸罚髈膀柁舵舩船蘤花艸草菰菇虵蛇蟁蚊蠭蜂啣衔袴裤緥褓賔宾跴踩蹏蹄廹迫迯逃徧遍埜野耡锄"
    "鉏锄隂阴穽阱隟隙鞾靴鞵鞋敺驱䰟魂鼈鳖蔴麻煇辉巗岩効效傚效偪逼勦剿呪咒壻婿姙妊嶋岛帋纸幇帮慙惭憇憩煑煮熈熙穉稚稺稚"
    "窓窗窻窗牕窗籐藤翺翱蘂蕊譌讹趂趁輭软遯遁酧酬銲焊韈袜飈飙餧喂騐验黏粘鬪斗鬭斗塲场濶阔揷插刋刊窰窑櫈凳孼孽媿愧躭耽"
    "蜨蝶屛屏甁瓶倂并姸妍晩晚毎每厯历髠髡寃冤収收徃往昬昏栢柏椶棕毘毗氊毡涖莅湼涅濬浚烱炯狥徇畮亩絏绁緜绵羗羌脇胁脗吻"
    "衇脉姪侄妷侄袵衽裠裙諐愆豓艳跼局迺乃鈆铅鎔熔闚窥陗峭顋腮騣鬃鬉鬃麐麟鼃蛙鼇鳌"
)


def _pairs(text: str) -> dict[str, str]:
    return dict(zip(text[::2], text[1::2], strict=True))


def _characters(ranges: Iterable[tuple[int, int]]) -> list[str]:
    return [chr(code) for first, last in ranges for code in range(first, last + 1)]


def _convert_singly(characters: Iterable[str], configs: Iterable[str]) -> list[str]:
    """Each character through OpenCC, one a line: no phrase reaches over a line end."""
    lines = list(characters)
    for config in configs:
        lines = opencc.OpenCC(config).convert("\n".join(lines)).split("\n")
    return lines


def _normalize(character: str) -> str:
    """NFKC and lower case where they give one character, else the character itself."""
    for change in (lambda text: unicodedata.normalize("NFKC", text), str.lower):
        changed = change(character)
        if len(changed) == 1:
            character = changed
    return character


def make_fold() -> dict[str, str]:
    """The fold as a mapping, without the characters that stay as they are."""
    fixed = _pairs(_RADICALS) | _pairs(_VARIANTS)
    fixed |= {form: mark for mark, forms in _PUNCTUATION.items() for form in forms}
    characters = _characters(_OTHERS) + _characters(_IDEOGRAPHS)
    normal = {character: _normalize(character) for character in characters}
    ideographs = sorted({form for form in chain(characters, normal.values()) if form >= "\u2e80"})
    simplified = dict(zip(ideographs, _convert_singly(ideographs, _CHAIN), strict=True))

    def step(character: str) -> str:
        if character in fixed:
            return fixed[character]
        form = normal.get(character, character)
        result = simplified.get(form, form)
        return result if len(result) == 1 else character

    return _close(step, chain(characters, fixed))


def _close(step: Callable[[str], str], characters: Iterable[str]) -> dict[str, str]:
    """Follow every character to the form that no longer changes: 麼 → 么 → 幺."""
    table = {}
    for character in characters:
        seen = [character]
        while (form := step(seen[-1])) != seen[-1]:
            if form in seen:
                raise ValueError(f"the fold goes round in circles: {seen}")
            seen.append(form)
        if form != character:
            table[character] = form
    return dict(sorted(table.items()))


def make_scripts() -> tuple[str, str]:
    """The characters of common sets that only simplified, and only traditional, text has.

    Big5 holds what is good traditional (后 里 台 among it), GB 2312 what is good simplified (乾 著 among it).
    """
    characters = _characters([(0x4E00, 0x9FFF)])
    to_simplified = dict(zip(characters, _convert_singly(characters, ["t2s"]), strict=True))
    to_traditional = dict(zip(characters, _convert_singly(characters, ["s2t"]), strict=True))
    simplified = [
        character
        for character in characters
        if to_traditional[character] != character == to_simplified[character]
        and _encodes(character, "gb2312")
        and not _encodes(character, "big5")
    ]
    traditional = [
        character
        for character in characters
        if to_simplified[character] != character and _encodes(character, "big5") and not _encodes(character, "gb2312")
    ]
    return "".join(simplified), "".join(traditional)


def _encodes(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


_HEADER = '''"""{title}

Generated by scripts/make_fold_table.py with OpenCC {version}; do not edit.
"""

OPENCC = "{version}"
'''


def _literal(character: str) -> str:
    """A character as it stands in a string; escaped unless no editor, font or version of Python makes more of it."""
    code = ord(character)
    if 0x3400 <= code <= 0x9FFF or 0x20000 <= code <= 0x2A6DF or (code < 128 and character.isalnum()):
        return character
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def write_constant(name: str, text: str) -> str:
    """The source of one string, in lines of fifty characters."""
    lines = ("".join(map(_literal, line)) for line in (text[at : at + 50] for at in range(0, len(text), 50)))
    return "\n".join([f"\n{name} = (", *(f'    "{line}"' for line in lines), ")\n"])


def make_modules() -> dict[str, str]:
    """The source of each generated module by its file name."""
    fold = make_fold()
    simplified, traditional = make_scripts()
    return {
        "_fold_table.py": _HEADER.format(
            title="The search fold: each form and what it is folded to.", version=_version()
        )
        + write_constant("FORMS", "".join(fold))
        + write_constant("FOLDED", "".join(fold.values())),
        "_script_table.py": _HEADER.format(title="Characters that belong to one script only.", version=_version())
        + write_constant("SIMPLIFIED_ONLY", simplified)
        + write_constant("TRADITIONAL_ONLY", traditional),
    }


def _version() -> str:
    return str(opencc.__version__)


def main() -> None:
    """Write the modules into the package."""
    for name, source in make_modules().items():
        path = PACKAGE / name
        path.write_text(source, encoding="utf-8", newline="\n")
        print(f"{path.name}: {len(source.encode())} bytes")


if __name__ == "__main__":
    main()
