"""A job exists if its command does, is done once or failed with a reason, whatever is killed meanwhile."""

import os
import signal
from dataclasses import replace

import pytest

from contracts.actor import Actor
from contracts.errors import NotFound, RuleRefused
from contracts.job import CancelJob, ReadJob
from ops.identity import identity
from plumbing import ids
from plumbing.caller import Caller
from plumbing.database import Database
from plumbing.house import House
from plumbing.jobs.calls import cancel_job, read_job
from plumbing.unit import Unit
from tests.plumbing.jobbing import AskForChore, Chore, ShortChore, ask_for_chore
from tests.plumbing.workshop import wait_for

ENDS = ("done", "failed", "cancelled")


@pytest.fixture
def house(workshop):
    database = Database(workshop.house_database.url("notify"))
    yield House(service="notify", unit=Unit, database=database)
    database.engine.dispose()


class Asking:
    """A person who asks for jobs and looks how far they are."""

    def __init__(self, house, actor, workshop):
        self._house, self.actor, self._workshop = house, actor, workshop

    def asks(self, does, kind=Chore, **given):
        """Ask for a job; return its id."""
        ask = kind(does=does, about=ids.new_id())
        return self._house.change(lambda unit, ask: unit.ask_job(ask, **given), ask, self.caller)

    @property
    def caller(self):
        return Caller(actor=self.actor, call="notify.ask", request_id="request-7")

    def sees(self, job_id):
        return self._house.query(read_job, ReadJob(job_id=job_id), self.caller)

    def cancels(self, job_id):
        return self._house.change(cancel_job, CancelJob(job_id=job_id), self.caller)

    def comes_to_see(self, job_id, *states):
        def there():
            seen = self.sees(job_id)
            return seen if seen.state in states else None

        return wait_for(there, f"the job to be {states}")

    def comes_to_an_end(self, job_id):
        return self.comes_to_see(job_id, *ENDS)


@pytest.fixture
def person(house, guardian, workshop):
    return Asking(house, guardian, workshop)


def pids(workshop, name="begun"):
    """Return the processes that left a mark."""
    mark = workshop.folder / name
    return [int(line) for line in mark.read_text().split()] if mark.exists() else []


def comes_to_begin(workshop, times=1):
    return wait_for(lambda: len(found := pids(workshop)) >= times and found[-1], f"attempt {times}")


def lets_go(workshop):
    (workshop.folder / "go").touch()


def alive(pid):
    """Say whether the process still runs; one that has ended and is not yet fetched by its parent does not."""
    return identity(pid) is not None


def test_a_job_is_done_and_its_progress_and_effect_are_seen(workshop, person):
    workshop.worker()
    seen = person.comes_to_an_end(person.asks("counts"))
    assert (seen.state, seen.steps_done, seen.steps_total, seen.words) == ("done", 10, 10, "")
    assert len(workshop.effects()) == 1


def test_a_job_that_is_asked_for_by_a_command_exists_once_for_its_key(workshop, house, person):
    caller = replace(person.caller, key="k")
    ask = AskForChore(does="counts", about=ids.new_id())
    first = house.command(ask_for_chore, ask, caller)
    assert house.command(ask_for_chore, ask, caller) == first
    assert workshop.database.value("SELECT count(*) FROM job") == 1


def test_a_job_whose_command_is_refused_does_not_exist(workshop, house, person):
    def refuse(unit, ask):
        ask_for_chore(unit, ask)
        raise RuleRefused

    with pytest.raises(RuleRefused):
        house.command(refuse, AskForChore(does="counts", about=ids.new_id()), replace(person.caller, key="k"))
    assert workshop.database.value("SELECT count(*) FROM job") == 0


def test_a_refusal_is_said_in_its_own_words_and_leaves_no_effect(workshop, person):
    workshop.worker()
    seen = person.comes_to_an_end(person.asks("refuses"))
    assert (seen.state, seen.code, seen.words) == ("failed", "rule_refused", "第 3 行的学号重复了。")
    assert seen.details == {"row": 3}
    assert workshop.effects() == []


def test_of_a_bug_a_person_is_told_a_number_and_the_log_no_words(workshop, person):
    worker = workshop.worker()
    seen = person.comes_to_an_end(person.asks("raises"))
    assert (seen.state, seen.code) == ("failed", "fault")
    assert "编号 request-7" in seen.words
    assert "KeyError" in worker.log.read_text()
    assert "王小明" not in worker.log.read_text()


def test_nobody_sees_or_cancels_the_job_of_somebody_else(person, house, guardian, workshop):
    colleague = Actor(
        person_id=ids.new_id(), district_id=guardian.district_id, school_id=guardian.school_id, grants=guardian.grants
    )
    job_id, other = person.asks("counts"), Asking(house, colleague, workshop)
    for look in (other.sees, other.cancels):
        with pytest.raises(NotFound):
            look(job_id)
    assert person.sees(job_id).state == "queued"


def test_a_job_that_waits_is_cancelled_at_once_and_never_begins(workshop, person):
    job_id = person.asks("kills_itself")
    assert person.cancels(job_id).state == "cancelled"
    workshop.worker()
    assert person.comes_to_an_end(person.asks("counts")).state == "done"
    assert pids(workshop) == []


def test_a_job_that_runs_is_cancelled_and_its_process_ended(workshop, person):
    workshop.worker()
    job_id = person.asks("waits")
    child = comes_to_begin(workshop)
    assert person.cancels(job_id).state == "cancelled"
    wait_for(lambda: not alive(child), "the child to be ended", patience=3)
    lets_go(workshop)
    assert person.sees(job_id).state == "cancelled"
    assert workshop.effects() == []


def test_what_has_ended_cannot_be_cancelled(workshop, person):
    workshop.worker()
    job_id = person.asks("counts")
    person.comes_to_an_end(job_id)
    assert person.cancels(job_id).state == "done"


def test_a_killed_child_is_followed_by_another_and_the_effect_is_one(workshop, person):
    workshop.worker()
    job_id = person.asks("waits")
    os.kill(comes_to_begin(workshop), signal.SIGKILL)
    comes_to_begin(workshop, 2)
    lets_go(workshop)
    assert person.comes_to_an_end(job_id).state == "done"
    assert len(workshop.effects()) == 1


def test_a_killed_worker_takes_its_child_with_it_and_the_next_one_finishes_the_job(workshop, person):
    first = workshop.worker()
    job_id = person.asks("waits")
    child = comes_to_begin(workshop)
    first.kill()
    wait_for(lambda: not alive(child), "the child to end by itself", patience=5)
    workshop.worker()
    comes_to_begin(workshop, 2)
    lets_go(workshop)
    assert person.comes_to_an_end(job_id).state == "done"
    assert len(workshop.effects()) == 1


def test_a_worker_that_is_told_to_stop_puts_its_job_back_as_if_not_begun(workshop, person):
    first = workshop.worker(LEASE="60")
    job_id = person.asks("waits")
    comes_to_begin(workshop)
    assert first.terminate() == 0
    assert (person.sees(job_id).state, attempts(workshop, job_id)) == ("queued", 0)
    lets_go(workshop)
    workshop.worker()
    assert person.comes_to_an_end(job_id).state == "done"


def attempts(workshop, job_id):
    return workshop.database.value("SELECT attempts FROM job WHERE job_id = %s", job_id)


def test_a_worker_that_stood_still_beyond_its_lease_adds_nothing_to_what_the_next_one_did(workshop, person):
    first = workshop.worker()
    job_id = person.asks("changes_twice")
    child = comes_to_begin(workshop)
    for frozen in (first.process.pid, child):
        os.kill(frozen, signal.SIGSTOP)
    workshop.worker()
    comes_to_begin(workshop, 2)
    lets_go(workshop)
    assert person.comes_to_an_end(job_id).state == "done"
    assert len(workshop.effects()) == 3, "once before the freeze, twice by the second attempt"
    os.kill(child, signal.SIGCONT)
    wait_for(lambda: not alive(child), "the first child to end by itself")
    assert len(workshop.effects()) == 3
    assert person.sees(job_id).state == "done"
    os.kill(first.process.pid, signal.SIGCONT)


def test_a_job_that_dies_three_times_is_failed_and_says_whom_to_ask(workshop, person):
    workshop.worker()
    seen = person.comes_to_an_end(person.asks("kills_itself"))
    assert (seen.state, len(pids(workshop))) == ("failed", 3)
    assert "试了 3 次" in seen.words and "request-7" in seen.words


def test_a_job_whose_workers_died_three_times_is_failed_too(workshop, person):
    job_id = person.asks("counts")
    workshop.database.run("UPDATE job SET state = 'running', attempts = 3, held_until = now() - interval '1 second'")
    workshop.worker()
    assert "试了 3 次" in person.comes_to_an_end(job_id).words


def test_trouble_that_may_pass_is_tried_again(workshop, person):
    workshop.worker()
    seen = person.comes_to_an_end(person.asks("out_of_reach"))
    assert (seen.state, len(pids(workshop))) == ("failed", 3)


def test_a_broken_job_holds_up_no_other(workshop, person):
    workshop.worker()
    broken = [person.asks("kills_itself") for _ in range(4)]
    assert person.comes_to_an_end(person.asks("counts")).state == "done"
    assert {person.sees(job_id).state for job_id in broken} <= {"queued", "running"}, "the good one did not wait"


@pytest.mark.parametrize("does", ["spins", "dozes"])
def test_a_job_that_uses_up_its_time_is_failed_at_once(workshop, person, does):
    workshop.worker()
    job_id = person.asks(does, kind=ShortChore)
    seen = person.comes_to_an_end(job_id)
    assert (seen.state, seen.words) == ("failed", "处理超过了 1 秒，已经停下。请把内容分成几份再试。")
    assert attempts(workshop, job_id) == 1


def test_a_job_that_wants_too_much_memory_is_failed_at_once(workshop, person):
    workshop.worker()
    job_id = person.asks("eats")
    seen = person.comes_to_an_end(job_id)
    assert (seen.state, attempts(workshop, job_id)) == ("failed", 1)
    assert "内存超过了 512 MB" in seen.words


def test_two_workers_do_every_job_once(workshop, person):
    workshop.worker()
    workshop.worker()
    jobs = [person.asks("counts") for _ in range(8)]
    assert {person.comes_to_an_end(job_id).state for job_id in jobs} == {"done"}
    assert len(workshop.effects()) == 8


def test_jobs_go_on_when_the_database_connections_are_cut(workshop, person):
    workshop.worker()
    person.comes_to_an_end(person.asks("counts"))
    workshop.database.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'notify_sweep'")
    assert person.comes_to_an_end(person.asks("counts")).state == "done"
