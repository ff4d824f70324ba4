"""HomeworkUnit: one open transaction on homework's database, whole."""

from services.homework.store.days import Days
from services.homework.store.facts import Facts
from services.homework.store.history import History
from services.homework.store.pieces import Pieces
from services.homework.store.replays import Replays
from services.homework.store.verdicts import Verdicts


class HomeworkUnit(Pieces, Days, Facts, Verdicts, Replays, History):
    """What the application's Unit promises, kept by PostgreSQL."""
