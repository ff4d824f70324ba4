"""Device: what a session was opened on, as closely as its owner needs to know it again and no closer."""

from enum import StrEnum


class Browser(StrEnum):
    """The program a person looked through."""

    WECHAT = "wechat"
    WECOM = "wecom"
    DINGTALK = "dingtalk"
    QQ = "qq"
    UC = "uc"
    HUAWEI = "huawei"
    EDGE = "edge"
    FIREFOX = "firefox"
    CHROME = "chrome"
    SAFARI = "safari"
    PROGRAM = "program"
    OTHER = "other"


class System(StrEnum):
    """The kind of machine it ran on."""

    HARMONY = "harmony"
    ANDROID = "android"
    IPHONE = "iphone"
    IPAD = "ipad"
    WINDOWS = "windows"
    MAC = "mac"
    LINUX = "linux"
    OTHER = "other"
