"""French: what customers write about paying, disputing and asking (folded text)."""

# ruff: noqa: E501 - one phrase per line reads better than a wrapped one
from __future__ import annotations

LISTS: dict[str, tuple[str, ...]] = {
    # --- building blocks -----------------------------------------------------
    "pay_inf": (
        r"payer|regler|virer|solder|honorer|verser|acquitter|regulariser|debloquer|rembourser|reglementer",
        r"(?:proceder|pourvoir) (?:au|a l[ae']|a votre|a ce|aux) ?(?:\w+ )?<pay_noun>",
        r"(?:effectuer|faire|emettre|lancer|passer|envoyer|executer|programmer|declencher|valider|realiser|transmettre|adresser|poster|ordonner|initier|faire partir|mettre) (?:\w+ ){0,3}(?:<pay_noun>|en paiement|en reglement|necessaire)",
        r"vous (?:payer|regler|virer)",
        r"mettre (?:\w+ ){0,4}(?:en|au) (?:paiement|reglement)",
        r"inclure dans (?:notre|le) (?:\w+ )?<pay_noun>",
        r"faire le necessaire",
    ),
    "pay_noun": (
        r"paiements?|payements?|virements?|reglements?|versements?|cheques?|acomptes?|mensualites?|prelevements?|remises? en banque|lcr|transferts?|tresorerie partira|campagnes? de (?:paiement|reglement|virement)s?|echeancier",
    ),
    "pay_pp": (
        r"(?:paye|payee|regle|reglee|vire|viree|solde|soldee|verse|versee|honore|honoree|acquitte|acquittee|regularise|regularisee|debloque|debloquee|mandate|mandatee|liquide|liquidee)s?",
    ),
    "do_pp": (
        r"(?:effectue|fait|emis|envoye|lance|execute|passe|parti|realise|transmis|poste|ordonne|declenche|initie|depose|adresse|expedie|saisi|procede|mis|debite|credite|confirme|genere|comptabilise)e?s?",
    ),
    # --- promises ------------------------------------------------------------
    "will_pay": (
        r"(?:pai|pay|regl|vir|sold|vers|honor|acquitt|regularis|debloqu|mandat)er(?:ai|ons|ont|a)",
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
        r"(?:part|partira|partiront|partent)(?= (?:\w+ ){0,3}(?:par |en |le |ce |vendredi|lundi|mardi|mercredi|jeudi|demain|fin|debut|avec|avant|d'ici|au plus|semaine|la semaine|mi-|apres-demain))",
        r"(?:suivra|suivront|interviendra|interviendront)",
        r"(?:le|un) necessaire (?:sera|est) fait",
        r"(?:ferai|ferons|fera|fais|faisons) le necessaire",
        r"(?:sera|seront|etre) chose faite",
        r"(?:dans|avec|sur|par) (?:le|la|notre|nos|mon|mes|les|un|une) (?:prochaine? )?(?:virement|paiement|reglement|campagne|lot|train|serie|echeance|cheque|mandatement)s?(?: \w+){0,3}(?: d[ue']| de)",
        r"(?:engagement|engageons|engage)(?: \w+){0,3} (?:de|a|pour|sur|regler|payer)",
        r"mandatement",
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
        r"habituellement|d'habitude|toujours a|en general|generalement|chaque (?:mois|semaine|vendredi|jeudi|fin de mois)|tous les (?:\w+)|nos conditions|(?:delais?|conditions|modalites|termes|mode) de (?:paiement|reglement)|accord(?:s)? (?:commercial|cadre)",
    ),
    "negation": (
        r"(?:ne|n')(?: \w+){0,4}? ?\w* ?(?:pas|jamais|plus|aucune?|guere|nullement)",
        r"(?:pas|aucun|aucune|ni|jamais) (?:prevu|possible|encore|de paiement|de virement|de date|en mesure|avant|programme|question)",
        r"(?:pas|aucun|aucune) (?:\w+ )?(?:reglement|paiement|virement)s?",
        r"impossible (?:de|pour)|dans l'impossibilite|incapables?|sans pouvoir",
    ),
    "proposal": (
        r"(?:vous )?propos(?:e|ons|er|ais|ition|itions|erais|erions)",
        r"(?:serait|est|sera)-?(?:il|ce)? (?:possible|envisageable|acceptable|faisable)|serait-il|est-il possible|possibilite de",
        r"(?:souhaiterais|souhaiterions|aimerais|aimerions|voudrais|voudrions|pourrions|pourrais|pourrait-on|pourriez|pouvez|accepteriez|acceptez|seriez|etes)(?:-vous| vous|-nous)?",
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
        r"a (?:la )?condition|des (?:que|reception|lors|l'obtention|le retour|validation|accord|regularisation|l'arrivee|encaissement)|une fois|lorsque|quand|tant que|pourvu que|dans l'attente|sauf si|en cas (?:de|d')|apres (?:reception|accord|validation|controle|verification|encaissement|que|retour|le retour|signature|deblocage)|a reception|au moment ou|selon que|en fonction d[eu]|moyennant|jusqu'a (?:reception|ce que)|suite a votre (?:avoir|accord)|contre (?:remise|avoir)|aussitot|sous reserve|attendons|en attente (?:de|du|d')",
    ),
    "firm": (r"au plus tard|quoi qu'il arrive|dans tous les cas|de toute facon|en tout etat de cause",),
    "retold": (
        r"(?:avions|avais|avait|aviez|avaient)(?: \w+){0,3} (?:promis|dit|indique|annonce|prevu|ecrit|confirme|convenu|demande|assure|precise|propose|programme|informe|repondu)",
        r"(?:devait|devaient|devions|devais|deviez)(?: \w+){0,2} (?:etre|partir|payer|regler|intervenir|arriver|recevoir|avoir|faire|virer)",
        r"aurait du|auraient du|aurions du|etait (?:prevu|prevue|programme|programmee|cense)e?|etaient (?:prevus|prevues|censes)|(?:mon|ma|notre|nos|la|votre) (?:promesse|precedent\w*|ancien\w*|mail|message|engagement) (?:du|de|d'|initial|precedent)",
        r"(?:vous|tu) (?:m'|nous |m' )?(?:avez|aviez|as) (?:dit|indique|ecrit|demande|annonce|promis|reclame|envoye|relance|adresse|precise|accorde)",
        r"initialement|a l'origine|comme convenu au telephone le|le mois dernier",
    ),
    "other_payer": (
        r"(?:client|clients|donneur d'ordre|maitre d'ouvrage|assurance|assureur|banque|affacture\w*|factor|locataire|acheteur|bailleur|mairie|siege)(?: \w+){0,3} (?:nous|doit nous|va nous|devrait nous) ?(?:aura |a |ait )?(?:pa[iy]\w*|regl\w*|vir\w*|sold\w*|verse\w*|debloque\w*)",
        r"(?:nous|m'|me) (?:paie|paye|paiera|paieront|regle|reglera|regleront|vire|virera|rembourser\w*|devez|doit|doivent)",
        r"vous (?:nous )?(?:demandez|reclamez|exigez|souhaitez|voulez|deviez|attendez|indiquez|ecrivez|mentionnez|rappelez|dites|pourrez|pouvez|devrez|paierez|reglerez)",
        r"(?:votre|vos) (?:demande|relance|rappel|courrier|mail|message|mise en demeure)s? (?:de|du|concernant|pour|d')",
        r"(?:serons|sommes|serions|soyons|etre|serai) (?:nous-memes |enfin |nous memes )?(?:payes|regles|rembourses|finances|livres)",
    ),
    "asks_yes": (
        r"(?:cela|ca|est-ce que (?:cela|ca)|ceci) (?:vous|te) (?:convient|va|conviendrait|irait)|(?:vous|te) (?:convient|conviendrait|va)-(?:il|elle|t-il)",
        r"(?:est-ce|serait-ce|est-il|serait-il) (?:possible|acceptable|envisageable|ok|bon)|acceptez-vous|accepteriez-vous|etes-vous (?:d'accord|ok)|d'accord \?|ok pour vous|qu'en pensez-vous",
        r"merci de (?:nous |me )?(?:confirmer|donner|faire part de|valider|dire) (?:votre accord|si (?:cela|ca|cet|cette|vous|c'est)|que (?:cela|vous|cet))|(?:dans l'attente de|attends|attendons) votre (?:accord|feu vert|validation|confirmation|aval)|confirmez-nous|confirmer? votre accord",
    ),
    # --- already paid --------------------------------------------------------
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
        r"(?:notre|mon|nos|ce|le) (?:<pay_noun>)(?: \S+){0,7}? (?:du|en date du|date du|effectue le|emis le|fait le|passe le|realise le|execute le|parti le)",
        r"(?:payee?s?|reglee?s?|soldee?s?|viree?s?|acquittee?s?)(?: (?:par|via|en) (?:\w+ ){0,4})? ?(?:le|du|depuis|hier|ce jour|ce matin|vendredi dernier|lundi dernier|la semaine derniere|par (?:virement|cheque|cb|prelevement))",
        r"(?:a|ont) (?:bien |deja )*ete (?:debite|preleve|encaisse)e?s?",
        r"(?:cheque|virement)(?: \S+){0,4} (?:debite|encaisse|preleve)",
        r"fait le (?:necessaire|virement|paiement|reglement)",
        r"(?:figurait|figure|etait inclus\w*|etait comprise?|comprise?|incluse?) (?:bien )?(?:dans|sur) (?:notre|le|mon) <pay_noun>",
        r"(?:solde|compte) (?:est |)(?:a zero|nul)|rien (?:ne )?(?:vous )?(?:devons|reste du)|plus rien a (?:vous )?(?:devoir|regler)",
    ),
    "not_paid": (
        r"(?:pas|jamais|non|aucun\w*)(?: encore| ete| \w+){0,2} <pay_pp>",
        r"(?:ne|n')\w*(?: \w+){0,4}? (?:pas|jamais)(?: \w+){0,3} <pay_pp>",
        r"pas (?:encore )?(?:ete )?<pay_pp>|impayee?s?|non (?:payee?|reglee?)s?",
        r"regle (?:le probleme|ce point|la question|ce litige|le litige|ce differend|l'incident|ce souci)",
    ),
    # --- disputes ------------------------------------------------------------
    "dispute_any": (
        r"contest\w+|litiges?|desaccord|reclamation|bloque\w*|anomalies?|erreurs?|incorrecte?s?|erronee?s?|pas d'accord|refus\w* (?:de valider|cette facture|la facture|votre facture)|inexacte?s?|suspendu\w*|suspens|en attente d[e'] (?:un |l'|votre |)avoir|ne (?:peux|pouvons|peut) (?:pas )?(?:valider|accepter)|avoir (?:correctif|rectificatif|partiel|total)|emettre un avoir|etablir un avoir|un avoir|l'avoir|votre avoir|facture rectificative|refaire (?:la |cette |votre )?facture|corriger|rectifier",
    ),
    "d_duplicate": (
        r"doublons?|en double|deux fois|double facturation|double emploi|facturee? 2 fois|deja (?:ete )?factur\w+|meme (?:prestation|livraison|facture|commande|intervention)(?: \w+){0,6} (?:deja|deux|factur)|fait double|identique a (?:la|votre)",
    ),
    "d_wrong_recipient": (
        r"(?:ne|n')(?: nous)? ?(?:concerne|concernent|regarde) (?:pas|en rien)|ne (?:nous )?(?:est|sont) pas (?:destinee?s?|adressee?s?)|pas (?:pour|a) (?:nous|notre (?:societe|entreprise|entite))|(?:adressee?s?|envoyee?s?|factur\w+|libellee?s?|etablies?|emises?)(?: \w+){0,3} (?:a tort|par erreur|a la mauvaise|au mauvais|a une mauvaise|au nom d)|mauvais(?:e)? (?:societe|entite|client|destinataire|filiale|entreprise|etablissement)|(?:autre|bonne) (?:societe|entite|filiale|entreprise|etablissement)|pas (?:notre|nos|une de nos) (?:commande|facture|societe)s?|ne sommes pas (?:le |la |)(?:bon|bonne|client|destinataire|concernee?s?|debiteur|redevables?)|(?:a|doit etre|devait etre) (?:factur\w+|adress\w+|etablie?|envoy\w+) (?:a|au nom de) (?:notre (?:filiale|maison|siege)|la societe|l'entite)|jamais (?:rien )?commande|aucune commande (?:chez|aupres|de notre)|n'avons (?:rien|jamais) commande",
    ),
    "d_missing_po": (
        r"(?:sans|manque|manquent|manquant|absence|absent|omis|oublie|pas|ni|aucun\w*|mentionner|indiquer|rappeler|porter|ajouter|faire figurer|comporter|faire apparaitre|avec|reporter|mention\w*|obligatoire\w*|figurer?|exig\w+|rejet\w+|incorrect|errone|reference|referenc\w+)(?: \S+){0,8}? (?:numeros?|n°|nos?|ref\w*)? ?(?:de |du |d')?(?:(?:bon|bons) de commande|commande|bdc|engagement(?: juridique)?|marche|service executant|code service|po\b)",
        r"(?:numeros?|n°|ref\w*) (?:de |du |d')?(?:(?:bon|bons) de commande|commande|bdc|engagement(?: juridique)?|marche|code service)(?: \S+){0,8}? (?:manqu\w+|absent\w*|n'(?:est|apparait|y figure|figure|a)|ne (?:figure|correspond)|obligatoire|omis|oublie\w*|inexistant|non (?:mentionne|renseigne|indique)|pas|errone|incorrect)",
        r"(?:bon de commande|numero de commande|engagement) (?:manquant|absent|obligatoire)|(?:sans|pas de) (?:n°|numero|bon)(?: de)? ?(?:commande|engagement)?",
    ),
    "d_already_credited": (
        r"(?:avoir|avoirs)(?: \S+){0,8}? (?:deja|non (?:deduit|pris|impute|comptabilise)|pas (?:ete )?(?:deduit|pris|impute|comptabilise|applique)|annul\w+|solde|couvre|promis|vient|deduit|a deduire|impute)|(?:deja|bien) (?:ete )?(?:fait|donne|emis|etabli|credit\w*|annul\w+)(?: \S+){0,6}? avoir|annulee? par (?:l'|votre |un |l )?avoir|objet d'un avoir|(?:recu|etabli|emis|envoye|adresse|accorde|accordee)(?: \S+){0,3} (?:un |l'|votre |d'un )avoir|facture (?:a ete |est )?annulee|oublie de deduire|tenir compte de (?:l'|votre )avoir|deduction faite de l'avoir|(?:deduire|imputer|deduisez|tenez compte de) (?:l'|votre |un |notre )?avoir",
    ),
    "d_not_received": (
        r"(?:jamais|pas|rien|aucun\w*|non|toujours pas)(?: encore| ete| \w+){0,3} (?:recue?s?|livree?s?|receptionnee?s?|realisee?s?|effectuee?s?|execute\w*|expediee?s?|parvenue?s?|arrivee?s?)(?! (?:la |les |cette |ces |votre |vos |le |de |d'|l'|les dites )?(?:copie|duplicata|factur|reponse|courrier|mail|releve|message|rib|reglement|virement|paiement|avoir|relance|bon de commande|credit))",
        r"(?:attendons|attends|attente) (?:toujours |encore )?(?:de |d')?(?:la |cette |votre |une )?(?:livraison|marchandise|materiel|pieces|commande)|non[- ](?:livraison|reception|livree?s?)|(?:marchandise|materiel|commande|colis|livraison|prestation|intervention|travaux)s?(?: \S+){0,8}? (?:jamais|toujours pas|pas encore|non|n'(?:est|a|ont|sont)(?: \w+){0,2} pas|n'(?:est|a|ont|sont) jamais)(?: ete| encore)? ?(?:livree?s?|recue?s?|arrivee?s?|realisee?s?|effectuee?s?|faite?s?|termin\w+|expediee?s?|parvenue?s?)|perdu(?:e|s)? par (?:le |votre )?transport\w*|personne n'est (?:jamais )?(?:venu|passe|intervenu)",
    ),
    "d_quality": (
        r"defectueu\w+|abime\w*|endommag\w+|casse\w*|non[- ]conform\w+|pas conform\w+|malfacons?|defauts?|mauvaise qualite|qualite (?:insuffisante|mediocre|non|pas)|probleme de qualite|rayee?s?|rayures?|hors service|en panne|ne fonctionn\w+ pas|inutilisables?|vices? cach\w+|deform\w+|fuites?|fuit|fissur\w+|rouill\w+|oxyd\w+|tordue?s?|perimee?s?|reserves? (?:non levees?|a la reception|emises?|sur)|avarie\w*|mal (?:monte|pose|fait|execut|soude|peint)\w*|retour (?:sav|qualite)|ne (?:correspond|correspondent) pas (?:a la commande|a ce que|au modele|aux specifications|au cahier)|dysfonctionn\w+|sinistre|travaux (?:mal|non conformes|inacheves|a reprendre)|a reprendre|rebutee?s?|cassees",
    ),
    "d_quantity": (
        r"quantites?|manque(?:nt|ait)?|manquante?s?|incomplete?s?|partielle?s?(?: livraison)?|livraison partielle|livre(?:e|s|es)? partiellement|au lieu de \d+|sur (?:les )?\d+ (?:factur|command)\w+|seulement \d+|que \d+ (?:\w+ )?(?:sur|recu|livre|au lieu|ont|pieces|unites|colis|palettes)|\d+ (?:\w+ ){0,3}factur\w+(?: \S+){0,6}? \d+ (?:\w+ ){0,2}(?:recu|livre)\w*|(?:recu|livre)\w*(?: \S+){0,3} \d+ (?:\S+ ){0,6}factur\w+|en moins|ecart de (?:livraison|quantite|reception)|surplus|heures? (?:facturees?|en trop)|trop (?:livre|factur)\w*|(?:colis|palette|piece|carton|unite|caisse)s? (?:manquant\w*|en moins)",
    ),
    "d_price": (
        r"prix|tarifs?|tarification|surfactur\w+|remises?(?! en banque)|rabais|ristournes?|taux (?:horaire|de tva|applique)|tva|devis|escompte (?:non|pas)|montants? (?:factur\w+ )?(?:incorrect|errone|different|ne correspond|trop|superieur|est faux|faux)\w*|trop (?:cher|eleve)|au lieu de (?:\d[\d ,.]*) ?(?:€|eur|euros)|(?:€|eur|euros) au lieu de|frais de (?:port|transport|livraison|dossier)(?: \S+){0,6}? (?:pas|non|jamais|offert|convenu|franco|inclus|a tort)|franco|erreur de (?:facturation|calcul|montant|prix)|ecart de prix|plus cher|indexation|augment\w+",
    ),
    "dispute_strong": (
        r"contest\w+|litiges?|desaccord|pas d'accord|bloque\w*|refus\w+ (?:de valider|cette|la facture|votre facture)|ne (?:peux|pouvons|peut|pourrons) (?:pas )?(?:valider|accepter|payer|regler|honorer|mettre)|(?:en|l'|un|votre|d'un|avoir) avoir|reclamation|refaire|rectifi\w+|corrig\w+|erreur|incorrect\w*|errone\w*|ne correspond\w*|anomalie|suspen\w+|annul\w+|mise? en attente|retenue?s? sur|ne (?:reglerons|paierons|regle|paie|reglons|payons) pas|or |alors que|au lieu|jamais|mais|pas (?:celui|celle|ce)|ecart|difference|probleme|trop|manqu\w*|defectueu\w*|abime\w*|casse\w*|endommag\w*",
    ),
    # --- requests ------------------------------------------------------------
    "ask": (
        r"(?:merci|remercie|remercions|remercier)(?: \w+){0,2} (?:de|d'|par avance de)(?: bien vouloir)?(?: \w+){0,2}? (?:envoyer|renvoyer|transmettre|retransmettre|faire (?:parvenir|passer|suivre)|adresser|readresser|fournir|communiquer|joindre|envoi|deposer|donner|rappeler|reenvoyer|m'envoyer)",
        r"merci (?:pour|de) (?:l'|votre |un )?(?:envoi|retour|renvoi)",
        r"(?:pouvez|pourriez|pourrais|peux|pourrez|auriez|voudriez|avez|serait-il|est-il)(?:-vous|-tu| possible| vous)?(?: \S+){0,6}? (?:envoyer|renvoyer|transmettre|retransmettre|parvenir|passer|suivre|adresser|readresser|fournir|communiquer|joindre|redonner|donner|obtenir|avoir|recevoir|rappeler|reenvoyer|l'|un|une|le|la|les|copie|duplicata)",
        r"veuillez(?: \S+){0,4} (?:envoyer|renvoyer|transmettre|adresser|fournir|communiquer|joindre|parvenir|deposer)",
        r"(?:j'ai|nous avons|j'aurais|aurions|aurais|on a|avons|ai) (?:\w+ )?besoin|il (?:nous|me) (?:faut|faudrait|manque)|il manque|(?:nous|me) (?:faut|faudrait|manque)",
        r"(?:je|nous|on) (?:souhaite|souhaitons|souhaiterais|souhaiterions|voudrais|voudrions|aimerais|aimerions)(?: \S+){0,3} (?:recevoir|avoir|obtenir|disposer|copie)",
        r"(?:attend(?:s|ons)|attente)(?: \S+){0,3} (?:la |votre |le |vos |les |une |un |l')",
        r"(?:n'ai|n'avons|n'a|ni|n')(?: \w+){0,3}? (?:pas|jamais|plus|aucune?)(?: \w+){0,4}? (?:recu|trace|retrouve\w*|trouv\w*|en (?:notre|ma) possession|enregistre\w*|copie|connaissance|eu|la facture|cette facture|ces factures|vu)",
        r"(?:ne (?:retrouve|trouve|retrouvons|trouvons|dispose|disposons|vois|voyons|possede|possedons|l'ai|l'avons|les)(?: \w+){0,4} pas|introuvable|pas recu|jamais recu|sans trace|perdu|egare\w*)",
        r"(?:renvoyez|envoyez|transmettez|adressez|faites|communiquez)[- ](?:moi|nous)|(?:me|nous|m'|m)(?: les?| la| l')? ?(?:renvoyer|transmettre|envoyer|adresser|faire parvenir|communiquer|fournir)",
        r"demand(?:e|ons) (?:copie|un duplicata|une copie|le|la|votre)|(?:copie|duplicata|rib|releve|bl|bon de livraison) (?:svp|s'il vous plait|stp|please)|(?:svp|s'il vous plait)",
    ),
    "doc_invoice_copy": (
        r"(?:copies?|duplicatas?|doubles?|exemplaires?|pdf|scans?|versions? pdf|original|originaux)(?: \S+){0,4} (?:factures?|pieces?|avoirs?|f-?\d|fa\d|26/|inv)|factures?(?: \S+){0,5} (?:en pdf|au format pdf|en piece jointe|par mail|manquantes?|en copie|en duplicata|originales?)|duplicatas?|copies?(?! (?:de ce|a |du mail))|(?:la |les |cette |ces |votre |vos |une |l[ae] dite )factures?|(?:l'|la |les )(?:renvoyer|transmettre|envoyer|adresser|avons pas|ai pas|avons jamais|ai jamais)|n'avons pas (?:recu|trace) (?:de |d')?(?:la |les |cette |ces |l'|des |votre )?(?:facture|piece|avoir)s?|factures?",
    ),
    "doc_invoice_copy_strict": (
        r"copies?(?! (?:de ce|a |du mail))|duplicatas?|double de (?:la|votre|cette)|exemplaires?|(?:la |les |cette |ces |votre |vos )?factures?(?! (?:est|sont|sera))",
    ),
    "doc_bank_details": (r"ribs?|iban|coordonnees bancaires|releve d'identite bancaire|coordonnees de votre (?:banque|compte)|numero de compte|bic",),
    "doc_statement": (r"releves?(?: \w+)?(?: de (?:compte|factures|situation))?(?! d'identite)|extraits? de compte|etats? (?:de compte|des (?:factures|impayes|sommes)|recapitulatif)|situation (?:de (?:notre |mon )?compte|comptable|a jour)|grand[- ]livre|recapitulatif|detail (?:de (?:notre|mon|votre) compte|du (?:compte|solde)|des factures|de ce (?:solde|montant))|liste des factures|balance",),
    "doc_purchase_order": (r"bons? de commande(?: signe\w*)?|copie (?:de la|de notre|du) commande|commande signee|devis signe|bdc",),
    "doc_proof_of_delivery": (r"bons? de livraison|bls?\b|bl (?:signe|emarge)\w*|preuves? de livraison|bons? d'intervention|pv de (?:reception|livraison|recette)|proces[- ]verba(?:l|ux) de reception|recepisses?|lettre de voiture|cmr|emargements?|justificatifs? de (?:livraison|transport)|attestation de service fait|rapports? d'intervention|feuilles? (?:d'heures|de presence|d'attachement)|attachements?|pod",),
    # --- others --------------------------------------------------------------
    "refusal": (
        r"(?:refus(?:e|ons|ent|erai|erons)|hors de question|pas question)(?: \w+){0,3} (?:de )?<pay_inf>",
        r"(?:ne|n')(?: vous| la| les| le| l'| y)* ?(?:paierai|paierons|paiera|payerai|payerons|reglerai|reglerons|reglera|honorerons|verserons|paierons)(?: \w+){0,2} (?:pas|rien|jamais|aucun\w*|plus)",
        r"(?:n'avons|n'ai|n'a|n'aurons)(?: aucune| pas(?: l')?| nullement)? ?(?:l'|d')?intention de (?:vous )?<pay_inf>",
        r"(?:ne comptons|ne compte|n'allons|ne vais|ne va|n'entendons) (?:pas|rien|plus) (?:\w+ )?<pay_inf>",
        r"(?:nous |on |je )?refus(?:e|ons) (?:tout|le|ce|cette|votre|de) ?(?:\w+ )?(?:paiement|reglement|facture|dette|penalite|frais)?(?: de)? ?(?:<pay_inf>)?",
        r"(?:aucun|pas le moindre) (?:paiement|reglement|euro|centime|virement)(?: \w+){0,3} (?:ne )?(?:sera|vous sera)|n'aurez (?:rien|pas un (?:centime|euro))|vous n'obtiendrez rien|(?:fin de non[- ]recevoir)",
        r"ne (?:sera|seront) (?:pas|jamais) (?:payee?s?|reglee?s?|honoree?s?)",
    ),
    "insolvency": (
        r"(?:redressement|liquidation)s? judiciaires?|procedure (?:collective|de (?:sauvegarde|redressement|liquidation|conciliation))|(?:jugement|ouverture|plan|placee?s? (?:en|sous)|mise? (?:en|sous)|demande|procedure) (?:d'ouverture )?(?:de |d'une |une |en )?(?:procedure de )?(?:sauvegarde|redressement|liquidation)|mandataires? judiciaires?|administrateurs? judiciaires?|liquidateurs?(?: judiciaire)?|depot de bilan|depose(?:e|r|ons)? (?:le |notre |son )?bilan|cessation des? paiements?|declar\w+ (?:de |votre |vos |vos? )?creances?|bodacc|mandat ad hoc|faillite",
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
    ),
    "temporary": (
        r"conges?|vacances|absent\w*|absence|conge maternite|maternite|arret maladie|deplacement|formation|retour|interim|remplac\w+ pendant|pendant (?:mes|son|ses|mon|cette|la|les)|jusqu'au|urgence|urgent",
    ),
}
