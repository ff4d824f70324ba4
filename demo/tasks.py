"""Task: a kind of homework a teacher of the demo may set, read from tasks.yaml."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from demo.chance import Chance

_HERE = Path(__file__).parent
_STEP = 5


@dataclass(frozen=True, kw_only=True)
class Task:
    """`minutes` are those it may be given, in steps of five; `text` leaves page numbers and the like open."""

    subject: str
    grades: range
    kind: str
    place: str
    minutes: range
    text: str

    def worded(self, luck: Chance) -> str:
        """Return the text with its page numbers."""
        page = luck.randint(12, 96)
        return self.text.format(p=page, q=page + 1, u=luck.randint(1, 7), n=luck.randint(3, 6))


def _read(subject: str, grades: str, line: str) -> Task:
    head, text = line.split(" | ")
    kind, place, minutes = head.split()
    return Task(
        subject=subject, grades=_span(grades, 1), kind=kind, place=place, minutes=_span(minutes, _STEP), text=text
    )


def _span(words: str, step: int) -> range:
    least, most = map(int, words.split("-"))
    return range(least, most + 1, step)


@cache
def _document() -> dict[str, Any]:
    document = yaml.safe_load((_HERE / "tasks.yaml").read_text(encoding="utf-8"))
    assert isinstance(document, dict)
    return document


@cache
def tasks(subject: str, grade: int) -> tuple[Task, ...]:
    """Return what may be set in a subject in a grade."""
    every = _document()["pieces"].get(subject, {})
    read = (_read(subject, grades, line) for grades, lines in every.items() for line in lines)
    return tuple(task for task in read if grade in task.grades)


def how_often(subject: str) -> float:
    """Return on how many of ten days, as a share, the subject sets something."""
    return float(_document()["how_often"].get(subject, 0))


def reasons(state: str) -> list[str]:
    """Return why pieces are corrected or withdrawn."""
    return list(_document()["reasons"][state])
