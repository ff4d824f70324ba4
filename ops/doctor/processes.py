"""Does every process of the house run, and can it work?"""

from collections.abc import Iterator
from pathlib import Path

from ops import pidfile
from ops.doctor.finding import Finding
from ops.ready import reasons_unready


def look(names: tuple[str, ...], run: Path, *, held_up: bool) -> Iterator[Finding]:
    """Give one finding for each process that is not well, or one for all that are.

    `held_up`: something they stand on is not well either, so that starting them again would repair nothing.
    """
    troubled = [finding for name in names if (finding := _look_at(name, run, held_up))]
    yield from troubled or [Finding(about="进程", words=f"{len(names)} 个都在运行")]


def _look_at(name: str, run: Path, held_up: bool) -> Finding | None:
    file = pidfile.find(run, name)
    if file is None:
        return Finding(about=name, words="没有在运行，正在重新启动", repair=f"如果一直如此，看 var/log/{name}.log")
    reasons = reasons_unready(file.health_port) if file.health_port else ""
    if reasons:
        repair = "先修复上面的，它会自行恢复" if held_up else f"bin/qingfu kill {name}（会自动重新启动）"
        return Finding(about=name, words=f"不能工作：{reasons}", repair=repair)
    return None
