"""Second factor: a code from the person's own phone at each sign-in (RFC 6238), and codes on paper for its loss."""

from contracts.actor import SIGNED_IN
from contracts.call import Call
from contracts.fields import Text, WholeNumber
from contracts.message import Message, of

CODE_WORDS = {"label": "验证码", "hint": "验证器里的六位数字，或者一个没用过的备用码", "widget": "code"}


class ReadSecondFactor(Message):
    """Ask how the asker's own second factor stands."""


class SecondFactor(Message):
    """Whether it is asked for at sign-in. Once begun and not yet confirmed, the secret and its otpauth address."""

    on: bool
    recovery_codes_left: int = of(WholeNumber(least=0), default=0)
    secret: str | None = None
    address: str | None = None


class BeginSecondFactor(Message):
    """Make a secret for the asker's phone. Nothing is asked for at sign-in before it is confirmed."""


class WithCode(Message):
    """Base of what is done only with a code at hand."""

    code: str = of(Text(shortest=1, longest=40, metadata=CODE_WORDS))


class ConfirmSecondFactor(WithCode):
    """The phone shows this code: from now on one is asked for at every sign-in."""


class RenewRecoveryCodes(WithCode):
    """Make ten new codes for paper; the old ones are void."""


class EndSecondFactor(WithCode):
    """Ask for no code at sign-in any more."""


class RecoveryCodes(Message):
    """Ten codes, each good once; this is the only time they are told."""

    codes: tuple[str, ...]


SECOND_FACTOR = Call(
    service="directory", method="second_factor", ask=ReadSecondFactor, answer=SecondFactor, allow=SIGNED_IN
)
BEGIN_SECOND_FACTOR = Call(
    service="directory", method="begin_second_factor", ask=BeginSecondFactor, answer=SecondFactor, allow=SIGNED_IN
)
CONFIRM_SECOND_FACTOR = Call(
    service="directory", method="confirm_second_factor", ask=ConfirmSecondFactor, answer=RecoveryCodes, allow=SIGNED_IN
)
RENEW_RECOVERY_CODES = Call(
    service="directory", method="renew_recovery_codes", ask=RenewRecoveryCodes, answer=RecoveryCodes, allow=SIGNED_IN
)
END_SECOND_FACTOR = Call(
    service="directory", method="end_second_factor", ask=EndSecondFactor, answer=SecondFactor, allow=SIGNED_IN
)
