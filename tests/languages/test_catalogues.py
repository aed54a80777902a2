"""The catalogues are complete, alive, well made, and compiled as they stand."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from reader.hanzi._script_table import SIMPLIFIED_ONLY, TRADITIONAL_ONLY
from scripts.languages import (
    CONVERTED,
    SIMPLIFIED,
    TRADITIONAL,
    fill_traditional,
    find_catalogue,
    find_messages,
    to_traditional,
)
from scripts.po_files import Entry, compile_catalogue, read_catalogue, write_catalogue

LANGUAGES = [SIMPLIFIED, TRADITIONAL]
UPDATE = "python -m scripts.languages brings the catalogues up to date"

CATALOGUES = {language: read_catalogue(find_catalogue(language)) for language in LANGUAGES}
MESSAGES = find_messages()


def find_fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", LANGUAGES)
class TestCatalogue:
    def test_has_the_messages_of_the_code_and_no_others(self, language: str) -> None:
        assert [entry.key for entry in CATALOGUES[language]] == [entry.key for entry in MESSAGES], UPDATE

    def test_translates_every_message(self, language: str) -> None:
        assert [entry.message for entry in CATALOGUES[language] if not entry.translation.strip()] == [], UPDATE

    def test_keeps_the_fields(self, language: str) -> None:
        for entry in CATALOGUES[language]:
            fields = find_fields(entry.plural or entry.message)
            if fields:
                assert find_fields(entry.translation) == fields, entry.message

    def test_has_no_doubtful_entry(self, language: str) -> None:
        allowed = [(), (CONVERTED,)] if language == TRADITIONAL else [()]
        assert [entry.message for entry in CATALOGUES[language] if entry.flags not in allowed] == []

    def test_keeps_blanks_at_the_ends(self, language: str) -> None:
        ends = re.compile(r"^\s+|\s+$")
        for entry in filter(lambda entry: entry.message not in (", ", "Usage: "), CATALOGUES[language]):
            assert ends.findall(entry.translation) == ends.findall(entry.message), entry.message

    def test_is_compiled_as_it_stands(self, language: str) -> None:
        compiled = find_catalogue(language).with_suffix(".mo").read_bytes()
        assert compiled == compile_catalogue(language, CATALOGUES[language]), UPDATE


@pytest.mark.parametrize(("language", "others"), [(SIMPLIFIED, TRADITIONAL_ONLY), (TRADITIONAL, SIMPLIFIED_ONLY)])
def test_each_is_in_one_script(language: str, others: str) -> None:
    assert [entry.translation for entry in CATALOGUES[language] if set(entry.translation) & set(others)] == []


def test_what_is_made_by_conversion_is_made_anew() -> None:
    pytest.importorskip("opencc")
    simplified = {entry.key: entry.translation for entry in CATALOGUES[SIMPLIFIED]}
    assert fill_traditional(CATALOGUES[TRADITIONAL], simplified) == CATALOGUES[TRADITIONAL], UPDATE


def test_traditional_has_its_own_quotation_marks_and_words() -> None:
    pytest.importorskip("opencc")
    assert to_traditional("“{name}”不是文件，按 q 退出") == "「{name}」不是檔案，按 q 離開"


def test_a_catalogue_is_read_as_it_was_written(tmp_path_factory: pytest.TempPathFactory) -> None:
    entries = (
        Entry('one "quoted" \\ word', translation="一", files=("a.py", "b.py")),
        Entry("two\n\nlines\n", translation="二\n\n行\n", flags=("opencc",)),
        Entry("{count} page", "{count} pages", "{count} 版"),
        Entry("# no comment", translation="\t＃"),
    )
    path = tmp_path_factory.mktemp("catalogue") / "dubao.po"
    write_catalogue(path, "zh_Hans", entries)
    assert read_catalogue(path) == entries
