"""Whatever is corrected, nothing is lost."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.corrections import Break, Corrections, Join, LineFinder, Split, apply_corrections
from reader.model import Issue, PartKind
from tests.corrections.issues import check_headings_first, check_issue, corrections, make_issue, read_issue
from tests.generator.strategies import generated_pages

_NEWSPRINT = st.sampled_from("一二三四记者本报讯新华社电王某摄图为下转第版编者按，。：！“”（）【】—·■●　 12aA-")
_NOISE = st.lists(st.text(_NEWSPRINT, min_size=1, max_size=14), min_size=1, max_size=14).map("\n".join)
_SETTINGS = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _issues() -> st.SearchStrategy[Issue]:
    noise = st.lists(_NOISE.filter(str.strip), min_size=1, max_size=2)
    printed = generated_pages(items=(2, 3)).map(lambda page: list(page.texts))
    return st.one_of(noise, printed).map(read_issue).filter(lambda issue: any(page.lines for page in issue.pages))


@given(st.data())
@_SETTINGS
def test_nothing_is_lost_by_any_corrections(data: st.DataObject) -> None:
    issue = data.draw(_issues())
    made = data.draw(st.lists(corrections(issue), min_size=1, max_size=6))
    corrected = apply_corrections(issue, made)
    check_issue(corrected)
    assert corrected.pages == issue.pages
    assert apply_corrections(issue, made) == corrected


@given(st.data())
@settings(_SETTINGS, max_examples=60)
def test_nothing_is_lost_of_the_sample_page(data: st.DataObject) -> None:
    issue = make_issue()
    corrected = apply_corrections(issue, data.draw(st.lists(corrections(issue), min_size=1, max_size=8)))
    check_issue(corrected)
    for article in corrected.articles:
        check_headings_first(article)


@given(st.data())
@_SETTINGS
def test_every_line_is_found_by_its_own_anchor(data: st.DataObject) -> None:
    issue = data.draw(_issues())
    finder = LineFinder(issue.pages)
    for page in issue.pages:
        for line in finder.find_lines(page):
            anchor = finder.make_anchor(page, line.number)
            assert anchor is not None
            found = finder.find(anchor)
            assert found is not None and found.exact
            assert (found.page, found.line) == (page, line)


@given(st.data())
@settings(_SETTINGS, max_examples=30)
def test_lines_rebuilt_are_the_lines_as_first_built(data: st.DataObject) -> None:
    """Breaking a paragraph and joining it again gives the text that structure made."""
    issue = data.draw(_issues())
    finder = LineFinder(issue.pages)
    for article in issue.articles:
        for part in article.parts:
            if part.kind is PartKind.PARAGRAPH and len({(span.page, span.line) for span in part.spans}) > 1:
                page = issue.find_page(part.spans[1].page)
                assert page is not None
                anchor = finder.make_anchor(page, part.spans[1].line)
                assert anchor is not None
                _check_break_and_join(issue, Break(anchor))
                return


def _check_break_and_join(issue: Issue, correction: Break) -> None:
    broken = apply_corrections(issue, [correction])
    joined = apply_corrections(issue, [correction, Join(correction.at)])
    assert sum(len(a.parts) for a in broken.articles) == sum(len(a.parts) for a in issue.articles) + 1
    assert [a.parts for a in joined.articles] == [a.parts for a in issue.articles]


def test_no_corrections_change_nothing() -> None:
    issue = make_issue()
    assert apply_corrections(issue, ()) is issue


@given(st.data())
@settings(_SETTINGS, max_examples=40)
def test_history_goes_back_and_forth(data: st.DataObject) -> None:
    issue = make_issue()
    done = Corrections()
    steps = [done]
    for correction in data.draw(st.lists(corrections(issue), max_size=5)):
        done = done.add(correction)
        steps.append(done)
    for step in reversed(steps):
        assert done.items == step.items
        done = done.undo()
    assert done.items == ()
    for step in steps:
        assert done.items == step.items
        done = done.redo()
    assert done.undo().add(Split(data.draw(corrections(issue)).at)).undone == ()


def test_an_untouched_article_is_the_same() -> None:
    issue = make_issue()
    finder = LineFinder(issue.pages)
    anchor = finder.make_anchor(issue.pages[0], 7)
    assert anchor is not None
    corrected = apply_corrections(issue, [Split(anchor)])
    assert corrected.articles[1].id == "a2"
    assert corrected.articles[2] == replace(issue.articles[1], id="a3")
