"""English: what customers write about paying and about themselves (folded text)."""

# ruff: noqa: E501 - one phrase per line reads better than a wrapped one
from __future__ import annotations

LISTS: dict[str, tuple[str, ...]] = {
    "pay_noun": (
        r"pa?y?ments?|pymts?|pmts?|payments?|transfers?|remittances?|wires?|wire transfers?|cheques?|checks?|bacs|instal?lments?|deposits?|funds|pay ?runs?|payment runs?|run|money|direct debit|standing order|payment cycle|payment batch|batch",
    ),
    "pay_inf": (
        r"pay|settle|clear|transfer|wire|remit|release|square|discharge|honou?r|reimburse|extinguish|catch up|settle up|pay up",
        r"bring(?: \S+){0,4} (?:current|up to date|up-to-date)|(?:sort|get|square)(?: \w+){0,2} (?:sorted|squared|out|up)|sort (?:it|this|that|them|these)",
        r"(?:make|send|process|issue|execute|arrange|schedule|initiate|get|raise|submit|do|complete|put|push|set up|include|run|action|key|enter|authori[sz]e|effect|trigger|post|mail|transmit|drop|instruct|cut|forward|dispatch) (?:\S+ ){0,5}?(?:<pay_noun>|paid|over|through|out|across|settled|cleared)",
    ),
    "pay_pp": (
        r"paid|pd|settled|cleared|transferred|wired|remitted|honou?red|reimbursed|squared|disbursed|discharged",
    ),
    "do_pp": (
        r"made|effected|transmitted|keyed|entered|lodged|mailed|forwarded|instructed|authori[sz]ed|triggered|taken care of|sent|processed|released|issued|executed|initiated|submitted|dispatched|posted|completed|arranged|credited|debited|run|done|cashed|banked|presented|actioned",
    ),
    "will_pay": (
        r"(?:will|'ll|shall|are going to|am going to|is going to|going to|are about to|about to|plan to|plans to|planning to|intend to|intends to|commit to|committed to|commits to|undertake to|promise to|are to|am to|is to|can|able to|aim to|aiming to|happy to|agreed to|arranging to|expect to|expects to|due to)(?: now| then| also| certainly| definitely| be able to| be| gladly| indeed| both| all| of course| finally| you| therefore| have| get| make sure to| make sure we| ensure to)* (?:<pay_inf>|paying|settling)",
        r"(?:we're|we are|i'm|i am|are|is|am|'re)(?: now| also| both| all)? (?:paying|settling|clearing|transferring|wiring|remitting|releasing|making|sending|processing|scheduling|arranging|issuing|including|running|keying|entering|actioning|posting|raising|cutting|mailing|pushing|inputting|loading|initiating|re-?sending|re-?issuing|re-?running|repeating|re-?doing)",
        r"ref_+(?: \w+)? (?:clears|leaves|goes(?: out)?|drops|lands|gets paid|is paid|is settled)|put(?:ting)? (?:\S+ ){1,4}on account|on account (?:on|by|this|next)",
        r"(?:will|'ll|shall|should|to|gonna|can|must|would)(?: <adverb>)* be (?:\w+ )?(?:<pay_pp>|<do_pp>|in your (?:bank|account)|included|scheduled|with you|there|on its way|part of|in (?:the|our)|on (?:the|our))",
        r"(?:gets?|getting|get it|getting it|have it|have this|have them|get this|get them|get these|have these|have that|get that) (?:\w+ )?(?:paid|settled|cleared|sorted|out|over|across|done|through|released|transferred|wired)",
        r"(?:is|are|has been|have been|been|was|were|'s|now)(?: now| all| already| also| both| currently| being)* (?:scheduled|set up|set|planned|booked|queued|lined up|arranged|approved|due to|included|put|in (?:the|our)|on (?:the|our)|slated|loaded|programmed|earmarked|down|part of|released|selected|listed|batched|passed|cleared)(?: up)?(?: to (?:go|be|leave))? ?(?:for|in|on|into|with|by|to)?",
        r"(?:will|'ll|should|to) be(?: \w+)? (?:in|on) (?:the|its|your) (?:post|mail|bank|account|way|hands)|(?:slotted|diari[sz]ed|penciled|pencilled|calendared|timed|logged|entered|keyed|cued|marked|flagged|fixed)(?: \S+){0,3}? (?:for|in|into|on|onto|value)",
        r"(?:pay|settl|clear|wir|remitt?|transferr?|send|releas)ing (?:you|it|this|them|these|the)",
        r"<pay_noun>(?: \S+){0,8}? (?:drops|lands|leave|clears|posts|credits|authori[sz]ed|goes|will go|is going|go|going|leaves|will leave|leave|will follow|follows|follow|to follow|will reach|reaches|will arrive|arrives|will hit|hits|will land|lands|will be|is due|runs|is on|will clear|coming|comes|will come|should|takes place|will take place|happens|will happen|is scheduled|are scheduled)",
        r"(?:goes|going|go|will go)(?: \w+)? (?:out|in|into|through|over|across)(?: (?:on|with|in|this|by))?",
        r"(?:expect|you can expect|look out for|you should|you will|you'll|you should)(?: to)?(?: see| have| get| receive| find)?(?: \S+){0,4}? (?:<pay_noun>|it|money|funds|balance|rest|this|them|amount|half)",
        r"(?:in|on|with|part of|included in|for) (?:the|our|next|this|my|your)(?: \S+){0,3}? (?:pay ?run|payment run|run|payment cycle|cycle|batch|bacs run|bacs)",
        r"(?:will|shall|to|'ll) (?:follow|leave|arrive|come(?! back| round| over)|reach you|hit|land|drop|clear)",
        r"(?:balance|rest|remainder|remaining|second|other half|half|first)(?: \S+){0,4}? (?:follows?|on|by|due|in|at|next|to follow)",
        r"(?:committ?(?:ed|ing|ment)?|undertake|promise)(?: \w+){0,3} (?:payment|to|that)",
        r"(?:payment|transfer) (?:date|day)(?: \w+){0,3} (?:is|will be|:)",
        r"(?:meet|keep|honou?r|stick to|respect|make)(?: \S+){0,4} (?:deadline|date)|(?:deadline|date)(?: \S+){0,3} (?:met|kept|respected|honou?red)",
        r"my (?:personal |firm |full )*(?:commitment|word|promise|guarantee)|count on|consider (?:it|this|that|them) (?:done|paid|settled|sorted)",
        r"(?:we|i)(?: will| shall|'ll)? (?:pay|settle|clear|wire|transfer|remit|post|send)(?! us)",
        r"(?:will|'ll|shall) have(?: \w+){0,2} <pay_pp>",
        r"(?:postponed|moved|pushed|rescheduled|deferred|delayed|slipped)(?: back| out)? (?:to|until|till)",
        r"(?:will|shall|'ll|to|is|are) (?:be )?(?:included|processed|taken|handled|picked up|covered|part of|treated)",
        r"(?:is|are|'s) on (?:our|the|this|next|my)(?: \S+){0,3}? (?:run|batch|list|cycle)",
        r"(?:booked|scheduled|approved|set up|lined up|released|down|set|planned|queued)(?: \S+){0,4}? (?:for|to go|to leave|on|in)",
        r"(?:on|in) (?:the|our|this|your) (?:list|schedule|payment (?:list|file|proposal|calendar)|pipeline)(?: for)?",
        r"(?:we|i)(?:'ll| will| can| could)? do(?= )",
        r"(?:comfortably|definitely|surely) by",
        r"(?:bring|get|have)(?: \w+){0,3} (?:up to date|up-to-date|sorted|squared|straight)|value date|bank date|payment date|sorted|squared away|(?:push|put|send|get)(?: \w+){0,3} (?:through|out|over)|without fail|(?:make|making) sure|effected|(?:settlement|payment) (?:by|on|for)|for sure|promise|guarantee[d]?|i'll get(?! back)|we'll get(?! back)|signed off",
        r"(?<!we )(?<!i )(?<!i\'ve )(?<!we\'ve )(?<!have )(?<!has )(?<!had )(?<!was )(?<!were )(?<!been )<pay_pp>(?: (?:this|it|these|them|both))? (?:by|on|at|in|next|this|end|mid|tomorrow)(?= )",
        r"(?:instructed|asked|told|requested)(?: \S+){0,3} to (?:execute|make|pay|transfer|release|process|send|wire|issue)",
        r"(?:[2-9]|1[0-2]|two|three|four|five|six|ten|twelve) (?:equal |monthly )*(?:instal?lments|payments|tranches|transfers|cheques)",
    ),
    "noun_only": (
        r"(?:(?:ok|okay|yes|sure|hi|hello|fine|agreed|good|great|noted|received|understood|thanks|thank you|sorry)[ ,.:!-]*)*(?:for |the |our |your |full |next )?(?:<pay_noun>|balance|rest|remainder|half|first half|second half|other half|paying|settling|remaining|a third|one third|two thirds|a quarter|\d{1,3} ?(?:%|per ?cent))",
    ),
    "plan": (
        r"instal?lments?|payment (?:plan|schedule)|as follows|schedule|in (?:two|three|four|2|3|4) (?:parts|payments|instal?lments|tranches|stages)|tranches|split|the following|stage payments|here is what|here's what|dates",
    ),
    "habit": (
        r"usually|normally pay|always pay|typically|as a rule|our (?:standard |normal |usual )?(?:payment )?terms|payment terms|every (?:month|week|friday|thursday|other)|each (?:month|week)|our policy|weekly basis|terms are|standard terms|per our agreement",
        r"normally(?: \w+){0,2} (?:pay|settle|paid|run)|(?:pay|paid|paying|settle) (?:all )?(?:our )?(?:suppliers|vendors) on",
        r"(?:contract|agreement|order|terms)(?: \S+){0,2} (?:provides?|states?|says?|stipulates?|specif\w+)|payments? (?:system|software|portal|platform|tool|process|procedure)s?",
        r"(?:who|which|that) (?:makes?|process(?:es)?|pays?|runs?|issues?) (?:payments?|invoices?|them|everything|suppliers?)",
        r"pays all|all (?:valid |approved )?invoices (?:are|within)|invoices are (?:always |normally )?(?:paid|settled)|nothing in this",
    ),
    "negation": (
        r"out of the question|(?:looks?|is|seems?|will be) (?:\w+ )?(?:difficult|hard|tough|unrealistic|tight)|ruled out|excluded",
        r"(?:(?<!and )not(?! before\W*$| later)|not (?=\w+ before)|\w+n't|never|cannot|can not|unable|no longer|nor|neither|without(?! (?:any |further |more |a )*(?:fail|delay|exception|doubt|question))|hardly|impossible)",
        r"no (?:payment|date|plans?|way|intention|funds?|transfer|commitment|longer|money)",
    ),
    "proposal": (
        r"(?:would|could|can|may|might|shall) (?:it be|we|i|you|that|this)(?! be (?:paid|settled))",
        r"(?:is|would) (?:it|that|this) (?:be )?(?:possible|ok|okay|acceptable|alright|all right|work|fine)",
        r"propos(?:e|ing|ed)|(?:our|a|my|this|following|the) proposal(?= (?:is|would|:|to))|suggest\w*|offer\w*|request(?:ing)? (?:an|a|for|more)|ask(?:ing)? (?:for|whether|if|you)|extension|if (?:that|this|it)(?:'s| is| works| would)|if you (?:agree|accept|are (?:happy|ok|okay)|can accept|could)|let (?:me|us) know (?:if|whether)|with your (?:agreement|approval|permission)|subject to your|pending your|would like to (?:pay|propose|settle|ask|split|request|spread)|are you (?:ok|okay|happy|able|willing)|please confirm (?:you|that you|if|whether)|defer|postpone|your approval",
        r"no objection to|not opposed to|in principle",
        r"(?:we'd|we would|i'd|i would|would) (?:like|prefer|need|appreciate)",
    ),
    "hypothesis": (
        r"would have (?:liked|preferred|wanted|hoped|paid|been)|(?:could|can|may|might) (?:consider|envisage|look at|contemplate)|considering|question of|out of the question|(?:may|might|could) be possible|earliest (?:we|i|that)|(?:we'd|i'd|would) rather|(?:who|whether|which(?: \w+)?)(?: \w+)? (?:gets?|is|are|will be|can be) paid|might|may (?:be able|pay|be paid)|maybe|perhaps|possibly|hopefully|hope (?:to|that|we)|hoping|would (?:pay|be paid|settle|be able|clear)|could (?:pay|be paid|settle|clear|be)|try(?:ing)? to|will try|'ll try|do our best|doing our best|best case|with (?:a bit of |any )?luck|cannot (?:promise|guarantee|commit)|can't (?:promise|guarantee|commit)|no guarantee|not (?:sure|certain|guaranteed)|to be confirmed|tbc|think we (?:can|could|may|might)|i think|should all go well|all being well|fingers crossed|tentative\w*|estimat\w+|look(?:ing)? into|see what (?:we|i) can",
        r"(?:i'd|we'd|would) (?:love|like|prefer) to",
    ),
    "condition": (
        r"(?:if|once|as soon as(?! possible| we can)|when(?! (?:we|i|you|it was|they were|the \w+ was|placing|ordering)(?: (?:originally|first|actually))? ?(?:ordered|placed|bought|took|collected|made|signed|received|booked|spoke|met)?\b(?<=ed|ht|ok|de|ke|et|ng))|whenever|provided|providing|subject to|until|unless|assuming|depending|pending|in case|upon|after (?:we|you|the|receipt|receiving|approval)|on receipt|on condition|conditional|contingent|so long as|as long as|only (?:if|when|after)|following receipt|in the event)",
    ),
    "firm": (
        r"at the latest|no later than|in any case|regardless|either way|come what may|latest",
    ),
    "retold": (
        r"(?:had|have) (?:previously |already |originally )?(?:promised|told|said|advised|confirmed|agreed|indicated|informed|planned|asked)|(?:was|were) to (?:pay|have|be|settle|send|receive)|(?:we|i) (?:intended|meant|hoped|planned|expected)|had (?:intended|hoped|agreed|promised|planned|undertaken|arranged|committed|scheduled)|was (?:supposed|meant|due to|scheduled|planned|expected|promised|to be|going)|were (?:supposed|meant|due to|scheduled|planned|expected|promised|to be|going)|should have (?:been|gone|left|paid|received)|would have been|originally|previously (?:promised|agreed|advised)|you (?:said|asked|wrote|told|mention\w*|indicat\w*|quoted?|gave|set|requested|want|wanted)|(?:as|what) (?:i|we) (?:said|promised|told) (?:you )?(?:last|in|on|earlier|back)|(?:my|our|your) (?:earlier|previous|last) (?:promise|e?-?mail|message|commitment)|(?:i|we) (?:promised|said|told|wrote|agreed)",
        r"you had (?:accepted|agreed)|(?:predecessor|colleague|previous)(?: \S+){0,3} (?:promised|said|agreed|told)|can't honou?r",
    ),
    "other_payer": (
        r"(?:customers?|clients?|bank|insurers?|insurance|tenant|landlord|investors?|buyer|head office|factor)(?: \S+){0,4}? (?:pays?|paying|paid|settles?|will pay|to pay|release[sd]?|transfers?|wires?|has paid|have paid|credits?) (?:us|me|our)",
        r"(?:are|is|get|been|be|being) (?:ourselves |finally |ourself )?paid by (?:our|the|a)|(?:we|i) (?:are|get|have been|receive) (?:ourselves )?(?:paid|payment|funds|money)",
        r"(?:pay|pays|paid|owe|owes|refund|credit) us",
        r"(?<!as )you (?:want|need|are (?:asking|claiming|demanding|expecting|owed|requesting|waiting)|ask|asked|say|state|demand|claim|expect(?! payment))",
        r"(?:your|the) (?:request|demand|reminder|letter|email|e-mail|message|chaser|notice|statement)s? (?:for|of|to|about|regarding|dated)",
        r"when (?:will|can|do|are) (?:you|we)|you(?: have| had|'ve)?(?: already| since)? (?:refunded|credited|paid|reimbursed)",
        r"your (?:\w+ )?(?:letter|email|e-mail|message|reminder|chaser|notice|statement|note|call|terms)s? (?:\w+ )?(?:asks?|asked|demands?|demanded|requests?|requested|wants?|says?|said|states?|stated|gives?|gave|requires?|calls?|mentions?)",
        r"isn't my decision|(?:we|i)(?:'re| are|'m| am)? expect(?:ing)? (?:to (?:receive|get|have) )?(?!to )(?:\w+ ){0,2}(?:funds|money|payment|cash|receipts?|income)",
    ),
    "asks_yes": (
        r"(?:is|would|does|will|do|are) (?:that|this|it|you|these|those)(?: \w+){0,3}? (?:ok|okay|acceptable|work|alright|all right|fine|suit|agree|possible|happy|accept|agreeable|in order)",
        r"(?:works?|ok|okay|acceptable|fine|alright) (?:for|with|by) you|let (?:me|us) know (?:if|whether) (?:that|this|you|it|these)|please (?:confirm|let \w+ know|advise)(?: \w+){0,2} (?:if|whether|you (?:agree|accept|are)|your (?:agreement|acceptance|approval)|this is (?:acceptable|ok|fine|agreeable)|that (?:this|you|works))|(?:await|awaiting|waiting for|look forward to) your (?:approval|agreement|confirmation|acceptance|consent|ok)|can you (?:accept|agree|live)",
    ),
    "paid": (
        r"(?:was|were|has been|have been|had been|has|have|had|'ve|been|is|are|got|already|did|'s)(?: already| all| just| now| in fact| actually| both| also| indeed| long since| since| fully| duly| been| to you)* (?:<pay_pp>|paid)",
        r"(?:we|i|they|our bank|accounts|finance|head office)(?: already| have| just| both| actually| did| duly| also)* (?:paid|settled|cleared|transferred|wired|remitted)",
        r"(?:was|were|has been|have been|had been|has|have|had|'ve|been|already)(?: already| just| now| in fact| also)* (?:made(?! it\b)|executed|initiated|completed|done|credited|debited)",
        r"(?:was|were|has been|have been|had been|has|have|had|'ve|been|already)(?: already| just| now| in fact| also)* (?:sent|processed|issued|released|dispatched|posted|submitted)(?: \S+){0,4}? <pay_noun>",
        r"<pay_noun>(?: \S+){0,9}? (?:was|were|has been|have been|has|have|had|already|went|left|cleared|been)(?: already| just| since| all| now)* (?:<pay_pp>|(?!authori[sz]ed|arranged|keyed|entered)<do_pp>|gone|left|out|through|our account|your account)",
        r"(?:paid|settled|cleared|wired|transferred|sent|remitted)(?: (?:in full|this|it|these|them|both|by \w+|via \w+|already))* (?:on|last|yesterday|this morning|today|in (?:january|february|march|april|may|june|july|august|september|october|november|december|our|full)|by (?:bacs|wire|transfer|cheque|check|card|bank|sepa|chaps)|via|with|as part of|a week ago|\w+ (?:days|weeks) ago|from)",
        r"already (?:been )?(?:<pay_pp>|sent|made|gone|processed|done)",
        r"(?:should have|must have|will have|would have)(?: already| by now)* (?:received|reached|arrived|hit|cleared|seen|got|shown|landed|been credited)",
        r"(?:our|my|the) (?:<pay_noun>)(?: (?!(?:is|are|will|to|goes|go|going|leaves?|due|by|next|scheduled|planned|foreseen|set|can|should|we|you|run|runs|file|proposal)\b)\S+){0,5}? (?:of|dated|made on|sent on|from) (?=.{0,30}\d)",
        r"(?:went|gone|left)(?: \w+){0,3} (?:out|through|our bank|our account|bank)",
        r"no longer owe|(?:nothing|zero|nil) (?:is )?(?:outstanding|owed|due|owing)|account is (?:clear|settled|up to date)",
        r"sent (?:you )?(?:the |a |our |full )?<pay_noun>",
        r"made (?:the |a |this |our |full )?(?:bank )?<pay_noun>",
        r"(?<!is )(?<!are )(?:left|went|gone|cleared|came out|debited|out)(?: \w+){0,3} (?:on|our account|our bank|the bank|yesterday|last|through|this morning)",
        r"up to date(?! statement)|(?:we|i)(?: have|'ve)?(?: already)? sent(?= (?:you )?(?:€|£|\$|\d|it\b|(?:the |a |this |our |your )?(?:\w+ )?<pay_noun>))|paid (?:\d|on)|debit (?:on|of|dated)|went out|don't understand (?:the|your|this) reminder|(?:we|i) (?:paid|posted|mailed)(?= )|posted on|cheque(?: \S+){0,4} (?:posted|mailed|cashed|sent)",
        r"^\W*(?:already |all )?(?:paid|settled|cleared)(?= (?:ages|long|weeks|months|already|in|on|by|with|last|yesterday|\d))|(?:included|was|were) in (?:the|our) (?:run|batch|payment run) (?:of|on|dated)|(?:was|were) credited",
        r"^\W*<pay_pp>\W*$|<pay_noun> (?:\S+ )?(?:made|sent|executed|effected|issued|released|processed|initiated|posted|remitted) (?=on|yesterday|last|this|by|via|today|from|\d)|taken care of (?=yesterday|on|last|this|already)|(?:shows?|showing)(?: \S+){0,3} (?:debit|payment|transfer)|went off (?:for|to)",
        r"(?:shows?|showing|marked|recorded|booked|listed|appears?|down|have|got|see)(?: \S+){0,4}? as (?:fully )?(?:<pay_pp>|closed)|^\W*(?:paid|settled|wired) (?=on|by|last|friday|monday|tuesday|wednesday|thursday)",
    ),
    "not_paid": (
        r"(?:not|\w*n't|never|yet to be|un|isn't|hasn't|haven't|wasn't)(?: yet| been| have| be| \w+){0,3} (?:<pay_pp>|<do_pp>|received)|unpaid|not (?:yet )?(?:paid|due|settled|cleared)|yet to (?:be )?(?:paid|pay|receive)",
        r"(?:settled|cleared|resolved) (?:the (?:issue|matter|question|dispute|query)|this (?:issue|matter))|(?:should|would|ought to|supposed to|meant to) have (?:been )?(?:<pay_pp>|<do_pp>)|would have been paid|(?:to|will|shall|can|cannot|be) be (?:<pay_pp>|<do_pp>)|(?:will|'ll|shall|to|must|should) be paid|get(?:s|ting)? (?:it |this |them )?paid|paid (?:by our|us)|cleared for payment|when (?:it|this|they) (?:is|are|was) paid|(?:approved|scheduled|released|set|sent|submitted|processed|cleared|included|passed) (?:to be|for) (?:paid|payment|the)|(?:once|if|until|when|unless|as soon as)(?: \S+){0,6} paid",
        r"(?:nothing|none|no \w+|neither)(?: [^\s,]+){0,4} (?:has|have|had|was|were|is|been)(?: \w+)? (?:<pay_pp>|<do_pp>)|not you|(?:paid|pay)(?: (?:\w+ ){1,4}to)? (?:the|our|your) (?:carrier|courier|haulier|driver|subcontractor|landlord|bank|installer|supplier)",
        r"whether|(?:to|with) (?:the|our) (?:payments?|accounts?|finance) (?:team|department|desk|dept)",
        r"(?:was|were) (?:conditional|contingent|meant|supposed|due|subject|dependent)|^\W*(?:have|has|had|did) (?:we|i)",
        r"(?:thought|believed|assumed|hoped)(?: \S+){0,4} (?:<pay_pp>)|nothing will be",
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
        r"(?:mailbox|inbox|address)(?: \S+){0,4} (?:clos\w+|shut|deactivat\w+|retired|going away)|use \S+@\S+ instead",
    ),
    "temporary": (
        r"holidays?|vacation|leave|out of (?:the )?office|away|absen\w+|maternity|sick|while i am|while i'm|while (?:he|she)|until i|return|urgent\w*|cover\w*|back on|in my absence",
    ),
    "ref": (r"ref_*",),
    "pay_run": (
        r"(?:final |last |pay )?dates?|runs?|batch|value|list|cycle|proposal|selection|yours",
    ),
    "fillers": (
        r"le|ok|okay|yes|sure|noted|fine|right|so|then|it|it's|that|will|be|is|done|going|on|by|at|the|latest|before|for|this|we|i|say|make|let's|shall|sorry|apologies|promise|promised|definitely|without|fail|no|later|than|thanks|confirmed|agreed|understood|to|out|in",
    ),
    "future": (r"will|'ll|shall|going to|to be|about to|gonna",),
    "act_on_payment": (
        r"(?:check|verify|review|look|examine|consider|discuss|decide)(?:s|ing)?(?! (?:it|this|that|them) (?:done|paid|settled|sorted))(?= (?:it|this|that|them|the|your|our|into|at|with|whether|if|payments?)\b)|see (?:if|whether|what|how)|(?:will|shall|to|'ll) be (?:\w+ )?(?:informed|notified|told|advised|registered|recorded|submitted|reviewed|checked|returned|contacted|discussed|decided|re-?invoiced)|(?:go|goes|going|look|looks) through (?:the|our|all|his|her|my|a)|(?:pick|choos|select)\w* (?:who|which|what)|decision|meeting",
    ),
    "acts": (
        r"<act_on_payment>|(?:sign|approve|authori[sz]e|send|(?<!the )mail|email|provide|supply|give|forward|deliver|ship|answer|reply|respond|revert|return|call|ring|contact|chase|query|validate|finish|complete|correct|amend|raise|issue|update)(?:s|ing)?|(?:tell|ask|let) you|hear (?:from|back)|confirm(?: to you| back| whether| if| by| on)",
    ),
    "waiting": (
        r"suspended|frozen|on ice|(?:run|batch|cycle|proposal)(?: \S+){0,5} (?:is|was|has been|are)(?: already| now)? (?:closed|gone|final\w*|full|past)|(?:still )?(?:awaiting|(?<!keep you )(?<!keeping you )(?<!kept )waiting)|on hold|blocked|query",
    ),
    "postponed": (
        r"(?:postponed|moved|pushed|rescheduled|deferred|delayed|slipped)(?: back| out)? (?:to|until|till)|but (?:on|rather)|instead of|(?:correction|rather than)",
    ),
    "informs": (
        r"inform you|for your (?:information|records)|please (?:note|find)|to help you match|in (?:settlement|payment) of|our ref\w*|under ref\w*|reference|cover(?:s|ing|ed)?|less (?:credit|cn|ref)|allocat\w+|(?:it|this|which) (?:settles|covers|clears|pays)|compris\w+|breakdown|split|payment (?:ref|of)|transfer(?:red)?(?: \S+){0,8} for|remitt\w+|broken down|made up of|today|in respect of|against",
    ),
    "answers_chase": (
        r"already|check|in fact|as per|see attached proof|ago|last (?:week|month)|your (?:reminder|records|statement)|should have|must have|nothing (?:is )?(?:due|outstanding)|was (?:paid|settled|cleared)|has been (?:paid|settled)|don't owe|do not owe",
    ),
    "pay_any": (
        r"pay\w*|paid|settl\w+|clear\w*|transfer\w*|wir(?:e|es|ed|ing)|remit\w*|cheques?|checks?|funds?|money|bacs|chaps|sepa|instal?lments?|balance|disburs\w+|release[ds]?|releasing|square[ds]? (?:up|away)|cash|post(?:ed|ing)?",
    ),
    "thing": (
        r"<ref>|it|it'll|this|this one|these|them|they|both|everything|all|invoices?|amount|half|balance|rest|that|yours|the lot",
    ),
    "moves": (
        r"(?:will|'ll|going|goes|go|shall|leaves|leaving|out|over|through|scheduled|booked|planned|due|set|approved|confirm\w*|expect\w*|sort\w*|done|included|batch\w*|run|send\w*|make|making|get\w*|have|receive|arriv\w+|land\w*|hit\w*|reach\w*|releas\w+|process\w*|queued|lined up|on its way|commit\w*|promise|arrang\w+|follow\w*|doing|do|deal\w*|handle\w*|action\w*|down)",
    ),
    "other_topic": (
        r"meet\w*|call\w*|visit\w*|deliver\w*|ship\w*|holiday\w*|vacation|leave|office|back|return\w*|repl\w+|answer\w*|let you know|update you|come back|get back|audit|training|clos(?:e|ed|ing|ure)(?! of (?:play|business|day))|year[- ]end|quote|offer|discuss\w*|speak|talk\w*|inventory|survey|contract|review\w*|board|conference|webinar|demo|register|appointment|available|complete|respond|deadline|send us|provide|need|inform you|engineer|technician|wait|talk|hear from|predecessor|see about|revisit|order(?:ed|s)?|sick|temping|manager|audit|down until|system|maternity|person in charge|auditors?|balance as (?:at|of)",
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
        r"^\W*<pay_pp>\W*$|ages ago|long ago|paid by (?:card|cheque|check|transfer)",
        r"(?:shows?|showing|marked|recorded|booked|listed|appears?|down|have|got|see)(?: \S+){0,4}? as (?:fully )?(?:<pay_pp>|closed)",
    ),
    "unkept": (
        r"should have (?:gone|been|left)|(?:was|were) (?:supposed|meant|due to|scheduled|planned|to be|going to)|(?:tried|attempted|meant|wanted|promised|told you|said)|(?:payment|transfer|wire|cheque|check)(?: \S+){0,6} (?:rejected|returned|bounced|failed|cancelled|refused|lost)",
    ),
    "meeting": (r"meeting|appointment|webinar|demo|call",),
    "not_credited": (
        r"you (?:were|have been|are) credited|your (?:bank )?account|payments?|transfers?|wire[sd]?",
    ),
    "several": (
        r"instal?lments|payments|tranches|each|parts|transfers|cheques|checks|monthly|wires",
    ),
    "monthly": (
        r"(?:on )?the (?P<day>\d{1,2})(?:st|nd|rd|th)? of (?:each|every) month|(?P<dayb>\d{1,2})(?:st|nd|rd|th) (?:each|every) month|(?:each|every) month[- ]end",
    ),
    "monthly_count": (
        r"(?P<count>[2-9]|1[0-2]|two|three|four|five|six|ten|twelve) (?:\w+ )?(?:instal?lments|payments|months|transfers|tranches)",
    ),
    "monthly_from": (
        r"(?:starting|from|beginning|commencing)(?: in| on)?(?: the)? ?(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?)?(?P<month>january|february|march|april|may|june|july|august|september|october|november|december)",
    ),
}
