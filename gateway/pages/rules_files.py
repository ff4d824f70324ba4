"""A layer as a file to keep: YAML, ready to be read again, or a table for Excel; as it is, or as it once was."""

from urllib.parse import quote

from flask import Blueprint, Response, make_response, request
from marshmallow import ValidationError

from contracts.actor import SIGNED_IN
from contracts.errors import NotFound
from contracts.rulebook.edition import DOCUMENT, DocumentLine, LayerDocument, ReadDocument
from gateway import here
from gateway.access import may
from gateway.pages.rules_desk import desk, stay
from gateway.texts.labels import LAYERS
from gateway.workbook import TYPE, workbook

page = Blueprint("rules_files", __name__)
page.url_defaults(stay)
_HEADINGS = (
    ("管什么事", 12), ("叫什么", 22), ("规定", 48), ("从哪一天起", 13), ("到哪一天为止", 13), ("条款原文", 48),
    ("出处", 40),
)


@page.get("/rules/layers/<layer>.yaml")
@may(*SIGNED_IN)
def yaml(layer: str) -> Response:
    """Hand out the layer as its office would write it."""
    found = _found(layer)
    return _file(found.document.encode(), "application/yaml; charset=utf-8", _named(found, "yaml"))


@page.get("/rules/layers/<layer>.xlsx")
@may(*SIGNED_IN)
def xlsx(layer: str) -> Response:
    """Hand out the layer as a table, a line a row."""
    found = _found(layer)
    content = workbook(LAYERS.get(layer, layer), _HEADINGS, map(_cells, found.lines))
    return _file(content, TYPE, _named(found, "xlsx"))


def _found(layer: str) -> LayerDocument:
    """Return the edition that is asked for, the present one where none is named. Raises NotFound."""
    named = {"version": request.args["version"]} if "version" in request.args else {}
    try:
        ask = ReadDocument.load({"layer": layer, **named})
    except ValidationError as problem:
        raise NotFound from problem
    if layer not in LAYERS:
        raise NotFound
    return here.houses().ask(DOCUMENT, ask, desk(*SIGNED_IN).actor)


def _cells(line: DocumentLine) -> tuple[str, ...]:
    last = line.effective_to.isoformat() if line.effective_to else ""
    return (
        line.matter, line.title, line.sentence, line.effective_from.isoformat(), last, line.clause, line.source
    )


def _named(found: LayerDocument, suffix: str) -> str:
    return f"{LAYERS[found.layer]}-第{found.version}版.{suffix}"


def _file(content: bytes, media_type: str, name: str) -> Response:
    response = make_response(content)
    response.headers["Content-Type"] = media_type
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return response
