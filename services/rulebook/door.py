"""Rulebook, as the gateway meets it."""

from collections.abc import Callable
from typing import Any

from contracts.message import Message
from contracts.rulebook import adoption, chain_draft, derogation, edition, norm_checkup, norms, trying
from contracts.rulebook import draft as writing
from plumbing.caller import Caller
from plumbing.doors import HouseProvider, answers
from services.rulebook import wiring
from services.rulebook.application import derogations, drafting
from services.rulebook.application.adoption import adopt_draft
from services.rulebook.application.norm_checkup import read_norm_checkup
from services.rulebook.application.reading import read_rules
from services.rulebook.application.reading_derogations import read_derogations
from services.rulebook.application.record import read_editions
from services.rulebook.application.trying import try_case
from services.rulebook.application.vocabulary import read_vocabulary


class RulebookService:
    """The norms in force, what they are to become, and what is granted from them."""

    name = "rulebook"
    house = HouseProvider(wiring.build)

    @answers(norms.RULES)
    def rules(self, ask: norms.ReadRules, caller: Caller) -> norms.Rules:
        """Say what binds the asker's school."""
        return self.house.query(read_rules, ask, caller)

    @answers(norm_checkup.NORM_CHECKUP)
    def norm_checkup(self, ask: norm_checkup.ReadNormCheckup, caller: Caller) -> norm_checkup.NormCheckup:
        """Say which norms have no date that holds."""
        return self.house.query(read_norm_checkup, ask, caller)

    @answers(edition.EDITIONS)
    def editions(self, ask: edition.ListEditions, caller: Caller) -> edition.LayerEditions:
        """Say who changed which layer when, and why."""
        return self.house.query(read_editions, ask, caller)

    @answers(edition.DOCUMENT)
    def document(self, ask: edition.ReadDocument, caller: Caller) -> edition.LayerDocument:
        """Hand out an edition of a layer as a document."""
        return self.house.query(wiring.read_document, ask, caller)

    @answers(trying.VOCABULARY)
    def vocabulary(self, ask: trying.ReadVocabulary, caller: Caller) -> trying.Vocabulary:
        """Say what norms can speak of."""
        return self.house.query(read_vocabulary, ask, caller)

    @answers(trying.TRY_CASE)
    def try_case(self, ask: trying.TryCase, caller: Caller) -> trying.Tried:
        """Judge a case that nobody has done, and explain."""
        return self.house.query(try_case, ask, caller)

    @answers(adoption.READ_DRAFT)
    def draft(self, ask: adoption.ReadDraft, caller: Caller) -> adoption.LayerDraft:
        """Show the asker's draft beside what is in force."""
        return self.house.query(wiring.read_draft, ask, caller)

    @answers(writing.WRITE_ROW)
    def write_row(self, ask: writing.WriteRow, caller: Caller) -> dict[str, Any]:
        """Have the draft say a row."""
        return self._command(drafting.write_row, ask, caller)

    @answers(writing.END_ROW)
    def end_row(self, ask: writing.EndRow, caller: Caller) -> dict[str, Any]:
        """Have a row end in the draft."""
        return self._command(drafting.end_row, ask, caller)

    @answers(writing.WRITE_DRAFT)
    def write_draft(self, ask: writing.WriteDraft, caller: Caller) -> dict[str, Any]:
        """Have the draft say what a document says."""
        return self._command(wiring.write_draft, ask, caller)

    @answers(writing.DROP_DRAFT)
    def drop_draft(self, ask: writing.DropDraft, caller: Caller) -> dict[str, Any]:
        """Forget the draft."""
        return self._command(drafting.drop_draft, ask, caller)

    @answers(adoption.ADOPT_DRAFT)
    def adopt_draft(self, ask: adoption.AdoptDraft, caller: Caller) -> dict[str, Any]:
        """Let the draft be what its layer says."""
        return self._command(adopt_draft, ask, caller)

    @answers(derogation.DEROGATIONS)
    def derogations(self, ask: derogation.ReadDerogations, caller: Caller) -> derogation.Derogations:
        """Say what is asked for and granted."""
        return self.house.query(read_derogations, ask, caller)

    @answers(derogation.ASK_DEROGATION)
    def ask_derogation(self, ask: derogation.AskDerogation, caller: Caller) -> dict[str, Any]:
        """Let a school's request wait for the district."""
        return self.house.command(derogations.ask_derogation, ask, caller)

    @answers(derogation.WITHDRAW_DEROGATION)
    def withdraw_derogation(self, ask: derogation.WithdrawDerogation, caller: Caller) -> dict[str, Any]:
        """Take a school's request back."""
        return self.house.command(derogations.withdraw_derogation, ask, caller)

    @answers(derogation.DECIDE_DEROGATION)
    def decide_derogation(self, ask: derogation.DecideDerogation, caller: Caller) -> dict[str, Any]:
        """Grant or refuse a school's request."""
        return self.house.command_of_district(derogations.decide_derogation, ask, caller)

    @answers(chain_draft.CHAIN)
    def chain(self, ask: chain_draft.ReadChain, caller: Caller) -> chain_draft.ChainDesk:
        """Show a chain of the asker's school, and what it is to be."""
        return self.house.query(wiring.read_chain, ask, caller)

    @answers(chain_draft.WRITE_STEP)
    def write_step(self, ask: chain_draft.WriteStep, caller: Caller) -> dict[str, Any]:
        """Let a step of a chain's draft be so."""
        return self.house.command(wiring.write_step, ask, caller)

    @answers(chain_draft.MOVE_STEP)
    def move_step(self, ask: chain_draft.MoveStep, caller: Caller) -> dict[str, Any]:
        """Let a step go before another."""
        return self.house.command(wiring.move_step, ask, caller)

    @answers(chain_draft.DROP_STEP)
    def drop_step(self, ask: chain_draft.DropStep, caller: Caller) -> dict[str, Any]:
        """Let a chain's draft do without a step."""
        return self.house.command(wiring.drop_step, ask, caller)

    @answers(chain_draft.TAKE_OVER_CHAIN)
    def take_over_chain(self, ask: chain_draft.TakeOverChain, caller: Caller) -> dict[str, Any]:
        """Let a chain's draft be as one that is shipped."""
        return self.house.command(wiring.take_over_chain, ask, caller)

    @answers(chain_draft.DROP_CHAIN_DRAFT)
    def drop_chain_draft(self, ask: chain_draft.DropChainDraft, caller: Caller) -> dict[str, Any]:
        """Forget what a chain was to be."""
        return self.house.command(wiring.drop_chain_draft, ask, caller)

    @answers(chain_draft.PUBLISH_CHAIN)
    def publish_chain(self, ask: chain_draft.PublishChain, caller: Caller) -> dict[str, Any]:
        """Let a chain's draft be what it is from now on."""
        return self.house.command(wiring.publish_chain_draft, ask, caller)

    def _command(self, use_case: Callable[[Any, Any], Message], ask: Message, caller: Caller) -> dict[str, Any]:
        """Carry out a command on the caller's own layer: a school's, or the district's."""
        run = self.house.command if caller.scope.school_id else self.house.command_of_district
        return run(use_case, ask, caller)
