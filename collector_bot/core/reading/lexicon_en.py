"""English: what customers write about paying, disputing and asking (folded text)."""

# ruff: noqa: E501 - one phrase per line reads better than a wrapped one
from __future__ import annotations

LISTS: dict[str, tuple[str, ...]] = {
    # --- building blocks -----------------------------------------------------
    "pay_noun": (
        r"payments?|transfers?|remittances?|wires?|wire transfers?|cheques?|checks?|bacs|instal?lments?|deposits?|funds|pay ?runs?|payment runs?|run|money|direct debit|standing order|payment cycle|payment batch|batch",
    ),
    "pay_inf": (
        r"pay|settle|clear|transfer|wire|remit|release|square|discharge|honou?r",
        r"(?:make|send|process|issue|execute|arrange|schedule|initiate|get|raise|submit|do|complete|put|push|set up|include|run) (?:\S+ ){0,5}?(?:<pay_noun>|paid|over|through|out|across|settled|cleared)",
    ),
    "pay_pp": (r"paid|settled|cleared|transferred|wired|remitted|honou?red|reimbursed|squared",),
    "do_pp": (r"made|sent|processed|released|issued|executed|initiated|submitted|dispatched|posted|completed|arranged|credited|debited|run|done",),
    # --- promises ------------------------------------------------------------
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
    ),
    "noun_only": (
        r"(?:(?:ok|okay|yes|sure|hi|hello|fine|agreed|good|great)[ ,.:!-]*)?(?:for |the |our |your |full |next )?(?:<pay_noun>|balance|rest|remainder|half|first half|second half|other half|paying|settling|remaining)",
    ),
    "plan": (
        r"instal?lments?|payment (?:plan|schedule)|as follows|schedule|in (?:two|three|four|2|3|4) (?:parts|payments|instal?lments|tranches|stages)|tranches|split|the following|stage payments|here is what|here's what|dates",
    ),
    "habit": (
        r"usually|normally pay|always pay|typically|as a rule|our (?:standard |normal |usual )?(?:payment )?terms|payment terms|every (?:month|week|friday|thursday|other)|each (?:month|week)|our policy|weekly basis|terms are|standard terms|per our agreement",
    ),
    "negation": (
        r"(?:not|n't|never|cannot|can not|unable|no longer|nor|neither|without|hardly|impossible)",
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
    ),
    "condition": (
        r"(?:if|once|as soon as|when|whenever|provided|providing|subject to|until|unless|assuming|depending|pending|in case|upon|after (?:we|you|the|receipt|receiving|approval)|on receipt|on condition|conditional|contingent|so long as|as long as|only (?:if|when|after)|awaiting|waiting (?:for|on)|following receipt|in the event)",
    ),
    "firm": (r"at the latest|no later than|in any case|regardless|either way|come what may|latest",),
    "retold": (
        r"(?:had|have) (?:previously |already |originally )?(?:promised|told|said|advised|confirmed|agreed|indicated|informed|planned|asked)|was (?:supposed|meant|due|scheduled|planned|expected|promised|to be|going)|were (?:supposed|meant|due|scheduled|planned|expected|promised|to be|going)|should have (?:been|gone|left|paid|received)|would have been|originally|previously (?:promised|agreed|advised)|you (?:said|asked|wrote|told|mentioned|requested|want|wanted|wrote)|(?:as|what) (?:i|we) (?:said|promised|told) (?:you )?(?:last|in|on|earlier|back)|(?:my|our|your) (?:earlier|previous|last) (?:promise|e?-?mail|message|commitment)|(?:i|we) (?:promised|said|told|wrote|agreed)",
    ),
    "other_payer": (
        r"(?:customers?|clients?|bank|insurers?|insurance|tenant|landlord|investors?|buyer|head office|factor)(?: \S+){0,4}? (?:pays?|paying|paid|settles?|will pay|to pay|release[sd]?|transfers?|wires?|has paid|have paid|credits?) (?:us|me|our)",
        r"(?:are|is|get|been|be|being) (?:ourselves |finally |ourself )?paid by (?:our|the|a)|(?:we|i) (?:are|get|have been|receive) (?:ourselves )?(?:paid|payment|funds|money)",
        r"(?:pay|pays|paid|owe|owes|refund|credit) us",
        r"you (?:will|want|need|are|ask|asked|say|state|demand|claim|expect)(?! (?:have|receive|see|get|be paid|find))",
        r"(?:your|the) (?:request|demand|reminder|letter|email|e-mail|message|chaser|notice|statement)s? (?:for|of|to|about|regarding|dated)",
        r"when (?:will|can|do|are) (?:you|we)",
    ),
    "asks_yes": (
        r"(?:is|would|does|will|do|are) (?:that|this|it|you|these|those)(?: \w+){0,3}? (?:ok|okay|acceptable|work|alright|all right|fine|suit|agree|possible|happy|accept|agreeable|in order)",
        r"(?:works?|ok|okay|acceptable|fine|alright) (?:for|with|by) you|let (?:me|us) know (?:if|whether) (?:that|this|you|it|these)|please (?:confirm|let \w+ know|advise)(?: \w+){0,2} (?:if|whether|you (?:agree|accept|are)|your (?:agreement|acceptance|approval)|this is (?:acceptable|ok|fine|agreeable)|that (?:this|you|works))|(?:await|awaiting|waiting for|look forward to) your (?:approval|agreement|confirmation|acceptance|consent|ok)|can you (?:accept|agree|live)",
    ),
    # --- already paid --------------------------------------------------------
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
    ),
    "not_paid": (
        r"(?:not|n't|never|yet to be|un|isn't|hasn't|haven't|wasn't)(?: yet| been| have| be| \w+){0,3} (?:<pay_pp>|<do_pp>|received)|unpaid|not (?:yet )?(?:paid|due|settled|cleared)|yet to (?:be )?(?:paid|pay|receive)",
        r"(?:settled|cleared|resolved) (?:the (?:issue|matter|question|dispute|query)|this (?:issue|matter))|should have been paid|would have been paid|(?:to|will|shall|can|cannot|be) be (?:<pay_pp>|<do_pp>)|(?:will|'ll|shall|to|must|should) be paid|get(?:s|ting)? (?:it |this |them )?paid|paid (?:by our|us)|cleared for payment|when (?:it|this|they) (?:is|are|was) paid|(?:approved|scheduled|released|set|sent|submitted|processed|cleared|included|passed) (?:to be|for) (?:paid|payment|the)|(?:once|if|until|when|unless|as soon as)(?: \S+){0,6} paid",
    ),
    # --- disputes ------------------------------------------------------------
    "dispute_any": (
        r"disput\w+|quer(?:y|ies|ied)|contest\w*|disagree\w*|incorrect\w*|wrong\w*|errors?|mistakes?|on hold|blocked|held|holding|reject\w*|credit note|credit (?:memo|us|them|it|this|the)|reissue|re-issue|discrepanc\w+|not (?:agree|accept|correct|approve)|cannot (?:approve|accept|process|pay|release)|can't (?:approve|accept|process|pay|release)|corrected|raise a credit|overcharg\w+|mismatch\w*|short",
    ),
    "d_duplicate": (
        r"duplicat\w+|(?:billed|invoiced|charged) (?:us )?(?:twice|double|two times)|double[- ](?:billed|invoiced|charged|billing)|twice|same (?:goods|delivery|order|work|job|invoice|service)(?: \S+){0,6}? (?:as|already|twice|on)|already (?:been )?(?:invoiced|billed|charged)|repeat of",
    ),
    "d_wrong_recipient": (
        r"(?:not|n't) (?:ours|for us|our (?:invoice|order|company|debt|account)|addressed to us|meant for us|intended for us|relate to us|belong to us|concern us|the (?:right|correct) (?:company|entity|debtor))|wrong (?:company|entity|customer|addressee|account|party|recipient|subsidiary|legal entity|division)|(?:different|another|other|separate|sister|correct|right) (?:company|entity|legal entity|subsidiary)|(?:addressed|issued|made out|billed|invoiced|sent)(?: \S+){0,2} to (?:the wrong|a different|our (?:parent|sister|subsidiary|affiliate|former)|another|us (?:in error|by mistake))|should (?:be|have been) (?:addressed|billed|invoiced|sent|made out|issued) to|never (?:ordered|placed|bought)|did not (?:order|place|purchase)|no (?:order|relationship|account|record of ordering|dealings)(?: \w+){0,3} (?:with you|from us|placed)|belongs to|not a customer|do not (?:owe|trade)|nothing to do with us",
    ),
    "d_missing_po": (
        r"(?:no|missing|without|lacks?|lacking|quote|quotes|quoting|quoted|show|state|add|include|including|mention|need\w*|require\w*|requires|valid|our|correct|a|bear\w*|carr\w+|reference|absent|omit\w*)(?: \S+){0,6}? (?:p\.?o\.?\b|purchase order|po number|order number|order reference)s?(?: (?:number|no|ref\w*|#))?",
        r"(?:po|purchase order|order number)(?: \S+){0,6}? (?:missing|not (?:quoted|shown|stated|on|included|present|there|mentioned)|required|absent|isn't|is not|mandatory|omitted|invalid|closed)",
    ),
    "d_already_credited": (
        r"(?:credit(?:ed)?|credit (?:note|memo)s?)(?: \S+){0,8}? (?:already|not (?:been )?(?:applied|deducted|taken|allocated|offset)|applied|issued|cancel\w*|covers|against this|hasn't|has not|promised|received|in full)|already (?:been )?credited|(?:issued|received|sent|raised|gave|given|promised)(?: \S+){0,4}? (?:a )?credit(?: note| memo)?|(?:cancel\w+|reversed|voided|offset)(?: \S+){0,4}? (?:by|with|per|against|under)(?: \S+){0,3}? (?:credit|cn)|(?:invoice|it|this) (?:was|has been) (?:cancelled|canceled|voided|credited|reversed)|(?:deduct|allow|account|allocate|apply|take)(?: \S+){0,5}? (?:the |your |our )?credit(?: note)?|less (?:the |your )?credit(?: note)?",
    ),
    "d_not_received": (
        r"(?:never|not|n't|nothing|no|yet to|still (?:waiting|awaiting)|undelivered|non-)(?: \S+){0,4}? ?(?:received|arrived|deliver(?:ed|y)|turned up|reached us|shipped|showed up|show up|carried out|performed|completed|took place|been done|seen)(?! (?:the |this |a |an |any |your |that |copy|of |these )*(?:invoice|copy|copies|statement|reply|response|answer|remittance|reminder|email|e-mail|credit|bank|payment|letter|inv-))",
        r"(?:goods|order|delivery|shipment|parcel|material|equipment|consignment|pallets?|work|service|parts|machine|items?)s?(?: \S+){0,8}? (?:never|not|n't|nothing|failed|still|lost)(?: \S+){0,4}? ?(?:received|arriv\w+|deliver\w+|turned up|reached|shipped|showed|outstanding|in transit|carried out|done|performed|completed|awaited)|non[- ](?:delivery|receipt)|lost in transit|(?:still )?(?:waiting for|awaiting) (?:the |our |this )?(?:goods|delivery|shipment|order|parts|machine)|no one (?:came|turned up|attended)|nobody (?:came|turned up|attended)",
    ),
    "d_quality": (
        r"damag\w+|fault\w*|defect\w*|broken|poor (?:quality|workmanship)|quality|scratch\w*|not (?:conform\w*|fit for|working|to spec\w*|up to)|non[- ]conform\w+|leak\w*|crack\w*|rust\w*|corrod\w*|bent|out of spec\w*|wrong (?:colou?r|size|model|item|product|part|grade|material|goods|type|parts|items)|does not work|doesn't work|don't work|did not work|failed (?:inspection|test\w*|on|after|within)|unusable|substandard|returned (?:to you|the goods|them|as)|rma|rejected by (?:our )?(?:qc|quality|inspection)|workmanship|snag\w*|malfunction\w*|dented",
    ),
    "d_quantity": (
        r"quantit\w+|short[- ]?(?:deliver\w+|shipp?\w*|suppl\w+|by|of|fall)|only (?:received|got|delivered|\d+|\w+ (?:of|were|was|arrived|came)|had)|missing(?! (?:po|purchase|invoice|order number))|instead of \d+|\d+ (?:\w+ ){0,3}(?:short|missing|fewer|less)|delivered \d+|received \d+|(?:billed|invoiced|charged)(?: \S+){0,3} \d+(?: \S+){0,10}? (?:received|delivered|got|signed|\d+)|partial(?:ly)? (?:delivery|delivered|shipment)|incomplete|part[- ]deliver\w+|over[- ]?(?:deliver\w+|shipp\w+)|hours (?:billed|charged|worked)|too many|under[- ]?deliver\w+|\d+ (?:units|pieces|boxes|pallets|items|pcs) (?:were|was) (?:not|missing|never)",
    ),
    "d_price": (
        r"pric\w+|rates?|overcharg\w+|over[- ]?bill\w+|tariff|discounts?|rebate|quote[ds]?|quotation|vat|tax|surcharge|(?:wrong|incorrect) amount|amount (?:is|does|was|on)(?: \S+){0,3} (?:wrong|incorrect|higher|not match|too high)|too (?:high|much|expensive)|higher than|more than (?:agreed|quoted|the)|instead of (?:€|£|\$|eur|gbp|usd)|instead of \d[\d,.]* ?(?:€|£|\$|eur|gbp|usd)|agreed (?:price|at|on|to|amount|fee)|(?:freight|carriage|delivery|shipping|handling|admin) (?:charge|fee|cost)s?|mark-?up|undercut|per the contract|as per (?:our )?(?:po|order|quote|agreement|contract)",
    ),
    "dispute_strong": (
        r"disput\w+|quer(?:y|ied|ies)|contest\w*|disagree\w*|on hold|blocked|reject\w*|credit(?: note| memo)?|re-?issue\w*|amend\w*|correct\w*|incorrect\w*|wrong\w*|error|mistake|(?:not|n't|cannot|unable to)(?: \w+){0,2} (?:pay|approve|accept|process|release|match|agree)|instead of|but|only|however|discrepanc\w+|differ\w*|should (?:be|have been)|never|issue|problem|overcharg\w*|short|missing|damaged|faulty|defective|broken|refus\w*|hold|replace\w*|refund",
    ),
    # --- requests ------------------------------------------------------------
    "ask": (
        r"(?:please|pls|kindly|plz)(?: \S+){0,4}? (?:send|resend|re-send|provide|forward|share|supply|e-?mail|attach|let (?:us|me) have|furnish|confirm|get|mail|issue|pass)",
        r"(?:could|can|would|will|may) (?:you|i|we|someone|somebody)(?: \S+){0,5}? (?:send|resend|re-send|provide|forward|share|supply|e-?mail|attach|have|get|let|confirm|receive|obtain|furnish|mail|pass|be sent)",
        r"(?:we|i|our \w+)(?: \w+){0,2} (?:need|require|requires|needs|are missing|am missing|would like|'d like|want|lack|request)|we'd need|(?:is|are) (?:needed|required|missing)|needed|grateful (?:if|for)|appreciate (?:if|it|a|your|the)|would (?:you )?mind|by return|thank(?:s| you) for sending",
        r"(?:do not|don't|did not|didn't|have not|haven't|never|cannot|can't|unable to|no)(?: \S+){0,3}? (?:have|received|receive|got|get|find|locate|see|seen|seem to have|record|trace|copy|copies|sight)",
        r"(?:send|resend|forward) (?:me|us|over|it|the|a|your|both|again)|(?:awaiting|waiting for) (?:a |the |your )?(?:cop|invoice|statement|bank|pod|proof)",
    ),
    "doc_invoice_copy": (
        r"cop(?:y|ies)(?: \S+){0,4}? (?:invoices?|inv\b|bill|credit note)|invoice cop(?:y|ies)|copy invoices?|cop(?:y|ies)|duplicates? (?:invoice|copy)|duplicate of|(?:the|these|this|those|your|that|both|any|an|original|actual|following|outstanding|missing|said) (?:\w+ )?invoices?|pdfs?|invoices?|(?:resend|re-send|send)(?: \w+)? (?:it|them|both|these|this)",
    ),
    "doc_invoice_copy_strict": (
        r"cop(?:y|ies)|duplicates? of|pdfs?|(?:the|these|this|those|your|that|both|an)? ?(?:\w+ )?invoices?(?! (?:is|are|number|date|no))",
    ),
    "doc_bank_details": (r"(?:bank(?:ing)?|account|payment|remittance|wire|ach) (?:account )?(?:details?|information|instructions?|coordinates|particulars)|iban|sort code|swift|bic|account number|bank account",),
    "doc_statement": (r"statements?(?: of (?:account|the account))?|soa|account summary|open items? (?:list|report)|aged? (?:report|list|debt)|list of (?:open|outstanding|all|unpaid) (?:invoices|items)|breakdown|reconciliation|ledger",),
    "doc_purchase_order": (r"(?:signed |copy of (?:the |our )?)?(?:purchase order|p\.?o\.?)s?(?! number| no\b| ref| box)|order confirmation|signed order",),
    "doc_proof_of_delivery": (r"proofs? of (?:delivery|receipt|service)|pods?|delivery (?:notes?|dockets?|slips?|confirmation|receipts?|tickets?)|signed (?:delivery|pod|docket|timesheets?|dn)|cmr|consignment note|timesheets?|service reports?|packing (?:list|slip)s?|goods received notes?|bill of lading|bol",),
    # --- others --------------------------------------------------------------
    "refusal": (
        r"(?:will not|won't|shall not|are not going to|am not going to|aren't going to|not prepared to|have no intention of|refuse to|refusing to|decline to|not willing to|do not intend to|don't intend to|no way we (?:will|are)|not be|never going to|never)(?: \w+){0,3} (?:pay|paying|settle|settling|honou?r|be paying|be settling|make any payment|transfer)",
        r"(?:refuse|decline)s? (?:any |all |this |the |your )?(?:payment|invoice|claim|charge|demand)",
        r"(?:will|shall) (?:never|not) be (?:paid|settled|honou?red)|not (?:see|get|receive) (?:a penny|any money|a cent|anything)|no payment will be (?:made|forthcoming)",
    ),
    "insolvency": (
        r"insolven\w+|bankrupt\w*|(?:in|into|entered|enters|under|placed in|gone into) (?:administration|receivership|liquidation|administrative)|administrators?(?! rights)|liquidators?|liquidation|receivers?hip|winding[- ]up|wound up|chapter (?:7|11)|creditors'? (?:meeting|voluntary|committee)|(?:proof|notice) of (?:debt|claim)|company voluntary arrangement|cva|moratorium|examinership|ceased trading|official receiver|examiner appointed",
    ),
    "not_insolvency": (
        r"not (?:insolvent|bankrupt|in (?:administration|liquidation))|stock liquidation|liquidation sale|system administrator|it administrator|network administrator|our (?:own )?(?:customer|client)|a (?:customer|client|supplier|subcontractor)|avoid|rumou?r|your administrator|otherwise|risk of|(?:if|unless)(?: \S+){0,8} (?:insolven\w+|bankrupt\w*|liquidation|administration)|e-?mail administrator|administrator of (?:the|this) (?:mailbox|system)",
    ),
    "bank_change": (
        r"(?:chang\w+|updat\w+|amend\w*|new|switch\w*|mov\w+|migrat\w+|replac\w+|revis\w+|different|alternative)(?: \S+){0,6}? (?:bank|bank(?:ing)? (?:account|details|information)|iban|account details|account number|sort code|remittance (?:details|address|instructions)|payment (?:details|instructions))",
        r"(?:bank(?:ing)? (?:account|details|information)|iban|account details|account number|payment (?:details|instructions)|bank)(?: \S+){0,6}? (?:chang\w+|updat\w+|amend\w*|new|switch\w*|mov\w+|replac\w+|closed|no longer|under audit|frozen|blocked)",
        r"(?:no longer|do not|don't|stop) (?:use|using|pay\w*|send\w*)(?: \S+){0,5}? (?:old|previous|former) (?:account|bank|iban|details)",
        r"(?:to|into) (?:our|the|this) (?:new|following|below) (?:bank )?account",
    ),
    "not_bank_change": (
        r"(?:have|has|did) (?:you|your)(?: \S+){0,4} (?:chang\w+|updat\w+|mov\w+)|your (?:new|updated|changed|bank|change|iban|account)|(?:received|got) an? (?:e-?mail|message|letter)|fraud|scam|phish\w*|verify (?:that )?(?:you|your)|not changed|unchanged|hasn't changed|haven't changed|have noted|have updated|updated your|you have changed|you've changed",
    ),
    "contact_change": (
        r"(?:from now on|going forward|in future|in the future|henceforth|effective|with effect|as of|as from|starting|future|new (?:contact|address|e-?mail|mailbox|inbox|ap))(?: \S+){0,14}? (?:send|sent|address\w*|contact\w*|e-?mails?|invoices?|statements?|writ\w+|direct\w*|correspond\w*|reminders?|use|queries)",
        r"(?:send|sent|address\w*|contact\w*|e-?mails?|invoices?|statements?|writ\w+|direct\w*|correspond\w*|reminders?|use|queries)(?: \S+){0,14}? (?:from now on|going forward|in future|in the future|henceforth|new address|with effect|as of|instead|effective)",
        r"(?:no longer|not) (?:with|work\w*|employed|at|in charge|responsible|handl\w+|deal\w*|look\w*|the (?:right|correct|best)|in (?:this|that|the|accounts)|part of|monitored|use\w*|active|valid|in use)",
        r"(?:has|have|'s|'ve) (?:now )?(?:left|retired|moved (?:on|to)|taken over|replaced|changed)|(?:left|leaving) (?:the|our|us)|(?:taken|taking|takes|took) over|(?:my|his|her|their) (?:successor|replacement)|update your (?:records|contact|files|address|system)|wrong (?:person|contact|address|department|inbox)|not the (?:right|correct) (?:person|contact|address|department)",
    ),
    "temporary": (
        r"holidays?|vacation|leave|out of (?:the )?office|away|absen\w+|maternity|sick|while i am|while i'm|while (?:he|she)|until i|return|urgent\w*|cover\w*|back on|in my absence",
    ),
}
