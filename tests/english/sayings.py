"""Sayings: every Chinese message that a page, a form or an error can show, found in templates and in code."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from engines.policy.about import ABOUT_WORDS, About
from gateway.english.book import CHINESE, signs
from gateway.english.source import messages

ROOT = Path(__file__).parent.parent.parent
_NUMERALS = re.compile("[〇一二三四五六七八九日]{2,}")
TEMPLATES = ROOT / "gateway" / "templates"
ROOMS = ("contracts", "engines", "gateway", "plumbing", "services")
NOT_SHOWN = {
    "gateway/api/": "summaries of the API's description, which has its English beside it",
    "gateway/english/": "the catalogue's own", "gateway/static/": "speaks both languages itself",
    "gateway/pasted/vocabulary.py": "words that a table is read by",
    "gateway/offering_book.py": "written into a Chinese workbook",
    "gateway/child_calendar.py": "a feed, as the one below",
    "gateway/pages/feed.py": "a feed is asked for by a program that has chosen no language",
    "services/directory/domain/roster/": "words that rosters are read by; what they say stands in a Chinese workbook",
    "services/directory/formats/roster/": "written into a Chinese workbook",
    "services/rulebook/": "for whoever writes a layer as YAML",
    "engines/policy/": "for whoever writes a norm as YAML, but for the sentences made of one",
    "engines/plain.py": "for whoever writes a document as YAML", "engines/approval/document.py": "as above",
    "engines/approval/bpmn/": "written into a document for other tools",
    "engines/draw/": "for whoever has a list or a record, but for what a family reads of its ticket",
    "gateway/texts/classes.py": "names of classes are names", "services/directory/domain/class_name.py": "as above",
    "services/directory/application/new_school.py": "for the operator",
    "services/enrolment/domain/public_value.py": "published in Chinese, word for word",
    "plumbing/envelope.py": "for the operator", "plumbing/subscribe.py": "for the operator",
    "plumbing/address.py": "for the operator, in both", "plumbing/proof.py": "as above",
    "plumbing/trust.py": "as above",
}
SHOWN_YET = (
    "engines/draw/words.py", "engines/draw/form.py",
    *(f"engines/policy/{said}.py" for said in (
        "about", "bound_words", "candidate", "derogation_words", "explanation_words", "region_words", "unit", "words",
    )),
    *(f"engines/policy/fields/{of}.py" for of in ("care", "day", "exam", "homework", "pupil_day", "training")),
    *(f"services/rulebook/application/{use_case}.py" for use_case in (
        "adoption", "chain_drafting", "derogations", "drafting", "record", "trying", "vocabulary",
    )),
)
COMPOSED = (
    "{0}每天{1}平均不超过 {2} 分钟", "{0}每天{1}一律不超过 {2} 分钟", "每天{0}平均不超过 {1} 分钟",
    "每天{0}一律不超过 {1} 分钟", "{0}，{1}不超过 {2}", "{0}，{1}不少于 {2}", "{0}，{1}不早于 {2}",
    "{0}，{1}不晚于 {2}", "{0}，{1}不得有下列情形：{2}", "{0}，{1}不得是：{2}", "{0}，{1}必须有：{2}",
    "{0}，{1}只限：{2}", "现为 {0}，超过 {1}", "现为 {0}，少于 {1}", "现为 {0}，早于 {1}", "现为 {0}，晚于 {1}",
    "{0} 天", "{0} 次", "{0} 元", "{0} 课时", "{0} 个月", "不符合，{0}", "不符合（原则上），{0}",
    "符合，现为 {0}，不超过 {1}", "符合，现为 {0}，不少于 {1}", "的书面作业（在校与回家合计）",
    "的作业（在校与回家合计）", "回家做的书面作业", "回家做的作业", "{0}原则上", "原则上不布置{0}",
    "{0}原则上不布置{1}", "不布置{0}", "{0}不得有下列情形：{1}", "{0}不得是：{1}", "{0}必须有：{1}", "{0}只限：{1}",
    "{0}至{1}年级", "{0}年级", "{0}年级{1}", "在校完成的{0}", "回家完成的{0}", "在校完成的作业", "回家完成的作业",
    *"一二三四五六七八九", "周六", "周日", "{0}的名额已经安排好。", "有同学退出，候补轮到了：{0}的名额已经安排好。",
    "{0}合计 {1} 分钟", "合计 {0} 分钟", "书面合计 {0} 分钟", "回家书面合计 {0} 分钟", "回家合计 {0} 分钟",
    "“{0}”{1}起才适用", "“{0}”{1}以后不再适用，后面没有接上的规定", "“{0}”{1}以后已经不适用，后面没有接上的规定",
    "上学日（按{0}的课表）", "{0}起不能确定。{1}", "{0} · {1}", "{0}班{1}任课教师", "{0}班班主任", "{0}年级组长",
    "{0}年{1}月{2}日 {3}", "语文", "数学", "英语", "音乐", "美术", "体育", "科学", "道德与法治", "信息科技", "劳动",
    "无法判断：缺少“{0}”（{1}）。请补全后再试。", "无法判断：缺少当天已有的分钟数（{0}）。请补全后再试。",
    "无法判断：缺少本次的分钟数（{0}）。请补全后再试。", "无法判断：“{0}”的内容无法识别（{1}）。请补全后再试。",
    "{0}。（{1} 起）", "{0}。（{1} 至 {2}）", "每天{0}的分钟数，{1}", "书面作业（在校与回家合计）",
    "作业（在校与回家合计）",
    "准予：{0}，{1}不少于 {2}，{3} 至 {4}，理由：{5}（{6}）。",
    *(f"{{0}}的{matter}" for about, matter in ABOUT_WORDS.items() if about is not About.HOMEWORK),
    "{0}不早于当地正常下班时间结束", "{0}不收费", "不布置回家做的作业", "{0}不布置回家做的作业",
    "{0}年级、{1}", "{0}至{1}年级、{2}", "去掉{0}", "补上{0}",
    "准予：{0}，{1}不早于 {2}，{3} 至 {4}，理由：{5}（{6}）。",
    "准予：{0}，{1}不晚于 {2}，{3} 至 {4}，理由：{5}（{6}）。",
    "准予：{0}，{1}不早于 {2}；{3}，{4}不早于 {5}，{6} 至 {7}，理由：{8}（{9}）。",
    "准予：{0}，{1}不超过 {2}，{3} 至 {4}，理由：{5}（{6}）。", "准予：不执行“{0}”，{1} 至 {2}，理由：{3}（{4}）。",
)
"""What a sentence made of parts comes to, where its parts alone do not show how they hang together."""


def sayings() -> dict[str, list[str]]:
    """Return {message: the files that say it}."""
    found: dict[str, list[str]] = {}
    composed = (("(composed)", message) for message in COMPOSED)
    for path, message in (*_of_templates(), *_of_code(), *composed):
        if signs(message) is None:
            found.setdefault(message, []).append(path)
    return found


def _of_templates() -> Iterator[tuple[str, str]]:
    for path in sorted(TEMPLATES.rglob("*.html")):
        for message in messages(path.read_text(encoding="utf-8")):
            yield str(path.relative_to(ROOT)), message


def _of_code() -> Iterator[tuple[str, str]]:
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            name = str(path.relative_to(ROOT))
            if name in SHOWN_YET or not name.startswith(tuple(NOT_SHOWN)):
                for message in _strings(ast.parse(path.read_text(encoding="utf-8"))):
                    yield name, message


def _strings(tree: ast.AST) -> Iterator[str]:
    """Yield every Chinese string of the code that is no docstring; what an f-string fills in is a place."""
    skipped = {id(part) for node in ast.walk(tree) for part in _unspoken(node)}
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        said = _filled_in(node) if isinstance(node, ast.JoinedStr) else getattr(node, "value", "")
        if isinstance(said, str) and CHINESE.search(said) and not _NUMERALS.fullmatch(said):
            yield said.strip()


def _unspoken(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.JoinedStr):
        yield from node.values
    for statement in getattr(node, "body", None) or () if not isinstance(node, (ast.Lambda, ast.IfExp)) else ():
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
            yield statement.value


def _filled_in(text: ast.JoinedStr) -> str:
    """Return the sentence with its places; nothing where two of them touch: filled in, it could not be known again."""
    places = iter(range(len(text.values)))
    parts = [str(part.value) if isinstance(part, ast.Constant) else f"{{{next(places)}}}" for part in text.values]
    return "" if "}{" in "".join(parts) else "".join(parts)
