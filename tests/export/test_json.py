"""The issue as JSON: the golden text, the schema's promises, and that text stays text."""

import json
from dataclasses import replace

import pytest

from reader.export.json import describe_issue, format_json
from reader.model import Article, Issue, Jump, PartKind
from tests.export.issues import BRIDGE, ISSUE, NOTICE, make_article

GOLDEN = """\
{
  "schema": "dubao.issue/1",
  "source": "papers/qinghe",
  "format": "plain",
  "title": "青禾日报",
  "date": "2031-05-12",
  "pages": [
    {
      "id": "p1",
      "label": "01",
      "section": "要闻"
    },
    {
      "id": "p2",
      "label": null,
      "section": null
    }
  ],
  "articles": [
    {
      "id": "a1",
      "page": "p1",
      "kind": "article",
      "label": "镇村新貌",
      "kicker": [
        "盼了三十年"
      ],
      "headline": [
        "青禾镇新桥通车 两岸往来不再绕路"
      ],
      "subheadline": [
        "全长三百二十米"
      ],
      "byline": [
        "记者 苏木青 通讯员 何田"
      ],
      "authors": [
        {
          "role": "记者",
          "name": "苏木青"
        },
        {
          "role": "通讯员",
          "name": "何田"
        }
      ],
      "dateline": "本报讯",
      "body": [
        {
          "kind": "paragraph",
          "text": "昨日上午，青禾镇新桥正式通车。",
          "page": "p1"
        },
        {
          "kind": "crosshead",
          "text": "渡口成了往事",
          "page": "p1"
        },
        {
          "kind": "paragraph",
          "text": "“以后赶集只要十分钟。”船工老沈说。",
          "page": "p1"
        },
        {
          "kind": "caption",
          "text": "图为新桥。",
          "page": "p1"
        },
        {
          "kind": "credit",
          "text": "苏木青 摄",
          "page": "p1"
        }
      ],
      "jump": {
        "to": "下转第2版",
        "from": null
      }
    },
    {
      "id": "a2",
      "page": "p2",
      "kind": "notice",
      "label": null,
      "kicker": [],
      "headline": [
        "停水通知"
      ],
      "subheadline": [],
      "byline": [],
      "authors": [],
      "dateline": null,
      "body": [
        {
          "kind": "paragraph",
          "text": "明日八时至十二时停水。",
          "page": "p2"
        }
      ],
      "jump": null
    }
  ],
  "furniture": [
    {
      "page": "p1",
      "kind": "folio",
      "text": "2031年5月12日 星期一"
    }
  ],
  "notes": [
    {
      "code": "headline-uncertain",
      "message": "标题为推定 · the headline is a guess",
      "page": "p2",
      "article": "a2"
    }
  ]
}"""


def test_golden() -> None:
    assert format_json(describe_issue(ISSUE)) == GOLDEN


def test_empty_issue_has_empty_lists_and_null_for_what_is_unknown() -> None:
    assert describe_issue(Issue("-", "plain", None, None, (), ())) == {
        "schema": "dubao.issue/1",
        "source": "-",
        "format": "plain",
        "title": None,
        "date": None,
        "pages": [],
        "articles": [],
        "furniture": [],
        "notes": [],
    }


@pytest.mark.parametrize(
    ("jump", "expected"),
    [
        pytest.param(None, None, id="none"),
        pytest.param(Jump(origin="上接第1版"), {"to": None, "from": "上接第1版"}, id="comes from"),
        pytest.param(Jump("下转第3版", "上接第1版"), {"to": "下转第3版", "from": "上接第1版"}, id="both"),
    ],
)
def test_jump(jump: Jump | None, expected: object) -> None:
    assert describe_one(replace(NOTICE, jump=jump))["jump"] == expected


@pytest.mark.parametrize(
    ("kind", "key", "expected"),
    [
        (PartKind.LABEL, "label", "新桥 通车"),
        (PartKind.KICKER, "kicker", ["新桥", "通车"]),
        (PartKind.HEADLINE, "headline", ["新桥", "通车"]),
        (PartKind.SUBHEADLINE, "subheadline", ["新桥", "通车"]),
        (PartKind.BYLINE, "byline", ["新桥", "通车"]),
        (PartKind.DATELINE, "dateline", "新桥 通车"),
    ],
)
def test_headings_of_two_lines(kind: PartKind, key: str, expected: object) -> None:
    assert describe_one(make_article((kind, "新桥"), (kind, "通车")))[key] == expected


def test_chosen_articles_only() -> None:
    value = json.loads(format_json(describe_issue(ISSUE, articles=[NOTICE])))
    assert [article["id"] for article in value["articles"]] == ["a2"]
    assert len(value["pages"]) == 2


def test_transform_takes_the_newspapers_text_and_nothing_else() -> None:
    before = json.loads(format_json(describe_issue(ISSUE)))
    after = json.loads(format_json(describe_issue(ISSUE, transform=lambda text: f"<{text}>")))
    for key in ("schema", "source", "format", "date", "notes"):
        assert after[key] == before[key]
    assert after["title"] == "<青禾日报>"
    assert after["articles"][0]["authors"][0] == {"role": "<记者>", "name": "<苏木青>"}
    assert after["articles"][0]["kind"] == "article"
    assert after["pages"][1]["label"] is None


def test_no_control_character_leaves() -> None:
    hostile = "新\x1b]52;c;AAAA\a\x9b31m桥\u202e\ud800"
    issue = replace(ISSUE, source=hostile, title=hostile, articles=(make_article((PartKind.PARAGRAPH, hostile)),))
    text = format_json(describe_issue(issue))
    assert not [character for character in text if character < " " and character != "\n"]
    assert not {"\x9b", "\u202e", "\ud800"} & set(text)
    assert "\\u001b" not in text
    text.encode()


def describe_one(article: Article) -> dict[str, object]:
    issue = replace(ISSUE, articles=(article,))
    articles = describe_issue(issue)["articles"]
    assert isinstance(articles, list)
    [described] = articles
    assert isinstance(described, dict)
    return described


def test_bridge_is_what_the_golden_text_shows() -> None:
    assert describe_one(BRIDGE) == json.loads(GOLDEN)["articles"][0]
