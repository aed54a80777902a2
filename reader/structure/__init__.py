"""From the lines of a newspaper page to its articles."""

from reader.structure.articles import Structure, find_articles, find_page_articles

__all__ = ["Structure", "find_articles", "find_page_articles"]
