"""Signing in and out for programs: a bearer token instead of a cookie."""

from typing import Any

from flask import Response, request

from contracts.actor import visitor
from contracts.directory.card import ACTIVATE, Activate
from contracts.directory.session import (
    SIGN_IN,
    SIGN_IN_SECOND,
    SIGN_OUT,
    Session,
    SignedIn,
    SignIn,
    SignInSecond,
    SignOut,
)
from contracts.message import Message
from gateway import access, cookie, here
from gateway.api.blueprint import SECURITY, ApiBlueprint
from gateway.api.offer import Offer
from gateway.device import device_here, kind_here

_OFFER = Offer(verb="POST", rule="/session/<client>/<browser>/<system>", call=SIGN_IN, summary="登录，得到令牌")
_SECOND = Offer(verb="POST", rule="/session/second/<browser>/<system>", call=SIGN_IN_SECOND, summary="第二步：验证码")
_ACTIVATE = Offer(verb="POST", rule="/activation/<client>/<browser>/<system>", call=ACTIVATE, summary="用激活卡")
blp = ApiBlueprint("api_session", __name__, url_prefix="/api/v1", description="session")


@blp.route("/session", methods=["POST"])
@access.public_for_programs
@blp.doc(summary="登录，得到令牌", operationId="sign_in")
@blp.arguments(_OFFER.schema())
@blp.response(201, SignedIn.schema_class())
def sign_in(asked: dict[str, Any]) -> Message:
    """Open a session; its token goes into the Authorization header of what follows."""
    return here.houses().ask(SIGN_IN, SignIn(**asked, **device_here()), visitor())


@blp.route("/session/second", methods=["POST"])
@access.public_for_programs
@blp.doc(summary="登录的第二步：验证码", operationId="sign_in_second")
@blp.arguments(_SECOND.schema())
@blp.response(201, SignedIn.schema_class())
def sign_in_second(asked: dict[str, Any]) -> Message:
    """Open a session by a code, where the first step said `second_step`."""
    return here.houses().ask(SIGN_IN_SECOND, SignInSecond(**asked, **kind_here()), visitor())


@blp.route("/activation", methods=["POST"])
@access.public_for_programs
@blp.doc(summary="用激活卡设密码，得到令牌", operationId="activate")
@blp.arguments(_ACTIVATE.schema())
@blp.response(201, SignedIn.schema_class())
def activate(asked: dict[str, Any]) -> Message:
    """Open a session by a card and a password of one's own choice."""
    return here.houses().ask(ACTIVATE, Activate(**asked, **device_here()), visitor())


@blp.route("/session", methods=["GET"])
@access.signed_in
@blp.doc(summary="我是谁", operationId="session", security=SECURITY)
@blp.response(200, Session.schema_class())
def session() -> Message | None:
    """Say whose session this is."""
    return here.caller().session


@blp.route("/session", methods=["DELETE"])
@access.signed_in
@blp.doc(summary="退出", operationId="sign_out", security=SECURITY)
@blp.response(204)
def sign_out() -> Response:
    """End the session."""
    token = cookie.token_of(request)
    here.sessions().forget(token)
    here.houses().ask(SIGN_OUT, SignOut(token=token), visitor())
    return Response(status=204)
