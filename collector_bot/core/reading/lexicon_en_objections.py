"""English: how customers contest, refuse and ask for papers (folded text)."""

# ruff: noqa: E501 - one phrase per line reads better than a wrapped one
from __future__ import annotations

LISTS: dict[str, tuple[str, ...]] = {
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
        r"statements?(?: of (?:account|the account))?|soa|account summary|open items? (?:list|report)|aged? (?:report|list|debt)|list of (?:open|outstanding|all|unpaid) (?:invoices|items)|breakdown|reconciliation",
        r"(?:all )?open invoices(?: on our account)?|where do we stand|list (?:of )?(?:all )?(?:our )?(?:open|outstanding|unpaid)",
        r"summary of (?:what|our)|what we owe",
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
    "contest_hard": (
        r"disput(?:e|ed|es|ing)|contest(?:ed|ing)?|disagree\w*|on hold|blocked|(?:we|i)(?: have| are| must)? (?:reject|refus)\w*(?! to (?:pay|settle))|(?:invoice|<ref>|goods|delivery|it)(?: \S+){0,3} (?:rejected|refused)|rejected (?:by|at|on|in|for|because|due)|withh(?:eld|olding|old)|(?:not|\w*n't) agree|query|queried|in query",
        r"(?:not|\w+n't|cannot|can't) be (?:approved|accepted|processed|released)|unacceptable|not acceptable|stand by our (?:claim|complaint|dispute)",
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
        r"sold (?:the|that|this) (?:business|shop|site|store|company)|new owners?|instead of (?:our|the) (?:branch|subsidiary)",
    ),
    "s_missing_po": (
        r"(?:no|missing|without|lacks?|lacking|quot(?:e|es|ing|ed)|show\w*|stat(?:e|es|ing)|add\w*|includ\w+|mention\w*|need\w*|requir\w+|valid|bear\w*|carr\w+|reference|absent|omit\w*)(?: \S+){0,6}? (?:p\.?o\.?\b|purchase order|po number|order number|order reference)s?(?: (?:number|no|ref\w*|#))?",
        r"(?:po|purchase order|order number)(?: \S+){0,6}? (?:missing|not (?:quoted|shown|stated|on|included|present|there|mentioned)|required|absent|isn't|is not|mandatory|omitted|invalid|closed)|no po,? no pay",
        r"po (?:number|no\.?)?(?: \S+){0,3} (?:missing|required|needed|blocked|stays|otherwise)|(?:quote|include|add|show) (?:our |the |a )?po|rejected: (?:no )?po",
        r"po (?:number|no\.?|ref\w*)?(?: \S+){0,2} (?:isn't|is not|wasn't|not) (?:quoted|shown|stated|there|on)",
    ),
    "s_already_credited": (
        r"(?:already|was|been|has|were) (?:been )?(?:\w+ )?credited|credited (?:it|this|us|the|in full|back|under|on|against)|credit (?:note|memo)s?(?: \S+){0,8}? (?:already|not (?:been )?(?:applied|deducted|taken|allocated|offset)|cancel\w*|covers|hasn't|in full)|(?:issued|received|sent|raised|gave|given)(?: \S+){0,4}? (?:a |us a |the |your )?credit(?: note| memo)?(?: \S+){0,6}? (?:for|against|already|covering|in full|this|ref)|(?:cancel\w+|reversed|voided|offset)(?: \S+){0,4}? (?:by|with|per|against|under)(?: \S+){0,3}? (?:credit|cn|<ref>)|(?:invoice|it|this|<ref>) (?:was|has been|is) (?:cancelled|canceled|voided|reversed)",
        r"(?:already|have|has|had) (?:\w+ )?credited|credited (?:this|it|us|the|in full|back|under)",
        r"credit note (?:has |was |had )?(?:already |been )*(?:issued|raised|sent|received)|(?:full|total) credit(?: note)?(?: \S+){0,4} (?:issued|raised|received|given)",
        r"(?:cleared|settled|covered|offset) by (?:a |your |the )?credit note",
    ),
    "s_not_received": (
        r"(?:never|not|\w*n't|nothing|yet to|undelivered)(?: \S+){0,3}? (?:arrived|delivered|turned up|reached us|shipped|showed up|carried out|performed|took place)(?! (?:a |an |the )?(?:invoice|copy))",
        r"(?:never|not|\w*n't|nothing|yet to|still (?:waiting for|awaiting))(?: \S+){0,4}? (?:goods|delivery|shipment|parcel|material|equipment|consignment|pallets?|parts|machines?|pumps?|units)(?! (?:note|order))|no (?:trace|record|sign|evidence) of (?:any |the |a |this )?(?:delivery|receipt|goods|shipment|visit|work)|(?:goods|order|delivery|shipment|parcel|material|equipment|consignment|pallets?|work|service|parts|machine|items?|visit)s?(?: \S+){0,8}? (?:never|not|\w*n't|nothing|failed|still|lost)(?: \S+){0,4}? ?(?:received|arriv\w+|deliver\w+|turned up|reached|shipped|showed|in transit|carried out|done|performed|happened|took place)|non[- ](?:delivery|receipt)|lost in transit|no(?: one|body) (?:came|turned up|attended|showed)|(?:never|not|\w*n't) received (?:these|those|the|any|them|what)(?! (?:invoice|copy|statement|reply|ref))",
        r"(?:still )?waiting (?:for|on) (?:the |our |your |these )?(?:goods|delivery|order|parts|shipment|parcel|machine|material)|(?:engineer|technician|driver|team|fitter)s?(?: \S+){0,3} (?:never|not|didn't|did not) (?:show|came|come|turn|arriv|attend)\w*|nothing (?:has )?(?:been )?(?:delivered|arrived|received|done)",
    ),
    "s_quality": (
        r"damag(?:e|ed|ing)\b(?!s)|faulty|faults?(?! of)|defect\w*|broken|poor (?:quality|workmanship)|scratch\w*|not (?:conform\w*|fit for|working|to spec\w*|up to (?:standard|spec))|non[- ]conform\w+|leak\w*|crack\w*|rust\w*|corrod\w*|out of (?:spec\w*|tolerance)|wrong (?:colou?r|size|model|item|product|part|grade|material|goods|type|parts|items)|(?:does|do|did) not work|(?:doesn't|don't|didn't) work|fail(?:ed|s|ing)?(?: \w+){0,3} (?:inspection|tests?|testing|on|after|within|pressure|acceptance)|failed|unusable|substandard|quarantin\w+|returned (?:to you|the goods|them)|rma|(?:qc|quality|inspection|qa)\b|workmanship|malfunction\w*|dented|not to standard",
        r"broke down|broken down|wrong (?:part|item|model|size) (?:supplied|sent|delivered)|(?:did not|didn't|has not|hasn't) (?:fix|solve|repair|resolve|work)|(?:sent|send|had to send) it back|not fit|substandard|incompatible|does not fit|doesn't fit|peeling",
        r"sloppy|botched|(?:team|engineer)s?(?: \S+){0,3} (?:needs?|has|have) to come back|needs? redoing",
    ),
    "s_quantity": (
        r"quantit\w+ (?:is|are|was|does|do|on|billed|invoiced|shown|wrong|incorrect|received)|(?:wrong|incorrect|short) quantit\w+|short[- ]?(?:deliver\w+|shipp?\w*|suppl\w+|by)|(?:only )?(?:received|got|delivered|took in|counted|booked in) (?:only )?(?:\d+|\w+) (?:of|out of)|only (?:received|got|delivered|\d+ (?:of|were|was|arrived|came|received|\w+))|missing from (?:the|our|this|your) (?:delivery|shipment|pallet|order|consignment|parcel|box)|(?:was|were|are|is) missing(?! (?:po|purchase|invoice|ref_|this|that|your|an?\b|any|order number|from (?:the|your) invoice))|missing (?:units|pieces|items|parts|boxes|goods)|instead of \d+(?![\d,.]* ?(?:€|£|\$|eur|gbp|usd|%|per|mm|cm|inch|bar|kw|volts))|\d+ (?:\w+ ){0,3}(?:short|missing|fewer)|(?:billed|invoiced|charged|invoice shows|invoice says)(?: \S+){0,4} \d+(?: \S+){0,14}? (?:received|delivered|got|signed|shows|shipped|\d+)|(?:received|delivered|shipped)(?: \S+){0,3} \d+(?: \S+){0,10}? (?:billed|invoiced|charged)|partial(?:ly)? (?:delivery|delivered|shipment)|part[- ]deliver\w+|over[- ]?(?:deliver\w+|shipp\w+)|hours (?:billed|charged)|under[- ]?deliver\w+|\d+ (?:units|pieces|boxes|pallets|items|pcs|cartons) (?:were|was) (?:not|missing|never)",
        r"\d+ (?:\w+ )?ordered(?: \S+){0,4} \d+ (?:\w+ )?(?:received|delivered)|\d+ (?:\w+ ){0,2}received(?: \S+){0,4} \d+ (?:\w+ )?(?:billed|invoiced|ordered)",
        r"ordered \d+,? (?:and )?(?:received|got) \d+|received \d+,? (?:and|but)?(?: \w+){0,4} (?:billed|charged|invoiced)|(?:one|two|three|four|five|six|several|some|\d+) of the (?:\w+ )?(?:\w+ )?(?:never|not|didn't|missing|did not)|(?:timesheets?|logs|records|gate log) (?:show|shows|say|says) \d+|short by|hours,? (?:our|we)",
        r"(?:days|hours|units|pieces|boxes) too many|too many|(?:one|two|three|\d+) (?:box|boxes|pallets?|parts?|units?|items?|cartons?)(?: \w+)? missing|only half|half (?:the|of the) (?:parts|order|goods|delivery)",
        r"(?:not|\w+n't) (?:get|receive|received|got) (?:all|everything|the full)|incomplete",
    ),
    "s_price": (
        r"(?:priced|charged|billed|invoiced) (?:at|us) (?:€|£|\$|eur|gbp|usd)? ?\d|overcharg\w+|over[- ]?bill\w+|(?:price|prices|pricing|rates?|unit price)(?: \S+){0,9}? (?:wrong|incorrect|differ\w*|higher|does not|doesn't|do not|don't|not (?:what|as|the)|agreed|quoted|instead|should|too|increase\w*|on (?:our|the) (?:po|order|quote)|than)|(?:discounts?|rebate)(?: \S+){0,9}? (?:not|missing|wasn't|hasn't|was not|never|forgotten|omitted|agreed|should|isn't|left off|\w*n't)|(?:not|without|missing|forgot\w*|omitted)(?: \S+){0,4}? (?:discount|rebate)|(?:quote|quotation|order confirmation|contract|po|order|agreement)(?: \S+){0,4}? (?:says|states|shows|was|said|is|gives)(?: \S+){0,3}? (?:€|£|\$|eur|gbp|usd)? ?\d|higher than (?:agreed|quoted|the)|more than (?:agreed|quoted|the)|instead of ?(?:the agreed )?(?:€|£|\$|eur|gbp|usd) ?\d|instead of \d[\d,.]* ?(?:€|£|\$|eur|gbp|usd)|(?:agreed|quoted) (?:price|rate|at|amount|fee)|(?:freight|carriage|delivery|shipping|handling|admin|fuel|packaging) (?:charges?|fees?|costs?|surcharges?)|surcharge|too (?:high|expensive)|mark-?up",
        r"(?:agreed|quoted|said|quote was|price was|rate was)(?: \S+){0,3} (?:€|£|\$)? ?\d[\d,.]*(?: \S+){0,6} (?:charged|billed|invoiced|you)|why (?:€|£|\$) ?\d|increase|you (?:charged|billed|invoiced)(?: us)? (?:€|£|\$) ?\d|(?:po|order|quote|contract|quotation) (?:says|said|was|is|states|shows|has) (?:€|£|\$) ?\d|not (?:the )?(?:price|rate) (?:we )?agreed",
        r"(?:rebate|discount)(?: \S+){0,3} not|(?:charges?|fees?|costs?) (?:were|was) (?:never|not) (?:agreed|approved|quoted|accepted)",
    ),
    "w_duplicate": (r"twice|same invoice|duplicate",),
    "w_quantity": (
        r"quantit\w+|received \d+|\d+ received|delivered \d+|short|missing|incomplete|partial|hours",
    ),
    "w_price": (
        r"pric\w+|rates?|discounts?|rebate|quoted?(?! (?:our|the|po|order|ref))|quotation|too much|charges?",
    ),
    "w_quality": (
        r"quality|return(?:ed|ing) (?:the|them|it|goods|to you)|inspection|repair\w*|warranty",
    ),
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
    "penalty": (
        r"penalt\w+|late(?:[- ]payment)? (?:fees?|charges?|interest)|interest|compensation|surcharge|recovery (?:fee|charge|cost)s?",
    ),
    "lacks": (r"(?:not|\w*n't|never|no|cannot|unable|missing|lost)",),
    "s_other": (
        r"(?:vat|tax|address|date|vat number|company name|bank details|payment terms|terms)(?: \S+){0,8}? (?:wrong|incorrect|missing|invalid|not (?:correct|right|valid|shown))|(?:wrong|incorrect|missing|invalid) (?:vat|tax|address|date|company name|payment terms)|no authority|not authori[sz]ed|unauthori[sz]ed|without (?:authori[sz]ation|our (?:approval|consent))",
        r"(?:await\w*|waiting for|pending|until|once|on receipt of|still no|without)(?: \S+){0,5}? credit (?:note|memo)|credit (?:note|memo)(?: \S+){0,6} (?:promised|outstanding|not (?:yet )?(?:received|arrived)|never)",
    ),
    "c_goods": (
        r"goods|deliver(?:y|ies)|shipments?|parcels?|materials?|equipment|consignments?|pallets?|parts|machines?|motors?|pumps?|units|products?|items|service|work|job|repairs?|installation|orders?|boxes|cartons|seals|valves|sensors?|bearings?|fittings?|couplings?|visit|engineers?|technicians?|kit|housing[s]?",
    ),
    "c_paper": (r"invoices?|<ref>|pdf|(?<!re-)bill|original|copy",),
    "c_not": (
        r"not|\w+n't|never|no|nothing|none|without|lack\w*|missing|awaiting|waiting|failed|yet to",
    ),
    "c_arrive": (
        r"received|arrived?|delivered|delivery|reached|come|came|turn(?:ed)? up|show(?:ed)? up|done|performed|carried out|completed|started|happened|took place|shipped|waiting|awaiting",
    ),
    "c_lack": (
        r"(?:not|\w+n't|never|no|cannot|unable to)(?: \S+){0,2}? (?:received?|reach(?:ed)?|find|found|locate|arrived?|trace|record|registered|on (?:our|the) (?:system|ledger|books)|(?:have|had|see|seen|got|get)(?= (?:the |this |that |these |those |your |an? |any |either |the original )*(?:cop\w+|one|it|them|sight|trace|record|invoices?|ref_|originals?|pdf|document|paperwork|bill)\b(?! (?:approved|paid|signed|date))))|missing|lost|mislaid|illegible|unreadable|corrupt\w*|nowhere|never (?:came|arrived|got)",
        r"(?:is|was) (?:empty|blank|corrupt)|won't open|cannot open",
    ),
    "c_send": (
        r"send|resend|re-send|sent|forward|provide|upload|share|e-?mail|attach|supply|pass (?:it|them|this|me|us)|mail(?= (?:me|us|it|the))|get us|let (?:us|me) have|furnish|issue|list|confirm|submit|help|obtain",
    ),
    "c_need": (
        r"please|pls|kindly|could you|can you|would you|can i|could i|may i|need|require\w*|would help|we'd like|i'd like|we would like|grateful|appreciate|looking for|which (?:account|bank|address)|what is|what's|what are|where do we stand|do you have|have you got|missing|thank you for sending|send|waiting for|don't have|do not have|can't (?:see|find)|would be (?:useful|helpful|appreciated|great)",
    ),
    "c_thanks": (
        r"thank(?:s| you) for (?:sending|the|your|providing|forwarding)|(?:please find|find) attached|attached is|(?:well )?received your|enclosed",
    ),
    "c_bad": (
        r"nois\w+|did(?:n't| not) last|does(?:n't| not) (?:work|fit|match)|not (?:what|as) (?:we |was )?(?:ordered|agreed|described|specified)|wrong|faulty|broken|damaged|leak\w*|defect\w*|poor|bad|crack\w*|failed|stopped working|dimensions?|size|spec\w*|stopped|overheat\w*|vibrat\w+|rattl\w+|worn|dirty|scratched|unfinished|incomplete",
    ),
    "c_price": (
        r"price\w*|rates?|discounts?|rebates?|surcharges?|fees?|(?<!in )charges?|amounts?|cost\w*|uplift|increase\w*|mark-?up|total|vat",
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
        r"duplicate\w*|(?:two|2) invoices (?:for|with|covering|that)|same (?:job|work|service|delivery|invoice|period)|already (?:invoiced|billed|charged)|second time",
    ),
    "c_annuls": (
        r"cancel\w*|already|issued|raised|gave|given|full|was credited|been credited|last month|in (?:january|february|march|april|may|june|july|august|september|october|november|december)",
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
    "c_billed": (
        r"billed|invoiced|charged|shows?|says?|ordered|received|delivered|signed|counted|invoice|delivery note",
    ),
}
