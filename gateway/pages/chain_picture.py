"""Chain picture: the steps of a chain as stops, from the application to the place."""

from collections.abc import Iterator, Sequence

from contracts.rulebook.chain import Affair, ChainStep, LeftOut, WhenLate, WhenNobody, WhoSigns
from gateway.language import phrase
from gateway.pages.track import AHEAD, NOW, Stop
from gateway.texts.chains import roles

_LEFT_OUT = {LeftOut.GUARDIAN_APPLIES: "家长自己申请的不用", LeftOut.NO_CLUBS: "没有选社团的不用"}


def stops_of(affair: Affair, steps: Sequence[ChainStep]) -> tuple[Stop, ...]:
    """Return the stops of a chain: what a family hands in, each step, and the place at its end."""
    begins = Stop(name="家长申请社团" if affair is Affair.CLUB else "家长申请看护", state=NOW)
    ends = Stop(name="安排名额", state=AHEAD)
    return (begins, *(Stop(name=step.name, state=AHEAD, notes=tuple(_notes(step))) for step in steps), ends)


def _notes(step: ChainStep) -> Iterator[str]:
    who = roles(step.groups)
    yield phrase("{0}，每个人都要同意", who) if step.signs is WhoSigns.ALL else who
    if step.left_out in _LEFT_OUT:
        yield _LEFT_OUT[step.left_out]
    if step.due_days:
        yield phrase("{0} 个教学日内", step.due_days)
    if step.remind_days:
        yield phrase("第 {0} 个教学日提醒", step.remind_days)
    superior, fallback = (roles([group] if group else ()) for group in (step.superior, step.fallback))
    if step.late is WhenLate.NOTIFY and superior:
        yield phrase("逾期告诉{0}", superior)
    if step.late is WhenLate.REASSIGN and superior:
        yield phrase("逾期改由{0}办理", superior)
    if step.nobody is WhenNobody.ESCALATE and fallback:
        yield phrase("没有人担任时交给{0}", fallback)
    if step.nobody is WhenNobody.SKIP:
        yield "没有人担任时跳过"
