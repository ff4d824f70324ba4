"""Carrying over: what has been granted from a layer's norms stands in the next text of them as well."""

from collections.abc import Iterable
from datetime import date

from engines.policy import Derogation, Norm, NormUnreadable, granting
from engines.policy.derogation_document import derogation_to_plain
from services.rulebook.domain.draft import Draft


class GrantLost(Exception):
    """A derogation that still holds has no place in the next text; the message says which and why, in Chinese."""

    def __init__(self, norm: Norm, granted: Derogation, why: str):
        super().__init__(
            f"规定“{norm.title}”：到 {granted.effective_to} 的一条准予（{granted.reason}）在新的条文里{why}，没有更新。"
            "请在新的条文里给它留着位置（不再需要的，可以写明到哪一天为止），或者等它到期。"
        )


def carried_over(draft: Draft, standing: Iterable[Norm], today: date) -> Draft:
    """Return the draft with what is granted from the norms that stand; what is over and has no place stays behind.

    Raises GrantLost.
    """
    norms = {norm.key: norm for norm in draft.norms}
    for before in standing:
        for granted in before.derogations:
            taken = _taking(norms.get(before.key), before, granted)
            if isinstance(taken, Norm):
                norms[taken.key] = taken
            elif granted.effective_to >= today:
                raise GrantLost(before, granted, taken)
    return Draft(layer=draft.layer, norms=tuple(norms.values()))


def _taking(after: Norm | None, before: Norm, granted: Derogation) -> Norm | str:
    """Return the new norm with the derogation, or why it does not take it."""
    if after is None:
        return "没有这一条了"
    if after.derogable_by is not before.derogable_by:
        return "改由别的一层准予了"
    try:
        return granting(after, [derogation_to_plain(granted, after.unit)])
    except NormUnreadable as problem:
        return f"放不进去（{problem.what}）"
