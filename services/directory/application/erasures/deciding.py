"""Erasures: asked for by one of the office, confirmed by another; by one alone, when the child left long ago."""

from datetime import timedelta

from contracts.directory.erasure import (
    MOST_AT_ONCE,
    AskErasure,
    ConfirmErasure,
    DropErasure,
    Erased,
    EraseLeft,
    ErasureAsked,
    ErasureDropped,
    Erasures,
    ReadErasures,
)
from contracts.errors import Conflict, InvalidRequest, NotFound
from services.directory.application.asker import asker
from services.directory.application.erasures.erase import erase
from services.directory.application.erasures.kept import KeptErasure
from services.directory.application.erasures.unit import ErasureUnit

STANDS = timedelta(days=14)
KEPT_AFTER_LEAVING = timedelta(days=365)
"""A school year: complaints, refunds and the year's report are over by then."""


def read_erasures(unit: ErasureUnit, ask: ReadErasures) -> Erasures:
    """Return what waits to be deleted; every child that is named is on record."""
    before = unit.today - KEPT_AFTER_LEAVING
    asked, left = unit.asked_erasures(), unit.left_before(before, MOST_AT_ONCE)
    unit.audit_pupils("read_erasures", [*(one.pupil_id for one in asked), *(one.pupil_id for one in left)])
    return Erasures(asked=asked, left=left, left_in_all=unit.count_left_before(before))


def ask_erasure(unit: ErasureUnit, ask: AskErasure) -> ErasureAsked:
    """Let the request stand for two weeks. Raises NotFound for a child who is not here."""
    if not unit.names_of_pupils((ask.pupil_id,)):
        raise NotFound
    standing = unit.erasure(ask.pupil_id)
    asked = standing or KeptErasure(
        pupil_id=ask.pupil_id, reason=ask.reason, asked_by=asker(unit).person_id, expires_at=unit.now + STANDS
    )
    if not standing:
        unit.keep_erasure(asked)
        unit.audit_pupils("ask_erasure", (ask.pupil_id,))
    return ErasureAsked(pupil_id=ask.pupil_id, expires_at=asked.expires_at)


def confirm_erasure(unit: ErasureUnit, ask: ConfirmErasure) -> Erased:
    """Delete the child's data. Raises NotFound without a request that stands, Conflict for who has made it."""
    unit.hold_school()
    standing = unit.erasure(ask.pupil_id)
    if standing is None:
        raise NotFound
    if standing.asked_by == asker(unit).person_id:
        raise Conflict("删除要两个人：请教导处的另一位老师或校长来确认。")
    return Erased(erased=erase(unit, (ask.pupil_id,)))


def drop_erasure(unit: ErasureUnit, ask: DropErasure) -> ErasureDropped:
    """Let the request fall, whoever has made it; again changes nothing. Raises NotFound for a child who is not here."""
    if not unit.names_of_pupils((ask.pupil_id,)):
        raise NotFound
    if unit.erasure(ask.pupil_id):
        unit.drop_erasure(ask.pupil_id)
        unit.audit_pupils("drop_erasure", (ask.pupil_id,))
    return ErasureDropped(pupil_id=ask.pupil_id)


def erase_left(unit: ErasureUnit, ask: EraseLeft) -> Erased:
    """Delete the data of those of these children who left long enough ago. Raises InvalidRequest for too many."""
    if len(ask.pupil_ids) > MOST_AT_ONCE:
        words = f"一次最多删除 {MOST_AT_ONCE} 名。"
        raise InvalidRequest(words, {"fields": {"pupil_ids": [words]}})
    unit.hold_school()
    over = {one.pupil_id for one in unit.left_before(unit.today - KEPT_AFTER_LEAVING, MOST_AT_ONCE)}
    return Erased(erased=erase(unit, tuple(one for one in ask.pupil_ids if one in over)))
