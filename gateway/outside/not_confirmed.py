"""NotConfirmed: a provider has answered, and not named anybody."""

from contracts.errors import ServiceError


class NotConfirmed(ServiceError):
    """The provider did not confirm who this is, or the person did not set out from this browser; nothing was done."""

    code = "not_confirmed"
    words = "没有确认成功：可能等得太久、用过一次了，或者不是从这个浏览器开始的。没有做任何改动，请重新开始。"
