"""English: nominal, passive and round-about ways, and what only sounds like them."""

# ruff: noqa: E501 - one phrase per line reads better than a wrapped one
from __future__ import annotations

# Up to two, four or eight words between.
_2, _4, _8 = (rf"(?: \S+){{0,{n}}}? " for n in (2, 4, 8))

LISTS: dict[str, tuple[str, ...]] = {
    # Words.
    "n_piece": (r"ref_*|[a-z]{1,6}[-/]?\d[\w/-]+|\d{4,}",),
    "adverb": (
        r"\w{2,}ly|now|then|all|also|both|therefore|thus|hence|indeed|still|of course|in turn|in full|at last|together",
    ),
    "n_papers": (
        r"invoices?|<ref>|bills?|pdfs?|cop(?:y|ies)|duplicates?|documents?|paperwork|originals?|statements?|notes?|pods?",
    ),
    "v_sending": (
        r"send|resend|re-send|provide|forward|share|supply|e-?mail|attach|furnish|issue|pass|get|fire|ping|shoot|drop|mail",
    ),
    # Paying.
    "will_pay": (
        r"(?:is|are|'s|it's|was|were|been) in for(?= (?:the )?(?:\d|mon|tue|wed|thu|fri))",
        r"(?:we|i)(?: also| now| therefore| hereby| then)? (?:make|do|effect|execute|issue|send|proceed with|initiate)(?: you| to you)? (?:the|a|your|our|this) (?:\w+ )?<pay_noun>",
        r"(?:made|makes?|making|got|gets?) it (?:on|onto|into|in)(?: to)? (?:\S+ ){0,4}?(?:runs?|batch|list|cycle|file|proposal)",
        r"(?:instructed|authori[sz]ed|keyed|entered|arranged|initiated|raised|lodged|submitted|approved|released|ordered)(?: \w+)? for(?= (?:the )?(?:\d|mon|tue|wed|thu|fri|next|this|end|mid|early|tomorrow))",
        r"(?:present|collect|take|call|draw|run|represent|re-present)(?: \S+){0,3} (?:direct debit|dd|mandate|debit)",
        r"(?:eta|payment eta|payment expected|expected payment(?: date)?|target(?: payment)? date|exp(?:ected)? date)",
        r"(?:foreseen|planned|programmed|scheduled|slated|earmarked|destined|intended|expected|anticipated|targeted|lined up)(?: \w+)? (?:for|on|by|in|to)",
        r"(?:falls?|goes|go|going|drops?|slots?|rolls?) (?:into|in|with|onto|through)(?= )",
        r"(?:credit|hit|reach|land in|be in|be with|arrive in|show (?:up )?in) (?:your|you)(?: \w+)? ?(?:account|bank)?",
        r"you(?:'ll| will| should|'d| can|'re going to)?(?: then| also| now)? (?:get|have|receive|see)(?= (?:the |your |a |our )?(?:money|payments?|funds|cash|cheque|check|balance|transfer|rest|remainder|full|half|first|second|all|everything|by|on|before|within|next|this|£|€|\$|\d))",
        r"(?:is|are|'s|'re)(?: now| all| both)? being (?:<pay_pp>|<do_pp>)",
        r"make good(?: on)?|good for(?= the)|put (?:it|this|them|you|that) (?:through|down|forward|in)|wire out",
    ),
    "moves": (r"drops?|goes|lands?|clears|leaves",),
    "moves_weak": (r"on|fine to",),
    "noun_only": (
        r"(?:approved|scheduled|confirmed|payment|pmt|pymt|agreed)?[.,:;]? ?(?:eta|expected date|expected|target date|payment date|pay date|value date|promise date|promised)(?: is| of| :|:)?(?= )",
    ),
    "act_on_payment": (
        r"(?:let you know|confirm|advise|tell you|give you|inform you|update you|come back(?: to you)?(?: with)?|revert(?: to you)?(?: with)?|have)(?: \S+){0,4}? (?:dates?|timings?|when|status|time ?frame|news|clarity|visibility|answer)(?: (?:for|of) (?:the |your |this |our )?(?:payments?|settlement|transfer|release))?",
        r"(?:send|forward|e-?mail|provide|share|get|mail)(?: \S+){0,3} (?:remittance advice|advice|proof|confirmation|receipt|cop(?:y|ies)|slip|schedule|plan|details)",
    ),
    "habit": (
        r"(?:we|i|company|they)(?: only| always| usually)? (?:pay|settle)s?(?: \w+){0,3}? (?:on|at) (?:the )?(?:\S+ ){1,4}?of (?:the|each|every|a) month",
        r"(?:start|resum|restart|recommenc|suspend)\w*(?: \w+)? (?:processing |making |with |issuing |all )*(?:supplier )?payments?(?! of| for| on)",
    ),
    "negation": (r"no (?:payments|transfers|money|run|runs)",),
    "other_payer": (
        r"(?:how to|learn to|want to|helps? you|help companies|companies like yours|businesses) (?:\w+ ){0,3}?(?:get|be|getting) paid|get(?:ting|s)? paid (?:faster|earlier|sooner|on time|in \d+|within)|(?:help|helps|helping|helped) (?:you|companies|businesses|suppliers|firms|sme)",
        r"(?:payments?|money|funds|cash)(?: \S+){0,2} (?:received|from)(?: \S+){0,2} (?:customers?|clients?|insurers?)",
        r"balance(?: of (?:our|your|the) account)? (?:as )?(?:at|of|per) (?:the )?\d",
        r"(?:struggl\w+|problems?|issues?|tired|suffer\w*|deal\w*)(?: \w+){0,2} (?:with|of|from) (?:late|slow)[- ]pay\w+|(?:early|instant)[- ]pay\w* (?:discount|programme|program|offer|solution|service)",
        r"subscription|licen[cs]e (?:renew\w*|expir\w*)|renewal|membership|webinar|newsletter|unsubscribe",
    ),
    "hypothesis": (
        r"(?:not |un)?clear (?:if|whether|when)|(?:best|realistic|rough) (?:guess|estimate)|at best|if all goes|if everything goes|touch wood|god willing|inshallah|do (?:my|our) utmost|endeavou?r|strive|try and",
    ),
    "retold": (
        r"(?:supposed|meant|scheduled|due|intended|planned) to (?:go|leave|be|have)(?: \S+){0,6} but|(?:which|that) (?:we|i) (?:failed|missed|couldn't|could not)",
    ),
    # Paid already.
    "paid": (
        r"ref_+:? (?:\w+ )?(?:has |have |was |is )?(?:fully |already )?<pay_pp>(?=\W*$|\W* (?:please|and|see|check|so|ref|on|by|via|last|yesterday|\d|ages|weeks|long))",
        r"(?:attached|enclosed|find|see|here is|here's|herewith|attaching|enclosing)(?: \S+){0,6} (?:proof|evidence|confirmation|screenshot|copy) of (?:the |our |this |your )*(?:payments?|transfer|wire|remittance|debit)",
        r"(?:payment|transfer|bank|swift|mt103|wire)(?: \w+)? (?:proof|confirmation|slip|copy|screenshot|receipt)(?: \S+){0,2}? (?:attached|enclosed|below|herewith)",
        r"you (?:took|collected|debited|withdrew|drew|cashed|banked|received|got|have had|had|called)(?: \S+){0,6}? (?:by |via |the |our |my )*(?:direct debit|dd|cheque|check|money|payment|funds|transfer|from our account|our account)",
        r"you (?:took|collected|debited|withdrew|cashed|banked) (?:<ref>|it|this|that|the (?:money|amount|invoice))",
        r"(?:direct debit|dd|cheque|check|payment|amount)(?: \S+){0,5}? (?:was|were|has been|have been|got) (?:\w+ )?(?:collected|taken|cashed|banked|presented|drawn|encashed|cleared|debited|honou?red)",
        r"(?:was|were|has been|have been|got) (?:\w+ )?(?:collected|taken|debited) (?:by|via|from|on)",
        r"(?:your|the) bank (?:\w+ )?credited (?:you|your)|(?:debited|taken|drawn) (?:from|on) our",
        r"(?:should have|must have|ought to have|will have)(?: already)? (?:had|got|received)(?: \S+){0,3} (?:money|payment|funds|cheque|transfer)",
        r"(?:this|these|those|that|it|one|ones|invoice|ref_+) (?:(?:left|cleared|debited) (?:us|our|the bank)|(?:reached|hit|credited) (?:you|your))",
        r"(?:crossed|crosses) (?:with )?(?:our|the|a) (?:payment|transfer|cheque)",
        r"(?:formed|forms|was|were|is|are) (?:a )?part of (?:our|the) (?:\S+ ){0,4}?(?:payment|transfer|run|batch|remittance)",
        r"(?:swift|mt103|transfer|wire|bank|payment)(?: \w+)? (?:cop(?:y|ies)|confirmation|slip)(?: \S+){0,4} (?:value|value date|dated)",
        r"(?:money|funds|payment|amount|sum)(?: \S+){0,6} (?:has|have|had)? ?(?:left|gone|been gone|been out)(?: \S+){0,2} (?:us|our|out|since|on|already)",
    ),
    "surely_paid": (
        r"already (?:been )?<pay_pp>|(?:we|i)(?: have|'ve)?(?: already| just)? (?:paid|settled|cleared|wired|transferred|remitted)|(?:has|have|had)(?: already| now| since)? been (?:paid|settled|cleared|wired|transferred|remitted)",
    ),
    "not_paid": (
        r"before(?: \S+){0,4} (?:is|are|be|being|gets?) (?:<pay_pp>)|(?:has|have|had|did|does|do|is|was)(?:n't| not) (?:\w+ )?(?:left|gone|made|cleared|go|leave|clear|happen)",
        r"(?:let you know|inform you|informed|advise you|notify you|notified|confirm)(?: \S+){0,3} (?:when|once|as soon as)|please confirm (?:once|when|if)|would like to know",
        r"(?:if|whether) (?:this|it|that|they|these|ref_+|the invoice)(?: \w+)? (?:was|were|is|are|has|have|had)|sure (?:if|whether)",
        r"(?:is|are|'s|'re)(?: now| all| both)? being (?:<pay_pp>|<do_pp>)|(?:thought|believed|assumed|hoped|understood|under the impression)(?: \S+){0,5} (?:<pay_pp>|gone|left|sent)",
        r"apparently not|(?:passed|sent|forwarded|submitted|released|given|handed|transferred) to (?:the |our |my )?(?:finance|accounts?|payment|treasury|accounting|bank|approv\w+)",
        r"(?:transferred|passed|cleared) (?:to|by|through) (?:the |our |my |a )?(?:finance|accounts?|accounting|department|colleague|customs|manager|buyer|project)|(?:customer|client)s? (?:\w+ )?paid|for it to be|needs? to be|still (?:to be|outstanding|open|unpaid)",
    ),
    "already": (
        r"(?:proof|evidence|confirmation|screenshot) of (?:the |our |this |your )*(?:payments?|transfer|wire|debit)|you (?:took|collected|debited|cashed|banked)|(?:weeks|months|days|ages) ago|<pay_pp>(?=\W* (?:please|ages|weeks|long))|crossed",
        r"(?:payment|transfer|swift|mt103|bank)(?: \w+)? (?:proof|confirmation|copy|slip|screenshot)(?: \S+){0,2}? (?:attached|enclosed|below)",
    ),
    # Objections.
    "n_fee": (
        r"packing|packaging|delivery cost|transport|freight|express (?:fee|charge)|call-?out",
    ),
    "r_price": (
        r"(?:supposed|meant|agreed|promised|told|understood|should|ought|expected)(?: \S+){0,5} (?:free|foc|f\.o\.c|included|at no (?:extra )?c(?:ost|harge)|gratis|waived|free of charge)",
        r"<neg> (?:agree|agreed|sign(?:ed)? up|accept|expect|ask|asked|order|ordered)(?: \w+)? (?:to (?:pay|paying|be charged) for|<n_fee>)",
        r"(?:promised|agreed|offered|quoted|gave|given)(?: \S+){0,3} \d+ ?(?:%|per ?cent) (?:off|discount|rebate|reduction)",
        r"(?:carriage|delivery|freight|transport|shipping|installation|call-?out|packaging|labou?r)(?: \S+){0,3}? (?:was|is|were|are|to be|being|as)(?: \w+){0,2} (?:free|foc|included|waived|on you|complimentary)",
        r"(?:where's|where is|where are|what about|what happened to|no sign of|still missing|haven't had|not had)(?: \S+){0,4} (?:discounts?|rebates?|price reduction)",
        r"(?:discounts?|rebates?)(?: \S+){0,5} (?:missing|absent|forgotten|overlooked|omitted|nowhere|ignored|dropped)",
        r"(?:quoted|agreed|offered|promised)(?: \S+){0,8} (?:you have|you've|you|but|yet|and)(?: \w+){0,2} (?:charg|bill|invoic|put|ask|want)\w*",
        r"(?:more|less|higher|lower|dearer) than (?:the |our |your |what )*(?:\w+ )?(?:quote\w*|quotation|agreed|order\w*|contract\w*|offer\w*|estimate|po|price|agreement|we)",
        r"(?:over|above|exceeds?|exceeding|beyond|in excess of) (?:the |our |your |what )*(?:\w+ )?(?:quote\w*|quotation|agreed|order value|order|contract\w*|offer\w*|estimate|budget|po)(?! date)",
        r"price (?:variance|mismatch|discrepancy|difference|query|error|issue|dispute)s?|(?:variance|mismatch|discrepancy)(?: \S+){0,3} (?:price|amount|value|rate)s?",
        r"(?:€|£|\$)?\d[\d,.]*(?: (?:eur|gbp|usd|euros|pounds))? (?:too (?:high|much)|over|overcharged|more than)",
    ),
    "not_price": (
        r"(?:ask|asking|want|wanted|like|request)\w*(?: \S+){0,3} (?:a )?discount(?! (?:agreed|promised|missing|not))",
        r"(?:send|provide|share|forward|let (?:me|us) have|receive|request|update)(?: \S+){0,4} (?:price ?lists?|prices|pricing|catalogue|quote|quotation|tariff|offer)|credit limit|(?:our|new) price increase|price increases? (?:from|as of|effective|letter)|(?:quote|best price|price) (?:us )?for \d|interested in|is there (?:a|any) discount|what discount|do you (?:offer|give)",
    ),
    "r_quantity": (
        r"(?:qty|qtys|quantit\w+)(?: \S+){0,6} <v_differ>|(?:wrong|incorrect|short) qty|qty (?:billed|invoiced|mismatch|difference|variance|issue)",
        r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|some) (?:\w+ ){0,2}?(?:fewer|less|more)(?: \w+){0,3} than (?:\w+ ){0,3}(?:invoiced|billed|ordered|charged|delivered|the invoice)",
        r"(?:fewer|less|more)(?: \w+){0,3} than (?:\w+ ){0,3}(?:invoiced|billed|ordered|charged)",
        r"(?:one|two|three|four|five|six|\d+)(?: \w+){0,2} (?:was|were|is|are) (?:still )?(?:missing|absent|short|lacking) (?:from|in|on|when)",
        r"(?:measured|tape|survey|count\w*|weigh\w*)(?: \S+){0,10} \d+(?: \S+){0,12} (?:billed|invoiced|charged|says|shows)",
        r"(?:credit|deduct|take off|refund)(?: \S+){0,3} \d+ (?:metres|meters|m\b|hours|units|pieces|boxes|pallets|days|kg|tonnes|litres)",
    ),
    "not_quantity": (
        r"(?:ral|pantone|din|iso|part|type|model|grade|spec)(?: no\.?)? \d+",
        r"(?:attachment|pdf|file|scan|signature|page|document|link|enclosure|e-?mail|copy|email body)s?(?: \S+){0,3} (?:was|were|is|are) (?:missing|not)|missing (?:the |this |that |your |these |an? |any )*(?:invoices?|ref_+|attachment|pdf|copy|document)|short (?:term|notice|delay|time|while)",
    ),
    "v_observed": (
        r"grns?|goods[- ]in(?:wards)?|our count|weighed|tape|on the wall|in stock|stock(?:take| count)|site (?:diary|log|sheet)|job (?:card|sheet)|only \d+",
    ),
    "r_quality": (
        r"<neg>(?: \w+)? (?:done|carried out|installed|fitted|finished|executed|assembled|made|performed|completed|working|work|functioning|machined|painted|welded)(?: \w+)? (?:properly|correctly|right|well|professionally|as (?:agreed|specified|it should|they should)|to (?:standard|spec\w*|our|the required)|in accordance)",
        r"(?:colou?r|size|model|type|material|grade|finish|dimensions?|spec\w*|thread|voltage)s?(?: \S+){0,3} (?:is|are|was|were)(?: \w+)? (?:wrong|incorrect|not)",
        r"(?:badly|poorly|incorrectly|wrongly|improperly|not properly|not correctly) (?:done|installed|fitted|finished|made|assembled|machined|painted|welded|wired|packed|aligned|executed|carried out)",
        r"(?:finish|workmanship|quality|condition|weld\w*|paint\w*|fit|result|job|work|repair|state)(?: \S+){0,4}? (?:is|was|are|were|leaves?)(?: \w+)? (?:poor|bad|terrible|awful|unacceptable|shocking|dreadful|appalling|disgraceful|below|much to be desired|not (?:good|acceptable|up))",
        r"(?:redone|re-?do(?:ing)?|re-?work(?:ed|ing)?|put right|made good|rectified)(?: \S+){0,4} (?:before|first|otherwise|at your)",
        r"(?:keeps?|kept|continues? to|started|starts|began)(?: \w+)? (?:leaking|breaking|failing|tripping|stopping|jamming|overheating|vibrating|making|dripping|losing)",
        r"(?:weeping|losing|leaking|dripping|spraying) (?:oil|water|fluid|pressure|air|gas|coolant)",
        r"(?:rejected|failed|refused|returned)(?: \S+){0,3} (?:by|at|on|during|after) (?:our |the )?(?:qc|qa|quality|inspection|goods[- ]in|incoming|lab\w*|workshop|production|testing)",
    ),
    "not_defect": (
        r"(?:send|ship|deliver|return|collect|pick)(?:ing)? (?:you )?(?:the |a |back )?(?:replacement|faulty) (?:unit|part|item)s? (?:back )?(?:on|by|next)|(?:invoice|bill|ref_+)(?: \S+){0,4} (?:returned|rejected|sent back)|return(?:ed|ing) (?:the|this|your) (?:invoice|bill)|works? (?:perfectly|well|fine|now)|warranty claim form",
    ),
    "r_not_received": (
        r"<c_goods>(?: \S+){0,6} (?:got lost|was lost|were lost|been lost|lost (?:by|in|with|at)|stolen|went missing|gone missing|disappeared|went astray|gone astray|mislaid)",
        r"(?:installation|work|works|job|service|repair|project|training|commissioning)(?: \S+){0,8}? <neg>(?: \w+){0,2} (?:start\w*|begun|begin|commenced?)",
        r"(?:goods|order|parts|delivery|shipment|material|equipment|machine)s?(?: \S+){0,6} (?:still|are|is) (?:\w+ )?(?:in|at|on) (?:your|you)",
        r"(?:invoiced|billed|charged)(?: \S+){0,3} (?:before|ahead of|prior to|in advance of|without) (?:the |any )?(?:delivery|delivering|shipment|shipping|completion|work|supply)",
        r"(?:cannot|can't|can not|unable to|<neg>)(?: \w+)? (?:trace|find|locate|see|match)(?: \S+){0,3}? (?:deliver(?:y|ies)|goods|shipments?|parcels?|consignments?|visits?|work)(?! (?:notes?|dockets?|address|slips?|tickets?))",
        r"nothing (?:\S+ ){0,4}?(?:booked in|checked in|signed for|signed in|unloaded|logged at the gate)",
        r"(?:nothing|none of it|not a single \w+|no goods|no parts)(?: \S+){0,4} (?:shipped|delivered|dispatched|sent|supplied|arrived|received|came)",
        r"(?:cancelled|canceled)(?: \S+){0,3} (?:appointment|visit|before|and nothing|and never)",
    ),
    "c_goods": (
        r"crates?|drums?|reels?|rolls?|bags?|sacks?|tins|lengths|spools?|gear ?box(?:es)?|compressors?|fans?|cylinders?|bolts?|gaskets?|castings?|panels?|trunking|cables?|brackets?|filters?|hoses?|spindles?|blades?|tools?|chains?|belts?|actuators?|controllers?|instruments?|samples?|spares?|tanks?|boilers?|chillers?|beams?|plates?|sheets of|pipes?|tubes?",
    ),
    "not_not_received": (
        r"(?:done|installed|fitted|finished|executed|performed|completed|carried out)(?: \w+)? (?:properly|correctly|right|well|professionally)|(?:payments?|money|funds|transfer|remittance|reply|answer|call)(?: \S+){0,4} (?:not|never|\w+n't)(?: \w+){0,2} (?:received|arrived|reached)",
    ),
    "c_twice": (
        r"(?:bill|invoic|charg|appear|list|show|count|enter|book|ha[sd]|have|got|is|are|it|this|ref_+)\w*(?: \S+){0,6}? twice|twice(?: \S+){0,4} (?:bill|invoic|charg|on|for|over)\w*|(?:billed|invoiced|charged|charging|billing|invoicing)(?: \S+){0,6} again|again (?:billed|invoiced|charged)",
    ),
    "r_duplicate": (
        r"(?:repeats?|repeating|duplicates?|same as|identical to|already (?:on|in|under|part of|covered by|invoiced (?:on|under|as|with|by|in)|billed (?:on|under|as|with|by|in)|charged (?:on|under|as|with|by|in))|(?:is|looks like|seems|just|only|simply)(?: \w+)? an? (?:exact )?(?:copy|repeat|duplicate) of|replicates?)(?: \w+){0,2} <n_piece>",
        r"(?:billed|invoiced|charged)(?: to us| us)? (?:before|previously|earlier|once already|once before)(?! (?:the|any|we|it|you|they|being|receipt|deliver|complet|work|our|your|dispatch|ship)\w*)",
        r"(?:was|were|has been|have been|been|had been) (?:billed|invoiced|charged)(?: \w+)?,? (?:on|under|with|by|in|as) (?:<n_piece>|your (?:earlier|previous)|another|an earlier|a previous)",
        r"double (?:billing|invoicing|charge|charging|entry|invoice)|(?:two|2|both) (?:invoices|bills)(?: \S+){0,6} (?:same|identical|one (?:job|delivery|order|visit))",
        r"(?:must|can) (?:be|have been) (?:an error|a mistake|a duplicate)(?: \S+){0,6} already|(?:one|a) (?:\w+ )?(?:job|visit|delivery|order|spindle|unit|part|machine),? (?:two|2) (?:invoices|bills)|one \w+, one (?:bill|invoice)",
    ),
    "not_duplicate": (
        r"duplicates? of (?:the|this|that|your|ref_)(?: \S+){0,3}(?=.{0,40}\bplease|\W*\?)|(?:for|trouble you for|like|want) (?:a |the )?duplicates?(?: of)?|let (?:us|me) have(?: \S+){0,3} again|send(?: \S+){0,4} again|(?:cancel|postpone|replac|repair|visit|call|ask|chas|wr[io]t|remind|tri|email|explain|promis|fix|return|attend)\w*(?: \S+){0,5} twice",
    ),
    "r_wrong_recipient": (
        r"(?:machine|equipment|goods|unit|site|vehicle|building|contract|order|account|job|work|it|this|ref_+|invoice)(?: \S+){0,3} belongs? to(?: \S+){1,4} (?:company|ltd|limited|inc|plc|gmbh|owner|landlord|tenant|lessor|customer|client|subsidiary|group|council|trust)",
        r"(?:billing|invoicing|charging|chasing|bill|invoice|charge|chase|billed|invoiced|charged)(?: \S+){1,6}?,? (?:not us|and not us|instead of us|rather than us|not our)",
        r"(?:bill|invoice|charge|chase)(?: to)? (?:him|her|them|the (?:new|actual|real|current|right|other) (?:owners?|tenants?|operators?|occupiers?|company|customer|entity))",
        r"(?:sites?|business|branch|foundry|shop|unit|plant|company|division|factory|store|building|premises|depot|restaurant|hotel|workshop|subsidiary)(?: \S+){0,8}? (?:was|were|has been|have been|got|been|is now|were) (?:sold|divested|acquired|taken over|transferred to|bought)",
        r"nothing to do with (?:us|our|me|this company)|not (?:the |your |a )?(?:debtor|customer|client|buyer|purchaser|contracting party|addressee|intended recipient|right recipient)|mis-?directed|(?:different|other|wrong|another) (?:legal )?(?:entity|company|business)(?: \S+){0,3} (?:within|in|of) (?:our|the) group",
        r"(?:we|i)(?: have|'ve)? never (?:ordered|had any dealings|done business|bought|requested|worked|been supplied)(?! (?:this quantity|that many))|never placed (?:an|any|this|that) order",
    ),
    "not_other": (
        r"(?:writ\w+|send\w*|sent|mail\w*|e-?mail\w*|contact\w*)(?: \S+){0,5} wrong (?:address|e-?mail|mailbox|inbox|person)",
    ),
    "not_wrong_recipient": (
        r"wrong (?:approver|person|department|desk|inbox|mailbox|colleague|e-?mail|address|office|buyer|manager|queue|folder|cost cent(?:re|er))",
        r"(?:goods|equipment|material|machine|unit|parts?|pallets?|scribble|signature|handwriting|writing|name)(?: \S+){0,6} belongs? to (?:no|nobody|any|some)\w*",
    ),
    "not_credited": (
        r"bank (?:\w+ )?credited|credited (?:to )?you(?:r account|r bank)?|(?:once|until|when|before|if|as soon as|unless|awaiting|await|waiting for|pending|need|want|send|issue|raise|provide|expect)(?: \S+){0,6}? credit (?:note|memo)|nothing (?:was |has been )?(?:shipped|delivered|dispatched)|order(?: \S+){0,4} (?:was|were|has been) cancell?ed",
    ),
    "r_already_credited": (
        r"(?:did|didn't|haven't|have|had) you(?: not| already)? credit(?:ed)?(?= )",
        r"(?:sent|issued|raised|gave|given|provided)(?: us| me)?(?: \S+){0,2}? credit (?:note|memo)s?(?: \S+){0,2}? (?:for|covering|in|against)(?: \S+){0,3} (?:full|whole|entire|total|complete|ref_|amount)",
        r"credit (?:note|memo)s?(?: \S+){0,4}? (?:cancels?|wipes?|clears?|offsets?|reverses?|covers?|annuls?|zeroes?|nets?)|(?:hold|have|got|received) (?:a |your |the )?(?:full |total )?credit (?:note|memo)(?: \S+){0,2} (?:in full|for (?:it|this|ref_|the full|the whole|the total))",
        r"(?:cancelled|canceled|reversed|annulled|offset|wiped)(?: out)?(?: \S+){0,2} (?:by|with|through|via|per|under) (?:your |a |the )?(?:credit|cn)",
    ),
    "r_other": (
        r"(?:raised|issued|billed|invoiced|made out|drawn up|stated|charged|denominated|sent)(?: us| it| this| them)? in (?:the wrong currency|euros?|sterling|pounds|dollars|gbp|eur|usd)(?: \S+){0,8}? (?:instead|rather|not|but|whereas|while|wrong)|wrong currency|(?:placed|ordered|agreed|quoted|contract\w*) in (?:euros?|sterling|pounds|dollars|gbp|eur|usd)|(?:should|must|ought)(?: \S+){0,5} in (?:euros?|sterling|pounds|dollars|gbp|eur|usd)|instead of (?:sterling|euros?|pounds|dollars)",
        r"(?:old|former|previous|outdated) (?:company |trading |legal |registered |business )*(?:name|address|vat)|(?:correct|amend|change|fix|adjust)(?: \S+){0,2} (?:invoice date|tax point|date on|date|address|company name|due date|vat)(?! of (?:payment|delivery))",
    ),
    "contest_hard": (
        r"querying|(?:raised|raising|have|lodged|logged|opened) (?:a |an |formal )*(?:query|dispute|claim|complaint)(?! form)|under (?:query|dispute|review by)|challeng(?:e|ing|ed) (?:this|the|your|ref_)|(?:not|\w+n't|cannot) (?:be )?(?:recogni[sz]e|recogni[sz]ed|acknowledge)(?: \S+){0,2} (?:debt|invoice|ref_|amount|claim)",
    ),
    "deducts": (
        r"(?:taken|take|took|taking) (?:it|this|them|that|these|the \w+)? ?off|(?:have|we|i|been|'ve) (?:short[- ]paid|withheld|deducted|reduced|held back|knocked off)|short[- ]paid|short payment",
    ),
    "contest_word": (
        r"disput\w+|contest\w*|challeng\w+|disagree\w*|quer(?:y|ied|ying)",
    ),
    "not_contest": (
        r"(?:any|anything|all|every|each|those|other|invoices|bills|submissions|documents|mails?|e-?mails?|messages?|correspondence)(?: \S+){0,8}? (?:will|can|shall|may|are|is)(?:n't| not| no longer| never) (?:be )?(?:processed|accepted|approved|considered|paid|released|monitored|read)|otherwise (?:they|it|we|you)",
    ),
    "service_call": (
        r"(?:is|are|was|were)(?: \S+){0,8} under (?:warranty|guarantee)",
        r"(?:could|can|would|will) (?:your \w+|one of your \w+|an engineer|a technician)(?: \S+){0,3} (?:come|attend|look|call|visit|repair|fix|check)|when can (?:you|your)(?: \S+){0,3} (?:come|attend|repair|fix)",
    ),
    "op_resolved": (
        r"(?:mistakes?|errors?|faults?|oversights?|mix-?ups?|glitch\w*|slips?)(?: \w+)? (?:on|at|in) our (?:side|end|part|system|accounts)|our (?:own )?(?:mistake|error|fault|oversight)|by mistake on our",
        r"no (?:defects?|damage|faults?|errors?|problems?|issues?|discrepanc\w+|complaints?)(?: (?:was|were|have been))? (?:found|detected|noted|reported|to report|here)|(?:noise|leak|fault|problem|issue|vibration|defect)s?(?: \S+){0,2} (?:gone|stopped|disappeared|cured|sorted|fixed)",
        r"(?:non-?conformit\w+|complaints?|ncr|claims?|case|ticket|quer(?:y|ies)|disputes?)(?: \S+){0,3}? (?:is|are|was|were|has been|have been)(?: now)? closed|(?:great|good|excellent|fantastic) (?:job|work|service)|works? (?:well|perfectly|fine|great)|good condition|credit note (?:well )?received",
        r"(?:missing|outstanding|replacement)(?: \w+)? (?:parts?|items?|goods|pallets?|boxes|units?|pieces)(?: \w+)? (?:has|have|was|were)(?: now| since| been)* (?:arrived|come|received|delivered|turned up|fitted|supplied)",
    ),
    "op_since": (
        r"^\W*(?:and |but )?(?:that|this|it|they|these|all|everything|which)(?:'s| is| has| have|'ve| was| were| are)(?: now| since| all| been| both| finally)* (?:fixed|resolved|sorted|corrected|cleared|released|approved|put right|rectified|replaced|settled|fine)",
        r"^\W*(?:now|since|finally) (?:fixed|resolved|sorted|corrected|cleared|released|approved)",
    ),
    "general_rule": (
        r"(?:to|for|from) all (?:our )?(?:suppliers|vendors|partners|subcontractors)|^\W*(?:all|any|every) (?:invoices?|bills|deliver\w+|goods)|(?<!your )(?<!these )(?<!the )(?<!both )(?<!two )(?:invoices|deliveries|goods|pallets|bills) (?:without|sent|not|that|which|lacking|outside|received|delivered|made|arriving)(?: \S+){0,8}? (?:will|can|shall|may|must|are|is) (?:not|be|refused|rejected|returned)",
    ),
    # Papers.
    "copy_request": (
        r"(?:mind|trouble you (?:for|to)|possible to|like you to|ask you to|by) (?:re-?sending|sending|forwarding|e-?mailing|providing|sharing|re-?send|send)(?: \S+){0,3} <n_papers>",
        r"(?:re-?sending|forwarding|e-?mailing) (?:me |us |over )?(?:the |this |that |your |a )*(?:invoices?|<ref>|cop(?:y|ies))",
    ),
    "ask": (
        r"(?:would|do) you mind|trouble you|would it be possible|grateful|request(?:ed)?(?: you)? to|be so kind|do the needful|kind enough",
    ),
    "not_ask": (
        r"(?:i|we)(?:'ll| will| can| could| shall| am happy to| are happy to|'m happy to|'d be happy to| are going to| am going to|'m going to)(?: \w+){0,2}? (?:send|provide|forward|share|supply|e-?mail|attach|resend|let you have|get you)(?! (?:you )?(?:the |your |a |our )*(?:payment|money|funds|cheque))",
        r"(?:get|obtain|request) (?:a|an|the) (?:\w+ )?(?:p\.?o\.?|purchase order)(?: \w+)? from",
        r"(?:shall|should|may) (?:i|we)(?: \w+)? (?:send|forward|provide|e-?mail|share|attach|resend|get)|(?:let|want) me (?:to )?(?:send|forward|e-?mail)|if you (?:need|want|would like) (?:a |the |any )?(?:proof|copy|swift|confirmation|it)|should your bank",
        r"(?:have|did|haven't|didn't|hasn't|has) you(?:r \w+)?(?: not| bank| already| yet)* (?:receiv|got|get|had|seen)\w*|(?:have|has|did) (?:you|your)(?: \S+){0,4} chang\w+|proof attached",
    ),
    "c_send": (
        r"(?:ping|fire|shoot|pop|bung|whizz|drop|fling)(?: (?:it|this|that|one|me|us|over|across|a copy))|re-?submit",
    ),
    "op_ask": (
        r"(?:wants?|needs?|likes?|asks?|asking|insists?|required?) (?:to|on) (?:see|have|check|get|receiv|view)\w*|i want|we want|need to (?:see|have|know)|like to (?:see|have|receive|know)",
    ),
    "doc_statement": (
        r"everything (?:that is |that's |which is |still )*(?:outstanding|open|unpaid|overdue|due|owed|on our account)|(?:total|exact|full) (?:balance|amount) (?:owed|due|outstanding)|(?:account|customer|vendor|supplier) ledger|ledger (?:of|for) (?:our|my) account|soa|what(?:'s| is) (?:open|outstanding|unpaid|due) on our account|reconcil\w+ (?:statement|of account)",
    ),
    "doc_proof_of_delivery": (
        r"prove (?:that )?(?:it|this|they|the \w+) (?:was|were|has been|have been) (?:delivered|received|done|shipped)|signed (?:note|docket|slip|sheet)",
    ),
    "doc_bank_details": (
        r"cancelled cheque|bank letter|bank (?:account )?(?:confirmation|proof)|beneficiary (?:details|bank)|pay(?:ment)? into|account to (?:pay|credit)|(?:which|what) (?:bank )?account",
    ),
    # Refusing.
    "refusal": (
        r"(?:don't|do not|won't|no need to|never) (?:expect|wait for|hold your breath for|look for)(?: \S+){0,3} (?:payments?|money|cheque|settlement)",
        r"(?:won't|wont|shan't|will never|cannot ever) be (?:\w+ )?(?:paid|settled|honou?red|paying|settling)",
        r"(?:under no circumstances|no way|in no case|by no means|on no account)(?: \w+){0,4} (?:pay|paying|accept|accepting|settle|settling)",
        r"(?:decided|decision|elected|chosen|instructed|determined)(?: \w+)? not to (?:pay|settle|honou?r)",
        r"(?:cancel|waive|drop|remove|withdraw|strike|reverse|forget)\w*(?: \S+){0,4} <penalty>(?=.{0,60}(?:not|n't|never|refuse|reject))",
        r"<penalty>(?: \S+){0,6} (?:not (?:accepted|payable|due|justified|agreed)|rejected|refused|unjustified|unacceptable|out of the question)",
    ),
    "not_refusal": (
        r"(?:at|for) the moment|right now|currently|this (?:week|month|year)|yet|as long as|for now|at this (?:stage|point|time)",
    ),
    # Announcements.
    "insolvency": (
        r"examiner(?: \S+){0,3} appointed|appoint\w*(?: \S+){0,3} (?:examiner|liquidators?|administrators?|receivers?|trustee)|sequestrat\w+|assignment for the benefit of creditors|trustee in bankruptcy|scheme of arrangement|voluntary arrangement|process adviser|restructuring (?:plan|proceedings?)(?= (?:sanctioned|filed|opened|before|under))|proof of debt|struck off the register|cirp|resolution professional",
    ),
    "bank_change": (
        r"(?:will be|are|is|now|have started|started|be|we|i) (?:now )?bank(?:ing)? (?:with|elsewhere|at)",
        r"(?:replace|update|change|amend|overwrite|delete|discard|substitute|exchange)\w*(?: \S+){0,4} (?:account|bank|iban|sort code|banking|bank details)(?: \S+){0,6}? (?:you (?:hold|have|keep)|on file|on record|in your (?:system|records|books|master)|held|by|with|for)",
        r"(?:former|old|previous|current|existing|usual) (?:bank )?account(?: \S+){0,6} (?:audit|closed|closing|frozen|blocked|review|no longer|dormant|unavailable|suspended)",
        r"(?:new|other) (?:beneficiary|bank(?:ing)? (?:partner|details|coordinates|information))|(?:account|iban|bank) (?:given|shown|stated) (?:below|hereafter|underneath)(?: \S+){0,4} (?:from now|instead|henceforth|only)",
        r"(?:remit|pay|send|transfer|wire|credit|route|direct)\w*(?: \S+){0,8}? (?:to|into) (?:the |our |this |a )?(?:new|following|below|updated|other|different) (?:bank |one|account|iban)",
    ),
    "not_bank_change": (
        r"bank(?: \S+){0,3} closed (?:on|for|from|today|tomorrow|until|between)|bank holiday|your (?:sort code|account|swift)|shown on (?:the|your) invoice|is (?:this|that|it) (?:genuine|real|correct|true)|your (?:bank )?details have been",
    ),
    "contact_change": (
        r"(?:invoices?|statements?|reminders?|queries|correspondence|e-?mails?|mail|requests?|letters|chasers|everything|anything|credit notes|documents)(?: \S+){0,6}? (?:are|is|must|should|shall|need to|needs to|have to|has to|to|can|will|may|please)(?: now| only| in future| always| henceforth| then| also| all)* (?:be )?(?:submitted|sent|addressed|directed|e-?mailed|go|routed|forwarded|come|mailed|transmitted|uploaded)(?: \w+){0,3} (?:to|via|through|at)",
        r"(?:send|submit|address|direct|e-?mail|route|forward|mail)(?: all| any| your| our| the| future| further| these| such| me)*(?: \w+){0,2} (?:invoices?|statements?|reminders?|queries|correspondence|mails?|requests|letters|chasers|documents)(?: \S+){0,6}? (?:to|via|at)(?: \w+){0,3} \S+@\S+",
        r"(?:(?:e-?mail|mail) (?:domain|address)(?:es)?|e-?mails?|mailbox|domain)(?: \S+){0,3}? (?:chang(?:es?|ed|ing)|is now|becomes?|moved?|has changed)|takes? over|taking over|my last day|last working day|(?:new|correct|right) (?:accounts|ap|ledger|finance) (?:e-?mail|address|mailbox|contact)",
    ),
    "contact_moved": (
        r"(?:must|should|are to|need to|have to|has to|to|shall)(?: now| only| in future| always)* (?:be )?(?:submitted|addressed|directed|routed|transmitted|e-?mailed)(?: \S+){0,5} \S+@\S+|not to me|(?:my )?last (?:working )?day|takes? over|taking over|(?:(?:e-?mail|mail) (?:domain|address)(?:es)?|e-?mails?|mailbox|domain)(?: \S+){0,3} (?:chang\w+|is now|becomes)|new (?:accounts|ap|ledger|finance|purchase ledger) (?:e-?mail|address|mailbox|contact)",
    ),
    "not_contact": (
        r"(?:copied|cc'd|cc'ing|copying|looped in|forwarded (?:your|this|it)|passed (?:your|this|it))|in the (?:meantime|interim)|while (?:i|she|he|we)",
    ),
}
