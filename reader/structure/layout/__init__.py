"""Positioned lines to articles: columns, headings and their texts by where they stand (a PDF, ALTO, hOCR)."""

from reader.structure.layout.articles import find_positioned_articles
from reader.structure.layout.placing import has_boxes

__all__ = ["find_positioned_articles", "has_boxes"]
