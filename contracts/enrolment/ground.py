"""Ground: why basic care is refused, as a code that norms can allow and oversight can count (E3)."""

from enum import StrEnum


class RefusalGround(StrEnum):
    """The codes of the rule book's `refusal_grounds`: which of them a school may use, the norms over it say."""

    NOT_OUR_PUPIL = "not_our_pupil"
    PLACED_ALREADY = "placed_already"
    WITHDRAWN = "withdrawn"
    FULL = "full"
    UNSTATED = "unstated"


GROUND_LABELS = {
    RefusalGround.NOT_OUR_PUPIL: "不是本校学生", RefusalGround.PLACED_ALREADY: "同一时段已有安排",
    RefusalGround.WITHDRAWN: "家长已撤回", RefusalGround.FULL: "名额已满", RefusalGround.UNSTATED: "没有说明理由",
}
