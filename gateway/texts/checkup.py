"""What a school lacks, in words: so many of what, and what to do about it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from contracts.directory.checkup import Lack, Lacking
from contracts.rulebook.norm_checkup import Gap, NormGap
from gateway.texts.dates import full_day


@dataclass(frozen=True, kw_only=True)
class Words:
    """`many` makes the heading from how many there are; `cure` says what to do."""

    many: Callable[[int], str]
    cure: str


_WORDS = {
    Lacking.CLASSES: Words(
        many=lambda n: "学校还没有班级", cure="先导入教职工名册，再导入学生名册，班级会随着开出来。"
    ),
    Lacking.HEAD_TEACHER: Words(
        many=lambda n: f"{n} 个班没有班主任", cure="在“教职工”里给一位同事班主任的职务，或者再导入一次教职工名册。"
    ),
    Lacking.SUBJECT_TEACHER: Words(
        many=lambda n: f"{n} 处缺任课教师", cure="同年级别的班有这一科的教师。在“教职工”里补上这个职务。"
    ),
    Lacking.CLASS: Words(
        many=lambda n: f"{n} 名学生不在任何班里", cure="还在读的，在学生名册里写明班级，再导入一次。"
    ),
    Lacking.GUARDIAN: Words(
        many=lambda n: f"{n} 名学生没有登记监护人", cure="按班点开，在孩子的“监护人”里添加，或者再导入一次学生名册。"
    ),
    Lacking.GUARDIAN_ACCOUNT: Words(many=lambda n: f"{n} 位家长还没有账号", cure="按班打印激活卡，交给家长。"),
    Lacking.STAFF_ACCOUNT: Words(many=lambda n: f"{n} 位教职工还没有账号", cure="打印激活卡，交给本人。"),
    Lacking.SECOND_FACTOR: Words(
        many=lambda n: f"{n} 位教职工没有打开两步验证",
        cure="请他们打开，或者规定从哪一天起都要打开：别人知道了密码，也进不来。",
    ),
    Lacking.CALENDAR: Words(many=lambda n: "以后的校历还没有发布", cure="请区教育局发布下一个学期的校历。"),
    Lacking.HOLIDAYS: Words(
        many=lambda n: "放假和调休还没有全部确定", cure="国家公布后，区教育局会更新校历；在那以前，这些日子可能变动。"
    ),
    Lacking.SEASONS: Words(
        many=lambda n: "区里还没有写现在用哪一套作息",
        cure="请区教育局在校历里写上冬季或夏季作息：按作息规定时间的地方，作业和课后服务方案现在不能审核。",
    ),
    Lacking.OWN_CALENDAR: Words(
        many=lambda n: "本校改过的校历和区县的新校历撞上了",
        cure="现在还按原来的。在校历管理里重新调整学期，或者恢复那一天。",
    ),
    Lacking.ROSTER_TAKEN_IN: Words(
        many=lambda n: "有名册检查了，还没有导入", cure="看检查结果，导入，或者换一份再检查。"
    ),
    Lacking.ROSTER_ROWS: Words(
        many=lambda n: f"最近的名册里有 {n} 行有错，没有导入", cure="下载标注好的表格，改正后再导入一次。"
    ),
}
_GAPS = {
    Gap.NOT_YET: lambda on: f"{full_day(on)}起才适用",
    Gap.ENDING: lambda on: f"{full_day(on)}以后不再适用，后面没有接上的规定",
    Gap.NO_MORE: lambda on: f"{full_day(on)}以后已经不适用，后面没有接上的规定",
}
NO_NORMS = "现在没有任何适用的作业规定"
NORMS_CURE = "在规定草案里接上新的一行；区县和国家的规定，请区教育局处理。"


def many(lacks: list[Lack]) -> str:
    """3 个班没有班主任."""
    return _WORDS[lacks[0].lacking].many(sum(lack.count for lack in lacks))


def cure(lacks: list[Lack]) -> str:
    """Return what to do about lacks of one kind; of the calendar, from when on it is unknown."""
    since = lacks[0].on
    return f"{_since(since)}{_WORDS[lacks[0].lacking].cure}" if since else _WORDS[lacks[0].lacking].cure


def place(lack: Lack) -> str:
    """三（1）班; 三（2）班 · 12; 三（3）班 · 数学."""
    about = lack.subject or ("" if lack.lacking is Lacking.HEAD_TEACHER else lack.count)
    return f"{lack.class_name} · {about}" if about else str(lack.class_name)


def gap(of_norm: NormGap) -> str:
    """“书面作业总量”2027年2月1日 周一起才适用."""
    return f"“{of_norm.title}”{_GAPS[of_norm.gap](of_norm.on)}"


def _since(on: date) -> str:
    return f"{full_day(on)}起不能确定。"
