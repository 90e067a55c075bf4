# Letters to the correspondents of schools: seats held for them.
school-held-subject = { $seats ->
    [1] A seat for your pupils, to be confirmed by the evening of { $date }
   *[other] { $seats } seats for your pupils, to be confirmed by the evening of { $date }
}
school-held = { $seats ->
    [1] A seat is held for you
   *[other] { $seats } seats are held for you
} until { $date }, proposed by { $person }.

    { $employer ->
    [none] The offer
   *[other] { $employer }
}: { $offer }.
    To call: { $contact }.
school-held-how = Answer in a word: { $seats ->
    [1] “pris” or “rendu”.
   *[other] “pris”, “1 pris” or “rendu”.
} What is not confirmed in time goes to another school. No pupil’s name is needed.

    You get this message because the pôle has registered you for { $school }; tell me if somebody else should get it.
school-placed = { $taken ->
    [1] Noted: 1 seat taken.
   *[other] Noted: { $taken } seats taken.
} The employer and the pôle know. { $offer }.
school-returned = Noted: the seats are given back, the employer and the pôle know. { $offer }.
school-too-many = { $seats ->
    [1] Only one seat is held for you
   *[other] Only { $seats } seats are held for you
}: nothing was noted. How many do you take? { $offer }.
school-unread = I did not understand whether the seats are taken. Answer “pris”, a number and “pris”, or “rendu”. To talk to somebody: { $person }. { $offer }.
school-over = These seats are no longer held for you. To talk about it: { $person }. { $offer }.
school-lapsed-subject = These seats are no longer held for you
school-lapsed = Without an answer from you, { $seats ->
    [1] the seat held for you is proposed
   *[other] the { $seats } seats held for you are proposed
} to other schools. { $offer }.
school-withdrawn-subject = These seats are no longer available
school-withdrawn = { $seats ->
    [1] The seat held for you is no longer available
   *[other] The { $seats } seats held for you are no longer available
}: the offer has changed or ended. { $offer }.
# What the employer hears of it.
notice-held = Good news: { $school } is interested in your offer ({ $seats ->
    [1] 1 seat
   *[other] { $seats } seats
}) and calls you by the evening of { $date }. { $offer }. If need be: { $person }.
notice-school-placed = { $school } has found { $taken ->
    [1] the pupil for a seat
   *[other] the pupils for { $taken } seats
} of your offer, thank you! { $left ->
    [0] It is full.
    [1] 1 seat is left, still proposed.
   *[other] { $left } seats are left, still proposed.
} { $offer }.
notice-school-returned = { $school } has no pupil for your offer after all: it is proposed to the other schools again. { $offer }.
notice-school-lapsed = { $school } did not follow up in time: your offer is proposed to the other schools again. { $offer }.
# The letter of the week, and what its answers are answered.
school-list-subject = { $asked ->
    [0] { $fits ->
        [1] An offer for your classes ({ $school })
       *[other] { $fits } offers for your classes ({ $school })
    }
   *[other] How many pupils still without a placement? ({ $school })
}
school-list-asked = HOW MANY PUPILS WITHOUT A PLACEMENT?
school-list-asked-how = { $count ->
    [1] Answer with a number: “{ $number } : 4”, or “{ $number } : 0” when all have found one.
   *[other] Answer with a number a line: “1 : 4”, “{ $last } : 0” when all have found one.
} It serves to look for seats for them; no pupil’s name is needed.
school-list-fits = OFFERS FOR YOUR CLASSES
school-list-fits-how = To hold a seat: “{ $number } je prends 1”. You get at once the name and phone to call; “{ $number } pris” or “{ $number } rendu” settles it.
school-list-cut = { $count ->
    [1] And another offer, which suits less well or is further away.
   *[other] And { $count } other offers, which suit less well or are further away.
}
school-list-why = You receive this letter because the pôle has registered you for { $school }. “Liste” sends it again at any time; “stop” ends it.
school-list-empty = No free offer suits your classes today. I write to you when there is one, at the beginning of each school week.
school-list-old = Your letter is more than { $days } days old: nothing was noted. Here is today’s.
school-list-help = I read a number and a word: “3 je prends 2” holds seats, “3 pris” confirms, “3 rendu” gives back; “1 : 4” says how many of the class are still looking. “Annuler” undoes what you held for 30 minutes, “liste” sends the letter again, “stop” ends it.
school-passed-on = Your message is before { $person }, who answers by { $date }.
school-stopped = Noted: no more letters from me, but for seats that are held for you. “Liste” sends it whenever you wish.
school-class = { $name ->
    [none] {""}
   *[other] { $name },{" "}
}{ $programme }, { $period }: { $students ->
    [1] 1 pupil
   *[other] { $students } pupils
}{ $seeking ->
    [-1] .
    [0] , all placed according to your last answer.
    [1] , 1 of them without a placement according to your last answer.
   *[other] , { $seeking } of them without a placement according to your last answer.
}
school-fit = { $organisation }{ $km ->
    [-1] {""}
    [0] {""}
   *[other] {" "}({ $km } km away)
}: { $offer } ({ $reference }). { $free ->
    [1] 1 free seat
   *[other] { $free } free seats
}, for your class of { $class_name }{ $days ->
    [some] , a part of their placement only
   *[other] {""}
}.
school-took = { $seats ->
    [1] 1 seat is held for you
   *[other] { $seats } seats are held for you
} until { $date }: { $employer }, { $offer }.
    To call: { $contact }. The employer is told at { $time }.
    Then “{ $number } pris” or “{ $number } rendu”; until { $time }, “annuler” undoes it.
school-undone = Undone, the seats are free again and the employer has not heard of it. { $offer }.
school-nothing-to-undo = Nothing to undo: nothing that you held from this letter is less than 30 minutes old. “3 rendu” gives the seats of offer 3 back.
school-counted = { $count ->
    [0] Noted, all have found one, thank you!
    [1] Noted: 1 pupil is still looking.
   *[other] Noted: { $count } pupils are still looking.
} { $name } Another number replaces this one.
school-colleague-subject = { $name } has held seats
school-colleague = { $name } has just held { $seats ->
    [1] a seat
   *[other] { $seats } seats
} for your school, until { $date }. { $offer }. You need not do anything; “pris” or “rendu” by one of you settles it.
school-NoSuchEntry = There is no number { $number } in this letter.
school-NotAnOffer = This number is a class: answer how many are still looking, for example “{ $number } : 4”.
school-SeatsGone = { $free ->
    [0] These seats are taken or held already. Nothing was noted.
    [1] Only one free seat is left. Nothing was noted: “{ $number } je prends 1” holds it.
   *[other] Only { $free } free seats are left. Nothing was noted: “{ $number } je prends { $free }” holds them.
}
school-AlreadyHeld = { $seats ->
    [1] 1 seat is held for you already
   *[other] { $seats } seats are held for you already
} until { $until }. “{ $number } pris” confirms, “{ $number } rendu” gives back.
school-NothingHeld = Nothing is held for you of this offer.
school-NotThatMany = { $students ->
    [1] This class has 1 pupil
   *[other] This class has { $students } pupils
}: { $count } was not noted.
