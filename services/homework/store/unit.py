"""HomeworkUnit: one open transaction on homework's database, whole."""

from services.homework.store.days import Days
from services.homework.store.facts import Facts
from services.homework.store.history import History
from services.homework.store.pieces import Pieces


class HomeworkUnit(Pieces, Days, Facts, History):
    """What the application's Unit promises, kept by PostgreSQL."""
