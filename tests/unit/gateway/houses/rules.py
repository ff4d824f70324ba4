"""The three norms that these tests' school keeps, and what they find in a draft."""

from collections.abc import Iterator
from datetime import date

from contracts.finding import Finding, Offer
from contracts.homework.assignment import Draft, Kind, Place, Practice
from contracts.rulebook.norms import Rule
from tests.unit.gateway.houses import people as who

CAP = 60
SINCE = date(2021, 7, 24)
SOURCE = "中共中央办公厅、国务院办公厅《关于进一步减轻义务教育阶段学生作业负担和校外培训负担的意见》"
CAP_CLAUSE = "小学三至六年级书面作业平均完成时间不超过60分钟"
NONE_CLAUSE = "学校要确保小学一、二年级不布置家庭书面作业，可在校内适当安排巩固练习"
COPYING_CLAUSE = "坚决克服机械、无效作业，杜绝重复性、惩罚性作业"

RULES = (
    Rule(
        norm="written_at_home", layer="national", sentence="一、二年级不布置回家做的书面作业。", clause=NONE_CLAUSE,
        source=SOURCE, since=SINCE,
    ),
    Rule(
        norm="written_a_day", layer="national", clause=CAP_CLAUSE, source=SOURCE, since=SINCE,
        sentence="三至六年级每天的书面作业（在校与回家合计）一律不超过 60 分钟。",
    ),
    Rule(
        norm="no_copying", layer="national", sentence="作业不得有下列情形：机械、重复抄写。", clause=COPYING_CLAUSE,
        source=SOURCE, since=SINCE,
    ),
    Rule(
        norm="finish_at_school", layer="school", sentence="书面作业原则上只限：在校完成。",
        clause="书面作业原则上在课后服务时间完成", source="向阳小学作业管理细则", since=date(2026, 9, 1),
    ),
)


def grade_of(class_id: str) -> int:
    return next((c.grade for c in who.CLASSES if c.class_id == class_id), 4)


def cap_of(class_id: str) -> int:
    return CAP if grade_of(class_id) > 2 else 0


def judge(draft: Draft, used: int) -> Iterator[Finding]:
    """Yield what forbids the draft, and what only warns."""
    written = draft.kind is Kind.WRITTEN
    if grade_of(draft.class_id) <= 2:
        if written and draft.place is Place.HOME:
            at_school = _offer("改为在校完成", "place", "school")
            yield _finding(0, "refuse", "place", "这一项是回家完成的书面作业", (at_school,))
    elif written and used + draft.minutes > CAP:
        left = CAP - used
        offers = (_offer(f"改为 {left} 分钟", "minutes", str(left)),) if left > 0 else ()
        more = _offer("改为口头·阅读", "kind", "reading")
        said = f"已有 {used} 分钟，加上这一项 {draft.minutes} 分钟，合计 {used + draft.minutes} 分钟，超过 {CAP} 分钟"
        yield _finding(1, "refuse", "minutes", said, (*offers, more), used + draft.minutes)
    if Practice.COPYING in draft.practices:
        rest = ",".join(p for p in draft.practices if p is not Practice.COPYING)
        yield _finding(2, "refuse", "practices", "选了“机械、重复抄写”", (_offer("不再抄写", "practices", rest),))
    if written and draft.place is Place.HOME and grade_of(draft.class_id) > 2:
        yield _finding(3, "warn", "place", "这一项要回家完成", ())


def _offer(words: str, field: str, value: str) -> Offer:
    return Offer(words=words, field=field, value=value)


def _finding(
    n: int, force: str, field: str, arithmetic: str, offers: tuple[Offer, ...], observed: int | None = None
) -> Finding:
    rule = RULES[n]
    return Finding(
        norm=rule.norm, layer=rule.layer, force=force, field=field, sentence=rule.sentence, arithmetic=arithmetic,
        observed=observed, limit=CAP if observed else None, clause=rule.clause, source=rule.source, since=rule.since,
        offers=offers,
    )
