"""Room: the folder of a private server's data, where the account it runs under can get at it."""

import hashlib
import shutil
from pathlib import Path

from ops.account import Account
from ops.places import Places

_FOR_CLOSED_HOMES = Path("/var/lib/qingfu")


def room_for(server: str, places: Places, account: Account | None) -> Path:
    """Return the server's folder, made and owned by the account."""
    above = servers_folder(places, account)
    above.mkdir(parents=True, exist_ok=True)
    room = above / server
    room.mkdir(mode=0o700, exist_ok=True)
    if account:
        account.own(room)
    return room


def servers_folder(places: Places, account: Account | None) -> Path:
    """Return the folder above every server's room: below `var`, unless root's checkout is closed to other accounts.

    Once data lie in one of the two, they are looked for there and nowhere else.
    """
    inside = places.var / "servers"
    outside = _FOR_CLOSED_HOMES / hashlib.sha256(str(places.var).encode()).hexdigest()[:12]
    if outside.exists():
        return outside
    return inside if account is None or inside.exists() or account.reaches(inside) else outside


def readable_copy(folders: tuple[Path, ...], copy: Path, account: Account | None) -> Path:
    """Return the folder above all `folders`; where the account cannot get at them, it is a `copy` of them."""
    if account is None or all(account.reaches(folder / "any") for folder in folders):
        return folders[0].parent
    if not copy.exists():
        half = copy.with_name(f".{copy.name}")
        for folder in folders:
            shutil.copytree(folder, half / folder.name, symlinks=True, dirs_exist_ok=True)
        half.rename(copy)
    return copy
