"""Identity: tells a process from another that later got the same number."""

from pathlib import Path

_BOOT = Path("/proc/sys/kernel/random/boot_id")


def identity(pid: int) -> str | None:
    """Return what only this process has: the machine's boot, and the tick at which it started. Nothing if it is gone.

    A zombie counts as gone: it runs no more and only waits for its parent.
    """
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        return None if fields[0] in "ZX" else f"{_BOOT.read_text().strip()}:{fields[19]}"
    except OSError:
        return None
