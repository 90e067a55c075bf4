# One person, two channels: the chat and the mailbox made one, and parted again.
link-which = Write “link” followed by your address, for example “link name@example.org”: I will send a code there for you to type here. Your offers and our conversation are then the same on both sides.
link-sent = A code is on its way to { $address }. Type it here within half an hour; if it does not arrive, look in your junk folder.
link-letter-subject = Your code to link Telegram
link-letter = Here is the code asked for on Telegram{ $name ->
    [none] {""}
   *[other] {" "}(“{ $name }”)
}: { $code }

    Type it there within half an hour{ $link ->
    [none] .
   *[other] {" "}or follow this link from your phone: { $link }
}

    You asked for nothing? Do nothing: without this code, nothing is linked.
link-code = So that I know you on Telegram as well, follow this link from your phone within half an hour: { $link }

    Or type this code in our conversation there: { $code }
link-done = Linked: { $address } and this conversation are one from now on. Your offers are the same on both sides, and what is begun here can be finished there. “Unlink” parts them.
linked-letter-subject = Your address is linked to Telegram
linked-letter = Your address is now linked to the Telegram conversation{ $name ->
    [none] {""}
   *[other] {" "}of “{ $name }”
}. I write to you where you wrote to me last; “write to me by e-mail” or “write to me on Telegram” changes that.

    That was not you? Reply “unlink”.
link-already = { $address } is linked to this conversation already. “Unlink” parts them.
link-wrong = This code is not right. Look at the last message I sent you by e-mail, or ask for another: “link” followed by your address.
link-old = This code is over half an hour old. Ask for another: “link” followed by your address.
link-tired = That is a lot of tries. Wait an hour, then ask for another code: “link” followed by your address.
link-enough = { $channel ->
    [email] I have already sent several codes today. Take the last one you got, or try again tomorrow.
   *[telegram] Several codes were asked for today already. Take the last one you got, write “link” to me from your mailbox, or try again tomorrow.
}
link-no-mail = I have no mailbox here: I answer on Telegram only.
link-no-chat = I am not on Telegram: I answer by e-mail only.
link-not-this = This address belongs to a placement hub. Give me yours, for example “link name@example.org”.
side = { $channel ->
    [telegram] the Telegram conversation
   *[email] { $address }
}
unlink-done = Unlinked: { $sides }. Your offers stay here.
unlink-none = Nothing is linked: I know you from here only. “Link” changes that.
unlink-unproved = I have changed nothing: your mail server does not vouch for your address. Reply “unlink” to one of my messages, or write it on Telegram.
unlinked-subject = Your two addresses are parted
unlinked = Unlinked, as asked from { $side }: the offers stay there, and I no longer know you here. You can write to me as before.
prefer-noted = { $channel ->
    [telegram] Noted: I will write to you on Telegram first. Your own messages are always answered where you write.
   *[email] Noted: I will write to you by e-mail first. Your own messages are always answered where you write.
}
link-busy = An offer has been begun on both sides. Finish one or cancel it, then type the code again: nothing will be lost.
