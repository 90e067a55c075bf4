# What Guichet tells an employer of its own accord, or for a coordinator. Buttons are attributes of their question.
notice-accepted = Good news: your offer is accepted and proposed to the schools. { $offer }. You will hear from me by { $date } at the latest, even if nobody has taken the place. If need be: { $person }.
notice-rejected = Thank you for your offer: { $offer }. This time the pôle cannot propose it to the schools. { $person } can tell you more, and another offer will be welcome.
notice-duplicate = This offer is { $twin ->
    [none] the same as another one, filed already
   *[other] the same as { $twin }, filed already
}: I keep only one. { $offer }. If they are two offers, tell { $person }.
notice-answer = { $person } answers you: “{ $words }”
notice-answer-to = You had written: “{ $asked }”
notice-question = { $person } has a question about your offer { $offer }: “{ $words }” Answer here in your own words, or to this person directly.
notice-question-general = { $person } has a question: “{ $words }” Answer here in your own words, or to this person directly.
notice-taken = { $seats ->
    [1] One place is taken, thank you! { $offer }. Places still open: { $left }. The school will call you; the agreement is signed before the first day. If need be: { $person }.
   *[other] { $seats } places are taken, thank you! { $offer }. Places still open: { $left }. The school will call you; the agreement is signed before the first day. If need be: { $person }.
}
notice-filled = Everything is taken, thank you! { $offer }. The school will call you; the agreement is signed before the first day. If need be: { $person }.
notice-reopened = { $left ->
    [1] Your offer is proposed again, for 1 place: { $offer }. If need be: { $person }.
   *[other] Your offer is proposed again, for { $left } places: { $offer }. If need be: { $person }.
}
notice-until = Your offer stays open until { $date }: { $offer }. If need be: { $person }.
notice-news-none = News of your offer, as promised. { $offer }. Nobody has taken the place yet, and we go on looking. Leave it open (nothing to do), give other dates, or withdraw it? If need be: { $person }.
    .keep = Leave it open
    .dates = Other dates
    .withdraw = Withdraw
notice-news-some = { $left ->
    [1] News of your offer, as promised. { $offer }. Places taken: { $taken }, 1 is left. Leave it open (nothing to do), give other dates, or withdraw it? If need be: { $person }.
   *[other] News of your offer, as promised. { $offer }. Places taken: { $taken }, { $left } are left. Leave it open (nothing to do), give other dates, or withdraw it? If need be: { $person }.
}
    .keep = Leave it open
    .dates = Other dates
    .withdraw = Withdraw
notice-news-to-check = News of your offer, as promised. { $offer }. It is still being checked, and I remind { $person } of it today. You may also give other dates, or withdraw it.
    .keep = Leave it open
    .dates = Other dates
    .withdraw = Withdraw
notice-still = Does your offer still stand? { $offer }. Answer “yes”, give other dates, or say “withdraw”; “I found somebody” will do as well. If need be: { $person }.
    .still = Yes, it stands
    .dates = Other dates
    .filled = I found somebody
    .withdraw = Withdraw
notice-expired = Your offer has ended: { $offer }. This time nobody took the place. Thank you for opening it; a sentence here is enough to propose another one, and “sollicitez-moi” lets me write when a class of your trade is looking. If need be: { $person }.
notice-expired-some = Your offer has ended: { $offer }. Places taken: { $taken }. Thank you for welcoming them; a sentence here is enough to propose another one, and “sollicitez-moi” lets me write when a class of your trade is looking. If need be: { $person }.
