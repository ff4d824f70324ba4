"""Judge: a case under every norm of every layer, all of which must hold: a lower layer can add, never loosen."""

from collections.abc import Iterable
from datetime import date

from engines.policy.case import Case
from engines.policy.norm import Norm
from engines.policy.ruling import Ruling
from engines.policy.verdict import Verdict


def judge(norms: Iterable[Norm], case: Case, on: date) -> Verdict:
    """Return the verdict as of the day; who judges many cases keeps the `Ruling`. Raises CaseIncomplete."""
    return Ruling.of(norms, on).judge(case)
