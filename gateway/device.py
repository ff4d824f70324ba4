"""Device: what a browser says of itself, as closely as its owner needs to know it again."""

from collections.abc import Iterable
from typing import Any, TypeVar

from flask import request

from contracts.directory.device import Browser, System

Kind = TypeVar("Kind", Browser, System)
LONGEST_ADDRESS = 64
_BROWSERS = (
    ("wxwork", Browser.WECOM), ("MicroMessenger", Browser.WECHAT), ("DingTalk", Browser.DINGTALK),
    ("MQQBrowser", Browser.QQ), ("QQBrowser", Browser.QQ), ("QQ/", Browser.QQ), ("UCBrowser", Browser.UC),
    ("HuaweiBrowser", Browser.HUAWEI), ("Edg", Browser.EDGE), ("Firefox", Browser.FIREFOX), ("FxiOS", Browser.FIREFOX),
    ("Chrome", Browser.CHROME), ("CriOS", Browser.CHROME), ("Safari", Browser.SAFARI), ("Mozilla", Browser.OTHER),
)  # fmt: skip
"""Everybody claims to be Chrome and Safari too: who says most comes first."""
_SYSTEMS = (
    ("HarmonyOS", System.HARMONY), ("Android", System.ANDROID), ("iPhone", System.IPHONE), ("iPad", System.IPAD),
    ("Windows", System.WINDOWS), ("Macintosh", System.MAC), ("Linux", System.LINUX),
)


def device_here() -> dict[str, Any]:
    """Return what a sign-in is told of where it comes from: the address, for throttling, and the kind of device."""
    return {"client": (request.remote_addr or "")[:LONGEST_ADDRESS], **kind_here()}


def kind_here() -> dict[str, Any]:
    """Return the kind of device alone."""
    said = request.user_agent.string
    return {"browser": browser_of(said), "system": system_of(said)}


def browser_of(said: str) -> Browser:
    """Return the program; what does not even claim to be a browser is a program of somebody's own."""
    return _first(said, _BROWSERS, Browser.PROGRAM)


def system_of(said: str) -> System:
    """Return the kind of machine."""
    return _first(said, _SYSTEMS, System.OTHER)


def _first(said: str, kinds: Iterable[tuple[str, Kind]], otherwise: Kind) -> Kind:
    return next((kind for mark, kind in kinds if mark in said), otherwise)
