# What coordinators ask, answered.
digest-heading-found = CE QUE VOUS CHERCHEZ
digest-found-seats = { $free ->
    [0] aucune place libre
    [1] 1 place libre
   *[other] { $free } places libres
}{ $held ->
    [0] {""}
    [1] , 1 réservée
   *[other] , { $held } réservées
}
digest-found = { $organisation } : { $offer }.{ $status ->
    [none] {""}
   *[other] {" "}{ $status }.
}{ $seats ->
    [none] {""}
   *[other] {" "}Il reste { $seats }.
}
asked-offers-subject = { $count ->
    [0] Aucune offre
    [1] Une offre
   *[other] { $count } offres
}{ $said ->
    [none] { $count ->
        [0] {" "}ouverte
        [1] {" "}ouverte
       *[other] {" "}ouvertes
    }
   *[other] {" "}: { $said }
}
asked-offers-none = { $said ->
    [none] Aucune offre n’est ouverte aujourd’hui.
   *[other] Je n’ai rien trouvé d’ouvert pour : { $said }. Essayez plus large, par exemple sans la commune, ou « manques ».
}
asked-cut = { $count ->
    [1] Et une autre : ajoutez un métier, un mois ou une commune.
   *[other] Et { $count } autres : ajoutez un métier, un mois ou une commune, ou demandez « tableau ».
}
asked-how = Répondez à ce message avec ces numéros, comme à votre point du jour : « 1 proposer Filaos 2 », « 1 complet », « 1 note : rappeler en mars ».
asked-card-subject = Fiche : { $name }
asked-card-nobody = Je ne connais aucune entreprise de ce nom : « { $said } ».
asked-card-several = Plusieurs entreprises peuvent porter ce nom. Laquelle ?
    { $names }
card-siret = SIRET { $siret }
card-stopped = {" "}(ne souhaite plus de message de ma part)
card-offers = { $offers ->
    [0] Aucune offre à ce jour.
    [1] Une offre à ce jour
   *[other] { $offers } offres à ce jour
}{ $offers ->
    [0] {""}
   *[other] { $taken ->
        [0] , aucune place prise.
        [1] , 1 place prise.
       *[other] , { $taken } places prises.
    }
}
card-note = Note de { $by }, { $day } : { $words }
card-asked = Questionnée en dernier par { $by }, { $day }.
asked-gaps-subject = Ce qui manque { $days }
asked-gaps-heading = CE QUI MANQUE { $days }
asked-gaps-none = Rien ne manque { $days } : les places libres couvrent tous les besoins déclarés.
asked-gaps-undeclared = Aucun besoin n’est déclaré { $days }. Ce n’est pas la preuve qu’il n’y en a pas : les établissements n’ont peut-être rien déclaré.
asked-gaps-more = { $count ->
    [1] Et un autre métier où il en manque moins.
   *[other] Et { $count } autres métiers où il en manque moins.
}
asked-gap = { $kind }{ $family ->
    [none] {""}
   *[other] , { $family }
} : { $missing ->
    [1] il manque 1 place
   *[other] il manque { $missing } places
} ({ $students ->
    [1] 1 élève
   *[other] { $students } élèves
}, { $seats ->
    [0] aucune place libre
    [1] 1 place libre
   *[other] { $seats } places libres
}).{ $week ->
    [none] {""}
   *[other] {" "}Surtout la semaine du { $week }.
}
asked-figures-subject = Chiffres { $days }
asked-figures-kind = { $kind } : { $offers ->
    [1] 1 offre
   *[other] { $offers } offres
}, { $seats ->
    [1] 1 place.
   *[other] { $seats } places.
}
asked-figures-employers = { $employers ->
    [1] 1 entreprise
   *[other] { $employers } entreprises
}{ $new ->
    [0] {""}
    [1] , dont 1 nouvelle
   *[other] , dont { $new } nouvelles
} ; { $taken ->
    [0] aucune place prise.
    [1] 1 place prise.
   *[other] { $taken } places prises.
}
asked-figures-nothing = Aucune offre déposée ; { $taken ->
    [0] aucune place prise.
    [1] 1 place prise.
   *[other] { $taken } places prises.
}
asked-table-subject = { $count ->
    [0] Tableau : aucune offre
    [1] Tableau : une offre
   *[other] Tableau : { $count } offres
}{ $said ->
    [none] {""}
   *[other] {" "}({ $said })
}
asked-table = { $count ->
    [0] Aucune offre ne correspond ; le tableau joint n’a que ses titres.
    [1] Le tableau joint ({ $name }) contient une offre.
   *[other] Le tableau joint ({ $name }) contient { $count } offres, une par ligne.
} Il contient des noms et des téléphones : gardez-le dans le pôle.
asked-table-by-mail = Je vous l’envoie par courriel.
