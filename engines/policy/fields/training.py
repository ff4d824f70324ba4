"""Fields of training outside of school (O5)."""

from engines.policy.about import About
from engines.policy.field import Code, Codes, Field, Number
from engines.policy.unit import Unit

_KINDS = {"subject": "学科类", "non_subject": "非学科类"}
_PRACTICES = {"homework": "给学生留作业", "off_white_list": "不在白名单"}
_PAPERS = {"contract": "《中小学生校外服务合同》"}
_OF_TRAINING = (About.TRAINING,)

TRAINING: tuple[Field, ...] = (
    Code(name="training_kind", words="培训类别", abouts=_OF_TRAINING, labels=_KINDS),
    Codes(name="training_practices", words="机构", abouts=_OF_TRAINING, labels=_PRACTICES),
    Codes(name="training_papers", words="签订的材料", abouts=_OF_TRAINING, labels=_PAPERS),
    Number(name="prepaid_months", words="一次收费的时间跨度", abouts=_OF_TRAINING, least=0, most=120, unit=Unit.MONTHS),
    Number(name="prepaid_lessons", words="一次收费的课时", abouts=_OF_TRAINING, least=0, most=999, unit=Unit.LESSONS),
)
