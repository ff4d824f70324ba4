"""A newcomer who is no root runs two commands in a fresh copy of the checkout. Slow: `make portable`, and CI."""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

import pytest

from ops import ports
from ops.places import CHECKOUT
from ops.running import wait_for

MINUTES = 60
NOBODY = ("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--")


@pytest.fixture
def copy():
    """A copy of what git knows, owned by an ordinary user."""
    home = Path(tempfile.mkdtemp(prefix="qingfu-"))
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=CHECKOUT, capture_output=True, check=True).stdout
    for name in filter(None, listed.decode().split("\0")):
        if (CHECKOUT / name).is_file():
            (home / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(CHECKOUT / name, home / name)
    if os.geteuid() == 0:
        subprocess.run(["chown", "-R", "nobody:nogroup", home], check=True)
    yield home
    shutil.rmtree(home)


@pytest.mark.portable
def test_an_ordinary_user_starts_the_house_in_a_fresh_copy_and_stops_it_without_a_trace(copy):
    port = next(ports.free_ports(str(copy)))
    told = copy / "told.txt"
    command = (*(NOBODY if os.geteuid() == 0 else ()), "make", "run", f"UP=--port {port}")
    environment = {**os.environ, "HOME": str(copy), "QINGFU_VAR": str(copy / "var")}
    with told.open("wb") as out:
        house = subprocess.Popen(
            command, cwd=copy, env=environment, stdout=out, stderr=subprocess.STDOUT, start_new_session=True
        )
    ready = wait_for(lambda: "轻负已就绪" in told.read_text() or house.poll() is not None, 6 * MINUTES)
    os.killpg(house.pid, signal.SIGINT)
    house.wait(MINUTES)
    left = subprocess.run(["pgrep", "-f", copy], capture_output=True, text=True, check=False).stdout
    assert ready and "轻负已就绪" in told.read_text(), told.read_text()
    assert left == ""
