"""A person at a browser without scripts: opens addresses, fills in what is there, presses buttons."""

from typing import Any

from flask import Flask
from werkzeug.test import TestResponse

from gateway.cookie import NAME
from tests.unit.gateway.houses.people import PASSWORD
from tests.unit.gateway.page import FoundForm, Page

HTTPS = "https://qingfu.example"


class Person:
    """Keeps cookies, follows redirects, remembers the page in front of them."""

    def __init__(self, app: Flask):
        self._client = app.test_client()
        self.answer: TestResponse | None = None
        self.page = Page("")
        self.address = "/"

    def signed_in(self, login: str) -> "Person":
        """Have the cookie of a session, as a browser has that has been here before."""
        proof = {"login": login, "password": PASSWORD}
        self.answer = self._client.post("/api/v1/session", base_url=HTTPS, json=proof)
        assert self.status == 201, self.answer.text
        self._client.set_cookie(NAME, self.answer.json["token"], domain="qingfu.example", secure=True)
        return self

    def opens(self, address: str, **headers: str) -> Page:
        return self.sees(self._client.get(address, base_url=HTTPS, headers=headers, follow_redirects=True))

    def presses(self, button: str, **typed: str | list[str]) -> Page:
        """Fill in the form that has this button, on top of what already stands in it, and press the button."""
        form = self.page.form(button)
        name, value = next((n, v) for n, v, words in form.buttons if words == button)
        return self.sends(form, {**typed, **({name: value} if name else {})})

    def sends(self, form: FoundForm, typed: dict[str, Any]) -> Page:
        """Send a form, again if need be, as a double click or the back button would."""
        values: dict[str, Any] = {}
        for name, value in form.values:
            values.setdefault(name, []).append(value)
        values |= typed
        if form.method == "get":
            found = self._client.get(form.action, base_url=HTTPS, query_string=values, follow_redirects=True)
            return self.sees(found)
        headers = {"Referer": HTTPS + self.address}
        return self.sees(
            self._client.post(form.action, base_url=HTTPS, data=values, headers=headers, follow_redirects=True)
        )

    @property
    def status(self) -> int:
        assert self.answer is not None
        return self.answer.status_code

    @property
    def client(self) -> Any:
        return self._client

    def sees(self, answer: TestResponse) -> Page:
        """Have this page in front of them."""
        self.answer, self.address = answer, answer.request.full_path.rstrip("?")
        self.page = Page(answer.get_data(as_text=True))
        for form in self.page.forms:
            form.action = form.action or self.address
        return self.page
