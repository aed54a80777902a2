"""Characters that OCR takes for one another because they look alike 形近字."""

from __future__ import annotations

from functools import cache
from typing import Final

from reader.hanzi.fold import fold_variants

LOOKALIKES: Final = """
己已巳 未末 日曰 人入 土士 千干于チ 大太犬 天夭 王玉 田由甲申 戊戌戍 刀刁 贝见 乌鸟 免兔 折拆析 候侯 治冶 冷泠
汨汩 沐沭 洒酒 密蜜 辨辩辫瓣 栗粟 徒徙陡 市巿 拔拨 茶荼 亨享 晴睛 崇祟 盲肓 竞竟 杳沓 睢雎 巨臣 斤斥 今令 厂广
白自 目且 本木 夫失 牛午 子孑孓 毛手 爪瓜 予矛 卯卵 几凡 九丸 勾匀 问间闲 往住 待侍 情清 遗遣 逐遂 延廷 建健
赢嬴羸 摸模 推椎 扑朴 抢枪 杨扬 扳板 抑仰 授援 历厉 怕伯 帅师 幕慕墓募暮 裁栽载截 燥躁操 傅传 书画昼 东柬
束朿 壶壸 纲网 绿缘 运连 水永 抄杪 栓拴 科料 坏环 埋理 堤提 竭揭 搏博 暑署 喧暄 滴摘 稿搞 撤撒 辛幸 兑充 冤冕
冠寇 侥饶 促捉 倍陪 倾顷 伎技 凉谅 准淮 凌陵 刑形 剌刺 叨叼 唐塘 噪嗓 八ハ 一ー丨 二ニ 口囗ロ 工エ 力カ 卜ト
夕タ 三ミ 0o〇 1li 妹妺 抹抺 沫沬 昧昩 味𠰌 臭𦤀 吉𠮷
"""
"""Groups of characters that print differs in by one stroke or one dot; no character is in two.

In the form that `fold_variants` gives; traditional forms stand as their simplified ones where it is the traditional
ones that look alike (書畫晝 as 书画昼, 綱網 as 纲网). Han with kana and Latin are from Unicode's confusables (UTS #39),
the last seven groups from Unihan's kSpoofingVariant; the rest was put together for this project. Every further group
makes a fuzzy search find more, and be surer of less.
"""


@cache
def _table() -> dict[int, str]:
    return {ord(character): group[0] for group in LOOKALIKES.split() for character in group[1:]}


def fold_lookalikes(text: str) -> str:
    """The text as `fold_variants` has it, with one character for all that look alike. As long as the text."""
    return fold_variants(text).translate(_table())
