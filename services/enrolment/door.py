"""Enrolment, as the gateway and the events of other houses meet it."""

from typing import Any

from contracts import catalogue
from contracts.enrolment import application, approval, child_times, draw, fee, handing, many_offerings, offering, roster
from contracts.enrolment import programme as of_term
from contracts.enrolment import refusals as refusing
from contracts.enrolment import stand_in as agreement
from contracts.enrolment.application import Application, Applications
from contracts.enrolment.offering import Offerings
from contracts.enrolment.planned import DropOffering, WriteOffering
from contracts.enrolment.session import DropSession, WriteSession
from contracts.received import Received
from plumbing.caller import Caller
from plumbing.doors import HouseProvider, answers
from plumbing.subscribe import subscribe
from services.enrolment import wiring
from services.enrolment.application.change import change
from services.enrolment.application.decision import approve_many, decide
from services.enrolment.application.draw.closing import close_list
from services.enrolment.application.draw.committing import commit_draw
from services.enrolment.application.draw.drawing import draw_places
from services.enrolment.application.draw.reading import read_draw, read_record
from services.enrolment.application.facts import learn
from services.enrolment.application.fees import read_fees
from services.enrolment.application.handing import hand, read_hands
from services.enrolment.application.programme.announcing import announce_programme
from services.enrolment.application.programme.many_offerings import write_offerings
from services.enrolment.application.programme.offerings import drop_offering, write_offering
from services.enrolment.application.programme.opening import open_programme
from services.enrolment.application.programme.reading import read_announced, read_programme, read_programmes
from services.enrolment.application.programme.sessions import drop_session, write_session
from services.enrolment.application.reading import read, read_page
from services.enrolment.application.refused import read_district_refusals, read_refusals
from services.enrolment.application.reminding import remind
from services.enrolment.application.rosters import read_child_times, read_led, read_roster
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

    @answers(handing.HANDS)
    def hands(self, ask: handing.ReadHands, caller: Caller) -> handing.Hands:
        """Say into whose hands an application could go."""
        return self.house.query(read_hands, ask, caller)

    @answers(handing.HAND)
    def hand(self, ask: handing.Hand, caller: Caller) -> dict[str, Any]:
        """Let an application go to a colleague, or back."""
        return self.house.command(hand, ask, caller)

    @answers(application.READ)
    def read(self, ask: application.ReadApplication, caller: Caller) -> Application:
        """Show one application."""
        return self.house.query(read, ask, caller)

    @answers(application.APPLICATIONS)
    def applications(self, ask: application.ListApplications, caller: Caller) -> Applications:
        """Show a page of applications."""
        return self.house.query(read_page, ask, caller)

    @answers(refusing.REFUSALS)
    def refusals(self, ask: refusing.ReadRefusals, caller: Caller) -> refusing.Refusals:
        """Count the school's refusals of basic care by ground."""
        return self.house.query(read_refusals, ask, caller)

    @answers(refusing.DISTRICT_REFUSALS)
    def district_refusals(self, ask: refusing.ReadDistrictRefusals, caller: Caller) -> refusing.DistrictRefusals:
        """Count the refusals of the district's schools by ground."""
        return self.house.query(read_district_refusals, ask, caller)

    @answers(fee.FEES)
    def fees(self, ask: fee.ReadFees, caller: Caller) -> fee.Fees:
        """State what a term's places cost."""
        return self.house.query(read_fees, ask, caller)

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

    @answers(of_term.PROGRAMMES)
    def programmes(self, ask: of_term.ListProgrammes, caller: Caller) -> of_term.Programmes:
        """Show the terms and their programmes."""
        return self.house.query(read_programmes, ask, caller)

    @answers(of_term.PROGRAMME)
    def programme(self, ask: of_term.ReadProgramme, caller: Caller) -> of_term.Programme:
        """Show one programme, judged."""
        return self.house.query(read_programme, ask, caller)

    @answers(of_term.ANNOUNCED)
    def announced(self, ask: of_term.ReadAnnounced, caller: Caller) -> of_term.Announced:
        """Show what is announced to families."""
        return self.house.query(read_announced, ask, caller)

    @answers(of_term.OPEN_PROGRAMME)
    def open_programme(self, ask: of_term.OpenProgramme, caller: Caller) -> dict[str, Any]:
        """Begin the programme of a term."""
        return self.house.command(open_programme, ask, caller)

    @answers(of_term.WRITE_SESSION)
    def write_session(self, ask: WriteSession, caller: Caller) -> dict[str, Any]:
        """Let a session be so."""
        return self.house.command(write_session, ask, caller)

    @answers(of_term.DROP_SESSION)
    def drop_session(self, ask: DropSession, caller: Caller) -> dict[str, Any]:
        """Let a session be no more."""
        return self.house.command(drop_session, ask, caller)

    @answers(of_term.WRITE_OFFERING)
    def write_offering(self, ask: WriteOffering, caller: Caller) -> dict[str, Any]:
        """Let an offering be so."""
        return self.house.command(write_offering, ask, caller)

    @answers(many_offerings.WRITE_OFFERINGS)
    def write_offerings(self, ask: many_offerings.WriteOfferings, caller: Caller) -> dict[str, Any]:
        """Let many offerings be so, or none."""
        return self.house.command(write_offerings, ask, caller)

    @answers(of_term.DROP_OFFERING)
    def drop_offering(self, ask: DropOffering, caller: Caller) -> dict[str, Any]:
        """Let an offering be no more."""
        return self.house.command(drop_offering, ask, caller)

    @answers(of_term.ANNOUNCE_PROGRAMME)
    def announce_programme(self, ask: of_term.AnnounceProgramme, caller: Caller) -> dict[str, Any]:
        """Announce a programme to families."""
        return self.house.command(announce_programme, ask, caller)

    @answers(draw.DRAW)
    def read_draw(self, ask: draw.ReadDraw, caller: Caller) -> draw.Draw:
        """Show the draw of a programme."""
        return self.house.query(read_draw, ask, caller)

    @answers(draw.DRAW_RECORD)
    def draw_record(self, ask: draw.ReadDrawRecord, caller: Caller) -> draw.DrawRecord:
        """Show all that it takes to draw again."""
        return self.house.query(read_record, ask, caller)

    @answers(draw.CLOSE_LIST)
    def close_list(self, ask: draw.CloseList, caller: Caller) -> dict[str, Any]:
        """Close the list of a draw."""
        return self.house.command(close_list, ask, caller)

    @answers(draw.DRAW_PLACES)
    def draw_places(self, ask: draw.DrawPlaces, caller: Caller) -> dict[str, Any]:
        """Draw, once."""
        return self.house.command(draw_places, ask, caller)

    @answers(draw.COMMIT_DRAW)
    def commit_draw(self, ask: draw.CommitDraw, caller: Caller) -> dict[str, Any]:
        """Give the places as they were drawn."""
        return self.house.command(commit_draw, ask, caller)
    @answers(roster.ROSTER_OF_OFFERING)
    def roster_of_offering(self, ask: roster.ReadOfferingRoster, caller: Caller) -> roster.OfferingRoster:
        """Show who has a place in an offering."""
        return self.house.query(read_roster, ask, caller)

    @answers(roster.LED_OFFERINGS)
    def led_offerings(self, ask: roster.ListLed, caller: Caller) -> roster.LedOfferings:
        """Show what the asker leads."""
        return self.house.query(read_led, ask, caller)

    @answers(child_times.CHILD_TIMES)
    def child_times(self, ask: child_times.ReadChildTimes, caller: Caller) -> child_times.ChildTimes:
        """Show where a child is after school."""
        return self.house.query(read_child_times, ask, caller)

    @subscribe(catalogue.ENROLMENT_FACTS)
    def learn(self, received: Received) -> None:
        """Keep what directory and rulebook have announced."""
        self.house.effect(learn, received)
