"""The heading of an error summary, by the error's code."""

_HEADINGS = {
    "invalid_request": "有几处需要改正",
    "rule_refused": "按现行规定不能这样布置",
    "conflict": "刚刚有变化",
    "still_answering": "上一次提交还在处理",
    "key_reused": "这张表已经提交过",
    "wrong_sign_in": "没有登录成功",
    "testimony_spent": "请重新开始",
    "too_many_tries": "试的次数太多",
    "not_signed_in": "登录已过期",
    "page_too_old": "请再点一次",
    "unavailable": "没有提交成功",
    "deadline_passed": "没有提交成功",
    "outcome_unknown": "还不知道有没有成功",
}


def heading(code: str) -> str:
    """Return the heading of an error summary."""
    return _HEADINGS.get(code, "没有成功")
