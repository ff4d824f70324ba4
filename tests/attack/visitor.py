"""A visitor who speaks HTTP by hand: no browser's manners, no redirect followed unasked."""

import http.client
import json
import re
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode, urlsplit

from ops.running import wait_for

SESSION, FORM = "__Host-qingfu", "__Host-qingfu-form"
PATIENCE_SECONDS = 30
_TOKEN = re.compile(r'name="csrf_token"[^>]* value="([^"]+)"')
_OF_THIS_FORM = re.compile(r'name="(csrf_token|key)"[^>]* value="[^"]+"')


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What came back, nothing interpreted."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name):
        """Return one header, an empty text where there is none."""
        return next((value for known, value in self.headers if known.lower() == name.lower()), "")

    def cookie(self, name):
        """Return the whole Set-Cookie line of a cookie, an empty text where it was not set."""
        return next((v for known, v in self.headers if known == "Set-Cookie" and v.startswith(f"{name}=")), "")

    @cached_property
    def text(self):
        return self.body.decode("utf-8", "replace")

    @cached_property
    def json(self):
        return json.loads(self.body)

    def leads_to_sign_in(self):
        return self.status == 401 or (self.status == 303 and self.header("Location").startswith("/sign-in"))

    def without_ids(self):
        """Return status, headers and body without what differs between two askings of the very same thing."""
        request_id = self.header("X-Request-Id").encode()
        headers = tuple(h for h in self.headers if h[0] not in ("X-Request-Id", "Date", "Set-Cookie"))
        body = _OF_THIS_FORM.sub("", self.body.replace(request_id, b"").decode("utf-8", "replace"))
        return self.status, headers, body


class Visitor:
    """One browser or program. `token` is its session's; without one nobody is signed in."""

    def __init__(self, address, token=""):
        self.host, self.token = urlsplit(address).netloc, token
        self._page = None

    def get(self, path, **headers):
        """Return the answer to a page asked for."""
        return self.send("GET", path, headers=self._as_browser() | headers)

    def post(self, path, form, **headers):
        """Return the answer to a form sent from a page of ours."""
        form_cookie, csrf = self.page
        body = urlencode({**form, "csrf_token": csrf}, doseq=True)
        sent = self._as_browser(form_cookie) | {"Content-Type": "application/x-www-form-urlencoded"} | headers
        return self.send("POST", path, body, sent)

    def program(self, method, path, plain=None, **headers):
        """Return the answer to a program's request, by bearer token."""
        sent = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        if plain is not None:
            sent["Content-Type"] = "application/json"
        return self.send(method, path, None if plain is None else json.dumps(plain), sent | headers)

    def send(self, method, path, body=None, headers=None):
        """Return the answer to exactly this."""
        connection = http.client.HTTPConnection(self.host, timeout=PATIENCE_SECONDS)
        with closing(connection):
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return Answer(status=answer.status, headers=tuple(answer.getheaders()), body=answer.read())

    @property
    def page(self):
        """Return the form cookie and token of a page of ours, fetched once."""
        if self._page is None:
            seen = self.send("GET", "/sign-in")
            self._page = seen.cookie(FORM).partition(";")[0], _TOKEN.search(seen.text)[1]
        return self._page

    def _as_browser(self, *cookies):
        kept = [*cookies, *([f"{SESSION}={self.token}"] if self.token else [])]
        return {"Cookie": "; ".join(kept)} if kept else {}


def sign_in(address, login, password):
    """Return a visitor with a new session; told to come back, they do."""
    visitor = Visitor(address)
    asked = {"login": login, "password": password}
    answers = []

    def let_in():
        answers.append(visitor.program("POST", "/api/v1/session", asked))
        return answers[-1].status != 503

    assert wait_for(let_in, PATIENCE_SECONDS) and answers[-1].status == 201, (login, answers[-1].body)
    visitor.token = answers[-1].json["token"]
    return visitor
