"""What a derogation grants, as a Chinese sentence."""

from engines.policy.derogation import Derogation
from engines.policy.norm import Norm
from engines.policy.row import Row
from engines.policy.words import sentence


def derogation_sentence(norm: Norm, granted: Derogation) -> str:
    """Return what is granted, until when and why: "准予：不执行“……”，2026-03-01 至 2026-07-10，理由：……（区教育局）。".

    The schools are not named: they are ids, and it is each school's own that is shown to it.
    """
    what = "；".join(_what(norm, granted, row) for row in norm.rows if row.overlaps(granted))
    days = f"{granted.effective_from} 至 {granted.effective_to}"
    return f"准予：{what}，{days}，理由：{granted.reason}（{granted.granted_by}）。"


def _what(norm: Norm, granted: Derogation, row: Row) -> str:
    instead = granted.in_place_of(row)
    if instead is None:
        return f"不执行“{_said(norm, granted.part_of(row))}”"
    return _said(norm, instead)


def _said(norm: Norm, row: Row) -> str:
    return sentence(norm, row).rstrip("。")
