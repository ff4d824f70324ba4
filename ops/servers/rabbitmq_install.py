"""Get RabbitMQ where it is missing: Debian's package as root; without root the same, unpacked in `var/programs`."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from ops.places import Places
from ops.sentence import CannotGoOn
from ops.servers.rabbitmq_programs import RabbitmqPrograms, find, unpacked_folder

_PACKAGE = "rabbitmq-server"
_ERL = """#!/bin/sh
root=$(dirname "$(dirname "$(readlink -f "$0")")")
for folder in "$root"/usr/lib/*-linux-*; do LD_LIBRARY_PATH="$folder:${{LD_LIBRARY_PATH-}}"; done
export LD_LIBRARY_PATH ROOTDIR="$root/usr/lib/erlang" BINDIR="$root/{runtime}/bin" EMU=beam PROGNAME=erl
exec "$BINDIR/erlexec" "$@"
"""


def found_or_installed(places: Places, tell: Callable[[str], object] = print) -> RabbitmqPrograms:
    """Return RabbitMQ's programs, fetched first if need be. Raises CannotGoOn with the ways out where that fails."""
    if programs := find(places):
        return programs
    if shutil.which("apt-get") is None:
        raise _no_way()
    tell("这台机器上没有 RabbitMQ，正在从 Debian 取来（约一分钟，只在第一次）……")
    if os.geteuid() == 0:
        _install()
    else:
        _unpack(places)
    programs = find(places)
    if programs is None:
        raise _no_way()
    return programs


def _install() -> None:
    """Debian's package is installed; the machine-wide broker that comes with it does not run: nobody asked for it."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    _run("apt-get", "update", environment=quiet)
    _run("apt-get", "install", "--yes", "--no-install-recommends", _PACKAGE, environment=quiet)
    if Path("/run/systemd/system").exists():
        _run("systemctl", "disable", "--now", _PACKAGE, environment=quiet)


def _unpack(places: Places) -> None:
    """The packages that this machine lacks lie unpacked in our own folder, and Erlang finds itself there."""
    goal = unpacked_folder(places)
    half, apt = goal.with_name(".rabbitmq"), goal.with_name("apt")
    for folder in (goal, half, apt):
        shutil.rmtree(folder, ignore_errors=True)
    half.mkdir(parents=True)
    options = _apt_options(apt)
    _run("apt-get", *options, "update")
    _run("apt-get", *options, "download", *_missing(options), folder=apt)
    for package in sorted(apt.glob("*.deb")):
        _run("dpkg-deb", "--extract", str(package), str(half))
    shutil.rmtree(apt)
    _point_erlang_home(half)
    half.rename(goal)


def _apt_options(state: Path) -> tuple[str, ...]:
    """Return the options by which apt keeps its lists in a folder of ours, which needs no root."""
    for folder in ("lists/partial", "cache/archives/partial"):
        (state / folder).mkdir(parents=True, exist_ok=True)
    return ("-o", f"Dir::State::lists={state}/lists", "-o", f"Dir::Cache={state}/cache", "-o", "APT::Sandbox::User=")


def _missing(options: tuple[str, ...]) -> list[str]:
    """Return every package that installing RabbitMQ would bring to this machine."""
    plan = _run("apt-get", *options, "--simulate", "--no-install-recommends", "install", _PACKAGE)
    return [line.split()[1] for line in plan.splitlines() if line.startswith("Inst ")]


def _point_erlang_home(root: Path) -> None:
    """`erl` starts Erlang where it lies, with the libraries that came along; Debian's script knows only /usr/lib."""
    [runtime] = (path.relative_to(root) for path in root.glob("usr/lib/erlang/erts-*"))
    script = root / "bin" / "erl"
    script.parent.mkdir()
    script.write_text(_ERL.format(runtime=runtime))
    script.chmod(0o755)
    (script.parent / "escript").symlink_to(".." / runtime / "bin" / "escript")


def _run(*command: str, folder: Path | None = None, environment: dict[str, str] | None = None) -> str:
    plain = {**(environment or os.environ), "LC_ALL": "C"}
    done = subprocess.run(command, cwd=folder, env=plain, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CannotGoOn(
            f"安装 RabbitMQ 时出错（{' '.join(command[:2])}）：\n{done.stderr.strip()}\n{_no_way().chinese}",
            _no_way().english,
        )
    return done.stdout


def _no_way() -> CannotGoOn:
    return CannotGoOn(
        "这台机器上没有 RabbitMQ。任选一种办法：① Debian 12：以 root 运行 apt-get install rabbitmq-server；"
        "② 用已有的 RabbitMQ：设置 QINGFU_AMQP_URL=amqp://用户:密码@主机:5672/；③ docker compose up。",
        "There is no RabbitMQ on this machine. Either, on Debian 12, as root: apt-get install rabbitmq-server; "
        "or use one you have: QINGFU_AMQP_URL=amqp://user:password@host:5672/; or docker compose up.",
    )
