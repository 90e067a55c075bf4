# Letters to the correspondents of schools: seats held for them.
school-held-subject = { $seats ->
    [1] Une place pour vos élèves, à confirmer avant le { $date } au soir
   *[other] { $seats } places pour vos élèves, à confirmer avant le { $date } au soir
}
school-held = { $seats ->
    [1] Une place vous est réservée
   *[other] { $seats } places vous sont réservées
} jusqu’au { $date }, proposée{ $seats ->
    [1] {""}
   *[other] s
} par { $person }.

    { $employer ->
    [none] L’offre
   *[other] { $employer }
} : { $offer }.
    À appeler : { $contact }.
school-held-how = Répondez d’un mot : { $seats ->
    [1] « pris » ou « rendu ».
   *[other] « pris », « 1 pris » ou « rendu ».
} Ce qui n’est pas confirmé à temps va à un autre établissement. Aucun nom d’élève n’est nécessaire.

    Vous recevez ce message parce que le pôle vous a inscrite ou inscrit pour { $school } ; dites-moi si quelqu’un d’autre doit le recevoir.
school-placed = { $taken ->
    [1] C’est noté : 1 place prise.
   *[other] C’est noté : { $taken } places prises.
} L’entreprise et le pôle le savent. { $offer }.
school-returned = C’est noté : les places sont rendues, l’entreprise et le pôle le savent. { $offer }.
school-too-many = { $seats ->
    [1] Une seule place vous est réservée
   *[other] { $seats } places seulement vous sont réservées
} : rien n’a été noté. Combien en prenez-vous ? { $offer }.
school-unread = Je n’ai pas compris si les places sont prises. Répondez « pris », un nombre suivi de « pris », ou « rendu ». Pour parler à quelqu’un : { $person }. { $offer }.
school-over = Ces places ne vous sont plus réservées. Pour en parler : { $person }. { $offer }.
school-lapsed-subject = Ces places ne vous sont plus réservées
school-lapsed = Sans réponse de votre part, { $seats ->
    [1] la place qui vous était réservée est proposée
   *[other] les { $seats } places qui vous étaient réservées sont proposées
} à d’autres établissements. { $offer }.
school-withdrawn-subject = Ces places ne sont plus disponibles
school-withdrawn = { $seats ->
    [1] La place qui vous était réservée n’est plus disponible
   *[other] Les { $seats } places qui vous étaient réservées ne sont plus disponibles
} : l’offre a changé ou s’est terminée. { $offer }.
# What the employer hears of it.
notice-held = Bonne nouvelle : { $school } s’intéresse à votre offre ({ $seats ->
    [1] 1 place
   *[other] { $seats } places
}) et vous appelle avant le { $date } au soir. { $offer }. À joindre au besoin : { $person }.
notice-school-placed = { $school } a trouvé { $taken ->
    [1] l’élève pour une place
   *[other] les élèves pour { $taken } places
} de votre offre, merci ! { $left ->
    [0] Elle est complète.
    [1] Il reste 1 place, toujours proposée.
   *[other] Il reste { $left } places, toujours proposées.
} { $offer }.
notice-school-returned = { $school } n’a finalement pas d’élève pour votre offre : elle est de nouveau proposée aux autres établissements. { $offer }.
notice-school-lapsed = { $school } n’a pas donné suite à temps : votre offre est de nouveau proposée aux autres établissements. { $offer }.
# The letter of the week, and what its answers are answered.
school-list-subject = { $asked ->
    [0] { $fits ->
        [1] Une offre pour vos classes ({ $school })
       *[other] { $fits } offres pour vos classes ({ $school })
    }
   *[other] Combien d’élèves encore sans stage ? ({ $school })
}
school-list-asked = COMBIEN D’ÉLÈVES SANS STAGE ?
school-list-asked-how = { $count ->
    [1] Répondez d’un nombre : « { $number } : 4 », ou « { $number } : 0 » si tous ont trouvé.
   *[other] Répondez d’un nombre par ligne : « 1 : 4 », « { $last } : 0 » si tous ont trouvé.
} Ce nombre sert à chercher des places pour eux ; aucun nom d’élève n’est nécessaire.
school-list-fits = OFFRES POUR VOS CLASSES
school-list-fits-how = Pour réserver une place : « { $number } je prends 1 ». Vous recevez aussitôt le nom et le téléphone à appeler ; « { $number } pris » ou « { $number } rendu » conclut.
school-list-cut = { $count ->
    [1] Et une autre offre, qui convient moins bien ou plus loin.
   *[other] Et { $count } autres offres, qui conviennent moins bien ou plus loin.
}
school-list-why = Vous recevez cette lettre parce que le pôle vous a inscrite ou inscrit pour { $school }. « Liste » la redonne à tout moment ; « stop » arrête les envois.
school-list-empty = Aucune offre libre ne convient à vos classes aujourd’hui. Je vous écris dès qu’il y en a, au début de chaque semaine de cours.
school-list-old = Votre lettre a plus de { $days } jours : rien n’a été noté. Voici celle d’aujourd’hui.
school-list-help = Je lis un numéro et un mot : « 3 je prends 2 » réserve, « 3 pris » confirme, « 3 rendu » rend ; « 1 : 4 » dit combien d’élèves de la classe cherchent encore. « Annuler » défait vos réservations pendant 30 minutes, « liste » redonne la lettre, « stop » arrête les envois.
school-passed-on = Votre message est devant { $person }, qui vous répond d’ici { $date }.
school-stopped = C’est noté : plus de lettre de ma part, sauf pour les places qui vous sont réservées. « Liste » la redonne quand vous voulez.
school-class = { $name ->
    [none] {""}
   *[other] { $name },{" "}
}{ $programme }, { $period } : { $students ->
    [1] 1 élève
   *[other] { $students } élèves
}{ $seeking ->
    [-1] .
    [0] , tous placés d’après votre dernière réponse.
    [1] , dont 1 sans stage d’après votre dernière réponse.
   *[other] , dont { $seeking } sans stage d’après votre dernière réponse.
}
school-fit = { $organisation }{ $km ->
    [-1] {""}
    [0] {""}
   *[other] {" "}(à { $km } km)
} : { $offer } ({ $reference }). { $free ->
    [1] 1 place libre
   *[other] { $free } places libres
}, pour votre classe de { $class_name }{ $days ->
    [some] , une partie de leur stage seulement
   *[other] {""}
}.
school-took = { $seats ->
    [1] 1 place vous est réservée
   *[other] { $seats } places vous sont réservées
} jusqu’au { $date } : { $employer }, { $offer }.
    À appeler : { $contact }. L’entreprise est prévenue à { $time }.
    Ensuite « { $number } pris » ou « { $number } rendu » ; d’ici { $time }, « annuler » défait.
school-undone = Annulé, les places sont de nouveau libres et l’entreprise n’en a rien su. { $offer }.
school-nothing-to-undo = Rien à annuler : plus aucune réservation de cette lettre n’a moins de 30 minutes. « 3 rendu » rend les places de l’offre 3.
school-counted = { $count ->
    [0] C’est noté, tous ont trouvé, merci !
    [1] C’est noté : 1 élève cherche encore.
   *[other] C’est noté : { $count } élèves cherchent encore.
} { $name } Un autre nombre remplace celui-ci.
school-colleague-subject = { $name } a réservé des places
school-colleague = { $name } vient de réserver { $seats ->
    [1] une place
   *[other] { $seats } places
} pour votre établissement, jusqu’au { $date }. { $offer }. Vous n’avez rien à faire ; « pris » ou « rendu » de l’un de vous conclut.
school-NoSuchEntry = Il n’y a pas de numéro { $number } dans cette lettre.
school-NotAnOffer = Ce numéro est une classe : répondez combien d’élèves cherchent encore, par exemple « { $number } : 4 ».
school-SeatsGone = { $free ->
    [0] Ces places sont déjà prises ou réservées. Rien n’a été noté.
    [1] Il ne reste qu’une place libre. Rien n’a été noté : « { $number } je prends 1 » la réserve.
   *[other] Il ne reste que { $free } places libres. Rien n’a été noté : « { $number } je prends { $free } » les réserve.
}
school-AlreadyHeld = { $seats ->
    [1] 1 place vous est déjà réservée
   *[other] { $seats } places vous sont déjà réservées
} jusqu’au { $until }. « { $number } pris » confirme, « { $number } rendu » rend.
school-NothingHeld = Rien ne vous est réservé sur cette offre.
school-NotThatMany = { $students ->
    [1] Cette classe compte 1 élève
   *[other] Cette classe compte { $students } élèves
} : { $count } n’a pas été noté.
