"""Confirming: a code that a provider gave to a browser becomes the gateway's signed word on who sits there."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooLate

from contracts.directory.outside import Provider, Testimony
from contracts.errors import NotFound, Unavailable
from gateway.outside.conversation import SECONDS, SILENT, Conversation
from gateway.outside.dingtalk import DingTalk
from gateway.outside.identity import Identity
from gateway.outside.registered import App, Registered
from gateway.outside.wecom import WeCom
from plumbing.ids import new_id

AT_ONCE = 4
"""A provider that hangs keeps so many threads of its own, and those that serve pages no longer than `seconds`."""
_KINDS: dict[Provider, Callable[[App], Identity]] = {Provider.WECOM: WeCom, Provider.DINGTALK: DingTalk}


class Confirming:
    """Every registered app. `sign` makes directory believe a testimony."""

    def __init__(self, registered: Registered, sign: Callable[[Testimony], str], *, seconds: float = SECONDS):
        self.registered, self._sign, self._seconds = registered, sign, seconds
        self._identities = {app.key: _KINDS[app.provider](app) for app in registered.apps}
        self._crew = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="outside")

    def app(self, key: str) -> App:
        """Return an app. Raises NotFound."""
        found = next((app for app in self.registered.apps if app.key == key), None)
        if found is None:
            raise NotFound
        return found

    def door(self, app: App, state: str, back: str, *, in_its_app: bool) -> str:
        """Return where the app's provider asks a person; `back` is a path of ours."""
        return self._identities[app.key].door(state, self.registered.address + back, in_its_app=in_its_app)

    def testimony(self, app: App, code: str, person_id: str | None) -> str:
        """Return the signed word on whom the code names: for the link of that person, for signing in without one.

        Raises NotConfirmed, Unavailable.
        """
        asking = self._crew.submit(self._identities[app.key].subject, code, Conversation(self._seconds))
        try:
            subject = asking.result(timeout=self._seconds)
        except TooLate as problem:
            asking.cancel()
            raise Unavailable(SILENT) from problem
        return self._sign(Testimony(
            testimony_id=new_id(), provider=app.provider, corp=app.corp, subject=subject, district=app.district,
            person_id=person_id,
        ))

    def close(self) -> None:
        """Ask nobody any more."""
        self._crew.shutdown(wait=False, cancel_futures=True)
