"""The web application, put together from its parts."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from flask import Flask
from jinja2 import ChoiceLoader, FileSystemLoader, PackageLoader, PrefixLoader
from werkzeug.middleware.proxy_fix import ProxyFix

from contracts.directory.school import School
from gateway import (
    access,
    arrival,
    compress,
    csrf,
    errors,
    headers,
    health,
    language,
    limits,
    tracing,
    vendored,
    wording,
)
from gateway.api import api
from gateway.class_names import ClassNames
from gateway.front import Front
from gateway.houses import Client
from gateway.outside import registered
from gateway.outside.confirming import Confirming
from gateway.own_changes import OwnChanges
from gateway.pages import PAGES
from gateway.public_pages import PublicPages
from gateway.school import schools_known
from gateway.session import Sessions
from gateway.settings import Settings
from gateway.shelf import Shelf


@dataclass(frozen=True, kw_only=True)
class Parts:
    """What lives as long as the process. `unready` returns the reasons why it cannot work now."""

    sessions: Sessions
    public_pages: PublicPages
    schools: Shelf[str, School]
    class_names: ClassNames
    crew: ThreadPoolExecutor
    confirming: Confirming
    unready: Callable[[], list[str]]

    def close(self) -> None:
        """Let those go who ask several houses at once, or a provider."""
        self.crew.shutdown(wait=False, cancel_futures=True)
        self.confirming.close()


def create_app(
    settings: Settings, *, client: Client, sessions: Sessions, public_pages: PublicPages,
    unready: Callable[[], list[str]] = list, confirming: Confirming | None = None,
) -> Flask:
    """Return the application. Raises RouteWithoutRule when a route does not say who may come.

    Without `confirming` nobody signs in by WeCom or DingTalk.
    """
    app = Flask("gateway", static_folder=str(vendored.STATIC))
    app.secret_key = settings.secret_key
    crew = ThreadPoolExecutor(settings.threads * 2, thread_name_prefix="ask")
    app.extensions["qingfu"] = Parts(
        sessions=sessions, public_pages=public_pages, schools=schools_known(), class_names=ClassNames(), crew=crew,
        confirming=confirming or _nobody(), unready=unready,
    )
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    limits.install(app)
    _install_templates(app)
    _install_steps(app, OwnChanges(client, public_pages), crew)
    for page in PAGES:
        app.register_blueprint(page)
    health.install(app)
    api.install(app)
    access.public(app.view_functions["static"])
    access.require_rules(app)
    front = Front(app.wsgi_app, public_pages)
    app.wsgi_app = ProxyFix(front, *[settings.trusted_proxies] * 3)  # type: ignore[method-assign]
    return app


def _nobody() -> Confirming:
    return Confirming(registered.NONE, sign=str)


def _install_steps(app: Flask, client: Client, crew: ThreadPoolExecutor) -> None:
    """Put the steps around every request. After it they run in the opposite order: the log line is written last."""
    tracing.install(app)
    compress.install(app)
    headers.install(app)
    vendored.install(app)
    arrival.install(app, client=client, crew=crew, protect=csrf.install(app))
    errors.install(app)


def _install_templates(app: Flask) -> None:
    app.jinja_loader = ChoiceLoader([
        FileSystemLoader(str(vendored.STATIC.parent / "templates")),
        PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")}),
    ])
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    wording.install(app)
    language.install(app)

