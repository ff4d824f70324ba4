"""Account: the unprivileged account under which the private servers run when the operator is root."""

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path

from ops.sentence import CannotGoOn

NAME = "qingfu"


@dataclass(frozen=True)
class Account:
    """A user and group id that owns the servers' data and nothing else."""

    uid: int
    gid: int

    def own(self, path: Path) -> None:
        """The file or folder belongs to this account."""
        os.chown(path, self.uid, self.gid)

    def reaches(self, path: Path) -> bool:
        """Say whether everybody, hence this account, may walk to `path`."""
        return all(folder.stat().st_mode & 0o001 for folder in path.resolve().parents)


def ids(account: Account | None) -> tuple[int | None, int | None, tuple[int, ...] | None]:
    """Return user, group and further groups for a new process; nothing means those of this one."""
    return (account.uid, account.gid, ()) if account else (None, None, None)


def for_servers() -> Account | None:
    """Return the account for the servers; nothing for an ordinary user, whose servers run as that user.

    PostgreSQL refuses to run as root, so root's servers get a system account, made once, as Debian's packages do.
    """
    if os.geteuid() != 0:
        return None
    return _known() or _made()


def _known() -> Account | None:
    try:
        entry = pwd.getpwnam(NAME)
    except KeyError:
        return None
    return Account(entry.pw_uid, entry.pw_gid)


def _made() -> Account:
    subprocess.run(
        ["useradd", "--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent",
         "--shell", "/usr/sbin/nologin", NAME],
        capture_output=True, check=False,
    )  # fmt: skip
    account = _known()
    if account is None:
        raise CannotGoOn(
            f"无法创建系统账号 {NAME}（PostgreSQL 不能以 root 身份运行）。请改用普通用户运行 make run。",
            f"The system account {NAME} cannot be made (PostgreSQL refuses root). Run make run as an ordinary user.",
        )
    return account
