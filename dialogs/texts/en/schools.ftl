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
