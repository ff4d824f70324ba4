"""Secrets: every password and key of one installation, made once, in a file only its owner can read."""

import secrets
from collections.abc import Callable, Iterable
from pathlib import Path

from gateway.outside import registered
from ops import filed
from ops.sentence import CannotGoOn
from plumbing import passport, sealing
from plumbing.settings import SettingMissing


class Secrets:
    """What has been asked for once is the same ever after."""

    def __init__(self, path: Path):
        self._path = path
        kept = filed.read(path)
        if kept is None and path.exists():
            raise CannotGoOn(
                f"{path} 读不出来。里面是数据库的密码，不能重新生成：请从备份恢复，或 make reset 放弃全部数据。",
                f"{path} cannot be read. It holds the databases' passwords: restore it, or make reset.",
            )
        self._kept: dict[str, str] = kept or {}

    def password(self, name: str) -> str:
        """Return the password that belongs to `name`: letters and digits, so that it fits into any address."""
        return self._once(f"password.{name}", lambda: secrets.token_hex(16))

    def passwords(self, names: Iterable[str]) -> dict[str, str]:
        """Return the password of each."""
        return {name: self.password(name) for name in names}

    @property
    def session_key(self) -> str:
        """Return the gateway's key for cookies and forms."""
        return self._once("session_key", lambda: secrets.token_hex(32))

    @property
    def directory_keys(self) -> str:
        """Return the keys by which directory seals numbers."""
        return self._once("directory_keys", sealing.make_keys)

    @property
    def outside(self) -> str:
        """Return what the operator has registered at WeCom and DingTalk, in a file beside this one; nothing without it.

        Raises CannotGoOn for what the gateway would not read.
        """
        path = self._path.with_name("outside.json")
        document = path.read_text(encoding="utf-8").strip() if path.exists() else ""
        try:
            registered.read(document)
        except SettingMissing as problem:
            raise CannotGoOn(f"{path} 读不懂，写法见运维手册“企业微信、钉钉登录”。", str(problem)) from None
        return document

    def passport_keys(self) -> tuple[str, str]:
        """Return the private and the public key (PEM) of passports."""
        if "passport.private" not in self._kept:
            private, public = passport.make_keys()
            self._kept |= {"passport.private": private, "passport.public": public}
            self._save()
        return self._kept["passport.private"], self._kept["passport.public"]

    def _once(self, name: str, make: Callable[[], str]) -> str:
        if name not in self._kept:
            self._kept[name] = make()
            self._save()
        return self._kept[name]

    def _save(self) -> None:
        filed.write(self._path, self._kept, mode=0o600)
