"""Ports, logs, accounts, and the clock the operator sets."""

import socket
from datetime import date

import pytest

from ops import filed, logfile, ports
from ops.account import Account
from ops.places import Places
from ops.secrets import Secrets
from ops.sentence import CannotGoOn
from ops.servers import room
from ops.up.options import Options
from plumbing import clock

ANOTHER = Account(uid=12345, gid=12345)


def test_a_port_in_use_is_passed_over():
    with socket.create_server(("127.0.0.1", 0)) as server:
        taken = server.getsockname()[1]
        assert ports.first_free_from(taken) != taken


def test_the_same_house_gets_the_same_ports_again_none_of_which_the_system_gives_away():
    first, again = ports.free_ports("a house"), ports.free_ports("a house")
    given = [next(first) for _ in range(5)]
    assert given == [next(again) for _ in range(5)]
    assert all(15_000 <= port < 30_000 for port in given)


def test_a_log_that_grew_too_long_starts_anew_beside_its_past(tmp_path):
    path = tmp_path / "homework.log"
    with logfile.open_for(path) as log:
        log.write(b"old " * 10)
        log.flush()
        logfile.rotate(path, largest=20)
        log.write(b"new")
        log.flush()
    assert path.read_bytes() == b"new"
    assert path.with_name("homework.log.1").read_bytes() == b"old " * 10


def test_a_file_that_is_no_json_reads_as_nothing(tmp_path):
    path = tmp_path / "state.json"
    path.write_text("{half")
    assert filed.read(path) is None


def test_the_servers_account_walks_only_where_everybody_may(tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    assert not ANOTHER.reaches(closed / "data")


def test_an_ordinary_users_servers_keep_their_data_below_var(tmp_path):
    assert room.servers_folder(Places(tmp_path / "var"), None) == tmp_path / "var" / "servers"


def test_where_roots_checkout_is_closed_to_others_the_data_lie_outside_it(tmp_path):
    closed = tmp_path / "root"
    closed.mkdir(mode=0o700)
    (closed / "var").mkdir()
    assert room.servers_folder(Places(closed / "var"), ANOTHER).parent.name == "qingfu"


def test_programs_an_account_cannot_reach_are_copied_once(tmp_path):
    closed = tmp_path / "closed"
    (closed / "bin").mkdir(parents=True)
    closed.chmod(0o700)
    (closed / "bin" / "tool").write_text("x")
    above = room.readable_copy((closed / "bin",), tmp_path / "copy", ANOTHER)
    assert (above / "bin" / "tool").read_text() == "x"


def test_the_clock_can_be_set_to_another_day_at_the_same_time_of_day(tmp_path):
    options = Options(places=Places(tmp_path), today=date(2026, 12, 31))
    moved = options.clock_offset_seconds - clock.offset_seconds()
    assert moved % 86_400 == 0
    assert moved // 86_400 == (date(2026, 12, 31) - clock.today()).days


def test_a_damaged_file_of_secrets_is_reported_and_left_as_it_is(tmp_path):
    path = tmp_path / "secrets.json"
    path.write_text("{")
    with pytest.raises(CannotGoOn):
        Secrets(path)
    assert path.read_text() == "{"
