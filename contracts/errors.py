"""Errors one house may show another: each says what is so and what to do next, in Chinese; its docstring in English."""

from typing import Any, ClassVar


class ServiceError(Exception):
    """Something the caller can act on; anything else is a bug and stays in the logs."""

    code: ClassVar[str] = "service_error"
    words: ClassVar[str] = "没有成功，请稍后再试。"

    def __init__(self, words: str | None = None, details: dict[str, Any] | None = None):
        self.said = words or self.words
        self.details = details or {}
        super().__init__(self.said, self.details)


class InvalidRequest(ServiceError):
    """Some fields cannot be read; `details["fields"]` maps each to the sentences that say what would pass."""

    code = "invalid_request"
    words = "有几处需要改正。"


class NotSignedIn(ServiceError):
    """Nobody is signed in, or the session has ended."""

    code = "not_signed_in"
    words = "请先登录。"


class WrongSignIn(ServiceError):
    """Name and password do not belong together; whether the name exists is not said."""

    code = "wrong_sign_in"
    words = "账号或密码不对，请检查后再试。忘记密码请联系班主任或学校办公室。"


class SpentTestimony(ServiceError):
    """What a provider has said of somebody is used up, too old, or was said for another purpose; nothing was done."""

    code = "testimony_spent"
    words = "这一次确认已经用过、等得太久，或者不是给您的。没有做任何改动，请重新开始。"


class NotFound(ServiceError):
    """There is nothing here that you may see: not there and not yours look the same."""

    code = "not_found"
    words = "没有找到，或者您不能查看。"


class RuleRefused(ServiceError):
    """A rule in force does not allow this; `details["findings"]` says which, and what would pass."""

    code = "rule_refused"
    words = "按现行规定不能这样做。"


class Conflict(ServiceError):
    """The thing has changed since it was read, so this no longer fits it; `details` says what stands."""

    code = "conflict"
    words = "内容刚刚被改动过，请看一下现在的情况再决定。"


class StillAnswering(ServiceError):
    """The same request is being answered at this moment; ask again by the same key."""

    code = "still_answering"
    words = "上一次提交还在处理，请稍等片刻，用同一页面再点一次，不会重复。"


class KeyReused(ServiceError):
    """The key has already been used for another content; `details["stands"]` is what was answered then."""

    code = "key_reused"
    words = "这张表已经提交过，内容以第一次为准。要改动，请打开已提交的那一条更正。"


class TooManyTries(ServiceError):
    """Too many attempts; `details["retry_after_seconds"]` says when the next one is heard."""

    code = "too_many_tries"
    words = "试的次数太多，请稍后再试。"


class DeadlinePassed(ServiceError):
    """The call came after its caller had stopped waiting; nothing was done."""

    code = "deadline_passed"
    words = "等待超时，没有执行。请再试一次。"


class Unavailable(ServiceError):
    """A part is out of reach; nothing was done."""

    code = "unavailable"
    words = "系统暂时不可用，没有做任何改动。请过一会儿再试。"


class OutcomeUnknown(ServiceError):
    """No answer came in time; whether it was done is not known. Ask again by the same key: it is never done twice."""

    code = "outcome_unknown"
    words = "没有等到结果。请再点一次提交：用的是同一张表，不会重复。"


class Fault(ServiceError):
    """Something broke inside a house; it is in the logs under the request's id. Nothing was done."""

    code = "fault"
    words = "系统出了差错，没有做任何改动。我们已经记录下来；请稍后再试。"


class UnknownMessage(ServiceError):
    """An event that cannot be understood here: its type, version or form is not in the catalogue."""

    code = "unknown_message"
    words = "无法识别的事件。"


def every_error() -> dict[str, type[ServiceError]]:
    """Return all of them by class name, as they are named on the wire."""
    known: list[type[ServiceError]] = [ServiceError, *ServiceError.__subclasses__()]
    return {cls.__name__: cls for cls in known}
