"""The supervisor starts again what dies, ends what hangs, and leaves nothing behind when it stops."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ops import pidfile
from ops.identity import identity
from ops.running import wait_for
from ops.up.backoff import Backoff
from tests.ops.conftest import PATIENCE, exists, group_of
from tests.ops.small_house import ENDS, PARENT, STUBBORN, WAITS


def test_a_killed_process_is_running_again_at_once(small_house):
    house = small_house(homework=WAITS)
    before = house.pid("homework")
    os.kill(before, signal.SIGKILL)
    assert house.another_than(before, "homework")
    house.sees("homework 被信号 SIGKILL 结束，0.2 秒后重新启动")


def test_a_process_that_ends_by_itself_is_started_again_ever_more_slowly(small_house):
    house = small_house(homework=ENDS)
    for wait in ("0.2", "0.4", "0.8"):
        house.sees(f"homework 退出（3），{wait} 秒后重新启动")


def test_the_wait_before_a_new_start_grows_to_five_seconds_and_begins_anew_after_a_good_life():
    backoff = Backoff()
    waits = [backoff.after_life_of(1) for _ in range(7)]
    assert waits == [0.2, 0.4, 0.8, 1.6, 3.2, 5.0, 5.0]
    assert backoff.after_life_of(31) == 0.2


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_asked_to_stop_it_leaves_no_process_and_no_pid_file(small_house, number):
    house = small_house(homework=WAITS, notify=PARENT)
    pids = [house.pid("homework"), house.pid("notify")]
    house.signal(number)
    assert house.ends() == 0
    assert not any(group_of(pid) for pid in pids)
    assert pidfile.every(house.places.run) == []


def test_asked_twice_it_waits_for_nobody(small_house):
    house = small_house(homework=STUBBORN)
    pid = house.pid("homework")
    house.signal(signal.SIGTERM)
    assert wait_for(lambda: house.signal(signal.SIGTERM) or house.process.poll() is not None, PATIENCE)
    assert not exists(pid)


def test_what_others_started_is_not_touched(small_house):
    stranger = subprocess.Popen([sys.executable, "-c", WAITS])
    house = small_house(homework=WAITS)
    house.signal(signal.SIGINT)
    house.ends()
    assert stranger.poll() is None
    stranger.kill()
    stranger.wait()


def test_when_the_supervisor_is_killed_its_processes_end_with_it(small_house):
    house = small_house(homework=WAITS)
    pid = house.pid("homework")
    house.signal(signal.SIGKILL)
    house.ends()
    assert wait_for(lambda: not exists(pid), PATIENCE)


def ignores(pid, number):
    """Say whether the process has already asked not to hear the signal."""
    status = Path(f"/proc/{pid}/status").read_text().split()
    return bool(int(status[status.index("SigIgn:") + 1], 16) >> (number - 1) & 1)


def test_the_next_start_ends_what_a_killed_supervisor_could_not(small_house):
    house = small_house(homework=STUBBORN)
    pid = house.pid("homework")
    assert wait_for(lambda: ignores(pid, signal.SIGTERM), 30)
    house.signal(signal.SIGKILL)
    house.ends()
    assert exists(pid), "it ignores the signal of its supervisor's death"
    house.forget_lines()
    house.start()
    house.sees("结束了上次留下的进程 homework")
    assert not exists(pid)


def test_a_pid_file_whose_number_belongs_to_somebody_else_by_now_ends_nobody(small_house):
    stranger = subprocess.Popen([sys.executable, "-c", WAITS])
    house = small_house(homework=WAITS)
    house.signal(signal.SIGTERM)
    house.ends()
    pidfile.PidFile(name="notify", pid=stranger.pid, identity="another boot:1", stop_signal=15).write(house.places.run)
    house.forget_lines()
    house.start()
    assert stranger.poll() is None
    assert pidfile.find(house.places.run, "notify") is None
    stranger.kill()
    stranger.wait()


def test_a_second_house_in_the_same_place_is_refused(small_house):
    house = small_house(homework=WAITS)
    second = subprocess.run(house.command, cwd=house.checkout, capture_output=True, text=True, check=False)
    assert second.returncode != 0
    assert "系统正在运行" in second.stderr
    assert house.process.poll() is None


def test_a_dead_process_has_no_identity_even_before_its_parent_has_seen_it():
    child = subprocess.Popen([sys.executable, "-c", ""])
    assert wait_for(lambda: identity(child.pid) is None, PATIENCE)
    child.wait()
