"""The next school year of the asker's school."""

from typing import Any

from contracts.directory.next_year import BEGIN_YEAR, NEXT_YEAR, BeginYear, NextYear, ReadNextYear
from plumbing.caller import Caller
from plumbing.doors import answers
from services.directory.application.school_year.next_year import begin_year, read_next_year
from services.directory.door.own_house import OwnHouse


class NextYears(OwnHouse):
    """The next school year of the asker's school."""

    @answers(NEXT_YEAR)
    def next_year(self, ask: ReadNextYear, caller: Caller) -> NextYear:
        """Say what the next year would make of the school."""
        return self.house.query(read_next_year, ask, caller)

    @answers(BEGIN_YEAR)
    def begin_year(self, ask: BeginYear, caller: Caller) -> dict[str, Any]:
        """Let the next year begin."""
        return self.house.command(begin_year, ask, caller)
