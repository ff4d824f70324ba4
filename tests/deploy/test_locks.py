"""Each house is installed with what it imports and nothing else, in the versions that the suite tests."""

import ast
import importlib.metadata
import re
import sys

import pytest

from contracts.catalogue import HOUSES
from ops.places import CHECKOUT

LOCKS = CHECKOUT / "requirements"
OURS = {"contracts", "engines", "plumbing", "services", "gateway"}
NEEDED_UNSEEN = {"tzdata", "greenlet", "defusedxml", "govuk-frontend-jinja"}
"""Days of the world for zoneinfo; what eventlet switches by, at one version; what openpyxl reads XML by, if it can;
the templates on which ours stand."""
OWN_ROOMS = {**{house: f"services/{house}" for house in HOUSES}, "gateway": "gateway"}
HOUSE = pytest.mark.parametrize("house", OWN_ROOMS)


def plain(name):
    return re.sub(r"[-_.]+", "-", name).lower()


DISTRIBUTIONS = {
    module: {plain(name) for name in names} for module, names in importlib.metadata.packages_distributions().items()
}


def named(file):
    """Return the packages that a list names, and those of the lists it includes."""
    found = set()
    for line in (LOCKS / file).read_text().splitlines():
        if line.startswith("-r "):
            found |= named(line.removeprefix("-r "))
        elif line and not line.startswith("#"):
            found.add(plain(re.match(r"[\w.-]+", line).group()))
    return found


def imported(*rooms):
    """Return the packages from which the files of these rooms import."""
    modules = set()
    for room in rooms:
        for path in (CHECKOUT / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Import):
                    modules |= {alias.name for alias in node.names}
                elif isinstance(node, ast.ImportFrom):
                    modules.add(node.module)
    tops = {module.partition(".")[0] for module in modules} - OURS - set(sys.stdlib_module_names) - {"_typeshed"}
    return set().union(*(DISTRIBUTIONS[top] for top in tops)) if tops else set()


def pinned(file):
    return dict(re.findall(r"^([\w.-]+)==(\S+)", (LOCKS / file).read_text(), re.MULTILINE))


@HOUSE
def test_what_a_house_imports_itself_is_named_in_its_list(house):
    assert imported(OWN_ROOMS[house]) - named(f"{house}.in") == set()


@pytest.mark.parametrize("house", HOUSES)
def test_what_every_house_imports_is_named_in_their_common_list(house):
    assert imported("contracts", "engines", "plumbing") - named("service.in") == set()
    assert named("service.in") <= named(f"{house}.in")


@HOUSE
def test_a_house_is_given_nothing_that_neither_it_nor_what_all_share_imports(house):
    used = imported(OWN_ROOMS[house], "contracts", "engines", "plumbing") | NEEDED_UNSEEN
    assert named(f"{house}.in") - used == set()


@HOUSE
def test_a_lock_holds_what_its_list_names_in_the_versions_that_are_tested(house):
    lock, tested = pinned(f"{house}.txt"), pinned("dev.txt")
    assert named(f"{house}.in") <= {plain(name) for name in lock}
    assert {name: version for name, version in lock.items() if tested.get(name) != version} == {}


@HOUSE
def test_everything_in_a_lock_is_known_by_its_hashes(house):
    entries = re.split(r"^(?=[\w.-]+==)", (LOCKS / f"{house}.txt").read_text(), flags=re.MULTILINE)[1:]
    assert [entry.partition(" ")[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_every_house_has_its_lock_made_again_with_the_others():
    [locked] = re.findall(r"^locked = (.*)$", (CHECKOUT / "Makefile").read_text(), re.MULTILINE)
    assert set(locked.split()) == {*OWN_ROOMS, "ops"}
