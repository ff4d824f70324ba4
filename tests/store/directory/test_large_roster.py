"""A large school's roster is checked while people wait, and taken in at one stroke."""

import time

import pytest

from tests.bench.large_roster import large_roster
from tests.bench.roster import checked
from tests.store.directory.office import Office
from tests.store.directory.test_rosters import database, house, worker  # noqa: F401

ROWS, SECONDS = 5_000, 10


def test_five_thousand_rows_go_through_the_worker_within_its_limits(house, worker):  # noqa: F811
    office = Office(house)
    found = office.checks(large_roster(ROWS))
    assert (found.result.counts["new"], found.result.counts["bad"]) == (4_950, 50)
    assert office.takes_in(found).take_in.state == "done"


@pytest.mark.servers
def test_a_check_of_five_thousand_rows_is_less_than_ten_seconds_of_work():
    content = large_roster(ROWS)
    begun = time.process_time()
    checked(content)
    assert time.process_time() - begun < SECONDS
