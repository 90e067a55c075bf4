# Letters that get a special answer, or none: too many, unreadable, files that came along, addresses that failed.
last-answer = So as not to write to you without end, I stop here for now. If you answer again today about this, { $person } will read it.
opened-overflow = Passed to { $person }.
digest-matter-overflow = { $organisation } has written more messages than the assistant handles: the rest awaits a person. “{ $words }”
digest-words-between = [… { $count } { $count ->
    [one] word
   *[other] words
 } …]
digest-matter-unreachable-lost = { $organisation } can no longer be reached by { $channel }: a call might be enough. What could not be delivered: “{ $words }”
colleague-unreachable-subject = Address to check: { $name }
colleague-unreachable = My message to { $name } ({ $address }) came back: { $reason }. Their daily digests no longer arrive. Could you check this address, and tell them?
stopped-by-link = Done: you will get no more messages from me. The coordinator still knows your offers. If this was a mistake, answer “resume”; and if you write to me, I will answer.
started = Understood: you will have news of your offers again.
stop-coordinator = These digests are part of following your pôle’s offers: I cannot stop them by this link. To be replaced, or to stop receiving them, speak to { $person }.
letter-empty = Your message arrived, but I find no word of yours in it. A few lines are enough, for instance “yes” or “two places in March”. If you had written something, { $person } will look at it.
letter-quotes = Your answer arrived, but I find only my own message in it. Could you write your words above it? If you had answered otherwise, { $person } will look at it.
letter-picture = Your message arrived with its picture, but I do not read pictures: { $person } will look at it. To go faster, answer in a few lines of text.
letter-sealed = Your message arrived, but it is encrypted and I cannot open it. Could you send it again without encryption? { $person } knows that you wrote.
letter-refused = Your message arrived, but it is too large or damaged and I cannot read it. Could you send it again as a few lines of plain text, without attachments? { $person } knows that you wrote.
coordinator-unreadable = Your message arrived, but I cannot read it: nothing was done. Could you send it again as a few lines of plain text, neither encrypted nor with large files?
letter-of-nobody-subject = A letter without a clear sender
letter-of-nobody = A letter came whose header names several authors, or none: I answer nobody blindly and did nothing. Its subject: “{ $subject }”. It is kept under number { $number }. If you expected it, whoever sent it can send it again from one address.
letter-why = { $why ->
    [sealed] an encrypted message
    [picture] a picture without text
    [quotes] an answer without a new word
    [empty] a message without text
   *[refused] a message too large or damaged
} (subject: “{ $subject }”).
letter-files = Files: { $names }.
opened-letter = Passed to { $person }.
digest-matter-letter = { $organisation } wrote, and the assistant could not read: { $words }
file-kept-table = { $count ->
    [1] I have your table { $names }: { $person } will look at it. I have not opened it, and nothing in it is filed yet.
   *[other] I have your files { $names }: { $person } will look at them. I have not opened them, and nothing in them is filed yet.
}
file-kept = { $count ->
    [1] I have your file { $names }: { $person } will look at it. I have not opened it; please tell me what matters in a few words too.
   *[other] I have your files { $names }: { $person } will look at them. I have not opened them; please tell me what matters in a few words too.
}
file-kept-own = { $count ->
    [1] Your file { $names } is kept. I have not opened it, and nothing in it is filed yet.
   *[other] Your files { $names } are kept. I have not opened them, and nothing in them is filed yet.
}
file-refused = I could not keep { $names }: { $why ->
    [size] the file is larger than I can take (10 MB).
    [empty] the file is empty.
    [program] it is a program, and I take none.
   *[type] I do not take this type of file. A table (CSV, Excel, LibreOffice) or a PDF is fine.
}
file-line = the file “{ $name }” ({ $size })
file-size = { $kilo } kB
opened-file = Passed to { $person }.
digest-matter-file = { $organisation } sent, to be looked at: { $words }
digest-matter-challenge = The spam filter of { $organisation } holds my message back until a person has clicked there, which I do not do: a call might be enough. What could not be delivered: “{ $words }”
