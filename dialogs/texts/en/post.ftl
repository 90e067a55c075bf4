# Letters that get a special answer, or none: too many, unreadable, files that came along, addresses that failed.
last-answer = So as not to write to you without end, I stop here for now. If you answer again today about this, { $person } will read it.
opened-overflow = Passed to { $person }.
digest-matter-overflow = { $organisation } has written more letters than the assistant answers: the rest awaits a person. “{ $words }”
digest-matter-unreachable-lost = { $organisation } can no longer be reached by { $channel }: a call might be enough. What could not be delivered: “{ $words }”
colleague-unreachable-subject = Address to check: { $name }
colleague-unreachable = My letter to { $name } ({ $address }) came back: { $reason }. Their daily digests no longer arrive. Could you check this address, and tell them?
stopped-by-link = Done: you will get no more messages of mine. The coordinator still knows your offers. If this was a mistake, answer “resume”; and if you write to me, I will answer.
started = Understood: you will have news of your offers again.
stop-coordinator = These digests are part of following your pôle’s offers: I cannot stop them by this link. To be replaced, or to get them no more, speak to { $person }.
