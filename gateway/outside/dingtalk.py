"""DingTalk 钉钉: its own dialect of OAuth 2 (open.dingtalk.com, obtain-user-token), without PKCE."""

from urllib.parse import urlencode

from gateway.outside.conversation import Conversation
from gateway.outside.identity import named, refused
from gateway.outside.not_confirmed import NotConfirmed
from gateway.outside.registered import App

_API, _PAGES = "https://api.dingtalk.com", "https://login.dingtalk.com"
_STRANGER = "您选的不是本单位的钉钉组织，没有做任何改动。请重新开始，或者用手机号和密码登录。"


class DingTalk:
    """An app of an organisation, by client id and secret."""

    def __init__(self, app: App):
        self._app = app
        self._api = app.api or _API

    def door(self, state: str, back: str, *, in_its_app: bool) -> str:
        """Return where a person is asked; members are asked for their organisation too."""
        app = self._app
        asked = {
            "response_type": "code", "client_id": app.app, "redirect_uri": back, "state": state, "prompt": "consent",
            "scope": "openid corpid" if app.members_only else "openid",
        }
        if app.members_only:
            asked["corpId"] = app.corp
        return f"{app.pages or _PAGES}/oauth2/auth?{urlencode(asked)}"

    def subject(self, code: str, conversation: Conversation) -> str:
        """Return the unionId, which one organisation's apps share; name and number, which come with it, are dropped.

        Raises NotConfirmed, also for another organisation's member; Unavailable.
        """
        app = self._app
        asked = {"clientId": app.app, "clientSecret": app.secret, "code": code, "grantType": "authorization_code"}
        answer = conversation.ask("POST", f"{self._api}/v1.0/oauth2/userAccessToken", json=asked)
        token = answer.get("accessToken")
        if not isinstance(token, str) or not token.isascii() or not token.isprintable():
            raise refused("dingtalk", answer.get("code"))
        if app.members_only and answer.get("corpId") != app.corp:
            raise NotConfirmed(_STRANGER)
        headers = {"x-acs-dingtalk-access-token": token}
        person = conversation.ask("GET", f"{self._api}/v1.0/contact/users/me", headers=headers)
        if subject := named(person, "unionId"):
            return f"union:{subject}"
        raise refused("dingtalk", person.get("code"))
