# Coordinators on Telegram: their digest as messages and cards, and what they say there.
chat-entry = buttons
    .ok = OK
    .no = No
    .ask = Ask…
    .answer = Answer…
    .taken = Seats taken…
    .full = Full
    .until = Extend…
    .propose = Propose…
    .mine = I see to it
    .wait = Wait…
    .pass = Pass on…
    .undo = Undo
chat-urgent = Urgent
chat-how = A button is enough, or your words as by e-mail: “1 ok”, “2 no: duplicate”. “Entreprise” to offer a placement yourself, “délier” to receive nothing more here.
chat-more = { $count ->
    [1] One more entry is in your e-mail.
   *[other] { $count } more entries are in your e-mail.
}
chat-offered = You can also have your digests on Telegram, besides this message, and answer them by buttons: { $link } (a personal link, valid for 14 days).
chat-offered-again = Your digests also arrive on Telegram. To get them in another chat, or if that chat is not yours: { $link } on your phone (a personal link, valid for 14 days), or answer “délier”.
chat-linked = Linked, { $name }. Your next digests will come here as well, with buttons; the e-mail always reaches you. From now on “1 ok” or “2 ask: which hours?” acts on your last digest, and “délier” stops it all.
chat-linked-letter-subject = Your Telegram is linked to your digests
chat-linked-letter = A Telegram conversation{ $name ->
    [none] {""}
   *[other] {" "}(“{ $name }”)
} has just been linked to your digests, by the link that one of them held: it receives them and can answer as you do. If that was not you, tell the person who runs Guichet at once; the link of your next digest, opened from your own phone, takes its place.
chat-unlinked = Unlinked: your digests come by e-mail only.
chat-unlinked-letter-subject = Your Telegram is no longer linked to your digests
chat-unlinked-letter = The Telegram conversation{ $name ->
    [none] {""}
   *[other] {" "}(“{ $name }”)
} is no longer linked to your digests: they come by e-mail only.
chat-replaced = Your digests now come to another conversation, linked a moment ago. This one gets no more of them.
chat-stop = Your digests arrive here: “délier” stops them, and they come by mail only.
chat-link-old = This link is no longer valid. That of your next digest will be.
chat-link-used = This link has already linked another conversation. That of your next digest will take its place.
chat-employer = Very well: I listen to you as an employer. Tell me in a sentence what you offer; “pôle” takes you back to your digests.
chat-pole = Back on the hub’s side: “1 ok”, “help”…
chat-edited = I saw your correction, but a corrected order changes nothing: write it again, or “annuler”.
chat-words-only = Here I read words and buttons only.
chat-nothing-yet = You have not been sent any digest yet.
chat-not-here = This button no longer works here. Your digests, and the answers, are also in your e-mail.
chat-left = Very well, nothing was done.
chat-ask-ask = Entry { $number }: what do you want to ask? Just write it, I pass on your words. “Annuler” to leave it.
chat-ask-answer = Entry { $number }: what do you want to answer? Just write it, I pass on your words. “Annuler” to leave it.
chat-ask-taken = Entry { $number }: how many seats are taken? A number is enough.
chat-ask-until = Entry { $number }: until which day? For example “31/03”.
chat-ask-propose = Entry { $number }: to which school, and how many seats? For example “Filaos 2”.
chat-ask-wait = Entry { $number }: until which day shall it be put off? For example “5/12”.
chat-ask-pass = Entry { $number }: to whom shall it be passed on? A name or a hub, and why if you like: “le Sud : l’atelier est au Tampon”.
