"""Enrolment, as the gateway and the events of other houses meet it."""

from typing import Any

from contracts import catalogue
from contracts.enrolment import application, approval, offering
from contracts.enrolment import stand_in as agreement
from contracts.enrolment.application import Application, Applications
from contracts.enrolment.offering import Offerings
from contracts.received import Received
from plumbing.caller import Caller
from plumbing.doors import HouseProvider, answers
from plumbing.subscribe import subscribe
from services.enrolment import wiring
from services.enrolment.application.change import change
from services.enrolment.application.decision import approve_many, decide
from services.enrolment.application.facts import learn
from services.enrolment.application.reading import read, read_page
from services.enrolment.application.reminding import remind
from services.enrolment.application.standing_in import ask_to_stand_in, end_stand_in, read_stand_ins
from services.enrolment.application.submission import apply, read_offerings
from services.enrolment.application.withdrawal import withdraw


class EnrolmentService:
    """After-school service: offered, applied for, decided, placed."""

    name = "enrolment"
    house = HouseProvider(wiring.build)

    @answers(offering.OFFERINGS)
    def offerings(self, ask: offering.ListOfferings, caller: Caller) -> Offerings:
        """Say what a child may apply for."""
        return self.house.query(read_offerings, ask, caller)

    @answers(application.APPLY)
    def apply(self, ask: application.Apply, caller: Caller) -> dict[str, Any]:
        """Take a family's application."""
        return self.house.command(apply, ask, caller)

    @answers(application.CHANGE)
    def change(self, ask: application.ChangeApplication, caller: Caller) -> dict[str, Any]:
        """Take what a family has changed of what was returned to it."""
        return self.house.command(change, ask, caller)

    @answers(application.WITHDRAW)
    def withdraw(self, ask: application.WithdrawApplication, caller: Caller) -> dict[str, Any]:
        """Take a withdrawal."""
        return self.house.command(withdraw, ask, caller)

    @answers(approval.DECIDE)
    def decide(self, ask: approval.Decide, caller: Caller) -> dict[str, Any]:
        """Take the decision of somebody whose turn it is."""
        return self.house.command(decide, ask, caller)

    @answers(approval.REMIND)
    def remind(self, ask: approval.RemindApproval, caller: Caller) -> dict[str, Any]:
        """Ask those who have it to decide."""
        return self.house.command(remind, ask, caller)

    @answers(approval.APPROVE_MANY)
    def approve_many(self, ask: approval.ApproveMany, caller: Caller) -> dict[str, Any]:
        """Take one approval of many applications."""
        return self.house.command(approve_many, ask, caller)

    @answers(application.READ)
    def read(self, ask: application.ReadApplication, caller: Caller) -> Application:
        """Show one application."""
        return self.house.query(read, ask, caller)

    @answers(application.APPLICATIONS)
    def applications(self, ask: application.ListApplications, caller: Caller) -> Applications:
        """Show a page of applications."""
        return self.house.query(read_page, ask, caller)

    @answers(agreement.STAND_IN)
    def stand_in(self, ask: agreement.ReadStandIn, caller: Caller) -> agreement.StandIns:
        """Say who decides for whom."""
        return self.house.query(read_stand_ins, ask, caller)

    @answers(agreement.ASK_TO_STAND_IN)
    def ask_to_stand_in(self, ask: agreement.AskToStandIn, caller: Caller) -> dict[str, Any]:
        """Let a colleague decide for the asker."""
        return self.house.command(ask_to_stand_in, ask, caller)

    @answers(agreement.END_STAND_IN)
    def end_stand_in(self, ask: agreement.EndStandIn, caller: Caller) -> dict[str, Any]:
        """Let nobody decide for the asker any more."""
        return self.house.command(end_stand_in, ask, caller)

    @subscribe(catalogue.ENROLMENT_FACTS)
    def learn(self, received: Received) -> None:
        """Keep what directory and rulebook have announced."""
        self.house.effect(learn, received)
