"""directory's second factors in memory: the code is always the same, and good once for each factor."""

from contracts.actor import Actor
from contracts.directory import second_factor as of
from contracts.errors import Conflict, InvalidRequest

CODE, SECRET = "123456", "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
SHEET = tuple(f"KX4P{n}-9TRW{n}" for n in range(10))
WRONG = "验证码不对，或者已经用过。请等手机上出现下一组六位数字再试。"


class SecondFactors:
    """By person: begun, or on."""

    def __init__(self) -> None:
        self.begun: set[str] = set()
        self.on: set[str] = set()

    def second_factor(self, _: of.ReadSecondFactor, actor: Actor) -> of.SecondFactor:
        if actor.person_id in self.on:
            return of.SecondFactor(on=True, recovery_codes_left=len(SHEET))
        if actor.person_id in self.begun:
            address = f"otpauth://totp/Qingfu?secret={SECRET}"
            return of.SecondFactor(on=False, secret=SECRET, address=address)
        return of.SecondFactor(on=False)

    def begin_second_factor(self, _: of.BeginSecondFactor, actor: Actor) -> of.SecondFactor:
        self.begun.add(actor.person_id)
        return self.second_factor(of.ReadSecondFactor(), actor)

    def confirm_second_factor(self, ask: of.ConfirmSecondFactor, actor: Actor) -> of.RecoveryCodes:
        if actor.person_id in self.on:
            raise Conflict
        self.proved(ask)
        self.on.add(actor.person_id)
        return of.RecoveryCodes(codes=SHEET)

    def renew_recovery_codes(self, ask: of.RenewRecoveryCodes, _: Actor) -> of.RecoveryCodes:
        self.proved(ask)
        return of.RecoveryCodes(codes=SHEET)

    def end_second_factor(self, ask: of.EndSecondFactor, actor: Actor) -> of.SecondFactor:
        self.proved(ask)
        self.on.discard(actor.person_id)
        return of.SecondFactor(on=False)

    @staticmethod
    def proved(ask: of.WithCode) -> None:
        """Raise InvalidRequest unless the code is right."""
        if ask.code not in (CODE, *SHEET):
            raise InvalidRequest(details={"fields": {"code": [WRONG]}})
