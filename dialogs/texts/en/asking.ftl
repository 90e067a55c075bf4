# What coordinators ask, answered.
digest-heading-found = WHAT YOU ARE LOOKING FOR
digest-found-seats = { $free ->
    [0] no free seat
    [1] 1 free seat
   *[other] { $free } free seats
}{ $held ->
    [0] {""}
   *[other] , { $held } held
}
digest-found = { $organisation }: { $offer }.{ $status ->
    [none] {""}
   *[other] {" "}{ $status }.
}{ $seats ->
    [none] {""}
   *[other] {" "}Left: { $seats }.
}
asked-offers-subject = { $count ->
    [0] No offer
    [1] One offer
   *[other] { $count } offers
}{ $said ->
    [none] {" "}open
   *[other] : { $said }
}
asked-offers-none = { $said ->
    [none] No offer is open today.
   *[other] I found nothing open for: { $said }. Try with less, for example without the town, or “manques”.
}
asked-cut = { $count ->
    [1] And another one: add a trade, a month or a town.
   *[other] And { $count } others: add a trade, a month or a town, or ask for “tableau”.
}
asked-how = Answer this message with these numbers, as you answer your digest: “1 proposer Filaos 2”, “1 complet”, “1 note : rappeler en mars”.
asked-card-subject = Card: { $name }
asked-card-nobody = I know no employer of this name: “{ $said }”.
asked-card-several = Several employers may have this name. Which one?
    { $names }
card-siret = SIRET { $siret }
card-stopped = {" "}(wishes no more messages from me)
card-offers = { $offers ->
    [0] No offer so far.
    [1] One offer so far
   *[other] { $offers } offers so far
}{ $offers ->
    [0] {""}
   *[other] { $taken ->
        [0] , no seat taken.
        [1] , 1 seat taken.
       *[other] , { $taken } seats taken.
    }
}
card-note = Note by { $by }, { $day }: { $words }
card-asked = Last asked by { $by }, { $day }.
asked-gaps-subject = What is missing { $days }
asked-gaps-heading = WHAT IS MISSING { $days }
asked-gaps-none = Nothing is missing { $days }: the free seats cover all declared needs.
asked-gaps-undeclared = No need is declared { $days }. That does not prove that there is none: schools may not have declared any.
asked-gaps-more = { $count ->
    [1] And another trade where fewer are missing.
   *[other] And { $count } other trades where fewer are missing.
}
asked-gap = { $kind }{ $family ->
    [none] {""}
   *[other] , { $family }
}: { $missing ->
    [1] 1 seat is missing
   *[other] { $missing } seats are missing
} ({ $students ->
    [1] 1 pupil
   *[other] { $students } pupils
}, { $seats ->
    [0] no free seat
    [1] 1 free seat
   *[other] { $seats } free seats
}).{ $week ->
    [none] {""}
   *[other] {" "}Most of all in the week of { $week }.
}
asked-figures-subject = Figures { $days }
asked-figures-kind = { $kind }: { $offers ->
    [1] 1 offer
   *[other] { $offers } offers
}, { $seats ->
    [1] 1 seat.
   *[other] { $seats } seats.
}
asked-figures-employers = { $employers ->
    [1] 1 employer
   *[other] { $employers } employers
}{ $new ->
    [0] {""}
   *[other] , { $new } of them new
}; { $taken ->
    [0] no seat taken.
    [1] 1 seat taken.
   *[other] { $taken } seats taken.
}
asked-figures-nothing = No offer filed; { $taken ->
    [0] no seat taken.
    [1] 1 seat taken.
   *[other] { $taken } seats taken.
}
asked-table-subject = { $count ->
    [0] Table: no offer
    [1] Table: one offer
   *[other] Table: { $count } offers
}{ $said ->
    [none] {""}
   *[other] {" "}({ $said })
}
asked-table = { $count ->
    [0] No offer fits; the enclosed table has its headings only.
    [1] The enclosed table ({ $name }) holds one offer.
   *[other] The enclosed table ({ $name }) holds { $count } offers, one a line.
} It holds names and phones: keep it within the pôle.
asked-table-by-mail = I send it to you by e-mail.
