"""What each room may know: engines and domain the standard library, contracts marshmallow, use cases both alone."""

import ast
import sys

import pytest

from tests.architecture.code import ROOT, nodes_of

KNOWS = {
    "contracts": {"contracts", "marshmallow"},
    "engines": {"engines"},
    "services/*/domain": {"engines", "services"},
    "services/*/application": {"contracts", "engines", "services"},
}


def imported(path):
    for node in nodes_of(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module if node.level == 0 else "a neighbour by its relative name"


@pytest.mark.parametrize("room", KNOWS)
def test_a_room_knows_the_standard_library_and_what_the_map_says(room):
    files = [path for folder in ROOT.glob(room) for path in folder.rglob("*.py")]
    assert files
    known = KNOWS[room] | sys.stdlib_module_names
    strange = [
        f"{path.relative_to(ROOT)}: {name}" for path in files for name in imported(path)
        if name.partition(".")[0] not in known
    ]
    assert strange == []
