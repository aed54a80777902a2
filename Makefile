# Every check and every generated file has its target here; CI calls the same.
PYTHON ?= python
.PHONY: check static format format-check lint types imports test bench screenshots tables languages

check: static test

# All that is known without running the program.
static: format-check lint types imports

format:
	$(PYTHON) -m ruff format .
	$(PYTHON) -m ruff check --fix .

format-check:
	$(PYTHON) -m ruff format --check .

lint:
	$(PYTHON) -m ruff check .

types:
	$(PYTHON) -m mypy

imports:
	$(PYTHON) -c "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"

test:
	$(PYTHON) -m pytest

bench:
	$(PYTHON) -m benchmarks

screenshots:
	$(PYTHON) -m scripts.screenshots

tables:
	$(PYTHON) -m scripts.make_fold_table

# Takes the interface's messages out of the code, and compiles the catalogues of translations.
languages:
	$(PYTHON) -m scripts.languages
