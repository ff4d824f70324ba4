"""The rush: 200 families for 20 places of a club and 60 of basic care, decided at once in two processes (E10)."""

import os
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from random import Random

import pytest
from sqlalchemy.exc import DBAPIError

from contracts.enrolment.application import ListApplications, WithdrawApplication
from contracts.enrolment.approval import Decide, Decision
from contracts.enrolment.place import PlaceGiven, PlaceState, PlaceWaiting
from contracts.errors import Conflict
from plumbing import trouble
from plumbing.caller import Caller
from plumbing.database import Database
from plumbing.house import House
from plumbing.ids import new_id
from services.enrolment.application.decision import decide
from services.enrolment.application.reading import read_page
from services.enrolment.application.withdrawal import withdraw
from services.enrolment.store import EnrolmentUnit
from tests.store.enrolment import cast
from tests.store.enrolment.real import RealStore
from tests.store.enrolment.stage import Stage

pytestmark = pytest.mark.servers
FAMILIES, CLUB_PLACES, CARE_PLACES, PROCESSES, THREADS, TRIES = 200, 20, 60, 2, 8, 10


def command_all(url, commands):
    """Run in a process of its own: carry out these commands on a pool of threads; return the process's number.

    A command that came too late is refused by what stands, and that is an answer too. Whoever was kept waiting so long
    that they were sent away asks again by the same key, as the gateway lets them.
    """
    database = Database(url)
    house = House(service="enrolment", unit=EnrolmentUnit, database=database)

    def command(order):
        use_case, ask, actor = order
        caller = Caller(actor=actor, call="rush", request_id="rush", key=new_id())
        with suppress(Conflict):
            assert any(answered(use_case, ask, caller) for _ in range(TRIES))

    def answered(use_case, ask, caller):
        try:
            house.command(use_case, ask, caller)
        except DBAPIError as problem:
            if not trouble.passes(problem):
                raise
            return False
        return True

    with ThreadPoolExecutor(THREADS) as threads:
        list(threads.map(command, commands))
    database.engine.dispose()
    return os.getpid()


class Rush:
    """A club and a care that everybody wants, and what becomes of each family."""

    def __init__(self, url, stage, families):
        self.url, self.stage = url, stage
        self.wanted = (
            self.stage.offer(cast.club(capacity=CLUB_PLACES)), self.stage.offer(cast.care(capacity=CARE_PLACES))
        )
        self.families = {}
        for _ in range(families):
            guardian = self.stage.family()
            application = self.stage.apply(guardian, care=(1, 5), club=self.wanted[0].offering_id)
            self.families[application.application_id] = guardian

    def at_once(self, commands):
        """Carry out the commands in two processes at once."""
        with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as processes:
            shares = [(self.url, commands[number::PROCESSES]) for number in range(PROCESSES)]
            assert len(set(processes.map(command_all, *zip(*shares, strict=True)))) == PROCESSES

    def approvals(self):
        """Return the head teacher's approval of everybody."""
        return [
            (decide, Decide(application_id=application_id, decision=Decision.APPROVE), self.stage.head)
            for application_id in self.families
        ]

    def withdrawals(self, application_ids):
        """Return these families' withdrawals."""
        return [
            (withdraw, WithdrawApplication(application_id=application_id), self.families[application_id])
            for application_id in application_ids
        ]

    def stands(self, offering):
        """Return who has a place, and who waits, in order: positions 1, 2, 3, with no hole and nobody twice."""
        seated, line = set(), {}
        for application in self._applications():
            place = next(p for p in application.places if p.offering_id == offering.offering_id)
            if place.state is PlaceState.GIVEN:
                seated.add(application.application_id)
            if place.state is PlaceState.WAITING:
                assert line.setdefault(place.line_position, application.application_id) == application.application_id
        assert sorted(line) == list(range(1, len(line) + 1))
        taken, given, capacity = self.stage.store.counted(offering.offering_id)
        assert taken == given == len(seated) <= capacity
        assert not line or taken == capacity, "nobody waits beside a free place"
        return seated, [line[position] for position in sorted(line)]

    def told(self, kind, offering):
        """Return each application that was told this of the offering, as often as it was."""
        news = (n for n in self.stage.store.news() if isinstance(n, kind) and n.offering_id == offering.offering_id)
        return sorted(n.application_id for n in news)

    def _applications(self):
        last = None
        while page := self.stage.ask(read_page, ListApplications(before=last), self.stage.head).applications:
            yield from page
            last = page[-1].application_id


@pytest.fixture
def rush(database_of):
    """Return how so many families come to want the same."""
    database = database_of("enrolment")
    inspector = Database(database.url("enrolment_owner"), pool_size=1)
    house = House(service="enrolment", unit=EnrolmentUnit, database=Database(database.url("enrolment")))
    yield lambda families: Rush(database.url("enrolment"), Stage(RealStore(house, inspector)), families)
    inspector.engine.dispose()
    house.database.engine.dispose()


def test_two_hundred_families_never_take_more_places_than_there_are_and_the_next_in_line_moves_up(rush):
    rush = rush(FAMILIES)
    rush.at_once(rush.approvals())
    before = [rush.stands(offering) for offering in rush.wanted]
    for offering, (seated, line) in zip(rush.wanted, before, strict=True):
        assert (len(seated), len(line)) == (offering.capacity, FAMILIES - offering.capacity)
        assert rush.told(PlaceGiven, offering) == sorted(seated)
        assert rush.told(PlaceWaiting, offering) == sorted(line)

    leavers = {*sorted(rush.families)[::8], *before[0][1][:5]}
    rush.at_once(rush.withdrawals(sorted(leavers)))
    for offering, (seated, line) in zip(rush.wanted, before, strict=True):
        staying, freed = [family for family in line if family not in leavers], len(seated & leavers)
        assert rush.stands(offering) == (seated - leavers | set(staying[:freed]), staying[freed:])
        told = rush.told(PlaceGiven, offering)
        assert len(told) == len(set(told)), "nobody is told twice of one place"
        assert set(told) - leavers == seated - leavers | set(staying[:freed])


def test_families_who_withdraw_while_others_are_decided_leave_no_place_empty_and_nobody_behind(rush):
    rush = rush(80)
    leavers = list(rush.families)[::2]
    commands = [*rush.approvals(), *rush.withdrawals(leavers)]
    Random(20261122).shuffle(commands)
    rush.at_once(commands)
    for offering in rush.wanted:
        seated, line = rush.stands(offering)
        assert seated | set(line) == set(rush.families) - set(leavers)
        assert len(seated) == min(offering.capacity, len(rush.families) - len(leavers))
