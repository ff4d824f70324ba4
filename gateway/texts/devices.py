"""Devices in words, as their owner knows them."""

from datetime import datetime

from contracts.directory.device import Browser, System
from contracts.directory.own_sessions import OwnSession
from contracts.directory.signing_out import SIGN_OUT_REASON_LABELS, SignOutReason
from gateway.texts.dates import near_day
from plumbing import clock

_BROWSERS = {
    Browser.WECHAT: "微信", Browser.WECOM: "企业微信", Browser.DINGTALK: "钉钉", Browser.QQ: "QQ 浏览器",
    Browser.UC: "UC 浏览器", Browser.HUAWEI: "华为浏览器", Browser.EDGE: "Edge 浏览器", Browser.FIREFOX: "火狐浏览器",
    Browser.CHROME: "Chrome 浏览器", Browser.SAFARI: "Safari 浏览器", Browser.PROGRAM: "程序接口",
}
_SYSTEMS = {
    System.HARMONY: "鸿蒙设备", System.ANDROID: "安卓手机或平板", System.IPHONE: "iPhone", System.IPAD: "iPad",
    System.WINDOWS: "Windows 电脑", System.MAC: "苹果电脑", System.LINUX: "Linux 电脑",
}


def device(session: OwnSession) -> str:
    """微信 · 安卓手机或平板."""
    known = (_BROWSERS.get(session.browser), _SYSTEMS.get(session.system))
    return " · ".join(word for word in known if word) or "没有认出的设备"


def last_used(moment: datetime) -> str:
    """今天用过, 昨天用过, 11月20日 周五用过."""
    return f"{near_day(clock.local_date(moment), clock.today())}用过"


def sign_out_reason(reason: SignOutReason) -> str:
    """Return why an office signed somebody out."""
    return SIGN_OUT_REASON_LABELS[reason]
