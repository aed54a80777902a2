"""Random text of everything that has ever broken a line setter."""

from hypothesis import strategies as st

HAN = "春江花月夜山川草木"
RARE_HAN = "𠀀𪚥𫝀𬺰𰀀𱍊"  # extensions B to H
STOPS = "。，、；：！？"
CLOSING = "”’」』）》〉】〕"
OPENING = "“‘「『（《〈【〔"
OTHER_MARKS = "·—…⸺～－–／％℃￥＃⋯々"
LATIN = "abcXYZ0123456789éλЖ"
ASCII_MARKS = ".,:;'\"()[]/-%$!?&@"
WIDE_LATIN = "ＡＢ１２３．，"
INVISIBLE = "\u0301\u0323\ufe0f\U000e0100\u200d\u200b\u2060\u00ad\u302a"
SYMBOLS = "🎉❤👨👩👧🏽🇨🇳🇺①■℃㈠\ue000⿰⿱⿲"
BLANKS = " \u3000\u00a0\t\n"

_pieces = st.one_of(
    st.sampled_from(HAN),
    st.sampled_from(HAN + RARE_HAN),
    st.sampled_from(STOPS + CLOSING),
    st.sampled_from(OPENING + OTHER_MARKS),
    st.sampled_from(LATIN + ASCII_MARKS),
    st.sampled_from(WIDE_LATIN + INVISIBLE + SYMBOLS),
    st.sampled_from(BLANKS),
    st.sampled_from(
        ["——", "……", "………", "————", "12.5％", "2031年", "https://a.example/b?c=d&e=f", "state-of-the-art", "A.B."]
    ),
    st.sampled_from(["👨\u200d👩\u200d👧", "❤\ufe0f", "🇨🇳", "1\ufe0f\u20e3", "葛\U000e0100", "e\u0301", "⿰木每"]),
)
texts = st.lists(_pieces, max_size=60).map("".join)
"""Anything at all, odd ones included."""

prose = st.lists(
    st.tuples(
        st.sampled_from(["", "", "", "“", "《", "（", "「", "“‘"]),
        st.one_of(st.text(HAN, min_size=1, max_size=6), st.sampled_from(["GDP", "2031", "12.5％", "￥500"])),
        st.sampled_from(["", "", "", "，", "。", "、", "》", "”，", "。”", "）", "’”。", "！", "……", "——", "·"]),
    ),
    max_size=40,
).map(lambda clauses: "".join(map("".join, clauses)))
"""What a newspaper may hold: no pile of marks wider than three em."""
