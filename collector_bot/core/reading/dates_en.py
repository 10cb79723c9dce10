"""English words for days, and the grammar of English dates (folded text).

A rule is (name, pattern, resolver of `date_rules`). Rules are tried in order and
the first one to claim some words keeps them; `{name}` stands for an entry of NAMES.
"""

# ruff: noqa: E501 - a grammar rule reads better unbroken
from __future__ import annotations

MONTHS = {
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4,
    "apr": 4, "may": 5, "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8,
    "aug": 8, "september": 9, "sept": 9, "sep": 9, "october": 10, "oct": 10,
    "november": 11, "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip
WEEKDAYS = {
    "monday": 0, "mon": 0, "tuesday": 1, "tues": 1, "tue": 1, "wednesday": 2, "wed": 2,
    "thursday": 3, "thurs": 3, "thur": 3, "thu": 3, "friday": 4, "fri": 4,
    "saturday": 5, "sat": 5, "sunday": 6, "sun": 6,
}  # fmt: skip
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "fourteen": 14,
    "fifteen": 15, "twenty": 20, "thirty": 30, "couple of": 2, "a couple of": 2,
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4,
    "4th": 4, "last": -1, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21,
    "twenty-second": 22, "twenty-third": 23, "twenty-fourth": 24, "twenty-fifth": 25,
    "twenty-sixth": 26, "twenty-seventh": 27, "twenty-eighth": 28, "twenty-ninth": 29,
    "thirtieth": 30, "thirty-first": 31,
}  # fmt: skip
NAMES = {
    "m": r"(?:january|jan\.?|february|feb\.?|march|mar\.?|april|apr\.?|may|june|jun\.?"
    r"|july|jul\.?|august|aug\.?|september|sept\.?|sep\.?|october|oct\.?|november|nov\.?"
    r"|december|dec\.?)",
    "w": r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|mon|tues?|wed|thurs?|thu|fri)",
    "n": r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve"
    r"|fourteen|fifteen|twenty|thirty|(?:a )?couple of)",
    "d": r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?",
    "dth": r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)",
    "dw": r"(?:twenty-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    r"|thirt(?:y-first|ieth)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
    r"|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth)",
    "rank": r"(?:first|1st|second|2nd|third|3rd|fourth|4th|last)",
    "y": r"(?:20\d\d|'\d\d|(?<=-)2\d|(?<=/)2\d|(?<= )2[5-9](?=\W*$|[.,;)]))",
}
_PART = (
    r"(?: (?:morning|afternoon|evening|at the latest|at latest|latest|eod|cob|close of"
    r" (?:business|play)|end of (?:day|business)))?"
)

RULES: tuple[tuple[str, str, str], ...] = (
    ("term", r"(?:net )?\d{2,3} days?[ -]+(?:net|from (?:the )?(?:invoice|date of invoice)"
     r"(?: date)?|eom|end of month|terms)|(?:net|within) \d{2,3} (?:terms|eom)"
     r"|(?:within|in) \d{2,3} days (?:of|from|after) (?:the |our |your )?(?:end|date|receipt|invoice|delivery)\w*"
     r"|\d{2,3}[- ]day (?:payment )?terms?|net (?:30|45|60|90)(?: days)?", "none"),
    ("within_days", r"(?:within|in|inside|over|under)(?: the)?(?: next| coming)?"
     r"(?: about)? (?P<n>{n})(?: more)? ?(?P<work>(?:working|business|bank) )?"
     r"(?P<unit>days?|weeks?|months?|hours?|hrs?|fortnights?)(?:' time|'s time|s' time)?",
     "relative"),
    ("time", r"\d{1,2}(?:[:.]\d\d)? ?(?:am|pm)|\d{1,2}:\d\d", "none"),
    ("iso", r"(?P<y>20\d\d)[-/.](?P<m>\d\d?)[-/.](?P<d>\d\d?)", "iso"),
    ("numeric", r"(?P<d>\d\d?)(?P<s>[-/.])(?P<m>\d\d?)(?P=s)(?P<y>20\d\d|\d\d)", "numeric"),
    ("week_of", r"(?:week (?:of|commencing|beginning|starting)|w/?c|wc)(?: the)?"
     r"(?: monday)? (?P<d>{d})(?: of)? (?P<m>{m})(?: (?P<y>{y}))?", "week_of_day"),
    ("week_of_us", r"(?:week (?:of|commencing|beginning|starting)|w/?c)(?: monday)?"
     r" (?P<m>{m}) (?P<d>{d})", "week_of_day"),
    ("week_of_numeric", r"(?:week (?:of|commencing|beginning|starting)|w/?c)"
     r"(?: monday)? (?P<d>\d\d?)/(?P<m>\d\d?)(?:/(?P<y>20\d\d|\d\d))?", "week_of_day"),
    ("week_of_day", r"(?:week (?:of|commencing|beginning|starting)|w/?c) (?:the )?"
     r"(?:monday )?(?P<d>{d})", "week_of_day"),
    ("day_shared", r"(?P<d>{d})(?=(?:, (?:the )?{d}){0,6},? (?:and|&) (?:the )?{d}(?: of)? (?P<m>{m})"
     r"(?:,? (?P<y>{y}))?)", "day_month"),
    ("month_shared", r"(?P<m>{m}) (?P<d>{d})(?=(?:, {d}){0,6},? (?:and|&) (?:the )?{d}\b"
     r"(?! {m}))", "day_month"),
    ("day_month", r"(?:(?P<w>{w}),?(?: the)? )?(?P<d>{d})(?: of)?[ /.-]?(?P<m>{m})"
     r"(?:,?[ /-](?P<y>{y}))?", "day_month"),
    ("month_day", r"(?:(?P<w>{w}),? )?(?P<m>{m}) (?:the )?(?P<d>{d})(?!\d|[,.]\d)"
     r"(?:,? (?P<y>{y}))?", "day_month"),
    ("nth_weekday", r"(?P<rank>first|1st|second|2nd|third|3rd|fourth|4th|last) (?P<w>{w})"
     r" (?:of|in) (?:(?P<m>{m})(?: (?P<y>{y}))?|(?:the|this) month|(?P<next>next month))",
     "nth_weekday"),
    ("month_week", r"(?:the )?(?P<rank>{rank}) week (?:of|in) (?:(?P<m>{m})(?: (?P<y>{y}))?"
     r"|(?:the|this) month|(?P<next>next month))", "month_week"),
    ("work_edge", r"(?:the )?(?P<rank>first|1st|last) (?P<work>(?:working|business|bank) )?day"
     r" (?:of|in) (?:(?P<m>{m})(?: (?P<y>{y}))?|(?:the|this) month|(?P<next>next month))",
     "month_edge"),
    ("day_word", r"(?:(?P<w>{w}),? )?(?:the )?(?P<dw>{dw})(?: of|,)? (?P<m>{m})(?: (?P<y>{y}))?",
     "day_word"),
    ("month_first", r"(?:the )?first of (?:(?P<next>next month)|the month)", "month_first"),
    ("month_end", r"(?:the )?(?:end[- ]of[- ]|end |late )(?P<m>{m})(?: (?P<y>{y}))?",
     "month_end"),
    ("month_end_next", r"(?:the )?end of (?P<next>next month)", "month_end"),
    ("month_end_this", r"(?:the )?(?:end[- ]of[- ](?:the |this )?(?:current )?month|month[- ]end"
     r"|this month end|eom)", "month_end"),
    ("month_end_named", r"(?P<m>{m}) (?:month[- ])?end", "month_end"),
    ("month_early", r"(?:the )?(?:early(?: in)?|beginning of|start of) (?P<m>{m})"
     r"(?: (?P<y>{y}))?", "month_early"),
    ("month_early_next", r"(?:the )?(?:early(?: in)?|beginning of|start of)"
     r" (?P<next>next month)", "month_early"),
    ("month_middle", r"(?:mid[- ]?|middle of )(?P<m>{m})(?: (?P<y>{y}))?", "month_middle"),
    ("month_middle_this", r"mid[- ]month|(?:the )?middle of (?:the|this) month"
     r"|(?:mid|(?:the )?middle of) (?P<next>next month)", "month_middle"),
    ("day_next_month", r"(?:the )?(?P<d>{dth}) (?:of )?(?P<which>next month)", "day_only"),
    ("month_any", r"(?:in|during|sometime in|some time in) (?P<m>january|february|march"
     r"|april|may|june|july|august|september|october|november|december)(?: (?P<y>{y}))?",
     "month_any"),
    ("month_next", r"(?P<next>next month)", "month_any"),
    ("month_this", r"(?:this month|within the month)", "month_any"),
    ("weekday_after", r"(?:a )?week (?:on )?(?P<w>{w})", "weekday_after"),
    ("weekday_week", r"(?P<w>{w}) week", "weekday_after"),
    ("week_from", r"a week from (?P<w>{w})", "weekday_after"),
    ("weekday_next_week", r"(?P<w>{w})(?:,)? (?:of )?next week|next week(?: on)?,? (?P<wb>{w})",
     "weekday_next"),
    ("week_next_early", r"(?:early|beginning of|start of|the beginning of|the start of)"
     r"(?: in)? next week", "week_next_early"),
    ("week_next_middle", r"(?:mid-?week|mid|middle of|the middle of)[- ](?:of )?next week",
     "week_next_middle"),
    ("week_next_end", r"(?:the )?(?:end of|late) next week", "week_end_next"),
    ("week_after_next", r"(?:the )?week after next", "week_after_next"),
    ("week_next", r"next week", "week_end_next"),
    ("week_end", r"(?:the )?end of (?:the |this )?week|eow|this week|week[- ]end"
     r"|later this week|within the week|the weekend", "week_end_this"),
    ("week_last", r"last week", "week_last"),
    ("week_number", r"(?:week|wk|w|cw)(?: no\.?| number)? ?(?P<n>[1-5]?\d)(?! ?(?:days|weeks))"
     r"(?:[ /-](?P<y>20\d\d))?", "week_number"),
    ("weekday_day", r"(?P<w>{w}),?(?: the)? (?P<d>{dth})(?: of (?:this|the) month)?",
     "day_only"),
    ("day_weekday", r"(?:the )?(?P<d>{dth}),? \(?(?P<w>{w})\)?", "day_only"),
    ("numeric_short", r"(?:{w} )?(?P<d>0?[1-9]|[12]\d|3[01])/(?P<m>0?[1-9]|[12]\d|3[01])"
     r"(?![/\d])", "numeric"),
    ("numeric_dot", r"(?:(?<=on )|(?<=by )|(?<=the )|(?<=before ))"
     r"(?P<d>0?[1-9]|[12]\d|3[01])\.(?P<m>0[1-9]|1[0-2])(?![.\d])", "numeric"),
    ("weekday_next", r"next (?P<w>{w})" + _PART, "weekday_next"),
    ("weekday_last", r"last (?P<w>{w})", "weekday_last"),
    ("weekday_this", r"(?:this|this coming|coming|the coming) (?P<w>{w})" + _PART, "weekday"),
    ("day_only", r"(?:the )(?P<d>{dth})(?P<which> (?:of this month|of the month|inst\.?"
     r"|prox\.?|this month))?(?! (?:invoice|reminder|time|of (?!this|the)|instal|payment"
     r"|quarter|request|week|delivery|floor|party))", "day_only"),
    ("day_on", r"(?:(?<=\bon )|(?<=\bby )|(?<=before ))(?P<d>{dth})(?P<which>)", "day_only"),
    ("day_bare", r"(?:(?<=, )|(?<=: )|(?<=- )|(?<=\())(?P<d>{dth})(?P<which>)"
     r"(?=[\s.,;)!]*$|[,;)])", "day_only"),
    ("weekday", r"(?P<w>monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?" + _PART,
     "weekday"),
    ("weekday_short", r"(?:(?<=\bon )|(?<=\bby )|(?<=before )|(?<=\bthis ))(?P<w>{w})",
     "weekday"),
    ("weekday_last_word", r"(?P<w>{w})\.?(?=\W*$)", "weekday"),
    ("after_tomorrow", r"(?:the )?day after tomorrow", "after_tomorrow"),
    ("tomorrow", r"tomorrow(?: (?:morning|afternoon|evening))?", "tomorrow"),
    ("today", r"(?:today|tonight|this (?:morning|afternoon|evening)|end of (?:the )?day"
     r"|eod|cob|close of (?:business|play)|end of business|just now)(?!,? (?:on |this |next )?(?:{w}"
     r"|tomorrow|the {d}|{d} |{m} ))", "today"),
    ("before_yesterday", r"(?:the )?day before yesterday", "before_yesterday"),
    ("yesterday", r"yesterday(?: (?:morning|afternoon|evening))?|last night", "yesterday"),
    ("within_fortnight", r"(?:in |within |over |inside )?(?:a|the next|one) fortnight"
     r"(?:'s time)?", "in_14"),
    ("from_now", r"(?P<n>{n}) (?P<work>(?:working|business) )?(?P<unit>days?|weeks?|months?)"
     r"(?: from (?:now|today)|' time|'s time)", "relative"),
    ("ago", r"(?P<n>{n}) (?P<unit>days?|weeks?|months?) ago", "ago"),
    ("year_end", r"(?:the )?(?:end of (?:the |this )?year|year[- ]end|eoy"
     r"|(?:the )?end of (?P<y>{y})|(?:the )?year (?:is out|ends))", "year_end"),
)  # fmt: skip
