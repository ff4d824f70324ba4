"""Ruling: what norms say on one day, kept and asked about one case after another."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial

from engines.policy.about import About
from engines.policy.breach import Check
from engines.policy.case import Case
from engines.policy.demand import Demand
from engines.policy.finding import Finding, Offer
from engines.policy.norm import Norm
from engines.policy.remedy import offers
from engines.policy.verdict import Outcome, Verdict

_COMPLIANT = Verdict(outcome=Outcome.COMPLIANT, findings=())
_NOT_REGULATED = Verdict(outcome=Outcome.NOT_REGULATED, findings=())
_MOST_SORTS = 512

Sort = tuple[object, ...]
"""All that norms on its matter ask of a case but its minutes, with the types of the values: True is no first grade."""


@dataclass(frozen=True, kw_only=True)
class _Met:
    """A sort of case: its verdict if nothing is broken, and what tells which demands are.

    A cap looks at the minutes; of the rest only what is broken is kept, for a case of this sort always breaks it.
    """

    clean: Verdict
    checks: tuple[tuple[Demand, Check], ...]


@dataclass(frozen=True, kw_only=True)
class Ruling:
    """`norms` come in the order they are told: what refuses before what warns, a higher layer before a lower one.

    What binds a sort of case, and what of that it breaks whatever its minutes, is worked out once and remembered.
    """

    norms: tuple[Norm, ...]
    on: date
    _known: dict[Sort, _Met] = field(default_factory=dict, init=False, repr=False, compare=False)

    @staticmethod
    def of(norms: Iterable[Norm], on: date) -> "Ruling":
        """Return what these norms, all of which must hold, say on the day."""
        return Ruling(norms=tuple(sorted(norms, key=_weight)), on=on)

    def judge(self, case: Case) -> Verdict:
        """Return the verdict on a case.

        Raises CaseIncomplete if a norm in force needs something that the case does not say; never "allowed" instead.
        """
        met = self._met(case)
        found = self._findings(met, case)
        if not found:
            return met.clean
        return Verdict(outcome=Outcome.VIOLATION if found[0].refuses else Outcome.WARNING, findings=found)

    def _findings(self, met: _Met, case: Case) -> tuple[Finding, ...]:
        broken = [(demand, observed) for demand, check in met.checks if (observed := check(case)) is not None]
        if not broken:
            return ()
        ways_out = partial(self._offers, case)
        return tuple([
            Finding(demand=demand, observed=observed, standing=demand.standing(case), ways_out=ways_out)
            for demand, observed in broken
        ])

    def _offers(self, case: Case, finding: Finding) -> tuple[Offer, ...]:
        return offers(self.norms, case, self.on, finding, lambda other: self._findings(self._met(other), other))

    def _met(self, case: Case) -> _Met:
        """Return what is known of a case of this sort. Raises CaseIncomplete if it does not say what it is."""
        values = tuple(map(case.fields.get, self._asked[case.about]))
        sort = (case.about, case.school, values, tuple(map(type, values)))
        try:
            return self._known[sort]
        except (KeyError, TypeError):  # not met before, or with a value that is none, which no norm may be asking for
            return self._meet(sort, case)

    def _meet(self, sort: Sort, case: Case) -> _Met:
        demands = [Demand(norm=norm, row=row) for norm in self.norms for row in norm.binding(case, self.on)]
        checks = [(demand, check) for demand in demands if (check := _left_to_check(demand, case)) is not None]
        met = _Met(clean=_COMPLIANT if demands else _NOT_REGULATED, checks=tuple(checks))
        if len(self._known) >= _MOST_SORTS:
            self._known.clear()
        with suppress(TypeError):
            self._known[sort] = met
        return met

    @cached_property
    def _asked(self) -> Mapping[About, tuple[str, ...]]:
        asked: dict[About, set[str]] = {about: set() for about in About}
        for norm in self.norms:
            asked[norm.about] |= norm.asks
        return {about: tuple(sorted(names)) for about, names in asked.items()}


def _left_to_check(demand: Demand, case: Case) -> Check | None:
    if demand.is_cap:
        return demand.check
    observed = demand.check(case)
    return None if observed is None else lambda _: observed


def _weight(norm: Norm) -> tuple[bool, int]:
    return not norm.refuses, norm.layer.depth
