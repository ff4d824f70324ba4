"""The guardians of children, and their numbers."""

from typing import Any

from contracts.directory.card import Cards
from contracts.directory.guardian import (
    END_GUARDIANSHIP,
    GUARDIANS,
    INVITE_GUARDIAN,
    PRINT_GUARDIAN_CARD,
    EndGuardianship,
    Guardians,
    InviteGuardian,
    PrintGuardianCard,
    ReadGuardians,
)
from contracts.directory.number import (
    ASK_NUMBER,
    CHANGE_NUMBER,
    DECIDE_NUMBER,
    NUMBER_REQUESTS,
    AskNumber,
    ChangeNumber,
    DecideNumber,
    ListNumberRequests,
    NumberAsked,
    NumberRequests,
)
from plumbing.caller import Caller
from plumbing.doors import answers
from services.directory import wiring
from services.directory.application.guardians.asking_number import decide_number, list_number_requests
from services.directory.application.guardians.changing_number import change_number
from services.directory.application.guardians.ending import end_guardianship
from services.directory.application.guardians.invitation import print_guardian_card
from services.directory.application.guardians.listing import read_guardians
from services.directory.door.own_house import OwnHouse


class GuardiansOfChildren(OwnHouse):
    """The guardians of children, and their numbers."""

    @answers(GUARDIANS)
    def guardians(self, ask: ReadGuardians, caller: Caller) -> Guardians:
        """Say who a child's guardians are."""
        return self.house.change(read_guardians, ask, caller)

    @answers(INVITE_GUARDIAN)
    def invite_guardian(self, ask: InviteGuardian, caller: Caller) -> dict[str, Any]:
        """Let somebody else be a guardian."""
        return wiring.invite_guardian(self.house, ask, caller)

    @answers(PRINT_GUARDIAN_CARD)
    def print_guardian_card(self, ask: PrintGuardianCard, caller: Caller) -> Cards:
        """Make a card for one guardian."""
        return self.house.change(print_guardian_card, ask, caller)

    @answers(END_GUARDIANSHIP)
    def end_guardianship(self, ask: EndGuardianship, caller: Caller) -> dict[str, Any]:
        """End a guardian's right."""
        return self.house.command(end_guardianship, ask, caller)

    @answers(CHANGE_NUMBER)
    def change_number(self, ask: ChangeNumber, caller: Caller) -> dict[str, Any]:
        """Write down a guardian's new number."""
        return self.house.command(change_number, ask, caller)

    @answers(ASK_NUMBER)
    def ask_number(self, ask: AskNumber, caller: Caller) -> NumberAsked:
        """Take a guardian's wish for another number."""
        return wiring.ask_number(self.house, ask, caller)

    @answers(NUMBER_REQUESTS)
    def number_requests(self, ask: ListNumberRequests, caller: Caller) -> NumberRequests:
        """List who waits for another number."""
        return self.house.query(list_number_requests, ask, caller)

    @answers(DECIDE_NUMBER)
    def decide_number(self, ask: DecideNumber, caller: Caller) -> dict[str, Any]:
        """Take the office's word on a number."""
        return self.house.command(decide_number, ask, caller)
