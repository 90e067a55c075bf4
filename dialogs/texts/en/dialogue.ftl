# The conversation with an employer. Buttons are attributes of their question.
notice = Hello from { $signature }, an automatic assistant. What you tell me only serves to organise placements; responsible: { $controller }. “My data” shows it, “delete my data” asks for its removal. Telegram is a private service; by e-mail: { $mail }.
hello = Hello! Tell me in one sentence what you offer, for example: “1 pupil of 3e from 7 to 11 December, Ti Jour bakery, Saint-Leu”. You may also ask a question, or ask for a person.
    .offer = Offer a place
hello-mail = Tell me in one sentence what you offer, for example: “1 pupil of 3e from 7 to 11 December, Ti Jour bakery, Saint-Leu”. You may also ask a question, or ask for a person.
welcome = My pleasure. I am here if you need me.
help = Write as you speak: a placement or an apprenticeship to offer, a question, a change. At any time: “correct”, “back”, “cancel”, “my offers”, “reminders”, “talk to someone”, “stop”. Here or by e-mail, it is the same conversation.
    .offers = My offers
    .reminders = My reminders
    .languages = Language
    .data = My data
    .person = Talk to someone
language-changed = All right, we go on in English.
stale = That button belonged to a question already settled: nothing has changed.
cancelled = Cancelled, nothing is kept. Whenever you like, one sentence is enough to start again.
nothing-to-cancel = There is nothing under way to cancel. To take back an offer already made, write “withdraw” and its reference; “my offers” shows them.
nothing-under-way = Nothing is under way. Tell me what you offer, one sentence is enough.
later = All right. Everything is kept: write “resume” whenever you like.
not-understood = I did not understand your last message.
not-understood-idle = I did not understand. I deal with placements and apprenticeships: tell me what you offer, or “talk to someone”.
lost-idle = I am sorry, I do not understand. Write “talk to someone” and a person of the pôle will answer you.
trouble = I am sorry, something failed on my side and I cannot answer this message. It is kept and a person will see it; the rest of the conversation is not lost.
understood = { $count ->
    [1] I understood: { $offers }.
   *[other] I understood: { $offers }
}
noted = All right.
about = For “{ $offer }”:
ask-kind = Is it an observation week (lower secondary, 2de), a placement of vocational school (CAP, bac pro), a BTS placement, or an apprenticeship?
    .observation = Observation
    .pfmp = Vocational school
    .sts = BTS
    .apprenticeship = Apprenticeship
ask-kind-again = For whom, do you think? A pupil of 14 or 15 who observes for a week or two, a pupil of CAP or bac pro who learns the trade, a BTS student, or an apprentice with a contract? “I don’t know” is fine too: a person will advise you.
    .observation = Observation
    .pfmp = Vocational school
    .sts = BTS
    .apprenticeship = Apprenticeship
ask-programme = For which trade or programme? For example “CAP cuisine”, “bac pro commerce” or simply “sales”.
ask-programme-again = What would the young person do at your place? The name of the trade is enough: cooking, sales, mechanics, office work…
ask-programme-which = “{ $said }” may be several programmes. Which one?
ask-programme-unknown = I do not know “{ $said }”. What is the trade, in one word?
ask-seats = How many young people can you take?
    .one = 1
    .two = 2
    .three = 3
ask-seats-again = How many places, in figures? 1 is quite enough.
    .one = 1
    .two = 2
    .three = 3
ask-periods = On which dates? For example “from 1 to 19 February”, “3 weeks in March”, or “dates to be agreed”.
    .months = Choose a month
    .flexible = Dates to be agreed
ask-periods-again = I did not catch the dates. A month is enough (“in March”), or “dates to be agreed”.
    .months = Choose a month
    .flexible = Dates to be agreed
ask-periods-unknown = The date “{ $said }” is not in the calendar. Which dates suit you?
pick-month = Which month suits you? Touch it, or write your dates.
    .flexible = Dates to be agreed
pick-week = Which week in { $month }? Touch it, or write your dates. Weeks of school holidays are left out.
    .months = Another month
    .flexible = Dates to be agreed
pick-length = From { $day }, for how long?
    .months = Another month
progress = Question { $number } of { $total }.
ask-place = In which commune would the young person work?
    .ask_place = Send my position
ask-place-again = What is the commune, or the postcode?
    .ask_place = Send my position
ask-place-which = “{ $said }” is in several communes. Which one?
ask-place-unknown = I cannot find “{ $said }”. What is the commune, or the postcode?
ask-organisation = What is the name of your company or organisation?
ask-organisation-again = Under which name do schools know you? The shop’s name is enough.
ask-organisation-and-person = What is your company called, and whom may we call?
ask-contact = Which name and number may we call?
    .ask_phone = Send my number
    .write_here = Write to me here instead
ask-contact-number = Thank you, { $name }. Which number may we call, and from what time?
    .ask_phone = Send my number
    .write_here = Write to me here instead
ask-contact-again = I need a way to reach you: a phone number or an e-mail address.
    .ask_phone = Send my number
    .write_here = Write to me here instead
ask-contact-to-call = Of course. Which name and number may we call back?
ask-discrimination = The law does not allow choosing a trainee by this: { $criteria }. I keep the offer without this condition, all right? If it comes from a constraint (safety, hours, transport), tell me.
    .yes = All right, without it
    .no = No
criterion-kept-out = Thank you, the condition is left out.
criterion-to-check = I pass it to the coordinator, who will call you before anything is published.
by-this-chat = by this chat
confirm = { $count ->
    [1] { $organisation }: { $offers }. Contact: { $contact }. Is that right?
   *[other] { $organisation }: { $offers }
    Contact: { $contact }. Is that right?
}
    .yes = Yes
    .fix = Correct
    .cancel = Cancel
what-to-correct = What should change? Say it as you like: “3 places”, “in March instead”, “in Le Tampon”.
    .seats = The places
    .periods = The dates
    .place = The commune
    .organisation = The company
    .contact = The contact
lost = I am sorry, I do not quite understand. Shall a person of the pôle take over? Nothing you wrote is lost.
    .human = Yes, a person
    .cancel = Cancel
answer = { $answer }
to-be-verified = (To be checked with the coordinator.)
candidate = Here, companies offer places. To find a placement, talk to your teacher or your school: it can ask the pôle for a place for you. Good luck!
refusal = Noted, thank you for telling us. If that changes, one sentence here is enough.
my-data = This is what I keep: name { $name }; phone { $phone }; e-mail { $email }{ $elsewhere ->
    [none] {""}
   *[other] ; linked to { $elsewhere }
}; organisation { $organisation }; offers made: { $offers }. “Delete my data” asks for its removal.
    .erase = Delete my data
    .link = Link Telegram and e-mail
    .unlink = Unlink Telegram and e-mail
ask-language = Dans quelle langue voulez-vous continuer ? / Which language would you like?
    .french = Français
    .english = English
reminders = This is when I will write to you:
    { $reminders }
    For another day, write for example “reminder { $reference } on 15 January”. “Stop” ends all my messages.
    .change = Another day
    .stop_reminders = Stop them all
reminder-line = { $kind ->
    [news] { $day }: news of { $reference }, { $offer }.
   *[still-valid] { $day }: to know whether { $reference } still stands, { $offer }.
}
reminders-none = No reminder is planned: you have no open offer. One sentence is enough to make one.
reminders-stopped = You asked me not to write to you any more: no reminder will leave. “Resume” brings them back.
    .resume_reminders = Resume
ask-reminder-day = On which day shall I write to you? { $offer }.
    .week = In a week
    .fortnight = In two weeks
    .month = In a month
ask-reminder-day-again = I can write to you from tomorrow on, and on the first day of the placement at the latest. Which day suits you? { $offer }.
    .week = In a week
    .fortnight = In two weeks
    .month = In a month
reminder-moved = Noted: I will write to you on { $day }. { $offer }.
NoReminder = No reminder is planned for { $reference }.
ReminderOutside = I can write to you from tomorrow on, and on the first day of the placement at the latest. Which day suits you for { $reference }?
