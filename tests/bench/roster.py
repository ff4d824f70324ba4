"""import: a roster read, judged, planned and marked, beside openpyxl reading and writing the same workbook.

import_job: the same roster checked and taken in by a worker at rest, as an office waits for it, beside a limit.
"""

import io
import time
from contextlib import contextmanager
from functools import partial

from openpyxl import load_workbook

from plumbing import clock
from plumbing.database import Database
from plumbing.house import House
from plumbing.sealing import Vault
from services.directory.domain.roster import pupil_sheet
from services.directory.domain.roster.header import find_header
from services.directory.domain.roster.pupil_plan import plan_pupils
from services.directory.domain.roster.standing import Standing
from services.directory.domain.roster.whole import Whole
from services.directory.formats.roster.marking import marked
from services.directory.formats.roster.reading import sheets_of
from services.directory.store import DirectoryUnit
from tests.bench.contest import Compared, Contest
from tests.bench.large_roster import large_roster
from tests.store.directory.office import Office

LIMIT_SECONDS = 10.0
"""What an office may wait for its roster, from handing it in to the last pupil in the class."""


@contextmanager
def roster(ground, size):
    """Let each side take the same workbook through its hands; the worker's every round is another school's."""
    content = large_roster(size.rows)
    database = Database(ground.databases["directory"].url("directory"))
    house = House(
        service="directory", database=database,
        unit=partial(DirectoryUnit, vault=Vault(ground.room.secrets.directory_keys)),
    )
    with ground.running("directory-worker"):
        yield Contest(
            sides={
                "roster": partial(_rows_per_second, checked, content, size.rows),
                "openpyxl": partial(_rows_per_second, _bare, content, size.rows),
                "job": partial(_seconds, _taken_in, house, content),
                "limit": lambda: {"seconds": LIMIT_SECONDS},
            },
            compared=(
                Compared(name="import", ours="roster", against="openpyxl", of="per_second", unit="rows/s"),
                Compared(name="import_job", ours="job", against="limit", of="seconds", unit="s"),
            ),
        )
    database.engine.dispose()


def _rows_per_second(work, content, rows):
    begun = time.perf_counter()
    work(content)
    return {"per_second": rows / (time.perf_counter() - begun)}


def _seconds(work, *given):
    begun = time.perf_counter()
    work(*given)
    return {"seconds": time.perf_counter() - begun}


def _taken_in(house, content):
    office = Office(house)
    assert office.takes_in(office.checks(content)).take_in.state == "done"


def checked(content):
    """Return the workbook as the office gets it back, of a school that knows nobody yet."""
    (sheet,) = sheets_of(content, "xlsx")
    header = find_header(sheet.lines, pupil_sheet.COLUMNS, pupil_sheet.REQUIRED)
    judged = pupil_sheet.judge_pupils(sheet.lines, header, clock.today())
    empty = Standing(grades=range(1, 7), classes=frozenset(), people={}, numbered={})
    plan = plan_pupils(judged, empty, Whole.PART)
    return marked(content, "xlsx", sheet, header.row, plan.findings)


def _bare(content):
    kept = io.BytesIO()
    load_workbook(io.BytesIO(content)).save(kept)
    return kept.getvalue()
