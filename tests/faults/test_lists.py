"""The lists of planted faults are whole: every guard is in them, and every fault still fits the code."""

import ast
import shutil
import tomllib

from ops.places import CHECKOUT
from tests.faults.fault import Fault, FaultOutdated, planted
from tests.faults.guard import TOOLS

GUARDS = ("tests/architecture", "tests/contracts")
FAULTS = planted()
RED = {fault.red.partition("[")[0] for fault in FAULTS}
SETTINGS = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]


def guards_in(path):
    """Return the names of the tests of a file, as pytest calls them."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    names = [node.name for node in nodes if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")]
    return {f"{path.relative_to(CHECKOUT)}::{name}" for name in names}


def test_every_guard_test_is_seen_red_by_some_fault():
    guards = {test for folder in GUARDS for path in (CHECKOUT / folder).glob("test_*.py") for test in guards_in(path)}
    assert sorted(guards - RED) == []


def test_every_import_contract_is_seen_red_by_some_fault():
    contracts = {f"lint-imports {contract['id']}" for contract in SETTINGS["importlinter"]["contracts"]}
    assert sorted(contracts - RED) == []


def test_every_ban_of_the_linter_is_seen_red_by_some_fault():
    said = {words for fault in FAULTS if fault.red == "ruff TID251" for words in fault.says}
    banned = SETTINGS["ruff"]["lint"]["flake8-tidy-imports"]["banned-api"]
    assert [name for name in banned if f"`{name}` is banned" not in said] == []


def test_every_fault_names_a_guard_that_exists():
    assert [fault.wrong for fault in FAULTS if not exists(fault.red)] == []


def exists(guard):
    if not guard.startswith("tests/"):
        return guard.partition(" ")[0] in TOOLS
    name, _, test = guard.partition("[")[0].partition("::")
    return (CHECKOUT / name).is_file() and (not test or f"{name}::{test}" in guards_in(CHECKOUT / name))


def test_every_fault_says_what_a_developer_must_be_told():
    assert [fault.wrong for fault in FAULTS if not all(fault.says) or not fault.says] == []


def test_every_fault_still_fits_the_code(tmp_path):
    outdated = [problem for fault in FAULTS if (problem := misfit(fault, tmp_path))]
    assert outdated == []


def misfit(fault: Fault, folder):
    """Return why a fault cannot be planted into a copy of its file; None when it can."""
    (folder / fault.file).parent.mkdir(parents=True, exist_ok=True)
    (folder / fault.file).unlink(missing_ok=True)
    if (CHECKOUT / fault.file).is_file():
        shutil.copy2(CHECKOUT / fault.file, folder / fault.file)
    try:
        fault.spoil(folder)
    except FaultOutdated as problem:
        return str(problem)
    return None
