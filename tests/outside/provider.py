"""A provider on a real port: people at its door, codes good once, and whatever trouble a test wishes it."""

import json
import secrets
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

CORP, CLIENT, SECRET = "ww0123456789abcdef", "dingq7client", "Q7PROVIDERSECRET"


@dataclass
class Fake:
    """`at_the_door` is who is confirmed next; `codes` are those given and not used; `trouble` is what goes wrong.

    What is slow ends with `silence`; `asked` are the paths of every question of a server.
    """

    at_the_door: str = "zhang.san"
    corp_at_the_door: str = CORP
    codes: dict = field(default_factory=dict)
    tokens: dict = field(default_factory=dict)
    trouble: str = ""
    asked: list = field(default_factory=list)
    silence: threading.Event = field(default_factory=threading.Event)
    address: str = ""

    def back(self, redirect_uri, state):
        """Return where a person is sent with a fresh code."""
        code = secrets.token_urlsafe(24)
        self.codes[code] = (self.at_the_door, self.corp_at_the_door)
        return f"{redirect_uri}?{urlencode({'code': code, 'state': state})}"

    def answer(self, method, path, said, headers):
        """Return (status, headers, body) as the provider would."""
        if path in ("/connect/oauth2/authorize", "/wwlogin/sso/login", "/oauth2/auth"):
            return 302, {"Location": self.back(said["redirect_uri"], said["state"])}, b""
        self.asked.append(path)
        if trouble := self.trouble:
            return self._trouble(trouble)
        answers = {
            "/cgi-bin/gettoken": self._app_token, "/cgi-bin/auth/getuserinfo": self._getuserinfo,
            "/v1.0/oauth2/userAccessToken": self._user_token, "/v1.0/contact/users/me": self._me,
        }
        status, body = answers[path](said, headers)
        return status, {"Content-Type": "application/json"}, json.dumps(body).encode()

    def _trouble(self, trouble):
        if trouble == "slow":
            self.silence.wait(30)
        return {
            "slow": (200, {}, b"{}"), "500": (500, {}, b"{}"), "not json": (200, {}, b"<html>"),
            "a list": (200, {}, b"[]"), "too long": (200, {}, b'"' + b"a" * 100_000 + b'"'),
            "elsewhere": (302, {"Location": f"{self.address}/cgi-bin/gettoken"}, b"{}"),
            "deep": (200, {}, b"[" * 60_000),
        }[trouble]

    def _app_token(self, said, headers):
        if (said["corpid"], said["corpsecret"]) != (CORP, SECRET):
            return 200, {"errcode": 40001, "errmsg": "invalid credential"}
        token = secrets.token_urlsafe(24)
        self.tokens = {token: "the app's"}
        return 200, {"errcode": 0, "errmsg": "ok", "access_token": token, "expires_in": 7200}

    def _getuserinfo(self, said, headers):
        if said["access_token"] not in self.tokens:
            return 200, {"errcode": 40014, "errmsg": "invalid access_token"}
        if said["code"] not in self.codes:
            return 200, {"errcode": 40029, "errmsg": "invalid code"}
        subject, corp = self.codes.pop(said["code"])
        if corp != CORP:
            return 200, {"errcode": 0, "errmsg": "ok", "openid": f"o-{subject}"}
        return 200, {"errcode": 0, "errmsg": "ok", "userid": subject, "user_ticket": "Q7TICKET"}

    def _user_token(self, said, headers):
        if (said["clientId"], said["clientSecret"], said["grantType"]) != (CLIENT, SECRET, "authorization_code"):
            return 400, {"code": "invalidClient", "message": "clientId or clientSecret is wrong"}
        if said["code"] not in self.codes:
            return 400, {"code": "invalidParameter.authCode.notFound", "message": "authCode"}
        subject, corp = self.codes.pop(said["code"])
        token = secrets.token_urlsafe(24)
        self.tokens[token] = subject
        return 200, {"accessToken": token, "refreshToken": "Q7REFRESH", "expireIn": 7200, "corpId": corp}

    def _me(self, said, headers):
        subject = self.tokens.get(headers["x-acs-dingtalk-access-token"])
        if subject is None:
            return 401, {"code": "InvalidAuthentication", "message": "token"}
        return 200, {"unionId": subject, "openId": f"o-{subject}", "nick": "Q7NICK", "mobile": "12070000000"}


@contextmanager
def provider():
    """Serve a fake on a free port of loopback."""
    fake = Fake()

    def do(request):
        split = urlsplit(request.path)
        length = int(request.headers.get("Content-Length") or 0)
        body = json.loads(request.rfile.read(length)) if length else {}
        said = {name: values[0] for name, values in parse_qs(split.query).items()} | body
        status, headers, answer = fake.answer(request.command, split.path, said, request.headers)
        request.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(answer))}.items():
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(answer)

    handler = type("Handler", (BaseHTTPRequestHandler,), {"do_GET": do, "do_POST": do, "log_message": lambda *_: None})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # whoever was kept waiting has left: nothing to be told of
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    fake.address = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield fake
    finally:
        fake.silence.set()
        server.shutdown()
        server.server_close()
        thread.join(5)


def registered(fake, *, address, district, members_only=True):
    """Return the operator's document: one app at each provider, both where the fake is."""
    common = {
        "district": district, "secret": SECRET, "members_only": members_only, "pages": fake.address, "api": fake.address
    }
    return json.dumps({"address": address, "apps": [
        {"key": "wecom", "provider": "wecom", "label": "企业微信", "corp": CORP, "app": "1000002", **common},
        {"key": "dingtalk", "provider": "dingtalk", "label": "钉钉", "corp": CORP, "app": CLIENT, **common},
    ]}, ensure_ascii=False)
