"""The way of an application, like a parcel's: what is done, where it is, what came back and why, what is to come."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from contracts.enrolment import part as of
from contracts.enrolment.application import Application
from contracts.enrolment.part import KIND_LABELS, ApplicationState, Part, Said
from contracts.enrolment.place import Place, PlaceState
from gateway.language import phrase
from gateway.pictures.way import Picture, picture_of
from gateway.texts.chains import roles, said_words
from gateway.texts.dates import moment, short_day

DONE, NOW, AHEAD, SKIPPED, ENDED, BACK = "done", "now", "ahead", "skipped", "ended", "back"
_OVER = {
    ApplicationState.REJECTED: "没有通过", ApplicationState.WITHDRAWN: "已撤回", ApplicationState.CLOSED: "已结束",
}
Who = Callable[[Said, of.Stop], str]


@dataclass(frozen=True, kw_only=True)
class Stop:
    """One stop; `state` is done, now, ahead, skipped, ended, or back where it was sent back; `notes` say more.

    `to`: the name of the stop that it was sent back to, if not to the family.
    """

    name: str
    state: str
    notes: tuple[str, ...] = ()
    to: str | None = None


@dataclass(frozen=True, kw_only=True)
class Way:
    """The way of what an application asks of one kind of service."""

    label: str
    stops: tuple[Stop, ...]

    @property
    def picture(self) -> Picture:
        """Return it as a picture."""
        return picture_of(self.stops)


@dataclass(frozen=True, kw_only=True)
class Glance:
    """Where one kind of service stands, in a few words."""

    label: str
    words: str
    colour: str


def by_role(_: Said, stop: of.Stop) -> str:
    """Say who did it as a family knows them: by what they are in the school."""
    return roles(stop.groups)


def ways_of(application: Application, who: Who = by_role) -> tuple[Way, ...]:
    """Return the way of each kind of service, as far as it is known."""
    return tuple(
        Way(label=KIND_LABELS[part.kind], stops=tuple(_stops(application, part, who))) for part in application.parts
    )


def glances_of(application: Application) -> tuple[Glance, ...]:
    """Return where each kind of service stands."""
    return tuple(_glance(part, _of_kind(application, part)) for part in application.parts)


def _glance(part: Part, places: Sequence[Place]) -> Glance:
    label = KIND_LABELS[part.kind]
    if part.state is ApplicationState.SUBMITTED:
        return Glance(label=label, words=phrase("等{0}", part.step) if part.step else "等待审核", colour="yellow")
    if part.state is ApplicationState.RETURNED:
        return Glance(label=label, words="退回修改", colour="red")
    if part.state is ApplicationState.APPROVED:
        placed = _placement(places)
        words = "；".join(placed.notes) or placed.name
        return Glance(label=label, words=words, colour="yellow" if placed.notes else "green")
    return Glance(label=label, words=_OVER[part.state], colour="grey")


def _stops(application: Application, part: Part, who: Who) -> Iterator[Stop]:
    yield Stop(name="已提交", state=DONE, notes=(moment(application.submitted_at),))
    if part.state is ApplicationState.RETURNED:
        yield Stop(name="等家长修改", state=NOW)
    for stop in part.stops:
        yield Stop(name=stop.name, state=stop.standing, notes=tuple(_notes(stop, who)))
        yield from (_back(part, back, stop, who) for back in part.backs if back.from_stop == stop.key)
    if part.state in _OVER:
        yield Stop(name=_OVER[part.state], state=NOW)
    elif part.state is ApplicationState.APPROVED:
        yield _placement(_of_kind(application, part))
    else:
        yield Stop(name="安排名额", state=AHEAD)


def _back(part: Part, back: of.Back, stop: of.Stop, who: Who) -> Stop:
    to = next((one.name for one in part.stops if one.key == back.to), None)
    name = phrase("退回{0}", to) if to else "退回家长修改"
    return Stop(name=name, state=BACK, notes=(_line(back.said, stop, who),), to=to)


def _notes(stop: of.Stop, who: Who) -> Iterator[str]:
    if stop.standing == NOW:
        due = stop.due
        yield phrase("等{0}办理，{1}前", roles(stop.groups), short_day(due)) if due else phrase(
            "等{0}办理", roles(stop.groups)
        )
    if stop.standing == SKIPPED:
        yield "这一步不需要"
    for line in stop.said:
        yield _line(line, stop, who)


def _line(line: Said, stop: of.Stop, who: Who) -> str:
    words = phrase("{0} {1} {2}", who(line, stop), moment(line.at), said_words(line.what))
    return phrase("{0}：{1}", words, line.comment) if line.comment else words


def _of_kind(application: Application, part: Part) -> list[Place]:
    return [place for place in application.places if place.kind is part.kind]


def _placement(places: Sequence[Place]) -> Stop:
    waiting = [place for place in places if place.state is PlaceState.WAITING]
    if waiting:
        notes = tuple(phrase("{0}排在第 {1} 位", place.title, place.line_position) for place in waiting)
        return Stop(name="部分候补" if len(waiting) < len(places) else "正在候补", state=NOW, notes=notes)
    return Stop(name="名额已安排", state=DONE)
