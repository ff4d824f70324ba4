"""Fields of tests and exams (H15)."""

from engines.policy.about import About
from engines.policy.field import Code, Codes, Field, Number
from engines.policy.unit import Unit

_FORMS = {"paper": "纸笔考试", "oral": "口头表达", "practice": "实践操作"}
_KINDS = {"unit": "单元测试", "monthly": "月考", "mid_term": "期中考试", "final": "期末考试"}
_SHOWN_AS = {"levels": "等级", "marks": "分数"}
_USES = {"ranking": "排名", "publishing": "公开公布"}
_OF_EXAMS = (About.EXAM,)

EXAM: tuple[Field, ...] = (
    Code(name="exam_form", words="形式", abouts=_OF_EXAMS, labels=_FORMS, choosable=True),
    Code(name="exam_kind", words="类别", abouts=_OF_EXAMS, labels=_KINDS, choosable=True),
    Code(name="results_as", words="成绩的呈现", abouts=_OF_EXAMS, labels=_SHOWN_AS, choosable=True),
    Codes(name="results_use", words="成绩的使用", abouts=_OF_EXAMS, labels=_USES, choosable=True),
    Number(name="finals_a_term", words="每学期期末考试", abouts=_OF_EXAMS, least=0, most=99, unit=Unit.TIMES),
)
