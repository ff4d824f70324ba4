"""The table of OWASP ASVS 5.0 is whole: each requirement of levels 1 and 2 has its test, or a written reason."""

import ast
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
TABLE = CHECKOUT / "docs" / "security" / "asvs.tsv"
REQUIRED = {"1": 70, "2": 183}
"""How many requirements the standard has at each level."""
HEAD = ["requirement", "level", "about", "how", "where"]


@pytest.fixture(scope="module")
def table():
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert lines[0].split("\t") == HEAD
    return [dict(zip(HEAD, line.split("\t"), strict=True)) for line in lines[1:]]


@cache
def every_test_of(path):
    tree = ast.parse((CHECKOUT / path).read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_no_requirement_is_left_out_and_none_is_told_twice(table):
    assert Counter(row["level"] for row in table) == REQUIRED
    assert len({row["requirement"] for row in table}) == len(table)


def test_every_test_that_is_named_exists(table):
    for row in table:
        for named in row["where"].split() if row["how"] == "test" else ():
            path, _, name = named.partition("::")
            assert (CHECKOUT / path).is_file() and name in every_test_of(path), (row["requirement"], named)


def test_what_has_no_test_says_why_or_what_is_missing(table):
    assert {row["how"] for row in table} <= {"test", "reason", "not yet"}
    assert not [row["requirement"] for row in table if not row["where"].strip()]
