# Offers that a coordinator or a school brings for an employer.
brought-subject = { $employer ->
    [none] An offer to file
   *[other] An offer to file: { $employer }
}
brought-recap = This is what I would file { $employer ->
    [none] , for an employer whose name I do not have
   *[other] for { $employer }
}{ $contact ->
    [none] {""}
   *[other] {" "}(to call: { $contact })
}:
brought-lacking = { $what ->
    [employer] the employer’s name
    [trade] the trade or the level
    [place] the town
    [dates] the dates
   *[contact] the phone or e-mail of whom to call
}
brought-lacks = Missing: { $what }.
brought-how = Answer “oui” to file it, “non” to forget it, or complete and correct it in a sentence.
brought-complete = Complete it in a sentence, and I read it back to you; “non” forgets it.
brought-filed = { $count ->
    [1] Filed for { $employer }
   *[other] { $count } offers filed for { $employer }
}{ $status ->
    [available] , and put before the schools.
    [outside] , outside the territory: the academy looks at it.
   *[other] ; to be checked in the next digest.
}
brought-told = In 30 minutes the employer gets a letter that says where I have their address from and how to refuse. Until then “annuler” undoes it all.
brought-untold = I have no address to write to: the employer gets nothing from me. “Annuler” undoes it for 30 minutes.
brought-dropped = All right, nothing is filed.
brought-undone = Undone: nothing is filed, and the employer has not heard of it.
brought-settled = This offer is dealt with already. To change it, answer a digest, or ask for “offres” with its name.
brought-unread = I cannot read an offer in all this any more. Write it in a sentence: employer, trade, seats, dates, town, phone.
notice-brought = { $bearer } has passed your proposal for our pupils on to me, thank you! It is filed as follows:

    { $offers }

    A word is enough to change or withdraw it. I have your address from { $bearer }; it serves only to organise placements (controller: { $controller }, { $dpo }). “Stop” ends my messages, “erase my data” asks for its removal.
