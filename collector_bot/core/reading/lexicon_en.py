"""English: what customers write about paying, disputing and asking (folded text)."""

# ruff: noqa: E501 - one phrase per line reads better than a wrapped one
from __future__ import annotations

LISTS: dict[str, tuple[str, ...]] = {
    "pay_noun": (
        r"payments?|transfers?|remittances?|wires?|wire transfers?|cheques?|checks?|bacs|instal?lments?|deposits?|funds|pay ?runs?|payment runs?|run|money|direct debit|standing order|payment cycle|payment batch|batch",
    ),
    "pay_inf": (
        r"pay|settle|clear|transfer|wire|remit|release|square|discharge|honou?r",
        r"(?:make|send|process|issue|execute|arrange|schedule|initiate|get|raise|submit|do|complete|put|push|set up|include|run) (?:\S+ ){0,5}?(?:<pay_noun>|paid|over|through|out|across|settled|cleared)",
    ),
    "pay_pp": (
        r"paid|settled|cleared|transferred|wired|remitted|honou?red|reimbursed|squared",
    ),
    "do_pp": (
        r"made|sent|processed|released|issued|executed|initiated|submitted|dispatched|posted|completed|arranged|credited|debited|run|done|cashed|banked|presented|actioned",
    ),
    "will_pay": (
        r"(?:will|'ll|shall|are going to|am going to|is going to|going to|are about to|about to|plan to|plans to|planning to|intend to|intends to|commit to|committed to|commits to|undertake to|promise to|are to|am to|is to|can|able to|aim to|aiming to|happy to|agreed to|arranging to|expect to|expects to|due to)(?: now| then| also| certainly| definitely| be able to| be| gladly| indeed| both| all| of course| finally| you| therefore| have| get| make sure to| make sure we| ensure to)* (?:<pay_inf>|paying|settling)",
        r"(?:we're|we are|i'm|i am|are|is|am|'re)(?: now| also| both| all)? (?:paying|settling|clearing|transferring|wiring|remitting|releasing|making|sending|processing|scheduling|arranging|issuing|including|running)",
        r"(?:will|'ll|shall|should|to|gonna|can|must|would)(?: now| then| all| also| both)* be (?:\w+ )?(?:<pay_pp>|<do_pp>|in your (?:bank|account)|included|scheduled|with you|there|on its way|part of|in (?:the|our)|on (?:the|our))",
        r"(?:gets?|getting|get it|getting it|have it|have this|have them|get this|get them|get these|have these|have that|get that) (?:\w+ )?(?:paid|settled|cleared|sorted|out|over|across|done|through|released|transferred|wired)",
        r"(?:is|are|has been|have been|been|was|were|'s|now)(?: now| all| already| also| both| currently| being)* (?:scheduled|set up|set|planned|booked|queued|lined up|arranged|approved|due to|included|put|in (?:the|our)|on (?:the|our)|slated|loaded|programmed|earmarked|down|part of|released|selected|listed|batched|passed|cleared)(?: up)?(?: to (?:go|be|leave))? ?(?:for|in|on|into|with|by|to)?",
        r"<pay_noun>(?: \S+){0,8}? (?:goes|will go|is going|go|going|leaves|will leave|leave|will follow|follows|follow|to follow|will reach|reaches|will arrive|arrives|will hit|hits|will land|lands|will be|is due|runs|is on|will clear|coming|comes|will come|should|takes place|will take place|happens|will happen|is scheduled|are scheduled)",
        r"(?:goes|going|go|will go)(?: \w+)? (?:out|in|into|through|over|across)(?: (?:on|with|in|this|by))?",
        r"(?:expect|you can expect|look out for|you should|you will|you'll|you should) (?:to )?(?:see|have|get|receive|find)?(?: \S+){0,4}? ?(?:<pay_noun>|it|money|funds|balance|rest|this|them|amount|half)",
        r"(?:in|on|with|part of|included in|for) (?:the|our|next|this|my|your)(?: \S+){0,3}? (?:pay ?run|payment run|run|payment cycle|cycle|batch|bacs run|bacs)",
        r"(?:will|shall|to|'ll) (?:follow|leave|arrive|come|reach you|hit|land|drop|clear)",
        r"(?:balance|rest|remainder|remaining|second|other half|half|first)(?: \S+){0,4}? (?:follows?|on|by|due|in|at|next|to follow)",
        r"(?:committ?(?:ed|ing|ment)?|undertake|promise)(?: \w+){0,3} (?:payment|to|that)",
        r"(?:payment|transfer) (?:date|day)(?: \w+){0,3} (?:is|will be|:)",
        r"you have my word|count on",
        r"(?:we|i)(?: will| shall|'ll)? (?:pay|settle|clear|wire|transfer|remit|post|send)(?! us)",
        r"(?:will|'ll|shall) have(?: \w+){0,2} <pay_pp>",
        r"(?:postponed|moved|pushed|rescheduled|deferred|delayed|slipped)(?: back| out)? (?:to|until|till)",
        r"(?:will|shall|'ll|to|is|are) (?:be )?(?:included|processed|taken|handled|picked up|covered|part of|treated)",
        r"(?:is|are|'s) on (?:our|the|this|next|my)(?: \S+){0,3}? (?:run|batch|list|cycle)",
        r"(?:booked|scheduled|approved|set up|lined up|released|down|set|planned|queued)(?: \S+){0,4}? (?:for|to go|to leave|on|in)",
        r"(?:on|in) (?:the|our|this|your) (?:list|schedule|payment (?:list|file|proposal|calendar)|pipeline)(?: for)?",
        r"(?:we|i)(?:'ll| will| can| could)? do(?= )",
        r"(?:comfortably|definitely|surely) by",
        r"(?:bring|get|have)(?: \w+){0,3} (?:up to date|up-to-date|sorted|squared|straight)|value date|bank date|payment date|sorted|squared away|(?:push|put|send|get)(?: \w+){0,3} (?:through|out|over)|without fail|(?:make|making) sure|effected|(?:settlement|payment) (?:by|on|for)|for sure|promise|guarantee[d]?|i'll get|we'll get|signed off",
    ),
    "noun_only": (
        r"(?:(?:ok|okay|yes|sure|hi|hello|fine|agreed|good|great)[ ,.:!-]*)?(?:for |the |our |your |full |next )?(?:<pay_noun>|balance|rest|remainder|half|first half|second half|other half|paying|settling|remaining)",
    ),
    "plan": (
        r"instal?lments?|payment (?:plan|schedule)|as follows|schedule|in (?:two|three|four|2|3|4) (?:parts|payments|instal?lments|tranches|stages)|tranches|split|the following|stage payments|here is what|here's what|dates",
    ),
    "habit": (
        r"usually|normally pay|always pay|typically|as a rule|our (?:standard |normal |usual )?(?:payment )?terms|payment terms|every (?:month|week|friday|thursday|other)|each (?:month|week)|our policy|weekly basis|terms are|standard terms|per our agreement",
        r"normally(?: \w+){0,2} (?:pay|settle|paid|run)|(?:pay|paid|paying|settle) (?:all )?(?:our )?(?:suppliers|vendors) on",
        r"pays all|all (?:valid |approved )?invoices (?:are|within)|invoices are (?:paid|settled)|nothing in this",
    ),
    "negation": (
        r"(?:not|\w+n't|never|cannot|can not|unable|no longer|nor|neither|without(?! fail| delay)|hardly|impossible)",
        r"no (?:payment|date|plans?|way|intention|funds?|transfer|commitment|longer|money)",
    ),
    "proposal": (
        r"(?:would|could|can|may|might|shall) (?:it be|we|i|you|that|this)(?! be (?:paid|settled))",
        r"(?:is|would) (?:it|that|this) (?:be )?(?:possible|ok|okay|acceptable|alright|all right|work|fine)",
        r"propos(?:e|al|ing|ed)|suggest\w*|offer\w*|request(?:ing)? (?:an|a|for|more)|ask(?:ing)? (?:for|whether|if|you)|extension|if (?:that|this|it)(?:'s| is| works| would)|if you (?:agree|accept|are (?:happy|ok|okay)|can accept|could)|let (?:me|us) know (?:if|whether)|with your (?:agreement|approval|permission)|subject to your|pending your|would like to (?:pay|propose|settle|ask|split|request|spread)|are you (?:ok|okay|happy|able|willing)|please confirm (?:you|that you|if|whether)|defer|postpone|your approval",
        r"(?:we'd|we would|i'd|i would|would) (?:like|prefer|need|appreciate)",
    ),
    "hypothesis": (
        r"might|may (?:be able|pay|be paid)|maybe|perhaps|possibly|hopefully|hope (?:to|that|we)|hoping|would (?:pay|be paid|settle|be able|clear)|could (?:pay|be paid|settle|clear|be)|try(?:ing)? to|will try|'ll try|do our best|doing our best|best case|with (?:a bit of |any )?luck|cannot (?:promise|guarantee|commit)|can't (?:promise|guarantee|commit)|no guarantee|not (?:sure|certain|guaranteed)|to be confirmed|tbc|think we (?:can|could|may|might)|i think|should all go well|all being well|fingers crossed|tentative\w*|estimat\w+|look(?:ing)? into|see what (?:we|i) can",
        r"(?:i'd|we'd|would) (?:love|like|prefer) to",
    ),
    "condition": (
        r"(?:if|once|as soon as|when|whenever|provided|providing|subject to|until|unless|assuming|depending|pending|in case|upon|after (?:we|you|the|receipt|receiving|approval)|on receipt|on condition|conditional|contingent|so long as|as long as|only (?:if|when|after)|following receipt|in the event)",
    ),
    "firm": (
        r"at the latest|no later than|in any case|regardless|either way|come what may|latest",
    ),
    "retold": (
        r"(?:had|have) (?:previously |already |originally )?(?:promised|told|said|advised|confirmed|agreed|indicated|informed|planned|asked)|was (?:supposed|meant|due to|scheduled|planned|expected|promised|to be|going)|were (?:supposed|meant|due to|scheduled|planned|expected|promised|to be|going)|should have (?:been|gone|left|paid|received)|would have been|originally|previously (?:promised|agreed|advised)|you (?:said|asked|wrote|told|mentioned|requested|want|wanted|wrote)|(?:as|what) (?:i|we) (?:said|promised|told) (?:you )?(?:last|in|on|earlier|back)|(?:my|our|your) (?:earlier|previous|last) (?:promise|e?-?mail|message|commitment)|(?:i|we) (?:promised|said|told|wrote|agreed)",
        r"you had (?:accepted|agreed)|(?:predecessor|colleague|previous)(?: \S+){0,3} (?:promised|said|agreed|told)|can't honou?r",
    ),
    "other_payer": (
        r"(?:customers?|clients?|bank|insurers?|insurance|tenant|landlord|investors?|buyer|head office|factor)(?: \S+){0,4}? (?:pays?|paying|paid|settles?|will pay|to pay|release[sd]?|transfers?|wires?|has paid|have paid|credits?) (?:us|me|our)",
        r"(?:are|is|get|been|be|being) (?:ourselves |finally |ourself )?paid by (?:our|the|a)|(?:we|i) (?:are|get|have been|receive) (?:ourselves )?(?:paid|payment|funds|money)",
        r"(?:pay|pays|paid|owe|owes|refund|credit) us",
        r"you (?:want|need|are|ask|asked|say|state|demand|claim|expect)",
        r"(?:your|the) (?:request|demand|reminder|letter|email|e-mail|message|chaser|notice|statement)s? (?:for|of|to|about|regarding|dated)",
        r"when (?:will|can|do|are) (?:you|we)",
        r"isn't my decision",
    ),
    "asks_yes": (
        r"(?:is|would|does|will|do|are) (?:that|this|it|you|these|those)(?: \w+){0,3}? (?:ok|okay|acceptable|work|alright|all right|fine|suit|agree|possible|happy|accept|agreeable|in order)",
        r"(?:works?|ok|okay|acceptable|fine|alright) (?:for|with|by) you|let (?:me|us) know (?:if|whether) (?:that|this|you|it|these)|please (?:confirm|let \w+ know|advise)(?: \w+){0,2} (?:if|whether|you (?:agree|accept|are)|your (?:agreement|acceptance|approval)|this is (?:acceptable|ok|fine|agreeable)|that (?:this|you|works))|(?:await|awaiting|waiting for|look forward to) your (?:approval|agreement|confirmation|acceptance|consent|ok)|can you (?:accept|agree|live)",
    ),
    "paid": (
        r"(?:was|were|has been|have been|had been|has|have|had|'ve|been|is|are|got|already|did|'s)(?: already| all| just| now| in fact| actually| both| also| indeed| long since| since| fully| duly| been| to you)* (?:<pay_pp>|paid)",
        r"(?:we|i|they|our bank|accounts|finance|head office)(?: already| have| just| both| actually| did| duly| also)* (?:paid|settled|cleared|transferred|wired|remitted)",
        r"(?:was|were|has been|have been|had been|has|have|had|'ve|been|already)(?: already| just| now| in fact| also)* (?:made|sent|processed|issued|executed|initiated|released|dispatched|posted|submitted|completed|done|credited|debited)(?: \S+){0,4}? ?(?:<pay_noun>)?",
        r"<pay_noun>(?: \S+){0,9}? (?:was|were|has been|have been|has|have|had|already|went|left|cleared|been)(?: already| just| since| all| now)* (?:<pay_pp>|<do_pp>|gone|left|out|through|our account|your account)",
        r"(?:paid|settled|cleared|wired|transferred|sent|remitted)(?: (?:in full|this|it|these|them|both|by \w+|via \w+|already))* (?:on|last|yesterday|this morning|today|in (?:january|february|march|april|may|june|july|august|september|october|november|december|our|full)|by (?:bacs|wire|transfer|cheque|check|card|bank|sepa|chaps)|via|with|as part of|a week ago|\w+ (?:days|weeks) ago|from)",
        r"already (?:been )?(?:<pay_pp>|sent|made|gone|processed|done)",
        r"(?:should have|must have|will have|would have)(?: already| by now)* (?:received|reached|arrived|hit|cleared|seen|got|shown|landed|been credited)",
        r"(?:our|my|the) (?:<pay_noun>)(?: \S+){0,5}? (?:of|dated|made on|sent on|from|on) (?=.{0,30}\d)",
        r"(?:went|gone|left)(?: \w+){0,3} (?:out|through|our bank|our account|bank)",
        r"(?:nothing|zero|nil) (?:is )?(?:outstanding|owed|due|owing)|account is (?:clear|settled|up to date)",
        r"sent (?:you )?(?:the |a |our |full )?<pay_noun>",
        r"made (?:the |a |this |our |full )?(?:bank )?<pay_noun>",
        r"(?:left|went|gone|cleared|came out|debited|out)(?: \w+){0,3} (?:on|our account|our bank|the bank|yesterday|last|through|this morning)",
        r"up to date(?! statement)|(?:we|i)(?: have)? sent(?= (?:you )?(?:€|£|\$|\d|the|a|it|this|payment))|paid (?:\d|on)|debit (?:on|of|dated)|went out|don't understand (?:the|your|this) reminder|(?:we|i) (?:paid|posted|mailed)(?= )|posted on|cheque(?: \S+){0,4} (?:posted|mailed|cashed|sent)",
    ),
    "not_paid": (
        r"(?:not|\w*n't|never|yet to be|un|isn't|hasn't|haven't|wasn't)(?: yet| been| have| be| \w+){0,3} (?:<pay_pp>|<do_pp>|received)|unpaid|not (?:yet )?(?:paid|due|settled|cleared)|yet to (?:be )?(?:paid|pay|receive)",
        r"(?:settled|cleared|resolved) (?:the (?:issue|matter|question|dispute|query)|this (?:issue|matter))|should have been paid|would have been paid|(?:to|will|shall|can|cannot|be) be (?:<pay_pp>|<do_pp>)|(?:will|'ll|shall|to|must|should) be paid|get(?:s|ting)? (?:it |this |them )?paid|paid (?:by our|us)|cleared for payment|when (?:it|this|they) (?:is|are|was) paid|(?:approved|scheduled|released|set|sent|submitted|processed|cleared|included|passed) (?:to be|for) (?:paid|payment|the)|(?:once|if|until|when|unless|as soon as)(?: \S+){0,6} paid",
    ),
    "ask": (
        r"(?:please|pls|kindly|plz)(?: \S+){0,4}? (?:send|resend|re-send|provide|forward|share|supply|e-?mail|attach|let (?:us|me) have|furnish|confirm|get|mail|issue|pass)",
        r"(?:could|can|would|will|may) (?:you|i|we|someone|somebody)(?: \S+){0,5}? (?:send|resend|re-send|provide|forward|share|supply|e-?mail|attach|have|get|let|confirm|receive|obtain|furnish|mail|pass|be sent)",
        r"(?:we|i|our \w+)(?: \w+){0,2} (?:need|require|requires|needs|are missing|am missing|would like|'d like|want|lack|request)|we'd need|(?:is|are) (?:needed|required|missing)|needed|grateful (?:if|for)|appreciate (?:if|it|a|your|the)|would (?:you )?mind|by return|thank(?:s| you) for sending",
        r"(?:do not|don't|did not|didn't|have not|haven't|never|cannot|can't|unable to|no)(?: \S+){0,3}? (?:have|received|receive|got|get|find|locate|see|seen|seem to have|record|trace|copy|copies|sight)",
        r"(?:send|resend|forward) (?:me|us|over|it|the|a|your|both|again)|(?:awaiting|waiting for) (?:a |the |your )?(?:cop|invoice|statement|bank|pod|proof)",
        r"<c_need>",
    ),
    "doc_bank_details": (
        r"(?:bank(?:ing)?|account|payment|remittance|wire|ach) (?:account )?(?:details?|information|instructions?|coordinates|particulars)|iban|sort code|swift|bic|account number",
        r"which account|where (?:should|do) we pay|sort code",
    ),
    "doc_statement": (
        r"statements?(?: of (?:account|the account))?|soa|account summary|open items? (?:list|report)|aged? (?:report|list|debt)|list of (?:open|outstanding|all|unpaid) (?:invoices|items)|breakdown|reconciliation|ledger",
        r"(?:all )?open invoices(?: on our account)?|where do we stand|list (?:of )?(?:all )?(?:our )?(?:open|outstanding|unpaid)",
    ),
    "doc_purchase_order": (
        r"(?:signed |copy of (?:the |our )?)?(?:purchase order|p\.?o\.?)s?(?! number| no\b| ref| box)|order confirmation|signed order",
    ),
    "doc_proof_of_delivery": (
        r"proofs? of (?:delivery|receipt|service)|pods?|delivery (?:notes?|dockets?|slips?|confirmation|receipts?|tickets?)|signed (?:delivery|pod|docket|timesheets?|dn)|cmr|consignment note|timesheets?|service reports?|packing (?:list|slip)s?|goods received notes?|bill of lading|bol",
    ),
    "refusal": (
        r"(?:will not|won't|shall not|are not going to|am not going to|aren't going to|not prepared to|have no intention of|refuse to|refusing to|decline to|not willing to|do not intend to|don't intend to|no way we (?:will|are)|not be|never going to|never)(?: \w+){0,3} (?:pay|paying|settle|settling|honou?r|be paying|be settling|make any payment|transfer)",
        r"(?:refuse|decline)s? (?:any |all |this |the |your )?(?:payment|invoice|claim|charge|demand)",
        r"(?:will|shall) (?:never|not) be (?:paid|settled|honou?red)|not (?:see|get|receive) (?:a penny|any money|a cent|anything)|no payment will be (?:made|forthcoming)",
        r"(?:we|i)(?:'re| are|'m| am)? not (?:going to be |going to )?(?:pay|paying|settling)|(?:won't|will not|not going to) (?:get|see|receive) (?:a |any |one )?(?:penny|cent|money|payment)|no payment (?:from us|will be)",
        r"(?:invoice|<ref>|it|this)(?: \S+){0,2} (?:will )?remains? unpaid|(?:will|shall) pay nothing|owe (?:you )?nothing and",
    ),
    "insolvency": (
        r"insolven\w+|bankrupt\w*|(?:in|into|entered|enters|under|placed in|gone into) (?:administration|receivership|liquidation|administrative)|administrators?(?! rights)|liquidators?|liquidation|receivers?hip|winding[- ]up|wound up|chapter (?:7|11)|creditors'? (?:meeting|voluntary|committee)|(?:proof|notice) of (?:debt|claim)|company voluntary arrangement|cva|moratorium|examinership|ceased trading|official receiver|examiner appointed|high court(?: \S+){0,4} appointed|petition(?:ed)? for|entering (?:into )?(?:a |an )?(?:cva|administration|liquidation)",
    ),
    "not_insolvency": (
        r"not (?:insolvent|bankrupt|in (?:administration|liquidation))|stock liquidation|liquidation sale|system administrator|it administrator|network administrator|our (?:own )?(?:customer|client)|a (?:customer|client|supplier|subcontractor)|avoid|rumou?r|your administrator|otherwise|risk of|(?:if|unless)(?: \S+){0,8} (?:insolven\w+|bankrupt\w*|liquidation|administration)|e-?mail administrator|administrator of (?:the|this) (?:mailbox|system)",
    ),
    "bank_change": (
        r"(?:chang\w+|updat\w+|amend\w*|new|switch\w*|mov\w+|migrat\w+|replac\w+|revis\w+|different|alternative)(?: \S+){0,6}? (?:bank|bank(?:ing)? (?:account|details|information)|iban|account details|account number|sort code|remittance (?:details|address|instructions)|payment (?:details|instructions))",
        r"(?:bank(?:ing)? (?:account|details|information)|iban|account details|account number|payment (?:details|instructions)|bank)(?: \S+){0,6}? (?:chang\w+|updat\w+|amend\w*|new|switch\w*|mov\w+|replac\w+|closed|no longer|under audit|frozen|blocked)",
        r"(?:no longer|do not|don't|stop) (?:use|using|pay\w*|send\w*)(?: \S+){0,5}? (?:old|previous|former) (?:account|bank|iban|details)",
        r"(?:to|into) (?:our|the|this) (?:new|following|below) (?:bank )?account",
        r"(?:moved|changed|switched|changing|moving|switching) banks?|new (?:details|account)(?: \S+){0,3} (?:attached|below|are|follow)",
        r"(?:iban|account|bank details) (?:changes|is changing|will change)|use this account|this account from now on",
    ),
    "not_bank_change": (
        r"(?:have|has|did) (?:you|your)(?: \S+){0,4} (?:chang\w+|updat\w+|mov\w+)|your (?:new|updated|changed|bank|change|iban|account)|(?:received|got) an? (?:e-?mail|message|letter)|fraud|scam|phish\w*|verify (?:that )?(?:you|your)|not changed|unchanged|hasn't changed|haven't changed|have noted|have updated|updated your|you have changed|you've changed",
    ),
    "contact_change": (
        r"(?:from now on|going forward|in future|in the future|henceforth|effective|with effect|as of|as from|starting|future|new (?:contact|address|e-?mail|mailbox|inbox|ap))(?: \S+){0,14}? (?:send|sent|address\w*|contact\w*|e-?mails?|invoices?|statements?|writ\w+|direct\w*|correspond\w*|reminders?|use|queries)",
        r"(?:send|sent|address\w*|contact\w*|e-?mails?|invoices?|statements?|writ\w+|direct\w*|correspond\w*|reminders?|use|queries)(?: \S+){0,14}? (?:from now on|going forward|in future|in the future|henceforth|new address|with effect|as of|instead|effective)",
        r"(?:no longer|not) (?:with|work\w*|employed|at|in charge|responsible|handl\w+|deal\w*|look\w*|the (?:right|correct|best)|in (?:this|that|the|accounts)|part of|monitored|use\w*|active|valid|in use)",
        r"(?:has|have|'s|'ve) (?:now )?(?:left|retired|moved (?:on|to)|taken over|replaced|changed)|(?:left|leaving) (?:the|our|us)|(?:taken|taking|takes|took) over|(?:my|his|her|their) (?:successor|replacement)|update your (?:records|contact|files|address|system)|wrong (?:person|contact|address|department|inbox)|not the (?:right|correct) (?:person|contact|address|department)",
        r"(?:now|please) (?:now )?(?:use|send|write to|contact)(?: \S+){0,6} \S+@\S+|(?:my|her|his) (?:replacement|successor)|leaving the company",
        r"replaces (?:this|the|our)|update your (?:records|files|contacts?)|your contact(?: \S+){0,3} (?:is|will be)",
    ),
    "temporary": (
        r"holidays?|vacation|leave|out of (?:the )?office|away|absen\w+|maternity|sick|while i am|while i'm|while (?:he|she)|until i|return|urgent\w*|cover\w*|back on|in my absence",
    ),
    "ref": (r"ref_*",),
    "contest_hard": (
        r"disput(?:e|ed|es|ing)|contest(?:ed|ing)?|disagree\w*|on hold|blocked|(?:we|i)(?: have| are| must)? (?:reject|refus)\w*(?! to (?:pay|settle))|(?:invoice|<ref>|goods|delivery|it)(?: \S+){0,3} (?:rejected|refused)|rejected (?:by|at|on|in|for|because|due)|withh(?:eld|olding|old)|(?:not|\w*n't) agree|query|queried|in query",
    ),
    "contest": (
        r"<contest_hard>",
        r"(?:cannot|can't|can not|unable to|not able to|won't|will not|not going to|not be able to)(?: \w+){0,2} (?:approve|accept|process|pay|release|match|clear|book)",
        r"credit (?:note|memo|us|them|it|this|the)|credited|reissue|re-issue|reissued|amend\w*|correct(?:ed|ion|ions)?|incorrect\w*|wrong\w*|errors?|mistakes?|discrepanc\w+|mismatch\w*|void|cancel\w*|withdraw\w*|take (?:it|this|them) off|replace\w*|refund\w*|overcharg\w*|doesn't match|does not match|not (?:what|the)|instead of|should (?:be|have been)|not due|don't owe|do not owe|resolve[d]?|issue|problem|however|but|only|until|our (?:order|order confirmation|po|contract|quote) (?:says|states|shows)|cannot be|sort this|look into|no trace|clarif\w+|claim",
        r"why|stays|please cancel|cancelled|again|already|never|don't agree|blocked|otherwise",
    ),
    "s_duplicate": (
        r"duplicat(?:e|ed|es|ion)(?! (?:copy|copies|invoice please))|(?:billed|invoiced|charged) (?:us )?(?:twice|double|two times)|double[- ](?:billed|invoiced|charged|billing)|billed this twice|already (?:been )?(?:invoiced|billed|charged)|(?:the )?same (?:goods|delivery|order|work|job|service|period)(?: \S+){0,6}? (?:as|already|twice)",
        r"(?:counted|charged|billed|invoiced|got)(?: \S+){0,3} twice|same invoice as|same as (?:invoice|ref_|the one)",
        r"(?:two|2) invoices for (?:the same|one)",
    ),
    "s_wrong_recipient": (
        r"(?:not|\w*n't) (?:ours\b|for us\b|our (?:invoice|order|company|debt|account)|addressed to us|meant for us|intended for us|relate to us|belong to us|concern us|the (?:right|correct) (?:company|entity|debtor|legal))|wrong (?:company|entity|customer|addressee|account|party|recipient|subsidiary|legal entity|division)|(?:different|another|separate|sister|correct|right) (?:company|entity|legal entity|subsidiary|group company)|(?:addressed|issued|made out|billed|invoiced|sent)(?: \S+){0,2} to (?:the wrong|a different|our (?:parent|sister|subsidiary|affiliate|former)|another|us (?:in error|by mistake))|(?:it|this|that|they|these|invoices?|bills?|<ref>)(?: \S+){0,2} should (?:be|have been|go|have gone) (?:addressed|billed|invoiced|sent|made out|issued|charged)? ?to|no (?:relationship|dealings|account|record of ordering)(?: \w+){0,3} (?:with you|from us)|belongs to|not a customer|do not trade|nothing to do with us|never (?:been a customer|traded|done business|dealt)|responsib\w+ of (?:our|the|another)",
        r"not ours|parent company|(?:please )?bill (?:them|the)|(?:try|contact|ask) (?:\w+ ){1,3}(?:ltd|limited|inc|gmbh|plc)|placed by (?:our|another|a)|not (?:a )?(?:customer|client) of yours|isn't ours|never (?:heard|dealt)",
    ),
    "s_missing_po": (
        r"(?:no|missing|without|lacks?|lacking|quot(?:e|es|ing|ed)|show\w*|stat(?:e|es|ing)|add\w*|includ\w+|mention\w*|need\w*|requir\w+|valid|bear\w*|carr\w+|reference|absent|omit\w*)(?: \S+){0,6}? (?:p\.?o\.?\b|purchase order|po number|order number|order reference)s?(?: (?:number|no|ref\w*|#))?",
        r"(?:po|purchase order|order number)(?: \S+){0,6}? (?:missing|not (?:quoted|shown|stated|on|included|present|there|mentioned)|required|absent|isn't|is not|mandatory|omitted|invalid|closed)|no po,? no pay",
        r"po (?:number|no\.?)?(?: \S+){0,3} (?:missing|required|needed|blocked|stays|otherwise)|(?:quote|include|add|show) (?:our |the |a )?po|rejected: (?:no )?po",
    ),
    "s_already_credited": (
        r"(?:already|was|been|has|were) (?:been )?(?:\w+ )?credited|credited (?:it|this|us|the|in full|back|under|on|against)|credit (?:note|memo)s?(?: \S+){0,8}? (?:already|not (?:been )?(?:applied|deducted|taken|allocated|offset)|cancel\w*|covers|hasn't|in full)|(?:issued|received|sent|raised|gave|given)(?: \S+){0,4}? (?:a |us a |the |your )?credit(?: note| memo)?(?: \S+){0,6}? (?:for|against|already|covering|in full|this|ref)|(?:cancel\w+|reversed|voided|offset)(?: \S+){0,4}? (?:by|with|per|against|under)(?: \S+){0,3}? (?:credit|cn|<ref>)|(?:invoice|it|this|<ref>) (?:was|has been|is) (?:cancelled|canceled|voided|reversed)",
        r"(?:already|have|has|had) (?:\w+ )?credited|credited (?:this|it|us|the|in full|back|under)",
        r"credit note (?:has |was |had )?(?:already |been )*(?:issued|raised|sent|received)|(?:full|total) credit(?: note)?(?: \S+){0,4} (?:issued|raised|received|given)",
    ),
    "s_not_received": (
        r"(?:never|not|\w*n't|nothing|yet to|undelivered)(?: \S+){0,3}? (?:arrived|delivered|turned up|reached us|shipped|showed up|carried out|performed|took place)(?! (?:a |an |the )?(?:invoice|copy))",
        r"(?:never|not|\w*n't|nothing|yet to|still (?:waiting for|awaiting))(?: \S+){0,4}? (?:goods|delivery|shipment|parcel|material|equipment|consignment|pallets?|parts|machines?|pumps?|units)(?! (?:note|order))|no (?:trace|record|sign|evidence) of (?:any |the |a |this )?(?:delivery|receipt|goods|shipment|visit|work)|(?:goods|order|delivery|shipment|parcel|material|equipment|consignment|pallets?|work|service|parts|machine|items?|visit)s?(?: \S+){0,8}? (?:never|not|\w*n't|nothing|failed|still|lost)(?: \S+){0,4}? ?(?:received|arriv\w+|deliver\w+|turned up|reached|shipped|showed|in transit|carried out|done|performed|happened|took place)|non[- ](?:delivery|receipt)|lost in transit|no(?: one|body) (?:came|turned up|attended|showed)|(?:never|not|\w*n't) received (?:these|those|the|any|them|what)(?! (?:invoice|copy|statement|reply|ref))",
        r"(?:still )?waiting (?:for|on) (?:the |our |your |these )?(?:goods|delivery|order|parts|shipment|parcel|machine|material)|(?:engineer|technician|driver|team|fitter)s?(?: \S+){0,3} (?:never|not|didn't|did not) (?:show|came|come|turn|arriv|attend)\w*|nothing (?:has )?(?:been )?(?:delivered|arrived|received|done)",
    ),
    "s_quality": (
        r"damag\w+|faulty|faults?(?! of)|defect\w*|broken|poor (?:quality|workmanship)|scratch\w*|not (?:conform\w*|fit for|working|to spec\w*|up to (?:standard|spec))|non[- ]conform\w+|leak\w*|crack\w*|rust\w*|corrod\w*|out of (?:spec\w*|tolerance)|wrong (?:colou?r|size|model|item|product|part|grade|material|goods|type|parts|items)|(?:does|do|did) not work|(?:doesn't|don't|didn't) work|fail(?:ed|s|ing)?(?: \w+){0,3} (?:inspection|tests?|testing|on|after|within|pressure|acceptance)|failed|unusable|substandard|quarantin\w+|returned (?:to you|the goods|them)|rma|(?:qc|quality|inspection|qa)\b|workmanship|malfunction\w*|dented|not to standard",
        r"broke down|broken down|wrong (?:part|item|model|size) (?:supplied|sent|delivered)|(?:did not|didn't|has not|hasn't) (?:fix|solve|repair|resolve|work)|(?:sent|send|had to send) it back|not fit|substandard|incompatible|does not fit|doesn't fit|peeling",
    ),
    "s_quantity": (
        r"quantit\w+ (?:is|are|was|does|do|on|billed|invoiced|shown|wrong|incorrect|received)|(?:wrong|incorrect|short) quantit\w+|short[- ]?(?:deliver\w+|shipp?\w*|suppl\w+|by)|(?:only )?(?:received|got|delivered|took in|counted|booked in) (?:only )?(?:\d+|\w+) (?:of|out of)|only (?:received|got|delivered|\d+ (?:of|were|was|arrived|came|received|\w+))|missing from (?:the|our|this|your) (?:delivery|shipment|pallet|order|consignment|parcel|box)|(?:was|were|are|is) missing(?! (?:po|purchase|invoice|order number|from (?:the|your) invoice))|missing (?:units|pieces|items|parts|boxes|goods)|instead of \d+(?![\d,.]* ?(?:€|£|\$|eur|gbp|usd|%|per))|\d+ (?:\w+ ){0,3}(?:short|missing|fewer)|(?:billed|invoiced|charged|invoice shows|invoice says)(?: \S+){0,4} \d+(?: \S+){0,14}? (?:received|delivered|got|signed|shows|shipped|\d+)|(?:received|delivered|shipped)(?: \S+){0,3} \d+(?: \S+){0,10}? (?:billed|invoiced|charged)|partial(?:ly)? (?:delivery|delivered|shipment)|part[- ]deliver\w+|over[- ]?(?:deliver\w+|shipp\w+)|hours (?:billed|charged)|under[- ]?deliver\w+|\d+ (?:units|pieces|boxes|pallets|items|pcs|cartons) (?:were|was) (?:not|missing|never)",
        r"\d+ (?:\w+ )?ordered(?: \S+){0,4} \d+ (?:\w+ )?(?:received|delivered)|\d+ (?:\w+ ){0,2}received(?: \S+){0,4} \d+ (?:\w+ )?(?:billed|invoiced|ordered)",
        r"ordered \d+,? (?:and )?(?:received|got) \d+|received \d+,? (?:and|but)?(?: \w+){0,4} (?:billed|charged|invoiced)|(?:one|two|three|four|five|six|several|some|\d+) of the (?:\w+ )?(?:\w+ )?(?:never|not|didn't|missing|did not)|(?:timesheets?|logs|records|gate log) (?:show|shows|say|says) \d+|short by|hours,? (?:our|we)",
    ),
    "s_price": (
        r"(?:priced|charged|billed|invoiced) (?:at|us) (?:€|£|\$|eur|gbp|usd)? ?\d|overcharg\w+|over[- ]?bill\w+|(?:price|prices|pricing|rates?|unit price)(?: \S+){0,9}? (?:wrong|incorrect|differ\w*|higher|does not|doesn't|do not|don't|not (?:what|as|the)|agreed|quoted|instead|should|too|increase\w*|on (?:our|the) (?:po|order|quote)|than)|(?:discounts?|rebate)(?: \S+){0,9}? (?:not|missing|wasn't|hasn't|was not|never|forgotten|omitted|agreed|should|isn't|left off|\w*n't)|(?:not|without|missing|forgot\w*|omitted)(?: \S+){0,4}? (?:discount|rebate)|(?:quote|quotation|order confirmation|contract|po|order|agreement)(?: \S+){0,4}? (?:says|states|shows|was|said|is|gives)(?: \S+){0,3}? (?:€|£|\$|eur|gbp|usd)? ?\d|higher than (?:agreed|quoted|the)|more than (?:agreed|quoted|the)|instead of ?(?:the agreed )?(?:€|£|\$|eur|gbp|usd) ?\d|instead of \d[\d,.]* ?(?:€|£|\$|eur|gbp|usd)|(?:agreed|quoted) (?:price|rate|at|amount|fee)|(?:freight|carriage|delivery|shipping|handling|admin|fuel|packaging) (?:charges?|fees?|costs?|surcharges?)|surcharge|too (?:high|expensive)|mark-?up",
        r"(?:agreed|quoted|said|quote was|price was|rate was)(?: \S+){0,3} (?:€|£|\$)? ?\d[\d,.]*(?: \S+){0,6} (?:charged|billed|invoiced|you)|why (?:€|£|\$) ?\d|increase|you (?:charged|billed|invoiced)(?: us)? (?:€|£|\$) ?\d|(?:po|order|quote|contract|quotation) (?:says|said|was|is|states|shows|has) (?:€|£|\$) ?\d|not (?:the )?(?:price|rate) (?:we )?agreed",
    ),
    "w_duplicate": (r"twice|same invoice|duplicate",),
    "w_quantity": (
        r"quantit\w+|received \d+|\d+ received|delivered \d+|short|missing|incomplete|partial|hours",
    ),
    "w_price": (
        r"pric\w+|rates?|discounts?|rebate|quote[ds]?|quotation|too much|charges?",
    ),
    "w_quality": (r"quality|return(?:ed)?|inspection|repair\w*|warranty",),
    "w_not_received": (
        r"(?:never|not|\w*n't) (?:been )?(?:received|delivered)|delivery|undelivered",
    ),
    "w_wrong_recipient": (
        r"never (?:ordered|placed|bought|requested)|did not (?:order|place|purchase)|didn't order|no order",
    ),
    "w_already_credited": (r"credited|credit note (?:received|issued)",),
    "copy_request": (
        r"cop(?:y|ies)(?: \S+){0,4}? (?:invoices?|credit note|bill|<ref>)|invoice cop(?:y|ies)|copy invoices?|duplicate (?:invoice|copy)|pdfs?(?: \S+){0,3} (?:invoices?|<ref>)",
        r"cop(?:y|ies)(?! (?:of )?(?:the |our |your |a )?(?:signed )?(?:po\b|purchase order|delivery|pod|statement|contract|order))(?= |$|[.,;?!])",
        r"(?:send|resend|re-send|provide|forward|share|supply|e-?mail|attach|furnish|re-?issue|get|have|receive|obtain)(?: me| us| over| again| through| a| along| back)* (?:the |these|this|those|your |that |both |any |an |a |original |missing |following |invoice |new )*(?:invoices?|<ref>)(?! (?:correct\w*|amend\w*|to the|number|with))",
        r"(?:do not|don't|did not|didn't|have not|haven't|never|cannot|can't|unable to|no)(?: \S+){0,3}? (?:have|received|receive|got|get|find|locate|see|seen|record of|trace of|copy of|sight of)(?: \S+){0,3}? (?:invoices?|<ref>)|(?:invoices?|<ref>)(?: \S+){0,6}? (?:not|never|\w*n't)(?: \S+){0,3}? (?:received|reached|arrived|on (?:our|the) system|in (?:our|the) system|registered|found)|missing (?:the |your |these |this )*(?:invoices?|<ref>)",
        r"missing (?:this|that|the|your|an) (?:\w+ )?(?:invoices?|<ref>)|(?:invoices?|<ref>) (?:was |were )?not (?:yet )?received|send (?:it|them|this)(?: \w+)? (?:over|again|across|through)",
    ),
    "waiting": (r"(?:still )?(?:awaiting|waiting)|on hold|blocked|query",),
    "postponed": (
        r"(?:postponed|moved|pushed|rescheduled|deferred|delayed|slipped)(?: back| out)? (?:to|until|till)|but (?:on|rather)|instead of|(?:correction|rather than)",
    ),
    "informs": (
        r"inform you|for your (?:information|records)|please (?:note|find)|to help you match|in (?:settlement|payment) of|our ref\w*|under ref\w*|reference|cover(?:s|ing|ed)?|less (?:credit|cn|ref)|allocat\w+|(?:it|this|which) (?:settles|covers|clears|pays)|compris\w+|breakdown|split|payment (?:ref|of)|transfer(?:red)?(?: \S+){0,8} for|remitt\w+|broken down|made up of|today|in respect of|against",
    ),
    "answers_chase": (
        r"already|check|in fact|as per|see attached proof|ago|last (?:week|month)|your (?:reminder|records|statement)|should have|must have|nothing (?:is )?(?:due|outstanding)|was (?:paid|settled|cleared)|has been (?:paid|settled)|don't owe|do not owe",
    ),
    "penalty": (
        r"penalt\w+|late (?:fees?|charges?)|interest|compensation|surcharge|recovery (?:fee|charge|cost)s?",
    ),
    "lacks": (r"(?:not|\w*n't|never|no|cannot|unable|missing|lost)",),
    "pay_any": (
        r"pay\w*|paid|settl\w+|clear\w*|transfer\w*|wir(?:e|es|ed|ing)|remit\w*|cheques?|checks?|funds?|money|bacs|chaps|sepa|instal?lments?|balance|disburs\w+|release[ds]?|releasing|square[ds]? (?:up|away)|cash|post(?:ed|ing)?",
    ),
    "thing": (
        r"<ref>|it|it'll|this|this one|these|them|they|both|everything|all|invoices?|amount|half|balance|rest|that|yours|the lot",
    ),
    "moves": (
        r"(?:will|'ll|going|goes|go|shall|leaves|leaving|out|over|through|scheduled|booked|planned|due|set|approved|confirm\w*|expect\w*|sort\w*|done|included|batch\w*|run|send\w*|make|making|get\w*|have|receive|arriv\w+|land\w*|hit\w*|reach\w*|releas\w+|process\w*|queued|lined up|on its way|commit\w*|promise|arrang\w+|follow\w*|doing|do|deal\w*|handle\w*|action\w*|down|on)",
    ),
    "other_topic": (
        r"meet\w*|call\w*|visit\w*|deliver\w*|ship\w*|holiday\w*|vacation|leave|office|back|return\w*|repl\w+|answer\w*|let you know|update you|come back|get back|audit|training|clos(?:e|ed|ing|ure)|year[- ]end|quote|offer|discuss\w*|speak|talk\w*|inventory|survey|contract|review\w*|board|conference|webinar|demo|register|appointment|available|complete|respond|deadline|send us|provide|need|inform you|engineer|technician|wait|talk|hear from|predecessor|see about|revisit|order(?:ed|s)?",
    ),
    "s_other": (
        r"(?:vat|tax|address|date|vat number|company name|bank details|payment terms|terms)(?: \S+){0,8}? (?:wrong|incorrect|missing|invalid|not (?:correct|right|valid|shown))|(?:wrong|incorrect|missing|invalid) (?:vat|tax|address|date|company name|payment terms)|no authority|not authori[sz]ed|unauthori[sz]ed|without (?:authori[sz]ation|our (?:approval|consent))",
        r"(?:await\w*|waiting for|pending|until|once|on receipt of|still no|without)(?: \S+){0,5}? credit (?:note|memo)|credit (?:note|memo)(?: \S+){0,6} (?:promised|outstanding|not (?:yet )?(?:received|arrived)|never)",
    ),
    "contact_moved": (
        r"no longer (?:with|work\w*|employed|at|in charge|responsible|handl\w+|deal\w*|look\w*|the (?:right|correct)|in (?:this|that|the|accounts)|part of|monitored|use\w*|active|valid|in use)|(?:has|have|'s|'ve) (?:now )?(?:left|retired|moved (?:on|to)|taken over)|wrong (?:person|contact|address|department|inbox)|not the (?:right|correct|best) (?:person|contact|address|department)|stopped (?:handling|dealing|looking|working)|take me off|(?:my|his|her|their) (?:successor|replacement)|taken over|new (?:contact|address|e-?mail|mailbox|inbox|ap address)|left (?:the company|us|our)",
        r"leaving (?:the|our) (?:company|firm|business)|please now use",
        r"replaces (?:this|the old) (?:address|mailbox|e-?mail)|contact is now|new (?:email|e-mail) address",
    ),
    "redirect": (
        r"writ\w+|send\w*|contact\w*|address\w*|e-?mail\w*|direct\w*|forward\w*|use|update\w*|please|team|instead",
    ),
    "already": (
        r"already|(?:has|have|had|was|were|been|'ve|is|are)(?: \w+){0,2} (?:<pay_pp>)|(?:we|i)(?: have)? (?:paid|settled|cleared)|nothing (?:is )?(?:due|outstanding|owed)",
        r"up to date|don't understand (?:the|your|this) reminder",
    ),
    "unkept": (
        r"should have (?:gone|been|left)|(?:was|were) (?:supposed|meant|due to|scheduled|planned|to be|going to)|(?:tried|attempted|meant|wanted|promised|told you|said)|(?:payment|transfer|wire|cheque|check)(?: \S+){0,6} (?:rejected|returned|bounced|failed|cancelled|refused|lost)",
    ),
    "meeting": (r"meeting|appointment|webinar|demo|call",),
    "c_goods": (
        r"goods|deliver(?:y|ies)|shipments?|parcels?|materials?|equipment|consignments?|pallets?|parts|machines?|motors?|pumps?|units|products?|items|service|work|job|repairs?|installation|orders?|boxes|cartons|seals|valves|sensors?|bearings?|fittings?|couplings?|visit|engineers?|technicians?|kit|housing[s]?",
    ),
    "c_paper": (r"invoices?|<ref>|pdf|bill|original|copy",),
    "c_not": (
        r"not|\w+n't|never|no|nothing|none|without|lack\w*|missing|awaiting|waiting|failed|yet to",
    ),
    "c_arrive": (
        r"received|arrived?|delivered|delivery|reached|come|came|turn(?:ed)? up|show(?:ed)? up|done|performed|carried out|completed|started|happened|took place|shipped|waiting|awaiting",
    ),
    "c_lack": (
        r"(?:not|\w+n't|never|no|cannot|unable to)(?: \S+){0,4}? (?:received?|reach\w*|have|had|see|find|locate|arrived?|trace|record|got|get|registered|on our system|seem)|missing|lost|mislaid|illegible|unreadable|corrupt\w*|nowhere|never (?:came|arrived|got)",
    ),
    "c_send": (
        r"send|resend|re-send|sent|forward|provide|upload|share|e-?mail|attach|supply|pass|mail|get us|let (?:us|me) have|furnish|issue|list|confirm|submit|help|obtain",
    ),
    "c_need": (
        r"please|pls|kindly|could you|can you|would you|can i|could i|may i|need|require\w*|would help|we'd like|i'd like|we would like|grateful|appreciate|looking for|which|what is|what's|what are|where do we stand|do you have|have you got|missing|thank you for sending|send|waiting for|don't have|do not have|can't (?:see|find)",
    ),
    "c_thanks": (
        r"thank(?:s| you) for (?:sending|the|your|providing|forwarding)|(?:please find|find) attached|attached is|(?:well )?received your|enclosed",
    ),
    "c_bad": (
        r"nois\w+|did(?:n't| not) last|does(?:n't| not) (?:work|fit|match)|not (?:what|as) (?:we |was )?(?:ordered|agreed|described|specified)|wrong|faulty|broken|damaged|leak\w*|defect\w*|poor|bad|crack\w*|failed|stopped working|dimensions?|size|spec\w*|stopped|overheat\w*|vibrat\w+|rattl\w+|worn|dirty|scratched|unfinished|incomplete",
    ),
    "c_price": (
        r"price\w*|rates?|discounts?|rebates?|surcharges?|fees?|charges?|amounts?|cost\w*|uplift|increase\w*|mark-?up|total|vat",
    ),
    "c_deviates": (
        r"do(?:es)?(?:n't| not) match|not match|wrong|incorrect|forgot\w*|missing|higher|more than|too|instead|not (?:as )?agreed|never agreed|not (?:been )?applied|what is this|why|don't understand|do not understand|differs?|should be|unexpected|mistake|not ours to|not quoted|unjustified",
    ),
    "c_count": (
        r"half|number of|quantit\w+|only \d+|partial\w*|short|part of|some of|hours|\d+ (?:boxes|pallets|units|pieces|cartons|hours|items|parts|bags|rolls|days)",
    ),
    "c_liable": (
        r"tenant|landlord|debtor|client|customer|owner|subsidiary|parent|company|entity|contractor|association",
    ),
    "c_not_us": (
        r"not us|rather than us|not ours|did(?:n't| not) (?:place|order|request|sign)|never (?:placed|ordered|requested|signed|dealt)|nothing to do with us|is liable|are liable|in error|by mistake|unknown to us",
    ),
    "c_order_ref": (
        r"(?:po|purchase order|order) (?:number|reference|ref|no\.?)|purchase order|order reference|po",
    ),
    "c_credit": (r"credited|credit notes?|credit memos?",),
    "c_twice": (
        r"twice|duplicate\w*|two invoices|2 invoices|same (?:job|work|service|delivery|invoice|period)|already (?:invoiced|billed|charged)|second time|again",
    ),
    "c_annuls": (
        r"cancel\w*|already|received|issued|raised|gave|given|full|was credited|been credited|last month|in (?:january|february|march|april|may|june|july|august|september|october|november|december)",
    ),
    "c_never_ordered": (
        r"(?:did not|didn't|never) (?:place|placed|order|ordered) (?:this|that|any|the|it|an order|anything)(?! (?:second|extra|additional))",
    ),
    "c_deviates_count": (
        r"wrong|only|missing|instead|not \d+|short|half|incorrect|partial\w*|incomplete|does(?:n't| not) match",
    ),
    "c_hard_need": (r"need|require\w*|would help|must have|missing",),
    "c_again": (
        r"resend|re-send|send (?:it|them|this)?(?: \w+)? ?again|reissue a copy",
    ),
    "c_unclear": (r"what (?:it|this) (?:is|relates)|relates to|not sure what",),
}
