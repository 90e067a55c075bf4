# What is said of what was done: receipts, changes, matters put before a person, refusals.
filed = { $count ->
    [1] C’est enregistré, merci ! { $offers }.
   *[other] C’est enregistré, merci ! { $offers }
}
call-back = Pour vous joindre : { $contact }.
filed-available = Le { $pole } la propose dès maintenant aux établissements. Vous aurez de mes nouvelles au plus tard { $date }, même si personne n’a pris la place. À joindre au besoin : { $person }.
filed-to-check = Le { $pole } la relit d’abord ({ $reason }), puis la propose aux établissements. Vous aurez de mes nouvelles au plus tard { $date }, même si personne n’a pris la place. À joindre au besoin : { $person }.
filed-urgent = Le début est proche : le { $pole } est prévenu tout de suite. Vous aurez de mes nouvelles au plus tard { $date }. À joindre au besoin : { $person }.
filed-outside = Ce lieu est hors de notre académie : je ne peux pas la proposer ici. Je la garde et la transmets à { $person }, qui vous orientera d’ici { $date }.
filed-undo = « Annuler » dans les 30 minutes défait ce dépôt ; plus tard, « mes offres » permet de changer ou de retirer.
filed-undo-mail = Pour corriger ou retirer, répondez à ce message dans vos mots : « une seule place », « plutôt en mars », « je retire mon offre ».
changed = C’est changé. { $offer }.
rerouted = Le lieu a changé de secteur : votre offre est maintenant suivie par { $person }.
closed-withdrawn = C’est retiré. { $offer }. Merci de nous avoir prévenus.
closed-filled = Parfait, la place est notée comme prise. { $offer }. Merci de nous l’avoir dit.
confirmed = Merci, votre offre reste ouverte. { $offer }.
unfiled = { $count ->
    [1] C’est défait : { $references } n’est plus dans le pool.
   *[other] C’est défait : { $references } ne sont plus dans le pool.
}
opened-question = Je préfère ne pas me tromper : je transmets votre question à { $person }, qui vous répond d’ici { $date }.
opened-answer = Merci, je transmets votre réponse à { $person }.
opened-human = C’est transmis : { $person } vous contacte d’ici { $date }.
opened-incident = C’est transmis tout de suite à { $person }. En cas d’urgence, appelez aussi l’établissement. Blessure : le 15 d’abord.
opened-feedback = Merci beaucoup, je le transmets à { $person }.
opened-event = Bonne idée, je la transmets à { $person }, qui revient vers vous d’ici { $date }.
opened-training = C’est noté pour la formation des tuteurs : { $person } vous écrit avec les prochaines dates d’ici { $date }.
opened-privacy = Votre demande sur vos données est transmise à { $person }, qui vous répond d’ici { $date }.
opened-unreachable = C’est transmis à { $person }.
stopped = C’est fait : vous ne recevrez plus de message de ma part. Vos offres restent connues du coordinateur ; si vous m’écrivez, je répondrai.
no-offers-yet = Vous n’avez pas encore déposé d’offre. Une phrase suffit pour commencer.
no-open-offer = Vous n’avez pas d’offre ouverte en ce moment.
my-offers = { $count ->
    [1] Votre offre :
   *[other] Vos offres :
  }
    { $offers }
    Pour changer ou retirer, écrivez par exemple « retirer » et la référence, ou « 2 places au lieu de 3 ».
offer-line = { $reference } : { $offer } ({ $status })
which-offer = De quelle offre s’agit-il ?
    { $offers }
unknown-reference = Je ne trouve pas l’offre { $reference } parmi les vôtres. « Mes offres » les montre.
what-to-change = Que faut-il changer à { $reference } ? Par exemple « du 8 au 26 mars » ou « une seule place ».
ask-new-dates = Quelles nouvelles dates pour { $reference } ?
    .months = Choisir un mois
    .flexible = Dates à convenir
confirm-withdraw = Je retire { $reference } : { $offer }. C’est bien cela ?
    .yes = Oui, retirer
    .no = Non, garder
confirm-filled = Je note que { $reference } ({ $offer }) est pourvue. C’est bien cela ?
    .yes = Oui
    .no = Non
kept-as-is = Entendu, { $reference } reste comme elle est.
OfferClosed = L’offre { $reference } est { $status } : elle ne peut plus changer.
UnknownOffer = Je ne trouve pas l’offre { $reference } parmi les vôtres.
TooLateToUndo = Les 30 minutes sont passées. Pour retirer l’offre, écrivez « retirer » et sa référence.
coordinator-without-digest = Votre message est bien arrivé. Pour agir sur une offre, répondez à l’un de mes points quotidiens : chaque ligne y porte un numéro.
letter-subject = Votre offre de stage
letter-greeting = Bonjour,
letter-greeting-name = Bonjour { $name },
letter-choices = Un chiffre suffit en réponse, ou dites-le dans vos mots.
diary-summary = Stage : { $offer }
diary-words = Offre { $reference }. Pour la changer ou la retirer, répondez à mon message.
letter-closing = Bien cordialement,
    { $signature }
letter-notice = Vos coordonnées servent seulement à organiser des stages (responsable : { $controller }, { $dpo }). « Mes données » les montre, « effacer mes données » demande leur retrait. Pour parler à une personne, répondez « coordinateur ».
mail-understood = { $count ->
    [1] Merci pour votre proposition. Voici ce que j’ai compris :
   *[other] Merci pour vos propositions. Voici ce que j’ai compris :
}
mail-passed-on = { $count ->
    [1] Voici la proposition que j’ai lue dans le message transféré de { $author } :
   *[other] Voici les propositions que j’ai lues dans le message transféré de { $author } :
}
mail-passed-on-how = Rien n’est encore enregistré. Est-ce bien cela ? Répondez « oui » et je l’enregistre, ou corrigez dans vos mots.
mail-understood-line = { $left ->
    [0] { $offer }.
   *[other] { $offer } ;
}
mail-missing = { $count ->
    [1] Il me manque une précision :
   *[other] Il me manque { $count } précisions :
  }
    { $questions }
mail-how = Répondez dans vos mots à ce message. Sans autre correction, votre réponse vaudra accord et j’enregistrerai l’offre.
