"""School: a class and a teacher for each client, under the nation's real norms and those of a demo school."""

from pathlib import Path

import yaml

import demo
from engines.policy import norm_to_plain
from plumbing.caller import Caller
from plumbing.database import Database
from plumbing.house import House
from plumbing.ids import new_id
from services.homework.application.publish import publish
from services.homework.store import HomeworkUnit
from services.rulebook.formats.layer_document import layer_from_plain, layer_from_yaml
from services.rulebook.wiring import NATIONAL
from tests.bench.roll import PASSWORD, roll
from tests.bench.teacher import Teacher
from tests.store.homework.real import RealStore
from tests.unit.homework.stage import Stage

_SUBJECT, _GRADE = "语文", 3
_OWN = yaml.safe_load((Path(demo.__file__).parent / "layers.yaml").read_text(encoding="utf-8"))["schools"]["a"]


class School:
    """Homework knows its classes and norms, directory its teachers; each school of a run has a code of its own."""

    password = PASSWORD

    def __init__(self, ground, *, classes):
        database = Database(ground.databases["homework"].url("homework"))
        self.house = House(service="homework", unit=HomeworkUnit, database=database)
        self._stage = Stage(RealStore(self.house, inspector=None))
        self._stage.calendar()
        self._stage.nation(*_plain(layer_from_yaml(NATIONAL.read_text(encoding="utf-8"))))
        self._stage.own_norms(*_plain(layer_from_plain("school", _OWN)))
        self.code = f"bench-{new_id()[-12:]}"
        self.teachers = [self._teacher(number) for number in range(classes)]
        ground.seed("directory", roll(self.code, self.teachers).dump())

    def publish(self, teacher, draft):
        """Publish in this process as the house does in its own."""
        caller = Caller(actor=teacher.actor, call="homework.publish", request_id="bench", key=new_id())
        return self.house.command(publish, draft, caller)

    def close(self):
        """Let the database go."""
        self.house.database.engine.dispose()

    def _teacher(self, number):
        class_id = self._stage.open_class(_GRADE, number + 1, class_id=class_id_of(number))
        return Teacher(
            actor=self._stage.teacher(_SUBJECT, class_id), login=f"{self.code}-{number}", today=self._stage.today
        )


def class_id_of(number):
    """Return the id of a client's class; it ends with the client's number, so that pgbench can write it too."""
    return f"00000000-0000-7000-8000-{number:012}"


def _plain(draft):
    return [norm_to_plain(norm) for norm in draft.norms]
