"""What issues and pages are called on the command line."""

from __future__ import annotations

from reader.hanzi.harmless import make_harmless
from reader.model import Issue


def name_issue(issue: Issue) -> str:
    """The newspaper and its day, as far as they are known; "" where neither is."""
    day = issue.date
    words = [issue.title or "", f"{day.year}年{day.month}月{day.day}日" if day else ""]
    return make_harmless(" ".join(word for word in words if word))


def name_page(issue: Issue, page_id: str) -> str:
    """A page by its label and section, such as "03 副刊", or by its id where it has no label."""
    page = issue.find_page(page_id)
    if page is None:
        return page_id
    return make_harmless(" ".join(word for word in (page.label or page.id, page.section or "") if word))
