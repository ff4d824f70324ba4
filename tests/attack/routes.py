"""Routes: every address of the gateway by every method, as its own map names them."""

from dataclasses import dataclass

from gateway import access
from gateway.app import create_app
from gateway.public_pages import PublicPages
from gateway.session import Sessions
from gateway.settings import Settings

_BY_THEMSELVES = {"HEAD", "OPTIONS"}


@dataclass(frozen=True, kw_only=True)
class Route:
    """One method of one address. `names` are what the address leaves open."""

    method: str
    rule: str
    names: frozenset[str]
    takes_cookie: bool
    for_everybody: bool

    @property
    def key(self):
        return f"{self.method} {self.rule}"

    @property
    def for_programs(self):
        return self.rule.startswith("/api/")

    @property
    def shows_the_same_to_all(self):
        """Say whether it shows everybody the same, so that others may keep it."""
        return self.for_everybody and self.rule.startswith(("/static/", "/schools/", "/api/v1/schools/"))

    @property
    def of_pages(self):
        """Say whether a browser would send a form here."""
        return self.method == "POST" and not self.for_programs


def routes():
    """Return every route, by address."""
    app = create_app(
        Settings(secret_key="nobody signs with it"), client=None, sessions=Sessions(fresh=bool),
        public_pages=PublicPages(fresh=bool),
    )
    app.extensions["qingfu"].close()
    every = [
        Route(
            method=method, rule=rule.rule, names=frozenset(rule.arguments),
            takes_cookie=access.rule_of(app, rule.endpoint).takes_cookie,
            for_everybody=not access.rule_of(app, rule.endpoint).personal,
        )
        for rule in app.url_map.iter_rules() for method in rule.methods - _BY_THEMSELVES
    ]
    return sorted(every, key=lambda route: (route.rule, route.method))
