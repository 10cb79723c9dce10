"""French: how customers contest, refuse and ask for papers (folded text)."""

# ruff: noqa: E501 - one phrase per line reads better than a wrapped one
from __future__ import annotations

LISTS: dict[str, tuple[str, ...]] = {
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
        r"<c_need>",
    ),
    "doc_bank_details": (
        r"ribs?|iban|coordonnees bancaires|releve d'identite bancaire|coordonnees de votre (?:banque|compte)|numero de compte|bic",
        r"references bancaires|coordonnees de (?:paiement|reglement|virement)|sur quel compte|domiciliation",
    ),
    "doc_statement": (
        r"(?<!avons )(?<!ai )(?<!\ba )(?<!ont )(?<!ete )(?<!etre )(?<!est )(?<!bien )(?<!je )(?<!on )releves?(?! d'identite)(?: de (?:compte|factures|situation))?(?! d'identite| d'heures)|extraits? de compte|etats? (?:de compte|des (?:factures|impayes|sommes)|recapitulatif)|situation (?:de (?:notre |mon |votre )?compte|comptable|a jour)|grand[- ]livre|recapitulatif|detail (?:de (?:notre|mon|votre) compte|du (?:compte|solde)|de ce (?:solde|montant))|liste des factures|balance",
        r"point sur (?:notre|mon|le) compte|detail de (?:notre|mon|votre) compte",
        r"liste de (?:toutes )?(?:les |nos )?factures|factures ouvertes|etat (?:recapitulatif|du compte|de notre compte)|ou en est (?:notre|mon) compte",
    ),
    "contest_hard": (
        r"contest(?:e|ons|ent|ation|ations|ee|ees|er)|en litige|litige (?:sur|avec|en cours|ouvert|est)|(?:un|ce|du|le) litige|desaccord|pas d'accord|reclamation|(?:nous|je|on) (?:\w+ )?refus(?:e|ons)(?! de (?:nous|vous|regler|payer)| tout| le paiement| catego)|(?:facture|<ref>|elle|livraison|marchandise)(?: \S+){0,3} refusee?s?|refusee?s? (?:par|a la|en) (?:notre|nos|la|le)|(?<!compte )(?<!compte est )bloque(?:e|es|s)?(?! (?:par (?:la|notre|ma|une|le) (?:banque|tresor\w*|direction|logiciel|systeme|plafond)|a la (?:banque|signature)|en (?:banque|validation)|cote banque|informatiquement|dans le circuit|au service|chez))|bloquons|rejet(?:ee|ees|ons|te|tee|te)?s?|suspendue?s?|en suspens",
        r"(?:ne|n')(?: \S+){0,3} pas (?:etre )?(?:valide|accepte|liquide|admise|recevable|acceptable|bonne a payer)e?s?|inacceptables?|irrecevables?|maintenons notre|nous maintenons",
    ),
    "contest": (
        r"<contest_hard>",
        r"(?:ne|n')(?: la| le| les| l')? ?(?:peux|peut|pouvons|pourrons|pourra|pourrai)(?: donc)? (?:pas )?(?:la |le |les |l'|etre |en l'etat |ni )*(?:valider|accepter|liquid\w+|valide\w*|accepte\w*|paye\w*|regle\w*|payer|regler|honorer|traiter|traitee?s?|comptabilis\w+|mandat\w+|mettre en paiement)",
        r"retourn(?:ons|e|ee) (?:la |votre |cette |ci-joint )*(?:facture|<ref>)",
        r"(?:ne|n')(?: la| les| le| vous| l')* ?(?:paie|paye|paierai|paierons|payons|regle|reglons|reglerai|reglerons) (?:pas|rien|plus)|tant qu[e'](?: \S+){0,10} (?:pas|aucun\w*)|hors de question",
        r"rectifi\w+|corrig\w+|corrections?|refaire(?! (?:parvenir|passer|suivre|partir))|refacturer|annuler|annulez|annulation|reprendre la facture|une nouvelle facture|facture (?:rectificative|corrigee|conforme)",
        r"(?:emettre|etablir|etablissez|faire|envoyer|adresser|emettez|faites|attend\w*|attente|demand\w+|besoin|souhait\w+|recevoir|reception|merci)(?: \S+){0,5}? (?:un |l'|d'un |d'|votre |cet )avoir|un avoir (?:de|pour|sur|partiel|total|correspondant)|avoir (?:promis|attendu|a recevoir|en attente)",
        r"anomalies?|erron\w+|incorrect\w*|inexact\w*|erreurs?|suspen\w+|mises? en attente|en instance|(?:n'est|ne sont)(?: donc)? (?:plus|pas) due?s?|ne (?:la |le |les |vous )?(?:devons|dois) (?:pas|rien)|ne correspond\w* (?:pas|ni|en rien)|injustifiee?s?|indue?s?|pas normal\w*|a tort|verifier et corriger|pose probleme|probleme",
        r"alors que|au lieu|or,? |pourtant",
        r"pourquoi|en l'etat|toujours|deja|le compte n'y|trop|sinon|a annuler|on ne paiera pas",
    ),
    "s_duplicate": (
        r"doublons?|en double(?! (?:exemplaire|de))|deux fois(?: la meme| pour)(?! avec)|double (?:facturation|emploi)|facturee?s? (?:2|deux) fois|deja (?:ete )?factur(?:e|ee|es|ees)|fait double|double avec|meme (?:prestation|livraison|intervention)(?: \w+){0,6} deja",
        r"compt\w+ (?:\w+ )?deux fois|meme facture(?: \S+){0,4} (?:que|deja)|factur\w+ (?:\w+ ){0,3}deux fois|(?:deja|a nouveau) (?:recue?|factur\w+) sous",
        r"(?:deux|2) factures pour (?:la meme|une seule|le meme)|figure deja|deja (?:sur|dans) (?:une|la) (?:autre )?facture",
        r"(?:encore|a nouveau) la meme (?:facture|prestation)|sous (?:le|un) (?:autre |precedent )?numero",
    ),
    "s_wrong_recipient": (
        r"(?:ne|n')(?: nous)? ?(?:concerne|concernent|regarde) (?:pas|en rien|aucunement)|ne (?:nous )?(?:est|sont)(?: \w+)? pas (?:destinee?s?|adressee?s?)|pas (?:pour|a) (?:nous\b|notre (?:societe|entreprise|entite))|(?:adressee?s?|envoyee?s?|factur\w+|libellee?s?|etablies?|emises?)(?: \w+){0,3} (?:a la mauvaise|au mauvais|a une mauvaise)|mauvais(?:e)? (?:societe|entite|client|destinataire|filiale|entreprise|etablissement|raison sociale)|(?:une )?autre (?:societe|entite|filiale|entreprise|personne morale)|(?:bonne|la) (?:societe|entite|filiale) (?:a facturer|concernee|debitrice)|ne sommes pas (?:le |la |les )?(?:bon|bonne|client|destinataires?|concernee?s?|debiteurs?|redevables?|donneurs? d'ordre)|(?:a|doit etre|devait etre|aurait du etre|doivent etre) (?:factur\w+|adress\w+|etablie?s?|envoy\w+|libell\w+) (?:a|au nom de) (?:notre|la|une|l'|le|son|nos) ?\w+|jamais (?:travaille|commande|eu de|ete client)|aucune (?:relation|commande) (?:avec vous|chez vous)|pas client|ne vous connaissons pas|(?:appartient|releve|depend|incombe|revient) (?:a|d[e'u]) (?:la societe|notre (?:filiale|ancien|maison|bailleur|agence|franchise|syndic|proprietaire|locataire|groupe|holding)|l[ae'])|n'avons (?:rien|jamais) commande",
        r"(?:pas|n'est pas) pour nous|maison mere|erreur de destinataire|(?:voyez|voir) (?:avec|directement avec) (?:la societe|l'entreprise|notre (?:filiale|maison))|aucun chantier|(?:elle|lui|eux|eux-memes) qu'il faut (?:la )?factur\w+|passee par (?:notre|une|la)|au nom de (?:la societe|notre filiale|l'entite)|facture (?:a|au nom) (?:de )?(?:la mauvaise|une autre)",
        r"(?:trompez|trompe|erreur) d[e'] ?(?:entreprise|societe|client|destinataire)|libellee? au nom",
        r"repreneur|avons (?:vendu|cede)|nouveau proprietaire|au lieu de (?:l'agence|la filiale|l'etablissement|la societe|notre)|(?:adressez|adresser)[- ]vous (?:a|au)(?! nouveau)",
    ),
    "s_missing_po": (
        r"(?:sans|manque|manquent|manquant|absence|absent|omis|oublie|ni|aucun\w*|mentionn\w+|indiqu\w+|rappel(?:er|ant)|port(?:er|ant)|ajout\w+|figurer?|comport\w+|apparaitre|report\w+|mention\w*|obligatoire\w*|exig\w+|rejet\w+|necessaire|renseign\w+|precis\w+|besoin|faut)(?: \S+){0,7}? (?:(?:numeros?|n°|nos?|ref\w*|references?|mention) )?(?:de |du |d'|le |notre |votre |un )*(?:(?:bons?|numeros?) de commande|n° (?:de )?commande|numero de commande|bdc|(?<!sans )(?<!aucun )engagement(?: juridique)?|n° (?:de )?marche|numero de marche|service executant|code service|po\b)",
        r"(?:numeros?|n°|ref\w*|references?|mention) (?:de |du |d'|notre )*(?:(?:bons?) de commande|commande|bdc|engagement(?: juridique)?|marche|code service|service executant)(?: \S+){0,8}? (?:manqu\w+|absent\w*|n'(?:est|apparait|y figure|figure|a)|ne (?:figure|correspond|comporte)|obligatoire|omis|oublie\w*|inexistant|non (?:mentionne|renseigne|indique)\w*|errone|incorrect|sur (?:la|votre|cette) facture)",
        r"(?:bons? de commande|numero de commande|engagement(?: juridique)?) (?:manquant|absent|obligatoire)|(?:pas|sans) (?:de |le |notre |aucun )?(?:n°|numero|bon|reference)s?(?: de| d')? ?(?:commande|engagement)",
        r"(?:numero|n°|ref\w*) (?:de |d')?(?:bc|bdc|commande|engagement)\b(?: \S+){0,10} (?:bloqu\w+|rejet\w+|sinon|sans quoi)|(?:rappeler|indiquer|mentionner|manque)(?: \S+){0,5} (?:numero|n°) (?:de )?(?:bc|bdc|commande)|chorus(?: \S+){0,4} rejet\w*|sans (?:numero|n°) d",
        r"faute d[e'](?: \S+){0,4} (?:commande|engagement|bc|bdc)",
        r"(?:code service|service executant|numero d'engagement|n° d'engagement|bon de commande)(?: \S+){0,4} (?:manqu\w+|absent\w*|incorrect|errone|obligatoire)|numero de commande(?: \S+){0,4} (?:pas|non) (?:rappele|mentionne|indique|porte|repris)",
    ),
    "s_already_credited": (
        r"(?:annul\w+|sold\w+|compens\w+|credit\w+)(?: \S+){0,5}? par (?:l'|votre |un |notre |l )?(?:avoir|<ref>)|objet d'un avoir|avoir(?: <ref>| n°? ?\S+)?(?: \S+){0,4}? (?:deja (?:ete )?(?:emis|etabli|recu|fait|envoye)|non (?:deduit|pris|impute|comptabilise)|pas (?:ete )?(?:deduit|pris|impute|comptabilise|applique)|annul\w+|vient annuler|couvre)|(?:deja|bien) (?:ete )?(?:fait|donne|emis|etabli|envoye)(?: \S+){0,6}? avoir|(?:deja (?:ete )?|a ete |ont ete |avez |avait ete )credite?e?s?|facture (?:a ete |est |deja )+annulee|(?:avez|avons|ont|a) (?:deja |bien )?(?:etabli|emis|recu|envoye|adresse|fait|accorde)(?: \S+){0,4} avoir|oublie (?:de deduire|l'avoir)|sans (?:deduire|tenir compte de) (?:l'|votre |notre )avoir|ne tient pas compte de (?:l'|votre )avoir|(?:avoir|<ref>)(?: \S+){0,5} (?:pour|d[ue]) (?:le |la )?(?:meme|totalite|total)",
        r"avoir (?:total |partiel |complet )?(?:a |vous a |nous a )?(?:deja |bien )?(?:ete )?(?:emis|etabli|envoye|fait)(?= |$|[.,;])|(?:deja|bien) (?:fait|emis|etabli|eu|envoye) (?:un |l'|votre )avoir|deja recu (?:un |l'|votre )avoir|avoir dessus|(?:fait|emis|etabli|recu) un avoir (?:pour|sur|de)",
    ),
    "s_not_received": (
        r"(?:jamais|pas|rien|aucune? \w+|toujours pas)(?: encore| ete| \w+){0,3} (?:livree?s?|receptionnee?s?|realisee?s?|effectuee?s?|execute\w*|expediee?s?|arrivee?s?|installee?s?|intervenue?s?)",
        r"(?:jamais|pas|rien|aucune?|toujours pas)(?: encore| ete| \w+){0,2}? (?:recue?s?|vue?s?)(?: \S+){0,3}? (?:marchandises?|materiels?|pieces?(?! (?:jointe|comptable))|colis|livraisons?|commandes?|palettes?|articles?|produits?|equipements?|pompes?|machines?|moteurs?)|rien (?:recu|vu arriver)",
        r"(?:attendons|attends|attend|attente) (?:toujours |encore )?(?:de |d')?(?:la |cette |votre |une |l[ae'] ?)?(?:livraison|marchandise|materiel|pieces|intervention|installation)|non[- ](?:livraison|livree?s?|reception d)|(?:marchandise|materiel|commande|colis|livraison|prestation|intervention|travaux|piece|palette|equipement)s?(?: \S+){0,10}? (?:jamais|toujours pas|pas encore|n'(?:est|a|ont|sont)(?: \w+){0,2} (?:pas|jamais))(?: \w+){0,2}? ?(?:livree?s?|recue?s?|arrivee?s?|realisee?s?|effectuee?s?|faite?s?|termin\w+|expediee?s?|parvenue?s?|eu lieu|commence\w*)|perdue?s? (?:par|en|lors|dans)|personne n'est (?:jamais )?(?:venu|passe|intervenu)|(?:technicien|equipe|livreur|transporteur|intervenant)s?(?: \S+){0,4} (?:jamais|pas) (?:venu|passe|intervenu|presente)\w*|(?:attend(?:s|ons)?|attend) (?:toujours |encore )?(?:la |le |les |notre |nos |votre )?(?:marchandise|materiel|livraison|colis|commande|pieces)|rien (?:n'a |)(?:\w+ )?(?:ete )?(?:livre|recu|installe|fait|realise)|aucun\w* (?:trace d[e'] ?)?(?:livraison|reception|intervention|passage)(?! (?:possible|prevue?|ne sera|n'est prevue?|ne pourra))",
    ),
    "s_quality": (
        r"defectueu\w+|abime\w*|endommag\w+|cassee?s?|non[- ]conform\w+|pas conform\w+|malfacons?|defauts?|mauvaise qualite|qualite (?:insuffisante|mediocre|non|pas)|probleme de qualite|rayee?s?|rayures?|hors service|en panne|ne (?:fonctionn\w+|marche\w*|demarre\w*|tien\w+)(?: \w+)? pas|inutilisables?|vices? cach\w+|deform\w+|fuites?|fuit|fuient|fissur\w+|rouill\w+|oxyd\w+|tordue?s?|perimee?s?|reserves? (?:non levees?|emises?|a lever)|lever les reserves|avarie\w*|mal (?:monte|pose|fait|execut|soude|peint|regle)\w*|ne correspond\w* pas (?:a la commande|a ce que|au modele|aux specifications|au cahier|a notre commande)|dysfonctionn\w+|a reprendre|rebut\w*|lache\w*|vibr\w+|bruit anormal|retour(?:ne|nons|nees?|nes)? (?:sav|les pieces|la marchandise|le materiel)|mauvais(?:e)?s? (?:pieces?|modeles?|reference|diametre|dimension|couleur)|erreur de (?:reference|modele)|quarantaine|tombee? en panne|cloqu\w+|ecaill\w+|gondol\w+|mauvais(?:e)?s? (?:pieces?|references?|modeles?)|pas resolu|n'a (?:pas |rien )(?:resolu|repare)|n'a rien change|toujours (?:en panne|arretee?|le meme probleme)|a l'arret|mal fonctionn\w+|cass(?:e|ent|ee)|inexploitable|pas etanche|incompatibles?|bacle\w*|(?:equipe|technicien)s?(?: \S+){0,3} (?:doit|doivent) revenir|a refaire|reprendre (?:la|le|les|tout)(?! (?:facture|<ref>|dossier|compte))|ne (?:demarre|marche|tourne|chauffe|ferme|ouvre|fonctionne)\w* (?:pas|plus|mal)|resultat(?: \S+){0,3} pas|renvoye (?:le|la|les)",
    ),
    "s_quantity": (
        r"(?:erreur|ecart|difference) (?:de|sur (?:la|les)) (?:quantite|livraison|reception)s?|quantites?(?: \S+){0,4} (?:factur\w+|livre\w*|recu\w*|incorrect\w*|errone\w*|inferieur\w*|ne correspond\w*)|il (?:nous |en )?manque(?! (?:(?:un|une|le|la|les|son|sa|votre|notre|encore|juste|toujours|que|plus|de|du|des|\d+|deux|trois|quatre|quelques|aussi|seulement) |l'|d')*(?:accords?|validations?|signatures?|visas?|temps|tresorerie|liquidites?|personnes?|personnel|bras|effectifs?|moyens|budgets?|elements?|reponses?|tampon|jours?|semaines?|accuse|feu vert|bon a payer|code|agrement|autorisation|piece au dossier|pieces? pour|argent|fonds|credits?|informations?))(?! (?:vos|nos|les|des (?:informations|elements)|quelques (?:informations|elements)))(?! (?:notre|votre|le|un|la|l'|les?) ?(?:numero|n°|mention|bon|facture|rib|reference|copie|duplicata|justificatif|bl|po|rapport|releve|document|#+|signature|tampon|piece jointe))|manquante?s?|livraison (?:incomplete|partielle)|livree?s? (?:partiellement|incomplet\w*)|au lieu de[s]? \d+(?![\d ,.]*(?: ?€| ?eur| ?%| ?(?:jours?|mois|j|ans)\b))|\d+ (?:\w+ ){0,3}sur (?:les )?\d+|(?:seulement|que|uniquement) \d+ (?!€|eur)|\d+ (?:\w+ ){0,4}(?:factur|command)\w+(?: \S+){0,12}? (?:\d+|\w+) (?:\w+ ){0,3}(?:recu|livre|mention)\w*|factur\w+ \d+ (?!€|eur|euros)(?:\w+ ){0,4}(?:\S+ ){0,12}?(?:\d+|recu|livre)|(?:recu|livre)\w*(?: \S+){0,4} \d+ (?:\S+ ){0,8}factur\w+|en moins|heures? (?:factur\w+|en trop)|trop (?:livre|factur)\w*|surplus|\d+ (?:heures|jours|pieces|unites|colis|palettes|cartons)(?: \S+){0,8} (?:au lieu|contre|et non|pas) ",
        r"commande \d+,? (?:et )?(?:recu|livre)\w* \d+|(?:recu|livre)\w* \d+,? (?:et )?(?:factur|command)\w+ \d+|le compte n'y est pas|pas le compte|\d+ \w+ en moins|pointages?|heures (?:de trop|facturees)|(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|plusieurs|une) (?:\w+ ){1,3}(?:manqu\w+|en moins|(?:ne )?(?:sont|est) (?:jamais|pas) (?:arrive|livre)\w*)(?: \S+){0,3} sur|sur les (?:\d+|deux|trois|quatre|cinq|six|dix|douze|vingt)|recu (?:que|seulement)",
        r"\d+ (?:jours?|heures?|pieces|unites|colis) (?:de|en) trop|de trop|(?:moitie|tiers|partie) (?:des|de la|du) (?:pieces|commande|marchandise|livraison|materiel)|^\W*manque (?:un|une|deux|trois|\d)",
        r"pas (?:eu|recu) (?:toute?s?|l'integralite|la totalite)|(?:toute?|l'ensemble d[eu]) (?:la |le |les )?(?:marchandise|materiel|commande)(?: \S+){0,4} (?:pas|jamais)",
    ),
    "s_price": (
        r"surfactur\w+|(?:\d|€|euros?|eur|%)(?: ht| ttc)?(?: \S+){0,3}? au lieu d[eu']|au lieu d[eu'] ?\S*\d[\d ,.]{0,15}(?: ?€| ?eur| ?%)|(?:prix|tarifs?|taux horaire|taux)(?: \S+){0,9}? (?:ne correspond\w*|n'est pas|n'est plus|pas celui|superieur\w*|plus eleve|different\w*|incorrect\w*|errone\w*|faux|trop|augment\w+|convenu|negoci\w+|contrat\w*|devis|indiqu\w+|prevu\w*|accept\w+|appliqu\w+)|(?:devis|contrat|accord|commande|offre)(?: \S+){0,8}? (?:prevoyait|prevoit|indiqu\w+|mentionn\w+|precis\w+|stipul\w+|fixait|etait de|signe a)(?: \S+){0,4}? \d|(?:remises?|rabais|ristournes?|escompte|rfa)(?: \S+){0,8}? (?:n'apparai\w+|n'(?:a|est|ont)|pas|oubli\w+|manqu\w+|absent\w*|non|omis\w*|ni|convenu\w*|negoci\w+|prevu\w*|accord\w+)|(?:pas|oubli\w+|sans|omis|non)(?: \S+){0,4}? (?:la |notre |de |votre )?(?:remise|rabais|ristourne)(?! en banque)|(?:erreur|ecart|difference|probleme|litige) (?:de|sur (?:le|les)) (?:prix|tarifs?)|frais de (?:port|transport|livraison|dossier|deplacement|gestion)(?: \S+){0,9}? (?:pas|non|jamais|offert\w*|franco|inclus|a tort|convenu|n'(?:ont|etaient|a)|contest\w+)|franco(?: de port)?|trop (?:cher|eleve\w*)|plus cher|montant (?:factur\w+ )?(?:ne correspond|superieur|trop|faux)\w*|prix (?:unitaire|factur\w+)(?: \S+){0,6} \d",
        r"(?:tarif|prix|taux|devis|commande|contrat)(?: \S+){0,6} (?:etait|est|a) (?:de |a )?\d[\d ,.]{0,15}(?: ?€| ?eur| euros)?(?:/h| ?€/h)?(?: \S+){0,6} (?:vous|applique\w*|factur\w*|pour)|hausse|augmentation|escompte(?: \S+){0,9}? (?:pas|non|n'est|oubli\w+|deduit)|(?:pas|jamais|n'avions pas|n'avons pas) (?:accepte|valide|convenu|prevu|commande) (?:de |ces |les |d')(?:frais|supplement|majoration|hausse)|pourquoi \d[\d ,.]{0,15} ?(?:€|eur)|vous appliquez \d|(?:pas|non) (?:le|au) (?:bon )?(?:prix|tarif)|(?:prix|tarif)s? (?:trop|errone|faux|different)|eco-?(?:taxe|participation)|supplement",
        r"(?:accord|tarif|prix|devis)(?: \S+){0,2} (?:a|de|pour) \d[\d ,.]{0,15} ?(?:€|eur)(?: \S+){0,6} (?:factur\w+|applique\w*|compt\w+)|indice|(?:ristourne|remise|rabais|rfa|escompte)(?: \S+){0,5} non",
        r"promis (?:\d+ ?%|une remise)|(?:remise|rabais)(?: \S+){0,6} nulle part|plus (?:eleve|cher) que",
    ),
    "w_duplicate": (r"deux fois|meme facture|identique",),
    "w_quantity": (
        r"quantites?|recu \d+|livre \d+|\d+ (?:recu|livre)\w*|bon de (?:livraison|reception)(?: \S+){0,6} \d+|manque\w*|incomplet\w*|partiel\w*|heures",
    ),
    "w_price": (
        r"prix|tarifs?|remises?(?! en banque)|rabais|taux horaire|devis|plus cher|trop cher|indexation|frais de (?:port|transport|livraison)",
    ),
    "w_quality": (
        r"qualite|reserves?|retour\w*|sav|malfacon|reparee?|reparation|remplac\w+",
    ),
    "w_not_received": (
        r"(?:jamais|pas|rien)(?: \w+){0,2} recue?s?|livraison|livree?s?",
    ),
    "w_wrong_recipient": (
        r"jamais (?:rien )?commande|aucune commande|rien commande|(?:autre|bonne) (?:adresse de facturation|societe)",
    ),
    "w_already_credited": (r"avoir deja",),
    "copy_request": (
        r"(?:copies?|duplicatas?|doubles?|exemplaires?|pdf|scans?)(?: \S+){0,4}? (?:factures?|avoirs?|<ref>)(?: |$|[.,;?!])|duplicatas?|factures?(?: \S+){0,5}? (?:en pdf|au format pdf|manquantes?|en copie|en duplicata)",
        r"copies?(?! (?:d[ue]s? |de (?:la |notre |votre )?|des )?(?:bons?|bl|devis|contrat|rib|commande|ce mail|votre compte|cmr|pv|releve))(?= |$|[.,;?!])",
        r"(?:envoyer|renvoyer|reenvoyer|transmettre|retransmettre|adresser|readresser|parvenir|passer|suivre|fournir|communiquer|envoyez|renvoyez|transmettez|adressez|renvoi|envoi|recevoir|obtenir|redeposer|deposer)(?:-nous|-moi| a nouveau| de nouveau| par mail| par retour| svp| s'il vous plait| bien| directement| encore| de| en pdf| au format pdf| une fois| rapidement| aussi| egalement)* (?:la |les |le |cette |ces |votre |vos |l[ae] dites? |une |l')?(?:factures?|pieces? (?=ref)|<ref>)",
        r"(?:n'ai|n'avons|n'a|n'ont|avons)(?: \w+){0,2}? (?:pas|jamais|plus|aucune?)(?: \w+){0,3}? (?:recu|trace|retrouve\w*|trouv\w*|eu|vu|en (?:notre|ma) possession|enregistre\w*)(?: \S+){0,3}? (?:factures?|piece|<ref>)|(?:factures?|<ref>)(?: \S+){0,8}? (?:jamais|pas|n'(?:a|ont|est|sont)(?: \w+)? (?:pas|jamais))(?: \w+){0,3} (?:recue?s?|parvenue?s?|enregistree?s?|trouvee?s?|arrivee?s?|en notre possession|transmise?s?)|ne (?:retrouv\w+|trouv\w+|dispos\w+ (?:pas )?de|vo(?:is|yons)|poss\w+)(?: \w+){0,2}? (?:pas )?(?:la |les |cette |ces |votre |vos |trace |de )*(?:factures?|<ref>)|(?:factures?|<ref>)(?: \S+){0,4} (?:introuvables?|egaree?s?|perdue?s?)|(?:inconnue?s?|pas enregistree?s?) (?:de|dans|en) (?:nos|notre)",
        r"manque (?:juste |encore |toujours )?(?:la |cette |votre |les |ces |une )?(?:factures?|<ref>)|(?:factures?|<ref>)(?: \S+){0,2} non (?:recue?s?|parvenue?s?)|me la (?:faire passer|renvoyer|envoyer|transmettre)|(?:la|les) (?:renvoyer|transmettre|envoyer)(?: \w+){0,3} (?:en pdf|par mail)",
    ),
    "penalty": (
        r"penalit\w+|indemnit\w+|interets?|frais de (?:recouvrement|relance|retard)|majorations?",
    ),
    "lacks": (
        r"(?:jamais|pas|plus|aucune?|introuvable\w*|perdue?\w*|egare\w*|inconnue?s?)",
    ),
    "doc_purchase_order": (
        r"bons? de commande(?: signe\w*)?|copie (?:de la|de notre|du) commande|commande signee|bdc",
        r"commande signee|(?:copie|exemplaire) de (?:la|notre|votre) commande",
    ),
    "doc_proof_of_delivery": (
        r"bons? de livraison|bls?\b|bl (?:signe|emarge)\w*|preuves? de livraison|bons? d'intervention|pv de (?:reception|livraison|recette)|proces[- ]verba(?:l|ux) de reception|recepisses?|lettre de voiture|cmr|emargements?|justificatifs? de (?:livraison|transport)|attestation de service fait|rapports? d'intervention|feuilles? (?:d'heures|de presence|d'attachement)|attachements?|pod",
        r"bordereaux? de livraison|attestation de service",
        r"justificatifs?(?! de (?:paiement|virement|reglement))",
    ),
    "refusal": (
        r"(?:refus(?:e|ons|ent|erai|erons)|hors de question|pas question)(?: \w+){0,3} (?:de )?<pay_inf>",
        r"(?:ne|n')(?: vous| la| les| le| l'| y)* ?(?:paierai|paierons|paiera|payerai|payerons|reglerai|reglerons|reglera|honorerons|verserons|paierons)(?: \w+){0,2} (?:pas|rien|jamais|aucun\w*|plus)",
        r"(?:n'avons|n'ai|n'a|n'aurons)(?: aucune| pas(?: l')?| nullement)? ?(?:l'|d')?intention de (?:vous )?<pay_inf>",
        r"(?:ne comptons|ne compte|n'allons|ne vais|ne va|n'entendons) (?:pas|rien|plus) (?:\w+ )?<pay_inf>",
        r"(?:nous |on |je )?refus(?:e|ons) (?:tout|le|ce|cette|votre|de) ?(?:\w+ )?(?:(?:paiement|reglement|dette|penalite|frais)s?|(?:facture )?(?:de )?<pay_inf>)",
        r"(?:aucun|pas le moindre) (?:paiement|reglement|euro|centime|virement)(?: \w+){0,3} (?:ne )?(?:sera|vous sera)|n'aurez (?:rien|pas un (?:centime|euro))|vous n'obtiendrez rien|(?:fin de non[- ]recevoir)",
        r"ne (?:sera|seront) (?:pas|jamais) (?:payee?s?|reglee?s?|honoree?s?)",
        r"(?:vous )?(?:ne|n')(?: \w+)? ?(?:verrez|aurez|toucherez|obtiendrez|recevrez)(?: \w+){0,2} (?:pas|rien|aucun\w*)(?: \w+)? ?(?:un )?(?:centime|sou|euro|argent|paiement|reglement)?",
        r"(?:pas|hors de) (?:de )?question que (?:nous|je|on) (?:\w+ )?(?:regl\w+|pay\w+|pai\w+|vers\w+)|n'entend(?:s|ons) pas (?:\w+ )?<pay_inf>|(?:on|nous|je) ne (?:\w+ )?(?:paiera|paierai|paierons|payera|reglera|reglerai|reglerons) (?:pas|jamais|rien)|toujours courir|ne (?:la |le |vous )?paierai jamais",
        r"ne donner(?:ons|ai|a) (?:pas|aucune) suite|(?:facture|<ref>)(?: \S+){0,3} (?:restera|resteront) impayee?s?|ne (?:vous )?(?:dois|devons) rien(?: \S+){0,4} (?:paier\w+|regler\w+)",
        r"(?:nous|je|m'|nous nous) ?oppos(?:ons|e) (?:au|a tout|a ce) (?:paiement|reglement)",
    ),
    "s_other": (
        r"(?:tva|adresse|mentions?|siret|siren|raison sociale|date|echeance|libelle|taux de tva|autoliquidation|penalit\w+)(?: \S+){0,10}? (?:erron\w+|incorrect\w*|faux|fausse\w*|manqu\w+|absent\w*|inexact\w*|pas la bonne|mauvais\w*)|(?:erron\w+|incorrect\w*|mauvais\w*|fausse|erreur (?:de|sur)(?: la| le| l')?) ?(?:tva|adresse|mention|siret|raison sociale|date|taux de tva)",
        r"(?:attend\w*|attente|des reception|a reception|reception|sans|promis\w*|apres|contre)(?: \S+){0,3}? (?:l'|votre |d'un |un |de l'|cet |notre )avoir|avoir(?: \S+){0,8} (?:promis|attendu|toujours pas|en attente|n'(?:est|a) (?:toujours )?pas)|sans avoir",
    ),
    "c_goods": (
        r"marchandises?|materiels?|colis|palettes?|livraisons?|moteurs?|pompes?|produits?|articles?|equipements?|machines?|joints?|vannes?|raccords?|prestations?|travaux|interventions?|reparations?|installations?|commandes?|chauffeurs?|livreurs?|camions?|cartons?|unites|capteurs?|cuves?|roulements?|coussinets?|tuyaux|filtres?|chantiers?|pose|depannages?|pieces(?! (?:jointe|comptable))|envoi|transport\w*|technicien\w*|maintenance|visite",
    ),
    "c_paper": (
        r"factures?|<ref>|duplicatas?|originaux|original|exemplaires?|pdf|pieces? comptables?|(?:cette|la|votre) piece",
    ),
    "c_not": (
        r"pas|jamais|aucune?|rien|non|sans|faute d[e']|ni|toujours dans l'attente|dans l'attente|en attente|attendons|attends|attend|absence|manqu\w+",
    ),
    "c_arrive": (
        r"recue?s?|recevoir|livre(?:e|s|es|r)?|arriv\w+|parven\w+|receptionn\w+|realise\w*|effectue\w*|execute\w*|faite?s?|venue?s?|presente\w*|installe\w*|commence\w*|termine\w*|lieu|attente|attendons|attends|attend|livraison",
    ),
    "c_lack": (
        r"(?:n'|ne |pas |jamais |aucun\w* |rien |non )(?:\S+ ){0,5}?(?:recu\w*|trace|retrouv\w+|trouv\w+|arriv\w+|parven\w+|vu\w*|eue?s?(?! (?:lieu|le temps))|enregistr\w+|possession|dispos\w+)|aucune trace|introuvable\w*|illisible\w*|perdue?s?|egaree?s?|manqu\w+|sans trace|non (?:recue?s?|parvenue?s?)|pas de facture|n'(?:ai|avons|a|ont)(?: \w+)? (?:pas|plus|jamais) (?:la |le |les |cette |ces |cet |ce |votre |vos |de |d'|l')+(?:factures?|<ref>|original\w*|document|piece|duplicata|copie|exemplaire)|ne (?:l'|les? |la )(?:ai|avons|a|ont)(?: \w+)? (?:pas|plus|jamais)(?! (?:command|demand|valid|pay|regl|sign|accept|comptab|trait))|recue?s? de votre part",
        r"est vide|ne s'ouvre pas|illisible",
    ),
    "c_send": (
        r"envoy\w+|renvoy\w+|reenvoy\w+|transmet\w+|retransmet\w+|adress(?:er|ez)|(?:m'|nous |vous )adresse|readress\w+|(?:faire|fais|faites)(?:[- ](?:la|le|les|nous|moi))* (?:suivre|parvenir|passer)|fourni(?!sseur)\w+|communiqu\w+|depos(?:er|ez)|joindre|redonner|rappeler|indiquer|lister|obtenir|procurer|mettre a disposition|scanner|remettre",
    ),
    "c_need": (
        r"besoin|il (?:nous |me |m'en )?(?:faut|faudrait|manque)|souhait\w+|bienvenue?|cherche\w*|reclam\w+|merci de|merci par avance|veuillez|svp|s'il vous plait|pourriez|pourrais|pouvez|peux-tu|auriez|avez-vous|serait-il possible|est-il possible|en attente d|attendons|attends|quel(?:le)?s? (?:est|sont)|sur quel|ou en est|voudrais|voudrions|aimerais|aimerions|envoyez|transmettez|renvoyez|adressez|faites|donnez|remercie\w* de|je n'ai pas|nous n'avons pas|on ne retrouve|ne (?:trouve|retrouve)\w*|serait (?:utile|parfait|apprecie|bien)|utile",
    ),
    "c_thanks": (
        r"merci (?:bien |beaucoup )?pour (?:l'envoi|le|la|les|votre|vos|ce|cette)|remerci\w+ (?:pour|de votre|de l'envoi|d'avoir)|bien recu (?:votre|le|la|les)|ci-joint|vous trouverez|veuillez trouver|(?:joins|joignons|trouvez|voici|envoie|envoyons|est|sont)(?: \S+){0,6} en piece jointe",
    ),
    "c_bad": (
        r"bruit\w*|bruyant\w*|ne (?:tient|tiennent)|pas tenu|n'a pas tenu|dimensions?|diametres?|emboit\w+|ne correspond\w*|correspond\w* pas|non conforme\w*|pas (?:le |la |les )?bon(?:ne)?s?|mauvais\w*|panne|casse\w*|abime\w*|fuit\w*|defaut\w*|defectu\w+|vibr\w+|dysfonctionn\w+|usee?s?|incomplet\w*|bacl\w+|inacheve\w*|imprecis\w*|sale\w*|raye\w*|tach\w+",
    ),
    "c_price": (
        r"prix|tarifs?|taux|montants?|remises?(?! en banque)|rabais|ristournes?|escompte|majorations?|supplements?|surcoûts?|surcouts?|hausses?|augment\w+|indexation|forfait|frais|surcharge|devis|eco-?\w+|€|euros?",
    ),
    "c_deviates": (
        r"ne correspond\w*|correspond\w* pas|pas (?:le |la |les )?bon(?:ne)?s?|pas celui|pas celle|au lieu|oubli\w+|ne comprend\w*|comprends? pas|erron\w+|faux|fausse|trop|different\w*|superieur\w*|non (?:prevu|convenu|applique|deduit)\w*|pas (?:ete )?(?:prevu|convenu|applique|deduit|accepte|negocie)\w*|contrairement|alors que|n'etai(?:t|ent) pas|n'a pas ete|injustifie\w*|d'ou vient|pourquoi",
    ),
    "c_count": (
        r"moitie|nombre|quantites?|combien|une partie|partiel\w*|incomplet\w*|manqu\w+|\d+ (?:colis|palettes?|pieces|heures?|unites|cartons?|jours|articles?|metres?|kilos?|tonnes?|sacs|bidons|rouleaux)",
    ),
    "c_liable": (
        r"(?:debiteur|client|redevable|payeur|donneur d'ordre|destinataire|proprietaire|locataire|societe|entite|filiale|syndic|siege|maison mere|sci|association)",
    ),
    "c_not_us": (
        r"pas nous|et non (?:a )?nous|c'est (?:elle|lui|eux|notre \w+) (?:le|la|qui|qu')|n'avons (?:pas|jamais|rien) (?:passe|commande|demande|signe)|pas (?:de )?notre (?:ressort|fait)|n'est pas (?:a nous|pour nous)|au nom d[eu']|ne (?:nous )?(?:appartient|incombe|concerne)|a tort|par erreur|jamais (?:ete client|commande|travaille)|inconnue?s? (?:chez|de)",
    ),
    "c_order_ref": (
        r"(?:numeros?|n°|references?|ref) (?:de |d'|du )?(?:notre |la |votre )?(?:commande|bon|bc|bdc|engagement|marche)|bons? de commande|bdc|reference de commande|engagement|code service|service executant|po",
    ),
    "c_credit": (
        r"avoir(?! (?:l'|le|la|un|une|de|des|recu|ete|paye|regle|votre|pu|fait|d'|a))|avoirs|credite\w*|note de credit",
    ),
    "c_twice": (
        r"doublon|double|deux (?:fois|factures (?:pour|identiques|du meme))|2 factures|deja (?:factur\w+|paye\w*|sur une|figur\w+)|figure deja|meme (?:prestation|facture|intervention|livraison|periode)|facture precedente|redondan\w+",
    ),
    "c_annuls": (
        r"annul\w+|deja|emis|etabli|envoye|solde\w*|total\w*|credite\w*|fait un",
    ),
    "c_never_ordered": (
        r"n'avons (?:pas|jamais|rien) (?:passe (?:cette|de) commande|commande)|n'ai (?:pas|jamais|rien) commande|jamais (?:passe|signe) (?:de |cette )?commande|pas (?:notre|nos) (?:commande|locaux|site)",
    ),
    "c_deviates_count": (
        r"erreur|manqu\w+|seulement|uniquement|n'\w+ (?:\S+ )?que|pas \d+|au lieu|incomplet\w*|moitie|ne correspond\w*|partiel\w*|sur \d+|et non",
    ),
    "c_hard_need": (
        r"besoin|il (?:nous |me )?(?:faut|faudrait|manque)|reclam\w+|indispensable|bienvenue?",
    ),
    "c_again": (
        r"renvoy\w+|reenvoy\w+|readress\w+|retransmet\w+|a nouveau|de nouveau|redonner|refaire partir|refaites partir|renvoi",
    ),
    "c_unclear": (
        r"a quoi|se rattach\w+|ne (?:correspond|savons|sais)|d'information|me renseigne",
    ),
    "c_billed": (
        r"factur\w+|compte[sz]?|comptez|comptee?s?|indiqu\w+|mentionn\w+|commande\w*|recu\w*|livre\w*|reception\w*|signe\w*",
    ),
}
