"""French in fewer, other or misspelt words: what clerks and shopkeepers type (folded text)."""

# ruff: noqa: E501 - one phrase per line reads better than a wrapped one
from __future__ import annotations

# Up to two, four or eight words between, an elided article before what follows.
_2, _4, _8 = (rf"(?: \S+){{0,{n}}}? (?:[ldnsjmc]'|qu')?" for n in (2, 4, 8))

LISTS: dict[str, tuple[str, ...]] = {
    # What can be settled without money.
    "n_trouble": (
        r"(?<!en )litiges?|problemes?|pb|soucis?|questions?|differends?|desaccords?|incidents?|reclamations?|pannes?|malentendus?|anomalies?|ecarts?|sujets?|affaires?|dysfonctionnements?|bugs?|blocages?|reserves?|sav|difficultes?",
    ),
    "not_paid": (
        r"avoir(?: \S+){0,6},? (?:tout|le compte|la facture|elle) (?:est|a ete) (?:donc )?sold\w*",
        r"debloqu\w+ (?:la |votre |cette |les |vos |le )?(?:factures?|ref_|dossier|commande)",
        r"(?:factures?|ref_+|dossier)(?: \S+){0,2} (?:est|a ete|sont|ont ete) (?:\w+ )?debloque\w*",
        r"(?:l'|les )(?:avons|ai|a|avions) transfer\w+",
        r"(?:l'|les |la |le )?(?:avons|ai|a|avions) transferee?s?(?= (?:a|au|aux|vers)\b|[.,;]|$)",
        r"transfer\w+(?: \S+){0,3} (?:a|au|aux) (?:notre|son|la|le|mon|vos?|leur)",
        r"(?:salaires?|paies?|urssaf|charges sociales|impots?|loyers?|autres fournisseurs|transporteur|sous-traitants?)(?: \S+){0,4}? (?:ete |est |sont )?<pay_pp>",
        r"pas la votre|pas les votres",
        r"regle\w* (?:le |la |les |l'|votre |notre |bien le )(?:thermostat|debit|pression|temperature|vanne|appareil|minuterie|alarme)",
        r"ni (?:payee?|reglee?|validee?|receptionnee?)",
        r"<n_trouble>(?: [^\s,;]+){0,6}? (?:est|sont|a|ont|etait|etaient|semble\w*|etant)(?: \w+){0,3}? (?:regle|sold|liquid|apur|regularis)\w*",
        r"<n_trouble>(?: \w+)? (?:bien |donc |enfin |desormais )?(?:regle|solde|regularise)\w*",
        r"(?:regle|solde|regularise)\w* (?:le|la|les|l'|ce|cet|cette|ces|un|notre|votre|mon|son|tous? les|leurs?|ces deux) ?(?:\w+ ){0,2}<n_trouble>",
        r"comptes?(?: [^\s,;]+){0,4}? (?:est|sont|a ete|semble|apparait|parait)(?: \w+){0,2}? (?:sold|clos|clotur)\w*(?! (?:depuis|le \d|par))",
        r"par (?:l'|votre |un |notre |cet |ledit )avoir",
        r"^\W*(?:est-ce que|avez|avons|a-t-on|ai-je)\b",
        r"(?:reste|restent|restant|restait)(?: \w+)? a (?:payer|regler|solder)",
    ),
    "paid": (
        r"(?:a|ont)(?: deja| bien)* (?:ete )?\w+ee?s? et <pay_pp>",
        r"vous (?:avez|detenez) (?:bien |deja )?(?:notre|votre|l'|cet) ?(?:argent|du|paiement|reglement|virement|cheque)(?: \S+)? depuis",
        r"(?:lettree?s?|soldee?s?|rapprochee?s?|appairee?s?|couverte?s?) (?:avec|par) (?:notre|mon|nos|le|un) <pay_noun>",
        r"(?:ai|avons|a) valide (?:le|notre|mon) <pay_noun>(?: \S+){0,4} (?:site|ligne|portail|appli\w*)",
        r"^\W*(?:ref_+ ?[:,-]? ?)?(?:fait|faite|effectuee?|emise?|partie?|envoyee?|executee?|debitee?|expediee?) (?:le|depuis|hier|ce matin|la semaine|par|en date|vendredi|jeudi|lundi|mardi|mercredi|samedi)",
        r"(?:a|ont|ai|avons)(?: vous| deja| bien| lui| egalement)* (?:donne|remis|porte|apporte|laisse|verse|depose|poste|confie)e?s?(?: \S+){0,4}? (?:cheque|especes|argent|liquide|enveloppe|somme|reglement|paiement)s?",
        r"(?:somme|argent|fonds|montant|<pay_noun>)(?: \S+){0,4}? (?:a|ont) (?:bien |deja )?(?:quitte|ete (?:debite|preleve|vire|verse|retire|pris))\w*",
        r"(?:ref_+|(?<!les )(?<!des )(?<!en )factures?|elles?|celles?-ci)(?:,? (?:et|ref_+|toutes?|tous|deux|trois|bien|deja|etant|est|sont|donc|:|-)){0,8} (?:deja |bien ){0,2}<pay_pp>\W*$",
        r"(?:a|ont|ai|avons)(?: deja| bien| ete| vous)*(?: bel et bien| dument| en son temps| en temps voulu| tout a fait| \w+ment)+(?: ete)? <pay_pp>",
        r"(?:viens|venons|vient) (?:tout juste |juste |a l'instant |ce matin |tout a l'heure )de (?:vous |la |les |le )?<pay_inf>",
        r"(?:g|jai|j ai|jlai|je lai|on la|on les a|ont a|nous lavons|lavons|navons|vs a|vs avons|c)(?: deja| bien| tt)* (?:<pay_pp>|pay[ez]r?|regler|fait le <pay_noun>)",
        r"avoir (?:bien |deja )?(?:effectue|fait|emis|envoye|execute|realise|transmis|poste|ordonne|declenche|passe|lance)e?s?(?: \S+){0,4}? <pay_noun>",
        r"(?:est|sont|etai(?:t|ent)|ete) (?:bien |deja )*(?:partie?s?|passee?s?|sortie?s?|incluse?s?|comprise?s?|integree?s?|traitee?s?) (?:dans|avec|sur|en|a) (?:notre|le|la|un|une|mon)(?: \w+)? (?:lot|train|campagne|remise|serie|selection|run|virement|bordereau|fichier|paie|paye|vague|fournee)s?(?: \w+){0,3}? d[ue']",
        r"(?:decaissement|paiement|virement|reglement|mandatement|versement|debit)(?: \S+){0,8}? (?:en date du|date du|a la date du|valeur|execute le|effectif (?:le|au|depuis))",
        r"(?:eur\w*|€|\d)(?: \w+){0,2} (?:sont|est|ont ete|a ete) (?:bien |deja )?(?:partie?s?|sortie?s?|viree?s?|debitee?s?|prelevee?s?|versee?s?|payee?s?|envoyee?s?|remise?s?)",
        r"^\W*(?:(?:la |le )?ref_+ ?[:,-] ?)?(?:c'est|cest|tout est|ca a ete|deja) (?:bien |deja )*(?:fait|regle|paye|vire|parti|solde)(?= (?:depuis|le|du|hier|avant-hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|la semaine|ce matin))",
    ),
    # Payments to come.
    "pay_noun": (
        r"paies? fournisseurs?",
        r"departs? (?:en banque|du (?:virement|paiement|reglement)|des fonds)|mises? en banque|ordres? de (?:virement|paiement)|executions? (?:bancaires?|d[ue] (?:virement|l'ordre|paiement))",
        r"decaissements?|cycles? de (?:paiement|reglement)s?|sessions? de (?:paiement|reglement)s?|vagues? de (?:paiement|virement)s?|passages? en (?:paiement|banque)|remises? (?:de )?(?:cheques?|virements?|prelevements?)|mises? en (?:paiement|reglement)|vir(?=[ .])|vrt|viremt|virmt|reglmt|paimt|paiemt|chq",
    ),
    "will_pay": (
        r"vous (?:trouverez|verrez|constaterez)(?: \S+){0,4}? (?:sur (?:votre|vos) (?:comptes?|releves?)|en banque)",
        r"(?:prend\w*|attraper\w*|integrer\w*|rejoin\w+|figur\w+ (?:sur|dans)|embarquer\w*) (?:celui|celle|ceux|le train|le lot|la campagne|la remise|le prochain|la prochaine|le virement|la serie)",
        r"(?:est|sera|seront|sont|passe|passera) (?:bien )?(?:dans|sur|de|avec) (?:la |le |notre )(?:premiere?|prochaine?|derniere?|seconde?|deuxieme) (?:fournee|vague|lot|train|campagne|remise|serie|tournee|selection|echeance|run)",
        r"(?:fonds|sommes?|argent|montant|€|euros?|eur|le tout|solde)(?: \w+){0,3} vous parviendr(?:a|ont)",
        r"vous (?:l'|les |le |la )(?:avez|aurez|recevez|recevrez|verrez)(?=\W*$|,? (?:le |la |avant|au |d'ici|pour |lundi|mardi|mercredi|jeudi|vendredi|samedi|demain|fin|debut|sans faute|sur votre|semaine))",
        r"(?:desinteress|acquitter de)\w*",
        r"(?:et|puis|donc) (?:vous |le |la |les |l'|en |y ){0,2}(?:reglons|payons|virons|versons|soldons|effectuons|lancons|procedons|regularisons|debloquons)",
        r"(?:ordonnanc|reten|valid|enregistr|position|budget|vis|provisionn|echeanc|saisi|prepar)\w*(?: \w+)? (?:pour le|pour un|pour paiement|pour reglement|a l'echeance|a echeance|a la date|sur l'echeance)",
        r"(?:ce|cela|ca|elle|il|tout) (?:sera|seront) (?:parti|fait|regle|paye|vire|envoye|solde|bon)\w*",
        r"(?:passer(?:a|ai|ons)?|viendr(?:a|ai|ons)) (?:vous |te )?(?:porter|deposer|remettre|apporter|donner|regler|payer)",
        r"(?:je|j|on|nous|ns)(?: (?:vous|vs|v|te|les?|la|l'))*(?: ?(?:v|vs|vais|va|ve))?(?: (?:vous|vs|v|te|les?|la))* (?:pais|paies|payes|pey|pay|paiera|payerai|payera|payrai|payer|virer|vires|regles|reglerai|fe le|fe un|fait le|fais le|feré|fere)(?! pas)",
        r"y (?:figure|figurera|est|sera|passe|passera|aura (?:bien )?sa place|est bien)(?: (?:bien|donc|incluse?|inscrite?|comprise?|integree?))*",
        r"(?:serez|seras|sera|seront|etes|est|sont|soit|soyez)(?: bien| donc)? (?:integr|inclu|compri|inscri|ajout|mis|pris|programm|cas|plac|embarqu|rattach|prevu|glisse)\w*(?: \w+)? (?:a|dans|sur|en|pour|au) (?:la |le |les |notre |l'|nos )?(?:prochain\w* )?(?:remise|lot|campagne|train|cycle|serie|selection|tournee|run|echeance|vague|fournee|session)s?",
        r"donner(?:a|ont) lieu a (?:\w+ ){0,2}<pay_noun>|fer(?:a|ont) l'objet (?:de |d')(?:un |une |ce |cet )?(?:\w+ )?<pay_noun>",
        r"(?:virement|paiement|reglement|versement)s?(?: \w+){0,2} (?:aura|auront|portera|prendra) (?:donc |bien |pour )?(?:date|effet|valeur)",
        r"(?:ce|cela|ca) sera (?:donc |bien |finalement |plutot |fait |regle |paye |pour |alors )*(?=le |au |pour |lundi|mardi|mercredi|jeudi|vendredi|fin |debut |demain|d'ici|avant)",
        r"(?:mettre|donner|lacher|sortir|aligner|rembourser) (?:la moitie|le solde|le reste|\d|un (?:tiers|quart|acompte))",
    ),
    "postponed": (
        r"(?:report|repouss|decal|differ|recul|remis|renvoy)\w*(?: \w+){0,2} (?:au|a|pour|jusqu'au|vers)|finalement|en definitive",
    ),
    "waiting": (
        r"(?:nous|on|je) (?:recevons|recevrons|recois|recevrai|recoit|recevra|encaiss\w+|touch\w+|percev\w+) (?:\w+ ){0,3}(?:fonds|encaissements?|reglements?|subventions?|pret|argent|paiements?|virements?)",
        r"(?:encaissements?|subventions?|pret|rentrees?|recettes)(?: \S+){0,5} (?:arriv\w+|tomb\w+|rentr\w+|seront la|est la|sont la)",
        r"(?:a l'|en cours d')(?:etude|arbitrage|examen|analyse)|en cours d'instruction",
    ),
    "acts": (
        r"(?:votre|vos|une|la|cette) (?:relance|rappel|mise en demeure)s?|fai\w+ doublon",
        r"(?:comites?|commissions?|reunions?|points?)(?: de| d')? ?(?:tresorerie|paiements?|reglements?|direction|engagements?)|comites?|commission|conseil d'administration|assemblee|reunion|codir|audience|expertise",
        r"inscri(?:vez|re|ption)|profitez|decouvrez|beneficiez|telechargez|participez|rejoignez|(?:vous )?desabonn\w+",
        r"reponse|verdict|de retour|absente?s?|joignables?|disponibles?|injoignables?|(?:faire|ferons|ferai|fais|faisons) (?:le|un) point|statu(?:er|era|erons|era|ent)|se reuni\w+|deliber\w+|reprise|tranch(?:er|era|erons)",
    ),
    "pay_any": (
        r"decaiss\w+|debourse\w*|pais|payrai|virmt|viremt|reglmt|paiemt",
        r"execution\w*|depart en banque|<pay_noun>",
    ),
    "noun_only": (
        r"(?:desolee?s?|navree?s?|pardon|excusez|toutes (?:mes|nos) excuses|mille excuses|merci)(?: [^\s,;]+){0,7}[,:] (?:le |la |un |une |notre |votre |mon )?<pay_noun>",
    ),
    # Objections.
    "contest_word": (
        r"contest(?:e|es|ons|ent|ation|ee|ees|er)\b|en litige|desaccord|(?:pas|nullement|aucunement) d'accord",
    ),
    "s_already_credited": (
        r"extourn\w+|contre-?pass\w+",
        r"(?:remis|consenti|accorde|transmis|delivre|fourni)(?: \S+){0,3}? (?:l'|un |votre |cet )avoir(?! de \d)",
        r"(?:avez|aviez|ayez|a|ont)(?: \S+){0,6} credite (?:notre|le) compte",
        r"(?:avoir|note de credit|<ref>)(?: \S+){0,5} (?:couvr|annul|compens|sold|absorb|neutralis)\w+ (?:integralement |totalement )?(?:la |cette |le |votre |les |l'|ce )?(?:factures?|<ref>|piece|montant|somme|total)",
        r"(?:note de credit|avoir)(?: \S+){0,3}? (?:que vous (?:nous )?(?:avez|aviez)|qui (?:annule|solde|couvre|nous a)|recue? de (?:votre part|vous))(?: \S+){0,3}? (?:emis|etabli|adress|envoy|fait|transmis|sur|pour|la|cette|le)\w*",
        r"(?:avoir|note de credit|<ref>)(?: \S+){0,2} (?:a |vient |est venue? )?(?:sold|annul|compens|couvr|apur)\w+(?: \w+){0,2} (?:la |cette |le |votre |les |l')?(?:factures?|<ref>|piece|solde|montant)",
    ),
    "s_duplicate": (
        r"deja (?:compris|inclus|repris|comptabilis|factur|couvert|compt)\w* (?:dans|sur|par|en|avec) (?:votre|la|une|notre|le|l'autre|vos) ?(?:situation|facture|precedent\w*|decompte|forfait|contrat|<ref>|autre)",
        r"refactur\w+(?: \S+){0,6} deja (?:paye|regle|acquitte)\w*",
        r"(?:portent|concernent|correspondent a|reprennent|recouvrent|ont trait a|visent)(?: \w+){0,2} (?:le|la|les|l'|a la|au) ?memes? ",
        r"(?:c'est|il s'agit de) la meme (?:prestation|facture|livraison|intervention|commande)",
        r"(?:deuxieme|seconde|2e|2eme|troisieme) (?:facture|facturation)(?: \S+){0,4} (?:pour|d[eu']) ?(?:un|une|la|le|cette|ce) ?(?:seule?|meme|unique)",
        r"deja (?:comptabilis|enregistr|saisi|recu|trait|regl|pay)\w*(?: \S+){0,3} sous (?:le |la |un )?(?:autre )?(?:numero|n°|reference|nom)",
        r"pour (?:un seul|une seule|un unique) (?:passage|envoi|chantier|livraison|intervention|commande|deplacement|prestation)",
        r"(?:factur|compt|adress|envoy)\w*(?: \w+){0,3} (?:a )?(?:deux|2|plusieurs) reprises",
    ),
    "s_wrong_recipient": (
        r"(?:n'est|n'etait|n'etions|ne sommes) pas (?:notre|nous|la notre)(?: \w+)? ?(?:societe |entreprise |service |agence |entite )?qui",
        r"(?:voyez|voir|traitez|reglez|voyez-le)(?: \w+)? (?:cela |ca |ce point |donc )?(?:avec|directement avec) (?:l'|le |la |notre |les |leur |son )?(?:assur\w+|bailleur|syndic|proprietaire|locataire|exploitant|repreneur|client|filiale|maitre d\w+|holding|franchise\w*|mandant)",
        r"c'est (?:elle|lui|eux|a \w+|notre \w+) (?:qui|de) (?:prend|pren|doit|doivent|paie|paye|regl|pay|assum|suppor)\w*",
        r"(?:immeuble|local|locaux|magasin|site|fonds|copropriete|residence|contrat|batiment)(?: \S+){0,4} (?:change de (?:syndic|proprietaire|gestionnaire|exploitant|locataire|main)|n'est plus (?:gere|a nous|le notre|notre)|n'est plus gere)",
        r"(?:re)?facturez(?:-la|-le|-les)?(?: s'il vous plait| svp| plutot| directement| donc)* (?:a|au|aupres d[eu]) (?!nouveau|tort)",
        r"a (?:re)?facturer (?:plutot |directement )?(?:a|au) (?=[a-z]{3})(?!nouveau|tort|prix)",
        r"seule? (?:beneficiaire|concernee?|debitrice|debiteur)|personnalite juridique|(?:emane|vient|provient|releve) d[eu] (?:comite|syndicat|locataire|proprietaire|la filiale|notre (?:filiale|holding))",
        r"vous (?:tourner|rapprocher|retourner|adresser)(?: \w+)? (?:vers|du|de|aupres d[eu]|a) (?:le |la |l')?(?:cabinet|syndic|nouveau|nouvelle|repreneur|locataire|proprietaire|bailleur|filiale|liquidateur)",
        r"confondez(?: \S+){0,3} (?:avec|notre)|homonyme",
        r"(?:concerne|regarde|incombe)(?:nt)? (?:a )?(?:notre|nos|le|la|l'|un|une|leur) (?:faconnier|sous-traitant|filiale|prestataire|client|locataire|syndic|proprietaire|maison mere|bailleur|ancien|autre|exploitant|repreneur|franchise)",
        r"rien a voir avec (?:nous|notre)|(?:societe|entite|structure|entreprise) (?:distincte|differente|separee|independante|a part|juridiquement)",
        r"(?:dette|facture|<ref>|creance|somme|commande)s?(?: \S+){0,3} (?:n'est|ne sont|n'etait) pas (?:la notre|les notres|le notre|a notre (?:charge|nom)|de notre (?:ressort|responsabilite))",
        r"(?:cede|vendu|ceder|repris|transfere|transmis)e?s?(?: \S+){0,6}? a (?:un |une |la |notre |l'|son |ses )?(?:\w+ )?(?:exploitant|societe|repreneur|acquereur|acheteur|tiers|franchise|proprietaire|groupe|enseigne|gerant)",
        r"ne sommes(?: \w+)? pas (?:les |le |la )?(?:debiteur|redevable|client|destinataire|donneur|proprietaire|locataire|payeur|bon)\w*",
    ),
    "doc_proof_of_delivery": (
        r"preuve(?: \S+){0,6} (?:livr|recu|remis|execut|realis)\w*",
        r"(?:document|titre|bordereau|bon)s? de (?:transport|livraison|depot|remise|passage)|feuilles? (?:de )?(?:passage|pointage|route|travail|chantier)|fiches? (?:de )?(?:passage|travail)|bons? d'(?:emargement|enlevement)|accuse de (?:livraison|reception de la marchandise)|decharge(?: signee)?",
    ),
    "doc_statement": (
        r"extraits? (?:de )?(?:notre |mon |votre |nos |du )?comptes?",
        r"(?:confirm\w+|attest\w+|valid\w+|certifi\w+|communiqu\w+)(?: \S+){0,3}? (?:le |du |notre |votre )?soldes?(?: \S+){0,6}? (?:compte|au \d|a la cloture|livres|31|30)|confirmation (?:de|du) solde|circularisation",
    ),
    "copy_request": (
        r"(?:pouvez|pourriez|peux|pourrais|merci de|veuillez)(?:[- ]vous)?(?: \w+)? (?:me|nous) (?:la |l')(?:remettre|renvoyer|redonner|transmettre|envoyer|retransmettre|adresser|faire suivre|faire parvenir)",
        r"ne l'(?:ai|avons|a|avons)(?: \w+)? (?:pas|jamais)(?: \w+)? (?:recue|vue|eue|trouvee|retrouvee)(?= |$|[.,;!])",
        r"ne (?:la|les) (?:vois|voyons|voit|trouve|trouvons|retrouve|retrouvons|localise|localisons) (?:pas|plus|nulle part)",
        r"(?:recommenc|renouvel|refai|reiter)\w*(?: \S+){0,2} (?:l'|votre |d')?envoi",
        r"(?:l'|un |une |exemplaire )(?:original|facture originale)(?! de la commande)",
        r"(?:repasser|remettre|redonner|repassez|retransmettre|reimprimer|rescanner) (?:la |cette |votre |une |les )?(?:piece|facture|document|copie)",
        r"(?:refaire|faire|faites|refaites)(?:[- ](?:nous|moi|la|le|les))* (?:passer|suivre|parvenir|partir)(?: \S+){0,3} (?:document|facture|piece|original|pdf)",
        r"(?:facture|<ref>)(?: \S+){0,3} (?:jamais|pas)(?: ete)? (?:deposee?|transmise?|recue?|arrivee?|presente) (?:sur|via|dans|par) (?:notre |le |la )?(?:portail|plateforme|chorus|boite|messagerie|bal)",
    ),
    "bank_change": (
        r"chang\w+ d'(?:etablissement|agence|organisme)(?: bancaire)?|(?:etablissement|partenaire|organisme) bancaire (?:a |vient de )?chang\w+",
        r"(?:enregistr|memoris|integr|saisi|not|utilis|prendre en compte|retenir)\w*(?: \S+){0,4} (?:l'|le |notre |cet |ce |les )(?:nouve\w+ )?(?:iban|rib|coordonnees bancaires|compte bancaire)(?: \S+){0,2}",
        r"(?:voici|ci-(?:joint|dessous|apres))(?: \S+){0,3} (?:coordonnees|rib|iban)(?: \S+){0,2} (?:a jour|actualise|mis a jour|pour l[ae]s? (?:remboursement|virement))\w*",
    ),
    "contact_change": (
        r"chang\w+ (?:d'|de |l')(?:adresse|e-?mail|mail|boite|messagerie|interlocut\w+|contact|correspondant)\b(?: \S+){0,3}?",
        r"(?:factures?|relances?|courriers?|demandes?|correspondances?|mails?|echanges?)(?: \S+){0,6}? (?:doivent|devront|sont a|seront a|devraient|peuvent)(?: \S+){0,3}? (?:parvenir|etre|arriver|transiter|adress|envoy)\w*",
    ),
    "set_up": (
        r"(?:saisi|programm|prepar|ordonn|lanc|initi|valid|sign|transmis|confirm|enregistr|mis|depos)\w*\W*$",
    ),
    "habit": (
        r"(?:payons|reglons|paie|regle|paiement|reglement)s? a \d+ jours",
        r"(?:une|deux|trois|quatre|\d) fois par (?:mois|semaine|an|trimestre)",
        r"^\W*pour (?:etre|que|pouvoir etre)(?: \S+){0,3} (?:payee?|reglee?|traitee?)s?",
        r"doi(?:t|vent) (?:\w+ )?(?:nous parvenir|nous arriver|etre (?:deposee?|recue?|transmise?))",
    ),
    "unkept": (
        r"(?:refus|rejet|bloqu|annul)\w+ (?:le|notre|ce|votre|mon|un) <pay_noun>",
    ),
    "op_resolved": (
        r"avoir(?: \S+){0,8} (?:est |a ete |sont )(?:bien )?(?:arrive|recu|parvenu|enregistre|impute|comptabilise)\w*",
        r"(?:jamais|pas) (?:eu |rencontre )?(?:de |d'|le moindre |aucun )(?:probleme|souci|litige|reproche|incident|desaccord)s?",
        r"(?:aucun\w*|sans|pas d[e'u]|nul\w*) ?(?:defauts?|malfacons?|anomalies?|non[- ]conformites?|casse|erreurs?|manquants?|vices?)(?! (?:de paiement|de reglement|de commande))",
        r"(?:pas|hors) (?:en |de )cause|ne (?:remet\w*|met\w*) (?:pas|nullement|aucunement) en (?:doute|cause)|n'est pas le (?:probleme|sujet)|rien a (?:redire|dire|signaler|vous reprocher)",
        r"(?:pannes?|fuites?|defauts?|casses?|malfacons?|dysfonctionnements?)(?: \S+){0,5}? (?<!pas )(?<!toujours )(?:reglee?|resolue?|reparee?|corrigee?|levee?|reprise?)s?",
    ),
    "not_defect": (
        r"(?:nos|mes|notre|mon|les|la|l'|le) ?(?:bureaux?|locaux|camion\w*|voiture|vehicule|imprimante\w*|ordinateurs?|reseau|copieur|sauvegarde|machine a affranchir)|degats? des eaux|inondation|incendie|cambriol\w+|defaut de (?:lettrage|saisie|imputation|pointage|provision)|erreur de (?:saisie|lettrage|notre part)|trier",
        r"pu (?:etre )?(?:tenue?s?|respectee?s?|honoree?s?)",
        r"(?:jamais|pas encore|pas) (?:ete )?(?:demarre|commence|debute|realise|effectue|execute|active|mise? en service)\w*",
    ),
    "op_ask": (
        r"(?:sans|faute de|faute d')(?: [^,.;\s]+){1,12}?,? (?:je |nous |on |il )?(?:n'|ne )?(?:peux|pouvons|peut|pourr\w+|est|sera)?(?: \w+)? ?(?:rien|pas|impossible|aucun\w*)",
    ),
    "s_price": (
        r"(?:<n_fee>|<n_price>|montants?|lignes?)(?: \S+){0,7} (?:injustifi\w+|rien ne justifie|non justifi\w+|sans justif\w+|inexpliqu\w+|n'a pas lieu d'etre|n'ont pas lieu d'etre)",
        r"(?:avait|avions|avais|aviez|etions|etait)(?: \S+){0,3} (?:tope|entendus?|convenu a|mis d'accord)(?: \S+){0,4} \d[\d ,.]{0,15} ?(?:€|eur\w*)",
        r"(?:forfait|tarif|prix|taux|montant)(?: \S+){0,4} (?:devait|aurait du|devrait) etre (?:de |a )?\d",
        r"(?:jamais|non|pas) (?:ete )?(?:evoque|annonce|convenu|discut|mentionn|chiffr|budget)\w*(?: \S+){0,3}?,? (?:a|merci de|veuillez) (?:\w+ )?(?:retir|supprim|dedui|ot|enlev|annul)\w*",
        r"erreurs? (?:tarifaires?|de (?:tarif\w*|prix|chiffrage|remise|taux|calcul))",
        r"(?:exced|depass)\w*(?: \S+){0,5} de \d[\d ,.]{0,15} ?(?:€|eur\w*|%)",
        r"(?:prix|tarif|montant|marche|contrat|offre)(?: \S+){0,6}? (?:conclu|convenu|arrete|negocie|signe|fixe|propose|annonce|etait|est)\w*(?: \S+){0,2}? (?:a|de) \d[\d ,.]{0,15} ?(?:€|eur\w*)",
        r"(?:difference|ecart) de [\d ,.]+ ?(?:€|eur\w*)",
        r"<n_agreed>(?: \S+){0,5}? (?:a |de |pour )?\d[\d ,.]{0,15}(?:€|eur\w*)(?: ht| ttc)?,? (?:\S+ ){0,5}?(?:<ref>|factur\w*|vous)(?: \S+){0,6}? \d[\d ,.]{0,15} ?(?:€|eur\w*)",
    ),
    "s_quality": (
        r"(?:etat|resultat|rendu|travail) (?:\w+ )?(?:lamentable|deplorable|catastrophique|degoutant|pitoyable|inacceptable|desastreux|piteux|epouvantable)",
        r"(?:mont|pos|branch|cabl|install|fix|soud|regl|livr)\w* (?:a l'envers|de travers|n'importe comment|du mauvais cote|au mauvais endroit|en depit du bon sens)",
        r"(?:venir|appel a|intervenir|appeler|solliciter|payer) un autre (?:prestataire|entreprise|artisan|depanneur|technicien|fournisseur)",
        r"(?:s'arrete|redemarre|se bloque|se coupe|saute|tombe|plante|disjoncte|chauffe|coule|goutte|grince|vibre|sonne)\w*(?: \S+){0,4} depuis (?:votre|vos|la|le) ",
        r"(?:rien|plus rien|ne) (?:ne )?(?:fonctionne|marche|tourne)(?: \S+){0,3} depuis (?:votre|vos)",
        r"(?:retourn|renvoy|depos|repris|rapport|parti)\w*(?: \S+){0,3} (?:sav|service apres[- ]vente|garantie|echange)|attend\w* (?:l'|un |le |votre |son )?(?:echange|remplacement)",
        r"(?:pas|jamais|mal) (?:ete )?(?:\w+ )?(?:correctement|proprement|dans les regles(?: de l'art)?|soigneusement)|laiss\w+ a desirer|pas satisf\w+|insatisf\w+",
        r"(?:nettoyage|travail|travaux|prestation|intervention|pose|reparation|peinture|finitions?|revetement)(?: \S+){0,5} (?:deplorable|lamentable|decevante?|mediocre|incomplete?|insuffisante?|sabotee?|ni fait ni a faire|a refaire|a reprendre|non conforme)s?",
        r"(?:envoye|livre|recu|fourni|pose|installe)\w* (?:le |la |les |des |du |un |une |l')(?:[^\s\d,]+ ){0,4}[^\s\d,]+,? (?:alors que |or |mais |et )?(?:nous |on |j')(?:avions|avons|avais|ai|a) (?:commande|demande|choisi|precise)",
        r"(?:livre|recu|envoye|fourni|pose|installe)\w*(?: \S+){0,6} (?:a la place d|au lieu d(?:u|es|e la|e l'|'un) ?(?=[a-z]))",
        r"qualite(?: \S+){0,4} (?:n'est pas|laisse|decoit|decevante?|deplorable|catastrophique|insuffisante?|mediocre|au rendez-vous|n'y est pas|en dessous|lamentable)",
    ),
    "s_not_received": (
        r"(?:attendons|attends|attend) (?:toujours|encore)(?: \S+){0,2} (?:la|le|les|l'|notre|nos|cette|ce|ces|votre) ?<c_goods>",
        r"(?:factur|compt|reclam)\w*(?: \S+){0,6} (?:que vous n'avez|qui n'(?:a|ont)|qui ne (?:nous )?(?:a|est))(?: \w+){0,3} (?:fait|realise|effectue|execute|livre|lieu|fourni)\w*",
        r"(?:jamais|pas encore|toujours pas) (?:ete )?(?:active|mise? en service|ouverte?|installe|mise? en place|fourni|demarre|debute|commence)\w*",
        r"(?:repartie?|reparti|retournee?|remportee?) (?:avec|aussitot avec) (?:la |le |notre |les )?(?:marchandise|colis|materiel|palettes?|livraison|commande|tout)",
        r"(?:colis|palettes?|livraison|marchandise|commande|materiel)(?: \S+){0,3} (?:introuvable|egare|perdu|disparu|volatilise)\w*",
        r"n'(?:avons|ai|a|ont)(?: \w+)? (?:pas|jamais)(?: (?!pass|sign|valid|command|demand)\w+)? (?:encore )?(?:notre|nos|la|le|les|l'|de|du|ces|cette|recu la|recu le) ?(?:commande(?! de)|marchandise|materiel|colis|livraison|pieces|palettes?)",
        r"(?:emise?|etablie?|facture\w*|recue?|envoyee?) avant (?:meme )?(?:toute |la |que )?(?:livraison|intervention|prestation|realisation|travaux|execution)",
        r"(?:formation|visite|intervention|livraison|prestation|seance|passage|location)s?(?: \S+){0,3} (?:annul|decommand|supprim|report)\w*(?: \S+){0,2} (?:par (?:vos soins|vous|votre)|de votre (?:fait|part))",
        r"(?:devait|deviez|devaient)(?: \S+){0,5} (?:n'est|ne sont|n'etes|n'a|n'ont)(?: \w+)? (?:pas|jamais) (?:venue?s?|passee?s?|intervenue?s?|livree?s?)",
        r"personne(?: \S+){0,4} n'(?:a|avait) (?:\w+ )?(?:recu|receptionne|vu|signe|pris livraison)",
        r"(?:magasin\w*|depot|quai|entrepot|atelier|chantier|site|logistique)(?: \S+){0,3} (?:n'a|n'ont|a|ont) (?:\w+ )?(?:rien|pas|jamais)(?: \w+){0,3} (?:recu|vu|receptionn\w+|enregistr\w+|trace)\w*",
        r"(?:colis|palette|livraison|envoi|marchandise|materiel)s?(?: \S+){0,5} (?:s'est|se sont|a ete|ont ete|est|sont) (?:\w+ )?(?:perdu|egare|vole|retourne|renvoye)\w*",
    ),
    "s_missing_po": (
        r"(?:bons?|numeros?|n°|references?) (?:de |d')?(?:commande|engagement|achat|marche) (?:non |pas |mal |jamais |in)(?:reference|renseigne|mentionne|indique|rappele|porte|connu|trouve|valide|reporte|existant)\w*",
        r"(?:absence|sans|manque|defaut|omission) (?:de |d')?(?:notre |la |nos |toute )?references?(?: (?:interne|obligatoire|d'achat|\d+))?(?: \S+)?",
        r"(?:depourvue?s?|denue?e?s?|exempte?s?|prive?e?s?) (?:de |d')(?:un |tout |ce |notre )?(?:numero|n°|reference|bon|code|engagement)",
        r"(?:pas|sans|aucun|manque|absence) (?:de |d'|le |notre |du |votre |un )*(?:n°|numero|no|nÂ°|reference|ref) (?:de |d'|du )?(?:bc|bdc|po|marche|commande|engagement)",
    ),
    "insolvency": (
        r"(?:est|sommes|sont|suis|mise?s?|placee?s?|passee?s?|etre|passons|ete)(?: \w+){0,2} (?:en|sous) (?:liquidation|redressement|sauvegarde|procedure collective|faillite)(?= |$|[.,;!])",
    ),
    "contact_moved": (
        r"chang\w+ (?:d'|de |l')(?:adresse|e-?mail|mail|boite|messagerie|interlocut\w+|contact)\b",
    ),
    "pay_then_day": (
        r"<pay_noun>(?:[ ,:(=>-]+(?:au|le|la|pour|ce|en|date|de|valeur|sepa|bancaire|est|sera|prevue?s?|programmee?s?|fixee?s?|cette|par|d'ici|avant|sous|effectif|a|retenue?|souscrite?|acceptee?|signee?|echeance du|echeance|maximum|max|dans|courant|fin|debut|mi-?))*[ ,:(=>-]*$",
    ),
    "payment_terms": (
        r"\d+ j(?:ours?)? (?:fin de mois|nets?|date de facture|fdm|a compter|calendaires)|delais? de (?:paiement|reglement)(?: \S+){0,3} \d+ jours|(?:conditions|modalites|delais?|termes) de (?:paiement|reglement)",
    ),
    "not_ask": (
        r"c'est (?:resolu|regle|corrige|retrouve)\w*|a ete (?:retrouve|corrige|resolu)\w*",
        r"rappel\w+ (?:ce que|ce qu'|a quoi|de quoi|quel\w*|pourquoi|l'objet)|merci d'avoir",
        r"(?:transmise?s?|remontee?s?|arrivee?s?|parvenue?s?|descendue?s?|communiquee?s?) (?:a|au|aux|en|dans|jusqu'a) (?:la |notre |nos |mon |le |l')?(?:compta\w*|service|tresorerie|siege|direction|circuit|pole|equipe|ordonnateur)",
        r"(?:renvoy|retourn|readress|refai|re-?emett|emett|etabli|transme|adress|envoy)\w*(?: \S+){0,6}? (?:complet\w+|corrig\w+|rectifi\w+|modifi\w+|conforme|mise a jour|avec (?:le|notre|nos|ce|cette|la) (?:numero|n°|bon|references?|mention|bonne))",
    ),
    "act_on_payment": (
        r"(?:communiqu|donn|indiqu|precis|transme|annonc|fix)\w+ (?:\w+ )?(?:une |la |votre |notre |cette )?(?:date|reponse|position|delai|calendrier|visibilite|information)",
    ),
    "pay_inf": (
        r"vous desinteresser|nous acquitter de \w+(?: \w+)?|vous donner satisfaction|apurer (?:notre|la|ma) (?:dette|situation)",
    ),
    "r_price": (
        r"\d[\d ,.]{0,15} ?(?:€|eur\w*)(?: ht| ttc)?,? (?:et non|et pas|pas|au lieu d\w+|contre|plutot que) (?:de |pas )?\d[\d ,.]{0,15} ?(?:€|eur)",
        r"<n_agreed>(?: \S+){0,5}? (?:inclu|compri|offert|gratuit)\w*",
        r"(?:factur|compt)\w+ (?:\w+ )?en (?:sus|plus|supplement|extra)",
    ),
    "r_quantity": (
        r"manqu\w+ (?:a l'appel|en effet|donc|aussi|toutefois) (?:\d+|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)",
    ),
    "n_orderref": (
        r"(?:references?|numeros?|n°) (?:d'|de l')(?:achat|acheteur|affaire|imputation|operation|engagement)|code (?:achat|projet|chantier|imputation)",
    ),
    "contest_hard": (
        r"non recevables?|maintenons (?:notre|nos)|maintiens (?:ma|mes)",
        r"(?:n'est|ne sont|n'etait|n'a pas a etre|ne serait)(?: \w+)? pas (?:due?s?|exigibles?)(?! (?:avant|au|le \d|d'ici|a ce jour))",
    ),
    "s_other": (
        r"(?:date|echeance)(?: \S+){0,4} (?:anterieure?|posterieure?|incoherente?|impossible|ne correspond\w*)",
        r"(?:tva|siret|siren|adresse|raison sociale|denomination|intracommunautaire)(?: \S+){0,6}? (?:n'est|ne sont) pas (?:le notre|la notre|les notres|le bon|la bonne|a jour|correct\w*|exact\w*|celui|celle)",
        r"mentions?(?: \S+){0,4} (?:incompletes?|manquantes?|absentes?|insuffisantes?)",
        r"factures?(?: \S+){0,3} (?:non recevables?|irrecevables?|irregulieres?|non reglementaires?)",
        r"contrat(?: \S+){0,4} (?:resilie|denonce|rompu|annule|arrive a (?:son )?terme|expire|non reconduit|pas (?:ete )?(?:reconduit|signe|renouvele))\w*",
    ),
    "c_again": (r"repass\w+|refaire (?:suivre|passer)",),
    "not_duplicate": (
        r"un double(?! emploi| facturation| compte)",
        r"erreur de (?:notre|ma) part|(?:enregistr|saisi|integr|import)\w* (?:\w+ )?(?:deux|2) fois|relances?(?: \S+){0,4} doublon|doublon(?: \S+){0,4} (?:relance|ticket|mail|demande)|meme (?:mail|message|relance|courrier|demande)|(?:deux|second|seconde|deuxieme) (?:relances?|mails?|messages?|tickets?|fois que vous (?:nous |me )?(?:relanc|ecriv|appel)\w*)",
    ),
    "not_missing_po": (r"(?:exced|depass)\w*",),
    "ask": (
        r"priere d[e']|a nous (?:adresser|transmettre|renvoyer|fournir|joindre|communiquer)|saurions gre|saurais gre|d'avance merci|(?:veut|veulent|exige\w*|reclame\w*|demande\w*|reclament)(?= (?:l'|un |une |la |le |votre ))",
    ),
    "refusal": (
        r"refus\w+ (?:de payer |de regler )?(?:les |vos |ces )?(?:\d+ ?(?:€|eur\w*) )?(?:de |d')?(?:frais|penalit\w+|indemnit\w+|interets)(?! de (?:port|transport|livraison|deplacement|dossier|gestion))",
        r"(?:je|on|nous) ne (?:vous |la |le |les )?(?:paye|paie|regle|payons|reglons|paierai|verse)(?: \w+)? (?:pas|rien|plus)\W*$",
        r"<penalty>(?: \S+){0,8} (?:les garder|garder|oublier|vous asseoir)",
        r"(?:ne|n')(?: \w+)? ?(?:debours|lach|sortir|acquitter|concede)\w*(?: \w+)? (?:rien|pas|aucun\w*)",
    ),
    "lacks": (r"ne (?:la|les) (?:vois|voyons|trouve|trouvons|retrouve|retrouvons)",),
    "c_unclear": (
        r"ce que (?:recouvre|represente|couvre|concerne)|de quoi il s'agit|l'objet de|a quoi (?:correspond|fait reference)",
    ),
    "not_contact": (
        r"<c_goods>(?: \S+){0,3} (?:est|a ete|sont|ont ete) (?:\w+ )?remplace\w*|remplace\w* et fonctionn\w+",
        r"merci (?:d'avoir|pour)|remplace (?:la piece|si |rapidement|le materiel)",
    ),
    "not_bank_change": (r"retard(?: \S+){0,8} changement de banque",),
    "other_payer": (
        r"(?:merci de|veuillez|priere de|prions de|invitons a|demandons de|remercions de)(?: bien)?(?: vouloir)?(?: \w+)? (?:proceder|effectuer|regler|payer|virer|solder|nous regler|nous payer|nous virer|emettre|honorer|regulariser)",
    ),
    "op_agreed": (
        r"(?:est|sont) (?:bien |exactement |effectivement )(?:celui|celle|ceux|celles|le bon|la bonne|les bon\w*)",
        r"(?:quantites?|prix|montants?|heures|prestations?|livraisons?|travaux|reception)(?: (?!pas\b|non\b|jamais\b|ne\b|n')\S+){0,4} (?:validee?|verifiee?|conforme|correcte?|exacte?|acceptee?|concorde?n?t?)s?\b",
        r"tout (?:concorde|correspond|est conforme|est bon|est ok)",
    ),
    "not_lacking": (
        r"manqu\w+ (?:(?:un|une|le|la|les|son|sa|votre|notre|encore|juste|toujours|que|plus|de|du|des|\d+|deux|trois|quatre|quelques|aussi|seulement) |l'|d')*(?:accords?|validations?|signatures?|visas?|temps|tresorerie|liquidites?|personnes?|personnel|bras|effectifs?|moyens|budgets?|elements?|reponses?|tampon|jours?|semaines?|accuse|feu vert|bon a payer|code|agrement|autorisation|piece au dossier|argent|fonds|credits?|informations?)",
    ),
    "other_topic": (r"reception|demarrage|planning|debut des travaux|mise en service",),
    "penalty": (
        r"(?:40|quarante) ?(?:€|eur\w*)(?: de (?:frais|forfait|penalit\w+|recouvrement|indemnit\w+))",
    ),
}
