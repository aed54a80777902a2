"""From the lines of a newspaper page to its articles."""

from reader.structure.articles import Structure, find_articles, find_page_articles, join_pages
from reader.structure.authors import find_authors
from reader.structure.told import refine_articles

__all__ = ["Structure", "find_articles", "find_authors", "find_page_articles", "join_pages", "refine_articles"]
