"""Container: one service of docker-compose.yml as a plain process: its image's files, user and secrets, no more."""

import json
import os
import shutil
import signal
import subprocess

from ops.running import wait_for
from plumbing import clock
from tests.deploy.compose import SERVICES, secrets_of

PATIENCE = 60
_MOUNT = "/run/secrets/"


class Container:
    """`secrets` are all there are, by name; it is given those that are its own. Its port is this machine's `port`."""

    def __init__(self, service, image, secrets, port):
        self._service, self._image, self.port = SERVICES[service], image, port
        self._mounted = image.root.parent / "mounted" / f"{service}-{port}"
        self._mounted.mkdir(parents=True)
        for target, source in secrets_of(service).items():
            (self._mounted / target).write_text(secrets[source])
        self.log = self._mounted.with_suffix(".log")
        self._process = None

    def start(self):
        entrypoint = json.loads(self._image.kept["ENTRYPOINT"])
        with self.log.open("ab") as log:
            self._process = self._begin(*entrypoint, *self._service["command"], stdout=log, stderr=log)
        return self

    def becomes_healthy(self):
        """The Dockerfile's own look at its health finds it well; its log is told where that does not come."""
        seen = wait_for(lambda: self._process.poll() is not None or self._is_healthy(), PATIENCE)
        assert seen and self._process.poll() is None, self.log.read_text()
        return self

    def _is_healthy(self):
        look = json.loads(self._image.kept["HEALTHCHECK"].partition("CMD ")[2])
        return self.run(*(word.replace("8080", str(self.port)) for word in look)) == 0

    def run(self, *command):
        """Run a command inside; return how it ended."""
        return self._begin(*command, stderr=subprocess.DEVNULL).wait(PATIENCE)

    def wait(self):
        """Return how it ended by itself."""
        return self._process.wait(PATIENCE)

    def stop(self):
        """Ask it to stop, as an engine does; return how it ended."""
        assert self._image.kept["STOPSIGNAL"] == "SIGTERM"
        self._process.send_signal(signal.SIGTERM)
        return self._process.wait(PATIENCE)

    def kill(self):
        if self._process and self._process.poll() is None:
            self._process.kill()
            self._process.wait()

    def _begin(self, *command, **streams):
        return subprocess.Popen(
            [*self._unprivileged(), *command], cwd=self._image.home, env=self._environment(),
            stdin=subprocess.DEVNULL, **streams,
        )

    def _environment(self):
        """Return what it is told, and nothing of ours: the image's word, then the compose file's."""
        told = {**self._image.environment, **self._service["environment"]}
        placed = {name: value.replace(_MOUNT, f"{self._mounted}/") for name, value in told.items()}
        ports = {name: value.replace("8080", str(self.port)) for name, value in placed.items()}
        late = {"QINGFU_CLOCK_OFFSET_SECONDS": str(clock.offset_seconds())}
        return {**ports, **late, "PATH": self._image.path, "QINGFU_TRUSTED_PROXIES": "0"}

    def _unprivileged(self):
        """Return what makes a process the user that the Dockerfile names, without powers; only root can change it."""
        assert self._image.kept["USER"] == self._service["user"]
        user, group = self._service["user"].split(":")
        if os.geteuid() != 0:
            return ()
        return (
            shutil.which("setpriv"), f"--reuid={user}", f"--regid={group}", "--clear-groups", "--no-new-privs",
            "--inh-caps=-all", "--bounding-set=-all", "--",
        )
