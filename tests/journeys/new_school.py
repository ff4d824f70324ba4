"""A school that is not there yet: what its operator types, and the two workbooks that its office has."""

import io
import unicodedata
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from click.testing import CliRunner
from openpyxl import load_workbook

from ops.commands import qingfu
from plumbing import clock
from tests.journeys.office import Card
from tests.store.directory import test_rosters

DATA = Path(test_rosters.__file__).parent / "data"
CODE, NAME = "xinhe", "新河小学"
OFFICE, OFFICE_PHONE = "吴敏", "13912340001"
_CALENDAR = """
terms:
  - {{name: 本学期, first: {first}, last: {last}}}
marked:
  - {{on: {off}, mark: holiday, name: 假日}}
"""


@dataclass(frozen=True, kw_only=True)
class Workbook:
    """A roster as a school has it; who stands in it is found by name."""

    content: bytes

    @classmethod
    def of(cls, name):
        """Return one of the two files that this project keeps as schools make them."""
        return cls(content=(DATA / f"{name}.xlsx").read_bytes())

    def last_four(self, name, of_child=None):
        """Return how the number ends that stands right of a name, in the row of a child where one is named."""
        for row in load_workbook(io.BytesIO(self.content), read_only=True).active.iter_rows(values_only=True):
            cells = ["" if cell is None else unicodedata.normalize("NFKC", str(cell)).strip() for cell in row]
            if name in cells and of_child in (None, *cells):
                return next(c for c in cells[cells.index(name) + 1:] if c.isdecimal() and len(c) == 11)[-4:]
        raise LookupError(name)


class Operator:
    """Types commands on the machine where the house runs; `code` is of the school, and of a district of its own."""

    def __init__(self, house, folder, *, code=CODE, phone=OFFICE_PHONE):
        self._house, self._folder, self._code, self._phone = house, folder, code, phone

    def opens_the_district(self):
        """The district is there, with a calendar in whose only term it is today."""
        today, file = clock.today(), self._folder / "calendar.yaml"
        first, last = today - timedelta(days=60), today + timedelta(days=90)
        file.write_text(_CALENDAR.format(first=first, last=last, off=last - timedelta(days=7)), encoding="utf-8")
        return self._types("district", "open", self._district, "新河区", "--calendar", str(file))

    def opens_the_school(self):
        """The school is there; return the card of its academic office."""
        asked = ("school", "open", self._code, NAME, "--district", self._district, "--person", OFFICE)
        said = self._types(*asked, typed=f"{self._phone}\n")
        return Card(name=OFFICE, children=(), code=said.partition("激活码 ")[2].partition("，")[0])

    @property
    def _district(self):
        return f"{self._code}-qu"

    def _types(self, *command, typed=None):
        var = {"QINGFU_VAR": str(self._house.places.var)}
        ended = CliRunner().invoke(qingfu, command, input=typed, env=var)
        assert ended.exit_code == 0, ended.output
        return ended.stdout
