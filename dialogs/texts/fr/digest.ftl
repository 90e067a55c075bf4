# The coordinator's letter: what awaits a decision, what is new, what has ended, and how to answer.
digest-subject-awaiting = { $count ->
    [1] 1 réponse attendue { $place } ({ $day })
   *[other] { $count } réponses attendues { $place } ({ $day })
}
digest-subject-new = { $count ->
    [1] 1 nouvelle offre { $place } ({ $day })
   *[other] { $count } nouvelles offres { $place } ({ $day })
}
digest-subject-ended = Ce qui a changé { $place } ({ $day })
digest-subject-urgent = À voir aujourd’hui : { $organisation }, { $start }
digest-subject-incident = Incident signalé par { $organisation }
digest-at-pole = au { $pole }
digest-at-place = ({ $pole })
digest-greeting = Bonjour { $name },
digest-madam = Madame { $name }
digest-sir = Monsieur { $name }
digest-stands-in = Vous remplacez aujourd’hui { $people }.
digest-heading-decide = À VOUS DE DÉCIDER
digest-heading-new = NOUVELLES OFFRES DANS LE POOL (rien à faire)
digest-heading-ended = CE QUI A CHANGÉ (rien à faire)
digest-heading-figures = PLACES ET BESOINS
digest-cut = { $count ->
    [1] Une autre entrée attend : elle viendra au prochain point.
   *[other] { $count } autres entrées attendent : elles viendront aux prochains points.
}
digest-decide = { $why } : { $organisation }. { $offer }.
    { $who }
digest-new = { $organisation } : { $offer }.
digest-suits = Conviendrait à { $classes }.
digest-untaught = Aucun établissement du territoire n’a déclaré de classe de cette formation : le CFA, peut-être.
digest-class = { $school } ({ $programme }, { $students ->
    [1] 1 élève
   *[other] { $students } élèves
} du { $period }{ $km ->
    [-1] {""}
    [0] , sur place
   *[other] , à { $km } km
}{ $priority ->
    [none] {""}
   *[other] , { $priority }
})
digest-copied = En copie, suivie par { $person } : { $organisation } : { $offer }.
digest-ended = { $what }{ $by ->
    [none] {""}
   *[other] , par { $by }
} : { $organisation } : { $offer }.
digest-what-filled = Pourvue
digest-what-withdrawn = Retirée
digest-what-changed = Modifiée
digest-what-taken = { $left ->
    [1] Places prises, il en reste 1
   *[other] Places prises, il en reste { $left }
}
digest-what-held = Réservée ({ $school })
digest-what-returned = Rendue ({ $school })
digest-what-lapsed = Sans réponse à temps ({ $school })
digest-what-duplicate = Notée comme doublon
digest-what-rejected = Écartée
digest-by-employer = l’entreprise
digest-by-school = l’établissement
digest-by-assistant = l’assistant
digest-why-late-offer = en retard, déposée { $day }
digest-why-late-matter = en retard, depuis { $day }
digest-why-starts = commence { $day }
digest-why-started = a déjà commencé
digest-why-asked = question posée { $day }, pas encore de réponse
digest-why-unconfirmed = sans confirmation malgré le rappel
digest-why-back = à reprendre, comme convenu
digest-why-passed = transmise par { $person }{ $why }
digest-note = Note : { $words }
digest-why-gone-up = sans réponse de { $person }
digest-why-for = pour { $person }, en son absence
digest-why-to-check = à vérifier
digest-why-criterion = une condition que la loi ne permet pas
digest-why-outside = lieu hors de l’académie
digest-why-place = lieu à préciser
digest-why-programme = formation à préciser
digest-why-twin = ressemble à { $twin ->
    [none] une offre déjà déposée
   *[other] { $twin } (« doublon » si c’est la même)
}
digest-why-seats = plus de 3 places
digest-why-pole = toutes le sont dans ce pôle
digest-why-new_organisation = entreprise nouvelle
digest-why-available = dans le pool
digest-matter-question = { $organisation } demande « { $words } »
digest-matter-answer = { $organisation } vous répond : « { $words } »
digest-matter-human = { $organisation } souhaite être rappelé : « { $words } »
digest-matter-incident = { $organisation } signale un incident : « { $words } »
digest-matter-feedback = { $organisation } vous fait un retour : « { $words } »
digest-matter-event = { $organisation } propose une rencontre : « { $words } »
digest-matter-training = { $people ->
    [0] { $organisation } demande une formation de tuteurs : « { $words } »
    [1] { $organisation } demande une formation de tuteur pour 1 personne : « { $words } »
   *[other] { $organisation } demande une formation de tuteurs pour { $people } personnes : « { $words } »
}
digest-matter-privacy = { $organisation } a une demande sur ses données : « { $words } »
digest-matter-unreachable = { $organisation } n’est plus joignable par { $channel } : un appel suffirait peut-être.
digest-matter-stopped = { $organisation } ne souhaite plus de message de l’assistant, et il est temps de donner des nouvelles : un appel suffirait.
digest-channel = { $channel ->
    [telegram] Telegram
    [email] courriel
   *[other] ce moyen
}
digest-offer = { $offer } ({ $reference })
digest-somebody = Une personne sans nom
digest-month = { $month ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[12] décembre
} { $year }
digest-kind = { $kind ->
    [observation] Stages d’observation
    [pfmp] PFMP
    [sts] Stages de BTS
    [apprenticeship] Apprentissage
   *[other] Immersions
}
digest-figure = { $kind }, { $month } : { $seats ->
    [0] aucune place ouverte
    [1] 1 place ouverte
   *[other] { $seats } places ouvertes
} pour { $students ->
    [1] 1 élève à placer
   *[other] { $students } élèves à placer
} ({ $percent } %).
digest-figures-none = Besoins des établissements pour les mois à venir : non déclaré.
digest-how = Répondez à ce message dans vos mots, une ligne par numéro : { $examples }. Vous pouvez annuler pendant 30 minutes. « aide » donne les autres mots.
digest-how-nothing = Rien n’attend de réponse de votre part. Pour agir quand même : { $examples }. « aide » donne les autres mots.
digest-example-answer = « { $number } répondre : oui, c’est possible »
digest-example-ok = « { $number } ok »
digest-example-no = « { $number } non : doublon »
digest-example-ask = « { $number } demander : quels horaires ? »
digest-example-taken = « { $number } : 1 place prise »
digest-next = Prochain point { $day } à { $time }, s’il y a du nouveau.
digest-signature = Guichet, { $signature }
digest-time = { $minute ->
    [0] { $hour } h
   *[other] { $hour } h { $minutes }
}
digest-at = { $day } à { $time }
# The answer to an answer.
digest-done-accepted = Acceptée, elle est dans le pool : { $entry }.
digest-done-reconfirmed = Toujours ouverte : { $entry }.
digest-done-seen = Vue, elle reste dans le pool : { $entry }.
digest-done-rejected = Écartée : { $entry }. Votre motif reste dans le pôle.
digest-done-closed = Réglé : { $entry }.
digest-done-answered = Réponse à { $contact } : « { $words } »
digest-done-asked = Question à { $contact } : « { $words } » L’entrée reste ouverte.
digest-done-taken = { $seats ->
    [1] 1 place prise, il en reste { $left } : { $entry }.
   *[other] { $seats } places prises, il en reste { $left } : { $entry }.
}
digest-done-filled = Complète : { $entry }.
digest-done-reopened = { $left ->
    [1] De nouveau 1 place ouverte : { $entry }.
   *[other] De nouveau { $left } places ouvertes : { $entry }.
}
digest-done-held = { $seats ->
    [1] 1 place proposée à { $school } jusqu’au { $date } : { $entry }.
   *[other] { $seats } places proposées à { $school } jusqu’au { $date } : { $entry }.
}{ $people ->
    [none] {" "}Personne n’y est inscrit : appelez l’établissement.
   *[other] {" "}Dans 30 minutes, je préviens { $people }.
}
digest-done-duplicate = Notée comme doublon, l’autre offre reste : { $entry }.
digest-done-until = Ouverte jusqu’au { $date } : { $entry }.
digest-done-mine = C’est noté, vous vous en occupez : { $entry }. Sans suite, elle revient { $date }.
digest-done-waits = Mise de côté jusqu’au { $date } : { $entry }.
digest-done-passed = Transmise à { $person } : { $entry }.
digest-done-noted = Noté, dans le pôle seulement : { $entry }.
digest-done-kept = Rien ne change, il reste { $left } : { $entry }.
digest-undone = Annulé ({ $verb }) : tout est comme avant.
digest-told-at = L’entreprise sera prévenue à { $time }.
digest-told-stopped = Cette personne ne souhaite plus de message de ma part : appelez-la ({ $contact }).
digest-told-lost = Je n’ai plus d’adresse pour la prévenir : appelez-la ({ $contact }).
digest-left-out = « tout ok » laisse de côté les questions et les offres à vérifier ({ $numbers }) : à décider une par une.
digest-remaining = Il reste à décider : { $numbers }.
digest-nothing-remains = Plus rien n’attend de décision dans ce point.
digest-unread = Je n’ai pas compris, et rien n’a été fait pour :
    { $lines }
    « aide » donne les mots que je comprends.
digest-which = Rien n’a été fait : « ok » ou « merci » sans numéro ne décide rien. Quels numéros voulez-vous dire ? Par exemple « { $example } ok », ou « tout ok ».
digest-nothing-read = Je n’ai rien lu dans votre réponse, et rien n’a été fait.
digest-undo-hint = « annuler » défait cette réponse jusqu’à { $time }{ $number ->
    [0] .
   *[other] {" "}; « annuler { $number } » seulement ce numéro.
}
digest-help = Une ligne par numéro :
    « 1 ok », « 1, 3 et 5 ok », « 1 à 4 ok », « tout ok sauf 2 » : accepter, ou noter comme réglé ;
    « 2 non : doublon » : écarter, le motif reste dans le pôle ;
    « 1 répondre : oui, à 8 h » : vos mots partent à l’entreprise ;
    « 3 demander : quels horaires ? » : votre question part à l’entreprise ;
    « 5 2 prises », « 5 reste 1 », « 5 complet » : les places ;
    « 6 jusqu’au 31/03 » : garder ouverte jusque-là ;
    « 4 je m’en occupe », « 4 attendre 5/12 » : la mettre de côté ;
    « 4 pour le Sud », « 4 pour le CFA : c’est un contrat » : la transmettre ;
    « 3 proposer Filaos 2 » : réserver deux places à un établissement, qui répond ;
    « 4 note : rappeler en mars » : pour le pôle seulement ;
    « offres élec février Le Port », « fiche Carrefour », « manques mars », « chiffres novembre », « tableau » : chercher ;
    « absente du 7 au 18 », « de retour », « digest mardi et jeudi à 8 h » : vos jours à vous ;
    « annuler », « annuler 3 » : défaire, pendant 30 minutes.
digest-verb = { $verb ->
    [ok] ok
    [no] non
    [answer] réponse
    [ask] question
    [taken] places prises
    [full] complet
    [left] places restantes
    [mine] prise en charge
    [wait] mise de côté
    [pass] transmission
    [note] note
    [absent] absence
    [back] retour
    [digest] jours du point
    [propose] proposition
    [twin] doublon
   *[until] prolongation
}
NobodyOfThatSchool = Je ne connais aucun établissement de ce nom : « { $said } ». Rien n’a été fait. Par exemple « { $number } proposer Filaos 2 ».
SeveralSchools = « { $said } » peut désigner { $schools } : lequel ? Rien n’a été fait.
FewerFreeSeats = Places libres : { $free }, les autres sont prises ou réservées. Rien n’a été fait.
NotYetAvailable = L’offre est { $status } : elle ne peut pas être proposée à un établissement. Rien n’a été fait.
NobodyOfThatName = Je ne connais personne de ce nom : « { $said } ». Rien n’a été fait. Par exemple « { $number } pour le Sud », « { $number } pour le CFA ».
SeveralOfThatName = « { $said } » peut désigner { $people } : qui est-ce ? Rien n’a été fait.
AlreadyTheirs = C’est déjà à { $person } : rien n’a changé.
UnknownNumber = Ce point n’a pas d’entrée { $number } : rien n’a été fait.
AlreadyHandled = Déjà fait par { $by }, { $at } : { $verb }. Rien n’a changé.
EntryClosed = L’offre est { $status }, par { $by }, { $at } : rien n’a été fait.
QuestionNeedsWords = C’est une question : elle attend vos mots, « { $number } répondre : … ». Rien n’a été fait.
WordsMissing = Que faut-il transmettre ? « { $number } répondre : … » ou « { $number } demander : … ». Rien n’a été fait.
NoOffer = Cette entrée ne porte sur aucune offre : rien n’a été fait.
OutsideTerritory = Ce lieu est hors de l’académie : l’offre ne peut pas être proposée ici. « { $number } répondre : … » ou « { $number } non » restent possibles.
TooManySeats = { $left ->
    [0] L’offre n’a plus de place, pas { $seats } : rien n’a été fait.
    [1] L’offre a 1 place, pas { $seats } : rien n’a été fait.
   *[other] L’offre a { $left } places, pas { $seats } : rien n’a été fait.
}
DayPassed = Le { $day } est passé : rien n’a été fait.
NothingToUndo = Il n’y a rien à annuler.
UndoTooLate = Fait { $at } : les 30 minutes sont passées, l’entreprise a été prévenue. Pour revenir en arrière, donnez l’ordre contraire ou appelez l’entreprise.
