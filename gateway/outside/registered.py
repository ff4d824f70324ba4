"""Registered: the apps that the operator was given, as one document of the environment says; by default none."""

from urllib.parse import urlsplit

from marshmallow import ValidationError, validate

from contracts.directory.outside import Provider
from contracts.fields import Text
from contracts.message import Message, of
from plumbing.settings import SettingMissing

SETTING = "QINGFU_OUTSIDE"
_THIS_MACHINE = ("127.0.0.1", "localhost", "::1")


def _safe(address: str) -> None:
    """Raise ValidationError for an address at which others could listen."""
    found = urlsplit(address)
    if not (found.scheme == "https" or (found.scheme == "http" and found.hostname in _THIS_MACHINE)):
        raise ValidationError("must begin with https://")
    if found.path or found.query or found.fragment or found.username:
        raise ValidationError("must end after the host")


def _origin() -> Text:
    return Text(shortest=1, longest=200, validate=_safe)


class App(Message):
    """One app of one district at one provider. `key` stands in our addresses, `label` on our buttons.

    `corp` is the organisation that owns the app, `app` WeCom's agentid or DingTalk's client id. Unless `members_only`,
    families come in by it too, whom the organisation does not count among its members. `pages` and `api` are where the
    provider is, should it not be where it is for everybody.
    """

    key: str = of(Text(validate=validate.Regexp(r"[a-z0-9-]{1,32}\Z")))
    provider: Provider
    label: str = of(Text(shortest=1, longest=20))
    district: str = of(Text(shortest=1, longest=40))
    corp: str = of(Text(shortest=1, longest=64))
    app: str = of(Text(shortest=1, longest=64))
    secret: str = of(Text(shortest=1, longest=200))
    members_only: bool = True
    pages: str | None = of(_origin(), default=None)
    api: str | None = of(_origin(), default=None)


class Registered(Message):
    """Every app, and the address under which people know this house: providers send them back there alone."""

    address: str = of(_origin())
    apps: tuple[App, ...]


NONE = Registered(address="https://nowhere.invalid", apps=())


def read(document: str) -> Registered:
    """Return what the document says, nothing where there is none. Raises SettingMissing, which quotes no secret."""
    if not document:
        return NONE
    try:
        found: Registered = Registered.schema().loads(document)
    except ValidationError as problem:
        raise SettingMissing(f"{SETTING} is not as docs/operator.md says: {problem.normalized_messages()}") from None
    except ValueError as problem:
        raise SettingMissing(f"{SETTING} is no JSON: {type(problem).__name__}") from None
    if len({app.key for app in found.apps}) < len(found.apps):
        raise SettingMissing(f"{SETTING}: two apps have the same key")
    return found
