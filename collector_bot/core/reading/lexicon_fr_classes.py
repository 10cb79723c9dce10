"""French word classes and the ways they meet in a clause that objects (folded text)."""

# ruff: noqa: E501 - one phrase per line reads better than a wrapped one
from __future__ import annotations

# Up to two, four or eight words between, an elided article before what follows.
_2, _4, _8 = (rf"(?: \S+){{0,{n}}}? (?:[ldnsjmc]'|qu')?" for n in (2, 4, 8))

LISTS: dict[str, tuple[str, ...]] = {
    # Classes.
    "neg": (r"pas|jamais|plus|rien|aucune?s?|ni|nullement|guere|point",),
    "n_price": (
        r"prix|tarifs?|tarification|taux|bareme|couts?|remises?(?! en banque)|rabais|ristournes?|escomptes?|rfa|conditions (?:tarifaires|commerciales)|franco|indexation|p\.u\.|pu",
    ),
    "n_fee": (
        r"frais(?! de (?:recouvrement|relance|retard|rejet))|transport|port|emballages?|consignes?|majorations?|supplements?|surcouts?|forfaits?|surtaxes?|eco-?\w+|deplacements?|hausses?|augmentations?|plus-values?|options?",
    ),
    "n_agreed": (
        r"devis|accords?(?:-cadre)?|contrats?|offres?|propositions?|marche|conventions?|commande|bon de commande|bc|bdc|catalogue|grille|cotation|chiffrage|convenue?s?|negociee?s?|entendus?|annoncee?s?|prevue?s?|promise?s?|signee?s?",
    ),
    "n_entity": (
        r"copropriete|communaute|commune(?! accord)|cabinet|exploitant|repreneur|logistique|mandant|assureur|assurance|collectivite",
        r"societe|entite|filiale|entreprise|client|clients|destinataires?|debiteur|donneur d'ordre|raison sociale|etablissement|agence|structure|holding|maison mere|siege|locataire|syndic|proprietaire|bailleur|sci|association|mairie|succursale|groupe",
    ),
    "n_crew": (
        r"camions?|chauffeurs?|livreurs?|transporteurs?|techniciens?|technicienne|equipes?|intervenants?|monteurs?|depanneurs?|poseurs?|installateurs?|personne",
    ),
    "n_unit": (
        r"bouteilles?|bouteille|tubes?|barres?|plaques?|panneaux|seaux|fûts?|futs?",
        r"heures?|jours?|journees?|colis|palettes?|pieces|unites|cartons?|metres?|m|ml|kg|kilos?|tonnes?|litres?|sacs?|bidons?|rouleaux|lots?|caisses?|exemplaires|bobines?|boites?",
    ),
    "v_bill": (
        r"factur\w+|compt(?:ee?s?|ez|iez|abilisez)|appliqu\w+|port(?:ee?s?|ez)|chiffr\w+|reclam\w+|imput\w+|major\w+|decompt\w+|taxe\w*",
    ),
    "v_come": (
        r"livree?s?|receptionnee?s?|expediee?s?|dechargee?s?|arrivee?s?|parvenue?s?|installee?s?|realisee?s?|effectuee?s?|executee?s?|intervenue?s?|demarree?s?|commencee?s?|terminee?s?|rendue?s?|faite?s?|eu lieu|posee?s?|montee?s?|remise?s?|achevee?s?|finie?s?",
    ),
    "v_differ": (
        r"ne (?:correspond\w*|coll\w+|cadr\w+|concord\w+|coincid\w+|conviennent|convient|matche\w*)(?: \w+)? (?:pas|plus|ni|en rien|aucunement)|correspond\w* pas|colle\w* pas|n'(?:est|etait) (?:pas|plus) (?:celui|celle|le bon|la bonne|ceux|celles|conforme|exact|juste|correct)\w*|ne sont (?:pas|plus) (?:ceux|celles|les bon\w*|conformes?|exact\w*|just\w+|correct\w*|a jour)|differ\w+|depass\w+|exced\w+|ecarts?|erron\w+|incorrect\w*|inexact\w*|fau(?:x|sse\w*)|erreurs?|trop|superieur\w*|inferieur\w*|au lieu|divergen\w+|incoheren\w+|non conforme\w*",
    ),
    "v_missing": (
        r"(?:ne |n')(?:(?:nous|y|l'|les|la) ?)*(?:figur\w+|appara\w+|est|sont|a|ont|comport\w+|mentionn\w+|port\w+|indiqu\w+|contien\w+|rappel\w+|vois|voit|voyons|trouv\w+|retrouv\w+|existe\w*|reconna\w+)(?: \w+){0,2} (?:pas|plus|nulle part|aucun\w*|jamais)|manqu\w+|absen\w+|oubli\w+|omi(?:s|ses?|ssion)|fait defaut|inconnue?s?|invalides?|inexistante?s?|perimee?s?|sans",
    ),
    "v_drop": (
        r"oter|otez|ôter",
        r"(?:retir|enlev|supprim|dedui|annul|corrig|rectifi|revoi|revis|modifi|refai|remboursz?|credit)\w*|enlever|deduire|revoir|refaire",
    ),
    "v_defect": (
        r"boucan|vacarme|bruit (?:infernal|anormal|de)|raffut|grince\w*|siffle\w*|plaign\w+|plaint\w+",
        r"defectu\w+|defaut\w*|defaillan\w+|abim\w+|endommag\w+|cass\w+|brise\w*|fel\w{1,3}|fendue?s?|fissur\w+|rouill\w+|rouille|corrod\w+|oxyd\w+|piquee?s?|fui(?:te|t|ent|tes)|suint\w+|deform\w+|tord\w+|voilee?s?|ray(?:ee?s?|ures?|er)|cabos\w+|ecaill\w+|cloqu\w+|decoll\w+|gondol\w+|vibr\w+|grin\w+|chauff\w+ (?:trop|anormal\w*)|surchauff\w+|disjonct\w+|plant(?:e|ent|ait|age|ages)|bugu?e\w*|bugs?|(?:en|re)?tomb\w+ en panne|en panne|pannes?|cintr\w+|grille[er]?s?|(?:a|ont|a completement) (?:brule|crame|lache|claque|saute|cede|explose|rompu|coince|bloque)|rendu l'ame|tourne a vide|(?:s'est|se sont) (?:decroch|decoll|deform|fissur|bloqu|arrach|tord|romp|arret|detach)\w+|vrill\w+|pliee?s?|flamb\w+|hors (?:service|tolerances?|normes?|cote|d'usage)|hs|inutilisables?|inexploitables?|irreparables?|perim\w+|moisi\w*|mouillee?s?|non[- ]conform\w+|pas conform\w+|malfacons?|bacl\w+|inacheve\w*|dysfonction\w+|incompatibles?|mal (?:mont|pos|fai|execut|soud|pein|regl|usin|emball|fini|realis|ajust)\w*|mauvais(?:e)?s? (?:etat|qualite|reference|modele|taille|couleur|dimension|diametre|cote|produit|piece|article|nuance|teinte)s?|rebut\w*|vices? cach\w+|anormal\w*|avarie\w*|etanch\w+|quarantaine",
    ),
    "not_defect": (
        r"(?:modele|exemplaire) de (?:facture|courrier|lettre)",
        r"(?:date|delai|echeance|virement|promesse|engagement)s? (?:\w+ )?(?:tenir|tenu|respect)\w*|tenir (?:cette|la|ma|notre) (?:date|promesse)|ne (?:peux|pouvons|pourrai|pourrons)(?: \w+)? (?:pas|plus) (?:tenir|respecter)",
        r"(?:fait|font|faire|faisant) defaut|a defaut|par defaut|defaut de (?:paiement|reglement)|(?:serveur|logiciel|informatique|messagerie|imprimante|scanner|erp|internet|reseau|portail|site|pdf|fichier|lien|piece jointe)s?|casse-\w+|service (?:qualite|pannes)|plantes?\b(?= (?:vert|de))",
    ),
    "n_right": (
        r"(?:a |de |aux? |le |la |les )?(?:bon|bonne|bons|bonnes) (?:cotes?|tailles?|dimensions?|references?|modeles?|couleurs?|teintes?|diametres?|nuances?|qualites?|epaisseurs?|longueurs?|pieces?|produits?|articles?|materiel|version)",
    ),
    "n_orderref": (
        r"ej|numero d'ej|n° d'ej|affaire|code affaire|reference chantier",
        r"(?:numeros?|n°|n|nos?|refs?|references?|mention|code)(?: (?:de|du|d'|notre|votre|la|le))* ?(?:bons? (?:de commande)?|commandes?|ordre(?: d'achat)?|bc|bdc|po|engagement(?: juridique)?|marche|service(?: executant)?)|bons? de commande|bdc|bc|po|commande (?:d'achat|interne)|engagement juridique|code service|ordres? d'achat|reference (?:achat|interne|commande)",
    ),
    "n_credit_note": (r"avoirs?|note de credit|notes? d'avoir",),
    "v_billed": (
        r"facture|bon de commande|reclam\w+|devis",
        r"factur\w+|decompt\w+|compt(?:e|ee?s?|ez|iez|ent)|commande\w*|annonce\w*|situation|porte|indiqu\w+|mentionn\w+|ligne \d+",
    ),
    "v_observed": (
        r"camion|quai|magasin|bascule|decharg\w+|palette|sur place|a bord",
        r"porte|reste\w*|pas|seule?s?|remise?s?|carton|bl|lettre de voiture",
        r"recu\w*|recep\w+|livre\w*|livraison|arriv\w+|pointe\w*|pointage|constat\w+|denombr\w+|compte\w* (?:a l'arrivee|en stock|sur place)|signe\w*|contresigne\w*|bl|bon de (?:livraison|reception|travail)|attachements?|metre|releves?|feuilles? d\w+|totalis\w+|lettre de voiture|cmr|dans l[ea] (?:carton|colis|caisse|palette)|trouve\w*|seulement|reellement|au lieu|et non|pas plus|pose\w*|montee?s?|enregistre\w*|eu|effectue\w*",
    ),
    # Operators.
    "op_resolved": (
        r"(?:aucune|pas d'|sans) objections?",
        r"(?:litiges?|problemes?|soucis?|reclamations?|differends?|anomalies?|ecarts?|reserves?|erreurs?|malentendus?|points?)(?: \S+){0,4}? (?<!pas )(?<!toujours )(?:regle|resolu|clos|leve|cloture|corrige|rectifie|trait)\w*",
        r"(?:plus|pas) (?:de |d'|aucun\w* )(?:soucis?|problemes?|litiges?|reserves?|reclamations?|contestation|desaccord|anomalies?|objections?|ecarts?)|aucun\w* (?:litige|reclamation|contestation|reserve|objection|anomalie|desaccord|souci|probleme)s?|sans (?:contest\w+|reserves?|objection)|ni (?:litige|contestation)",
        r"(?<!pas )(?:a|ont|ayant) (?:bien |depuis |tous |toutes |enfin )?ete (?:remplac|repar|corrig|repris|chang|echang|rectifi|resolu|solutionn|regularis)\w+|rentre\w* dans l'ordre|(?:proces[- ]verbal|pv) de levee|levee (?:totale |partielle )?(?:de|des) reserves(?: \S+){0,6} (?:sign|prononc|obten|effectu)\w+|merci (?:de |d'|pour )(?:nous )?(?:avoir|l'avoir|la correction|votre (?:correction|intervention)|ces? (?:correction|rectification))|(?:leve|levons|lever|retire|retirons) (?:le|notre|la|les|nos) (?:litige|blocage|reclamation|contestation|reserve)s?",
        r"(?:ne|n')(?: \w+)? ?(?:contest\w+|conteste\w*|remet\w+ (?:pas )?en cause|disput\w+)(?: \w+){0,2} (?:pas|rien|nullement|en rien|aucunement)|ne contest\w+ (?:pas|rien|nullement|aucun\w*)|(?:n'est|ne sont|n'est plus|ne sont plus) (?:pas |plus )?(?:en litige|contestee?s?)",
    ),
    "op_agreed": (
        r"(?:est|sont|etait|tout est|semble) (?:bien |parfaitement |tout a fait )?(?:correct\w*|conforme\w*|exact\w*|juste\w*|en ordre|bonne?s?)(?! pas)|conforme a nos",
    ),
    # Where they meet.
    "r_price": (
        r"(?:offert|gratuit|gracieu|inclus|compris)\w*(?: \S+){0,8} <n_agreed>",
        r"<v_bill>(?: \S+){0,8} (?:offert|gratuit|gracieu)\w*",
        r"(?:convenu\w*|entendu\w*|annonce\w*|negocie\w*|propose\w*|accept\w+|signe\w*|devis\w*|chiffre\w*)(?: \S+){0,8}? \d[\d ,.]{0,15} ?(?:€|eur\w*)(?: \S+){0,8}? (?:factur|reclam|compt|demand|appliqu|pass)\w+",
        r"(?:prix|tarif|taux|cout|montant)s?(?: \S+){0,6}? (?:a|ont|avait) (?:pris|augmente|bondi|grimpe|double|explose|flambe|gagne)",
        r"(?:appliqu|compt|factur)\w*(?: \S+){0,2} (?:un |le |la |des |les |au )?(?:coefficient|majoration|tarif|taux|prix|bareme|supplement|surtaxe)s?(?: \S+){0,8} (?:a |pour |sur |alors|au lieu)",
        r"(?:a ce|a ces|a un tel|a pareil) (?:tarif|prix|taux)s?",
        r"<n_fee>(?: \S+){0,3} (?:etai(?:t|ent)|est|sont|reste\w*|incomb\w+|devai(?:t|ent) etre) (?:pour vous|a votre charge|a vos frais|a la charge|de votre cote|inclu|compris|gratuit|offert)",
        r"(?:oter|otez|enlev|retir|supprim|dedui|annul)\w*(?: \S+){0,6}? (?:frais|supplement|majoration|forfait|port|emballage)s?",
        r"(?:frais|supplement|majoration|port|forfait)s?(?: \S+){0,8}? (?:au|dans le|sur le|du|a la) (?:devis|contrat|marche|commande|accord)",
        r"<n_price>" + _8 + r"<v_differ>",
        r"<v_differ>" + _4 + r"<n_price>",
        r"(?:montant|total|somme|facture)(?: \S+){0,5}? (?:depass\w+|exced\w+|superieur\w*|plus eleve\w*)(?: \S+){0,8}? <n_agreed>",
        r"<n_price>"
        + _4
        + r"(?:<v_missing>|modifi\w+|chang\w+|augment\w+|pas (?:ete )?(?:repris|deduit|applique|pris|accord)\w*)",
        r"<v_missing>" + _4 + r"(?:remise|rabais|ristourne|escompte|rfa)s?",
        r"(?:remise|rabais|ristourne|escompte|\d+ ?%)(?: \S+){0,10}? (?:<neg>)(?: \S+){0,2}? (?:repris|deduit|applique|reporte|pris|accord|figur|compt)\w*",
        r"<n_fee>"
        + _8
        + r"(?:<neg> (?:ete )?(?:prevu|convenu|annonce|accepte|valide|justifie|negocie|du|demande|mentionne|discute|commande|nos)\w*|injustifi\w+|a tort|indu\w*|offert\w*|inclu\w*|compris\w*|non (?:prevu|convenu|annonce|justifie|du|accepte)\w*)",
        r"(?:jamais|pas|aucun\w*)" + _8 + r"<n_fee>" + _8 + r"<v_drop>",
        r"<v_drop>" + _4 + r"<n_fee>",
        r"(?:jamais|pas) (?:ete )?(?:parle|question|informe\w*|prevenu\w*|averti\w*|accepte|valide|convenu|prevu|signe|commande)(?: \S+){0,3} (?:[ld]')?(?:ces |cette |de |des |du |une? )*(?:<n_fee>|<n_price>)",
        r"(?:vous nous |nous |nous avez |avez )(?:avez )?<v_bill>"
        + _4
        + r"<n_fee>"
        + _8
        + r"(?:alors que|or|pourtant|au lieu)",
        r"<n_price>(?: \S+){0,4} sans (?:que|nous|prevenir|preavis|accord|information)",
        r"(?:ancien|mauvais|vieux|nouveau) (?:tarif|prix|bareme)s?",
    ),
    "r_quantity": (
        r"(?:\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze)(?: [a-z]+)?,? (?:et )?(?:pas|non|et non|contre|au lieu d\w+) (?:les |des )?(?:\d+|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze)(?! ?(?:€|eur|%|mm|cm|bars?|volts?|degres|mois|ans))",
        r"(?:seule?s?|seulement|uniquement) (?:\d+|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix) (?:d\w+|sur) ",
        r"(?:les |des |la )?(?:deux tiers|trois quarts|moitie|un tiers|quart) d\w+ (?:la |les |l'|notre |nos )?(?:commande|livraison|marchandise|quantite|materiel)",
        r"(?:colis|carton|palette|caisse|piece|sac|article|lot)s?(?: \S+){0,3} (?:manqu\w+|absent\w*|a l'appel)",
        r"(?:une?|deux|trois|\d+) (?:journee|heure|jour|piece|unite|colis|deplacement|passage|ligne|article)s? (?:de trop|en trop|en plus|de plus)",
        r"(?:nombre|quantites?|volume|comptage|metrage|decompte|compte|poids|total d'heures|heures|jours)"
        + _8
        + r"<v_differ>",
        r"<v_differ>" + _4 + r"(?:quantites?|nombre|volume|comptage|metrage|poids)",
        r"(?:il |nous |en |nous en |encore |toujours )*manqu(?:e|ait|ent|aient)(?! (?:(?:un|une|le|la|les|son|sa|votre|notre|encore|juste|toujours|que|plus|de|du|des|\d+|deux|trois|quatre|quelques|aussi|seulement) |l'|d')*(?:accords?|validations?|signatures?|visas?|temps|tresorerie|liquidites?|personnes?|personnel|bras|effectifs?|moyens|budgets?|elements?|reponses?|tampon|jours?|semaines?|accuse|feu vert|bon a payer|code|agrement|autorisation|piece au dossier|pieces? pour|argent|fonds|credits?|informations?))(?: (?:encore|toujours|donc|aussi))? (?:\d+|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|plusieurs|quelques|des)(?! (?:numero|reference|facture|copie|bon de|rib|signature|mention|information|element|document|justificatif|bl|avoir))",
        r"(?:qu'une (?:partie|moitie|fraction)|que la (?:moitie|partie)|une partie (?:seulement )?d[eu]|partiellement|la moitie seulement|pas la totalite|pas l'integralite|pas toute?s?|pas tous)"
        + _8
        + r"(?:livr\w+|rec\w+|arriv\w+|factur\w+|marchandise\w*|materiel|commande)",
        r"(?:livr\w+|rec(?:u\w*|ept\w+)|arriv\w+) (?:que |qu'|seulement |uniquement |partiellement|en partie)",
        r"reliquat\w*|livraison (?:partielle|incomplete)",
        r"(?:<n_unit>|\d+|une?|deux|trois|quatre|cinq|six) (?:\S+ ){0,2}sur (?:les )?(?:\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|vingt)(?: \S+){0,3} (?:<neg>|manqu\w+)",
        r"n'(?:a|avons|ai|en a|en avons) (?:\w+ )?(?:pointe|compte|recu|receptionne|enregistre|eu) que",
    ),
    "r_quality": (
        r"(?:apres|depuis) (?:votre|vos|cette) (?:\w+ )?(?:reparation|intervention|passage|depannage|visite|reprise|remplacement|mise en service)s?(?: \S+){0,8} (?:<neg>|toujours|encore|reapp\w+|meme)",
        r"(?:<neg>|toujours|encore|<v_defect>)(?: \S+){0,8} (?:apres|depuis) (?:votre|vos|cette) (?:\w+ )?(?:reparation|intervention|passage|depannage|visite|reprise|remplacement|mise en service)",
        r"malgre (?:votre|vos|la|cette|le) (?:\w+ )?(?:reparation|intervention|passage|depannage|visite|reprise|remplacement|remise en etat)s?",
        r"(?:ne |n')(?:se |s')?(?: ?\S+){0,3}? ?(?:emboit|visse|ajust|adapt|raccord|ferm|ouvr|tien|correspond\w* (?:pas|plus) (?:a la commande|au modele|au plan|aux? cotes))\w*(?: \w+)? (?:pas|plus|mal)",
        r"(?:ne|n')(?: \w+)? ?(?:descend|monte|attein|respect|convien|satisf|demarr|tourn|chauff|refroidi|aspir|coup|press|ecoul|etanch)\w*(?: \w+)? (?:pas|plus)",
        r"(?:plan|cotes?|cahier des charges|norme|specification|couleur|modele|epaisseur|consigne|fiche technique)s?(?: \S+){0,4} (?:pas|non|mal) (?:ete )?respect\w*",
        r"(?:se met\w*|s'est mise?|passe|part) en (?:securite|defaut|alarme)|(?:perc|decal|deca?le)\w*(?: \S+){0,3} de \d+|decal\w+ de",
        r"(?:livre|envoye|fourni|recu|pose|installe|monte)\w*(?: \S+){1,6}? au lieu (?:de |d'|des |du )(?:\S+ )?[a-z]",
        r"(?:retourn|renvoy)\w+ (?:les|la|le|ces|cette|vos|l') ?(?!facture|ref_|releve|courrier|document)\w+(?: \S+){0,8} (?:ne |n'|car|parce|suite|qui)",
        r"(?:n'a|n'ont) (?:pas|jamais) (?:disparu|tenu|dure|resiste|suffi|convenu|donne satisfaction|fonctionne|marche|demarre)",
        r"<neg>"
        + _2
        + r"(?:fonctionn\w+|march(?:e|ent|ait|aient|er|era)|demarr\w+|tourn\w+|tenu|resist\w+)",
        r"<neg>(?: \w+){0,2} <n_right>",
        r"(?:ne|n')(?: \w+)? ?(?:fonctionn\w+|march(?:e|ent|ait|aient|er|era)|demarr\w+|tien\w+|tourn\w+|ferm\w+|ouvr\w+|chauff\w+|refroidi\w+|emboit\w+|s'adapt\w+|convien\w+)(?: \w+)? (?:pas|plus|jamais|mal|toujours)",
        r"(?:du|renvoy\w+|retourn\w+|mis\w*|jet\w+)(?: \S+){0,4}? (?:renvoy\w+|retourn\w+|au rebut|a la benne|a la ferraille|hors tolerance)",
        r"(?:rien|pas) (?:arrang|resol|repar|amelior)\w+",
        r"(?:probleme|panne|fuite|defaut|bruit|souci|vibration|reserve)s?(?: \S+){0,4} (?:toujours|encore|persist\w+|reapparu\w*|revenu\w*|subsist\w+|reste\w*|demeur\w+|pas (?:ete )?(?:leve|resolu|regle)\w*)",
        r"(?:avons|avions|ai|avais|etait|etaient) (?:\w+ )?(?:commande|demande|choisi|specifie)(?!s? (?:de|a|par|que) ?\w*(?:facture|rib))"
        + _8
        + r"(?:mais|et|or|alors que|au lieu)? ?(?:vous )?(?:nous )?(?:avez |avons |a ete )*(?:livre|fourni|recu|envoye|pose|installe)\w* (?!que|\d)",
        r"(?:avez |avons |a ete |ont ete )+(?:livre|fourni|recu|envoye|pose|installe)\w*"
        + _8
        + r"(?:alors que|au lieu|or) (?:\S+ ){0,6}?(?:commande|demande|choisi|specifie|prevu)\w*(?! \d)",
    ),
    "r_not_received": (
        r"(?:toujours|encore) (?:chez vous|en (?:votre )?atelier|dans (?:vos|votre)|a votre|sur votre|en vos)(?: \S+)?",
        r"personne (?:ne )?(?:nous )?(?:l'|les |la )?(?:a|ont)? ?(?:\w+ )?(?:rapport|livr|rendu|ramen|install|repris|remi)\w*",
        r"rien (?:\S+ ){0,8}?(?:n'est|n'a|ne) (?:\w+ )?(?:arrive|passe|entre|receptionne|livre|franchi|decharge)\w*",
        r"(?:aucun\w*|pas d[e']|sans) ?(?:entree en stock|bon de reception|reception (?:marchandise|en magasin|enregistree|au quai)|pointage au quai|entree marchandise)",
        r"ou (?:sont|est|se trouve\w*) (?:passe\w* )?(?:les|la|le|nos|notre|ces) (?:palettes?|colis|marchandises?|livraison|pieces|materiel|commande)",
        r"<neg>(?: \w+){0,2} (?:vue?s?|apercue?s?|croise\w*)(?: \S+){0,2} (?:[ldvn]\w*'?|votre|vos|une?|ces?|cette) ?(?:<n_crew>)",
        r"<neg>(?: \w+){0,3} (?:remise?s?|rendue?s?|fournie?s?|communiquee?s?)(?: \S+){0,4} factur\w+",
        r"(?:livre|depose|decharge|laisse|remis)\w*(?: \S+){0,3} (?:chez|a) (?:le |un |notre |la |l')?(?:voisin|confrere|mauvais|mauvaise|autre|ancienne|concurrent)\w*",
        r"(?:nous |on |je )(?:n'avons|n'a|n'ai) (?:strictement |toujours |absolument |encore )?rien(?: eu| recu| vu| vu venir| de tel| ici)?(?=[,.;!]|$)",
        r"(?:mise en service|mise en route|formation|etude|reglage|raccordement|essais?|demontage|mission|rapport|pose|montage)s?(?: \S+){0,4}? (?:n'a|n'ont|n'est|ne sont|ne s'est)(?: \w+)? (?:pas|jamais|toujours pas|point)",
        r"(?:livraison|marchandise|colis|palette|materiel)s?(?: \S+){0,4} (?:refusee?s?|repartie?s?|renvoyee?s?)(?: \S+){0,4} (?:quai|chauffeur|transporteur|reception|depot)",
        r"(?:toujours|encore|jamais)(?: \w+){0,2} (?:pas|rien) (?:remis|livre|recu|vu|fait|realise|installe|pose)\w*",
        r"<c_goods>" + _8 + r"<neg>(?: \w+){0,2} <v_come>",
        r"<neg>(?: \w+){0,3} (?:recue?s?|vue?s?|eue?s?|recevoir)(?: \S+){0,5}? <c_goods>",
        r"<c_goods>(?: \S+){0,6}? <neg>(?: \w+){0,2} (?:recue?s?|vue?s?|eue?s?)",
        r"(?:attend\w*|attente)(?: \w+){0,2} (?:de |d'|la |le |les |du |l'|cette |ce |ces |votre |vos |notre |nos )+(?:livraison|marchandise|materiel|colis|commande|pieces|intervention|passage|reliquat|technicien|equipement|montage|pose|mise en service)s?",
        r"(?:<neg>|sans)(?: \w+){0,2} (?:trace|preuve|signe)s?(?: \S+){0,3} <c_goods>|rien (?:n'est |n'a |ne )?(?:\w+ )?(?:arrive|livre|parvenu|venu)\w*",
        r"(?:passage|visite|intervention|livraison|revision|entretien|controle|prestation|rendez-vous|mission|formation)s?(?: \S+){0,4}? (?:qui )?(?:n'a|n'ont|n'est|ne s'est|n'etait)(?: \w+)? (?:pas|jamais|point)",
        r"<neg>(?: \w+){0,2} (?:revise|entretenu|controle|verifie|nettoye|monte|pose|fait|realise|execute)e?s?(?: \S+){0,8}? factur\w+",
        r"(?:trouve|trouvant) (?:portail |porte |site )?(?:clos|close|ferme)\w*|reparti\w* (?:sans|avec)",
        r"<neg>(?: \w+){0,3} (?:livree?s?|receptionnee?s?|expediee?s?|dechargee?s?|installee?s?)",
        r"<n_crew>"
        + _8
        + r"(?:<neg>|sans)"
        + _2
        + r"(?:venue?s?|passee?s?|presentee?s?|intervenue?s?|decharg\w+|livr\w+|arrivee?s?|vue?s?|debarqu\w+)",
        r"(?:livraison|commande|intervention|prestation|visite|chantier|travaux|maintenance)s?"
        + _8
        + r"(?:annulee?s?,?|reportee?s?,?|ajournee?s?,?)"
        + _8
        + r"(?:rien|pas|donc|alors que|pourquoi|factur\w+)",
        r"(?:facture\w*|comptez|reclam\w+)(?: \S+){0,8} (?:qui|que|alors que|dont)(?: \S+){0,4} <neg>(?: \w+){0,2} <v_come>",
        r"<neg>(?: \w+){0,2} vue? (?:la couleur|arriver|passer|venir|le bout)",
        r"en attente chez (?:votre|le|un) transporteur|(?:bloque|perdu|egare)\w* (?:en|chez|par|lors)(?: \S+){0,3} (?:transport\w*|douane|livraison)",
    ),
    "r_duplicate": (
        r"(?:deux|2|double) (?:ecritures|lignes|factures|pieces|montants|mouvements) (?:pour|du|de|identiques)|celle (?:de|en) trop|une seule (?:visite|intervention|livraison|prestation|commande) (?:a eu lieu|a ete)",
        r"(?:deja|egalement|aussi) (?:sur|dans|en|sous|repris\w*|inclus\w*|compris\w*|portee?s?|couvert\w*)(?: \w+){0,3} (?:<ref>|facture|autre)",
        r"repren\w+ (?:ligne a ligne |mot pour mot |exactement |a l'identique |les memes )|meme (?:montant|objet|date|prestation|chantier|numero|livraison)(?: \S+){0,6} (?:meme|que|precedent)\w*|(?:fait|voir) double|a nouveau (?:la meme|cette|facture)|(?:encore|aussi|egalement) sur (?:la|une) (?:autre )?facture",
        r"(?:meme|identique|semblable)s?"
        + _8
        + r"(?:deja |que celle |que celui |qui a ete )+(?:ete )?(?:factur\w+|recu\w*|regl\w+|pay\w+)?",
        r"(?:facture|montant|piece) (?:identique|similaire|en tous points)",
        r"deja (?:ete )?(?:\w+ )?factur\w+|(?:facture(?:z|es|e)s?|facturation|(?:avez|aviez|ont|ete) (?:\w+ )?facture)(?: \S+){0,3} (?:deux fois|a nouveau|une seconde fois)|(?:facturez|facturiez|facturation|(?:avez|aviez|ont|ete) (?:\w+ )?facture)(?: \S+){0,3} deja|doublons?|en double|fait double emploi|deuxieme fois|seconde fois",
    ),
    "r_wrong_recipient": (
        r"ne (?:fait|font|faisons|est|sont) plus (?:partie )?(?:de |dans |a )?(?:notre|nos|nous)(?: \S+){0,8} (?:factur\w*|depuis|gere\w*|administr\w*|cabinet|societe)?",
        r"(?:envoyez|adressez|facturez|transmettez)-(?:leur|lui)|c'est (?:\S+ ){1,4}qui (?:l'|les |la |le )?(?:administr|ger|exploit|repren|repris|occup|possed|command|pay|pai)\w*",
        r"(?:command|demand|pass|sign|sollicit|valid)ee?s? par (?:\S+ ){1,8}?(?:pas|non|et non) (?:par |a )?",
        r"(?:confond\w*|homonym\w*|trompe\w* d\w+ (?:client|societe|adresse|destinataire))|ne connai\w+(?: \w+)? (?:pas|aucun\w*) (?:ce|cette|votre|ces) (?:chantier|commande|site|societe|entreprise|affaire|dossier|client)",
        r"(?:releve|depend|ressort|incombe|revient|appartient)(?:ent|ait)?(?: \w+)? (?:du|de la|de l'|au|a la|a l'|a) ?(?:budget |charge |competence )?(?:\S+ )?(?:<n_entity>|communaute|commune|region|departement|copropriete|exploitant|repreneur|communaute de communes)",
        r"(?:etabl|edit|libell|refai|factur|mettre|emett|adress|redig)\w*(?: \S+){0,3} (?:au nom|a l'ordre) (?:de|du|d')",
        r"(?:cede|vendu|transmis|repris)\w*(?: \S+){0,3} (?:fonds?|commerce|activite|magasin|site|societe|affaire|entreprise|usine|branche)|nouvel exploitant|nouveau (?:proprietaire|gerant|locataire|exploitant)",
        r"(?:lui|leur) (?:re)?factur\w+|les (?:re)?factur(?:er|ez)",
        r"concern\w+" + _4 + r"(?:et |mais )(?:non|pas)",
        r"(?:pas|non|jamais)(?: \w+){0,2} (?:a nous|clients?|concernee?s?|redevables?|debiteurs?|donneur)(?: \S+){0,4}(?: de| chez| par| pour|$|[,.;])",
        r"(?:entite|societe|raison sociale|entreprise|filiale|structure|client|destinataire|debiteur)(?: \S+){0,4}? (?:n'est|ne sont|etait) (?:pas|plus) (?:la|le|les|celle|celui)",
        r"donneur d'ordre (?:est|etait|reel|c'est)|(?:commande|commandee?s?|travaux|chantier|demandee?s?)(?: \S+){0,4} (?:passee?|commandee?s?|signee?|demandee?s?|effectuee?) par (?:la |le |notre |l'|un |une |son |les )?<n_entity>",
        r"(?:adress|factur|envoy|libell|etabli|emi|refa|reemett)\w*"
        + _8
        + r"(?:au nom d\w+|a l'ordre d\w+|a l'attention d\w+) ?(?:notre |la |l'|le )?(?:<n_entity>)",
        r"(?:refai|reetabli|reemett|refactur|adress|libell|etabli|edit)\w*(?: \S+){0,5} (?:a|au|a leur|sous) (?:son|leur|ce|bon|le bon) nom|(?:lui|leur) (?:revien|incomb|appartien)\w*|personne morale|(?:scission|fusion|filialis\w+|apport partiel|cession)(?: \S+){0,12} (?:factur\w+|depend\w*|relev\w+|devien\w+)|(?:depend\w*|relev\w+) (?:maintenant |desormais |aujourd'hui )?(?:de |d')(?:la )?<n_entity>",
        r"(?:lui|leur) (?:adresser|envoyer|transmettre|facturer|reclamer) (?:cette |la |votre |directement |les |vos )*(?:facture|relance|note)",
    ),
    "r_missing_po": (
        r"(?:zone|champ|case|rubrique|ligne|mention)s?(?: \S+){0,5} (?:commande|engagement|bc|marche|service)\W{0,3}(?: \S+){0,3} (?:vide|blanc|absent|non renseigne|manquant|pas rempli|incomplet)\w*",
        r"<n_orderref>" + _8 + r"<v_missing>",
        r"<v_missing>" + _4 + r"<n_orderref>",
        r"(?:reemet|refair|refai|ajout|complet|mentionn|indiqu|rappel|port|faisant|report|renseign|inscri|figur|faire apparaitre|repren)\w*"
        + _8
        + r"<n_orderref>",
        r"<n_orderref>(?: \S+){0,6}? (?:obligatoire\w*|exige\w*|indispensable\w*|requis\w*|necessaire\w*|non (?:mentionne|renseigne|indique|rappele|reconnu|valide)\w*|pas (?:valide|reconnu|bon|correct)\w*)",
    ),
    "r_already_credited": (
        r"(?:avoir|note de credit)(?: \S+){0,6} (?:a|avait|ont) (?:\w+ )?(?:sold|annul|couv|regl|compens|absorb)\w*|(?:accord|consent|promis|etabli|emis)\w*(?: \S+){0,4} avoir (?:de la |pour la |sur la |de |du |a )?(?:totalite|total|montant|integral\w*|meme montant)",
        r"<n_credit_note>"
        + _8
        + r"(?:annul\w+|compens\w+|sold\w+|couvr\w+|solde|en annulation|deja|bien ete (?:fait|emis|etabli))",
        r"avoir (?:total |complet |integral )?(?:a|avait) (?:bien |deja )?ete (?:fait|emis|etabli|edite|accorde|enregistre)",
        r"(?:a|avez|avait|ont) (?:bien |deja |nous )?(?:fait|emis|etabli|edite|accorde|adresse|envoye|consenti)(?: \S+){0,3}? avoir(?! (?:recu|eu))",
        r"(?:oubli|omi|manqu)\w*(?: \S+){0,4} (?:deduire|imputer|tenir compte|retrancher|deduction)(?: \S+){0,2} (?:l'|votre |notre |cet )avoir|avoir (?:<ref> )?(?:non|pas|n'a(?:\w|\s)* pas)(?: ete)? (?:deduit|impute|pris|applique|retranche|comptabilise)\w*|(?:avoir|<ref>)(?: \S+){0,6} (?:non|pas) (?:ete )?(?:deduit|impute|retranche)",
    ),
    "r_other": (
        r"avoir(?: \S+){0,10} (?:attend\w*|toujours pas|jamais|promis|engag\w+)|(?:geste commercial|dedommagement|indemnisation)(?: \S+){0,10} (?:attend\w*|promis|toujours|jamais)",
        r"tva(?: \S+){0,8}? (?:<v_differ>|mauvais\w*)|(?:mauvais|<v_differ>)(?: \S+){0,3} (?:tva|adresse|siret)|(?:autoliquid|exoner)\w+",
    ),
    # Requests.
    "doc_purchase_order": (
        r"(?:ordres?|commandes?) (?:d'achat |signe\w* )+|ordre signe|(?:copie|exemplaire|scan) (?:de |du )?(?:l'|la |votre |notre )?(?:ordre|commande|bc|bdc|bon de commande)|(?<!societe )(?<!nous )(?<!entreprise )(?<!elle )(?<!lui )qui a (?:passe|signe) (?:la |cette )?commande",
    ),
    "op_ask": (
        r"(?:indiqu|precis|dit|dites|joign|confirm)\w*-(?:moi|nous)|confirmer",
        r"vous seriez (?:gentil|aimable|bien)\w*|(?:dresser|etablir|sortir|editer|imprimer)(?: \S+){0,2} (?:etat|liste|releve|point)|sous la main|un petit (?:mail|envoi)",
        r"tant que (?:nous|je) n'(?:avons|aurons|ai|aurai)(?: \w+)? pas|(?:impossible|ne pouvons|ne peux|peut)(?: \S+){0,6} (?:sans|avant d'avoir|avant de recevoir)",
        r"piece jointe|(?:serait|sera|est) (?:le |la )?bienvenue?|qu'est-ce qui prouve|remettre par mail|(?:mail|message|courriel|envoi|enveloppe|pdf|fichier)(?: \S+){0,4} (?:vide|corrompu|illisible)",
        r"(?:envoy|renvoy|transme|adress|communiqu|fourni|donn|pass|scann|refai|repass|depos)\w*[- ](?:moi|nous|m'|les?|la)",
        r"(?:nous |m'|vous )?(?:aider(?:ait|a|aient)|arranger(?:ait|aient)|serai(?:t|ent) (?:utile|apprecie|bienvenu|necessaire|le bienvenu|parfait)\w*)",
        r"(?:exig\w+|requier\w+|reclam\w+|demand(?:e|ons|ent)|necessit\w+|indispensable\w*|necessaire\w*|il (?:nous |me |lui |en |la |le |les )*(?:faut|faudrait|faudra|manque|manquerait)|dans l'attente d\w+|en attente d\w+|a recevoir|sous reserve de|avant (?:tout |le )?(?:paiement|reglement))",
        r"(?:j'aimerais|aimerions|voudrais|voudrions|souhait\w+|desir\w+|aurais|aurions|auriez|avez)[- ](?:vous |tu )?(?:\S+ ){0,3}?(?:avoir|recevoir|obtenir|disposer|connaitre|consulter|une?|le|la|les|copie)",
        r"(?:possible|moyen|possibilite)(?: \S+){0,3} (?:d'avoir|de recevoir|d'obtenir|de nous|de m'|d'envoyer)",
    ),
    "not_ask": (
        r"(?:recu|eu) un (?:mail|message|courriel|appel|courrier)(?: \S+){0,8} (?:rib|iban|banc\w+|banque)|notre banque (?:nous )?(?:demande|reclame|exige)",
        r"relev\w+ (?:du budget|de la (?:competence|responsabilite)|de leur|d'un autre|d'une autre)",
        r"(?:envoyez|adressez|transmettez)-(?:leur|lui)",
        r"(?:je|nous|on) (?:vais |allons )?demand(?:e|er|ons) (?:a |au |aux |a la )(?!vous|votre)",
        r"(?:rappeler|preciser|confirmer|indiquer|donner|communiquer) (?:la |l'|le )?(?:date|echeance|montant|delai|modalite)",
        r"(?:lui|leur) (?:adresser|envoyer|transmettre|facturer)|pas (?:encore )?eu le temps|ci-joint\w*|vous trouverez|veuillez trouver|(?:est|sont) (?:joint|en piece jointe|ci-joint)\w*|je (?:vous )?joins|nous (?:vous )?joignons|(?:votre|le|la|les) \w+ (?:est|sont) conforme\w*|bien recu|merci (?:beaucoup |bien )?pour",
    ),
    "doc_statement": (
        r"points? (?:des|sur les|de nos|de vos|de toutes les) factures|etat des factures",
        r"(?:etat|liste|point|recap\w*)(?: \S+){0,5} (?:reste\w*|ouvert\w*|a payer|a regler)",
        r"(?:liste|listing|detail|tableau|export)(?: \S+){0,6} (?:ouvert|non sold|impaye|en attente|non regle|echu|en cours|du)\w*",
        r"(?:point|etat|situation|bilan|balance|position) (?:complet |complete |precis |globale? |client\w* )*(?:de |sur |du )?(?:notre |nos |le |ma |mon )?(?:compte|comptes|situation|encours|clients?)",
        r"(?:etat|releve|point) (?:de|du) compte|detail d\w+ (?:ce que|notre|sommes?|montants?|factures)(?: \S+){0,3}|releve d\w+ (?:nos |vos |les )?factures?|etat d\w+ (?:nos |vos |ce que )|historique d\w+ (?:notre compte|factures|reglements|nos)|liste (?:complete )?(?:des|de (?:nos|vos|toutes)) (?:factures|impayes|echeances)|(?:etats?|point|decompte|recapitulatif|detail|liste|tableau)(?: \S+){0,2} (?:de |d[eu]s |sur )(?:tout )?(?:ce qu\S*|nos|vos|notre|sommes|montants|dettes|impayes)|ce qu(?:e|'on|'il|e l'on)(?: \w+){0,3} (?:doit|devons|dois|reste du|restons devoir)",
    ),
    "doc_proof_of_delivery": (
        r"signature (?:de|du) (?:celui|celle|la personne|receptionnaire|qui)|qui a (?:signe|receptionne)(?! (?:le bon de commande|la commande|cette commande|le contrat|le devis))",
        r"bons? signe\w*|(?:la |une )?preuve(?: \S+){0,3} (?:livr\w+|recu\w*)|lettres? de voiture",
        r"(?:bons?|fiches?|feuilles?|rapports?|comptes?[- ]rendus?|pv|attachements?|bordereaux?|preuves?|attestations?|releves? d'heures|constats?) (?:de |d'|des )?(?:livraison|intervention|travaux|reception|transport|expedition|passage|fin de travaux|enlevement|visite|heures|depot|pose)(?: signe\w*| emarge\w*)?",
    ),
    "doc_bank_details": (
        r"attestation (?:bancaire|de (?:votre )?banque)|rib (?:sur )?(?:papier )?(?:a )?en-?tete",
        r"(?:vos |votre |un |le )?(?:rib|iban|bic)(?: a jour)?|(?:identifiants?|references?|infos?|informations?|elements?|donnees) bancaires?|quel compte",
    ),
    "refusal": (
        r"n'acquitt\w+(?: \w+)? (?:pas|rien|aucun\w*)",
        r"(?:s'|m'|nous )oppos\w+ (?:formellement |fermement )?(?:au|a tout|a ce|a votre) (?:reglement|paiement|versement)",
        r"(?:maintenons|maintiens|confirm\w+) (?:notre|mon) refus|ne compt\w+ (?:pas|plus) sur (?:un |le |notre |mon )?(?:paiement|reglement|virement|nous|moi)",
        r"(?:aucun\w*|pas un seul|nul) <penalty>(?: \S+){0,4} (?:ne )?(?:vous )?(?:sera|seront|serait) (?:verse|paye|regle|du|accorde|acquitte)\w*",
        r"(?:rejet|contest|refus|recus|repouss)\w+ (?:vos |ces |les |cette |votre |toute |tout |l')?(?:\w+ )?<penalty>",
        r"(?:ne|n')(?: \w+)? ?(?:serez|sera|seront|aurez|toucherez) (?:pas|jamais|rien|plus)(?: \w+)? ?(?:payee?s?|reglee?s?)",
        r"(?:pas|aucune?|nullement)(?: \S+){0,2} (?:l'|d')?intention(?: \S+){0,2} (?:pay\w+|regl\w+|vers\w+|honor\w+|acquitt\w+)",
        r"(?:refus\w+|hors de question|pas question|n'accept\w+ pas)(?: \S+){0,4}? (?:pay\w+|regl\w+|vers\w+|honor\w+|acquitt\w+)",
        r"(?:<penalty>)(?: \S+){0,8} (?:c'est non|non merci|il n'en est pas question|n'ont pas lieu|ne sont pas d[ue]\w*|pas dus?|pas recevable\w*|refus\w+|ne s'applique\w* pas|indus?)",
        r"(?:n'esper\w+|ne compt\w+|inutile d\w+)(?: \S+){0,4} (?:centime|paiement|reglement|virement|euro|argent)|ne (?:sera|seront) (?:jamais|pas|ni|nullement)(?: \w+)? ?(?:payee?s?|reglee?s?|honoree?s?|acquittee?s?)",
        r"ne (?:\w+ )?(?:acquitterons|acquitterai|verserons|verserai|donnerons|donnerai)(?: \w+)? (?:pas|rien|aucun\w*)",
    ),
    "insolvency": (
        r"(?:en |au )?(?:rj|lj)(?= (?:depuis|par|le|au|prononc\w+)|[,.]|$)|cessation (?:de|des) paiements?|depot de bilan|depos\w+ (?:le|notre|son|leur) bilan|(?:redressement|liquidation|sauvegarde|procedure)(?: \S+){0,2} (?:judiciaire|collective|acceleree|de sauvegarde|amiable)|mandataire (?:judiciaire|liquidateur)|administrateur judiciaire|liquidateur|conciliation|mandat ad hoc|jugement d'ouverture|declar\w+ (?:vos |votre |leurs? |de |la )*creances?|bodacc|creances?(?: \S+){0,3} gel\w+|periode d'observation|plan de (?:continuation|cession|redressement)",
    ),
    "bank_change": (
        r"(?:nos|notre) (?:identifiants|coordonnees|references|compte)(?: \S+){0,3} (?:change|evolue|modifie|differe)\w*",
        r"(?:ne plus|cesse\w*|arrete\w*|evite\w*)(?: de| d')? ?(?:crediter|utiliser|virer|payer|verser|regler)(?: \S+){0,4} (?:compte|rib|iban)",
        r"(?:rembours|vir|credit|vers|regl|pai)\w*(?: \S+){0,6}? sur un autre (?:compte|rib|iban)",
        r"(?:remboursement|paiement|reglement|virement|avoir|somme)s?(?: \S+){0,6}? (?:a adresser|adresse\w*|vire\w*|vers|effectue\w*|redirige\w*|diriger)(?: \S+){0,5}? (?:autre|nouveau|nouvelle|compte de notre|filiale)(?: \S+){0,2}",
        r"(?:notre|le) compte (?:bancaire )?(?:est|a ete|fait l'objet)(?: \w+){0,2} (?:bloque|gele|suspendu|audit|sous controle|verifi\w+|clos|ferme)",
        r"(?:ancien|precedent|vieux)\w* (?:compte|rib|iban)(?: \S+){0,4} (?:plus|perime|caduc|detruire|oublier|ignor)\w*",
        r"(?:n'utilis\w+|ne (?:plus )?utilis\w+|n'employ\w+)(?: \w+){0,3} (?:compte|rib|iban)|(?:compte|rib|iban) (?:\w+ )?(?:mais|et utilis\w+|remplace par) (?:celui|le nouveau|le suivant)|quitt\w+ (?:sa|notre|la|leur) (?:banque|\w+ bancaire)|chang\w+ (?:de |d'|notre |nos |etablissement )*(?:banque|etablissement bancaire|rib|iban|compte bancaire|domiciliation)",
        r"(?:coordonnees|references|informations|domiciliations?) (?:bancaires?|de paiement)(?: \S+){0,4}? (?:chang|modifi|evolu|mises? a jour|actualis|nouvel|differ|suivant)\w*",
        r"(?:nouve\w+|modification|changement|mise a jour|actualisation)(?: \S+){0,4}? (?:rib|iban|coordonnees bancaires|compte bancaire|references bancaires|domiciliation)",
        r"(?:rib|iban|compte(?: bancaire)?)(?: \S+){0,3}? (?:est|sont|a|ont|ete|sera|seront|n'est|ne sera) (?:\w+ )?(?:chang|modifi|remplac|clotur|ferm|plus valable|plus valide|plus actif|obsolete|caduc)\w*",
        r"(?:rembours|vir|regl|pai|vers)\w*(?: \S+){0,4}? (?:desormais |dorenavant |maintenant )?sur (?:le |notre |ce |un )?(?:nouveau |autre )?(?:compte|rib|iban) (?:suivant|ci-dessous|ci-apres|ci-joint|nouveau|indique)",
    ),
    "redirect_to": (
        r"rapproch\w+ d\w+",
        r"(?:prene?z?|prendre|prenez)(?: \S+){0,2} contact|contact\w+|adress\w+[- ]vous|s'adresser|voir avec|voyez avec|rapproch\w+[- ]vous|ecri\w+|joindre|appel\w+|successeur|rempla[cç]\w+|interlocut\w+|tourn\w+ vers|reprend|repris|adress\w+ (?:vos|les|votre|toute)(?: \S+){0,3} a",
    ),
    "not_bank_change": (
        r"(?:virement|paiement|reglement|somme|montant|argent|fonds)s?(?: \S+){0,4} quitt\w+",
        r"(?:iban|rib|coordonnees bancaires|banque)(?: \S+){0,3} (?:n'(?:a|ont) pas|n'(?:est|sont) pas|inchange\w*|ne chang\w+ pas|reste\w* (?:le|la|les) meme)",
        r"(?:avez|auriez|aviez)[- ]vous (?:\w+ )?chang\w+|si vous (?:avez |)chang\w+|(?:votre|vos) (?:nouve\w+ )?(?:rib|iban|banque|coordonnees|compte)",
    ),
    "contact_change": (
        r"repren\w+ (?:mes|ses|les|mon|son) (?:dossiers?|fonctions|comptes?|clients?|fournisseurs?)",
        r"(?:supprim|retir|enlev|ot)\w*(?: \S+){0,3} (?:adresse|mail|contact|nom)",
        r"(?:toutes|tous|l'ensemble d\w+|vos|les)(?: \w+){0,2} (?:relances?|factures?|courriers?|demandes?) (?:doivent|devront|sont a|seront a|passent|transitent)",
        r"plus (?:votre|vos|le bon|la bonne|l') ?(?:interlocut\w+|contact|correspondant\w*)",
        r"(?:voyez|voir|traitez|parlez-en) (?:avec|a)",
        r"(?:regroup|centralis|transfer|mutualis|rattach|reorganis|demenag)\w*(?: \S+){0,8}|(?:seul|unique|nouvel|nouvelle) (?:interlocut\w+|contact|adresse|correspondant)",
        r"(?:ce n'est|c'est) plus (?:moi|nous|mon|ma)(?: \S+){0,3} (?:mais|c'est)|notez (?:la |l'|notre )?(?:nouvelle )?adresse|successeur|me succed\w+",
        r"(?:adresse|boite|mail|bal|messagerie|e-mail)(?: \S+){0,4}? (?:plus (?:utilise|active|valable|valide|consulte|releve|en service|lue?)|ferm|supprim|desactiv|clotur|remplac|disparai|obsolete)\w*",
        r"(?:nouve\w+|nouvelle adresse|bonne adresse|bon contact|bonne personne|interlocut\w+|contact)(?: \S+){0,4}? (?:est|sera|devient|:)",
        r"(?:suite au |depuis le |apres le )(?:depart|changement)(?: \S+){0,5}|qui reprend (?:le|son|ses|les|mon|mes)|me (?:remplace|succede)|(?:prend|a pris|reprend) (?:le relais|la suite|ma suite|sa suite|ses fonctions|mes fonctions|son poste|mon poste)",
        r"(?:externalis|delegu|confi|transfer|centralis|repri)\w*(?: \S+){0,5} (?:cabinet|csp|centre de services|prestataire|siege|expert|plateforme|<n_entity>)",
        r"(?:desormais|dorenavant|a l'avenir|maintenant|a present|prochaines? (?:fois|factures|relances))",
    ),
    "contact_moved": (
        r"quitt\w+ (?:mes|ses|mon|son) (?:fonctions?|poste|service)|plus votre (?:interlocut\w+|contact|correspondant\w*)",
        r"n'est plus (?:ici|la|chez nous)|(?:tout|elle|la compta\w*|le service) est (?:parti|transfer|passe)\w*",
        r"ce n'est plus (?:moi|nous)|regroup\w+|centralis\w+|successeur|part\w* (?:a|en) (?:la )?retraite",
        r"(?:a|ont|avoir|vient de) quitt\w+|ne (?:fait|travaille|fais) plus|n'est plus (?:dans|chez|au|a|la|en charge|employ)\w*|(?:suite au|depuis le) depart|plus (?:en charge|responsable|le bon|la bonne|mon|de mon)|retraite|mut\w+ (?:a|dans|vers)|chang\w+ de (?:poste|service)",
    ),
    "not_contact": (
        r"adresse (?:postale|physique|de livraison|du siege)|demenag\w+(?!.{0,140}@)|locaux(?!.{0,140}@)|pour toute (?:question|information|demande|precision)|en cas d'urgence|n'hesitez pas|je reste|reste\w* a votre disposition|si (?:besoin|necessaire|urgence)",
    ),
    "copy_request": (
        r"il (?:me|nous) (?:la|les) (?:faut|faudrait|manque)",
        r"ni (?:l'|d'|de |la )?(?:original|pdf|papier|copie|facture|exemplaire)|(?:mail|envoi|message)(?: \S+){0,3} (?:avec|contenant) (?:le|la) (?:document|facture|piece|pdf)",
        r"vide,? il n'y avait|il n'y avait (?:pas|aucune) (?:la |de )?(?:facture|piece)",
        r"double de (?:la |cette |votre )?facture|(?:la|les) (?:remettre|redonner|repasser|refaire suivre|refaire passer)(?: \w+){0,2} (?:par mail|svp|par courriel|en pdf)",
        r"(?:mail|message|courriel|envoi|enveloppe|piece jointe|pdf|fichier)(?: \S+){0,4} (?:vide|corrompu|illisible|endommage)\w*|(?:oubli\w+|manqu\w+|absen\w+|il n'y avait pas|pas de|sans)(?: \S+){0,4} (?:piece jointe|la facture jointe|pieces jointes)|il n'y avait pas (?:la|de) facture",
    ),
    "expected": (
        r"avec impatience|impatients? de|hate de|(?:bonne|nouvelle|prochaine) commande",
    ),
    "not_duplicate": (
        r"(?<!en )(?:doubles?|duplicatas?) (?:de|d'|du|des|svp|s'il)|(?:en|un) (?:double exemplaire|duplicata)",
    ),
    "w_other": (
        r"tva|autoliquidation|adresse de facturation|raison sociale|mentions? (?:legales?|obligatoires?)|siret|siren|intracommunautaire",
    ),
    "n_money": (
        r"fonds|paiements?|reglements?|argent|virements?|cheques?|reponses?|mails?|courriels?|courriers?|relances?|releves?|avis|prelevements?|somme|retour",
    ),
    "contest_hard": (
        r"(?:garde|gardons|laiss\w+|met\w*|conserv\w+|tien\w+)(?: \w+)? (?:la |cette |votre |les )?(?:factures?|<ref>)(?: \S+){0,3} (?:de cote|sous le coude|en suspens|au chaud|au frais|sous cloche)",
        r"tant qu\w* (?:ce|cela|ca|c'|le probleme|la situation|tout|rien)(?: \w+){0,2} ?(?:n'est|n'aura|n'a)? (?:\w+ )?(?:pas |rien )?(?:ete )?(?:regle|resolu|repris|corrige|remplace|repare)\w*",
        r"ne valid\w+ (?:rien|pas|aucun\w*)|je ne (?:signe|valide|passe) (?:rien|pas)",
    ),
    "service_call": (
        r"(?:pourriez|pouvez|pourrais|merci de|il faudrait|besoin)(?:[- ]vous)?(?: (?!factur|reclam|nous factur)\S+){0,3} (?:intervenir|passer|venir|depanner|reparer|deplacer|intervention|depannage|technicien)",
    ),
    "not_refusal": (
        r"(?:avant|d'ici) (?:le|la|les|\d|une?|d'|que|fin|l')|\d+ jours|tant qu\w*",
    ),
    "v_send": (
        r"fourni(?!sseur)\w+|envoy\w+|renvoy\w+|transmet\w+|adress(?:er|ez)|communiqu\w+|parvenir",
    ),
}
