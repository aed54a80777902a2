"""What the documents tell people to type is what is checked."""

import re
import tomllib
from pathlib import Path

from reader.library import find_samples

ROOT = Path(__file__).parents[1]


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_ci_runs_the_test_command_of_the_readme() -> None:
    [command] = [line.strip() for line in read("README.md").splitlines() if line.strip().endswith("-m pytest")]
    assert [step for step in command.split(" && ") if step not in read(".ci/run").splitlines()] == []


def test_ci_runs_the_rest_of_make_check() -> None:
    assert "check: static test" in read("Makefile").splitlines()
    assert "make static PYTHON=.venv/bin/python" in read(".ci/run").splitlines()


def test_workflow_tries_every_version_that_the_project_names() -> None:
    classifiers = tomllib.loads(read("pyproject.toml"))["project"]["classifiers"]
    versions = [line.rpartition(" ")[2] for line in classifiers if "Python :: 3." in line]
    assert f"python: {versions}".replace("'", '"') in read(".github/workflows/check.yml")


def test_readme_opens_samples_that_exist() -> None:
    named = set(re.findall(r"--sample (\w+)", read("README.md")))
    assert named
    assert named <= {sample.name for sample in find_samples()}
