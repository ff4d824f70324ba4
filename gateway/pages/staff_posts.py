"""The office gives a colleague a post, or ends one."""

from typing import Any
from uuid import UUID

from flask import Blueprint, Response, flash, request

from contracts.actor import OFFICE, Actor, Role
from contracts.call import Call
from contracts.directory.post import END_POST, GIVE_POST, EndPost, GivePost, Post, Staff
from contracts.directory.school import CLASSES, ListClasses
from contracts.errors import NotFound, ServiceError
from gateway import here, view
from gateway.access import may
from gateway.forms.field import Option
from gateway.forms.form import Form
from gateway.forms.plain import Given, given_from
from gateway.forms.questions import Questions
from gateway.pages.staff import class_names, colleague_of
from gateway.texts.posts import post_name
from gateway.texts.roles import role_names

page = Blueprint("staff_posts", __name__)
ADDRESS = "/school/staff/<uuid:person_id>/posts"
SCOPE = ("class_id", "subject", "grade")
ASKED = {
    Role.TEACHER: ("class_id", "subject"), Role.HEAD_TEACHER: ("class_id",), Role.GRADE_LEAD: ("grade",),
}  # fmt: skip


def give_form(person_id: UUID) -> Form[GivePost]:
    """Return the form that gives a post, as sent; without the classes there are."""
    return _give(person_id, request.form, ())


def end_form(person_id: UUID) -> Form[EndPost]:
    """Return the form that ends a post, as sent."""
    return _end(person_id, request.form)


@page.get(f"{ADDRESS}/new")
@may(*OFFICE)
def new(person_id: UUID) -> Response:
    """Ask where, and from when until when; which post it is stands in the address."""
    found, actor = colleague_of(person_id)
    role = request.args.get("role", "")
    if role not in found.may_give:
        raise NotFound
    return _give_page(_give(person_id, given_from({"role": role}), _classes(actor)), found)


@page.post(f"{ADDRESS}/new")
@may(*OFFICE, form=give_form)
def give(person_id: UUID) -> Response:
    """Give the post, or show the form again with what would pass."""
    found, actor = colleague_of(person_id)
    form = _give(person_id, request.form, _classes(actor))
    return _done(GIVE_POST, form, actor, "职务已经给了，马上生效") or _give_page(form, found)


@page.get(f"{ADDRESS}/end")
@may(*OFFICE)
def ask_end(person_id: UUID) -> Response:
    """Ask whether this post is to end; the address says which."""
    found, actor = colleague_of(person_id)
    return _end_page(_end(person_id, request.args.copy()), found, actor)


@page.post(f"{ADDRESS}/end")
@may(*OFFICE, form=end_form)
def end(person_id: UUID) -> Response:
    """End the post, or show what stands in the way."""
    found, actor = colleague_of(person_id)
    form = end_form(person_id)
    return _done(END_POST, form, actor, "职务已经终止，一秒之内生效") or _end_page(form, found, actor)


def _done(call: Call[Any, Any], form: Form[Any], actor: Actor, said: str) -> Response | None:
    """Return to the colleague once it is done; nothing where the form has to be shown again."""
    try:
        here.houses().ask(call, form.load(), actor, key=form.key)
    except ServiceError as problem:
        form.refused(problem)
        return None
    flash(said, "done")
    return view.go("staff.one", person_id=form.questions.fixed["person_id"])


def _give(person_id: UUID, given: Given, classes: tuple[Option, ...]) -> Form[GivePost]:
    role = given.get("role", "")
    asked = next((parts for of, parts in ASKED.items() if of == role), ())
    questions = Questions(
        message=GivePost, title=f"任命：{_role_name(role)}", action="任命", fixed={"person_id": str(person_id)},
        hidden=("role", *(part for part in SCOPE if part not in asked)), options={"class_id": classes},
    )
    return Form(questions, given)


def _end(person_id: UUID, given: Given) -> Form[EndPost]:
    questions = Questions(
        message=EndPost, title="终止职务", action="终止", fixed={"person_id": str(person_id)}, hidden=("role", *SCOPE)
    )
    return Form(questions, given)


def _role_name(role: str) -> str:
    return role_names((Role(role),)) if role in set(Role) else "职务"


def _classes(actor: Actor) -> tuple[Option, ...]:
    heard = here.houses().ask(CLASSES, ListClasses(), actor).classes
    return tuple(Option(value=one.class_id, label=one.name) for one in heard)


def _give_page(form: Form[GivePost], found: Staff) -> Response:
    return view.form_page("staff_give.html", form, one=found.colleagues[0])


def _end_page(form: Form[EndPost], found: Staff, actor: Actor) -> Response:
    """Ask about a post that the colleague has and that the reader may end. Raises NotFound for any other."""
    (one,) = found.colleagues
    wanted = _wanted(form)
    if not any(post.may_end and _scope(post) == wanted for post in one.posts):
        raise NotFound
    names = class_names((actor,), found.colleagues)
    named = next(post_name(post, names) for post in one.posts if _scope(post) == wanted)
    return view.form_page("staff_end.html", form, one=one, named=named)


def _wanted(form: Form[EndPost]) -> tuple[Any, ...]:
    try:
        return _scope(form.load())
    except ServiceError as problem:
        raise NotFound from problem


def _scope(post: Post) -> tuple[Any, ...]:
    return post.role, post.class_id, post.subject, post.grade
