"""Posts in words: a role with its scope, and its days."""

from collections.abc import Callable

from contracts.directory.post import HeldPost, Post
from gateway.texts.classes import grade_name
from gateway.texts.dates import full_day
from gateway.texts.roles import role_names


def post_name(post: Post, class_name: Callable[[str], str]) -> str:
    """三（2）班班主任, 三（2）班数学任课教师, 三年级年级组长, 教导处."""
    where = class_name(post.class_id) if post.class_id else grade_name(post.grade) if post.grade else ""
    return f"{where}{post.subject or ''}{role_names((post.role,))}"


def post_days(post: HeldPost) -> str:
    """2026年12月1日 周二起，到2027年1月20日 周三止; nothing where it is held now and for good."""
    first = f"{full_day(post.first)}起" if post.first else ""
    last = f"到{full_day(post.last)}止" if post.last else ""
    return "，".join(part for part in (first, last) if part)
