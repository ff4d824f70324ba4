"""Own password: what somebody is asked for before the ways into their account change, and its change."""

from contracts.actor import SIGNED_IN
from contracts.call import Call
from contracts.fields import Id, Text
from contracts.message import Message, of

NEW_PASSWORD = {
    "label": "设一个密码", "hint": "至少八个字，不要用容易猜到的；不要求大小写和符号", "widget": "new-password",
}


class WithPassword(Message):
    """Base of what is done only with the asker's own password at hand."""

    password: str = of(Text(shortest=1, longest=128, metadata={"label": "现在的密码", "widget": "password"}))


class ChangePassword(WithPassword):
    """Let another password open the asker's account from now on, and every session but `session_id` be over."""

    chosen: str = of(Text(shortest=1, longest=128, metadata={**NEW_PASSWORD, "label": "新密码"}))
    session_id: str = of(Id())


class PasswordChanged(Message):
    """The new password stands; so many other sessions are over."""

    ended: int


CHANGE_PASSWORD = Call(
    service="directory", method="change_password", ask=ChangePassword, answer=PasswordChanged, allow=SIGNED_IN
)
