"""Spanish: the commonest ways to write about paying, disputing and asking (folded text)."""

# ruff: noqa: E501 - one phrase per line reads better than a wrapped one
from __future__ import annotations

LISTS: dict[str, tuple[str, ...]] = {
    "pay_noun": (r"pagos?|transferencias?|abonos?|cheques?|remesas?",),
    "pay_pp": (
        r"pagad[ao]s?|abonad[ao]s?|transferid[ao]s?|liquidad[ao]s?|ingresad[ao]s?",
    ),
    "will_pay": (
        r"(?:se |les |le |lo |la )*(?:pagar|abonar|liquidar|ingresar|transferir|realizar|efectuar)(?:a|an|e|emos)\b",
        r"(?:vamos|voy|va) a (?:pagar|abonar|transferir|liquidar|realizar|hacer|efectuar)|(?:sera|seran|esta|estan|quedara|queda) (?:pagad|abonad|transferid|liquidad|programad|previst|incluid)[ao]s?",
        r"(?:pago|transferencia)(?: \S+){0,6}? (?:se realizara|sera|saldra|esta|prevista?|programad[ao]|tendra lugar)|recibiran|haremos|(?:previst|programad)[ao]s?",
    ),
    "noun_only": (r"(?:el |la )?(?:pago|transferencia|abono|resto|saldo)",),
    "pay_any": (r"pag\w+|abon\w+|transfer\w+|liquid\w+|ingres\w+|dinero|cheque",),
    "thing": (r"<ref>|facturas?|importe|la|lo|el",),
    "ref": (r"ref_*",),
    "moves": (r"sera|seran|saldra|esta|haremos|recibiran|va|vamos",),
    "negation": (r"no|nunca|tampoco|sin|ningun\w*|jamas",),
    "proposal": (
        r"podriamos|podemos|seria posible|proponemos|propuesta|nos gustaria|quisieramos|solicitamos (?:un )?(?:aplazamiento|prorroga)|si les parece",
    ),
    "hypothesis": (r"esperamos|quiza\w*|tal vez|intentaremos|posiblemente|podria",),
    "condition": (r"si|cuando|en cuanto|una vez|siempre que|tan pronto",),
    "firm": (r"a mas tardar|como maximo|en todo caso",),
    "retold": (r"habiamos|habia|debia|deberia|tenia que",),
    "other_payer": (r"nuestro cliente|nos paguen|ustedes (?:piden|solicitan)",),
    "habit": (r"normalmente|habitualmente|condiciones de pago",),
    "other_topic": (
        r"reunion|llamar\w*|entrega\w*|vacaciones|respuesta|respond\w+|contest\w+|informar\w*",
    ),
    "asks_yes": (r"les parece bien|esta bien|de acuerdo\?",),
    "plan": (r"plazos|siguiente|calendario",),
    "paid": (
        r"(?:ha|han|hemos|he|fue|fueron|esta|estan|ya)(?: \w+){0,3} (?:pagad[ao]s?|abonad[ao]s?|transferid[ao]s?|liquidad[ao]s?|realizado|efectuado|ingresad[ao]s?|emitido|ordenado)",
        r"(?:pagamos|abonamos|transferimos|realizamos|se pago|se abono|efectuamos|se realizo|se efectuo|pague)",
        r"(?:transferencia|pago)(?: \S+){0,6}? (?:realizad[ao]|efectuad[ao]|del|de fecha|emitid[ao])",
    ),
    "not_paid": (
        r"no (?:ha|han|hemos|esta|estan)(?: \w+){0,2} (?:pagad|abonad)[ao]s?|(?:sera|seran) (?:pagad|abonad)[ao]s?",
    ),
    "already": (r"ya|(?:fue|ha sido|hemos) (?:pagad|abonad)[ao]s?|pagamos",),
    "answers_chase": (r"\bya\b|comprob\w+|verific\w+|revis\w+",),
    "informs": (
        r"informamos|comunicamos|correspond\w+|en concepto|de la factura|de las facturas|aviso|siguientes",
    ),
    "contest_hard": (
        r"disput\w+|reclam\w+|desacuerdo|bloquead\w+|rechaz\w+|no estamos de acuerdo|disconform\w+",
    ),
    "contest": (
        r"<contest_hard>|no podemos (?:aceptar|aprobar|pagar|validar)|abono|rectifi\w+|correg\w+|corrij\w+|error\w*|incorrect\w*|anul\w+|solo hemos|pero|nota de credito",
    ),
    "s_price": (
        r"precio\w*(?: \S+){0,6} (?:no|incorrecto|superior|distinto|mas alto|acordado)|descuento\w*(?: \S+){0,6} (?:no|falta)|en lugar de (?:€ ?)?\d[\d,.]* ?(?:€|eur)",
    ),
    "w_price": (r"precio\w*|tarifa|descuento",),
    "s_quantity": (
        r"(?:cobran|facturan|facturado|facturaron)(?: \S+){0,4} \d+(?: \S+){0,10}? (?:recibid\w+|recibimos|entreg\w+)|solo (?:hemos recibido|recibimos|llegaron) \d+|faltan? \d+|faltan|cantidad\w*(?: \S+){0,4} (?:incorrecta|no)|incompleta",
    ),
    "s_quality": (
        r"defectuos\w+|dañad\w+|danad\w+|rot[ao]s?|mala calidad|no conforme\w*|averiad\w+",
    ),
    "s_not_received": (
        r"(?:no|nunca)(?: \w+){0,3} (?:llegado|llegaron|entregad\w+|recibid\w+)(?! (?:la |su )?(?:factura|copia))(?: \S+){0,4}? ?(?:mercancia|pedido|material|envio)?|mercancia no (?:recibida|entregada)",
    ),
    "s_duplicate": (r"duplicad\w+(?! de (?:la )?factura)|dos veces",),
    "s_wrong_recipient": (
        r"no (?:es|son) (?:para )?(?:nuestr\w+|nosotros)|otra (?:empresa|sociedad)|no nos corresponde|no hemos pedido",
    ),
    "s_missing_po": (
        r"(?:falta|sin|incluir|indicar)(?: \S+){0,5} (?:numero de pedido|pedido|orden de compra)",
    ),
    "s_already_credited": (
        r"ya (?:fue |ha sido |esta )?(?:abonada|anulada|acreditada)(?: \S+){0,4} (?:con|mediante|por)|nota de (?:credito|abono) (?:ya|recibida)",
    ),
    "ask": (
        r"(?:podrian|pueden|podria|puede|rogamos|por favor|agradeceriamos|necesitamos|necesito|solicitamos|les pedimos)",
    ),
    "copy_request": (
        r"copias?(?! de(?:l)? (?:pedido|albaran))|duplicado de (?:la )?factura|(?:enviar\w*|reenviar\w*|remitir\w*)(?: \S+){0,3} (?:la factura|<ref>)|no (?:encontramos|hemos recibido|tenemos|nos consta|localizamos)(?: \S+){0,3} (?:factura|<ref>)",
    ),
    "lacks": (r"no|falta",),
    "doc_bank_details": (r"datos bancarios|iban|numero de cuenta",),
    "doc_statement": (r"extracto|estado de cuenta\w*",),
    "doc_purchase_order": (r"orden de compra|pedido firmado",),
    "doc_proof_of_delivery": (
        r"albaran\w*|comprobante de entrega|prueba de entrega|cmr",
    ),
    "refusal": (r"no (?:vamos a|pensamos) pagar|nos negamos a pagar|no pagaremos",),
    "insolvency": (
        r"concurso de acreedores|insolven\w+|administrador concursal|liquidacion judicial",
    ),
    "not_insolvency": (r"nuestro cliente",),
    "bank_change": (
        r"(?:nueva|nuevo|nuevos|cambio de|cambiado|modificado)(?: \S+){0,4} (?:cuenta|iban|datos bancarios|banco)",
    ),
    "not_bank_change": (r"su nueva? cuenta|sus (?:nuevos )?datos",),
    "contact_change": (r"(?:a partir de|en adelante|nueva direccion|nuevo correo)",),
    "contact_moved": (
        r"ya no (?:trabaja|es|esta)|nueva direccion|nuevo correo|nuevo contacto",
    ),
    "redirect": (r"envi\w+|dirig\w+|escrib\w+|contact\w+",),
    "temporary": (r"vacaciones|ausen\w+|vuelvo|regreso",),
    "postponed": (r"aplazad\w+ (?:al|hasta)|retrasad\w+ (?:al|hasta)",),
    "waiting": (r"esperamos|bloquead\w+",),
    "penalty": (r"intereses|recargo\w*|penaliza\w+",),
    "meeting": (r"reunion",),
    "unkept": (r"debia|deberia haber|devuelt\w+",),
}
