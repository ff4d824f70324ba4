"""Judge: a case under every norm of every layer, all of which must hold: a lower layer can add, never loosen."""

from collections.abc import Iterable
from datetime import date

from engines.policy.case import Case
from engines.policy.finding import Finding
from engines.policy.findings import bindings, findings
from engines.policy.norm import Layer, Norm
from engines.policy.remedy import with_remedies
from engines.policy.verdict import Outcome, Verdict

_HEIGHT = {layer: height for height, layer in enumerate(Layer)}


def judge(norms: Iterable[Norm], case: Case, on: date) -> Verdict:
    """Return the verdict as of the day, each finding with what would pass.

    Raises CaseIncomplete if a norm in force needs something that the case does not say; never "allowed" instead.
    """
    every = tuple(norms)
    bound = bindings(every, case, on)
    found = findings(bound, case)
    explained = with_remedies(every, case, on, found)
    return Verdict(outcome=_outcome(bool(bound), found), findings=tuple(sorted(explained, key=_weight)))


def _outcome(regulated: bool, found: Iterable[Finding]) -> Outcome:
    if any(finding.refuses for finding in found):
        return Outcome.VIOLATION
    if any(True for _ in found):
        return Outcome.WARNING
    return Outcome.COMPLIANT if regulated else Outcome.NOT_REGULATED


def _weight(finding: Finding) -> tuple[bool, int]:
    return not finding.refuses, _HEIGHT[finding.layer]
