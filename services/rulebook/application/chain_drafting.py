"""Chain drafting: an office changes its school's chain step by step, sees what is wrong with it, and publishes it."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from contracts.errors import Conflict, InvalidRequest, NotFound
from contracts.rulebook.chain import Affair, Group
from contracts.rulebook.chain_draft import (
    ChainDesk,
    DropChainDraft,
    DropStep,
    MoveStep,
    PublishChain,
    ReadChain,
    ShippedChain,
    TakeOverChain,
    WriteStep,
)
from engines.approval import Definition
from services.rulebook.application.chain_steps import said_of, step_of
from services.rulebook.application.chains import follow_chain
from services.rulebook.application.unit import Unit
from services.rulebook.domain.chain import Chain, chain_definition, flaws_of, moved_up, with_step, without_step

Shipped = Mapping[str, Any]
"""Documents of the chains that a school may take over, by key."""


def read_chain(unit: Unit, ask: ReadChain, *, shipped: Shipped) -> ChainDesk:
    """Return what stands, and what it is to be."""
    return _desk(unit.look_at_chain(ask.affair), shipped)


def write_step(unit: Unit, ask: WriteStep, *, shipped: Shipped) -> ChainDesk:
    """Let a step of the draft be so. Raises InvalidRequest where a family does not sign alone; Conflict, NotFound."""
    if Group.GUARDIAN in ask.groups and len(ask.groups) > 1:
        raise _refused("groups", "家长签字要单独成为一步，请去掉家长，或者去掉别的岗位。")
    if not ask.groups:
        raise _refused("groups", "请选由谁办理。")
    chain = _taken(unit, ask.affair, ask.sequence)
    _must_be_there(chain, ask.place)
    return _kept(unit, chain, partial(with_step, step=step_of(ask), place=ask.place), shipped)


def move_step(unit: Unit, ask: MoveStep, *, shipped: Shipped) -> ChainDesk:
    """Let a step change places with the one before. Raises Conflict, NotFound."""
    chain = _taken(unit, ask.affair, ask.sequence)
    _must_be_there(chain, ask.place)
    return _kept(unit, chain, partial(moved_up, place=ask.place), shipped)


def drop_step(unit: Unit, ask: DropStep, *, shipped: Shipped) -> ChainDesk:
    """Let the draft do without a step. Raises InvalidRequest for the only one; Conflict, NotFound."""
    chain = _taken(unit, ask.affair, ask.sequence)
    _must_be_there(chain, ask.place)
    if len(chain.working.steps) == 1:
        raise InvalidRequest("流程至少要有一步。要换成别的，请修改这一步。")
    return _kept(unit, chain, partial(without_step, place=ask.place), shipped)


def take_over_chain(unit: Unit, ask: TakeOverChain, *, shipped: Shipped) -> ChainDesk:
    """Let the draft be as a chain that is shipped. Raises Conflict, NotFound."""
    if ask.chain not in shipped:
        raise NotFound
    taken_over = chain_definition(ask.affair, shipped[ask.chain], 0)
    return _kept(unit, _taken(unit, ask.affair, ask.sequence), lambda _: taken_over, shipped)


def drop_chain_draft(unit: Unit, ask: DropChainDraft, *, shipped: Shipped) -> ChainDesk:
    """Forget what was changed. Raises Conflict."""
    chain = _taken(unit, ask.affair, ask.sequence)
    unit.drop_chain_draft(chain.chain_id)
    return _desk(unit.look_at_chain(ask.affair), shipped)


def publish_chain_draft(unit: Unit, ask: PublishChain, *, shipped: Shipped) -> ChainDesk:
    """Let the draft be the school's chain from now on, and every house hear of it.

    Raises Conflict for a draft, or a version, that is not what was read; InvalidRequest where the draft has flaws or
    changes nothing.
    """
    chain = _taken(unit, ask.affair, ask.sequence)
    if chain.version != ask.version:
        raise Conflict("现行流程刚刚变了，没有做任何改动。请对照现在的流程再看一遍。")
    if flaws := flaws_of(chain.working):
        raise InvalidRequest(" ".join(flaw.words for flaw in flaws))
    if chain.says(chain.working):
        raise InvalidRequest("草稿和现行流程完全相同，没有什么要公布。")
    follow_chain(unit, chain, chain.working)
    unit.drop_chain_draft(chain.chain_id)
    unit.audit("publish_chain", "chain", chain.chain_id)
    return _desk(unit.look_at_chain(ask.affair), shipped)


def _taken(unit: Unit, affair: Affair, sequence: int) -> Chain:
    """Return the chain, held, as it was read; raise Conflict if it is another by now."""
    chain = unit.take_chain(affair)
    if chain.sequence != sequence:
        raise Conflict("这个流程刚刚有别人改过，没有做任何改动。请看一下现在的样子，再改一次。")
    return chain


def _must_be_there(chain: Chain, place: int | None) -> None:
    if place is not None and place > len(chain.working.steps):
        raise NotFound


def _kept(unit: Unit, chain: Chain, change: Callable[[Definition], Definition], shipped: Shipped) -> ChainDesk:
    drafted = chain.drafted(change(chain.working))
    unit.keep_chain_draft(drafted)
    unit.audit("draft_chain", "chain", chain.chain_id)
    return _desk(drafted, shipped)


def _desk(chain: Chain, shipped: Shipped) -> ChainDesk:
    standing = chain.definition.steps if chain.definition else ()
    return ChainDesk(
        affair=Affair(chain.affair), version=chain.version, sequence=chain.sequence, title=chain.working.title,
        standing=tuple(map(said_of, standing)), steps=tuple(map(said_of, chain.working.steps)),
        flaws=tuple(_words(chain.working)), shipped=tuple(_shipped(shipped)),
    )


def _words(definition: Definition) -> list[str]:
    names = {step.key: f"“{step.name}”：" for step in definition.steps}
    return [names.get(flaw.step or "", "") + flaw.words for flaw in flaws_of(definition)]


def _shipped(shipped: Shipped) -> list[ShippedChain]:
    return [ShippedChain(key=key, title=document["title"]) for key, document in shipped.items()]


def _refused(field: str, words: str) -> InvalidRequest:
    return InvalidRequest(words, {"fields": {field: [words]}})
