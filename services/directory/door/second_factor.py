"""The second factor of whoever asks."""

from contracts.directory.second_factor import (
    BEGIN_SECOND_FACTOR,
    CONFIRM_SECOND_FACTOR,
    END_SECOND_FACTOR,
    RENEW_RECOVERY_CODES,
    SECOND_FACTOR,
    BeginSecondFactor,
    ConfirmSecondFactor,
    EndSecondFactor,
    ReadSecondFactor,
    RecoveryCodes,
    RenewRecoveryCodes,
    SecondFactor,
)
from plumbing.caller import Caller
from plumbing.doors import answers
from services.directory import wiring
from services.directory.application.second_factor.setting_up import (
    begin_second_factor,
    confirm_second_factor,
    end_second_factor,
    read_second_factor,
    renew_recovery_codes,
)
from services.directory.door.own_house import OwnHouse


class SecondFactors(OwnHouse):
    """The second factor of whoever asks."""

    @answers(SECOND_FACTOR)
    def second_factor(self, ask: ReadSecondFactor, caller: Caller) -> SecondFactor:
        """Say how the asker's second factor stands."""
        return self.house.query(read_second_factor, ask, caller)

    @answers(BEGIN_SECOND_FACTOR)
    def begin_second_factor(self, ask: BeginSecondFactor, caller: Caller) -> SecondFactor:
        """Make a secret for the asker's phone."""
        return self.house.change(begin_second_factor, ask, caller)

    @answers(CONFIRM_SECOND_FACTOR)
    def confirm_second_factor(self, ask: ConfirmSecondFactor, caller: Caller) -> RecoveryCodes:
        """Ask for a code from now on."""
        return wiring.with_code(self.house, confirm_second_factor, ask, caller)

    @answers(RENEW_RECOVERY_CODES)
    def renew_recovery_codes(self, ask: RenewRecoveryCodes, caller: Caller) -> RecoveryCodes:
        """Make ten new codes for paper."""
        return wiring.with_code(self.house, renew_recovery_codes, ask, caller)

    @answers(END_SECOND_FACTOR)
    def end_second_factor(self, ask: EndSecondFactor, caller: Caller) -> SecondFactor:
        """Ask for no code any more."""
        return wiring.with_code(self.house, end_second_factor, ask, caller)
