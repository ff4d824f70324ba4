"""WeCom 企业微信: its own dialect of OAuth 2 (developer.work.weixin.qq.com 91022, 91023, 98152), without PKCE."""

import threading
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from gateway.outside.conversation import Conversation
from gateway.outside.identity import named, refused
from gateway.outside.not_confirmed import NotConfirmed
from gateway.outside.registered import App

_API = "https://qyapi.weixin.qq.com"
_INSIDE, _WEB = "https://open.weixin.qq.com", "https://login.work.weixin.qq.com"
_OK, _TOKEN_OVER = 0, (40014, 42001)
_EARLY_SECONDS = 300
_STRANGER = "您不是这个企业微信的成员，没有做任何改动。请用手机号和密码登录。"


@dataclass(frozen=True, kw_only=True)
class _Token:
    value: str
    good_until: float


class WeCom:
    """An app made by the organisation itself (自建应用)."""

    def __init__(self, app: App):
        self._app = app
        self._api = app.api or _API
        self._token: _Token | None = None
        self._lock = threading.Lock()

    def door(self, state: str, back: str, *, in_its_app: bool) -> str:
        """Return where a person is asked: at once inside of WeCom and WeChat, by a square to scan elsewhere."""
        app = self._app
        asked = {"appid": app.corp, "agentid": app.app, "redirect_uri": back, "state": state}
        if in_its_app:
            asked |= {"response_type": "code", "scope": "snsapi_base"}
            return f"{app.pages or _INSIDE}/connect/oauth2/authorize?{urlencode(asked)}#wechat_redirect"
        return f"{app.pages or _WEB}/wwlogin/sso/login?{urlencode({'login_type': 'CorpApp', **asked})}"

    def subject(self, code: str, conversation: Conversation) -> str:
        """Return a member's userid; where families come in too, the openid of somebody who is none.

        Raises NotConfirmed, Unavailable.
        """
        answer = self._who(code, conversation)
        if answer.get("errcode") in _TOKEN_OVER:
            self._token = None
            answer = self._who(code, conversation)
        if answer.get("errcode") != _OK:
            raise refused("wecom", answer.get("errcode"))
        if member := named(answer, "userid"):
            return f"user:{member}"
        if self._app.members_only:
            raise NotConfirmed(_STRANGER)
        if stranger := named(answer, "openid"):
            return f"open:{stranger}"
        raise refused("wecom", None)

    def _who(self, code: str, conversation: Conversation) -> dict[str, Any]:
        asked = {"access_token": self._access_token(conversation), "code": code}
        return conversation.ask("GET", f"{self._api}/cgi-bin/auth/getuserinfo", fields=asked)

    def _access_token(self, conversation: Conversation) -> str:
        """Return the app's own token, one for all; who asks WeCom for it too often is shut out."""
        with self._lock:
            if self._token is None or self._token.good_until < time.monotonic():
                asked = {"corpid": self._app.corp, "corpsecret": self._app.secret}
                answer = conversation.ask("GET", f"{self._api}/cgi-bin/gettoken", fields=asked)
                value, seconds = answer.get("access_token"), answer.get("expires_in")
                if answer.get("errcode") != _OK or not isinstance(value, str) or not isinstance(seconds, int):
                    raise refused("wecom", answer.get("errcode"))
                self._token = _Token(value=value, good_until=time.monotonic() + seconds - _EARLY_SECONDS)
            return self._token.value
