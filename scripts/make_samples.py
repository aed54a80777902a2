"""Set the sample issues from their copy: `python -m scripts.make_samples`.

Reads tests/corpus/copy/NAME.toml; writes sample_issues/NAME/ and the right answer, tests/corpus/samples/NAME.json.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reader.model import BODY_KINDS, Article, PartKind
from tests.generator.copy_file import SetIssue, read_issue
from tests.generator.truth import Truth

ROOT = Path(__file__).resolve().parents[1]
COPY = ROOT / "tests" / "corpus" / "copy"


def iter_files() -> Iterator[tuple[Path, str]]:
    """Every file that is made, with its path below the checkout and its text."""
    for copy in sorted(COPY.glob("*.toml")):
        issue = read_issue(copy)
        folder = Path("sample_issues", copy.stem)
        for name, text in issue.files.items():
            yield folder / name, text
        yield folder / "issue.toml", format_issue(issue)
        golden = json.dumps(export_truth(issue, folder.as_posix()), ensure_ascii=False, indent=1)
        yield Path("tests", "corpus", "samples", f"{copy.stem}.json"), golden + "\n"


def format_issue(issue: SetIssue) -> str:
    """The issue.toml that stands beside the pages."""
    rows = [f'title = "{issue.title}"', f"date = {issue.date.isoformat()}"]
    rows += ['direction = "vertical"'] if issue.direction == "ttb" else []
    for name, page in zip(issue.files, issue.truth.pages, strict=True):
        rows += ["", "[[pages]]", f'file = "{name}"', f'label = "{page.label}"', f'section = "{page.section}"']
    return "\n".join(rows) + "\n"


def export_truth(issue: SetIssue, source: str) -> dict[str, Any]:
    """The right answer in the shape of "dubao.issue/1"."""
    truth: Truth = issue.truth
    return {
        "schema": "dubao.issue/1",
        "source": source,
        "format": "plain",
        "title": issue.title,
        "date": issue.date.isoformat(),
        "pages": [{"id": page.id, "label": page.label, "section": page.section} for page in truth.pages],
        "articles": [_export_article(article) for article in truth.articles],
        "furniture": [{"page": piece.page, "kind": piece.kind.value, "text": piece.text} for piece in truth.furniture],
        "notes": [],
    }


def _export_article(article: Article) -> dict[str, Any]:
    def texts(kind: PartKind) -> list[str]:
        return [part.text for part in article.of_kind(kind)]

    jump = article.jump
    return {
        "id": article.id,
        "page": article.page,
        "kind": article.kind.value,
        "label": next(iter(texts(PartKind.LABEL)), None),
        "kicker": texts(PartKind.KICKER),
        "headline": texts(PartKind.HEADLINE),
        "subheadline": texts(PartKind.SUBHEADLINE),
        "byline": texts(PartKind.BYLINE),
        "authors": [{"role": author.role, "name": author.name} for author in article.authors],
        "dateline": next(iter(texts(PartKind.DATELINE)), None),
        "body": [
            {"kind": part.kind.value, "text": part.text, "page": part.page}
            for part in article.parts
            if part.kind in BODY_KINDS
        ],
        "jump": {"to": jump.to, "from": jump.origin} if jump else None,
    }


def main() -> None:
    """Write all files."""
    for path, text in iter_files():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8", newline="\n")
        print(path.as_posix())


if __name__ == "__main__":
    main()
