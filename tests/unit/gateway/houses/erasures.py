"""Erasures in memory: what is asked for waits for somebody else; one child has left long ago."""

from datetime import timedelta

from contracts.actor import OFFICE, Actor
from contracts.directory import erasure as of_erasure
from contracts.errors import Conflict, NotFound
from plumbing import clock, ids
from tests.unit.gateway.houses import people as who

LONG_GONE = ids.new_id()


class Erasures:
    """`erased` are the children whose data are gone."""

    def __init__(self) -> None:
        self.asked_by: dict[str, tuple[Actor, of_erasure.AskErasure]] = {}
        self.erased: list[str] = []

    def erasures(self, _: of_erasure.ReadErasures, actor: Actor) -> of_erasure.Erasures:
        left = () if LONG_GONE in self.erased else (
            of_erasure.LeftPupil(pupil_id=LONG_GONE, name="毕业生", left_on=clock.today() - timedelta(days=400)),
        )
        return of_erasure.Erasures(
            asked=tuple(
                of_erasure.AskedErasure(
                    pupil_id=pupil_id, name=who.PUPILS[pupil_id][0], reason=ask.reason, asked_by=asker.person_id,
                    expires_at=clock.now() + timedelta(days=14), own=asker.person_id == actor.person_id,
                )
                for pupil_id, (asker, ask) in self.asked_by.items()
            ),
            left=left, left_in_all=len(left),
        )

    def ask_erasure(self, ask: of_erasure.AskErasure, actor: Actor) -> of_erasure.ErasureAsked:
        if ask.pupil_id not in who.PUPILS or not actor.roles() & OFFICE:
            raise NotFound
        self.asked_by.setdefault(ask.pupil_id, (actor, ask))
        return of_erasure.ErasureAsked(pupil_id=ask.pupil_id, expires_at=clock.now())

    def confirm_erasure(self, ask: of_erasure.ConfirmErasure, actor: Actor) -> of_erasure.Erased:
        asker, _ = self.asked_by.get(ask.pupil_id, (None, None))
        if asker is None:
            raise NotFound
        if asker.person_id == actor.person_id:
            raise Conflict("删除要两个人：请教导处的另一位老师或校长来确认。")
        del self.asked_by[ask.pupil_id]
        self.erased.append(ask.pupil_id)
        return of_erasure.Erased(erased=1)

    def drop_erasure(self, ask: of_erasure.DropErasure, _: Actor) -> of_erasure.ErasureDropped:
        self.asked_by.pop(ask.pupil_id, None)
        return of_erasure.ErasureDropped(pupil_id=ask.pupil_id)

    def erase_left(self, ask: of_erasure.EraseLeft, _: Actor) -> of_erasure.Erased:
        self.erased.extend(ask.pupil_ids)
        return of_erasure.Erased(erased=len(ask.pupil_ids))
