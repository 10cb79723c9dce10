"""One story told without a browser: what each person sees, step by step."""

from __future__ import annotations

from dataclasses import replace

from collector_bot.sandbox.answer import Answer
from collector_bot.sandbox.entries import Entry, plain_amount, written_amount
from collector_bot.sandbox.examples import Occasion, promise, remittance
from collector_bot.sandbox.letter import Letter
from collector_bot.sandbox.narrator import Narrator
from collector_bot.sandbox.product import ProductError
from collector_bot.sandbox.roster import Case
from collector_bot.sandbox.slack_people import MANAGER
from collector_bot.sandbox.slack_server import Message, Outcome, render_text
from collector_bot.sandbox.watcher import NotSeenError, Watcher, compact, pressable

PROMISING = "ACME"
PAYING = "HARBOUR"
_PROMISE_DAYS = 20
_RUNS_MAX = 6
_LETTERS_BEFORE_FIRM = 2
_CHASED = {Case.FIRST, Case.SECOND, Case.FIRM, Case.FORMAL}


class Story:
    """The story of two customers: one promises, the other pays.

    Args:
        watcher: looks at a sandbox whose books are imported and which serves.
        narrator: tells what is seen.
    """

    def __init__(self, watcher: Watcher, narrator: Narrator) -> None:
        self._see = watcher
        self._stage = watcher.stage
        self._tell = narrator
        self._paid: list[Entry] = []

    def run(self) -> bool:
        """Tell the whole story; False when one of its steps did not happen."""
        parts = (
            self._import,
            self._letters,
            self._balance,
            self._promise,
            self._week_later,
            self._advice,
            self._next_run,
            self._firm,
        )
        try:
            for part in parts:
                part()
        except (NotSeenError, ProductError, LookupError, TimeoutError) as error:
            self._tell.failed(str(error), seen=self._stage.slack.transcript())
            return False
        self._tell.done()
        return True

    def _import(self) -> None:
        self._tell.begin("import")
        company = self._stage.company
        counts = [str(len(some)) for some in (company.customers, company.entries)]
        self._tell.person("clerk", "imported", accounts=counts[0], entries=counts[1])
        shown = self._asked("items", PROMISING)
        for invoice in self._due(PROMISING):
            if invoice.piece not in shown:
                raise NotSeenError(f"'items {PROMISING}' lacks {invoice.piece}")
        self._tell.text(shown)

    def _letters(self) -> None:
        self._tell.begin("letters")
        for account in (PROMISING, PAYING):
            self._show(self._first_letter(account))
        self._see.until(
            lambda: not self._unchased(),
            what=lambda: f"letter to {', '.join(self._unchased())}",
        )
        self._see.until_calm()
        arrived = self._see.received()
        customers = {one.mailbox for one in arrived}
        counts = [str(len(some)) for some in (arrived, customers)]
        self._tell.say("letters-arrived", count=counts[0], customers=counts[1])

    def _unchased(self) -> list[str]:
        """Return the late accounts nobody has written to yet."""
        return [
            one.firm.code
            for one in self._stage.company.customers
            if one.firm.case in _CHASED and not self._see.letters(one.firm.code)
        ]

    def _balance(self) -> None:
        self._tell.begin("balance")
        self._tell.person("manager", "types", text=f"/balance {PROMISING}")
        _acknowledged(self._see.type_command(MANAGER, "/balance", PROMISING))
        owed = plain_amount(sum(one.amount_minor for one in self._due(PROMISING)))
        shown = self._see.until(
            lambda: self._see.whispers(MANAGER, PROMISING, owed),
            what=f"answer to /balance {PROMISING} with {owed}",
        )
        self._tell.card(shown[-1], where="slack-private")

    def _promise(self) -> None:
        self._tell.begin("promise")
        letter = self._first_letter(PROMISING)
        promised = self._due(PROMISING)[:1]
        occasion = Occasion(
            writer=self._stage.mailboxes.writer(letter.mailbox),
            today=self._stage.clock.today(),
            invoices=promised,
        )
        known = self._shown_cards()
        self._reply(letter, promise(occasion, days=_PROMISE_DAYS).text)
        self._tell.begin("promise-card")
        piece = promised[0].piece
        card = self._new_card(piece, besides=known)
        self._tell.card(card)
        if pressable(card, "promise.approve"):
            self._press(card, "promise.approve")
        else:
            self._tell.person("manager", "no-button")

    def _week_later(self) -> None:
        self._tell.begin("week")
        piece = self._due(PROMISING)[0].piece
        self._refuse_chased(self._run_in_a_week(), [piece])
        self._tell.say("not-chased", piece=piece)

    def _advice(self) -> None:
        name = self._stage.company.customer(PAYING).firm.name
        self._tell.begin("advice", name=name)
        letter = self._first_letter(PAYING)
        self._paid = self._due(PAYING)[:2]
        pieces = [one.piece for one in self._paid]
        said = " and ".join(pieces)
        occasion = replace(self._stage.occasion(letter), invoices=self._paid)
        total = self._written(sum(one.amount_minor for one in self._paid))
        if not all(piece in self._asked("items", PAYING) for piece in pieces):
            raise NotSeenError(f"'items {PAYING}' lacks one of {', '.join(pieces)}")
        known = self._shown_cards()
        self._reply(letter, remittance(occasion).text)
        self._tell.card(self._new_card(*pieces, besides=known))
        self._tell.begin("suggestion")
        self._tell.person("clerk", "bank", amount=total, name=name)
        self._stage.pay(pieces)
        card = self._see.until(
            lambda: self._see.cards(*pieces, action="suggestion.approve"),
            what=f"suggestion naming {said}",
        )[-1]
        self._tell.card(card)
        self._approve(card, pieces)

    def _approve(self, card: Message, pieces: list[str]) -> None:
        self._tell.begin("approve")
        before = self._see.last_mail()
        rewritten = self._press(card, "suggestion.approve")
        self._tell.say("rewritten")
        self._tell.card(rewritten)

        def settled() -> str:
            shown = self._asked("items", PAYING)
            return "" if any(piece in shown for piece in pieces) else shown

        shown = self._see.until(settled, what=f"{PAYING} without these invoices")
        self._tell.person("clerk", "types", text=f"items {PAYING}")
        self._tell.say("lettered", amount=self._owed(PAYING))
        self._tell.text(shown)
        self._tell.begin("thanks")
        thanks = self._see.until(
            lambda: self._see.letters(PAYING, after=before), what="thank-you mail"
        )
        self._show(thanks[-1])

    def _next_run(self) -> None:
        self._tell.begin("next-run")
        pieces = [one.piece for one in self._paid]
        arrived = self._run_in_a_week()
        self._refuse_chased(arrived, pieces)
        self._tell.say("not-chased-paid", pieces=", ".join(pieces))
        promised, *others = [one.piece for one in self._due(PROMISING)]
        self._refuse_chased(arrived, [promised])
        for piece in others:
            if not any(piece in one.text for one in arrived):
                raise NotSeenError(f"{piece}, not promised, was not chased")
        self._tell.say("others-chased", pieces=", ".join(others))

    def _firm(self) -> None:
        self._tell.begin("firm")
        card = self._firm_card()
        account = self._see.account_of(card)
        self._tell.card(card)
        before = self._see.last_mail()
        self._press(card, "letter.approve")
        self._tell.begin("firm-leaves")
        letter = self._see.until(
            lambda: self._see.letters(account, after=before),
            what=f"approved letter to {account}",
        )[-1]
        self._show(letter)
        shown = compact(render_text(card))
        for entry in self._stage.company.of(account):
            if entry.piece in shown and entry.piece not in letter.text:
                raise NotSeenError(f"{entry.piece} was shown, the letter lacks it")

    def _firm_card(self) -> Message:
        """Run week after week until a letter waits after two that have left."""
        for _ in range(_RUNS_MAX):
            for card in reversed(self._see.cards(action="letter.approve")):
                account = self._see.account_of(card)
                if len(self._see.letters(account)) >= _LETTERS_BEFORE_FIRM:
                    return card
            self._run_in_a_week()
        raise NotSeenError(f"no letter waits for a decision after {_RUNS_MAX} runs")

    def _run_in_a_week(self) -> list[Letter]:
        before = self._see.last_mail()
        self._stage.advance(7)
        self._tell.new_day()
        self._see.until(
            lambda: self._see.last_mail() > before, what="letter of the run"
        )
        self._see.until_calm()
        return self._see.received(after=before)

    def _refuse_chased(self, arrived: list[Letter], pieces: list[str]) -> None:
        for letter in arrived:
            for piece in pieces:
                if piece in letter.text:
                    raise NotSeenError(f"{piece} was chased, at {letter.mailbox}")

    def _first_letter(self, account: str) -> Letter:
        piece = self._due(account)[0].piece
        return self._see.until(
            lambda: [one for one in self._see.letters(account) if piece in one.text],
            what=f"letter to {account} about {piece}",
        )[0]

    def _due(self, account: str) -> list[Entry]:
        """Return the invoices that were due on the first day, oldest first."""
        opened_on = self._stage.company.opened_on
        return [
            one
            for one in self._stage.company.of(account)
            if one.kind == "invoice" and one.due_on and one.due_on < opened_on
        ]

    def _owed(self, account: str) -> str:
        """Return what is still owed once this story's payments are taken off."""
        paid = self._stage.paid()
        return self._written(
            sum(
                one.amount_minor if one.debit else -one.amount_minor
                for one in self._stage.company.of(account)
                if one.piece not in paid
            )
        )

    def _asked(self, verb: str, account: str) -> str:
        """Return what the product's command line says of an account."""
        product = self._stage.product
        return product.run(verb, account) if product is not None else ""

    def _new_card(self, *pieces: str, besides: set[str]) -> Message:
        """Return the card about these invoices that was not there before."""
        return self._see.until(
            lambda: self._see.cards(*pieces, besides=besides),
            what=f"new card about {' and '.join(pieces)}",
        )[-1]

    def _shown_cards(self) -> set[str]:
        return {one.ts for one in self._stage.slack.messages()}

    def _written(self, minor: int) -> str:
        return written_amount(minor, currency="EUR", language=self._tell.language)

    def _show(self, letter: Letter) -> None:
        owner = self._stage.mailboxes.writer(letter.mailbox).name
        self._tell.letter(letter, owner=owner)

    def _reply(self, letter: Letter, text: str) -> None:
        sent = self._stage.mailboxes.reply(letter, Answer(text))
        owner = self._stage.mailboxes.writer(letter.mailbox).name
        self._tell.reply(sent, text, owner=owner)

    def _press(self, card: Message, action: str) -> Message:
        """Press a button as the manager; return the card once it is rewritten."""
        button = pressable(card, action) or {}
        label = str((button.get("text") or {}).get("text", action))
        self._tell.person("manager", "presses", button=label)
        _acknowledged(self._see.press(MANAGER, card, action))

        def rewritten() -> Message | None:
            now = self._see.card_at(card.ts)
            return now if now is not None and not pressable(now, action) else None

        return self._see.until(rewritten, what=f"card rewritten after {action}")


def _acknowledged(outcome: Outcome) -> None:
    if outcome.timed_out:
        raise NotSeenError("no acknowledgement to Slack within three seconds")
