"""Plan: what one school of the demo decided, read from plans.yaml."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from contracts.directory.school import Stage
from demo.caps import Cap

_HERE = Path(__file__).parent
CARDS = "g"
"""The school whose people the sign-in cards show; its pages are the fullest."""
CARDS_CLASS = (3, 2)
"""Grade and number of the class whose day is prepared for the cards' teachers."""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """One school's decisions, with the national caps among its own: every one of them holds (H1)."""

    key: str
    code: str
    name: str
    stage: Stage
    classes: dict[int, int]
    caps: tuple[Cap, ...]
    take_home_subjects: frozenset[str] | None
    finishes_at_school: bool
    care: dict[str, Any]

    def caps_of(self, grade: int) -> tuple[Cap, ...]:
        """Return every cap that binds a class of this grade."""
        return tuple(cap for cap in self.caps if grade in cap.grades)

    def lets_home(self, subject: str, kind: str) -> bool:
        """Say whether a piece may be taken home: written work stays where it is finished at school (H7, H8)."""
        allowed = self.take_home_subjects is None or subject in self.take_home_subjects
        return allowed and not (self.finishes_at_school and kind == "written")


def _read(plain: dict[str, Any], document: dict[str, Any]) -> Plan:
    homework = plain.get("homework", {})
    caps = document["national"]["caps"] + homework.get("caps", [])
    subjects = homework.get("take_home_subjects")
    return Plan(
        key=plain["key"],
        code=plain["code"],
        name=plain["name"],
        stage=Stage(plain["stage"]),
        classes=plain["classes"],
        caps=tuple(map(Cap.read, caps)),
        take_home_subjects=frozenset(subjects) if subjects else None,
        finishes_at_school="finish_at_school" in homework,
        care=document["afternoon"] | plain.get("care", {}),
    )


@cache
def _document() -> dict[str, Any]:
    document = yaml.safe_load((_HERE / "plans.yaml").read_text(encoding="utf-8"))
    assert isinstance(document, dict)
    return document


def plans() -> tuple[Plan, ...]:
    """Return the thirteen plans, in the order of their keys."""
    return tuple(_read(plain, _document()) for plain in _document()["schools"])


def district() -> tuple[str, str]:
    """Return the district's code and name."""
    return _document()["district"]["code"], _document()["district"]["name"]
