"""Errors of HTTP itself, for people and programs."""

_HEADINGS = {
    400: "这一页看不懂", 401: "请先登录", 404: "没有找到", 409: "刚刚有变化", 413: "内容太长", 422: "有几处需要改正",
    429: "试的次数太多", 500: "系统出了差错", 503: "系统暂时不可用", 504: "没有等到结果",
}
_WORDS = {
    400: ("bad_request", "The request cannot be read.", "收到的内容读不出来，请返回上一页重新填写。"),
    405: ("method_not_allowed", "This address does not take this method.", "这个地址不能这样使用，请从首页重新进入。"),
    406: ("not_acceptable", "No such representation.", "没有这种格式。"),
    413: ("too_large", "The request is larger than 64 KB.", "内容太长（超过 64 KB），没有收下。请删减后再提交。"),
    415: ("unsupported_media_type", "Send JSON as application/json.", "请以 application/json 发送。"),
    422: ("invalid_request", "Some fields cannot be read.", "有几处需要改正。"),
    429: ("too_many_tries", "Too many attempts.", "试的次数太多，请稍后再试。"),
}
_OTHERWISE = ("http_error", "The request could not be answered.", "没有成功，请稍后再试。")


def heading_of(status: int) -> str:
    """Return the heading of an error page."""
    return _HEADINGS.get(status, "没有成功")


def words_of(status: int) -> tuple[str, str, str]:
    """Return the code, the English title and the Chinese sentence of an HTTP status."""
    return _WORDS.get(status, _OTHERWISE)
