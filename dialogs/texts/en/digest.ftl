# The coordinator's letter: what awaits a decision, what is new, what has ended, and how to answer.
digest-subject-awaiting = { $count ->
    [1] 1 answer expected { $place } ({ $day })
   *[other] { $count } answers expected { $place } ({ $day })
}
digest-subject-new = { $count ->
    [1] 1 new offer { $place } ({ $day })
   *[other] { $count } new offers { $place } ({ $day })
}
digest-subject-ended = What has changed { $place } ({ $day })
digest-subject-urgent = To be seen today: { $organisation }, { $start }
digest-subject-incident = Incident reported by { $organisation }
digest-at-pole = at { $pole }
digest-at-place = ({ $pole })
digest-greeting = Hello { $name },
digest-madam = Mrs { $name }
digest-sir = Mr { $name }
digest-stands-in = Today you stand in for { $people }.
digest-heading-decide = FOR YOU TO DECIDE
digest-heading-new = NEW OFFERS IN THE POOL (nothing to do)
digest-heading-ended = WHAT HAS CHANGED (nothing to do)
digest-heading-figures = PLACES AND NEEDS
digest-cut = { $count ->
    [1] One more entry waits: it will come in the next digest.
   *[other] { $count } more entries wait: they will come in the next digests.
}
digest-decide = { $why }: { $organisation }. { $offer }.
    { $who }
digest-new = { $organisation }: { $offer }.
digest-suits = Would suit { $classes }.
digest-untaught = No school of the territory has declared a class of this programme: the CFA, perhaps.
digest-class = { $school } ({ $programme }, { $students ->
    [1] 1 pupil
   *[other] { $students } pupils
}, { $period }{ $km ->
    [-1] {""}
    [0] , in the same place
   *[other] , { $km } km away
}{ $priority ->
    [none] {""}
   *[other] , { $priority }
})
digest-copied = In copy, followed by { $person }: { $organisation }: { $offer }.
digest-ended = { $what }{ $by ->
    [none] {""}
   *[other] , by { $by }
}: { $organisation }: { $offer }.
digest-what-filled = Filled
digest-what-withdrawn = Withdrawn
digest-what-changed = Changed
digest-what-taken = { $left ->
    [1] Places taken, 1 is left
   *[other] Places taken, { $left } are left
}
digest-what-held = Held ({ $school })
digest-what-returned = Given back ({ $school })
digest-what-lapsed = No answer in time ({ $school })
digest-what-duplicate = Noted as a duplicate
digest-what-rejected = Not kept
digest-by-employer = the employer
digest-by-school = the school
digest-by-assistant = the assistant
digest-why-late-offer = late, filed on { $day }
digest-why-late-matter = late, since { $day }
digest-why-starts = starts on { $day }
digest-why-started = has already started
digest-why-asked = asked on { $day }, no answer yet
digest-why-unconfirmed = not confirmed in spite of the reminder
digest-why-back = to be taken up again, as agreed
digest-why-passed = passed on by { $person }{ $why }
digest-note = Note: { $words }
digest-why-gone-up = not answered by { $person }
digest-why-for = for { $person }, who is away
digest-why-to-check = to be checked
digest-why-criterion = a condition that the law forbids
digest-why-outside = place outside the académie
digest-why-place = place to be made precise
digest-why-programme = programme to be made precise
digest-why-twin = looks like { $twin ->
    [none] an offer filed already
   *[other] { $twin } (“doublon” if it is the same)
}
digest-why-seats = more than 3 places
digest-why-pole = as all are in this hub
digest-why-new_organisation = new employer
digest-why-available = in the pool
digest-matter-question = { $organisation } asks “{ $words }”
digest-matter-answer = { $organisation } answers you: “{ $words }”
digest-matter-human = { $organisation } would like to be called: “{ $words }”
digest-matter-incident = { $organisation } reports an incident: “{ $words }”
digest-matter-feedback = { $organisation } gives you feedback: “{ $words }”
digest-matter-event = { $organisation } proposes an event: “{ $words }”
digest-matter-training = { $people ->
    [0] { $organisation } asks for tutor training: “{ $words }”
    [1] { $organisation } asks for tutor training for 1 person: “{ $words }”
   *[other] { $organisation } asks for tutor training for { $people } people: “{ $words }”
}
digest-matter-privacy = { $organisation } has a request about their data: “{ $words }”
digest-matter-unreachable = { $organisation } can no longer be reached by { $channel }: a call might be enough.
digest-matter-stopped = { $organisation } wants no more messages from the assistant, and news is due: a call would be enough.
digest-channel = { $channel ->
    [telegram] Telegram
    [email] e-mail
   *[other] this channel
}
digest-offer = { $offer } ({ $reference })
digest-somebody = A person without a name
digest-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
digest-kind = { $kind ->
    [observation] Work observation
    [pfmp] PFMP
    [sts] BTS placements
    [apprenticeship] Apprenticeship
   *[other] Immersion
}
digest-figure = { $kind }, { $month }: { $seats ->
    [0] no open place
    [1] 1 open place
   *[other] { $seats } open places
} for { $students ->
    [1] 1 pupil to be placed
   *[other] { $students } pupils to be placed
} ({ $percent }%).
digest-figures-none = Needs of the schools for the coming months: not declared.
digest-how = Answer this message in your own words, one line a number: { $examples }. You can undo for 30 minutes. “aide” gives the other words.
digest-how-nothing = Nothing awaits an answer of yours. To act all the same: { $examples }. “aide” gives the other words.
digest-example-answer = “{ $number } répondre : oui, c’est possible”
digest-example-ok = “{ $number } ok”
digest-example-no = “{ $number } non : doublon”
digest-example-ask = “{ $number } demander : quels horaires ?”
digest-example-taken = “{ $number } : 1 place prise”
digest-next = Next digest on { $day } at { $time }, if there is news.
digest-signature = Guichet, { $signature }
digest-time = { $minute ->
    [0] { $hour }:{ $minutes }
   *[other] { $hour }:{ $minutes }
}
digest-at = { $day } at { $time }
# The answer to an answer.
digest-done-accepted = Accepted, it is in the pool: { $entry }.
digest-done-reconfirmed = Still open: { $entry }.
digest-done-seen = Seen, it stays in the pool: { $entry }.
digest-done-rejected = Not kept: { $entry }. Your reason stays inside the pôle.
digest-done-closed = Settled: { $entry }.
digest-done-answered = Answer to { $contact }: “{ $words }”
digest-done-asked = Question to { $contact }: “{ $words }” The entry stays open.
digest-done-taken = { $seats ->
    [1] 1 place taken, { $left } left: { $entry }.
   *[other] { $seats } places taken, { $left } left: { $entry }.
}
digest-done-filled = Filled: { $entry }.
digest-done-reopened = { $left ->
    [1] 1 place open again: { $entry }.
   *[other] { $left } places open again: { $entry }.
}
digest-done-held = { $seats ->
    [1] 1 seat proposed to { $school } until { $date }: { $entry }.
   *[other] { $seats } seats proposed to { $school } until { $date }: { $entry }.
}{ $people ->
    [none] {" "}Nobody is registered there: call the school.
   *[other] {" "}In 30 minutes I tell { $people }.
}
digest-done-duplicate = Noted as a duplicate, the other offer stays: { $entry }.
digest-done-until = Open until { $date }: { $entry }.
digest-done-mine = Noted, you see to it: { $entry }. If nothing comes of it, it is back { $date }.
digest-done-waits = Put off until { $date }: { $entry }.
digest-done-passed = Passed on to { $person }: { $entry }.
digest-done-noted = Noted, for the hub only: { $entry }.
digest-done-kept = Nothing changes, { $left } left: { $entry }.
digest-undone = Undone ({ $verb }): all is as before.
digest-told-at = The employer will be told at { $time }.
digest-told-stopped = This person wants no more messages from me: please call ({ $contact }).
digest-told-lost = I have no address left to tell them: please call ({ $contact }).
digest-left-out = “tout ok” leaves out questions and offers to be checked ({ $numbers }): to be decided one by one.
digest-remaining = Still to be decided: { $numbers }.
digest-nothing-remains = Nothing in this digest awaits a decision any more.
digest-unread = I did not understand, and nothing was done for:
    { $lines }
    “aide” gives the words that I understand.
digest-which = Nothing was done: “ok” or “merci” without a number decides nothing. Which numbers do you mean? For instance “{ $example } ok”, or “tout ok”.
digest-nothing-read = I read nothing in your answer, and nothing was done.
digest-undo-hint = “annuler” undoes this answer until { $time }{ $number ->
    [0] .
   *[other] ; “annuler { $number }” only this number.
}
digest-help = One line a number:
    “1 ok”, “1, 3 et 5 ok”, “1 à 4 ok”, “tout ok sauf 2”: accept, or note as settled;
    “2 non : doublon”: do not keep, the reason stays inside the pôle;
    “1 répondre : oui, à 8 h”: your words go to the employer;
    “3 demander : quels horaires ?”: your question goes to the employer;
    “5 2 prises”, “5 reste 1”, “5 complet”: the places;
    “6 jusqu’au 31/03”: keep open until then;
    “4 je m’en occupe”, “4 attendre 5/12”: put it aside;
    “4 pour le Sud”, “4 pour le CFA : c’est un contrat”: pass it on;
    “3 proposer Filaos 2”: hold two seats for a school, which answers;
    “4 note : rappeler en mars”: for the hub only;
    “offres élec février Le Port”, “fiche Carrefour”, “manques mars”, “chiffres novembre”, “tableau”: look something up;
    “absente du 7 au 18”, “de retour”, “digest mardi et jeudi à 8 h”: your own days;
    “annuler”, “annuler 3”: undo, for 30 minutes.
digest-verb = { $verb ->
    [ok] ok
    [no] no
    [answer] answer
    [ask] question
    [taken] places taken
    [full] filled
    [left] places left
    [mine] taken over
    [wait] put off
    [pass] passed on
    [note] note
    [absent] absence
    [back] return
    [digest] days of the digest
    [propose] proposal
    [twin] duplicate
   *[until] extension
}
NobodyOfThatSchool = I know no school of that name: “{ $said }”. Nothing was done. For example “{ $number } proposer Filaos 2”.
SeveralSchools = “{ $said }” may be { $schools }: which one? Nothing was done.
FewerFreeSeats = Free seats: { $free }, the others are taken or held. Nothing was done.
NotYetAvailable = The offer is { $status }: it cannot be proposed to a school. Nothing was done.
NobodyOfThatName = I know nobody of that name: “{ $said }”. Nothing was done. For example “{ $number } pour le Sud”, “{ $number } pour le CFA”.
SeveralOfThatName = “{ $said }” may be { $people }: who is it? Nothing was done.
AlreadyTheirs = It is with { $person } already: nothing has changed.
UnknownNumber = This digest has no entry { $number }: nothing was done.
AlreadyHandled = Already done by { $by }, { $at }: { $verb }. Nothing has changed.
EntryClosed = The offer is { $status }, by { $by }, { $at }: nothing was done.
QuestionNeedsWords = It is a question: it awaits your words, “{ $number } répondre : …”. Nothing was done.
WordsMissing = What is to be said? “{ $number } répondre : …” or “{ $number } demander : …”. Nothing was done.
NoOffer = This entry is about no offer: nothing was done.
OutsideTerritory = This place is outside the académie: the offer cannot be proposed here. “{ $number } répondre : …” or “{ $number } non” remain possible.
TooManySeats = { $left ->
    [0] The offer has no place left, not { $seats }: nothing was done.
    [1] The offer has 1 place, not { $seats }: nothing was done.
   *[other] The offer has { $left } places, not { $seats }: nothing was done.
}
DayPassed = { $day } has passed: nothing was done.
NothingToUndo = There is nothing to undo.
UndoTooLate = Done { $at }: the 30 minutes are over, the employer has been told. To go back, give the opposite order or call the employer.
