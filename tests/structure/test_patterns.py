"""Every pattern with lines that it takes and lines that it leaves."""

from __future__ import annotations

import re

import pytest

from reader.structure import patterns
from reader.structure.lines import plainly

_CASES: list[tuple[re.Pattern[str], str, list[str], list[str]]] = [
    (patterns.LEADING_MARKS, "match", ["■栏目", "□ 记者", "●○项"], ["正文", "□□□三字不清", "○○村"]),
    (patterns.ONLY_MARKS, "fullmatch", ["■■", "— — —", "★ ★"], ["■栏目", "一"]),
    (patterns.END_MARK, "search", ["渡船、", "不可得矣", "（渡船）"], ["渡船失事"]),
    (
        patterns.SIGNED_LINE,
        "fullmatch",
        ["（石小山自省城寄）", "（某老人作）"],
        ["（本報訊）", "（石小山）", "石小山作"],
    ),
    (
        patterns.INSTALMENT,
        "fullmatch",
        ["（三九）", "（續）", "食品志　（十八）", "（五）石小山遺著"],
        ["（附圖）", "食品志", "第三回"],
    ),
    (patterns.HOLLOW_MARK, "search", ["□", "◎ "], ["■", "●"]),
    (patterns.SPREAD, "fullmatch", ["第 二 版", "要　闻"], ["第二版", "路通了 桥好了"]),
    (patterns.ILLEGIBLE, "fullmatch", ["□□□□□□", "口口口口"], ["□□", "路口"]),
    (patterns.STOP, "search", ["完了。", "好吗？”", "完了。）"], ["未完", "未完，", "（完）"]),
    (patterns.HALF_STOP, "search", ["如下：", "其一；"], ["如下", "如下：甲"]),
    (patterns.STOPLESS_END, "search", ["已吿竣事云", "不可得、"], ["已吿竣"]),
    (
        patterns.SIGNED_END,
        "search",
        ["到了。（石小山）", "爲記、（半帆）", "完。（记者 石小山）", "議決、（五日某社電）"],
        ["（见图）", "完成（附图表说明书）"],
    ),
    (
        patterns.DATELINE,
        "match",
        ["本报讯 昨天", "本报10月3日讯", "本报上沙12月9日电", "新华社北京10月2日电", "据《山城报》报道"],
        ["本报电视台播出", "本报记者昨天"],
    ),
    (
        patterns.BRACKET_DATELINE,
        "match",
        ["【本報訊】昨日", "【山城專訊】", "〔中央社台北十二日電〕", "（省城廿日專電）", "（寧口快信）"],
        ["（见图）", "（本报法律顾问）", "【时评】"],
    ),
    (
        patterns.IMPRINT,
        "match",
        [
            "责任编辑：石小山",
            "责编／石山 美编／江水",
            "新闻热线：12345678",
            "零售价：1.50元",
            "第一千零二號",
            "国内统一刊号 CN00-0000",
            "扫码关注本报",
            "扫描下方二维码",
        ],
        ["责任在我", "热线电话成了连心线", "扫描后即归还", "扫码乘车的人多了"],
    ),
    (patterns.CONTACT, "search", ["0999-7654321", "news@paper.example.com", "www.paper.example"], ["12月3日", "3-5岁"]),
    (
        patterns.FOLIO,
        "fullmatch",
        [
            "2019年4月26日 星期五 第1版 要闻",
            "中華民國二十三年五月十二日　某江新報　星期六　第一張第二版",
            "甲戌年三月廿九日　某江新報附張　第二張第一版",
            "A02 综合",
            "2022年11月2日 星期三 编辑 石小山 版式 江水",
        ],
        ["2019年4月26日，县里开会", "第1版刊出启事"],
    ),
    (patterns.FOLIO_PROOF, "search", ["要闻 A04", "副刊 B4", "第二版"], ["要闻", "A级景区"]),
    (patterns.PAGE_NUMBER, "fullmatch", ["12", "- 3 -", "第3版", "Page 2"], ["12日", "三"]),
    (
        patterns.WHOLE_FOLIO,
        "fullmatch",
        ["《山城日报》（2025年10月20日 第 01 版）"],
        ["2025年10月20日 第01版", "2025年10月20日，县里开会"],
    ),
    (patterns.RECORD_NUMBER, "fullmatch", ["# 1891 - 203 - 5002498"], ["# 渡船", "1891"]),
    (patterns.PAGE_OF, "fullmatch", ["第 25 页", "第25页/共40页"], ["第25届"]),
    (patterns.JUMP_TO, "search", ["（下转第4版）", "▶下转2版", "全文见3版", "（下轉第二版）"], ["转了两次车", "见面"]),
    (
        patterns.JUMP_FROM,
        "search",
        ["（上接第一版）村里", "上接1版《走进山村》", "（紧接第二版）"],
        ["上接天，下接地", "接到电话"],
    ),
    (
        patterns.CONTENTS,
        "fullmatch",
        ["春耕开始了▶3版", "桥修好了……A4版", "详情见后 见第5版"],
        ["县里开会", "第5版", "租金高。（相关新闻刊A13版）"],
    ),
    (patterns.CONTENTS_HEAD, "fullmatch", ["今日导读", "【要目】"], ["导读课开讲"]),
    (patterns.CREDIT, "fullmatch", ["记者 石小山 摄", "石小山摄影报道", "县文化馆供图"], ["摄影比赛开幕", "石小山"]),
    (patterns.HALF_CREDIT, "fullmatch", ["山摄）", "摄"], ["石小山摄"]),
    (patterns.CREDIT_HEAD, "match", ["图／石小山", "摄影：石小山", "新华社发"], ["图书馆", "摄影展"]),
    (patterns.KICKER_CUE, "search", ["石山在会上强调", "石山调研时"], ["石山强调安全"]),
    (patterns.ASKING_KICKER, "fullmatch", ["种菜怎么办？老站长给出答案："], ["他说：", "今天怎么办？他想了想，说："]),
    (patterns.SUBHEAD_CUE, "match", ["——记山村教师", "—侧记"], ["记——山村"]),
    (patterns.DECK_END, "search", ["——某村修路纪实", "系列报道之二"], ["——某村修"]),
    (
        patterns.CLITIC,
        "match",
        ["的渡船修好了", "們都說", "了插秧", "著山谷", "呢，他說"],
        ["的士司机", "的确如此", "了解情况", "著名導演", "着力解决", "渡船的"],
    ),
    (patterns.NUMBERED, "match", ["一、先修路", "（二）再架桥", "3.通水"], ["一个人", "3.5亿元"]),
    (
        patterns.CLOSE,
        "fullmatch",
        ["石小山敬启", "何文田　一街坊上", "棘人 石小山 率子女 叩謝"],
        ["小康路上", "开启新征程", "市民的事 摆在桌面上"],
    ),
    (patterns.NOTICE_END, "search", ["声明作废。", "特此公告", "祈为荷"], ["公告栏换新", "不再作废品"]),
    (patterns.TAIL_DATELINE, "fullmatch", ["五日電", "五日中央社電", "省城三日專電"], ["记者石小山", "来电"]),
    (
        patterns.WEATHER,
        "fullmatch",
        ["小雨", "今晚东南风三到四级", "气温8~13摄氏度", "大致多雲 有幾陣驟雨"],
        ["一到三级", "雨中过石桥", "小雨打湿了路", "间有"],
    ),
    (patterns.OPEN_BYLINE, "search", ["本报记者 石小山 通讯员", "记者 石小山、"], ["记者 石小山"]),
    (patterns.SALUTATION, "fullmatch", ["编辑同志：", "編輯先生："], ["同志：你好", "他说："]),
    (
        patterns.TURN,
        "match",
        ["问：路修好了吗？", "记者：何时完工？"],
        ["石小山：快了。", "问题不大"],
    ),
    (patterns.ANSWER, "match", ["石小山：快了。"], ["他在会上强调：好", "石小山说"]),
    (patterns.READER_SIGNATURE, "fullmatch", ["上沙村 石小山", "市民 石小山"], ["上沙村石小山", "路通了 桥好了"]),
    (patterns.EDITOR_NOTE, "match", ["编者按：近日", "【编后】", "核心提示"], ["编者按语法改了字"]),
    (patterns.SIGNATURE_LINE, "fullmatch", ["（半帆）", "（醒）", "（市民 石小山）"], ["（三）", "（上）", "半帆"]),
    (patterns.BRACKETED_LABEL, "fullmatch", ["【时评】", "[读者来信]"], ["【时评】路", "时评"]),
    (patterns.COLUMN_NAME, "fullmatch", ["山城时评", "读者来信", "民生关注"], ["来信来访办公室"]),
    (
        patterns.BRIEFS_HEADING,
        "fullmatch",
        ["简讯", "县内短波", "一周集锦", "本埠新闻", "专电"],
        ["简讯社成立", "新闻"],
    ),
    (patterns.NOTICE_HEADING, "fullmatch", ["遗失声明", "停水公告", "启事", "失物招领"], ["公告栏换新"]),
    (patterns.TABLE_HEADING, "fullmatch", ["天气预报", "昨日粮市", "今日菜价(元/公斤)"], ["天气转冷"]),
    (patterns.BOX_HEADING, "fullmatch", ["■名词解释", "新闻链接"], ["链接两岸"]),
    (patterns.NOTICE_TEXT, "search", ["声明作废", "特此公告"], ["昨天开会"]),
    (patterns.ADVERTISING, "search", ["总发行所大东门", "惠顾诸君"], ["大桥通车"]),
    (patterns.NAMEPLATE, "fullmatch", ["山城日报", "漱陽新報"], ["日报订阅开始了吗"]),
    (patterns.GAP, "search", ["路通了 桥好了"], ["路通了", "12 日"]),
    (patterns.FAR_TAIL, "search", ["修葺校舍　　（半帆）"], ["修葺校舍 半帆"]),
    (patterns.CAPTION, "match", ["图为渡船靠岸", "上图：渡船", "图①为渡船"], ["图书馆", "上图书馆"]),
    (patterns.TITLE_AUTHOR_LINE, "match", ["[渡船] [石小山] 昨日", "〔渡船〕昨日"], ["渡船[石小山]"]),
    (patterns.BROKEN_NUMBER, "search", ["电话六十", "每盒3"], ["电话六十四号"]),
    (patterns.COUNTED, "match", ["八天", "3户", "万元"], ["天八", "三尺", "一心"]),
    (patterns.LEADING_ON, "search", ["石小山在山城调研"], ["石小山在山城强调", "调研归来"]),
    (patterns.BROKEN_TELEPHONE, "fullmatch", ["电话十八号", "电话 204"], ["电十八号", "电话亭"]),
    (patterns.NUMBER_TAIL, "fullmatch", ["四号", "5角", "元"], ["四号桥", "四"]),
    (
        patterns.RUN_IN,
        "match",
        ["教育會選舉　省教育會於廿五日", "停水通知 今夜柳营一带停水"],
        ["石小山 摄", "路通了 桥好了", "省教育會於廿五日"],
    ),
    (patterns.ROW_MARKS, "search", ["晴，有风"], ["晴 3级"]),
]


def _apply(pattern: re.Pattern[str], how: str, line: str) -> bool:
    return bool(getattr(pattern, how)(plainly(line)))


_NAMES = {id(value): name for name, value in vars(patterns).items() if isinstance(value, re.Pattern)}


def _name(value: object) -> str | None:
    return _NAMES.get(id(value))


@pytest.mark.parametrize(
    ("pattern", "how", "line"), [(pattern, how, line) for pattern, how, taken, _ in _CASES for line in taken], ids=_name
)
def test_takes(pattern: re.Pattern[str], how: str, line: str) -> None:
    assert _apply(pattern, how, line)


@pytest.mark.parametrize(
    ("pattern", "how", "line"), [(pattern, how, line) for pattern, how, _, left in _CASES for line in left], ids=_name
)
def test_leaves(pattern: re.Pattern[str], how: str, line: str) -> None:
    assert not _apply(pattern, how, line)


def test_every_pattern_is_tried() -> None:
    tried = {id(pattern) for pattern, *_ in _CASES}
    untried = {
        name
        for name, value in vars(patterns).items()
        if isinstance(value, re.Pattern) and name.isupper() and not name.startswith("_") and id(value) not in tried
    }
    # Counted or used inside others, they take single marks.
    assert untried <= {"ANY_MARK", "INNER_MARKS", "SOFT_MARKS", "COMMA_END", "BRACKET_END"}
