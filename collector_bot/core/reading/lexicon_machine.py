"""How machines write: bounces, absences, automatic answers, newsletters (folded)."""

# ruff: noqa: E501 - one phrase per line reads better than a wrapped one
from __future__ import annotations

import re

_LISTS: dict[str, tuple[str, ...]] = {
    "bounce_subject": (
        r"undeliver\w*|undelivered mail|delivery (?:status notification|failure|has failed|delayed|incomplete|problem|report)|returned (?:mail|to sender)|mail (?:delivery|system) (?:failed|failure|error|subsystem)|failure notice|message (?:undeliverable|not delivered|delivery delayed|delayed)|could not be delivered|non[- ](?:remis|delivery|distribu\w+)|echec de (?:la )?(?:remise|distribution|livraison|l'envoi)|message non (?:distribue|remis|delivre)|impossible de remettre|remise (?:differee|impossible|retardee)|retour(?:ne)? a l'expediteur|avis de non|unzustellbar|nicht zustellbar|delivery notification|warning: (?:message|could not send)|mailbox (?:full|unavailable)|non recapitabile|mancata consegna|no se ha podido entregar|onbestelbaar|rapport de non-remise|notification d'etat de remise",
    ),
    "bounce_sender": (
        r"mailer-daemon|postmaster|mail-daemon|mailer\.daemon|bounces?[-+.@]|maildelivery|microsoftexchange[0-9a-f]*|no-?reply-delivery|mail delivery",
    ),
    "bounce_body": (
        r"(?:could not|cannot|couldn't|wasn't|was not|has not been|not been|unable to|failed to)(?: be)?(?: \w+){0,3} (?:deliver\w*|send|reach\w*|find)|delivery (?:to the following|has failed|failed|attempt|of this message)|address (?:not found|rejected|couldn't|could not|wasn't)|user unknown|no such (?:user|recipient|mailbox)|unknown user|mailbox (?:is )?(?:full|unavailable|not found|disabled|does not exist)|does not exist|adresse (?:introuvable|inconnue|n'existe)|n'a pas (?:pu|ete) (?:etre )?(?:remis|distribue|delivre|trouve)\w*|impossible de (?:remettre|distribuer|trouver|livrer)|n'existe pas|boite (?:aux lettres |de reception |mail )?(?:\w+ )?(?:pleine|saturee|inexistante)|over quota|quota (?:exceeded|depasse)|exceeded (?:its|the|storage)|undeliverable|550[ -]|5\.\d\.\d{1,3}|4\.\d\.\d{1,3}|permanent (?:fatal )?error|temporar\w+|delayed|retard\w+|will (?:keep )?(?:retry|try)\w*|echec (?:de la remise|permanent)",
    ),
    "not_permanent": (
        r"4\.\d\.\d{1,3}|5\.2\.2|mailbox (?:is )?full|over (?:its )?quota|quota (?:exceeded|depasse)|exceeded (?:its|the|his|their|storage)|insufficient (?:storage|system)|boite (?:aux lettres |de reception |mail )?(?:\w+ ){0,3}(?:est )?(?:pleine|saturee)|delayed|delay\b|temporar\w+|will (?:keep |continue )?(?:to )?(?:retry|try)\w*|retardee?|differee?|nouvelle tentative|(?:421|450|451|452)[ -]|has not (?:yet )?been delivered|greylist\w*|still being (?:retried|tried)|warning message only|n'a pas encore|do not need to resend|plus d'espace|espace (?:insuffisant|disque)",
    ),
    "permanent": (
        r"5\.1\.\d{1,3}|5\.4\.\d+|5\.7\.\d+|5\.0\.0|user unknown|unknown user|no such (?:user|recipient|mailbox)|does not exist|doesn't exist|address not found|address (?:couldn't|could not|wasn't) be found|(?:550|551|553|554)[ -]|n'existe pas|introuvable|inconnue?|permanent\w*|rejected|wasn't found|disabled|invalid recipient",
    ),
    "auto_subject": (
        r"reponse automatique|automatic reply|auto(?:matic)?[- ]?(?:reply|response|reponse|antwort)|out of (?:the )?office|absence(?: du bureau|s)?(?: :|$)|absent[e]?(?: du bureau| :|$| jusqu)|message d'absence|abwesenheit\w*|automatische antwort|respuesta automatica|risposta automatica|automatisch antwoord|notification d'absence|avis d'absence|away from (?:the office|my)|on (?:annual )?leave|i am away|en conges?(?: |$)|auto: |ooo\b|vacation|accuse de reception(?: automatique)?|ticket (?:cree|created|received)|we(?:'ve| have) received your (?:e-?mail|message|request)",
    ),
    "auto_body": (
        r"(?:ceci est une?|cette reponse est une|il s'agit d'une?) (?:reponse|message|courriel|e-?mail) automatique|\[message automatique\]|message automatique(?= ?:|\.|$)|message (?:genere |envoye )?automatique(?:ment)?,? (?:merci de ne|de|d'absence|envoye)|reponse automatique|this is an auto(?:mated|matic) (?:reply|response|message|e-?mail)|auto(?:mated|matic) (?:reply|response)|automatische antwort",
    ),
    "receipt": (
        r"(?:votre|vos|ce) (?:message|demande|e-?mail|courriel|mail|requete|sollicitation|ticket)s?(?: \S+){0,4}? (?:enregistr|recu|pris|transmis|cree|affect|attribu|achemine)\w*",
        r"(?:your|this) (?:message|request|e-?mail|enquiry|inquiry|query|ticket|case|mail)(?: \S+){0,4}? (?:received|logged|registered|created|assigned|recorded|queued)|(?:we(?:'ve| have)|has been) (?:received|logged|registered)|ihre (?:anfrage|nachricht|e-?mail)(?: \S+){0,5} (?:eingegangen|erhalten|erfasst)|(?:hemos recibido|abbiamo ricevuto|wij hebben)(?: \S+){0,3} (?:mensaje|consulta|messaggio|richiesta|bericht)",
    ),
    "away": (
        r"(?:je suis|je serai|nous sommes|suis|etant|serai)(?: \w+){0,4} (?:absente?s?|en conges?|en vacances|en deplacement|en arret|en formation|hors du bureau|indisponible)|(?:i am|i'm|i will be|we are|i'll be|am)(?: \w+){0,4} (?:out of (?:the )?office|away|on (?:annual |maternity |paternity |sick |parental )?leave|on (?:holiday|vacation)|out until|travelling|traveling)|out of (?:the )?office|absente? du bureau|conge (?:maternite|paternite|parental)|bureaux? (?:seront?|sont|est|sera) fermee?s?|(?:entreprise|societe|usine|service|atelier|agence|magasin|mairie)s? (?:est|sera|sont|seront) fermee?s?|absente? (?:ce jour|aujourd'hui|jusqu|du \d|pour)|(?:our )?offices? (?:is|are|will be) closed|nicht im (?:buro|haus)|im urlaub|fuera de la oficina|fuori ufficio|afwezig|ferme(?:e|s)? (?:du|jusqu|pour)",
    ),
    "answers": (
        r"(?:get|come|revert|be|write) back to you|(?:respond|reply|answer|revert)(?:ing)? to (?:you|your)|(?:we|i)(?:'ll| will| shall| aim to| try to) (?:respond|reply|answer|revert)|revien\w+ vers|(?:vous )?repond\w+|traite\w* votre|(?:antworten|melden uns|bearbeiten)|responder\w+|risponder\w+|(?:beantwoord|reageren)\w*",
    ),
    "return": (
        r"reouverture|reopening|(?:de )?retour|reviens|revien\w+|rentre\w*|reprend\w*|a compter d[ue]|a partir d[ue]|disponible|return(?:ing|s)?|back|again|zuruck|wieder|regreso|vuelvo|ritorno|rientr\w+|terug|reopen\w*|rouvr\w+|reouvr\w+|repondrai|traiterai|recontacterai|joignable|reprise|redemarr\w+",
        r"ab(?: dem)?|a partir del?|vanaf|dal",
    ),
    "until": (
        r"jusqu'(?:au?|en|a la|a)(?: \w+)? ?$|until(?: and including)?(?: the)? ?$|till(?: the)? ?$|through(?: the)? ?$|thru ?$|bis(?: zum| einschliesslich)?(?: dem)? ?$|hasta(?: el)? ?$|fino al? ?$|tot(?: en met)? ?$|\bau ?$|\bto(?: the)? ?$|et le ?$|[-–] ?$",
    ),
    "included": (
        r"inclus\w*|compris|included|inclusive|including|einschliesslich|incluid\w+|t/m|through|soir|au soir|tot en met",
    ),
    "bulk_line": (
        r"se desabonner|desabonn\w+|se desinscrire|desinscri\w+|unsubscribe|opt[- ]out|newsletter|voir (?:cet e-?mail|ce message|la version) (?:dans|en ligne)|view (?:this e-?mail )?in (?:your )?browser|gerer (?:mes|vos) preferences|manage (?:your )?preferences|ne plus recevoir",
    ),
}


def _compiled(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(_LISTS[name])})(?!\w)")


BOUNCE_SUBJECT = _compiled("bounce_subject")
BOUNCE_SENDER = _compiled("bounce_sender")
BOUNCE_BODY = _compiled("bounce_body")
NOT_PERMANENT = _compiled("not_permanent")
PERMANENT = _compiled("permanent")
AUTO_SUBJECT = _compiled("auto_subject")
AUTO_BODY = _compiled("auto_body")
RECEIPT = _compiled("receipt")
AWAY = _compiled("away")
ANSWERS = _compiled("answers")
RETURN = _compiled("return")
INCLUDED = _compiled("included")
BULK_LINE = _compiled("bulk_line")
UNTIL = re.compile("(?:" + "|".join(_LISTS["until"]) + ")")
