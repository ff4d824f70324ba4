"""A house runs from its image alone: its own room, what all share, the packages of its lock, as a user without powers.

Built and run without a container engine, by the steps of the Dockerfile. One house in every run of the suite, every
house with `make deploy-check`.
"""

import os

import pytest

from contracts.actor import Actor, Grant, Role
from contracts.catalogue import HOUSES
from contracts.directory.people import NAMES, NamesWanted
from contracts.enrolment.offering import OFFERINGS, ListOfferings
from contracts.errors import NotFound
from contracts.homework.assignment import MINE, ListMine
from contracts.notify.message import INBOX, ReadInbox
from contracts.rulebook.norms import RULES, ReadRules
from plumbing import clock, ids

pytestmark = pytest.mark.servers
IN_EVERY_RUN = "homework"
QUESTIONS = {
    "directory": (NAMES, NamesWanted()),
    "rulebook": (RULES, ReadRules(on=clock.today())),
    "homework": (MINE, ListMine()),
    "enrolment": (OFFERINGS, ListOfferings(pupil_id=ids.new_id())),
    "notify": (INBOX, ReadInbox()),
}


def only_now_and_then(house):
    return house if house == IN_EVERY_RUN else pytest.param(house, marks=pytest.mark.images)


@pytest.fixture(scope="module", params=[only_now_and_then(house) for house in HOUSES])
def house(request):
    return request.param


@pytest.fixture(scope="module")
def image(build, house):
    return build(HOUSE=house)


@pytest.fixture(scope="module")
def here(site, house):
    return site(house)


@pytest.fixture(scope="module")
def migrated(here, house, image):
    container = here.container(f"{house}-migrate", image)
    assert container.wait() == 0, container.log.read_text()
    return here


@pytest.fixture
def containers(migrated, house, image):
    """The house's lasting containers, all healthy."""
    started = [migrated.container(name, image) for name in (house, f"{house}-relay", f"{house}-worker")]
    return [container.becomes_healthy() for container in started]


def test_an_image_holds_its_own_house_and_no_other(image, house):
    assert sorted(os.listdir(image.home)) == ["contracts", "engines", "plumbing", "services"]
    assert os.listdir(image.home / "services") == [house]


def test_everything_in_an_image_is_compiled_already(image):
    sources = {path for path in image.root.rglob("*.py") if "packages" not in path.parts}
    compiled = {path.parent.parent / f"{path.name.partition('.')[0]}.py" for path in image.home.rglob("*.pyc")}
    assert sources and sources == compiled


def test_a_house_answers_and_leaves_in_order_from_nothing_but_its_image(containers, migrated, house, image):
    question, ask = QUESTIONS[house]
    both = (Grant(role=Role.GUARDIAN), Grant(role=Role.TEACHER))
    someone = Actor(person_id=ids.new_id(), district_id=ids.new_id(), school_id=ids.new_id(), grants=both)
    try:
        assert isinstance(migrated.client.call(question, ask, someone, request_id="r"), question.answer)
    except NotFound:
        assert house == "enrolment"  # which has looked, and has no such child
    assert [container.stop() for container in containers] == [0, 0, 0], [c.log.read_text() for c in containers]


def test_a_process_cannot_write_into_its_image(migrated, house, image):
    container = migrated.container(f"{house}-migrate", image)
    assert container.wait() == 0
    for place in (".", "contracts", "/packages"):
        where = str(image.inside(place)) if place.startswith("/") else place
        assert container.run("python", "-c", f"open({where!r} + '/new', 'w')") != 0
    assert container.run("python", "-c", "import tempfile; tempfile.TemporaryFile()") == 0
