"""French: what customers write about paying and about themselves (folded text)."""

# ruff: noqa: E501 - one phrase per line reads better than a wrapped one
from __future__ import annotations

LISTS: dict[str, tuple[str, ...]] = {
    "pay_stem": (
        r"pai|pay|regl|vir|sold|vers|revers|honor|acquitt|regularis|debloqu|mandat|apur|rembours|liquid|transfer|normalis",
    ),
    "light_pres": (
        r"adress(?:e|ons)|envo(?:ie|yons)|fai(?:s|t|sons)|effectu(?:e|ons)|emet(?:s|tons)|lanc(?:e|ons)|pass(?:e|ons)|realis(?:e|ons)|transmet(?:s|tons)|post(?:e|ons)|depos(?:e|ons)|remet(?:s|tons)|met(?:s|tons)|port(?:e|ons)|saisi(?:s|ssons)|program(?:me|mons)|execut(?:e|ons)|declench(?:e|ons)|ordonn(?:e|ons)|donn(?:e|ons)|apport(?:e|ons)",
    ),
    "pay_inf": (
        r"<pay_stem>er|eteindre|reglementer|se (?:mettre a jour|mettre en regle)|nous mettre (?:a jour|en regle)|rattraper (?:le |notre |ce )?retard",
        r"(?:proceder|pourvoir) (?:au|a l[ae']|a votre|a ce|aux) ?(?:\w+ )?<pay_noun>",
        r"(?:effectuer|faire|emettre|lancer|passer|envoyer|executer|programmer|declencher|valider|realiser|transmettre|adresser|poster|ordonner|initier|faire partir|mettre) (?:\w+ ){0,3}(?:<pay_noun>|en paiement|en reglement|necessaire)",
        r"vous (?:payer|regler|apurer|virer)",
        r"mettre (?:\w+ ){0,4}(?:en|au) (?:paiement|reglement)",
        r"inclure dans (?:notre|le) (?:\w+ )?<pay_noun>",
        r"faire le necessaire",
    ),
    "pay_noun": (
        r"paiements?|payements?|virements?|reglements?|versements?|cheques?|acomptes?|mensualites?|prelevements?|remises? en banque|lcr|traites?|effets? de commerce|billets? a ordre|transferts?|regle?ments?|reglmts?|pmts?|vrts?|vir\.|chqs?|tresorerie partira|campagnes? de (?:paiement|reglement|virement)s?|echeancier",
    ),
    "pay_pp": (
        r"(?:paye|payee|regle|reglee|vire|viree|solde|soldee|verse|versee|honore|honoree|acquitte|acquittee|regularise|regularisee|debloque|debloquee|liquide|liquidee|decaisse|decaissee|debourse|deboursee|apure|apuree|transfere|transferee|rembourse|remboursee)s?",
    ),
    "do_pp": (
        r"(?:effectue|fait|emis|envoye|lance|execute|passe|parti|realise|transmis|poste|ordonne|declenche|initie|depose|adresse|expedie|saisi|procede|mis|debite|credite|confirme|genere|comptabilise)e?s?",
    ),
    "will_pay": (
        r"<pay_stem>er(?:ai|ons|ont|a)",
        r"(?:je|nous|on|j')(?: \w+){0,2}? <light_pres>(?: \S+){0,6}? (?:<pay_noun>|euros?|eur|€)",
        r"(?:figur|apparaitr|ser|entrer)(?:a|ont|ez)(?: bien)? (?:dans|parmi|sur) (?:celui|celle|ceux|celles|le|la|les|notre|nos)(?: \S+){0,2} (?:du|de|des|d')?",
        r"(?:creance|dette|arriere|encours|compte)s?(?: \S+){0,4} (?:sera|seront) (?:eteinte?s?|apuree?s?|resorbee?s?|leve?e?s?|remis a (?:jour|zero))|(?:nous nous mettrons|nous mettrons|je me mettrai|on se mettra) (?:a jour|en regle)",
        r"(?:vais|va|allons|vont|compte|comptons|prevois|prevoyons|prevoit|m'engage a|nous engageons a|nous engageons|m'engage|tacherons de|ferons|ferai|fera|pourrai|pourrons|pourra|pouvons|peux|peut|souhaitons|sommes en mesure de|serons en mesure de|suis en mesure de|ai prevu de|avons prevu de|a prevu de|avons decide de|avons programme de)(?: bien| donc| egalement| tout| vous| nous| le| la| les| l'| lui| en| y| de| ensuite| alors| enfin| aussi| desormais){0,3} ?<pay_inf>",
        r"(?:nous|je|on|j')(?: vous| lui| leur| le| la| les| l'| en| y){0,2} ?(?:paie|paye|payons|paierons|regle|reglons|vire|virons|solde|soldons|verse|versons|acquitte|acquittons|regularise|regularisons|mets|met|mettons en|fais|fait le virement|faisons|effectue|effectuons|emettons|emets|lance|lancons|envoie|envoyons|debloque|debloquons|procede|procedons|programme|programmons|passe|passons)",
        r"(?:sera|seront|serez|soit|soient|est|sont|etre)(?: bien| donc| alors| egalement| tous?| toutes?| integralement| totalement| entierement| partiellement)*(?: a)? <pay_pp>",
        r"(?:sera|seront|etre)(?: bien| donc| alors| egalement)* <do_pp>",
        r"(?:sera|seront|est|sont|serait|passe|passera|passeront|inscrite?s?|prevue?s?|incluse?s?|comprise?s?|integree?s?)(?: \w+){0,3} (?:dans|sur|a|au|en) (?:le|la|notre|nos|l[ae']|mon|mes)? ?(?:\w+ ){0,2}(?:<pay_noun>|train de virements?|mandatements?)",
        r"(?:mis|mise|mises|part|partira|passe|passera|passent|partent|bon|bonne|ok|valide|validee|accord|lancee?|basculee?|programmee?s?)(?: bien| donc)? (?:en|au|a|pour|bon a)(?: le)? (?:paiement|reglement|payer|mandatement|virement)",
        r"bon a payer",
        r"mise en (?:paiement|reglement)",
        r"<pay_noun>(?: \S+){0,8}? (?:part|partira|partiront|partent|interviendra|interviendront|intervient|aura lieu|auront lieu|suivra|suivront|suit|arrivera|arriveront|arrive|se fera|se feront|tombera|sortira|sera|seront|vous parviendra|parviendra|devrait|doit|devra)",
        r"<pay_noun>(?: \S+){0,8}? (?:est|sont|a ete|ont ete|reste)?(?: bien| donc| deja| desormais)*(?: \w+)? ?(?:prevue?s?|programmee?s?|planifiee?s?|fixee?s?|calee?s?|inscrite?s?|enregistree?s?|validee?s?|ordonnancee?s?|attendue?s?|preparee?s?|lancee?s?)",
        r"(?:prevu|prevue|programme|programmee|planifie|planifiee|fixe|fixee|calee?|maintenue?)s? (?:pour|le|au|en|a|fin|debut|mi|semaine|vendredi|lundi|mardi|mercredi|jeudi|courant|sur|dans)",
        r"(?:avons|ai|a|ont)(?: bien| donc| deja| egalement)* (?:programme|planifie|prevu|fixe|cale|inscrit|ordonnance|mis en paiement|prepare)e?s?",
        r"vous (?:recevrez|aurez|serez (?:paye|regle|credite)e?s?|allez recevoir|devriez recevoir|toucherez|obtiendrez)",
        r"(?:arrivera|sera|seront|apparaitra|creditera|parviendra)(?: \w+){0,2} (?:sur votre|chez vous|en banque|dans vos)",
        r"(?<!d'une )(?<!notre )(?<!votre )(?<!faire )(?<!ma )(?:part|partira|partiront|partent)(?=,? (?:\S+ ){0,4}(?:par |en |le |ce |vendredi|lundi|mardi|mercredi|jeudi|demain|fin|debut|avec|avant|d'ici|au plus|semaine|la semaine|mi-|apres-demain))",
        r"(?:suivra|suivront|interviendra|interviendront)",
        r"aur(?:ai|ons|a|ont)(?: \w+){0,2} <pay_pp>",
        r"(?:ferai|ferons|fera|fais|faisons) (?:partir|suivre|passer|le virement|un virement|un cheque|le cheque)",
        r"(?:je|nous|on|j')(?: vous| lui| la| le| les| l'| en)* ?(?:poste|postons|adresse un cheque|vire|viens vous payer|depose un cheque)",
        r"(?:reporte|repousse|decale|differe)e?s? (?:au|a|pour|jusqu'au)",
        r"(?:sera|seront|est|sont) (?:traitee?s?|reprise?s?|prise?s? en compte|ajoutee?s?|mandatee?s?|integree?s?|incluse?s?|comprise?s?|inscrite?s?|rattachee?s?|liquidee?s?)",
        r"(?:ordre|bordereau|lot|run|campagne|train) (?:de (?:virement|paiement|reglement)s? )?(?:du|de|d'|prevu)",
        r"(?:le|un) necessaire (?:sera|est) fait",
        r"(?:ferai|ferons|fera|fais|faisons) le necessaire",
        r"(?:sera|seront|etre) chose faite",
        r"(?:dans|avec|sur|par) (?:le|la|notre|nos|mon|mes|les|un|une) (?:prochaine? )?(?:virement|paiement|reglement|campagne|lot|train|serie|echeance|cheque|mandatement)s?(?: \w+){0,3}(?: d[ue']| de)",
        r"(?:engagement|engageons|engage)(?: \w+){0,3} (?:de|a|pour|sur|regler|payer)",
        r"mandatement",
        r"(?:effectuerai|effectuerons|effectuera|ferai|ferons|fera|procederai|procederons|procedera|emettrai|emettrons|emettra|enverrai|enverrons|enverra|lancerai|lancerons|lancera|passerai|passerons|realiserai|realiserons|transmettrai|transmettrons|adresserai|adresserons|adressera|posterai|posterons|ordonnerai|ordonnerons|validerai|validerons|validera|declencherons|declencherai|executerons|executera|mandaterons|mettrai|mettrons|mettra|remettrai|remettrons|deposerai|deposerons|apporterai|initierons|programmerons|programmerai)(?: \S+){0,6}? (?:<pay_noun>|paiement|necessaire)",
        r"(?:peux|pouvons|peut|vais|allons|va|ferai|ferons|fais|faisons|compte|comptons|pourrai|pourrons)(?: vous| le| la| les| en| bien| deja| encore){0,3} (?:faire|verser|donner|sortir|tenir|envoyer|apurer|apporter|deposer)",
        r"(?:pour|avec) (?:un |le |une )?<pay_noun>(?: \w+){0,2} (?:le|au|en|fin|debut|mi|prevu|pour)(?= )",
        r"(?:confirm(?:e|ons)|valid(?:e|ons)|prevoyons|prevois|programm(?:e|ons)|planifi(?:e|ons))(?: bien| donc)? (?:le |un |notre |votre |ce |mon )<pay_noun>",
        r"(?:comptez|compter|tablez) (?:sur|dessus|sur nous)",
        r"(?:s'en|m'en|s') ?(?:charge|occupe|chargera|occupera)|(?:met|mets|mettons|mettra|remet|remettons) (?:\w+ )?(?:a jour|le compte|les comptes)|a payer|(?:sera|seront) (?:tenue?s?|respectee?s?|honoree?s?)|(?:tiendrons|tiendrai|respecterons|respecterai|tenons|tiens) (?:\w+ )?(?:engagement|promesse|parole|delai|echeance|date)|depart des fonds|(?:saisie?s?|enregistree?s?|poses?|posee?s?) (?:pour|au|en banque)|(?:etes|serez) (?:payee?|reglee?|creditee?|soldee?)s?|(?:fais|faisons|fait|ferons|ferai) (?:un|le|votre|ce) (?:cheque|virement|paiement|reglement)|nous y (?:serons|sommes)|vous y etes|date (?:de valeur|bancaire|d'execution)|echeance (?:au|du|le)(?: \S+){0,3} (?:sera|honor\w+|tenue|respect\w+)|traitement|nous honorerons|passer (?:le )?(?:prendre|chercher)",
        r"<pay_pp> (?:en|au|fin|debut|mi|a la|pour le|courant|semaine|demain|la semaine)(?= |-|$|\.)",
        r"(?:demande|instruction|ordre)(?: \S+){0,4} (?:d'executer|de payer|de virer|de regler|de faire)",
        r"(?:[2-9]|1[0-2]|deux|trois|quatre|cinq|six|dix|douze) (?:mensualites|versements|echeances|virements|cheques|traites|acomptes|reglements)",
    ),
    "noun_only": (
        r"(?:(?:ok|d'accord|bien|bonjour|oui|c'est bon|bon|accord)[ ,.:]*)?(?:pour )?(?:le |la |un |une |notre |votre |mon |les )?<pay_noun>",
        r"(?:je |nous |on )?(?:vous )?(?:regle|reglons|paie|payons)",
        r"(?:solde|reste|reliquat|totalite|moitie|premiere?|deuxieme|second|seconde|troisieme|dernier|derniere)",
    ),
    "plan": (
        r"echeanciers?|plan (?:de (?:paiement|reglement|remboursement)|d'apurement)|en (?:deux|trois|quatre|plusieurs|2|3|4) (?:fois|versements|virements|echeances|mensualites)|comme suit|calendrier|de la facon suivante|de la maniere suivante|suivante?s? :|reparti|ce que nous pouvons|mes dates|nos dates",
    ),
    "habit": (
        r"(?<!comme )habituellement|(?<!comme )d'habitude|toujours a|en general|generalement|chaque (?:mois|semaine|vendredi|jeudi|fin de mois)|tous les (?:\w+)|nos factures se (?:regl\w+|pai\w+)|nos conditions|(?:delais?|conditions|modalites|termes|mode) de (?:paiement|reglement)|accord(?:s)? (?:commercial|cadre)",
        r"normalement (?:nous|on|je) (?:payons|reglons|paie|regle)|notre (?:habitude|usage)",
        r"(?:toutes? (?:les )?|nos |les )factures (?:sont|etant) (?:payees|reglees)|factures? recues? (?:avant|apres)",
    ),
    "negation": (
        r"(?:ne|n')(?: \w+){0,4}? ?\w* ?(?:pas|jamais|plus|aucune?|guere|nullement|rien)",
        r"(?:pas|aucun|aucune|ni|jamais) (?:prevu|possible|encore|de paiement|de virement|de date|en mesure|avant|programme|question)",
        r"(?:pas|aucun|aucune) (?:\w+ )?(?:reglement|paiement|virement)s?",
        r"impossible (?:de|pour)|dans l'impossibilite|incapables?|sans pouvoir",
    ),
    "proposal": (
        r"(?:vous )?propos(?:e|ons|er|ais|erais|erions)(?! rien| pas)|(?:notre|ma|une) proposition",
        r"(?:serait|est|sera)-?(?:il|ce)? (?:possible|envisageable|acceptable|faisable)|serait-il|est-il possible|possibilite de",
        r"(?:souhaiterais|souhaiterions|aimerais|aimerions|voudrais|voudrions|pourrions|pourrais|pourrait-on|pourrait-on)(?:-vous| vous|-nous)?|(?:pourriez|pouvez|accepteriez|acceptez|seriez|etes)-vous|pourriez vous|accepteriez",
        r"(?:pouvons|peut|puis|pourrions|pourrait)-(?:nous|on|je)",
        r"(?:si|que) (?:cela|ca|vous) (?:vous )?(?:convient|va|etes d'accord|l'acceptez|acceptez|en etes d'accord)",
        r"sous reserve (?:de|d') (?:votre|vos)|avec votre accord|sauf avis contraire|dans l'attente de votre (?:accord|validation|retour)|votre accord",
        r"sollicit(?:e|ons|er)|demand(?:e|ons) (?:un|une|la possibilite|l'accord|a pouvoir|de (?:nous|bien))|un delai (?:supplementaire|de paiement|jusqu)|report(?:er)? (?:de|du|l'|le|a)",
        r"merci de (?:nous |me )?(?:confirmer|dire|valider|donner) (?:votre|si|que)",
        r"envisage(?:r|ons|ait)?|reflechi\w+|etudi\w+ la possibilite",
    ),
    "hypothesis": (
        r"(?:pai|pay|regl|vir|sold|vers)er(?:ais|ions|ait|aient)|pourrai[st]|pourrions|pourraient|aurions pu|aurait du|aurait ete",
        r"peut-etre|eventuellement|probablement pas|j'espere|esper(?:e|ons|er|ant)|dans le meilleur des cas|si possible|essaier(?:ai|ons)|essay(?:er|ons|e|erai|erons)|tent(?:er|ons|erai|erons)|ferons (?:notre|de notre) (?:possible|mieux)|au mieux|tache(?:rai|rons)|hypothese|mon possible|notre possible|je pense (?:que|pouvoir)|nous pensons pouvoir|sans (?:garantie|engagement|certitude)|a confirmer|sous reserve|rien (?:vous )?garantir",
    ),
    "condition": (
        r"(?:si|s'il|s'ils|si l'|sinon)(?= )(?! (?:possible|besoin|vous avez (?:des|une) question|ce n'est))",
        r"a (?:la )?condition|des (?:que(?! possible)|reception|lors|l'obtention|le retour|validation|accord|regularisation|l'arrivee|encaissement)|une fois|lorsque|quand|tant que|pourvu que|dans l'attente|sauf si|en cas (?:de|d')|apres (?:reception|accord|encaissement|que|signature|deblocage|votre|regularisation)|a reception|au moment ou|selon que|en fonction d[eu]|moyennant|jusqu'a (?:reception|ce que)|suite a votre (?:avoir|accord)|contre (?:remise|avoir)|aussitot|sous reserve",
    ),
    "firm": (
        r"au plus tard|quoi qu'il arrive|dans tous les cas|de toute facon|en tout etat de cause",
    ),
    "retold": (
        r"(?:avions|avais|avait|aviez|avaient)(?: \w+){0,3} (?:promis|dit|indique|annonce|prevu|ecrit|confirme|convenu|demande|assure|precise|propose|programme|informe|repondu)",
        r"(?:devait|devaient|devions|devais|deviez)(?: \w+){0,2} (?:etre|partir|payer|regler|intervenir|arriver|recevoir|avoir|faire|virer)",
        r"aurait du|auraient du|aurions du|etait (?:prevu|prevue|programme|programmee|cense)e?|etaient (?:prevus|prevues|censes)|(?:mon|ma|notre|nos|la|votre) (?:promesse|precedent\w*|ancien\w*|mail|message|engagement) (?:du|de|d'|initial|precedent)",
        r"(?:vous|tu) (?:m'|nous |m' )?(?:avez|aviez|as) (?:dit|indique|ecrit|demande|annonce|promis|reclame|envoye|relance|adresse|precise|accorde)",
        r"initialement|a l'origine|comme convenu au telephone le|le mois dernier",
        r"(?:vous )?(?:aviez|avez) accepte|(?:predecesseur|ancien\w*|collegue)(?: \S+){0,4} (?:avait|a|vous)|promis un (?:paiement|reglement)",
    ),
    "other_payer": (
        r"(?:client|clients|donneur d'ordre|maitre d'ouvrage|assurance|assureur|banque|affacture\w*|factor|locataire|acheteur|bailleur|mairie|siege)(?: \w+){0,3} (?:nous|doit nous|va nous|devrait nous) ?(?:aura |a |ait )?(?:pa[iy]\w*|regl\w*|vir\w*|sold\w*|verse\w*|debloque\w*)",
        r"(?:nous|m'|me) (?:paie|paye|paiera|paieront|regle|reglera|regleront|vire|virera|rembourser\w*|devez|doit|doivent)",
        r"vous (?:nous |m'|l'|la |les |en )*(?:avez|aviez) (?:deja |bien |donc )*(?:<pay_pp>|credite\w*)",
        r"vous (?:nous )?(?:demandez|reclamez|exigez|souhaitez|voulez|deviez|indiquez|ecrivez|mentionnez|rappelez|dites|pourrez|pouvez|devrez|paierez|reglerez)",
        r"(?:votre|vos) (?:demande|relance|rappel|courrier|mail|message|mise en demeure)s? (?:de|du|d') (?:paiement|reglement|virement)",
        r"(?:revenez|rappelez|recontactez|relancez|reviendrons|reviendrai|revenons|reviens|recontacterons|rappellerai|rappellerons|tiendrai|tiendrons|dirai|dirons|donnerai|donnerons|informerai|informerons)[- ](?:nous|moi|vous|vers)?",
        r"(?:serons|sommes|serions|soyons|etre|serai) (?:nous-memes |enfin |nous memes )?(?:payes|regles|rembourses|finances|livres)",
    ),
    "asks_yes": (
        r"(?:cela|ca|est-ce que (?:cela|ca)|ceci) (?:vous|te) (?:convient|va|conviendrait|irait)|(?:vous|te) (?:convient|conviendrait|va)-(?:il|elle|t-il)",
        r"(?:est-ce|serait-ce|est-il|serait-il) (?:possible|acceptable|envisageable|ok|bon)|acceptez-vous|accepteriez-vous|etes-vous (?:d'accord|ok)|d'accord \?|ok pour vous|qu'en pensez-vous",
        r"merci de (?:nous |me )?(?:confirmer|donner|faire part de|valider|dire) (?:votre accord|si (?:cela|ca|cet|cette|vous|c'est)|que (?:cela|vous|cet))|(?:dans l'attente de|attends|attendons) votre (?:accord|feu vert|validation|confirmation|aval)|confirmez-nous|confirmer? votre accord",
    ),
    "paid": (
        r"(?:a|ont|ai|avons|avait|avions|avez|ayant|avoir)(?: deja| bien| donc| ete| egalement| toutefois| pourtant| d'ores et deja| normalement| effectivement| tous?| toutes?| vous| integralement| entierement| ensuite| depuis| par ailleurs| aussi)* <pay_pp>",
        r"(?:est|sont|etait|etaient|soit|etant)(?: deja| bien| donc| pourtant| normalement| d'ores et deja| tous?| toutes?| integralement| entierement| desormais)* (?:payee?s?|reglee?s?|soldee?s?|viree?s?|acquittee?s?|regularisee?s?)",
        r"(?:d'ores et )?deja (?:ete )?(?:payee?s?|reglee?s?|soldee?s?|viree?s?|acquittee?s?|fait|effectue|parti|envoye|emis)",
        r"(?:a|ont|ai|avons)(?: deja| bien| donc| ete| egalement| pourtant| effectivement| par virement)* (?:effectue|fait|emis|envoye|execute|realise|transmis|poste|ordonne|declenche|initie|depose|adresse|expedie|passe|lance)e?s?(?: \S+){0,5}? (?:<pay_noun>|necessaire)",
        r"(?:avons|ai|a|ont) (?:deja |bien |donc )*procede (?:\S+ ){0,4}(?:au|aux|a l[ae']|a votre|a ce|a vos) ?(?:\w+ )?<pay_noun>",
        r"<pay_noun>(?: \S+){0,9}? (?:(?:a|ont)(?: bien| deja| donc| pourtant)* (?:ete )?|est |sont |,? ?(?:deja |bien )?)<do_pp>(?! en paiement)",
        r"<pay_noun>(?: \S+){0,6}? (?:est|sont|etait)(?: deja| bien| donc)* (?:partie?s?|passee?s?|fait|faite|faits|debitee?s?|en cours d'acheminement)",
        r"(?:viens|venons|vient) (?:juste )?de (?:vous )?<pay_inf>",
        r"(?:viens|venons|vient) (?:juste )?de (?:partir|passer|faire|vous faire|vous le faire|la|les|le) ?(?:<pay_inf>|virement|paiement|reglement)?",
        r"(?:avez|auriez|aviez) (?:du|normalement|bien|deja|certainement|surement) (?:\w+ )?(?:recu|recevoir|recevez|encaisse|percevoir)",
        r"(?:devriez|devez|deviez) (?:l')?avoir (?:deja |bien )?(?:recu|encaisse)",
        r"(?:notre|mon|nos|ce|le|un|du) (?:paiement|payement|virement|reglement|versement|cheque|acompte|prelevement)s?(?: \S+){0,7}? (?:du|en date du|date du|de ce jour|effectue (?:ce|le)|emis le|fait le|passe le|realise le|execute le|parti le)",
        r"(?:payee?s?|reglee?s?|(?<!le )(?<!du )(?<!de )soldee?s?(?! d[ue])|viree?s?|acquittee?s?)(?: (?:par|via|en) (?:\w+ ){0,4})? ?(?:le|du|depuis|hier|ce jour|ce matin|vendredi dernier|lundi dernier|la semaine derniere|par (?:virement|cheque|cb|prelevement))",
        r"(?:a|ont) (?:bien |deja )*ete (?:debite|preleve|encaisse)e?s?",
        r"(?:cheque|virement)(?: \S+){0,4} (?:debite|encaisse|preleve)",
        r"fait le (?:necessaire|virement|paiement|reglement)",
        r"(?:figurait|figure|etait inclus\w*|etait comprise?|comprise?|incluse?) (?:bien )?(?:dans|sur) (?:notre|le|mon) <pay_noun>",
        r"(?:solde|compte) (?:est |)(?:a zero|nul)|rien (?:ne )?(?:vous )?(?:devons|reste du)|plus rien a (?:vous )?(?:devoir|regler)",
        r"(?:sommes|suis|compte) (?:bien )?a jour(?! de (?:nos|vos))|(?:est|sont) (?:bien )?(?:passee?s?|parvenue?s?|partie?s?|sortie?s?)(?: \w+)?(?= (?:le|du|depuis|hier|mardi|lundi|mercredi|jeudi|vendredi|de notre|en banque|chez|il))|(?:virement|paiement|reglement|cheque)(?: \S+){0,4} (?:passe|parvenu|parti|quitte|encaisse|debite|arrive)|debit (?:au|du|de|le|en date)|(?:a|ont) (?:bien |deja )*ete (?:preleve|encaisse|liquide|debite)e?s?|ne comprend(?:s|ons) pas (?:votre|cette) relance|(?:bien|deja) (?:ete )?honoree?s?|payee? le|mandatee? et payee?|on vous a (?:fait|envoye|vire|paye|regle)",
        r"(?:fait|faisait) l'objet d'un <pay_noun>|reparti\w* avec (?:le|son|votre|un) cheque|^\W*(?:deja |bien )?(?:payee?s?|reglee?s?|soldee?s?|viree?s?|acquittee?s?) (?:depuis|il y a|avec|par|dans|en (?:septembre|octobre|aout|juillet))|reglee?s? depuis|vous ont ete viree?s?",
        r"necessaire (?:a|avait) (?:bien |deja |donc )*ete fait|(?:viens|venons|vient|viennent) (?:juste )?d'(?:etre|en) (?:<pay_pp>|<do_pp>|\w+ <pay_noun>)|(?:est|sont|etait) (?:bien |deja )*partie?s? en (?:paiement|reglement)|(?:votre|la|cette|ces|les|vos) (?:factures?|ref_*)(?: \S+){0,3} (?:n'est|ne sont) plus due?s?",
        r"(?:apparai|figur|ressort|marqu|not|indiqu|enregistr|class|comptabilis)\w*(?: \w+)?(?: comme)? (?:bien |deja )*(?:etant )?<pay_pp>|trace d[eu](?= )|^\W*(?:deja )?(?:paye|regle|vire|solde)e?s? (?=vendredi|lundi|mardi|mercredi|jeudi|par|en|sur)",
    ),
    "not_paid": (
        r"(?:pas|jamais|non|aucun\w*)(?: encore| ete| \w+){0,2} <pay_pp>",
        r"(?:ne|n')\w*(?: \w+){0,4}? (?:pas|jamais)(?: \w+){0,3} <pay_pp>",
        r"pas (?:encore )?(?:ete )?<pay_pp>|impayee?s?|non (?:payee?|reglee?)s?",
        r"regle (?:le probleme|ce point|la question|ce litige|le litige|ce differend|l'incident|ce souci)",
        r"(?:sera|seront|serez|serait|seraient|soit|soient|(?<!d')etre|vont etre|va etre)(?: \w+){0,2} (?:<pay_pp>|<do_pp>)",
        r"(?:avez|aviez|auriez)[- ]vous (?:\w+ ){0,2}<pay_pp>",
        r"(?:croyais|pensais|croyions|pensions|pensait|semblait)(?: \S+){0,3} (?:<pay_pp>)|rien ne (?:sera|peut)",
    ),
    "insolvency": (
        r"(?:redressement|liquidation)s? judiciaires?|procedure (?:collective|de (?:sauvegarde|redressement|liquidation|conciliation))|(?:jugement|ouverture|plan|placee?s? (?:en|sous)|mise? (?:en|sous)|demande|procedure) (?:d'ouverture )?(?:de |d'une |une |en )?(?:procedure de )?(?:sauvegarde|redressement|liquidation)|mandataires? judiciaires?|administrateurs? judiciaires?|liquidateurs?(?: judiciaire)?|depot de bilan|depose(?:e|r|ons)? (?:le |notre |son )?bilan|cessation des? paiements?|declar\w+ (?:de |votre |vos |vos? )?creances?|bodacc|mandat ad hoc|faillite|tribunal de commerce(?: \S+){0,6} (?:procedure|jugement|sauvegarde)|etat de cessation",
    ),
    "not_insolvency": (
        r"(?:ne|n')(?: \w+){0,4} (?:pas|aucune?|nullement)(?: \w+){0,4} (?:redressement|liquidation|sauvegarde|procedure|depot)|liquidation (?:de stock|totale|des stocks)|copie de sauvegarde|notre client|un client|sous-traitant|eviter|rumeurs?|afin de ne pas|(?:si|sinon)(?: \w+){0,6} (?:redressement|liquidation|bilan|cessation)",
    ),
    "bank_change": (
        r"(?:changement|modification|mise a jour|changer?|change|modifi\w+|mettre a jour|actualis\w+|migr\w+)(?: \S+){0,7}? (?:rib|iban|coordonnees bancaires|banque|compte bancaire|domiciliation|references bancaires|domiciliation bancaire)",
        r"(?:nouveau|nouvel|nouvelles?|nouveaux)(?: \S+){0,2} (?:rib|iban|compte|coordonnees bancaires|coordonnees|banque|domiciliation|references bancaires)",
        r"(?:rib|iban|coordonnees bancaires|compte bancaire|banque)(?: \S+){0,5}? (?:ont change|a change|change|changent|modifie\w*|est clos|est ferme|a ete (?:clos|ferme|modifie|bloque)|n'est plus)",
        r"(?:ancien|precedent)(?:ne)?s? (?:compte|rib|iban|coordonnees)(?: \S+){0,6}? (?:ne|n'|clos|ferme|plus|ignor)",
        r"(?:sur|a) (?:le |notre |ce )(?:nouveau )?compte (?:suivant|ci-dessous|ci-apres)",
        r"(?:iban|rib|compte|coordonnees bancaires)(?: \S+){0,4} change|(?:desormais|dorenavant|a compter d\w+|a partir d\w+)(?: \S+){0,6} (?:ce|le|notre) (?:nouveau )?compte(?= ?:| bancaire| suivant| ci)",
    ),
    "not_bank_change": (
        r"(?:avez|auriez|aviez)[- ]vous (?:\w+ )?(?:chang|modifi)\w*|vous (?:avez|auriez|aviez) (?:\w+ )?(?:chang|modifi)\w*|(?:votre|vos) (?:nouveau|nouvel|nouvelles?) (?:rib|iban|coordonnees|compte|banque)|(?:recu|envoye) un (?:mail|message|courriel)|tentative de fraude|confirmer (?:que )?(?:votre|vos)|(?:n'ont|n'a|pas) (?:pas )?change|inchange\w*|votre (?:rib|iban|banque|changement)|vos coordonnees|mis a jour (?:votre|vos)|enregistre (?:votre|vos)|bien (?:note|enregistre|pris en compte)",
    ),
    "contact_change": (
        r"(?:desormais|dorenavant|a l'avenir|a compter d[ue]|a partir d[ue]|maintenant|a present|prochains?|prochaines?|nouvelle? adresse|nouveau contact|nouvelle interlocutrice|nouvel interlocuteur)(?: \S+){0,14}? (?:adress\w+|envoy\w+|ecri\w+|contact\w+|factur\w+|interlocut\w+|mail|correspond\w+|relances?)",
        r"(?:adress\w+|envoy\w+|ecri\w+|contact\w+|factur\w+|interlocut\w+|relances?|transmett\w+)(?: \S+){0,14}? (?:desormais|dorenavant|a l'avenir|a compter d[ue]|a partir d[ue]|nouvelle? adresse|a present)",
        r"(?:ne|n')(?: \w+){0,3} plus (?:en charge|responsable|l'interlocut\w+|partie|dans|la bonne personne|le bon (?:contact|interlocuteur)|au service|chez|gere\w*|m'occup\w*|geres?|a la comptabilite|valable|valide|utilisee?|lue?|consulte\w*|active)",
        r"(?:a |ai |est |suis |avons |sommes )?(?:quitte(?:e|s|r)?|partie? (?:a|en) (?:la )?retraite|retraite|remplac\w+|succed\w+|repris (?:le poste|ses|la suite|le dossier)|change de (?:poste|service|fonction|fonctions)|nouvelle (?:comptable|responsable|adresse)|nouveau (?:comptable|responsable|contact))",
        r"(?:mauvais|pas le bon|pas la bonne|n'est pas le) (?:interlocut\w+|contact|destinataire|adresse|personne|service)",
        r"(?:mettre|mettez|met)(?: \w+){0,2} a jour (?:vos|votre) (?:contact|fichier|base|carnet|coordonnees)",
        r"(?:devient|est (?:desormais|maintenant|dorenavant)|remplace\w*|a jour vos|votre (?:interlocut\w+|contact)(?: \S+){0,3} (?:est|sera|devient))",
        r"utilis\w+ (?:plutot|desormais|dorenavant|l'adresse)|(?:boite|adresse|mail)(?: \S+){0,4} (?:ferm\w+|supprim\w+|desactiv\w+|obsolete)",
    ),
    "temporary": (
        r"conges?|vacances|absent\w*|absence|conge maternite|maternite|arret maladie|deplacement|formation|retour|interim|remplac\w+ pendant|pendant (?:mes|son|ses|mon|cette|la|les)|jusqu'au|urgence|urgent",
    ),
    "ref": (r"ref_*",),
    "future": (
        r"(?:\w*(?:er|ir|dr|ettr|aitr|evr|urr|enr)|ser|aur|fer)(?:ai|a|ons|ez|ont)|(?:vais|va|allons|vont) \w+r(?:e)?",
    ),
    "act_on_payment": (
        r"(?:verifi|control|examin|regard|etudi|approuv|discut|decid)(?:er|ent|ons|era|erai|erons|eront|ez)|(?:voir|vois|voyons|verra|verrai|verrons|parle(?:r|rai|rons)|decision|arbitr\w+|reunion)",
    ),
    "acts": (
        r"<act_on_payment>|(?:sign|vis|valid|confirm|envoy|adress|communiqu|livr|contact|rappel|cherch|demand|finalis|termin|clotur|rectifi|reception|interrog|rentr|retourn|factur|consult|ferm)(?:er|ent|ons|era|erai|erons|eront|ez)|corrig(?:er|erai|erons|era|ez)|(?:transmett|repond|rend|reprend)(?:re|ra|rai|rons|ront|ons|ez)|fourn(?:ir|ira|irons|issons|issez)|rece(?:voir|vrai|vrons|vons)|re(?:venir|viens|vient|venons|viendr\w+)|dire|dirai|dirons|tenir au courant|passe(?= .{0,30}\bpour (?:regarder|voir|verifier|controler|faire le point))",
    ),
    "waiting": (
        r"attendons|attends|en attente (?:de|du|d')|manque|bloque\w*|refus\w*",
    ),
    "postponed": (
        r"(?:reporte|repousse|decale|differe)e?s? (?:au|a|pour|jusqu'au)|(?:mais|plutot) (?:le|au|pour le)|et non (?:pas )?(?:le|au)|contrairement",
    ),
    "informs": (
        r"informons|informe|pour (?:votre )?(?:bonne )?information|veuillez noter|(?:notre|mon|un|le) (?:virement|paiement|reglement|versement) (?:global |groupe )?(?:de ce jour|d'un montant|n°|est a imputer|reference)|en (?:reglement|paiement) d\w*|sous (?:la )?ref\w*|imput\w+|(?:il|elle|celui-ci|qui|virement|cheque|reglement|paiement|mandat) (?:\S+ ){0,12}?(?:solde|regle|couvre|correspond|concerne|se decompose)|au profit de|vous trouverez|compensation|compens\w+|detail ci|repartit|ventil\w+",
    ),
    "answers_chase": (
        r"deja|d'ores et deja|verifi\w+|sauf erreur|pourtant|regarder|regardez|consulter|bien ete|relanc\w+|rappel|il y a|depuis|avez du|auriez du|devez avoir|nous ne (?:vous )?devons",
    ),
    "pay_any": (
        r"pai\w+|pay\w+|regl\w+|vire(?!\w)|vir(?:er|ons|es|ement|ements|e|ee|ees|era|erons|erai)|sold\w+|vers(?:er|ons|e|ee|era|erons|ement|ements)|acquitt\w+|honor\w+|apur\w+|regularis\w+|mandat\w*|cheques?|acomptes?|echeancier|argent|fonds|tresorerie|debloqu\w+|credit(?:e|es|er|erons)|comptes? a jour|compteurs? a zero|lcr|prelev\w+|encaiss\w+|compt(?:e|es) a jour|a jour|depart des fonds|transf\w+",
    ),
    "thing": (
        r"<ref>|elles?|ils?|celle-ci|celles-ci|celui-ci|ca|cela|c'est|ce sera|l'aurez|les aurez|la votre|factures?|le tout|tout|montant|somme|moitie|solde|reste",
    ),
    "moves": (
        r"(?:sera|seront|serez|aurez|auront|part|partent|partira|partiront|passe|passera|passeront|passent|arrive|arrivera|arriveront|tombe|tombera|sort|sortira|sortiront|suit|suivra|suivront|ira|iront|va|vont|fait|faite|faits|faites|ferai|ferons|fera|fais|faisons|prevue?s?|programmee?s?|planifiee?s?|calee?s?|inscrite?s?|incluse?s?|integree?s?|traitee?s?|valide\w*|envoi\w*|envoy\w+|depos\w+|poste\w*|remet\w*|m'en occupe|m'en charge|nous en occupons|ok pour|d'accord pour|comptez|compter sur|engage\w*|confirm\w+|transmis\w*|lance\w*|mis\w*|maintenue?s?|tenons|tiendrons|tiens|tenir|avez votre|avez l'argent|vous avez|recevez|recevrez|tombera|comptabilisee?)",
    ),
    "other_topic": (
        r"rendez-vous|rdv|reunion|rencontr\w+|telephon\w+|appel(?:er|ez|lerai|lerons|le|ons)?|livrer|livraison\w*|livre[zs]?|livrera|expedi\w+|conges?|absen\w+|vacances|retour|rentre|reviens|reviendr\w+|revenir|repon\w+|tiens (?:au courant|informe)|au courant|visite|passer(?:ai|ons)? vous voir|chantier|signature|devis|offre|inventaire|audit|formation|ferm\w+|cloture|bilan|rappel\w+|recontact\w+|informer\w*|verifier\w*|demenag\w+|assemblee|conseil|factur(?:er|ez|erez)|validation|visio|disponible|intervention|interviendr\w+ (?:sur|chez)|envoyer (?:la|les|le|votre|un|une) (?:facture|rib|copie|duplicata|releve|document)|verra|verrons|reparl\w+|technicien|ouvrier|commercial(?:e)?s? (?:pass|vien)\w+|voeux|visibilite|rentree|passer(?:a|ez|ons)?(?! (?:en|au|le|prendre|chercher|dans))|redis|redirai|attendre|confirmer l'heure|factures? nous parviennent|bureaux?|souhaitee?s?|commande|revient|arret|maladie|maintenance|controle fiscal|stagiaire|interimaire|logiciel|panne|auditeur\w*|commissaire\w*|contacter\w*|solde au",
    ),
    "contact_moved": (
        r"(?:ne|n')(?: \w+){0,3} plus (?:en charge|responsable|l'interlocut\w+|la bonne personne|le bon (?:contact|interlocuteur)|au service|chez|gere\w*|m'occup\w*|a la comptabilite|les factures|la comptabilite|de la compta\w*|dans (?:l'entreprise|la societe|l'etablissement))|(?:a |ai |avons |est )?quitte (?:la|l'|notre|nos|le|sa|ses)|(?:mauvais|pas le bon|pas la bonne) (?:interlocut\w+|contact|destinataire|adresse|personne|service)|change(?:e|r)? de (?:poste|service|fonctions?)|partie? (?:a|en) (?:la )?retraite|remplac(?:e|ee|ant|ante|er)\b(?! (?:la|le|les) (?:piece|pompe|facture|materiel))|(?:nouvelle?|nouvel) (?:adresse|contact|interlocut\w+|comptable|responsable)",
        r"quitte(?:r|rai)? (?:la|l'|notre)|(?:mon|ma|son|sa) (?:remplacante?|successeur)|nouvelle? (?:adresse|mail|boite)",
        r"ne (?:m'|s')?occup\w+ plus|devient|remplace (?:cette|l'ancienne) adresse|(?:interlocut\w+|contact) est (?:maintenant|desormais)",
    ),
    "redirect": (
        r"ecri\w+|adress\w+|contact\w+|envoy\w+|transmet\w+|voir avec|vers|redirig\w+|service|merci de|relances?|mettre a jour|joindre",
    ),
    "already": (
        r"deja|d'ores et deja|ne (?:vous )?(?:devons|dois) (?:plus )?rien|(?:a|ont|avons|ai|avait) (?:bien |deja |toujours |effectivement )*(?:ete )?<pay_pp>|(?:est|sont) (?:bien |deja |effectivement |desormais )*(?:reglee?s?|payee?s?|soldee?s?|viree?s?|acquittee?s?)",
        r"(?:sommes|suis) (?:bien )?a jour|ne comprend(?:s|ons) pas (?:votre|cette) relance|(?:a|ont) (?:bien |deja )*ete (?:preleve|encaisse|debite)e?s?",
        r"depuis longtemps|objet d'un <pay_noun>",
        r"(?:apparai|figur|ressort|marqu|not|indiqu|enregistr|class|comptabilis)\w*(?: \w+)?(?: comme)? (?:bien |deja )*(?:etant )?<pay_pp>",
        r"necessaire (?:a|avait) (?:bien |deja |donc )*ete fait",
    ),
    "unkept": (
        r"(?:aurait|auraient|aurions|aurais) du|(?:devait|devaient)(?: \w+){0,2} (?:etre|partir|intervenir|arriver|regler|payer)|etai(?:t|ent) (?:prevue?s?|programmee?s?|censee?s?)|(?:avons|ai|avions|avais) (?:essaye|tente|voulu)|(?:virement|paiement|reglement|cheque)(?: \S+){0,6} (?:rejete|refuse|revenu|annule|echoue|perdu)e?",
    ),
    "meeting": (r"rendez-vous|rdv|reunion|visio|audit",),
    "not_credited": (
        r"<pay_noun>|(?:compte|banque)(?: \S+){0,4} credit\w+|vous (?:a|ont|avez) ete credit\w+",
    ),
    "several": (
        r"mensualites?|versements|echeances|virements|fois|tranches|chacune?|chaque|acomptes|cheques|traites|paiements|reglements",
    ),
    "monthly": (
        r"(?:le )?(?P<day>\d{1,2})(?:er)? de chaque mois|(?:tous les|chaque) (?P<dayb>\d{1,2})(?: du mois)?|chaque fin de mois|tous les mois le (?P<dayc>\d{1,2})",
    ),
    "monthly_count": (
        r"(?P<count>[2-9]|1[0-2]|deux|trois|quatre|cinq|six|dix|douze) (?:\w+ )?(?:mensualites|versements|echeances|virements|fois|mois|cheques|traites)",
    ),
    "monthly_from": (
        r"(?:a partir d[eu']|a compter d[eu']|des|debutant en|commencant en|de) ?(?:mois de |fin |le (?:\d{1,2}(?:er)? )?)?(?P<month>janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)",
    ),
}
