"""账号与安全: what a person ends on one device is over on the other, long before anybody's copy of it runs out."""

from gateway.session import COPY_SECONDS
from ops.running import wait_for

LONG_BEFORE = COPY_SECONDS / 6


def test_who_ends_all_other_devices_is_alone_at_once(phone, people, picture):
    guardian = people.on_card("家长（两个孩子）")
    lost, own = phone(guardian), phone(guardian)
    assert lost.open("/family").status == 200

    own.open("/family").follow("账号与安全")
    own.sees("您正在用的这一台", "今天用过")
    picture(own, "account")
    own.press("退出其他所有设备")
    own.sees("其他设备都已经退出", "没有别的设备登录着您的账号。")

    assert wait_for(lambda: lost.open("/family").path.startswith("/sign-in"), LONG_BEFORE)
    assert own.open("/family").path == "/family"
