"""The matrix: who may do what to whose, each cell tried on the running house, kept as a file that people can read."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from contracts.actor import Role
from plumbing.ids import new_id
from tests.attack.asking import ENDS_THE_SESSION, Request, asked, speaks_of_a_thing
from tests.attack.visitor import Answer, Visitor
from tests.attack.world import RELATIONS, ROLES

FILE = Path(__file__).parent / "matrix.txt"
DONE, TOLD, EMPTY, NOT_THERE, SIGN_IN, NOTHING = "+", "!", "~", "0", ">", "."
LEGEND = f"""\
# 谁能对谁的东西做什么。由 tests/attack/test_matrix.py 在真实运行的系统上逐格试出，与本文件逐格比较。
# Who may do what, and to whose. Every cell was tried on the running house. To write this file anew:
#     .venv/bin/python -m pytest tests/attack/test_matrix.py --write-matrix
#
# 每一行是一个地址。第一列：没有登录的人。然后每种身份一组，五格依次是：
#     自己班的（自己孩子的） · 同校别的班的 · 同区别的学校的 · 别的区的 · 已被取消这一身份的人看原来自己班的
# One line an address. First column: nobody signed in. Then five cells a role, about a thing of:
#     the own class or child · another class of the school · another school · another district · and somebody who no
#     longer holds the role, about what was theirs.
#
#   {DONE}  做到了，看到了                        done, or shown
#   {TOLD}  可以来，但这一次不行，页面说明原因    let in, and told why it cannot be done now
#   {EMPTY}  有回答，但里面没有这样东西            answered, with nothing about this thing in it
#   {NOT_THERE}  “没有找到”，与真的没有完全一样        not there: exactly as if it did not exist
#   {SIGN_IN}  请先登录                              sign in first
#   {NOTHING}  与是谁的无关                          it makes no difference whose
"""
AT_ONCE = 4
_GROUP = 6
_WIDEST = 60


def columns():
    """Return the columns: nobody, then for each role the four relations and the removed."""
    return [(Role.VISITOR, "own"), *((role, which) for role in ROLES for which in (*RELATIONS, "removed"))]


@dataclass(frozen=True, kw_only=True)
class Try:
    """One cell as it was tried: the request, the visitor and the answer; nothing where it makes no difference whose."""

    request: Request | None = None
    visitor: Visitor | None = None
    answer: Answer | None = None

    @property
    def sign(self):
        """Return the sign of the answer; a status that nobody foresees stands for itself."""
        if self.answer is None:
            return NOTHING
        if self.answer.leads_to_sign_in():
            return SIGN_IN
        if self.answer.status == 404:
            return NOT_THERE
        if self.answer.status in (409, 422):
            return TOLD
        if self.answer.status < 400:
            return DONE if self.request.thing in self.answer.text else EMPTY
        return f"[{self.answer.status}]"


def tried(routes, world, visitors):
    """Return every try by route and column. `visitors(role, removed, new)` gives who tries.

    Each route has things of its own, so that several are tried at once; but those that end sessions come last.
    """

    def at_every_column(route):
        return {(role, which): _try(route, role, which, world, visitors) for role, which in columns()}

    last = [route for route in routes if "session" in route.rule or route.key in ENDS_THE_SESSION]
    first = [route for route in routes if route not in last]
    with ThreadPoolExecutor(AT_ONCE) as crew:
        done = dict(zip(first, crew.map(at_every_column, first), strict=True))
    done |= {route: at_every_column(route) for route in last}
    return {route.key: done[route] for route in routes}


def _try(route, role, which, world, visitors):
    relation = which if which in RELATIONS else "own"
    if relation != "own" and not speaks_of_a_thing(route):
        return Try()
    request = asked(route, world.places[relation], role)
    visitor = visitors(role, removed=which == "removed", new=route.key in ENDS_THE_SESSION)
    return Try(request=request, visitor=visitor, answer=answer_to(request, visitor))


def answer_to(request, visitor):
    """Return how the house answers a visitor's request."""
    if request.form is not None:
        return visitor.post(request.path, request.form | {"key": new_id()})
    if request.path.startswith("/api/"):
        return visitor.program(request.method, request.path, request.plain, **{"Idempotency-Key": new_id()})
    return visitor.get(request.path)


def written(tries):
    """Return the matrix as its file reads."""
    head = f"{'':{_WIDEST}} {'nobody':{_GROUP}}" + "".join(f" {role:{_wide(role)}}" for role in ROLES)
    return "\n".join((LEGEND, head.rstrip(), *(_line(key, of_route) for key, of_route in tries.items()), ""))


def _line(key, of_route):
    groups = ["".join(of_route[role, which].sign for which in (*RELATIONS, "removed")) for role in ROLES]
    said = "".join(f" {group:{_wide(role)}}" for role, group in zip(ROLES, groups, strict=True))
    return f"{key:{_WIDEST}} {of_route[Role.VISITOR, 'own'].sign:{_GROUP}}{said}".rstrip()


def _wide(role):
    return max(_GROUP, len(role))


def changed(before, after):
    """Return what differs between two matrices as a developer needs to see it: the line that stood, and the new one."""
    old, new = (dict(_by_route(text)) for text in (before, after))
    for key in sorted(old.keys() | new.keys()):
        if old.get(key) != new.get(key):
            yield f"- {old.get(key, key + '   (no such line)')}"
            yield f"+ {new.get(key, key + '   (no such route)')}"


def _by_route(text):
    for line in text.splitlines():
        if line.startswith(("GET", "POST", "PUT", "PATCH", "DELETE")):
            yield line[:_WIDEST].rstrip(), line
