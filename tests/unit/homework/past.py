"""Past: one demo school and its homework in memory, published piece by piece under the rules of its day."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from contracts.actor import Actor
from contracts.directory.calendar import CalendarPublished
from contracts.directory.school import ClassOpened
from contracts.homework.assignment import CorrectHomework, Kind, Place, PublishHomework, WithdrawHomework
from contracts.received import Received
from contracts.rulebook.norms import NormsPublished
from engines.policy import Norm, Verdict, norm_to_plain
from plumbing.ids import new_id
from services.homework.application.correct import correct
from services.homework.application.learn import learn
from services.homework.application.publish import publish
from services.homework.application.withdraw import withdraw
from services.homework.domain.kept_verdict import KeptVerdict, rejudge
from services.rulebook.formats.layer_document import layer_from_plain, layer_from_yaml
from services.rulebook.wiring import NATIONAL
from tests.unit.homework import cast
from tests.unit.homework.memory import MemoryStore

Plain = dict[str, Any]


def pasts(told: dict[str, Plain], *advice: Plain) -> Iterator["Past"]:
    """Yield every school of the demo's documents, all of its homework done; its own layer says the `advice`, too."""
    directory, layers, pieces = told["directory.json"], told["rulebook.json"]["layers"], told["homework.json"]["pieces"]
    nation = layer_from_yaml(NATIONAL.read_text(encoding="utf-8")).norms
    for school in directory["schools"]:
        own = [piece for piece in pieces if piece["school_id"] == school["school_id"]]
        past = Past(directory["district"]["district_id"], school, min(map(_published_at, own)))
        past.hear(CalendarPublished.load(directory["calendar"]), of_school=False)
        for one in school["classes"]:
            past.hear(ClassOpened(**one))
        past.says("national", nation)
        for layer in layers:
            if layer["school_id"] in (None, school["school_id"]):
                extra = advice if layer["layer"] == "school" else ()
                past.says(layer["layer"], layer_from_plain(layer["layer"], [*layer["norms"], *extra]).norms)
        past.lives(own)
        yield past


@dataclass
class Past:
    """`now` is the moment that its history has reached; `warned` what each publication was told."""

    district_id: str
    school: Plain
    now: datetime
    warned: dict[str, tuple[Any, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.store = MemoryStore(now=lambda: self.now)
        self._layers: dict[str, str] = {}
        self._ids: dict[str, str] = {}

    @property
    def school_id(self) -> str:
        return str(self.school["school_id"])

    def hear(self, event: Any, *, sequence: int = 1, of_school: bool = True) -> None:
        """Let another house announce something."""
        self.store.hear(learn, Received(
            event=event, queue="homework.facts", message_id=new_id(), sequence=sequence, occurred_at=self.now,
            district_id=self.district_id, school_id=self.school_id if of_school else None, request_id="test",
        ))

    def says(self, layer: str, norms: tuple[Norm, ...], version: int = 1) -> None:
        """Let a layer's edition be known."""
        layer_id = self._layers.setdefault(layer, new_id())
        event = NormsPublished(
            layer_id=layer_id, layer=layer, version=version, norms=tuple(map(norm_to_plain, norms))
        )
        self.hear(event, sequence=version, of_school=layer == "school")

    def lives(self, pieces: list[Plain]) -> None:
        """Let everything happen in its order: pieces are published, corrected, taken back."""
        steps: list[tuple[datetime, Callable[[Plain], None], Plain]] = [
            *((_published_at(piece), self._publish, piece) for piece in pieces),
            *((datetime.fromisoformat(p["changed_at"]), self._change, p) for p in pieces if p["changed_at"]),
        ]
        for self.now, step, piece in sorted(steps, key=lambda step: step[0]):
            step(piece)

    def rejudged(self) -> list[tuple[KeptVerdict, Verdict]]:
        """Judge every verdict again; return each with what it says now."""
        kept = self.store.drawers[self.school_id].verdicts
        return self.store.ask(
            lambda unit, _: [(one, rejudge(one, unit.editions(one.editions))) for one in kept], None,
            self._actor(new_id()),
        )

    def _publish(self, piece: Plain) -> None:
        said = {name: piece[name] for name in ("class_id", "subject", "minutes", "content")}
        answer = self.store.ask(publish, PublishHomework(
            **said, day=date.fromisoformat(piece["day"]), kind=Kind(piece["kind"]), place=Place(piece["place"])
        ), self._teacher(piece))
        self._ids[piece["assignment_id"]] = answer.assignment_id
        self.warned[answer.assignment_id] = answer.warnings

    def _change(self, piece: Plain) -> None:
        assignment_id, reason = self._ids[piece["assignment_id"]], piece["reason"]
        if piece["state"] == "withdrawn":
            withdrawal = WithdrawHomework(assignment_id=assignment_id, reason=reason)
            self.store.ask(withdraw, withdrawal, self._teacher(piece))
            return
        correction = CorrectHomework(
            assignment_id=assignment_id, sequence=1, kind=Kind(piece["kind"]), place=Place(piece["place"]),
            minutes=piece["minutes"], content=piece["content"], reason=reason,
        )
        self.store.ask(correct, correction, self._teacher(piece))

    def _teacher(self, piece: Plain) -> Actor:
        return self._actor(piece["teacher_id"], cast.teaches(piece["class_id"], piece["subject"]))

    def _actor(self, person_id: str, *grants: Any) -> Actor:
        return Actor(person_id=person_id, district_id=self.district_id, school_id=self.school_id, grants=grants)


def _published_at(piece: Plain) -> datetime:
    return datetime.fromisoformat(piece["published_at"])
