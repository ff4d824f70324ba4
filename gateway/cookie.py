"""The session's cookie: this host only, encrypted transport only, out of reach of scripts and of other sites' forms."""

from datetime import datetime

from flask import Request, Response

from plumbing import clock

NAME = "__Host-qingfu"
HALF_WAY = "__Host-qingfu-half-way"
"""What proves, for a few minutes, that the password was right: it opens nothing yet."""


def give(response: Response, token: str, expires_at: datetime) -> None:
    """Let the browser keep the token until the session expires: so many seconds, whatever day its own clock shows."""
    seconds = int((expires_at - clock.now()).total_seconds())
    response.set_cookie(NAME, token, max_age=seconds, secure=True, httponly=True, samesite="Lax", path="/")


def take_back(response: Response) -> None:
    """Let the browser forget the token."""
    response.delete_cookie(NAME, secure=True, httponly=True, samesite="Lax", path="/")


def give_half_way(response: Response, token: str, expires_at: datetime) -> None:
    """Let the browser keep the token of the first step until it expires."""
    seconds = int((expires_at - clock.now()).total_seconds())
    response.set_cookie(HALF_WAY, token, max_age=seconds, secure=True, httponly=True, samesite="Lax", path="/")


def take_back_half_way(response: Response) -> None:
    """Let the browser forget the token of the first step."""
    response.delete_cookie(HALF_WAY, secure=True, httponly=True, samesite="Lax", path="/")


def half_way_of(request: Request) -> str:
    """Return the token of the first step, or nothing."""
    token = request.cookies.get(HALF_WAY, "")
    return token if len(token) <= 128 else ""


def token_of(request: Request) -> str:
    """Return the bearer token of a program, or else the cookie of a browser, or nothing."""
    bearer = bearer_of(request)
    token = request.cookies.get(NAME, "") if bearer is None else bearer
    return token if len(token) <= 128 else ""


def bearer_of(request: Request) -> str | None:
    """Return the token of an Authorization header, None when there is no such header."""
    kind, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if kind.lower() == "bearer" else None
