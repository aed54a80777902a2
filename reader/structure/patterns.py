"""What a line says about itself: one pattern for each manner of print.

All of them read `Strip.plain`: simplified characters, ASCII brackets and colons, half-width digits, “ ” for every
double quote. A pattern that is a compiled expression is anchored by how it is called (`match`, `search`, `fullmatch`).
"""

from __future__ import annotations

import re

from reader.structure.lettering import LETTER

_H = LETTER


def _any(words: str) -> str:
    """A group that takes any of these words, which spaces part."""
    return f"(?:{'|'.join(words.split())})"


_NUMERAL = "[0-9〇零一二三四五六七八九十廿卅百]"

MARKS = "□■●○◎◆◇★☆▲△▼▽▶▷◢◣◤◥◘※◉♦♣♠◙▍▌█"
"""Geometric marks before a byline, a label or an item (mainland and Hong Kong dailies; ○ ● in Republican papers)."""

LEADING_MARKS = re.compile(rf"(?!□{{2}}|[○□]*{_H}{{0,2}}[○□×]{{2}})[{MARKS}·\s]*[{MARKS}][{MARKS}\s]*")
"""One or more marks at the beginning of a line, with the space after them; □□ and ○○ are gaps in the text."""

HOLLOW_MARK = re.compile(r"[□○◎◇]\s*$")
"""A mark that stands before names."""

ONLY_MARKS = re.compile(rf"(?!\s*[□○]{{4}})[{MARKS}·•|_=~\-—…\s]+")
"""A line of ornaments and rules, without a word; a line of □ is illegible text."""

ILLEGIBLE = re.compile(r"[□○口〓\s]{4,}")
"""A line that could not be read: a sign for each character."""

SPREAD = re.compile(rf"{_H}(?:\s{{1,3}}{_H})+")
"""第 二 版: single characters set wide, alone on a line."""

OPEN_BYLINE = re.compile(r"(?:[、,/|]|记者|通讯员|作者)$")
"""How a byline ends that goes on in the next line: before a name."""

# --- ends of lines -------------------------------------------------------------------------------------------------

STOP = re.compile(r"[。?!…][”’)\]》】]*$")
"""The end of a sentence, closing quotes and brackets skipped."""

HALF_STOP = re.compile(r"[;:][”’)\]》】]*$")
"""The end of a clause that a list may follow."""

STOPLESS_END = re.compile(r"(?:[、,。云矣焉也耳哉耶乎欤]|[)\]】”’])$")
"""How a paragraph ends where 、 is the only mark, or none is: with it, or with a final particle (before 1950)."""

BRACKET_END = re.compile(r"[)\]】]$")

END_MARK = re.compile(r"[、,。;:?!…)\]】”’云矣焉也耳哉]$")
"""What lines of prose end with where a paragraph ends, and often elsewhere; no headline does but by chance."""

COMMA_END = re.compile(r"[,、;]$")

SIGNED_END = re.compile(
    rf"[。?!…”、]\s*[(\[](?:(?:{_H}{{0,6}}(?:记者|通讯员)\s*)?{_H}{{1,4}}(?:\s{_H}{{1,4}})*|{_H}{{2,9}}[电讯])[)\]]$"
)
"""…。（某某）, …、（五日某社电）: the end of a signed text."""

NEVER_FIRST = frozenset(",、。;:?!”’)]》>")
"""Marks that no text begins with; a line of a paper without 避头尾 may, and so goes on with the line before."""

CLITIC = re.compile(r"的(?![士哥确])|们|了(?![解却结不])|着(?![名作者述称录书力眼手火重陆实急装想迷色])|吗|呢(?!绒)")
"""A particle, which no text begins with: a line that does goes on with the one before."""

INNER_MARKS = re.compile(r"[,。;?!]")
SOFT_MARKS = re.compile(r"[、:“”]")
ANY_MARK = re.compile(r"[,。;?!、:“”‘’()\[\]【】《》<>…—]")

# --- datelines ------------------------------------------------------------------------------------------------------

_DATE = rf"(?:{_NUMERAL}{{1,3}}\s?月)?\s*(?:{_NUMERAL}{{1,3}}\s?[日号])?"
_PLACE = rf"{_H}{{0,8}}?"
_PAPER_ENDS = _any("日报 晚报 早报 时报 快报 导报 商报 周报 新报 报业 文汇 大公 明报")
_PAPER = rf"(?:本报|本刊|本台|本网|本社|{_H}{{2,6}}{_PAPER_ENDS}|大公|文汇|明报|星岛)"
_AGENCIES = _any(
    "新华社 中新社 中央社 中通社 新华网 中新网 人民网 央视网 路透社? 法新社 美联社? 彭博社? 塔斯社? "
    "哈瓦斯社? 合众社? 同盟社? 国民社  "
    "电通社 海通社"
)
_AGENCY = rf"(?:据)?(?:{_AGENCIES}|{_H}{{2,4}}社)"

DATELINE = re.compile(
    rf"(?:{_PAPER}(?:{_PLACE}\s*{_DATE}\s*(?:综合)?(?:消息|专讯|特讯|快讯|专电|特电|讯|电))"
    rf"|{_AGENCY}\s*{_PLACE}\s*{_DATE}\s*(?:专电|电|讯)"
    rf"|据《?{_H}{{2,8}}报》?(?:报道|消息|讯)"
    rf"|(?:综合)?(?:新华社|中新社|中央社|本报)(?:综合)(?:消息|报道|电|讯))"
    rf"(?![台视器影线力网])"
)
"""本报讯, 本报12月12日讯, 新华社北京12月12日电, 据《…》报道: mainland, set at the head of the first paragraph."""

BRACKET_DATELINE = re.compile(
    rf"[(\[【]\s*(?:"
    rf"(?:本报|{_H}{{1,6}}报|{_H}{{0,4}}(?:文汇|大公|明报|星岛|特约|特派|综合|专)?){_PLACE}(?:专讯|特讯|快讯|讯|专电|特电|电|消息|通信|快信)"
    rf"|{_H}{{2,8}}\s*{_DATE}\s*{_H}{{0,6}}(?:电|讯|专讯|通信|快信)"
    rf"|{_H}{{2,4}}社(?:记者{_H}{{2,4}})?\s*{_PLACE}\s*{_DATE}\s*(?:综合外电报导|综合外电|专电|电|讯)?"
    rf"|{_H}{{2,4}}社"
    rf"|{_H}{{2,4}}综合(?:报导|报道)|综合(?:报导|报道|外电)"
    rf"|{_H}{{2,8}}?{_NUMERAL}{{0,3}}日?[电讯])\s*[)\]】]"
)
"""【本報訊】, 【明報專訊】 (Hong Kong); 〔中央社台北十二日電〕 (Taiwan); （倫敦廿日路透電） (before 1950)."""

TAIL_DATELINE = re.compile(
    rf"(?:{_NUMERAL}{{1,3}}日|{_H}{{2,4}}社|本报|本社|{_H}{{2}})\s*{_PLACE}\s*{_DATE}\s*(?:专电|特电|电|航讯|快讯|讯)"
)
"""（五日电）, （三日某社电）: where a telegram came from, in brackets behind it (before 1950)."""

# --- furniture ------------------------------------------------------------------------------------------------------

_EDITORS = (
    r"(?:本版|版面|本期|值班|轮值|执行|责任|责|主任|副)?"
    r"(?:责任编辑|责编|编辑|组版|版式设计|版式|排版|美术编辑|美编|美术|校对|编审|审读|检校|制版|编委|主任|总编辑?|副总编辑?|策划|视觉|设计|监制|统筹|主编|终审|一读|二读|签发)"
)

_OFFICES = _any(
    "热线 电话 传真 邮箱 邮编 投稿 社址 地址 网址 网站 电邮 微信 微博 公众号 客服 订报 订阅 发行 广告 "
    "广告部 编辑部 采编 总机 印刷 印务  "
    "零售价? 定价 售价 每份 报价 QQ E-?mail e-?mail 邮政编码 承印 刊号 广告许可证 广告经营许可证 发行人 社长 督印"
)
IMPRINT = re.compile(
    rf"(?:{_EDITORS}\s*[:/|]"
    rf"|(?:本版|本期|责任)(?:编辑|责编|主编|美编|校对|组版)\s+{_H}"
    rf"|(?:责任编辑|责编|美编|版式|校对|组版)\s*{_H}{{2,4}}(?:\s|$)"
    rf"|(?:新闻)?{_OFFICES}[^,。]{{0,10}}[:]"
    rf"|{_H}{{0,6}}(?:热线|电话|传真|专线)\s*[(]?[0-9]{{3,4}}[-)\s]"
    rf"|国内统一(?:连续出版物|刊)号|(?:国内)?统一刊号|邮发代号|CN\s*[0-9]{{2}}-[0-9]{{4}}|ISSN\s*[0-9]"
    rf"|零售(?:价|每份)|每份(?:零售|售价|定价)|(?:全年|每月|每季|半年)(?:定价|订价)|今日(?:{_NUMERAL}+|[0-9]+)版|今日[0-9一二三四五六七八九十]+[大张版]"
    rf"|(?:总)?第\s*[0-9〇零一二三四五六七八九十廿卅百千万两○]+\s*[期号](?:\s|$)|广告(?:刊例|许可证)|定报价目|报费|代印"
    rf"|扫(?:码|一扫|描)[^,。]{{0,8}}(?:关注|查看|阅读|收看|观看|收听|订阅|下载|进入|加入|二维码)[^。]*$"
    rf"|长按识别|更多(?:精彩|资讯|新闻)|本报(?:社址|地址|法律顾问|印刷)|版权所有|(?:未经|不得)[^,。]*转载)"
)
"""Who made the page and how to reach the paper: imprint, prices, numbers. At the beginning of a line."""

CONTACT = re.compile(
    r"(?:^[0-9]{7,8}$|^1[0-9]{10}$|[0-9]{3,4}-[0-9]{7,8}|[\w.]+@[\w.]+\.\w+|www\.|https?://|[\w-]+\.(?:com|cn|net|org|hk|tw)(?:\W|$)|(?:CN|cn)\s?[0-9]{2}-[0-9]{4})"
)
"""A telephone number, a mail or web address anywhere in a line."""

_WEEKDAY = r"(?:星期|礼拜|周|曜)[一二三四五六日天]"
_PAGE_NO = (
    rf"(?:第?\s*{_NUMERAL}+\s*[版页张]|第\s*{_NUMERAL}+\s*[张]第?\s*{_NUMERAL}+\s*版"
    rf"|[A-Z]\s?[0-9]{{1,2}}\s*版?|[0-9]{{1,2}}\s*版)"
)
_SECTION = _any(
    "要闻 综合 广告 时事 国内 国际 体育 副刊 专版 新闻 民生 本地 社会 经济 财经 文化 娱乐 教育 科技 时政 "
    "评论 理论 生活 健康 两岸 港闻  "
    "中国 国际新闻 综合新闻 本埠 本地新闻 焦点 头版 地方 都会 影视 文艺 读者 文体 县域 农村 县区"
)
_YMD = (
    rf"(?:(?:公元|西历|西元|中华民国|民国)?\s*[0-9〇○零一二三四五六七八九十廿卅]{{2,4}}\s*年\s*{_NUMERAL}{{1,3}}\s*月\s*{_NUMERAL}{{1,3}}\s*[日号]"
    rf"|[0-9]{{4}}[-./][0-9]{{1,2}}[-./][0-9]{{1,2}}|[0-9]{{4}}\s*年\s*[0-9]{{1,2}}\s*月"
    rf"|(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s*)?(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    rf"\s+[0-9]{{1,2}},\s*[0-9]{{4}})"
)
_LUNAR = (
    rf"(?:农历|夏历|旧历|阴历|岁次)(?:{_H}|[0-9\s])*|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年?(?:{_H}|[0-9])*"
)
_EDITION = (
    rf"(?:今日|本期|共)?\s*(?:出版)?\s*(?:{_NUMERAL}+|[0-9]+)\s*[大]?[张版](?:半)?"
    rf"|总?第\s*(?:{_NUMERAL}|[千万])+\s*[期号]"
)

_NAMEPLATE = (
    rf"[A-Z]{{3,}}(?: [A-Z]{{3,}})*"
    rf"|{_H}{{1,8}}(?:报|早报|晚报|日报|新闻|周刊|周末|专刊)(?:社|附张|副张|附刊|副刊|增刊|画刊|特刊|号外)?"
)
_FOLIO_GAP = r"(?:\s|[|·/,()《》•_—-])*"

FOLIO = re.compile(
    rf"{_FOLIO_GAP}(?:(?:{_YMD}|{_WEEKDAY}|{_LUNAR}|{_PAGE_NO}|{_SECTION}(?:版|新闻)?|{_EDITION}"
    rf"|{_EDITORS}\s*[:/]?\s*{_H}{{2,4}}|{_NAMEPLATE}){_FOLIO_GAP}){{1,8}}"
)
"""Date, weekday, lunar date, page number, section, paper, editors in any order, and nothing else: 报眉."""

FOLIO_PROOF = re.compile(
    rf"{_YMD}|{_WEEKDAY}|(?:农历|夏历|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)|第\s*{_NUMERAL}+\s*[版张]|(?:^|\s)[A-Z]\s?[0-9]{{1,2}}(?:\s|版|$)|[0-9]{{1,2}}\s*版"
)
"""What a running head must contain one of, besides names that also stand in headlines."""

WHOLE_FOLIO = re.compile(rf"(?=.*{_YMD})(?=.*第\s*{_NUMERAL}+\s*[版页]).*{_H}报.*")
"""Paper, date and page together: who made a page from the web prints them below every headline."""

PAGE_NUMBER = re.compile(r"(?:Page )?[\s.·\-—–/|]*(?:第\s*)?[0-9A-D]{0,2}[0-9]{1,3}(?:\s*[页版])?[\s.·\-—–/|]*")
"""A page number alone on its line."""

RECORD_NUMBER = re.compile(r"#[\s0-9.\-–—/_]+")
"""# 1891 - 203 - 5002498: what a text corpus prints over an issue."""

PAGE_OF = re.compile(rf"第\s*{_NUMERAL}+\s*[页版](?:\s*[/共]\s*共?\s*{_NUMERAL}+\s*[页版])?")
"""第 25 页, 第25页/共40页: what a converter prints under a page."""

# --- jumps ----------------------------------------------------------------------------------------------------------

_JUMP_PAGE = (
    rf"(?:本?报?\s*第?\s*(?:[A-Z]\s?)?{_NUMERAL}+\s*(?:[、,]\s*{_NUMERAL}+\s*)?[版页张](?:第?{_NUMERAL}+版)?"
    rf"|[A-Z]\s?[0-9]{{1,2}}|[另他]版|[0-9]{{1,2}})"
)
_JUMP_TITLE = r"(?:\s*《[^》]{1,40}》|\s*“[^”]{1,40}”)?"
JUMP_TO = re.compile(
    rf"[(\[【]?\s*[▶▼→►>]*\s*(?:(?:未完[,、\s]*)?(?:文|紧|全文|续|正文)?(?:下转|转|接|见|续|转入|转接)\s*{_JUMP_PAGE}{_JUMP_TITLE})\s*[▶▼→►>]*\s*[)\]】]?\s*$"
)
"""（下转第4版）, 文转A4版, ▶下转2版, 全文见3版: at the end of a line."""

JUMP_FROM = re.compile(
    rf"^[(\[【]?\s*[◀▲←◄<]*\s*(?:紧接|上接|续|承接|接)\s*{_JUMP_PAGE}{_JUMP_TITLE}\s*[◀▲←◄<]*\s*[)\]】]?"
)
"""（上接第一版）, 上接1版《…》, （紧接第二版）: at the head of a line."""

CONTENTS = re.compile(
    rf"(?:[▶▷→►][^。]{{2,30}}?(?:[A-Z]?[0-9]{{1,2}}|{_NUMERAL}+)\s*[版页]?|[^。]{{4,30}}?(?:\s|[.…·]{{2,}}|—{{1,2}}|[▶▷→►/|(])\s*(?:详见|见|刊|载|第)?\s*(?:[A-Z]\s?[0-9]{{1,2}}|第?\s*{_NUMERAL}{{1,3}})\s*[版页])\s*[)\]】]?$"
    rf"|[^。]{{4,30}}(?:详见|刊|见)(?:本报|今日|今天)?\s*(?:[A-Z]\s?[0-9]{{1,2}}|第?\s*{_NUMERAL}{{1,3}})\s*[版页]?\s*[)\]】]?$"
)
"""A headline with the page where its story stands: one line of 导读."""

CONTENTS_HEAD = re.compile(
    r"[■●◆▲★【\[\s]*(?:今日|本期|本版|今日要闻|新闻|内容)?(?:导\s?读|要目|目录|看点|索引|导航)[】\]\s:]*$"
)
"""The heading over the list of what stands elsewhere: 今日导读, 本期要目."""

SIGNATURE_LINE = re.compile(r"[(\[]\s*((?![〇零一二三四五六七八九十上中下续完附注按]+\s*[)\]])[^()\[\]]{1,12})\s*[)\]]")
"""（半帆）: a signature in brackets, alone on its line; （三） and （上） number the part of a series."""

SIGNED_LINE = re.compile(r"[(\[]\s*[^()\[\],。、;:]{2,16}(?:[作著着译撰述录辑寄稿编]|来稿)\s*[)\]]")
"""（某某自某地寄）, （某老人作）: who wrote or sent a text, alone on its line (before 1950)."""

INSTALMENT = re.compile(
    rf"(?:.{{2,12}}\s)?[(\[]\s*(?:{_NUMERAL}{{1,4}}|[续上中下]{{1,2}})\s*[)\]](?:\s*{_H}{{2,8}}[著着作译])?"
)
"""（三九）, （續）, 食品志 （十八）, （五）某某著: the number of an instalment, below a serial's title or behind."""

FAR_TAIL = re.compile(r"(?<=\S)\s{2,}(\S(?:.{0,28}\S)?)$")
"""What stands at the end of a line after a wide gap."""

ADVERTISING = re.compile(
    r"总发行|发行所|总经销|经销处|代售处|批发处|专治|包治|主治|灵药|良药|惠顾|光顾|赐顾|诸君|廉价|减价|大赠品|赠品|电话.{0,4}号|"
    r"认明|招牌|商标|优待|垂询|选购|订购|专营|优惠|特价|抢购|买一送一|隆重|诚招|加盟|咨询电话|[一二三四五六七八九0-9]折(?!戏)|开幕纪念|开张|新张|欢迎(?:光临|选购|品尝|参观)|童叟无欺|货真价实|均有出售|经售|每[瓶盒打磅匣包张帖服罐听双尺匹件].{0,6}[角元分]"
)
"""What only advertisements say, in display type."""

BROKEN_NUMBER = re.compile(rf"(?:{_NUMERAL}|电话)$")
"""A line that ends in a number or before one, which may go on."""

NUMBER_TAIL = re.compile(rf"{_NUMERAL}{{0,4}}[号元角分]")
"""The second half of a number, alone on its line: 四号."""

COUNTED = re.compile(
    rf"(?:{_NUMERAL}|[千万亿两])"
    rf"(?:[天年月日处户人个岁万亿元名项次届米吨%册件张条家座分秒斤亩头间只]|公里|公斤)"
)
"""A number and what it counts, between which a line may be turned."""

BROKEN_TELEPHONE = re.compile(rf"电话\s?{_NUMERAL}+号?")
"""The end of a line and the next line, between which 电话 is broken."""

RUN_IN = re.compile(rf"{_H}{{3,8}}\s{{1,2}}{_H}{{5,}}")
"""教育会选举 省教育会于…: the title of an item and its text on one line."""

ROW_MARKS = re.compile(r"[,。;?!“”]")
"""Marks of prose, which a row of a table lacks."""

NAMEPLATE = re.compile(
    rf"{_H}{{1,6}}(?:日报|晚报|早报|晨报|时报|快报|导报|商报|周报|新报|画报|公报|民报|报)(?:\s*{_H}{{0,4}})?"
)
"""The paper's own name, alone on a line."""

GAP = re.compile(rf"(?<={_H}|[”」）》]) (?={_H}|[“「（《])")
"""A space between Han: the two halves of a headline."""

# --- pictures -------------------------------------------------------------------------------------------------------

CREDIT = re.compile(
    rf".*(?:摄影报道|摄影报导|摄影|摄|供图|图片来源\s*[:/]?\s*{_H}{{0,10}}|资料图片?|资料照片?|制图|绘图|(?:{_H}|\s)绘"
    rf"|漫画|图/{_H}{{2,4}}|人民视觉|视觉中国|IC photo|翻摄|提供)(?:\s*\([^)]*\))?[)\]】]?[。.]?$"
)
"""… 摄, 新华社发（… 摄）, … 供图: who took the picture, at the end of a line."""

HALF_CREDIT = re.compile(rf"{_H}?\s*(?:摄影报道|摄影报导|摄影|摄|供图|提供)[。.)]?")
"""The second half of a credit whose name the line's end broke: …（某／某摄）."""

CREDIT_HEAD = re.compile(
    r"[(\[]?(?:图片来源|图片|摄影|图|供图|制图|漫画|绘图)\s*[:/]|[(\[]?(?:新华社|中新社|本报资料|资料)(?:发|图|照)"
)
"""图／…, 摄影：…, 新华社发: who took the picture, at the head of a line."""

CAPTION = re.compile(
    r"(?:▲|△|◀|▶|↑|↓|←|→|\()?\s*(?:(?:右|左|上|下|本|题|大|小){1,2}图\s*[:,(为是一二三]|图(?:[0-9一二三四五①②③④⑤])?(?:为|是|:|说|片说明)|图片?说明|图片?为)"
)
"""图为…, 上图：…: the first line of a caption."""

# --- headings -------------------------------------------------------------------------------------------------------

KICKER_CUE = re.compile(
    r"(?:强调|指出|要求|表示|提出|透露|宣布|会议|讲话|时|——|:|闭幕|举行|召开|认为|呼吁|报告显示|说)$"
)
"""How an introductory line 引题 ends: it names the occasion or the speaker and leads on to the headline."""

LEADING_ON = re.compile(r"(?:调研|考察|视察|检查|走访|会见|出席|参加|赴)$")
"""The first half of a kicker: 某某在某地调研 / 某某工作时强调."""

ASKING_KICKER = re.compile(r"[^,。;!?]{3,12}[?!][^,。;!?]{3,16}:")
"""某事怎么办？某处给出答案：a kicker that asks and leads on."""

SUBHEAD_CUE = re.compile(r"(?:——|—|--)\s*\S")
"""A display line that opens with a dash is a 副题, never a new headline."""

DECK_END = re.compile(
    r"(?:纪实|侧记|综述|见闻|掠影|扫描|速写|启示|访谈|观察|报道|报导|之[一二三四五六七八九十]+|[(][上中下一二三四五六][)])$"
)
"""How a subheadline that names the kind of report ends: ——…纪实, ——…系列报道之二."""

NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.]|[(][一二三四五六七八九十0-9]{1,3}[)]|[0-9]{1,2}[、.](?![0-9])|[①②③④⑤⑥⑦⑧⑨⑩]|之[一二三四五六七八九十]|第[一二三四五六七八九十][,、:])"
)
"""一、 （一） 1. ①: how a crosshead or an item of a list is numbered."""

BRACKETED_LABEL = re.compile(r"【[^】]{2,8}】|\[[^\]]{2,8}\]|‖[^‖]{2,8}‖?")
"""【时评】: the name of a column in brackets, alone on its line."""

COLUMN_NAME = re.compile(
    rf"(?:{_H}|[·・]){{0,6}}(?:[时短简快小锐微社星]评|[时社]论|评论|杂谈|漫谈|今日谈|大家谈|夜谈|纵谈|随笔|随感|随想|札记|手记|论坛|来信|投书|信箱|呼声|心声|茶座|观察|视点|聚焦|新闻|特写|特稿|专访|访谈|对话|副刊|小说|诗苑|诗抄|纪事|见闻|调查|关注|走基层|在线|连线|直击|追踪|之窗|天地|园地|广角|走笔|进行时|街谈巷议)"
)
"""The name of a standing column 栏目, alone on its line above a headline."""

BRIEFS_HEADING = re.compile(
    rf"{_H}{{0,6}}(?:简讯|短讯|快讯|短波|简报|集锦|集纳|短新闻|一句话新闻|本埠新闻|本埠|简明新闻|要闻|速览|速递|快报|点击|扫描|播报|动态|汇编|拾零|零讯|琐闻|琐讯|专电|电讯|要电|特讯|杂讯|各[县地省埠](?:通信|新闻|快信)|通信汇志)"
)
"""简讯, 要闻简报, 一周集锦, 本埠新闻, 专电: a heading over several short items."""

NOTICE_HEADING = re.compile(
    rf"{_H}{{0,12}}(?:公告|声明|启事|遗失|广告|告示|通告|通知|讣告|讣闻|招聘|招标|拍卖|征婚|寻人|寻物|转让|出租|作废|告白|招租|声明作废|招领|分类信息)"
)
"""遗失声明, 停水公告, 启事: a heading over notices."""

NOTICE_TEXT = re.compile(
    r"作废|遗失|特此|公告|声明|启事|谨启|讣告|停水|停电|招租|转让|注销|拍卖|招标|报名|此布|为荷|周知|见谅|敬请"
)
"""Words of notices and classifieds."""

NOTICE_END = re.compile(
    r"(?:作废|特此(?:公告|声明|通告|通知|启事|登报)|[此谨敬]启|为荷|周知|敬告|此布|叩谢|泣告)[。!]?$"
)
"""How a notice ends: …声明作废。 …特此公告。"""

TABLE_HEADING = re.compile(
    rf"(?:{_H}{{0,4}}(?:天气|气象|预报|行情|粮市|菜价|米市|市价|价格|物价|汇率|牌价|开奖|彩票|班次|节目|比分|潮汐|股市|影讯|指数)"
    rf"|{_H}{{0,8}}(?:天气预报|时刻表|节目表|赛程|比赛结果|成绩[榜表单]|积分榜|奖牌榜|射手榜|排行榜))"
    rf"(?:表|一览|一览表|预报|公告|结果)?(?:\s*[(][^()]*[)])?"
)
"""天气预报, 昨日粮市, 开奖公告: a heading over a table; 某某车队加密早班班次 is a headline."""

_SKY = (
    r"(?:晴|阴|多云|少云|密云|天晴|[小中大暴阵雷骤]{1,3}雨|雨夹雪|[小中大暴阵]{1,2}雪|冻雨|冰雹|轻?雾|浓雾|霾|沙尘|扬沙|微风|无持续风向"
    r"|[东南西北偏]{1,3}风)"
)
WEATHER = re.compile(
    rf"(?=.*(?:{_SKY}|气温|温度|湿度|[℃度]))(?:{_SKY}|白天|夜间|夜里|今[天日晚夜]|明[天日晚]|后[天日]|早上|早晚|局部|大致|有时|间中|间有|间|转|到|至|有|几阵"
    rf"|[最高低]{{0,2}}(?:气温|温度)|相对|湿度|空气质量|优|良|轻度污染|紫外线|强度|指数|中等|[弱强]|{_NUMERAL}{{1,4}}级?|[-+~.:/%℃°C,、\s]|摄氏|度|级|风力)+"
)
"""小雨转多云 东南风三到四级 气温8~13℃: weather, in the words of a forecast and no others."""

BOX_HEADING = re.compile(
    r"[■●◆▲★【\[]*(?:名词解释|新闻链接|相关链接|链接|新闻背景|背景|背景资料|资料|相关新闻|小贴士|小资料|知识窗|延伸阅读|记者手记|编后|数说|看点|问答|专家提醒|提醒|温馨提示|新闻词典|词解|小常识|小档案|大事记|花絮|记者观察|采访手记)[】\]]?"
)
"""名词解释, 新闻链接: a box that belongs to the article before it."""

TURN = re.compile(r"(?:问|答|记者|主持人|本报|[QA])\s?[:]\S")
"""问：… 答：… 记者：… : who speaks in an interview."""

ANSWER = re.compile(rf"({_H}{{2,4}})\s?[:]\S")
"""某某某：… : who answers, near such questions; elsewhere a headline may begin so (某地：…)."""

READER_SIGNATURE = re.compile(
    rf"({_H}{{1,9}}(?:[省市县区镇乡村里路街巷社校厂]|街道|小区|大学|中学|小学)|{_H}{{0,8}}(?:读者|市民|学生|居民|教师))\s({_H}{{2,4}})"
)
"""某某镇 某某某: who wrote a letter, below it."""

CLOSE = re.compile(
    rf"(?:{_H}{{1,8}}\s)*(?:{_H}{{1,8}}?\s?(?:[敬谨][上启识白]|同启|叩谢|泣[启告]|鞠躬|此启)"
    rf"|{_H}{{0,6}}(?:街坊|读者|市民|居民|家长|学生|教师|顾客|乘客|小民)\s?[上启])"
)
"""某街 某某敬启, 某地　一街坊上: the end of a letter or a family notice, on a line of its own."""

SALUTATION = re.compile(rf"{_H}{{0,8}}(?:编辑(?:同志|部|先生)?|同志|先生|女士|朋友|老师|读者|主任|大家|报社)们?:$")
"""The first line of a letter."""

EDITOR_NOTE = re.compile(
    r"[(\[【]?\s*(?:编者按|编者的话|编后|编后语|编辑手记|编者注|编按|开栏的话|开栏语|核心提示|内容提要|提要|阅读提示|题记|按语)\s*[)\]】]?\s*(?:[:\s|]|$)"
)
"""编者按, 核心提示: words of the paper to an article."""

TITLE_AUTHOR_LINE = re.compile(r"\s*\[([^\]]{2,60})\]\s*(?:\[([^\]]{0,30})\]\s*)?")
"""A whole article on one line: [title] [author] text, as text corpora of old papers give it."""
