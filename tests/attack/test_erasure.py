"""A child that has been erased is nowhere: not in a table, a queue, a log or a file; and what stays leads to nobody."""

import pytest

from ops.running import wait_for
from tests.attack.leaving_family import CHOSEN, SECONDS, LeavingFamily
from tests.attack.search import Search
from tests.attack.visitor import Visitor

BEFORE = {
    "directory.pupil", "directory.person", "directory.roster", "directory.job_piece", "enrolment.application",
    "enrolment.approval_history", "enrolment.idempotency",
}
"""Where names stand while the child is here: in directory, and where a head teacher has written one."""

OF_IDS = {
    "directory.erasure", "enrolment.pupil", "enrolment.guardianship", "notify.pupil", "notify.guardianship",
    *(f"{house}.{table}" for house in ("directory", "enrolment", "notify") for table in ("audit", "outbox", "stream")),
}
"""Where the child's number stays: who saw what and who erased it (the law asks for that), events for thirty days, and,
in houses that heard of it, that nothing older may bring it back."""


@pytest.fixture(scope="module")
def family(house_up, tmp_path_factory):
    """The family, gone; `before` is where it was found."""
    family = LeavingFamily(house_up, tmp_path_factory.mktemp("leaving"))
    family.comes()
    family.lives()
    family.before = Search(house_up).tables(family.words)
    family.leaves()
    return family


@pytest.fixture(scope="module")
def search(house_up, family):
    """Every house has heard of it."""
    search = Search(house_up)
    assert wait_for(lambda: search.tables({family.pupil_id}) <= OF_IDS, SECONDS), search.tables({family.pupil_id})
    return search


def test_the_search_finds_what_is_there(family):
    assert family.before >= BEFORE


def test_no_table_of_any_house_knows_the_family_by_name_or_number(search, family):
    assert search.tables(family.words) == set()


def test_what_stays_of_the_child_and_its_mother_is_an_id_on_record(search, family):
    assert search.tables({family.pupil_id}) <= OF_IDS
    assert search.tables({family.mother_id}) <= OF_IDS | {"notify.idempotency"}, "her own receipt, for seven days"


def test_no_queue_says_a_word_of_it(search, family):
    assert search.queues(family.words) == set()


def test_no_file_and_no_log_says_a_word_of_it(search, family):
    assert search.files(family.words) == set()


def test_the_mother_can_sign_in_no_more_and_her_session_is_over(search, family):
    known = Visitor(family.house.address).program(
        "POST", "/api/v1/session", {"login": family.phone, "password": CHOSEN}
    )
    assert known.status == 401
    assert wait_for(lambda: family.guardian.program("GET", "/api/v1/session").status == 401, SECONDS)


def test_the_office_finds_nothing_of_it_but_the_free_place(search, family):
    assert family.office.program("GET", f"/api/v1/classes/{family.class_id}/pupils").json["pupils"] == []
    assert family.office.program("GET", f"/api/v1/pupils/{family.pupil_id}/readers").status == 404
    assert family.head.program("GET", "/api/v1/applications").json["applications"] == []
