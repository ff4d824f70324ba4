"""Whoever asks where the house runs learns also whom it trusts."""

from dataclasses import replace

import pytest

from ops.commands.running_house import running_house
from ops.pidfile import of_this_process
from ops.places import Places
from ops.up.state import State
from plumbing import settings

HOUSE = State(
    address="http://127.0.0.1:8000/", clock_offset_seconds=0, processes=("gateway",), amqp_urls={}, admin_urls={},
    role_passwords={}, trust={"QINGFU_CA_FILE": "/etc/qingfu/ca.pem", "QINGFU_PLAIN_HOSTS": "db"},
)


@pytest.fixture
def places(tmp_path, monkeypatch):
    """Places in which this process is the one that runs the house; its surroundings trust somebody else."""
    monkeypatch.setenv("QINGFU_VAR", str(tmp_path))
    for name in settings.TRUST:
        monkeypatch.setenv(name, "/another.pem")
    found = Places(tmp_path)
    found.make()
    of_this_process("supervisor").write(found.run)
    return found


def test_a_command_in_another_shell_trusts_the_servers_as_the_house_does(places):
    HOUSE.write(places)
    assert running_house() == HOUSE
    assert (settings.ca_file(), settings.plain_hosts()) == ("/etc/qingfu/ca.pem", ("db",))


def test_where_the_house_was_told_of_no_file_a_command_believes_the_systems_authorities_too(places):
    replace(HOUSE, trust=dict.fromkeys(settings.TRUST, "")).write(places)
    running_house()
    assert (settings.ca_file(), settings.plain_hosts()) == ("", ())
