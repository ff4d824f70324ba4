"""One schema makes the form, reads it, and says what was wrong with it."""

from werkzeug.datastructures import MultiDict

from contracts.directory.session import SignIn
from contracts.enrolment.application import Apply
from contracts.errors import InvalidRequest, Unavailable
from contracts.finding import Offer
from contracts.homework.assignment import KIND_LABELS, CorrectHomework, PublishHomework
from gateway.forms import offers
from gateway.forms.described import described
from gateway.forms.field import Option
from gateway.forms.form import Form
from gateway.forms.joined import Joined, joined_value
from gateway.forms.plain import given_from, plain
from gateway.forms.questions import Questions
from gateway.forms.refusal import sentences


def questions(**more: object) -> Questions[PublishHomework]:
    return Questions(message=PublishHomework, title="布置作业", action="发布", **more)  # type: ignore[arg-type]


def test_every_question_of_homework_has_words_and_the_right_widget() -> None:
    fields = described(PublishHomework)
    assert {name: f.widget for name, f in fields.items()} == {
        "class_id": "text", "subject": "text", "day": "date", "kind": "radios", "place": "radios",
        "minutes": "minutes", "content": "textarea", "practices": "checkboxes",
    }
    assert all(f.label for f in fields.values())
    assert [o.label for o in fields["kind"].options] == list(KIND_LABELS.values())
    assert fields["content"].longest == 500


def test_a_password_is_asked_as_a_password() -> None:
    assert described(SignIn)["password"].widget == "password"


def test_what_has_no_label_is_not_asked() -> None:
    assert "client" not in described(SignIn)
    assert "sequence" not in described(CorrectHomework)


def test_a_form_becomes_what_a_program_would_have_sent() -> None:
    given = MultiDict([("care_weekdays", "1"), ("care_weekdays", "3"), ("club_ids", " "), ("csrf_token", "x")])
    assert plain(Apply, given) == {"care_weekdays": ["1", "3"], "club_ids": []}


def test_a_message_becomes_what_a_browser_would_have_sent() -> None:
    assert given_from({"days": (1, 3), "minutes": 20, "none": None}).to_dict(flat=False) == {
        "days": ["1", "3"], "minutes": ["20"], "none": [],
    }


def test_class_and_subject_are_answered_as_one() -> None:
    joined = Joined(name="teaching", label="班级和学科", parts=("class_id", "subject"))
    given = MultiDict([("teaching", joined_value("a-class", "数学|奥数"))])
    apart = joined.split(given)
    assert (apart["class_id"], apart["subject"]) == ("a-class", "数学|奥数")


def test_what_is_wrong_with_a_part_is_said_at_the_question_that_was_asked() -> None:
    joined = Joined(name="teaching", label="班级和学科", parts=("class_id", "subject"))
    form = Form(questions(joined=joined), MultiDict())
    form.refused(InvalidRequest(details={"fields": {"subject": ["没有这个学科。"]}}))
    assert ("班级和学科：没有这个学科。", "f-teaching") in form.summary


def test_what_is_wrong_with_nothing_that_was_asked_is_said_all_the_same() -> None:
    form = Form(questions(), MultiDict()).refused(InvalidRequest(details={"fields": {"moon": ["太远。"]}}))
    assert form.summary == (("太远。", ""),)


def test_a_choice_that_can_no_longer_be_listed_is_kept() -> None:
    form = Form(questions(options={"subject": ()}), MultiDict([("subject", "数学")]))
    subject = next(f for f in form.fields if f.name == "subject")
    assert [o.value for o in subject.options] == ["数学"]


def test_choices_of_the_page_take_the_place_of_a_text_field() -> None:
    form = Form(questions(options={"subject": (Option(value="数学", label="数学"),)}), MultiDict())
    assert next(f for f in form.fields if f.name == "subject").widget == "radios"


def test_the_key_stays_for_the_same_request_and_changes_for_another() -> None:
    given = MultiDict([("key", "first")])
    assert Form(questions(), given).key == "first"
    assert Form(questions(), given).refused(Unavailable()).key == "first"
    assert Form(questions(), given).refused(InvalidRequest()).key != "first"


def test_an_offer_changes_one_field_and_nothing_that_the_message_does_not_know() -> None:
    given = MultiDict([("minutes", "61"), ("content", "a=b"), ("offer", "minutes=60")])
    assert offers.taken(PublishHomework, given).to_dict() == {"minutes": "60", "content": "a=b"}
    strange = MultiDict([("minutes", "61"), ("offer", "is_admin=1")])
    assert "is_admin" not in offers.taken(PublishHomework, strange)


def test_an_offer_for_a_list_may_name_several_values_or_none() -> None:
    several = MultiDict([("offer", offers.button_value(Offer(words="", field="practices", value="copying,punitive")))])
    assert offers.taken(PublishHomework, several).getlist("practices") == ["copying", "punitive"]
    none = MultiDict([("practices", "copying"), ("offer", "practices=")])
    assert plain(PublishHomework, offers.taken(PublishHomework, none))["practices"] == []


def test_a_complaint_however_deep_is_told_once_each() -> None:
    assert sentences({0: ["请选择。"], 1: ["请选择。", "太多。"], "x": {"y": "深。"}}) == ["请选择。", "太多。", "深。"]
