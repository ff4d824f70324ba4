"""pgbench: PostgreSQL's own bench client, which repeats a script as fast as it can."""

import re
import subprocess
from urllib.parse import urlsplit

_THREADS = 2


class Pgbench:
    """Runs as homework's own role, so behind the same row level security."""

    def __init__(self, ground, script, *, clients, seconds):
        file = ground.folder / "publish.sql"
        file.write_text(script, encoding="utf-8")
        database = urlsplit(ground.databases["homework"].url("homework"))._replace(scheme="postgresql").geturl()
        self._command = (
            ground.postgres.tool("pgbench"), "--no-vacuum", "--file", file, "--client", str(clients),
            "--jobs", str(_THREADS), "--time", str(max(1, round(seconds))), database,
        )

    def run(self):
        """Return how many transactions a second it made; raises with its words if one failed."""
        done = subprocess.run(self._command, capture_output=True, text=True, check=False)
        assert done.returncode == 0 and " 0 (0.000%)" in done.stdout, done.stdout + done.stderr
        return {"per_second": float(re.search(r"tps = ([\d.]+)", done.stdout)[1])}
