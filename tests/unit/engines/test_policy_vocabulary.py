"""The engine's words are the words the houses speak and the pages show."""

from contracts.directory import calendar as announced
from contracts.homework.assignment import KIND_LABELS, PLACE_LABELS, PRACTICE_LABELS
from engines.policy.vocabulary import FIELDS
from engines.schooldays import DayKind, SeasonName


def labels(field):
    return dict(FIELDS[field].labels)


def test_kinds_places_and_practices_are_those_of_the_homework_form():
    assert labels("kind") == {str(kind): label for kind, label in KIND_LABELS.items()}
    assert labels("place") == {str(place): label for place, label in PLACE_LABELS.items()}
    assert labels("practices") == {str(practice): label for practice, label in PRACTICE_LABELS.items()}


def test_kinds_of_days_are_those_of_the_calendar():
    assert set(labels("day_kind")) == set(DayKind)


def test_seasons_are_those_of_the_calendar():
    assert set(labels("season")) == set(SeasonName) == set(announced.SeasonName)
