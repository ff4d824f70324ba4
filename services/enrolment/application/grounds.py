"""Grounds: a rejection of basic care says by a code why; which codes a school may use, the norms over it say (E3)."""

from contracts.enrolment.application import Application
from contracts.enrolment.approval import Decide, Decision
from contracts.enrolment.ground import RefusalGround
from contracts.enrolment.offering import OfferingKind
from contracts.errors import RuleRefused
from contracts.finding import Finding
from engines.policy import About, Case, CaseIncomplete, Ruling, finding_to_plain
from engines.policy.value import Value
from services.enrolment.application.unit import Unit

_MEASURE, _FIELD = "refusal_grounds", "ground"


def ground_of(ask: Decide, kind: OfferingKind) -> RefusalGround | None:
    """Return the ground that a decision names for this kind of service: only a rejection of basic care has one."""
    rejects_care = ask.decision is Decision.REJECT and kind is OfferingKind.BASIC_CARE
    return ask.ground if rejects_care else None


def refuse_forbidden(unit: Unit, application: Application, ground: RefusalGround) -> None:
    """Raise RuleRefused, with every finding, where a norm in force forbids to refuse this child basic care so.

    Where the norms, or the child's grade, have not come yet, the decision is taken: a family that is told "not now" has
    no care either, and the ground is kept for oversight to see. That is the one place where what cannot be judged is
    not refused.
    """
    standing = unit.standing_norms()
    if standing is None:
        return
    asked = [norm for norm in standing.norms if (norm.about, norm.measure) == (About.APPLICATION, _MEASURE)]
    try:
        verdict = Ruling.of(asked, unit.today).judge(_case(unit, application, ground))
    except CaseIncomplete:
        return
    if verdict.violations:
        raise RuleRefused(details={"findings": [_told(finding_to_plain(one)) for one in verdict.violations]})


def _case(unit: Unit, application: Application, ground: RefusalGround) -> Case:
    child = unit.child(application.pupil_id)
    grade: dict[str, Value] = {"grade": child.grade} if child else {}
    fields: dict[str, Value] = {"offering_kind": str(OfferingKind.BASIC_CARE), _MEASURE: (str(ground),), **grade}
    return Case(fields=fields, standing={}, adding={}, about=About.APPLICATION, school=str(unit.actor.school_id))


def _told(plain: dict[str, object]) -> dict[str, object]:
    """Return a finding as it travels, about the field of the ask; to name no ground at all is no way out of it."""
    return Finding.restore({**plain, "field": _FIELD, "offers": ()}).dump()
