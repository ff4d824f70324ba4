"""Room: where servers of a suite or a test live, and what is left of it afterwards: nothing."""

import atexit
import shutil
import tempfile
from pathlib import Path

from ops import ports
from ops.places import Places
from ops.secrets import Secrets
from ops.up import leftovers

STOP_SECONDS = 60


class Room:
    """A folder, its secrets and its ports, all for one suite or one test."""

    def __init__(self):
        folder = Path(tempfile.mkdtemp(prefix="qingfu-"))
        folder.chmod(0o711)  # root's servers run under an account of their own and walk through here
        self.places = Places(folder)
        self.places.make()
        self.secrets = Secrets(self.places.secrets)
        self.ports = ports.free_ports(str(folder))
        atexit.register(self.remove)

    @property
    def outside(self):
        """Return the places of a supervisor that runs a whole house in here: its pid file is not the house's own."""
        return Places(self.places.var / "outside")

    def remove(self):
        """Nothing that was started in here runs, and nothing is left of it, even if Ctrl-C came during the cleaning."""
        atexit.unregister(self.remove)
        for places in (self.outside, self.places):
            leftovers.end_all(places.run, STOP_SECONDS)
        shutil.rmtree(self.places.var)
