"""Whether words commit their sender to pay: the operators that undo it heard first."""

from __future__ import annotations

import re

from collector_bot.core.reading.hearing import Clause, Heard
from collector_bot.core.reading.instalments import share_positions
from collector_bot.core.reading.paydays import payment_days, retold_until, without_days

_NOUN_WORDS_MAX = 16
_BARE_WORDS_MAX = 5
_NEAR = 28
_HEAD = 18
_COORDINATE = re.compile(r"\b(?:and|et|mais|but|puis|then)\b|;")
_CONTRAST = re.compile(
    r"\b(?:mais|but|however|toutefois|cependant|en revanche|neanmoins|par contre)\b|;"
)
_WHEN = re.compile(r"des|une fois|lorsque|quand|aussitot|once|when|as soon|after|apres")
# What the sender does himself before paying is no condition: "once I am back".
_OURS_ALONE = re.compile(
    r" (?:que )?(?:j'|je |nous |on |i |we |i'(?:m|ve|ll) |we'(?:re|ve|ll) )"
    r"(?!.{0,24}\b(?:rec\w+"
    r"|encaiss\w+|receiv\w+|get (?:the|paid|your)|got (?:the|your)|obt\w+|votre|vos"
    r"|your|(?:serons|sommes|are|have been|get|been) (?:pay\w+|paid|regl\w+|livr\w+)"
    r"|peux|pouvons|pourr\w+|peut|can|could))"
)
_LONG_AGO = 180
_APPOSED = 2
_DAY_OR_WORD = re.compile(r"\ble _+|\w[^\s]*")
_FIRST_SENTENCES = 6
_SOON_DAYS = 75
_GUARDS = ("negation", "waiting", "proposal", "hypothesis")
_OBJECTIONS = ("s_price", "s_quantity", "s_quality", "s_not_received", "s_other")
_LOOSE = frozenset({"month_any", "month_this", "month_next", "week_this", "today"})


def refuses_commitment(heard: Heard) -> bool:
    """Whether the whole sentence is a question, an offer or a guess."""
    if heard.sentence.asks or "@" in heard.folded:
        return True
    if _CONTRAST.search(heard.masked):
        return False
    return bool(heard.says("proposal") or heard.says("hypothesis"))


def conditional(heard: Heard, clause: Clause) -> bool:
    """Whether a condition governs the clause, in its own part or from the head."""
    if heard.says("firm"):
        return False
    middle = _middle(clause)
    for match in heard.lexicon["condition"].finditer(heard.masked):
        timed = _WHEN.match(match.group())
        if timed and _OURS_ALONE.match(heard.masked, match.end()):
            continue
        if match.group() == "when" and _of_the_day(heard, match.start()):
            continue
        between = sorted((match.start(), middle))
        if match.start() < _HEAD and not _CONTRAST.search(heard.masked, *between):
            return True
        if not _COORDINATE.search(heard.masked, *between):
            return True
    return False


def _of_the_day(heard: Heard, at: int) -> bool:
    """Whether "when" tells what happens on the day just said: “the 15th, when …”."""
    return any(0 <= at - day.end <= _APPOSED for day in heard.ahead)


def _middle(clause: Clause) -> int:
    days = [day.start for day in clause.ahead]
    return days[0] if days else (clause.start + clause.end) // 2


def _length(clause: Clause) -> int:
    """How many words are said, each day, amount and piece being one."""
    text = without_days(clause)
    for amount in clause.amounts:
        start, end = amount.start - clause.start, amount.end - clause.start
        text = text[:start] + "_" * (end - start) + text[end:]
    return len(_DAY_OR_WORD.findall(text))


def elliptic(clause: Clause) -> bool:
    """Whether the clause leaves out that payment will be made."""
    return not clause.says("will_pay")


def how_committed(clause: Clause, *, committed: bool) -> str:
    """How the clause, taken alone, says that payment will happen; "" when it does not.

    Args:
        clause: names a day.
        committed: what stands before commits already.

    Returns:
        A key of `weights.PROMISED`: "said", "noun", "listed", "about" or "bare".
    """
    if _is_guarded(clause):
        return ""
    if clause.says("will_pay"):
        spoken = _speaks_of_payment(clause, committed=committed)
        return "said" if spoken and not _past_only(clause) else ""
    if clause.says("paid") and not clause.says("future"):
        return "noun" if _surely_ahead(clause) else ""
    words = _length(clause)
    short = words <= _NOUN_WORDS_MAX
    noun = clause.heard.lexicon["noun_only"]
    after_colon = clause.folded.rpartition(": ")[2].strip()
    heads = (clause.folded.lstrip(" -*•:,.>"), after_colon)
    if short and any(noun.match(head) for head in heads if head):
        return "noun"
    if clause.says("c_lack") and clause.says("c_paper"):
        return ""
    sure = [amount for amount in clause.amounts if amount.sure]
    marked = bool(sure or clause.refs or share_positions(clause))
    if committed and ((short and marked) or words <= _BARE_WORDS_MAX):
        return "listed"
    if _is_of_payment(clause):
        return "about"
    return "bare" if _answers_chase(clause, words) else ""


def _speaks_of_payment(clause: Clause, *, committed: bool) -> bool:
    """Whether what is planned is a payment: said, meant by a pronoun, or asked for."""
    if committed or clause.heard.world.answers_chase or clause.refs:
        return True
    heard = clause.heard
    spoken = any(heard.says(name) for name in ("pay_any", "thing", "pay_noun"))
    return spoken or any(amount.sure for amount in heard.amounts)


def _is_over(clause: Clause) -> bool:
    """Whether what a payment waited for is said to be settled."""
    return bool(clause.says("op_resolved"))


def _is_guarded(clause: Clause) -> bool:
    """Whether something denies, retells, or makes it somebody else's payment."""
    guards = (name for name in _GUARDS if name != "waiting" or not _is_over(clause))
    if any(clause.says(name) for name in guards) or retold_until(clause) is None:
        return True
    if pays_for_us(clause):
        return True
    if clause.says("habit") and not clause.says("monthly_count"):
        return True
    return _other_topic(clause) and not (clause.says("pay_any") or _prefaced(clause))


def _surely_ahead(clause: Clause) -> bool:
    """Whether the day of what is paid can only lie ahead: “paid on 5 January 2027”."""
    base, paid = clause.heard.world.base, clause.says("paid")
    if paid is None or not clause.heard.lexicon["pay_pp"].search(paid.group()):
        return False
    return not clause.says("not_paid") and all(
        base is None or day.on > base or (base - day.on).days > _LONG_AGO
        for day in clause.behind
    )


def _within(will: tuple[int, int], done: tuple[int, int]) -> bool:
    """Whether words that may promise are only a part of words that say "paid"."""
    return done[0] <= will[0] and will[1] <= done[1]


def pays_for_us(clause: Clause) -> bool:
    """Whether somebody else is said to pay, or to be told of, by what is said.

    What a comma parts from the payment is only its preface: “as you say, …”.
    """
    lexicon, masked = clause.heard.lexicon, clause.masked
    paying = [
        found.start()
        for name in ("will_pay", "paid")
        for found in lexicon[name].finditer(masked)
    ]
    last = max(paying, default=0)
    return any(
        "," not in masked[found.end() : max(last, found.end())]
        for found in lexicon["other_payer"].finditer(masked)
    )


def _prefaced(clause: Clause) -> bool:
    """Whether all that is said of something else is said before a comma."""
    will = clause.says("will_pay")
    if will is None:
        return False
    comma = clause.masked.rfind(", ", 0, will.start())
    later = clause.heard.part(clause.start + comma + 1, clause.end)
    return comma > 0 and bool(payment_days(later)) and not _other_topic(later)


def _other_topic(clause: Clause) -> bool:
    """Whether something else than a payment is spoken of, its days left aside."""
    text = without_days(clause)
    colon = text.rfind(": ") + 1
    if all(day.start - clause.start >= colon for day in clause.ahead):
        text = text[colon:]
    lexicon = clause.heard.lexicon
    paid = [found.span() for found in lexicon["will_pay"].finditer(text)]
    return any(
        not any(start <= found.start() < end for start, end in paid)
        for found in lexicon["other_topic"].finditer(text)
    )


def _answers_chase(clause: Clause, words: int) -> bool:
    """Whether a bare day answers a letter that asked when payment will come."""
    heard, world = clause.heard, clause.heard.world
    if not world.answers_chase or _other_topic(heard.whole):
        return False
    if clause.says("paid") or heard.order > _FIRST_SENTENCES:
        return False
    others = ("contest", "copy_request", "habit", *_OBJECTIONS)
    if any(heard.says(name) for name in others):
        return False
    if words > _BARE_WORDS_MAX + 4 or not _is_bare_answer(clause):
        return False
    base = world.base
    return words <= _NOUN_WORDS_MAX and any(
        day.rule not in _LOOSE
        and not day.open_end
        and base
        and (day.on - base).days <= _SOON_DAYS
        for day in payment_days(clause)
    )


def _is_bare_answer(clause: Clause) -> bool:
    """Whether nothing but a day is said, or a day of a payment."""
    if clause.refs or clause.says("pay_any") or clause.says("pay_run"):
        return True
    if clause.says("will_pay"):
        return True
    filler = clause.heard.lexicon["fillers"]
    words = re.findall(r"[a-z][a-z'-]*", without_days(clause))
    return all(filler.fullmatch(word) for word in words)


def _is_of_payment(clause: Clause) -> bool:
    """Whether a clause without a set phrase still is about a payment to come."""
    if _other_topic(clause) or all(day.open_end for day in payment_days(clause)):
        return False
    if clause.says("moves") and clause.says("thing"):
        return True
    moves = clause.says("moves") or clause.says("moves_weak")
    return bool(moves and clause.says("pay_any")) or _is_dated_noun(clause)


def _is_dated_noun(clause: Clause) -> bool:
    """Whether a day stands right behind a payment: “…, virement le 15”."""
    text, lexicon = without_days(clause), clause.heard.lexicon
    for day in payment_days(clause):
        noun = lexicon["pay_then_day"].search(text[: day.start - clause.start])
        near = text[max(0, noun.start() - _NEAR) : noun.start()] if noun else ""
        if noun is not None and not lexicon["acts"].search(near):
            return True
    return False


def _past_only(clause: Clause) -> bool:
    """Whether the words that may promise are all part of those that say "paid"."""
    return bool(clause.says("paid")) and not pays_ahead(clause)


def pays_ahead(clause: Clause) -> bool:
    """Whether a payment to come is said in words that do not also say "paid"."""
    lexicon, masked = clause.heard.lexicon, clause.masked
    if clause.says("not_paid"):
        return clause.says("will_pay") is not None
    done = [
        found.span()
        for found in lexicon["paid"].finditer(masked)
        if not lexicon["future"].search(found.group())
    ]
    return any(
        lexicon["future"].search(found.group())
        or not any(_within(found.span(), span) for span in done)
        for found in lexicon["will_pay"].finditer(masked)
    )
