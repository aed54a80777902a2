# Every check and every generated file has its target here; CI calls the same.
PYTHON ?= python
.PHONY: check format format-check lint types imports test bench screenshots tables

check: format-check lint types imports test

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
	lint-imports

test:
	$(PYTHON) -m pytest

bench:
	$(PYTHON) -m benchmarks

screenshots:
	$(PYTHON) -m scripts.screenshots

tables:
	$(PYTHON) -m scripts.make_fold_table
