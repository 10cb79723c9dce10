"""English word classes and the ways they meet in a clause that objects (folded text)."""

# ruff: noqa: E501 - one phrase per line reads better than a wrapped one
from __future__ import annotations

# Up to two, four or eight words between.
_2, _4, _8 = (rf"(?: \S+){{0,{n}}}? " for n in (2, 4, 8))

LISTS: dict[str, tuple[str, ...]] = {
    # Classes.
    "neg": (
        r"not|never|no|nothing|none|nor|neither|cannot|without|yet to|\w+n't|(?:did|do|does|is|was|were|has|have|had|ca|wo|would|could|are)nt",
    ),
    "n_price": (
        r"pric(?:e|es|ed|ing)|rates?|tariffs?|discounts?|rebates?|price list|unit cost|costs?|margins?",
    ),
    "n_fee": (
        r"(?:freight|carriage|delivery|shipping|handling|admin\w*|fuel|packaging|packing|pallet|call-?out|transport|environmental|restocking|setup|set-up|service|small order|energy) (?:charges?|fees?|costs?|surcharges?|levy|levies|supplements?)|carriage|surcharges?|uplifts?|supplements?|mark-?ups?|price increases?|levy",
    ),
    "n_agreed": (
        r"quot(?:e|es|ed|ation)|agree(?:d|ment)|contract\w*|frameworks?|offers?|proposals?|order confirmation|purchase order|our order|po|p\.o\.|price list|catalogue|estimates?|promised|negotiated|told|confirmed",
    ),
    "n_entity": (
        r"compan(?:y|ies)|entit(?:y|ies)|subsidiar(?:y|ies)|parent|holding|group|tenants?|landlords?|client|customer|debtor|owners?|branch|division|head office|sister|contractor|affiliate|practice|trust|council|estate",
    ),
    "n_crew": (
        r"drivers?|engineers?|technicians?|fitters?|teams?|couriers?|carriers?|hauliers?|crews?|nobody|no one|no-one|anyone|anybody|van|lorry|truck|installers?|plumbers?|electricians?",
    ),
    "v_bill": (
        r"bill(?:ed|s|ing)?|invoic(?:ed|es|ing)|charg(?:ed|es|ing)|appl(?:ied|ies)|put (?:us |me )?down|list(?:ed|s)|shows?|states?|used|at (?:€|£|\$)",
    ),
    "v_differ": (
        r"(?:does|do|did)(?:n't| not|nt) (?:match|tally|agree|correspond|add up|reconcile|tie up|square|reflect|line up)|differ\w*|exceeds?|higher|lower|more than|over and above|above|wrong\w*|incorrect\w*|(?:is|are|was|were)(?:n't| not) (?:the (?:one|ones|price|rate|right|correct)|what|right|correct|as|in line|per)|out by|difference|discrepanc\w+|mismatch\w*|variance|inflated|not as|too (?:high|much|many)|instead of|rather than|errors?|mistakes?",
    ),
    "v_missing": (
        r"missing|absent|omitted|lack(?:s|ing)?|left off|left out|without|forgot(?:ten)?|<neg> (?:\w+ )?(?:shown?|show|quoted?|quote|stated?|state|mentioned?|mention|there|included?|include|appear\w*|carry|bear|on|applied|deducted|taken off|reflected|recogni[sz]ed|valid|a valid|on it|in our system|exist)|invalid|expired|unknown",
    ),
    "v_drop": (
        r"remov\w+|take (?:it|this|them|that|these)? ?(?:off|out)|taken off|deduct\w*|credit\w*|cancel\w*|waiv\w+|strip\w* out|correct\w*|amend\w*|adjust\w*|revis\w+|refund\w*",
    ),
    "v_come": (
        r"delivered|arrived?|received|shipped|dispatched|installed|completed|carried out|performed|started|done|finished|supplied|unloaded|turned up|shown up|happened|taken place|fitted|commissioned|rendered|begun",
    ),
    "v_defect": (
        r"racket|din\b|squeal\w*|screech\w*|grinding|complain(?:s|ing|ed)?",
        r"faulty|faults?|defect\w*|damag(?:e|ed|ing)\b(?!s)|weep\w*|seep\w*|drip\w*|broke\w*|crack\w*|leak\w*|scratch\w*|dent(?:s|ed)|rust\w*|corrod\w*|peel\w*|chipped|warped|bent|torn|seized|stuck|jam(?:s|med)|packed (?:up|in)|conked out|gave up|given up|broke(?:n)? down|stopped working|burnt out|blown|trip(?:s|ping)|overheat\w*|vibrat\w+|rattl\w+|nois\w+|malfunction\w*|crash\w*|fail(?:ed|s|ing|ure|ures)|unusable|useless|substandard|sub-standard|shoddy|sloppy|botched|poor (?:quality|condition|workmanship|finish|state)|bad (?:condition|state|weld\w*)|out of (?:spec\w*|tolerance)|off[- ]spec\w*|non[- ]conform\w+|incompatible|scrapped|scrap|rejects?|contaminat\w+|mould\w*|wet|out of date|unfinished|incomplete work|snag\w*|rework\w*|remedial|not fit for|unfit|wrong (?:size|colou?r|part|parts|item|items|model|type|grade|material|goods|product|spec\w*|thread|length|version)",
    ),
    "not_defect": (
        r"by default|default (?:on|in|of)|(?:attachment|pdf|file|link|e-?mail|server|system|software|printer|scanner|network|portal|website|payment|bank|direct debit|transfer|cheque)s?|if (?:we|you|this) fail|fail(?:ing|ed|ure)? (?:to pay|this|that|which)|quality (?:department|team)|default",
    ),
    "n_orderref": (
        r"(?:p\.?o\.?|purchase order|order|requisition|job|cost cent(?:re|er)|call-?off)(?: \S+)?? ?(?:numbers?|nos?\.?|refs?|references?|#)|(?:number|reference) of our (?:order|po)|purchase order|p\.?o\.?",
    ),
    "n_credit_note": (r"credit(?: ?notes?| memos?)?|cn",),
    "v_billed": (
        r"bill(?:ed|s)?|invoiced?s?|charg(?:ed|es|ing)|ordered|shows?|states?|says?|lists?|put (?:us |me |it )?down|claim\w*",
    ),
    "v_observed": (
        r"spent|stayed|were here|was here",
        r"lorry|truck|van|on the (?:floor|dock|pallet)|stores|unloaded|off[- ]?loaded|came off|weighbridge",
        r"received|deliver\w*|arriv\w*|counted|count|booked in|took in|signed|timesheets?|logs?|logged|records?|docket|delivery note|gate|only|actually|got|had|instead|came|turned up|in the (?:box|crate|carton|parcel)|found|measured|fitted|installed|worked|on site",
    ),
    # Operators.
    "op_resolved": (
        r"(?:dispute|query|issue|problem|matter|complaint|claim|discrepanc\w+|error|snag\w*|mistake)s?(?: \S+){0,4}? (?:is |are |was |were |has |have |been |now |all |fully )+(?:resolved|settled|closed|sorted|cleared|fixed|withdrawn|corrected|dealt with|lifted)",
        r"(?:no|not|never|\w+n't|without)(?: (?:any|a|in|have any|have|longer|further|other|outstanding|open))* (?:disputes?|disputing|disputed|quer(?:y|ies)|complaints?|objections?|issues?|contesting|contest|contested|reservations?|in dispute)(?! (?:a|the|this|that)? ?(?:copy|invoice copy))",
        r"(?:have|has|having|were|was) (?:now |since |all |already )?(?:been )(?:replaced|repaired|fixed|corrected|swapped|rectified|exchanged|put right|resolved|sorted)|(?:thank(?:s| you)|grateful) for (?:\w+ )?(?:correct|fix|sort|replac|amend|repair|resolv|rectify)\w*|happy (?:now|with)|(?:we|i) (?:withdraw|drop|lift|have lifted|are lifting) (?:our|the|this)",
    ),
    "op_agreed": (
        r"(?:is|are|was|were|all|looks?) (?:all |now |perfectly )?(?:correct|fine|in order|right|as ordered|as agreed)(?! (?:price|rate))|agrees? (?:with|to) our",
    ),
    # Where they meet.
    "r_price": (
        r"(?:free of charge|no charge|free|complimentary|included|at no (?:extra )?cost)(?: \S+){0,8} <n_agreed>",
        r"(?:agreed|quoted|told|offered|promised|ordered at|accepted)(?: \S+){0,8}? (?:€|£|\\$|eur|gbp|usd)? ?\d[\d,.]*(?: \S+){0,8}? (?:billed|charg\w+|invoic\w+|asking|want\w*|claim\w*|you(?:'ve|'re)? (?:have |are )?(?:bill|charg|invoic|ask|want|put)\w*)",
        r"(?:price|rate|cost|figure|amount)s?(?: \S+){0,6}? (?:has|have|had) (?:gone up|risen|increased|doubled|jumped|crept up|been (?:raised|increased|put up))",
        r"(?:appl\w+|charg\w+|us\w+|bill\w+)(?: \S+){0,4} (?:the |a |an |at )?(?:\w+ )?(?:rate|tariff|price|multiplier|uplift|list)(?: \S+){0,6} (?:to|for|instead|rather|although|when|but)",
        r"(?:quoted|agreed|promised|given|told|offered)(?: us)? (?:a |the )?(?:\w+ )?(?:lower|cheaper|different|better|other|fixed) (?:figure|price|rate|amount|sum)?",
        r"<n_fee>(?: \S+){0,3} (?:was|is|were|are|should be|to be)(?: \S+){0,3} (?:your account|your cost|your expense|free|included|on you|paid by you)",
        r"(?:knock|take|strip|strike|remove|drop|waive|cancel)\w*(?: \S+){0,6}? (?:charges?|fees?|surcharges?|carriage|levy|supplements?)",
        r"(?:charges?|fees?|carriage|surcharges?|extras?)(?: \S+){0,6}? <neg>(?: \w+){0,2}? (?:in|on|part of|under|per) (?:the |our |your )?(?:quote|quotation|contract|order|agreement|po)",
        r"pric(?:e|ing) (?:error|mistake|issue|query|discrepancy|problem)|(?:error|mistake) (?:in|on|with) (?:the |your )?pric\w+",
        r"<n_price>" + _8 + r"<v_differ>",
        r"<v_differ>" + _4 + r"<n_price>",
        r"(?:total|amount|invoice|bill|sum|figure)(?: \S+){0,4}? (?:exceed\w*|higher|over|above|(?:€|£|\$)?\d[\d,.]* (?:more|over|above|higher))(?: \S+){0,6}? <n_agreed>",
        r"(?:discount|rebate|\d+ ?%)(?: \S+){0,8}? <neg>(?: \w+){0,2}? ?(?:taken|deduct|appl|reflect|includ|honou?r|given|show|appear|allow|come off|been)\w*|(?:forgot\w*|omitted|left off|missed|without|no sign of|where is|not given us)(?: \S+){0,3} (?:discount|rebate)",
        r"<n_fee>"
        + _8
        + r"<neg> (?:\w+ ){0,2}?(?:agreed|quoted|mentioned|discussed|approved|due|charged|applicable|justified|ordered|accepted|part of|included|chargeable|apply)",
        r"(?:never|not|no|\w+n't)" + _8 + r"<n_fee>" + _8 + r"<v_drop>",
        r"<v_drop>" + _4 + r"<n_fee>",
        r"(?:never|not|\w+n't|no one|nobody) (?:been |were |was |ever )*(?:told|agreed|informed|advised|warned|notified|consulted|accepted|quoted|approved|mentioned|signed up)(?: \S+){0,4} (?:<n_fee>|<n_price>)",
        r"<n_fee>(?: \S+){0,4} (?:should|shouldn't|must|need)(?: \S+){0,3}? (?:not|off|removed|credited|charged)",
        r"(?:last year's|old|outdated|wrong|previous|list|retail|standard|new) (?:price|rate|pricing|tariff)s?(?: list| book)?(?: \S+){0,4}(?=$|[.,;!]| )",
    ),
    "r_quantity": (
        r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: [a-z]+)?,? (?:and )?(?:not|instead of|rather than|as opposed to|against) (?:the )?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?! ?(?:mm|cm|m\b|bar|volts?|%|percent|days' notice|years|months))",
        r"only (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten) (?:of|out of)",
        r"(?:two|three)[- ](?:thirds|quarters) of|a (?:third|quarter|half) of",
        r"(?:parcel|box|pallet|carton|crate|package|drum|item|bag)s?(?: \S+){0,3} (?:still |is |are |was |were |has )*(?:missing|not (?:arrived|turned up)|outstanding)",
        r"(?:an? |one |two |three |\d+ )?(?:days?|hours?|units?|items?|visits?|boxes|lines?) too many",
        r"(?:number|(?:quantit\w+|qtys?)|count|hours|days|meterage|metres|weight|volume)(?: \S+){0,6}? <v_differ>",
        r"<v_differ>"
        + _4
        + r"(?:(?:quantit\w+|qtys?)|count|number of|meterage|volume)",
        r"(?:\d+|one|two|three|four|five|six|several|few|some) (?:\w+ ){0,2}(?:short|too few|light|missing|under)(?! (?:a|the|your|our)? ?(?:copy|invoice))",
        r"(?:had|got|received|delivered|sent|only|arrived|booked in|supplied)(?: \w+){0,2} (?:part|half|some|most|a fraction|a portion|two thirds|a third) of|(?:part|half|some|two thirds|a third) of (?:\S+ ){1,4}(?:missing|<neg>|arrived|delivered|turned up|came)",
        r"(?:had|got|received|have|counted|booked in|took in|were sent|was delivered) (?:only|just) (?:\w+ )?",
        r"(?:only|just) (?:had|got|received|counted|booked in|took in|sent|delivered|add up|came to|adds? up|total\w*)",
        r"(?:one|two|three|four|five|six|\d+) of (?:the )?(?:\w+ )?(?:\w+ )?(?:<neg>|missing|still|outstanding)",
        r"short[- ]?(?:ship\w*|deliver\w*|suppl\w*|pick\w*|fall)|under[- ]?(?:deliver\w*|suppl\w*)|part[- ](?:deliver\w*|ship\w*|order)|partial (?:delivery|shipment)|balance of the order|back[- ]?order\w*",
    ),
    "r_quality": (
        r"(?:after|since|following) (?:your|the|that) (?:\w+ )?(?:repair|visit|service|fix|call-?out|overhaul)s?(?: \S+){0,8} (?:<neg>|still|again|same)",
        r"(?:<neg>|still|again|<v_defect>)(?: \S+){0,8} (?:after|since|following) (?:your|the|that) (?:\w+ )?(?:repair|visit|service|fix|call-?out|overhaul)",
        r"despite (?:your|the|that|this) (?:\w+ )?(?:repair|visit|service|fix|call-?out|work|replacement|overhaul|intervention)s?",
        r"(?:drawing|spec\w*|dimensions?|standard|design|tolerance|instructions?|colou?r)s?(?: \S+){0,3}? <neg>(?: \w+)? (?:followed|met|respected|adhered|kept|observed|matched)",
        r"(?:gave|given|giving) (?:way|out|up)|cuts? out|cutting out|come (?:apart|loose|off)|came (?:apart|loose|off|bent|broken|damaged|cracked)|falling apart|fell (?:apart|off)|snapp\w+|split(?! (?:it|this|the|into|in|over|up|payments?|between|them|that))|buckl\w+|blister\w*|perish\w*|\d+ ?mm out|misalign\w*|won't (?:go(?! (?:on|out|in|into|through|before|today|this|until|till|live|ahead|with|via|by|any|away|down well))|start|run|stay|hold(?! (?:me|us|you|your|it|on|against))|close|open|turn|fit|heat|cool)",
        r"(?:sent|supplied|delivered|got|received|fitted)(?: \S+){1,6}? instead of(?: \S+){0,3} \d* ?(?:mm|cm|inch|bar|kw|v)\b",
        r"(?:send(?:ing)?|sent|return(?:ing|ed)?)(?: \S+){0,4} back(?: \S+){0,6} (?:not|\w+n't|because|as|since|due)",
        r"<neg>(?: \w+){0,2}? (?:worked|working|work|run|ran|fit|fits|hold(?! (?:me|us|you|it|on|your))|held|last|lasted|function\w*|perform\w*|close|open|seal|cool|heat|charge|switch on|power up)(?! (?:with|for|at|here|on your|order))",
        r"<neg> (?:\w+ )?(?:cured|fixed|solved|resolved|sorted|rectified|repaired|helped)",
        r"(?:problem|fault|leak|(?:the|this|same|that|an) issue|noise|defect|snag\w*)s?(?: \S+){0,4} (?:still|remain\w*|persist\w*|back|returned|again|outstanding|open|<neg>)",
        r"snag(?:ging)?(?: list)?(?: \S+){0,4} (?:open|outstanding|not|incomplete)",
        r"(?:ordered|asked for|requested|specified|wanted)(?: \S+){1,6}? (?:and|but|instead|whereas|while)(?: \S+){0,3}? (?:supplied|sent|delivered|got|received|fitted|gave)(?! (?:only|just|\d))",
        r"(?:supplied|sent|delivered|got|received|fitted)(?: \S+){1,6}? (?:instead of|rather than|when we|whereas we|but we)(?: \S+){0,3}? (?:ordered|asked|requested|specified|wanted|\w+)(?! \d)",
        r"(?:had to|have to) (?:be )?(?:scrap|return|send (?:it|them) back|rework|redo|replace|repair|throw)\w*",
    ),
    "r_not_received": (
        r"still (?:in|at|with|on) you(?:r)?(?: \w+)?",
        r"(?:nobody|no one|no-one)(?: has)?(?: ever)? (?:brought|returned|delivered|dropped|fitted|installed)",
        r"nothing (?:\S+ ){0,8}?(?:came|come|arrived|turned up|crossed|passed|reached|delivered|unloaded|checked in)",
        r"no (?:goods receipts?|grns?|goods-in|booking[- ]in|receipt of goods|delivery record|proof (?:that )?(?:it|they) (?:came|arrived))",
        r"where (?:the|those|these|our) (?:\w+ )?(?:goods|pallets?|parts|boxes|delivery|shipment) (?:went|are|is|got to)",
        r"<neg>(?: \w+){0,2}? (?:seen|had sight of|set eyes on)(?: \S+){0,2} (?:<n_crew>|crew|men|people|anyone)",
        r"<neg>(?: \w+){0,3}? (?:handed over|take place|taken place|happen(?:ed)?|occur\w*|been held|make it|made it|materiali[sz]ed|got (?:to us|here)|reach(?:ed)? (?:us|site))",
        r"(?:dropped|left|delivered|unloaded|handed)(?: \S+){0,3} (?:next door|wrong (?:address|site|place|unit)|neighbou?rs?|someone else|another (?:site|company|address))",
        r"(?:we|i)(?: have|'ve)? (?:got |had |received )?(?:absolutely |had )?nothing(?: here| at all| from you| so far)?(?=[,.;!]|$)",
        r"(?:never|not|\w+n't) (?:made|make|got|get) it (?:to|here|as far)|(?:commissioning|training|survey|study|installation|inspection|calibration|testing|start-?up)(?: \S+){0,5} <neg>(?: \w+){0,2} (?:take|taken|happen\w*|been|come|started?|done|carried|completed|held|handed)",
        r"no (?:\w+ )?(?:delivery|goods|shipment|visit|parcel)(?: \w+)? (?:so far|yet|to date|received|on|has|have|arrived|made)",
        r"<c_goods>" + _8 + r"<neg>(?: \w+){0,2}? <v_come>",
        r"<neg>(?: \w+){0,3}? (?:received|receive|seen|had|got|have)(?: \S+){0,4}? <c_goods>(?! (?:notes?|numbers?|ref|confirmation|dockets?|records?))",
        r"(?:waiting|awaiting|await)(?: \w+){0,2} (?:for |on )?(?:the |our |your |this |these )*(?:goods|delivery|parts|shipment|consignment|equipment|order|visit|engineer|installation|replacements?|balance of)",
        r"<neg>(?: \w+){0,3}? (?:delivered|shipped|dispatched|unloaded|installed|commissioned|turned up|shown up|show up|turn up)",
        r"<n_crew>"
        + _8
        + r"(?:<neg>|without|left)"
        + _2
        + r"(?:show\w*|com(?:e|ing)|came|turn\w*|arriv\w*|attend\w*|unload\w*|deliver\w*|visit\w*|been)",
        r"(?:nobody|no one|no-one) (?:\w+ )?(?:came|turned up|showed|attended|arrived|visited|called)",
        r"(?:order|delivery|job|visit|work|service)s?"
        + _4
        + r"(?:was |were |has been |had been |got )?(?:cancelled|canceled|called off|postponed)"
        + _8
        + r"(?:nothing|so|therefore|why|no|bill\w*|invoic\w*|charg\w*)",
        r"(?:billed|invoiced|charged|charging|billing|invoicing)(?: us)? for(?: \S+){1,8} (?:<neg>)(?: \w+){0,3}? ?(?:had|received|seen|got|delivered|done|arrived|supplied|happened|ordered)",
        r"no (?:trace|record|sign|evidence|sight)(?: \S+){0,4} (?:parcel|delivery|goods|shipment|consignment|pallets?|visit|work|material)s?",
        r"(?:work|works|job|service|visit|installation|repair|project)s?(?: \S+){0,6}? <neg>(?: \w+){0,2}? <v_come>",
    ),
    "r_duplicate": (
        r"(?:two|2) (?:entries|lines|invoices|postings|charges|bills|items) for (?:the|a|one|this)|the extra one|only one (?:visit|delivery|job|service|call-out) (?:took place|was|happened|has)",
        r"already (?:on|in|under|covered (?:by|on)|billed on|included (?:in|on)|part of) (?:your |our |the |another |an )?(?:<ref>|invoice|bill|one)|both ways",
        r"(?:repeats?|repeating|duplicates?|copies|mirrors) (?:the |your |our |an? |line for line )*(?:invoice|bill|<ref>|charge|earlier|previous|one)|two (?:invoices|bills) for|same (?:amount|date|reference|job)(?: \S+){0,4} (?:same|as)|you've (?:billed|invoiced|charged)(?: \S+){0,3} again",
        r"same (?:\w+ ){0,2}(?:job|work|visit|goods|delivery|order|service|period|thing|item)s?(?: \S+){0,4} (?:billed|invoiced|charged|already|as|twice)",
        r"(?:identical|same) (?:invoice|bill|amount)|already (?:been )?(?:had |have |got )?(?:an? )?(?:invoice\w*|bill(?:ed)?|charged)|(?:billed|invoiced|charged)(?: \S+){0,4} (?:twice|again|already|second time)|second time|duplicate invoice|duplicat(?:ed|ion)|is a duplicate|a repeat of",
    ),
    "r_wrong_recipient": (
        r"(?:left|no longer (?:in|part of)) our (?:portfolio|group|estate|books|company)|(?:is|are|was) for them|(?:run|runs|manages?|owns?|operates?) (?:it|this|that|them) now|(?:bill|invoice|chase|charge) them",
        r"(?:ordered|commissioned|requested|placed|signed(?: off)?|instructed) by (?:\S+ ){1,6}?(?:not|rather than|and not) (?:by )?(?:us|our)",
        r"mix(?:ed|ing) (?:us|this|it) up|confus\w+ (?:us|me) with|(?:don't|do not|never) (?:know|recogni[sz]e|heard of) (?:this|that|the|your) (?:site|job|order|project|account|company|work|contract)|mistaken identity",
        r"in the name of (?:our|the|a|another)|not for us|isn't for us|(?:take it up|speak|deal|liaise) with (?:the )?(?:new|previous|actual) (?:owner|tenant|operator|occupier)s?|sold (?:the|that|this|our) (?:\w+ )?(?:shop|site|business|branch|unit|store|company|plant)",
        r"(?:order|ordered|commissioned|work|job|goods)(?: \S+){0,3} (?:placed|ordered|commissioned|signed|made|requested|raised) by (?:our |the |a |your |another )?(?:\w+ )?<n_entity>",
        r"(?:re-?issue|invoice|address|bill|send|redirect|raise|make out)\w*(?: \S+){0,5}? (?:in the name of|to the name of|made out to|to) (?:our|the|another|a different) (?:\w+ )?<n_entity>",
        r"(?:wrong|different|another|incorrect|not the right) <n_entity>|not (?:one of )?ours|isn't (?:one of )?ours|(?:no|\w+n't|not|never)(?: \w+){0,3} (?:an )?account with you|never (?:dealt|traded|done business|heard of)|(?:invoice|bill|it|this|that|they|one|<ref>)(?: \S+){0,3} (?:should|must|needs to) (?:go|be sent|be addressed|be billed|be invoiced|be made out) to",
        r"(?:<neg>) (?:\w+ )?(?:liable|responsible) for (?:this|the|these|that) (?:invoice|bill|debt|account|charge)",
    ),
    "r_missing_po": (
        r"(?:order|po|purchase order)(?: number| no)? (?:field|box|line)(?: \S+){0,3} (?:blank|empty|missing|not filled)|(?:field|box) (?:for )?(?:the )?(?:order|po)(?: \S+){0,4} (?:blank|empty)",
        r"(?:refus\w+|reject\w*|bounc\w+|return\w*|block\w*|won't accept)(?: \S+){0,6} without (?:a |an |our |any )?<n_orderref>",
        r"<n_orderref>" + _8 + r"<v_missing>",
        r"<v_missing>" + _4 + r"<n_orderref>",
        r"(?:re-?issue|re-?send|re-?submit|add|put|quot|includ|show|stat|updat|amend|mention|record)\w*"
        + _8
        + r"<n_orderref>(?= |[.,;?!]|$)",
        r"<n_orderref>(?: \S+){0,4}? (?:required|mandatory|needed|compulsory|closed|cancelled|wrong|incorrect)",
    ),
    "r_already_credited": (
        r"(?:agreed|promised|approved|issued|gave|raised|sent)(?: \S+){0,3} (?:full|total|complete) credit|credit(?: note)?(?: \S+){0,6} (?:cleared|cancelled|wiped|settled|covers?|closed|reversed)",
        r"<n_credit_note>(?: \S+){0,5}? (?:was |were |has been |had been |been |already )+(?:raised|issued|sent|given|agreed|processed|done|posted|received)(?: \S+){0,4}? (?:for|against|on|last|in|already|to cover|covering|this)",
        r"<n_credit_note>(?: \S+){0,5}? (?:cancel\w*|clear\w*|wip\w+|offset\w*|cover\w*|zero\w*|net\w* off|revers\w*)",
        r"(?:forgot\w*|omitted|failed|\w+n't|not)(?: \S+){0,3} (?:deduct\w*|appl\w+|taken?|allocat\w*|offset|account\w* for|knocked?)(?: \S+){0,4} <n_credit_note>",
        r"<n_credit_note>(?: \S+){0,4} <neg>(?: \w+)? ?(?:deducted|applied|taken|allocated|offset|knocked off)",
        r"you (?:have |had |already |then )*(?:raised|issued|gave|sent|credited)(?: \S+){0,3}? (?:a |full |us )*credit",
    ),
    "r_other": (
        r"(?:goodwill|credit|compensation|gesture)(?: \S+){0,10} (?:waiting|still|never|not (?:seen|had|received))",
        r"vat(?: \S+){0,14} (?:ought|should|nil|zero|exempt\w*|intra-community|reverse)|(?:intra-community|export) (?:supply|sale)|outside the scope",
        r"(?:legal|company|trading|registered|business) name(?: \S+){0,4} (?:wrong|incorrect|misspelt|not)|challeng\w+ (?:by|this|the|your)|being (?:challenged|queried|investigated)",
        r"(?:vat|tax|address|company details)(?: \S+){0,6}? (?:wrong|incorrect|missing|invalid)|(?:vat|tax|(?:address|details) on (?:the |your |this )?(?:invoice|bill|<ref>))(?: \S+){0,6}? should|reverse charge|zero[- ]rated",
    ),
    # Requests.
    "op_ask": (
        r"could do with|tell (?:me|us)|let (?:me|us) know|advise|waiting for",
        r"just (?:e-?mail|send)|to hand",
        r"until (?:we|i) (?:have|get|receive|see)|can(?:'t|not) (?:\w+ )?(?:activate|set (?:you|it) up|release|approve|pay)(?: \S+){0,4} (?:until|without)|let (?:me|us) have",
        r"nothing (?:was )?attached|would you (?:resend|re-send)|please (?:include|attach|let)|for you$|what proof|(?:our )?auditors|where (?:do|should|can) (?:we|i) (?:send|pay)|(?:no|don't have|haven't got|lack)(?: \w+){0,2} (?:account number|bank details|iban|sort code)",
        r"any chance|(?:would|could|might) (?:be )?(?:help(?:ful)?|useful|great|good|appreciated|handy)|would help|able to (?:send|let|provide|share|get)|by any chance|set you up|before (?:we|i) (?:can )?(?:pay|release|approve|process)|(?:insist|requires?|require|must have|awaiting|waiting (?:for|on)|chasing)|(?:i'd|we'd|i would|we would) (?:like|love|appreciate|need)|(?:do|have) you (?:have|got|by)|what are|what is|what's|where (?:do|should)|ask(?:ing)? (?:you )?for|request\w*",
    ),
    "not_ask": (
        r"(?:got|received|had) an? (?:e-?mail|message|letter|call)(?: \S+){0,8} (?:bank|iban|account)|our bank (?:has |have )?(?:ask|request|want)\w*",
        r"(?:i'll|i will|i'm|we'll|we will|i am|we are|i've|we've|let me) ask(?:ing|ed)? (?:our|the|my|around|them|him|her)",
        r"haven't had (?:time|a chance)|not had (?:time|a chance)|attached (?:is|are|please)|(?:is|are) attached|enclosed|please find|find attached|agrees? with our|(?:have|has|well|just|already) (?:now )?received|thank(?:s| you) for (?:the|your|sending|providing)",
    ),
    "copy_request": (
        r"neither (?:a |the )?(?:paper|original|pdf|copy|hard copy|invoice)|(?:e-?mail|send)(?: me| us) the (?:document|paperwork|bill|pdf|original)",
        r"(?:a |the )?duplicate (?:of )?(?:the |this |your )?(?:invoice|<ref>)?|(?:nothing|no invoice|no file|no attachment)(?: \w+)? (?:attached|enclosed)|(?:attachment|e-?mail|envelope|pdf)(?: \S+){0,3} (?:empty|blank|missing|corrupt\w*)|(?:could|can|may) (?:we|i) (?:have|get) (?:a |another )?copy|would you (?:resend|re-send)",
        r"(?:any chance of |have |need |send |get |like )(?:us |me |over )?(?:a |the |another )?(?:pdf|cop(?:y|ies)|duplicate)|send(?:ing)? (?:the |that |this |these |over )*invoices?|(?:haven't|havent|not|never)(?: \w+)? (?:got|had|seen|received|receive|have) (?:the |this |that |these |your |an )*(?:invoices?|<ref>)",
    ),
    "doc_statement": (
        r"run-?down of|rundown (?:of )?(?:the |our )?(?:invoices|account)|summary of (?:the |our )?(?:invoices|account|what)",
        r"(?:full |complete |detailed )?list(?:ing)?(?: \S+){0,5} (?:open|outstanding|unpaid|overdue|owed|on our account)|what (?:we have|is|you have) (?:open|outstanding)",
        r"(?:full|complete|clear|overall) (?:picture|position|summary|overview|list\w*) of (?:our|the|my) account|statement as (?:at|of)",
        r"(?:up[- ]to[- ]date |current |latest |full )?statement(?: of (?:our )?account)?|list (?:of )?(?:what's|what is|everything|all|our)(?: \S+){0,2} (?:outstanding|owed|open|due|unpaid|overdue)|what's outstanding|what we owe|account (?:balance|position|listing)|(?:customer|account) ledger|(?:ledger|account) (?:print\w*|extract|listing)|ageing",
    ),
    "doc_proof_of_delivery": (
        r"signature of (?:who|the person)\w*|who signed for",
        r"proof (?:do you have|that)|signed (?:note|docket|slip|sheet|copy of the delivery)|delivery paperwork",
        r"(?:signed |stamped )?(?:delivery|service|job|work|visit|engineer|site|completion) (?:notes?|sheets?|reports?|tickets?|dockets?|slips?|certificates?|records?)|signed timesheets?|proof (?:of|that)(?: \S+){0,3}? (?:delivery|delivered|receipt|received|service|dispatch\w*|collection|shipment|arriv\w+|done|took place|performed)|evidence of delivery",
    ),
    "doc_bank_details": (
        r"letter from your bank|bank (?:letter|confirmation|reference)|voided che(?:ck|que)|account name",
        r"where (?:do|should|can) (?:we|i) (?:send|pay|wire|transfer)(?: \S+){0,3}",
        r"bank(?:ing)? (?:details|info\w*|particulars|coordinates)|sort code|account number|iban|swift|bic|remittance details|payment details|which account|wire instructions|ach details",
    ),
    "refusal": (
        r"not something we(?:'ll| will| are| intend)(?: \w+){0,3} (?:pay|paying|settle|settling)",
        r"(?:don't|do not|won't) (?:count|bank|rely) on (?:any |a |our )?(?:payment|money|us)",
        r"(?:stand by|maintain|confirm|repeat) our refusal",
        r"(?:we|i)(?:'ll| will)? ?(?:won't|will not|shan't|shall not|refuse to|are not going to|never going to) (?:\w+ )?(?:pay|settle)(?! (?:before|until|till|by|on|this week|today))",
        r"(?:reject|refuse|decline|dispute|contest|object to)\w*(?: \S+){0,3} <penalty>|<penalty>(?: \S+){0,3} (?:will|shall) (?:not|never) be (?:paid|settled)",
        r"(?:not|\w+n't|never|refuse\w*|object\w*)(?: \w+){0,5} (?:pay|paying|accept|accepting)(?: \w+){0,3}? <penalty>",
        r"(?:won't|will not|wont|never|not going to|not) (?:be )?(?:get|getting|see|seeing|receive|receiving)(?: \w+)? (?:any |a |one )?(?:money|penny|cent|payment|payments)",
        r"(?:refus\w+|declin\w+|no intention|not prepared|not willing|unwilling|object\w*)(?: \S+){0,3}? (?:pay|paying|settle|settling|honou?r\w*|payment)",
        r"(?:do not|don't|won't|will not|cannot) (?:\w+ )?accept (?:the |these |any |your |this )*(?:late|interest|penalt\w+|recovery|compensation)(?: \w+)?",
    ),
    "insolvency": (
        r"cva|(?:in|into|entered|entering|under|filed for|placed in(?:to)?) (?:a )?(?:cva|administration|receivership|liquidation|examinership|bankruptcy|chapter (?:7|11))|(?:appointed|appointment of)(?: \S+){0,3} (?:liquidators?|administrators?|receivers?)|ceased (?:trading|to trade)|winding[- ]up (?:order|petition|resolution)|notice of intention to appoint|statement of affairs|creditors' voluntary|insolvency practitioner|automatic stay",
    ),
    "bank_change": (
        r"(?:record|note|use|update|register|save)(?: \S+){0,2} (?:new|following|revised|updated|changed)(?: \w+)? ?(?:details|iban|account|bank)(?! note)",
        r"stop (?:crediting|using|paying)(?: \S+){0,3} account",
        r"(?:into|to) (?:a |an )?(?:different|another|alternative|other) (?:bank )?account",
        r"account (?:with|at|held|identifiers?|number)(?: \S+){0,4} (?:clos(?:es|ing|ed)|chang\w+|moved|discontinued)",
        r"(?:refunds?|payments?|remittances?|transfers?|monies|credits?)(?: \S+){0,6}? (?:routed|redirected|sent|paid|made|wired|remitted|credited|directed)(?: \S+){0,5}? (?:account|bank|iban)",
        r"(?:our|the) (?:bank )?account (?:is|has been|was) (?:\w+ )?(?:under (?:audit|review)|frozen|blocked|suspended|closed|on hold)|beneficiary (?:update|change|details)",
        r"(?:old|previous|former) (?:iban|account|bank details|sort code)(?: \S+){0,5} (?:not|no longer|closed|ignore|discontinued|anymore|any more)",
        r"(?:refunds?|payments?|remittances?|transfers?|monies)(?: \S+){0,4}? (?:now |in future |from now on )?(?:go|be made|be sent|be paid|be directed)(?: \S+){0,3}? (?:account|iban|bank)(?: below| above| attached| shown| details)?",
        r"(?:bank\w*|account)(?: details| account| information)?(?: \S+){0,3}? (?:has|have|is|are) (?:now |recently |just )?(?:been )?(?:changed|changing|updated|replaced|amended|closed|moved)|(?:moved|changed|switched) (?:our )?bank(?:s|ing|ers)?|new (?:bank|account|iban|sort code)(?: \w+)? ?(?:details|number)?",
    ),
    "redirect_to": (
        r"contact|speak to|talk to|write to|get in touch|address\w*|direct\w*|refer\w*|successor|replacement|reach|call|ask for|liaise|deal with|in touch with|colleague",
    ),
    "not_bank_change": (
        r"(?:has|have)(?:n't| not) changed|remain\w* (?:the same|unchanged)|unchanged|if (?:you|your)|your (?:bank|account|new|iban)",
    ),
    "contact_change": (
        r"(?:step\w*|stand\w*) down|(?:picks?|picking) up (?:my|his|her|the) (?:files|work|accounts|desk)|take (?:my (?:address|name)|me|this address) off|(?:must|should|are to|need to|have to) (?:go|be sent|come|be addressed) (?:through|to|via)|(?:no longer|not) your (?:contact|point of contact)|doesn't work here|reach(?:ing)? the wrong person",
        r"(?:talk|speak|write) to|ask for|(?:isn't|is not|not) here any ?more",
        r"(?:it's|it is) no longer (?:me|us)|no longer (?:me|us) but|(?:only|sole|single|new|main) (?:point of )?contact|(?:my )?successor|can be reached (?:at|on)|finance(?: \w+)? (?:has|have) moved",
        r"(?:outsourc|transferr|centrali[sz]|mov|reassign|hand)(?:ed|ing)(?: \S+){0,6} (?:to|by|over|in)|(?:mailbox|address|inbox|e-?mail)(?: \S+){0,3} (?:retired|closing|closed|decommissioned|no longer|replaced|shut|obsolete|switched off)|(?:new|correct|right|proper|best) (?:contact|address|person|e-?mail|mailbox|inbox)(?: \S+){0,3} (?:is|are|will be|:)|(?:now (?:handles?|deals?|looks?|manages?|runs?)|has taken (?:over|on)|takes? over|will be (?:handling|dealing|looking|taking))",
    ),
    "contact_moved": (
        r"(?:step\w*|stand\w*) down|no longer your (?:contact|point of contact)",
        r"(?:isn't|is not|not) here any ?more|(?:all |has |have )went to|moved to|(?<!should have )gone to",
        r"no longer (?:me|us)|successor|(?:has|have) moved to|retire\w*",
        r"outsourced|(?:has|have|is|'s) (?:now )?(?:left|leaving|retired|retiring|resigned|departed|moved)|no longer (?:look|deal|handle|work|with|here|employed|monitor)\w*|(?:mailbox|address|inbox)(?: \S+){0,3} (?:retired|closing|closed|decommissioned|replaced|shut)",
    ),
    "not_contact": (
        r"postal address|physical address|delivery address|new (?:offices?|premises)|if (?:you have|urgent|it is urgent|you need)|any (?:questions?|queries)|in an emergency|don't hesitate|do not hesitate",
    ),
    "expected": (r"look(?:ing)? forward|next order|new order",),
    "not_duplicate": (
        r"(?:send|have|need|get|provide|want|receive|supply)(?: \w+){0,3} duplicates?|duplicate (?:cop(?:y|ies)|please|invoice please|invoice(?= ?\?))",
    ),
    "w_other": (
        r"vat|sales tax|tax (?:rate|number|id)|(?:company|legal|trading) name|invoicing address|billing address",
    ),
    "n_money": (
        r"funds|payments?|money|transfers?|cheques?|repl(?:y|ies)|answers?|responses?|e-?mails?|letters?|reminders?|statements?|remittance\w*",
    ),
    "contest_hard": (
        r"sitting on (?:the|this|your) (?:invoice|bill|<ref>)|(?:invoice|bill|it|one|<ref>) (?:stays|remains|is|sits) (?:parked|put aside|to one side|in limbo)",
        r"until (?:that|this|it|they|these)(?:'s| is| are| has been| have been|'ve been) (?:sorted|resolved|fixed|put right|corrected|replaced|repaired)",
        r"approv\w+ nothing|not (?:approving|signing|passing) (?:it|this|anything)",
    ),
    "service_call": (
        r"(?:could|can|would) (?:you|someone)(?: \S+){0,3} (?:come|attend|look at|call|visit|repair|fix)|(?:need|send)(?: \w+)? (?:an engineer|a technician|someone|a visit)",
    ),
    "not_refusal": (r"(?:before|until|till|within|earlier than|prior to)|\d+ days",),
    "v_send": (r"send|provide|forward|supply|share|let us have",),
    "not_insolvency": (
        r"(?:our|a|the|my) (?:\w+ )?(?:customers?|clients?|suppliers?|tenants?) (?:is|are|has|have|went|was)",
    ),
}
