# Letters that get a special answer, or none: too many, unreadable, files that came along, addresses that failed.
last-answer = Pour ne pas vous écrire sans fin, je m’arrête ici pour le moment. Si vous répondez encore aujourd’hui sur ce sujet, c’est { $person } qui vous lira.
opened-overflow = C’est transmis à { $person }.
digest-matter-overflow = { $organisation } a écrit plus de lettres que l’assistant n’en répond : la suite attend une personne. « { $words } »
