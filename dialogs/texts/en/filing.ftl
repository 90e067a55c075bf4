# What is said of what was done: receipts, changes, matters put before a person, refusals.
filed = { $count ->
    [1] It is filed, thank you! { $offers }.
   *[other] It is filed, thank you! { $offers }
}
call-back = To reach you: { $contact }.
filed-available = The { $pole } offers it to schools from now on. You will hear from me by { $date } at the latest, even if nobody has taken the place. Whom to reach: { $person }.
filed-to-check = The { $pole } reads it first ({ $reason }), then offers it to schools. You will hear from me by { $date } at the latest, even if nobody has taken the place. Whom to reach: { $person }.
filed-urgent = It starts soon: the { $pole } is told at once. You will hear from me by { $date } at the latest. Whom to reach: { $person }.
filed-outside = This place is outside our académie: I cannot offer it here. I keep it and pass it to { $person }, who will guide you by { $date }.
filed-undo = “Cancel” within 30 minutes undoes this; later, “my offers” lets you change or withdraw.
filed-undo-mail = To correct or withdraw it, answer this message in your own words: “only one place”, “in March instead”, “I withdraw my offer”.
changed = Changed. { $offer }.
rerouted = The place is in another area now: your offer is followed by { $person }.
closed-withdrawn = Withdrawn. { $offer }. Thank you for telling us.
closed-filled = Fine, the place is noted as taken. { $offer }. Thank you for telling us.
confirmed = Thank you, your offer stays open. { $offer }.
unfiled = { $count ->
    [1] Undone: { $references } is no longer in the pool.
   *[other] Undone: { $references } are no longer in the pool.
}
opened-question = I would rather not be wrong: I pass your question to { $person }, who answers by { $date }.
opened-answer = Thank you, I pass your answer to { $person }.
opened-human = Passed on: { $person } will contact you by { $date }.
opened-incident = Passed at once to { $person }. If it is urgent, call the school too. Injury: call 15 first.
opened-feedback = Thank you very much, I pass it to { $person }.
opened-event = Good idea, I pass it to { $person }, who will come back to you by { $date }.
opened-training = Noted for the training of tutors: { $person } will write to you with the next dates by { $date }.
opened-privacy = Your request about your data is passed to { $person }, who answers by { $date }.
opened-unreachable = Passed to { $person }.
stopped = Done: you will get no more messages from me. The coordinator still knows your offers; if you write to me, I will answer.
no-offers-yet = You have not made an offer yet. One sentence is enough to start.
no-open-offer = You have no open offer at the moment.
my-offers = { $count ->
    [1] Your offer:
   *[other] Your offers:
  }
    { $offers }
    To change or withdraw one, write for example “withdraw” and the reference, or “2 places instead of 3”.
offer-line = { $reference }: { $offer } ({ $status })
which-offer = Which offer is it about?
    { $offers }
unknown-reference = I cannot find the offer { $reference } among yours. “My offers” shows them.
what-to-change = What should change in { $reference }? For example “from 8 to 26 March” or “only one place”.
ask-new-dates = Which new dates for { $reference }?
    .months = Choose a month
    .flexible = Dates to be agreed
confirm-withdraw = I withdraw { $reference }: { $offer }. Is that right?
    .yes = Yes, withdraw
    .no = No, keep
confirm-filled = I note that { $reference } ({ $offer }) is filled. Is that right?
    .yes = Yes
    .no = No
kept-as-is = All right, { $reference } stays as it is.
OfferClosed = The offer { $reference } is { $status }: it can no longer change.
UnknownOffer = I cannot find the offer { $reference } among yours.
TooLateToUndo = The 30 minutes are over. To withdraw the offer, write “withdraw” and its reference.
coordinator-without-digest = Your message arrived. To act on an offer, answer one of my daily digests: each line has its number there.
letter-subject = Your placement offer
letter-greeting = Hello,
letter-greeting-name = Hello { $name },
letter-choices = A number is enough as an answer, or say it in your own words.
diary-summary = Placement: { $offer }
diary-words = Offer { $reference }. To change or withdraw it, answer my message.
letter-closing = Kind regards,
    { $signature }
letter-notice = Your details only serve to organise placements (responsible: { $controller }, { $dpo }). “My data” shows them, “delete my data” asks for their removal. To talk to a person, answer “coordinator”.
mail-understood = { $count ->
    [1] Thank you for your offer. This is what I understood:
   *[other] Thank you for your offers. This is what I understood:
}
mail-passed-on = { $count ->
    [1] This is the offer that I read in the forwarded message of { $author }:
   *[other] These are the offers that I read in the forwarded message of { $author }:
}
mail-passed-on-how = Nothing is filed yet. Is this right? Answer “yes” and I file it, or correct it in your own words.
mail-understood-line = { $left ->
    [0] { $offer }.
   *[other] { $offer };
}
mail-missing = { $count ->
    [1] One detail is missing:
   *[other] { $count } details are missing:
  }
    { $questions }
mail-how = Answer this message in your own words. Without other corrections, your answer is your agreement and I will file the offer.
