"""Promotion: what becomes of each class when the school year ends: it goes on under a new name, or graduates."""

from collections.abc import Iterable
from dataclasses import dataclass

from services.directory.domain.class_name import class_name


@dataclass(frozen=True, kw_only=True)
class StandingClass:
    """A class of the present year: how many pupils it has, and whether somebody leads it."""

    class_id: str
    grade: int
    number: int
    pupils: int
    has_head: bool


@dataclass(frozen=True, kw_only=True)
class Promotion:
    """One class, and its grade in the next year; none when it graduates."""

    stands: StandingClass
    next_grade: int | None

    @property
    def name(self) -> str:
        """Return what the class is called now."""
        return class_name(self.stands.grade, self.stands.number)

    @property
    def next_name(self) -> str:
        """Return what it will be called; nothing when it graduates."""
        return class_name(self.next_grade, self.stands.number) if self.next_grade else ""


def promotions(classes: Iterable[StandingClass], grades: range) -> tuple[Promotion, ...]:
    """Return what becomes of each class of a school that teaches these grades."""
    return tuple(
        Promotion(stands=one, next_grade=one.grade + 1 if one.grade + 1 in grades else None) for one in classes
    )
