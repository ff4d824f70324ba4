"""What is said about norms, drafts and derogations, as people say it."""

from contracts.rulebook.adoption import LineState
from contracts.rulebook.derogation import Derogation, DerogationState
from contracts.rulebook.edition import Act
from gateway.texts.dates import full_day

OUTCOMES = {
    "compliant": "可以", "warning": "可以，但有提醒", "violation": "不可以", "not_regulated": "没有规定管到这件事",
}
OUTCOME_COLOURS = {"compliant": "green", "warning": "yellow", "violation": "red", "not_regulated": "grey"}
LINES = {LineState.SAME: "不变", LineState.NEW: "新增", LineState.CHANGED: "修改", LineState.GONE: "删去"}
LINE_COLOURS = {LineState.NEW: "green", LineState.CHANGED: "yellow", LineState.GONE: "red", LineState.SAME: "grey"}
ACTS = {Act.PUBLISHED: "公布", Act.ADOPTED: "通过草案", Act.GRANTED: "准予放宽"}
DEROGATIONS = {
    DerogationState.ASKED: "等区县决定", DerogationState.REFUSED: "没有准予", DerogationState.WITHDRAWN: "已撤回",
    DerogationState.TO_COME: "已准予，还没开始", DerogationState.IN_FORCE: "执行中",
    DerogationState.ENDING: "执行中，快到期", DerogationState.OVER: "已到期，恢复执行原规定",
}
DEROGATION_COLOURS = {
    DerogationState.ASKED: "yellow", DerogationState.IN_FORCE: "green", DerogationState.ENDING: "yellow",
    DerogationState.TO_COME: "green",
}
DRAFT_WAITS = "有一份规定草案等您看"
DRAFT_CURE = "和现在的规定逐行对照；起草的人不能自己通过，由您通过。"
ASKED_CURE = "看理由和日期，准予或者不准予。"
ENDING_CURE = "到期自己恢复执行；还需要的，早些重新申请。"


def asked(number: int) -> str:
    """3 份放宽规定的申请等您决定."""
    return f"{number} 份放宽规定的申请等您决定"


def ending(of: Derogation) -> str:
    """“课后服务每周天数”的放宽到 2027年1月22日 周五为止."""
    return f"“{of.title}”的放宽到 {full_day(of.effective_to)}为止"
