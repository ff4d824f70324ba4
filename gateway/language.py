"""Language: the one that the present request is answered in; Chinese, unless a person or program has chosen English."""

from enum import StrEnum
from functools import reduce
from typing import Any

from flask import Flask, Response, current_app, has_request_context, request

from gateway.english.book import book, filled, signs
from gateway.english.templates import english

COOKIE = "__Host-qingfu-language"
KEPT_SECONDS = 365 * 24 * 3600
API = "/api/"
_ENGLISH, _KNOWN = "qingfu.english", ("zh", "zh-CN", "en")


class Language(StrEnum):
    """Both languages, as the `lang` of a page names them."""

    CHINESE = "zh-CN"
    ENGLISH = "en"


def chosen() -> Language:
    """Return the language of this request: a page's stands in a cookie, a program's in Accept-Language."""
    if not has_request_context():
        return Language.CHINESE
    if request.path.startswith(API):
        return Language.ENGLISH if request.accept_languages.best_match(_KNOWN, "zh") == "en" else Language.CHINESE
    return Language.ENGLISH if request.cookies.get(COOKIE) == Language.ENGLISH else Language.CHINESE


def install(app: Flask) -> None:
    """Have every template in both languages; call it when the Chinese ones are complete."""
    app.extensions[_ENGLISH] = english(app.jinja_env, book())
    app.context_processor(lambda: {"language": chosen()})


def of_cookies(header: str) -> Language:
    """Return the language that a browser's cookies name, without a look at the rest of the request."""
    return Language.ENGLISH if f"{COOKIE}={Language.ENGLISH}" in header.split("; ") else Language.CHINESE


def remember(response: Response, language: Language) -> None:
    """Let the browser ask in this language from now on."""
    response.set_cookie(
        COOKIE, language, max_age=KEPT_SECONDS, secure=True, httponly=True, samesite="Lax", path="/"
    )


def told(said: str) -> str:
    """Return a sentence of ours in the language of this request."""
    return book().english(said) if chosen() is Language.ENGLISH else said


def phrase(said: str, *words: Any) -> str:
    """Return a sentence of ours with its places {0}, {1}, … filled in, in the language of this request."""
    if chosen() is Language.CHINESE:
        return filled(said, [str(word) for word in words])
    return filled(book().sentence(said) or signs(said) or said, [book().english(str(word)) for word in words])


def one_sentence(*parts: str) -> str:
    """Return parts of a sentence, those that say something, one after the other, in the language of this request."""
    said = [part for part in parts if part]
    return reduce(lambda before, part: phrase("{0}，{1}", before, part), said[1:], told(said[0])) if said else ""


def compile_templates(app: Flask) -> None:
    """Have every page ready, in both languages, before the first person asks for one."""
    for environment in (app.jinja_env, app.extensions[_ENGLISH]):
        for name in environment.list_templates(extensions=["html"]):
            environment.get_template(name)


def rendered(template: str, **shown: Any) -> str:
    """Return a page in the language of this request."""
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    environment = app.extensions[_ENGLISH] if chosen() is Language.ENGLISH else app.jinja_env
    app.update_template_context(shown)
    return str(environment.get_template(template).render(shown))
