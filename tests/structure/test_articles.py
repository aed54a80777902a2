"""Pages of every genre, small and plain: what a reader would say stands there."""

from __future__ import annotations

from reader.model import Article, ArticleKind, FurnitureKind, Page, PartKind
from reader.structure import Structure, find_articles, find_page_articles
from tests.structure.pages import check_nothing_lost, make_page

_FERRY = """\
石小山在渡口撑船已经三十一
年，村里人都说，他的船比钟还准，
清早六点头一班，从来没有误过。
去年桥修好了，坐船的人一天
比一天少，他就坐在船头补渔网，
一边补一边望着对岸的樟树。"""

_LIBRARY = """\
县图书馆昨天搬进了新楼，书
架从三排变成三十二排，孩子们在
窗边一直坐到天黑才肯回家去。
馆员江水生说，旧楼的书一本
也没有丢，搬家那天来了四百人，
大家排成队一本一本传过去的。"""


def _read(*texts: str) -> Structure:
    pages: list[Page] = [make_page(text, f"p{number}") for number, text in enumerate(texts, 1)]
    structure = find_articles(pages)
    check_nothing_lost(pages, structure)
    return structure


def _texts(article: Article, kind: PartKind) -> list[str]:
    return [part.text for part in article.of_kind(kind)]


def test_headline_byline_dateline_body() -> None:
    (article,) = _read(f"老渡口的最后一班船\n□记者 江水生\n本报讯 {_FERRY}").articles
    assert _texts(article, PartKind.HEADLINE) == ["老渡口的最后一班船"]
    assert _texts(article, PartKind.BYLINE) == ["记者 江水生"]
    assert _texts(article, PartKind.DATELINE) == ["本报讯"]
    assert [(author.role, author.name) for author in article.authors] == [("记者", "江水生")]
    assert article.kind is ArticleKind.ARTICLE


def test_an_inline_byline_loses_its_brackets_to_furniture() -> None:
    structure = _read(f"老渡口的最后一班船\n本报讯（记者 江水生）{_FERRY}")
    assert _texts(structure.articles[0], PartKind.BYLINE) == ["记者 江水生"]
    assert sorted(piece.text for piece in structure.furniture) == ["（", "）"]


def test_kicker_headline_and_subheadline() -> None:
    (article,) = _read(f"石小山在渡口调研时强调\n船要留着 桥也要修好\n——记老渡口的撑船人\n{_FERRY}").articles
    assert _texts(article, PartKind.KICKER) == ["石小山在渡口调研时强调"]
    assert _texts(article, PartKind.HEADLINE) == ["船要留着 桥也要修好"]
    assert _texts(article, PartKind.SUBHEADLINE) == ["——记老渡口的撑船人"]


def test_bodies_first_and_headlines_behind_all_of_them() -> None:
    first = f"□记者 江水生\n本报讯 {_FERRY}"
    second = f"□记者 石小山\n本报讯 {_LIBRARY}"
    structure = _read(f"{first}\n{second}\n县图书馆搬进新楼 四百人传书\n老渡口的船比钟还准")
    assert [article.title for article in structure.articles] == ["县图书馆搬进新楼 四百人传书", "老渡口的船比钟还准"]
    assert "馆员" in structure.articles[0].body[-1].text
    assert not structure.notes


def test_a_signature_closes_an_article() -> None:
    structure = _read(f"老渡口的最后一班船\n{_FERRY}（石小山）\n图书馆搬家\n{_LIBRARY}（江水生）")
    assert [_texts(article, PartKind.BYLINE) for article in structure.articles] == [["（石小山）"], ["（江水生）"]]


def test_a_crosshead_stays_in_its_article() -> None:
    (article,) = _read(f"老渡口的最后一班船还在开\n□记者 江水生\n{_FERRY}\n一、渔网\n{_FERRY}").articles
    assert _texts(article, PartKind.CROSSHEAD) == ["一、渔网"]
    assert len(article.of_kind(PartKind.PARAGRAPH)) == 4


def test_briefs_under_one_heading() -> None:
    structure = _read(
        "县内短波\n●渡口码头昨天加装了三十二盏灯，\n夜里靠岸也看得见了。\n●县图书馆从下月起延长开放两小时，\n周末不休。"
    )
    assert [article.kind for article in structure.articles] == [ArticleKind.BRIEF] * 2
    assert [_texts(article, PartKind.LABEL) for article in structure.articles] == [["县内短波"], []]


def test_a_photo_story() -> None:
    structure = _read(
        f"老渡口的最后一班船\n□记者 江水生\n{_FERRY}\n"
        "新书下乡\n县图书馆的流动书车昨天来到渡\n口，孩子们围了上来。\n记者 石小山 摄"
    )
    photo = structure.articles[1]
    assert photo.kind is ArticleKind.PHOTO
    assert [part.kind for part in photo.body] == [PartKind.CAPTION, PartKind.CREDIT]


def test_a_table_and_a_poem_keep_their_lines() -> None:
    structure = _read(
        "天气预报\n东门 晴  10℃～18℃\n西门 阴  12℃～17℃\n春堤\n（半帆）\n春水绕堤平\n归舟带晚晴\n渔灯三两点\n闲对夜潮生"
    )
    table, verse = structure.articles
    assert table.kind is ArticleKind.TABLE and len(table.of_kind(PartKind.TABLE)) == 2
    assert verse.kind is ArticleKind.VERSE and len(verse.of_kind(PartKind.VERSE)) == 4
    assert _texts(verse, PartKind.BYLINE) == ["（半帆）"]


def test_print_without_full_stops() -> None:
    structure = _read(
        "新輪試航記\n（雲生）\n通濟公司新造小輪、昨日試航、記者應邀偕往\n、晨七時自碼頭啓行、送者約三百人、汽笛一\n"
        "鳴、岸上小兒皆掩耳而笑、\n防汛工程視察\n去歲秋汛、圩隄潰百二十丈、淹田三千餘畝、\n居民露宿隄上者匝月、昨日記者隨科長往視、\n新隄已巍然在望矣、"
    )
    assert [article.title for article in structure.articles] == ["新輪試航記", "防汛工程視察"]
    assert _texts(structure.articles[0], PartKind.BYLINE) == ["（雲生）"]


def test_a_jump_is_one_article_on_its_first_page() -> None:
    structure = _read(
        f"老渡口的最后一班船\n□记者 江水生\n{_FERRY}\n村里的孩子们每天放学以后\n（下转第2版）",
        f"（上接第1版）\n都要到渡口来坐一坐，等他讲故\n事，天黑了才肯回去。\n图书馆搬家\n□记者 石小山\n{_LIBRARY}",
    )
    jumped, other = structure.articles
    assert jumped.pages == ("p1", "p2")
    assert jumped.jump is not None and jumped.jump.to == "（下转第2版）" and jumped.jump.origin == "（上接第1版）"
    assert jumped.body[-1].text.startswith("村里的孩子们每天放学以后都要到渡口来")
    assert other.page == "p2"
    assert [article.id for article in structure.articles] == ["a1", "a2"]


def test_furniture_of_the_page() -> None:
    structure = _read(
        f"2019年4月26日 星期五 第1版 要闻\n老渡口的最后一班船\n□记者 江水生\n{_FERRY}\n"
        "责任编辑：石小山 版式：江水\n新闻热线：12345678\n12"
    )
    kinds = [piece.kind for piece in structure.furniture if piece.kind is not FurnitureKind.OTHER]
    assert sorted(kinds) == sorted(
        [FurnitureKind.FOLIO, FurnitureKind.IMPRINT, FurnitureKind.IMPRINT, FurnitureKind.FOLIO]
    )


def test_a_page_without_prose_shows_its_lines() -> None:
    structure = _read("甲\n乙丙\n丁戊己")
    assert structure.articles or structure.furniture
    assert all(note.code == "page-not-prose" for note in structure.notes)


def test_what_has_no_heading_is_noted() -> None:
    structure = _read(_FERRY)
    assert [note.code for note in structure.notes] == ["headline-missing"]
    assert structure.notes[0].article == "a1"
    assert str(structure.notes[0].message) == "no headline was found for this text"


def test_confidence_is_a_probability() -> None:
    structure = _read(f"老渡口的最后一班船\n□记者 江水生\n本报讯 {_FERRY}\n图书馆搬家\n□记者 石小山\n{_LIBRARY}")
    assert all(article.confidence is not None and 0.5 < article.confidence <= 1 for article in structure.articles)


def test_one_page_alone_is_the_same_page() -> None:
    page = make_page(f"老渡口的最后一班船\n□记者 江水生\n{_FERRY}")
    assert find_page_articles(page).articles == find_articles([page]).articles


def test_a_blank_page_is_empty() -> None:
    assert find_articles([make_page("")]) == Structure((), (), ())


def test_a_byline_broken_over_two_lines_is_one() -> None:
    (article,) = _read(f"老渡口的最后一班船\n□本报记者 石小山 通讯员 江\n水生\n{_FERRY}").articles
    assert _texts(article, PartKind.BYLINE) == ["本报记者 石小山 通讯员 江水生"]
    assert [author.name for author in article.authors] == ["石小山", "江水生"]


def test_brackets_that_open_a_text_are_no_title() -> None:
    first = f"〔記者江水生／山城報導〕{_FERRY}".replace("\n", "")
    article, *_ = _read(f"老渡口的最後一班船\n{first}\n舊橋邊的圖書館\n{_LIBRARY}".replace("，書\n", "，書")).articles
    assert _texts(article, PartKind.HEADLINE) == ["老渡口的最後一班船"]
    assert _texts(article, PartKind.BYLINE) == ["〔記者江水生／山城報導〕"]


def test_a_blank_line_parts_articles_where_most_lines_have_none() -> None:
    text = f"老渡口的最后一班船\n{_FERRY}\n\n书架从三排到三十二排\n{_LIBRARY}\n\n图为新馆的窗边。\n石小山 摄"
    kinds = [article.kind for article in _read(text).articles]
    assert kinds == [ArticleKind.ARTICLE, ArticleKind.ARTICLE, ArticleKind.PHOTO]


def test_the_fields_of_a_row_stay_apart() -> None:
    structure = _read("成绩榜\n男子百米　石小山  10秒98\n女子铅球　江水生  14米02\n跳远　　　白 棠  5米71")
    rows = [part.text for article in structure.articles for part in article.of_kind(PartKind.TABLE)]
    assert "男子百米　石小山  10秒98" in rows


_LONG = "昨日午後南碼頭渡船因載客過多行至中流爲小火輪浪湧傾覆落水者十餘人經救生船撈起九人餘皆不知下落"


def test_a_catalogued_text_has_its_title_in_brackets_above_it() -> None:
    text = f"[渡船失事] [  石小山告白]\n　　{_LONG}\n[再論渡船]\n　　{_LONG}"
    first, second = _read(text).articles
    assert (_texts(first, PartKind.HEADLINE), _texts(first, PartKind.BYLINE)) == (["渡船失事"], ["石小山告白"])
    assert _texts(second, PartKind.HEADLINE) == ["再論渡船"]


def test_a_text_that_a_page_breaks_without_a_word_is_one_article() -> None:
    first, *_ = _read(f"[渡船失事]\n　　{_LONG}", f"{_LONG}\n[再論渡船]\n　　{_LONG}").articles
    assert _texts(first, PartKind.PARAGRAPH) == [_LONG * 2]


def test_marked_items_of_old_print_are_articles_under_any_heading() -> None:
    structure = _read(
        """
        市聲
        ●柳家圩公路一事、籌備數月、
        昨日開工築路、到者約四十人、
        聞者莫不稱便、
        ●本埠南關居民、久以陰溝爲苦
        、頃由清道隊議決、疏通陰溝、
        其詳俟續誌、
        ●記者昨赴西渡口、訪航政局沈
        君、承告航運近況、略誌如次、
        """
    )
    assert [len(_texts(article, PartKind.PARAGRAPH)) for article in structure.articles] == [1, 1, 1]
    assert _texts(structure.articles[0], PartKind.LABEL) == ["市聲"]


def test_lines_of_eight_characters_and_a_mark_are_prose() -> None:
    (article,) = _read(
        """
        柳家圩築路
        余居柳家圩十餘年、
        所見公路之事多矣、
        未有如今日之盛者、
        昔姜芷馨先生嘗言、
        開工築路如烹小鮮、
        急則糜爛緩則生腥、
        可以觀世、
        """
    ).articles
    assert article.kind is not ArticleKind.VERSE


def test_the_lines_of_an_advertisement_that_a_narrow_column_cuts() -> None:
    structure = _read(
        """
        保和堂八寶丹
        專治頭痛腹瀉暑熱諸
        症
        總發行所西渡口電話
        四十號
        小輪新訊
        本埠西渡口居民、久
        以小輪爲苦、頃由通
        濟公司議決、疏濬航
        道、所有章程、業經
        公司印就、
        """
    )
    assert [article.title for article in structure.articles] == ["保和堂八寶丹", "小輪新訊"]
    assert structure.articles[0].kind is ArticleKind.ADVERTISEMENT
    assert [text.replace(" ", "") for text in _texts(structure.articles[0], PartKind.PARAGRAPH)] == [
        "專治頭痛腹瀉暑熱諸症",
        "總發行所西渡口電話四十號",
    ]


def test_selling_lines_of_one_length_are_no_poem() -> None:
    (article,) = _read("大同書局新書出版\n開幕紀念　照碼八折\n貨眞價實　童叟無欺\n各大藥房均有出售\n").articles
    assert article.kind is not ArticleKind.VERSE


def test_a_page_that_signs_in_brackets_has_no_bare_signatures() -> None:
    signed = [f"{title}\n（{name}）\n{_FERRY}" for title, name in (("渡船", "丹"), ("樟樹", "半帆"), ("漁網", "小偵"))]
    text = "\n".join([*signed, f"橋上\n（野農）\n{_FERRY}", f"金麗溫\n安謐如恆\n{_LIBRARY}"])
    assert ["金麗溫", "安謐如恆"] in [[part.text for part in article.parts[:2]] for article in _read(text).articles]


def test_a_dateline_ends_the_display_lines_above_it() -> None:
    first = "昨日午後南碼頭渡船因\n載客過多、傾覆中流、\n落水者十餘人、均獲救\n云、"
    second = "（倫敦廿四日海通電）\n英國地中海艦隊、將於\n廿六日開往東地中海、\n舉行演習、"
    text = f"渡船失事\n{first}\n英艦隊演習\n{second}"
    assert [_texts(article, PartKind.HEADLINE) for article in _read(text).articles] == [["渡船失事"], ["英艦隊演習"]]
