"""Findings as a form can show them and send them back."""

from dataclasses import replace

from contracts import finding as wire
from contracts.homework.assignment import Kind, Place, Practice
from services.homework.application.findings import finding_of
from tests.unit.homework import cast
from tests.unit.homework.test_piece import a_piece
from tests.unit.homework.test_rules import rules, standing


def findings(*norms, piece, already_set=0):
    return [finding_of(finding) for finding in rules(*norms).judge(piece, standing(already_set)).findings]


def test_a_finding_quotes_its_norm_and_travels_unchanged():
    (found,) = findings(cast.cap(60), piece=a_piece(minutes=61))
    assert (found.norm, found.layer, found.force, found.field) == (
        "cap_written_total_average", "national", "refuse", "minutes",
    )
    assert (found.observed, found.limit, found.clause, found.source) == (61, 60, cast.CLAUSE, cast.SOURCE)
    assert wire.Finding.load(found.dump()) == found


def test_every_offer_is_a_field_of_the_draft_with_a_value_that_its_form_understands():
    banned = a_piece(minutes=61, kind="written", place="home")
    norms = (cast.cap(60), cast.cap(10, "written_home_maximum"), cast.ban("home", measure="place"))
    offers = {offer.field: offer.value for found in findings(*norms, piece=banned) for offer in found.offers}
    assert set(offers) <= {"minutes", "kind", "place"}
    plain = cast.draft(class_id=cast.new_id(), day=banned.day).dump()
    draft = cast.Draft.load({**plain, **offers})
    assert isinstance(draft.kind, Kind) and isinstance(draft.place, Place) and 1 <= draft.minutes <= 61


def test_an_offer_to_leave_a_practice_names_those_that_may_stay():
    piece = replace(a_piece(), practices=("copying", "self_marked", "in_recess"))
    (found,) = findings(cast.ban("copying"), piece=piece)
    assert found.offers[0].value == "self_marked,in_recess"
    assert [Practice(code) for code in found.offers[0].value.split(",")] == [Practice.SELF_MARKED, Practice.IN_RECESS]
    assert (found.observed, found.limit) == (None, None)
