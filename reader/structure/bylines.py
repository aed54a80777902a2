"""Bylines 署名: is a line one, and whom does it name?

A byline is read word by word: every name must end at a space, a separator, a bracket, a role or the line's end.
Without that rule “记者在某平台上看到” would be signed by somebody called 在某平.
"""

from __future__ import annotations

import re

from reader.model import Author
from reader.structure.lettering import LETTER

_H = f"(?:{LETTER}|[×○□])"

_QUALIFIER = (
    r"(?:本报|本网|本台|本刊|本社|新华社|中新社|中央社|中新网|特约|特派|见习|实习|首席|资深|高级|全媒体|融媒体|全媒|融媒|"
    rf"驻{LETTER}{{1,6}}|{LETTER}{{2,4}}(?:日报|晚报|早报|时报|融媒|社))"
)
_OFFICE = (
    r"(?:记者|通讯员|特派员|评论员|撰稿人|撰稿|作者|编译|编辑|主持人|采访|采写|撰文|执笔|整理|口述|摄影|翻译|实习生|专栏作家|"
    r"特写|报道组|访员|主笔|文字|文图|图文|文|图|译|供稿|策划)"
)
ROLE = re.compile(rf"({_QUALIFIER}{{0,3}}{_OFFICE})")
"""What somebody does for the paper: 记者, 本报特约通讯员, 驻某地记者, 文, 图."""

_STRONG_ROLE = re.compile(
    rf"{_QUALIFIER}{{0,3}}(?:记者|通讯员|特派员|评论员|撰稿人|作者|编译|实习生|主笔|访员|报道组|撰文|口述|采写|执笔)"
)
_WORK = re.compile(
    rf"(?:(?:{LETTER}{{2,6}})?(?:综合|连线)?(?:报导|报道)|专访|特稿|特写|(?:文|图|文图|图文|摄|摄影|采写|整理|撰文|综合|编译|译|撰|报道|报导|专电)|摄影报道|等)"
)
_NAME = re.compile(
    rf"{_H}{{2,4}}(?:·{_H}{{1,8}})*|{_H}{{1,6}}(?:·{_H}{{1,8}})+|[A-Z][A-Za-z.'-]+(?: [A-Z][A-Za-z.'-]+)*"
)
_SEPARATOR = re.compile(r"[\s、,/|;·&()\[\]【】:—-]+")
_NOT_NAME = re.compile(
    rf"{LETTER}*[的了在是和与说看到称从对把被将就也都很到来去已于为]$|^(?:在|从|对|昨|赴|访|走访|探访|来到|了解|获悉|看到|发现|表示|近日|昨日|今日|日前|说|介绍|报道)"
)
_CLOSE_ROLES = frozenset({"记者", "作者", "编译", "编辑", "主笔", "访员", "翻译", "撰文", "口述"})
"""Roles of two characters that a name may follow without a space."""
_NEVER_INSIDE = re.compile(
    r"[。?!“”《》,;]|讯(?!员)|消息|按|(?:先生|女士|同志|编辑)大?[鉴览]|敬启者|迳启者|(?<!文)(?<!图)(?<!影)(?<!者)(?<!员)(?<!译)(?<!写)(?<!理)(?<!稿):"
)
"""What no byline has: marks of prose, datelines, forms of address, a colon that does not follow a role."""
_OPENERS, _CLOSERS = "([【", ")]】"


def is_balanced(plain: str) -> bool:
    """Whether the brackets of a line close in order."""
    stack: list[str] = []
    for ch in plain:
        if ch in _OPENERS:
            stack.append(_CLOSERS[_OPENERS.index(ch)])
        elif ch in _CLOSERS and (not stack or stack.pop() != ch):
            return False
    return not stack


def parse_byline(plain: str) -> tuple[tuple[str | None, str], ...] | None:
    """The (role, name) pairs that a byline names, as `plain` text; None where the line is no byline.

    Args:
        plain: the line without marks in front, as `plainly` gives it.
    """
    if len(plain) > 60 or not is_balanced(plain) or _NEVER_INSIDE.search(plain):
        return None
    if not _STRONG_ROLE.search(plain) and not re.search(
        r"(?:^|[\s(\[【])(?:文|图|文图|图文|编译|整理|撰文|采写)\s*[/:]|/\s*(?:文|图|摄)", plain
    ):
        return None
    return _read_words(plain)


def parse_names(plain: str) -> tuple[tuple[str | None, str], ...] | None:
    """One to four bare names and nothing else: a signature, or what follows a mark."""
    if len(plain) > 30 or re.search(r"[。?!“”《》:0-9]", plain):
        return None
    pairs = _read_words(plain)
    return pairs if pairs and len(pairs) <= 4 else None


_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范"
    "金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂"
    "章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶"
    "解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫"
    "裘郁闵酆昝钮嵇邴宓郗钭蓟薄宿邰屠逄莘贡堵郦雍郤璩濮扈郏浦阎茹宦庾暨阙殳夔厍晁訾阚乜巢蒯竺逯桓狄贝茅湛禹"
    "寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阎"
)
_DOUBLE_SURNAMES = (
    "欧阳",
    "上官",
    "司马",
    "诸葛",
    "皇甫",
    "东方",
    "司徒",
    "闻人",
    "夏侯",
    "令狐",
    "尉迟",
    "公孙",
    "慕容",
    "长孙",
)


def is_person(plain: str) -> bool:
    """Whether a short line is one or more personal names and nothing else, judged by the surnames."""
    pairs = parse_names(plain)
    return pairs is not None and all(role is not None or has_surname(name) for role, name in pairs)


_NUMBERS = frozenset("一二三四五六七八九十〇零上中下完续附注按图")


def is_pen_name(plain: str) -> bool:
    """Whether what stands in brackets may sign a text: names, or a pen name of a single character （醒）."""
    if len(plain) == 1:
        return bool(re.fullmatch(_H, plain)) and plain not in _NUMBERS
    return parse_names(plain) is not None


def has_surname(name: str) -> bool:
    """Whether a word may be a full Chinese name: a surname and one or two characters, or a name with ·."""
    if "·" in name:
        return True
    if name[:2] in _DOUBLE_SURNAMES:
        return len(name) in (3, 4)
    return name[0] in _SURNAMES and len(name) in (2, 3)


def _read_words(plain: str) -> tuple[tuple[str | None, str], ...] | None:
    """Names with their roles; None when a word is neither name, role nor work."""
    pairs: list[tuple[str | None, str]] = []
    role: str | None = None
    words = [word for word in _SEPARATOR.split(plain) if word]
    at = 0
    while at < len(words):
        word = words[at]
        found = ROLE.match(word)
        # 图书馆 is no picture by 书馆: short roles are words of their own.
        if found and (len(found.group(1)) > 2 or found.end() == len(word) or found.group(1) in _CLOSE_ROLES):
            role = found.group(1)
            word = word[found.end() :]
            if not word:
                at += 1
                continue
        if len(word) == 1 and at + 1 < len(words) and len(words[at + 1]) == 1 and re.fullmatch(_H, word):
            word += words[at + 1]
            at += 1
        at += 1
        if _WORK.fullmatch(word):
            continue
        inner = ROLE.search(word, 2)
        # 记者 某某文: what may be a name of three characters is one, where the role is known already.
        if inner and role and inner.end() == len(word) == 3 and has_surname(word):
            inner = None
        # 探访文物局: a role of one character stands at the end of what it is glued to.
        if inner and len(inner.group(1)) == 1 and inner.end() < len(word):
            inner = None
        if inner and _is_name(word[: inner.start()]):
            pairs.append((role, word[: inner.start()]))
            role = inner.group(1)
            word = word[inner.end() :]
            if not word or _WORK.fullmatch(word):
                continue
        if _is_name(word):
            pairs.append((role, word))
        elif (tail := _WORK.search(word, 2)) and tail.end() == len(word) and _is_name(word[: tail.start()]):
            pairs.append((role, word[: tail.start()]))
        else:
            return None
    return tuple(pairs) if pairs or role else None


def _is_name(word: str) -> bool:
    return bool(_NAME.fullmatch(word)) and not _NOT_NAME.search(word)


def make_authors(pairs: tuple[tuple[str | None, str], ...]) -> tuple[Author, ...]:
    """Authors for an article, each once."""
    return tuple(dict.fromkeys(Author(name, role) for role, name in pairs))
