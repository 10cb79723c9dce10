"""Sentences with what stands in them: pieces, amounts, days, and their clauses."""

# ruff: noqa: E501 - a grammar rule reads better unbroken
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import pairwise

from collector_bot.core.reading.amounts import AmountMention, find_amounts
from collector_bot.core.reading.date_moves import Direction, Moment
from collector_bot.core.reading.dates import DateMention, find_dates
from collector_bot.core.reading.dates_anchored import anchored_in
from collector_bot.core.reading.findings import KnownItem
from collector_bot.core.reading.lexicon import BY_LANGUAGE, EN, Lexicon
from collector_bot.core.reading.sentences import Sentence
from collector_bot.core.references import Mention, ReferenceIndex

_BREAK = re.compile(
    r";|(?<=\w)\s[-–—]\s(?=[a-z])|,? (?:mais|but|however|par contre|en revanche|cependant"
    r"|toutefois|whereas|tandis que|alors que|while the|neanmoins|although|though|yet"
    r"|sauf que|except that|or|aber|jedoch|pero|ma|maar|quant a|as for|en ce qui concerne"
    r"|concernant) |,? (?:et|and|puis|then|und|y|e|en|so|donc|du coup|hence|car|because"
    r"|c'est pourquoi) (?=(?:nous|je|on|we|i|they|we'll"
    r"|il|elle|j'|contestons|dispute|bloqu\w+|let|will|would|shall|please|kindly|can|vous"
    r"|merci|pourr\w+|reviendr\w+|demand\w+)\b)|, (?=(?:it|this|we|nous|je|j'|elle|on"
    r"|il|ils|elles|i|they|wir|vous|you|merci|please|(?:le|la|les) votres?|yours|celles?-ci|celui-ci)\b)"
    r"|(?<=\w) ?: (?=\d[\d ,.]* ?(?:€|eur\w*) [a-z])"
    r"|(?<=\w) ?: (?=(?:le |la |notre |votre |the |our )?(?:reglement|paiement|virement|cheque"
    r"|payment|transfer|settlement)\b(?! (?:de|of)\b))|,? et (?=\w+(?:er|ir|dr|tr|vr)(?:ons|ai|a|ont)\b)"
    r"|, (?=(?:la |le |les |the )?ref_+ (?:reste\w*|demeure\w*|n'|ne |est\b|sont\b|attend\w*|pose\w*|stays?\b|remains?\b))"
    r"|, (?=(?:virement|reglement|paiement|cheque|versement)s? (?:le|lundi|mardi|mercredi|jeudi|vendredi|samedi|demain|prevue?s?|au|fin|debut|ce|sous|d'ici|avant|en|la semaine|possible)\b)"
    r"|, (?=(?:the|our|your|my|le|la|les|l'|notre|votre|mon|ce|this) ?(?:payment|transfer|wire|money"
    r"|funds|paiement|virement|reglement|cheque|versement|solde|somme)\b(?! de\b| d'| of\b))"
)
# "and" before a further piece or part parts only what has a day on either side.
_SOFT_BREAK = re.compile(
    r"(?:,|\))? (?:et|and|puis|then|und|y|e|en|,) (?=(?:le (?:solde|reste)|pour (?:la|les|le)"
    r"|celle|la ref_+|ref_+|the (?:rest|balance|remaining|other|second)|l'autre|les? \w+"
    r"|for|\d|€|£|\$|payment|the ref_+|la \w+|los|der|den|die)\b)|, (?=(?:la |the |les |le |l')?(?:ref_+|remaining|rest\b|balance|solde|reste"
    r"|autres?|other|seconde?|deuxieme|\d|[€£$]))"
)


_BARE_MINOR_MIN = 5_000
_PAYS_BEFORE = re.compile(
    r"(?<!\w)(?:vir\w+|pa[iy]\w*|regl\w+|vers\w+|mettr\w*|mets|donn\w+|envo\w+|fai\w+|ferai|ferons|fera|sold\w+"
    r"|virements?|paiements?|reglements?|cheques?|versements?|acomptes?|mensualites?|echeances?"
    r"|pay|transfer|send|wire|payments?|cheques?|instal\w+)"
    r" (?:(?:vous|vos|les|de|d'|un|une|la somme|of|you|au moins|deja|d'abord|a hauteur|encore|chacun\w*) ){0,3}$"
)
_AMOUNT_ENDS = re.compile(
    r"\s*(?:$|[,.;:!)]|(?:sur|pour|pr|le|la|les|au|en|et|puis|des|ce|cette|d'ici|avant|par|tous|maintenant|demain"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|fin|debut|mi-|chaque|d'acompte|de plus"
    r"|on|by|next|this|per|each|today|tomorrow|for|against|monday|tuesday|wednesday|thursday|friday)\b)"
)
_ABOVE_MAX = 6
_COLUMN = re.compile(r"\s*[:|]\s*")
_REPLY = re.compile(r"(?:re|aw|sv|rep|antw|r)\s?:")
_CHASE = re.compile(
    r"\b(?:relance|rappel|mise en demeure|reminder|overdue|past due|outstanding|impaye\w*"
    r"|factures?|invoices?|paiement|payment|final notice|statement|releve|echeance|retard)"
)


@dataclass(frozen=True)
class World:
    """What every rule may ask about the mail as a whole.

    Attributes:
        base: the sender's day; None when the mail has no usable date.
        language: of the mail.
        country: of the account that speaks.
        currency: of amounts written without one.
        index: finds pieces in text.
        items: items of the account that speaks.
        subject: pieces named in the subject.
        subject_text: the subject, folded.
    """

    base: date | None
    language: str
    country: str
    currency: str
    index: ReferenceIndex[KnownItem]
    items: tuple[KnownItem, ...]
    subject: tuple[KnownItem, ...] = ()
    subject_text: str = ""

    @property
    def answers_chase(self) -> bool:
        """Whether the mail replies to a letter about what is owed."""
        return bool(_REPLY.match(self.subject_text)) and bool(
            self.subject or _CHASE.search(self.subject_text)
        )


@dataclass(frozen=True)
class Clause:
    """A stretch of a sentence that says one thing.

    Attributes:
        folded: its words, folded.
        refs, amounts, ahead, behind: what stands in it; days are read twice, as days
            to come and as days gone by.
    """

    heard: Heard
    folded: str
    start: int
    end: int
    refs: tuple[Mention[KnownItem], ...]
    amounts: tuple[AmountMention, ...]
    ahead: tuple[DateMention, ...]
    behind: tuple[DateMention, ...]

    def says(self, name: str) -> re.Match[str] | None:
        """Where the clause has words of list `name`, if it has."""
        return self.heard.lexicon[name].search(self.masked)

    @property
    def masked(self) -> str:
        """Its words with every piece named replaced by `ref_`."""
        return self.heard.masked[self.start : self.end]

    @property
    def pieces(self) -> tuple[KnownItem, ...]:
        """The items it names, in order, each once."""
        return pieces_in(self.refs)


@dataclass(frozen=True)
class Heard:
    """One sentence, understood as far as its parts go."""

    sentence: Sentence
    world: World
    lexicon: Lexicon
    language: str
    order: int
    answers: str = ""
    context: tuple[KnownItem, ...] = field(default=())
    before: Heard | None = None

    @property
    def folded(self) -> str:
        """Its words, folded."""
        return self.sentence.folded

    def says(self, name: str) -> re.Match[str] | None:
        """Where the sentence has words of list `name`, if it has."""
        return self.lexicon[name].search(self.masked)

    @cached_property
    def masked(self) -> str:
        """Its words with every piece named replaced by `ref_`, positions kept."""
        text = self.folded
        for ref in self.refs:
            mark = "ref".ljust(ref.end - ref.start, "_")[: ref.end - ref.start]
            text = text[: ref.start] + mark + text[ref.end :]
        return text

    @cached_property
    def refs(self) -> tuple[Mention[KnownItem], ...]:
        """Pieces named in it."""
        return self.world.index.find(self.folded)

    @cached_property
    def pieces(self) -> tuple[KnownItem, ...]:
        """The items it names, in order, each once."""
        return pieces_in(self.refs)

    def _dates(self, direction: Direction) -> tuple[DateMention, ...]:
        if self.world.base is None:
            return ()
        moment = Moment(self.world.base, direction, self.language, self.world.country)
        taken = [(ref.start, ref.end) for ref in self.refs]
        anchor = self._day_above(direction) if anchored_in(self.folded) else None
        found = find_dates(self.folded, moment, taken=taken, anchor=anchor)
        if not self.refs or len(found) <= len(self.refs):
            return found
        return tuple(replace(d, of_item=True) if self._labels(d) else d for d in found)

    def _day_above(self, direction: Direction) -> date | None:
        """The last day said in the sentences above, for what is counted from it."""
        above = self.before
        for _ in range(_ABOVE_MAX):
            if above is None:
                return None
            days = above.ahead if direction is Direction.FUTURE else above.behind
            said = [day.on for day in days if not day.of_item] or [d.on for d in days]
            if said:
                return said[-1]
            above = above.before
        return None

    def _labels(self, day: DateMention) -> bool:
        """Whether a day only stands behind a piece, as in a row of columns."""
        if not _COLUMN.match(self.folded, day.end):
            return False
        return any(
            _COLUMN.fullmatch(self.folded[ref.end : day.start]) for ref in self.refs
        )

    @cached_property
    def ahead(self) -> tuple[DateMention, ...]:
        """Its days, read as days to come."""
        return self._dates(Direction.FUTURE)

    @cached_property
    def behind(self) -> tuple[DateMention, ...]:
        """Its days, read as days gone by."""
        return self._dates(Direction.PAST)

    @cached_property
    def amounts(self) -> tuple[AmountMention, ...]:
        """Amounts in it, bare numbers included."""
        taken = [(ref.start, ref.end) for ref in self.refs]
        taken += [(day.start, day.end) for day in self.ahead]
        found = find_amounts(self.folded, self.world.currency, taken=taken)
        return tuple(
            replace(amount, sure=True) if self._is_payment_of(amount) else amount
            for amount in found
        )

    def _is_payment_of(self, amount: AmountMention) -> bool:
        """Whether a bare number stands where a payment's amount does: “virer 1500 le”."""
        if amount.sure or amount.money.minor < _BARE_MINOR_MIN or not self.ahead:
            return False
        paid = _PAYS_BEFORE.search(self.masked[: amount.start])
        return bool(paid) and _AMOUNT_ENDS.match(self.masked, amount.end) is not None

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Its clauses in order."""
        cuts = [0]
        for match in _BREAK.finditer(self.masked):
            if match.start() - cuts[-1] >= 8:  # noqa: PLR2004
                cuts.append(match.start())
        for match in _SOFT_BREAK.finditer(self.masked):
            at = match.start()
            left = max(cut for cut in cuts if cut <= at)
            right = min((cut for cut in cuts if cut > at), default=len(self.folded))
            spans = [(day.start, day.end) for day in self.ahead if not day.of_item]
            before = any(left <= start < at for start, _ in spans)
            after = any(at < start < right for start, _ in spans)
            inside = any(start < at < end for start, end in spans)
            if before and after and not inside and at not in cuts:
                cuts = sorted([*cuts, at])
        cuts.append(len(self.folded))
        return tuple(self.part(start, end) for start, end in pairwise(cuts))

    @cached_property
    def whole(self) -> Clause:
        """The sentence as one clause."""
        return self.part(0, len(self.folded))

    def part(self, start: int, end: int) -> Clause:
        """The stretch from `start` to `end` as a clause."""
        return Clause(
            heard=self,
            folded=self.folded[start:end],
            start=start,
            end=end,
            refs=tuple(ref for ref in self.refs if start <= ref.start < end),
            amounts=tuple(a for a in self.amounts if start <= a.start < end),
            ahead=tuple(day for day in self.ahead if start <= day.start < end),
            behind=tuple(day for day in self.behind if start <= day.start < end),
        )


def pieces_in(refs: Sequence[Mention[KnownItem]]) -> tuple[KnownItem, ...]:
    """Return the items of unambiguous mentions, in order, each once."""
    found = {id(i): i for ref in refs if not ref.ambiguous for i in ref.items}
    return tuple(found.values())


def lexicon_for(language: str) -> Lexicon:
    """The word lists of a language; English where there are none."""
    return BY_LANGUAGE.get(language, EN)
