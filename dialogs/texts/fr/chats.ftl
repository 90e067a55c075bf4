# Coordinators on Telegram: their digest as messages and cards, and what they say there.
chat-entry = boutons
    .ok = Ok
    .no = Non
    .ask = Demander…
    .answer = Répondre…
    .taken = Places prises…
    .full = Complet
    .until = Prolonger…
    .propose = Proposer…
    .mine = Je m’en occupe
    .wait = Attendre…
    .pass = Transmettre…
    .undo = Annuler
chat-urgent = Urgent
chat-how = Un bouton suffit, ou vos mots comme par mail : « 1 ok », « 2 non : doublon ». « Entreprise » pour proposer vous-même une place, « délier » pour ne plus rien recevoir ici.
chat-more = { $count ->
    [1] Une autre entrée est dans votre mail.
   *[other] { $count } autres entrées sont dans votre mail.
}
chat-offered = Vous pouvez aussi recevoir vos points sur Telegram, en plus de ce message, et y répondre par des boutons : { $link } (lien personnel, valable 14 jours).
chat-offered-again = Vos points arrivent aussi sur Telegram. Pour les y recevoir ailleurs, ou si cette conversation n’est pas la vôtre : { $link } depuis votre téléphone (lien personnel, valable 14 jours), ou répondez « délier ».
chat-linked = C’est relié, { $name }. Vos prochains points arriveront ici aussi, avec des boutons ; le mail vous parvient toujours. Dès maintenant, « 1 ok » ou « 2 demander : quels horaires ? » agit sur votre dernier point, et « délier » arrête tout.
chat-linked-letter-subject = Votre Telegram est relié à vos points
chat-linked-letter = Une conversation Telegram{ $name ->
    [none] {""}
   *[other] {" "}(« { $name } »)
} vient d’être reliée à vos points, par le lien qui figurait dans l’un d’eux : elle les reçoit et peut y répondre comme vous. Si ce n’est pas vous, prévenez tout de suite la personne qui tient Guichet ; le lien de votre prochain point, ouvert depuis votre téléphone, prend aussitôt la place de celui-là.
chat-unlinked = C’est délié : vos points n’arrivent plus que par mail.
chat-unlinked-letter-subject = Votre Telegram n’est plus relié à vos points
chat-unlinked-letter = La conversation Telegram{ $name ->
    [none] {""}
   *[other] {" "}(« { $name } »)
} n’est plus reliée à vos points : ils n’arrivent plus que par mail.
chat-replaced = Vos points arrivent désormais dans une autre conversation, reliée à l’instant. Celle-ci n’en reçoit plus.
chat-stop = Ici arrivent vos points : « délier » les arrête, et ils ne viennent plus que par mail.
chat-link-old = Ce lien n’est plus valable. Celui de votre prochain point le sera.
chat-link-used = Ce lien a déjà servi à relier une autre conversation. Celui de votre prochain point prendra sa place.
chat-employer = Entendu : je vous écoute comme une entreprise. Dites-moi en une phrase ce que vous proposez ; « pôle » vous ramène à vos points.
chat-pole = Vous revoilà côté pôle : « 1 ok », « aide »…
chat-edited = J’ai vu votre correction, mais un ordre corrigé ne change rien : écrivez-le de nouveau, ou « annuler ».
chat-words-only = Ici je ne lis que les mots et les boutons.
chat-nothing-yet = Vous n’avez encore reçu aucun point.
chat-not-here = Ce bouton n’agit plus ici. Vos points, et leurs réponses, sont aussi dans votre mail.
chat-left = Entendu, rien n’a été fait.
chat-ask-ask = Entrée { $number } : que voulez-vous demander ? Écrivez-le simplement, je transmets vos mots. « Annuler » pour y renoncer.
chat-ask-answer = Entrée { $number } : que voulez-vous répondre ? Écrivez-le simplement, je transmets vos mots. « Annuler » pour y renoncer.
chat-ask-taken = Entrée { $number } : combien de places sont prises ? Un chiffre suffit.
chat-ask-until = Entrée { $number } : jusqu’à quel jour ? Par exemple « 31/03 ».
chat-ask-propose = Entrée { $number } : à quel établissement, et combien de places ? Par exemple « Filaos 2 ».
chat-ask-wait = Entrée { $number } : jusqu’à quel jour la mettre de côté ? Par exemple « 5/12 ».
chat-ask-pass = Entrée { $number } : à qui la transmettre ? Un nom ou un pôle, et pourquoi si vous voulez : « le Sud : l’atelier est au Tampon ».
