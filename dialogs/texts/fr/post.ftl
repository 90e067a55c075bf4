# Letters that get a special answer, or none: too many, unreadable, files that came along, addresses that failed.
last-answer = Pour ne pas vous écrire sans fin, je m’arrête ici pour le moment. Si vous répondez encore aujourd’hui sur ce sujet, c’est { $person } qui vous lira.
opened-overflow = C’est transmis à { $person }.
digest-matter-overflow = { $organisation } a écrit plus de messages que l’assistant n’en traite : la suite attend une personne. « { $words } »
digest-words-between = [… { $count } { $count ->
    [one] mot
   *[other] mots
 } …]
digest-matter-unreachable-lost = { $organisation } n’est plus joignable par { $channel } : un appel suffirait peut-être. Ce qui n’a pas pu être remis : « { $words } »
colleague-unreachable-subject = Adresse à vérifier : { $name }
colleague-unreachable = Mon message à { $name } ({ $address }) est revenu : { $reason }. Ses points quotidiens ne lui arrivent plus. Pouvez-vous vérifier cette adresse, et prévenir cette personne ?
stopped-by-link = C’est fait : vous ne recevrez plus de message de ma part. Vos offres restent connues du coordinateur. Si c’était une erreur, répondez « reprendre » ; et si vous m’écrivez, je répondrai.
started = Entendu : vous aurez de nouveau des nouvelles de vos offres.
stop-coordinator = Ces points font partie du suivi des offres de votre pôle : je ne peux pas les arrêter par ce lien. Pour être remplacé, ou ne plus les recevoir, parlez-en à { $person }.
letter-empty = Votre message est bien arrivé, mais je n’y trouve pas un mot de vous. Quelques lignes suffisent, par exemple « oui » ou « deux places en mars ». Si vous aviez écrit quelque chose, { $person } regardera votre envoi.
letter-quotes = Votre réponse est bien arrivée, mais je n’y trouve que mon propre message. Pouvez-vous écrire vos mots au-dessus ? Si vous aviez répondu autrement, { $person } regardera votre envoi.
letter-picture = Votre message est bien arrivé avec son image, mais je ne lis pas les images : { $person } la regardera. Pour aller plus vite, répondez en quelques lignes de texte.
letter-sealed = Votre message est bien arrivé, mais il est chiffré et je ne peux pas l’ouvrir. Pouvez-vous le renvoyer sans chiffrement ? { $person } est au courant de votre envoi.
letter-refused = Votre message est bien arrivé, mais il est trop lourd ou abîmé et je ne peux pas le lire. Pouvez-vous le renvoyer en quelques lignes de texte simple, sans pièce jointe ? { $person } est au courant de votre envoi.
coordinator-unreadable = Votre message est bien arrivé, mais je ne peux pas le lire : rien n’a été fait. Pouvez-vous le renvoyer en quelques lignes de texte simple, ni chiffrées ni accompagnées de fichiers lourds ?
letter-of-nobody-subject = Une lettre sans expéditeur clair
letter-of-nobody = Une lettre est arrivée dont l’en-tête nomme plusieurs auteurs, ou aucun : je ne réponds à personne à l’aveugle et n’ai rien fait. Son objet : « { $subject } ». Elle est gardée sous le numéro { $number }. Si vous l’attendiez, la personne qui l’a envoyée peut la renvoyer depuis une seule adresse.
letter-why = { $why ->
    [sealed] un message chiffré
    [picture] une image sans texte
    [quotes] une réponse sans un mot de plus
    [empty] un message sans texte
   *[refused] un message trop lourd ou abîmé
} (objet : « { $subject } »).
letter-files = Fichiers : { $names }.
opened-letter = C’est transmis à { $person }.
digest-matter-letter = { $organisation } a écrit, et l’assistant n’a pas pu lire : { $words }
file-kept-table = { $count ->
    [1] J’ai bien reçu votre tableau { $names } : { $person } le regardera. Je ne l’ai pas ouvert, et rien n’en est encore enregistré.
   *[other] J’ai bien reçu vos fichiers { $names } : { $person } les regardera. Je ne les ai pas ouverts, et rien n’en est encore enregistré.
}
file-kept = { $count ->
    [1] J’ai bien reçu votre fichier { $names } : { $person } le regardera. Je ne l’ai pas ouvert ; ce qui compte, dites-le-moi aussi en quelques mots.
   *[other] J’ai bien reçu vos fichiers { $names } : { $person } les regardera. Je ne les ai pas ouverts ; ce qui compte, dites-le-moi aussi en quelques mots.
}
file-kept-own = { $count ->
    [1] Votre fichier { $names } est gardé. Je ne l’ai pas ouvert, et rien n’en est encore enregistré.
   *[other] Vos fichiers { $names } sont gardés. Je ne les ai pas ouverts, et rien n’en est encore enregistré.
}
file-refused = Je n’ai pas pu garder { $names } : { $why ->
    [size] le fichier dépasse la taille que je peux prendre (10 Mo).
    [empty] le fichier est vide.
    [program] c’est un programme, et je n’en prends aucun.
   *[type] je ne prends pas ce type de fichier. Un tableau (CSV, Excel, LibreOffice) ou un PDF convient.
}
file-line = le fichier « { $name } » ({ $size })
file-size = { $kilo } ko
opened-file = C’est transmis à { $person }.
digest-matter-file = { $organisation } a envoyé, à regarder : { $words }
digest-matter-challenge = Le filtre anti-spam de { $organisation } retient mon message tant qu’une personne n’y a pas cliqué, et je ne le fais pas : un appel suffirait peut-être. Ce qui n’a pas pu être remis : « { $words } »
