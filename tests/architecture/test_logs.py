"""Nobody's name travels in a log: a line has kinds, places, ids and codes, never the words of an error."""

import ast
import json
import subprocess
import sys

import pytest

from tests.architecture.code import ROOMS, ROOT, modules_in, nodes_of

LEVELS = {"debug", "info", "warning", "error", "critical", "exception", "fatal", "log", "msg"}


def modules():
    """Yield (path, nodes) of every module of the code."""
    for path in modules_in(*ROOMS):
        yield path.relative_to(ROOT), nodes_of(path)


def log_calls(nodes):
    return [node for node in nodes if isinstance(node, ast.Call) and is_log(node.func)]


def is_log(function):
    return isinstance(function, ast.Attribute) and function.attr in LEVELS and "log" in ast.unparse(function.value)


def lines():
    """Yield (place, call) wherever the code writes a log line."""
    for path, nodes in modules():
        yield from ((f"{path}:{call.lineno}", call) for call in log_calls(nodes))


def test_the_search_finds_the_lines_there_are():
    assert len(list(lines())) > 10


def test_a_log_line_is_named_by_a_constant():
    spoken = [place for place, call in lines() if not (call.args and isinstance(call.args[0], ast.Constant))]
    assert spoken == []


def words_of(value):
    """Say whether this could be the text of something: an f-string, a str(), a repr(), a format()."""
    return any(
        isinstance(part, ast.JoinedStr)
        or (isinstance(part, ast.Call) and ast.unparse(part.func).rpartition(".")[2] in {"str", "repr", "format"})
        or (isinstance(part, ast.Attribute) and part.attr == "args")
        for part in ast.walk(value)
    )


def test_a_log_line_never_holds_text_made_of_something():
    made = [f"{place} {given.arg}" for place, call in lines() for given in call.keywords if words_of(given.value)]
    assert made == []


def test_a_log_line_gets_an_error_only_to_tell_its_kind_and_place():
    given_whole = [
        f"{path}:{call.lineno} {given.arg}"
        for path, nodes in modules() for handler in nodes if isinstance(handler, ast.ExceptHandler)
        for call in log_calls(ast.walk(handler)) for given in call.keywords
        if given.arg != "exc_info" and ast.unparse(given.value) == handler.name
    ]
    assert given_whole == []


PROGRAM = """
import logging, structlog
from plumbing import logs

logs.configure("probe")
try:
    raise ValueError("李小明 13800000000")
except ValueError:
    structlog.get_logger("ours").error("ours", exc_info=True)
    logging.getLogger("library").exception("theirs")
raise RuntimeError("李小明 13800000000")
"""


@pytest.fixture(scope="module")
def written():
    """What a process writes that meets errors in every way there is."""
    ran = subprocess.run([sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, check=False)
    return ran.stderr


def test_an_error_is_logged_by_its_kind_and_place(written):
    told = [json.loads(line) for line in written.splitlines()]
    assert [line["exception"] for line in told] == ["builtins.ValueError"] * 2 + ["builtins.RuntimeError"]
    assert all("<string>" in line["where"][-1] for line in told)


def test_no_word_of_an_error_stands_in_the_log(written):
    assert "李小明" not in written and "13800000000" not in written
