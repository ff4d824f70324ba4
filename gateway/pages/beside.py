"""What stands beside a board: the rules in force on its day, and the code that leads from paper back to the page."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby

import segno
from markupsafe import Markup

from contracts.directory.school import School
from contracts.homework.board import Board, ClassDay
from contracts.rulebook.norms import RULES, ReadRules, Rule
from gateway import here
from gateway.houses import Later
from gateway.school import visitor_of


@dataclass(frozen=True, kw_only=True)
class Layer:
    """The rules of nation, district or school."""

    name: str
    rules: tuple[Rule, ...]


class RulesBeside:
    """Asked for at once, read when the board is there; a board without them says that they cannot be read."""

    def __init__(self, school: School, day: date):
        self._answer: Later = here.houses().later(RULES, ReadRules(on=day), visitor_of(school))

    def layers(self) -> tuple[Layer, ...] | None:
        """Return what the layers say of homework, the nation's first; None while rulebook is silent."""
        found = self._answer.or_none()
        if found is None:
            return None
        on_homework = (rule for rule in found.rules if rule.about == "homework")
        return tuple(Layer(name=name, rules=tuple(of)) for name, of in groupby(on_homework, key=lambda r: r.layer))


def by_grade(board: Board) -> list[tuple[int, list[ClassDay]]]:
    """Return the classes of a board, grade by grade."""
    return [(grade, list(classes)) for grade, classes in groupby(board.classes, key=lambda c: c.grade)]


@lru_cache(64)
def code_of(address: str) -> Markup:
    """Return the QR code of an address."""
    return Markup(segno.make(address, error="m").svg_inline(svgclass="q-code", omitsize=True, lineclass=None))  # noqa: S704
