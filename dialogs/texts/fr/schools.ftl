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
