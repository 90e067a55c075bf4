# What Guichet tells an employer of its own accord, or for a coordinator. Buttons are attributes of their question.
notice-accepted = Bonne nouvelle : votre offre est acceptée et proposée aux établissements. { $offer }. Vous aurez de mes nouvelles au plus tard { $date }, même si personne n’a pris la place. À joindre au besoin : { $person }.
notice-rejected = Merci pour votre offre : { $offer }. Cette fois, le pôle ne peut pas la proposer aux établissements. { $person } peut vous en parler, et une autre offre sera la bienvenue.
notice-duplicate = Cette offre est { $twin ->
    [none] la même qu’une autre, déjà enregistrée
   *[other] la même que { $twin }, déjà enregistrée
} : je n’en garde qu’une. { $offer }. Si ce sont bien deux offres, dites-le à { $person }.
notice-answer = { $person } vous répond : « { $words } »
notice-answer-to = Vous aviez écrit : « { $asked } »
notice-question = { $person } a une question sur votre offre { $offer } : « { $words } » Répondez ici dans vos mots, ou directement à cette personne.
notice-question-general = { $person } a une question : « { $words } » Répondez ici dans vos mots, ou directement à cette personne.
notice-taken = { $seats ->
    [1] Une place est prise, merci ! { $offer }. Places encore ouvertes : { $left }. L’établissement vous appelle ; la convention se signe avant le premier jour. À joindre au besoin : { $person }.
   *[other] { $seats } places sont prises, merci ! { $offer }. Places encore ouvertes : { $left }. L’établissement vous appelle ; la convention se signe avant le premier jour. À joindre au besoin : { $person }.
}
notice-filled = Tout est pris, merci ! { $offer }. L’établissement vous appelle ; la convention se signe avant le premier jour. À joindre au besoin : { $person }.
notice-reopened = { $left ->
    [1] Votre offre est de nouveau proposée, pour 1 place : { $offer }. À joindre au besoin : { $person }.
   *[other] Votre offre est de nouveau proposée, pour { $left } places : { $offer }. À joindre au besoin : { $person }.
}
notice-until = Votre offre reste proposée jusqu’au { $date } : { $offer }. À joindre au besoin : { $person }.
notice-news-none = Des nouvelles de votre offre, comme promis. { $offer }. Personne n’a encore pris la place, et nous cherchons toujours. La laisser ouverte (il n’y a rien à faire), proposer d’autres dates, ou la retirer ? À joindre au besoin : { $person }.
    .keep = Laisser ouverte
    .dates = Autres dates
    .withdraw = Retirer
notice-news-some = { $left ->
    [1] Des nouvelles de votre offre, comme promis. { $offer }. Places prises : { $taken }, il en reste 1. La laisser ouverte (il n’y a rien à faire), proposer d’autres dates, ou la retirer ? À joindre au besoin : { $person }.
   *[other] Des nouvelles de votre offre, comme promis. { $offer }. Places prises : { $taken }, il en reste { $left }. La laisser ouverte (il n’y a rien à faire), proposer d’autres dates, ou la retirer ? À joindre au besoin : { $person }.
}
    .keep = Laisser ouverte
    .dates = Autres dates
    .withdraw = Retirer
notice-news-to-check = Des nouvelles de votre offre, comme promis. { $offer }. Elle est encore en cours de vérification, et je le rappelle aujourd’hui à { $person }. Vous pouvez aussi proposer d’autres dates, ou la retirer.
    .keep = Laisser ouverte
    .dates = Autres dates
    .withdraw = Retirer
notice-still = Votre offre est-elle toujours valable ? { $offer }. Répondez « oui », donnez d’autres dates, ou dites « retirer » ; « j’ai trouvé » convient aussi. À joindre au besoin : { $person }.
    .still = Oui, toujours
    .dates = Autres dates
    .filled = J’ai trouvé
    .withdraw = Retirer
notice-expired = Votre offre a pris fin : { $offer }. Cette fois, personne n’a pris la place. Merci de l’avoir ouverte ; une phrase ici suffira pour en proposer une autre, et « sollicitez-moi » pour que je vous écrive quand une classe de votre métier cherche. À joindre au besoin : { $person }.
notice-expired-some = Votre offre a pris fin : { $offer }. Places prises : { $taken }. Merci de votre accueil ; une phrase ici suffira pour en proposer une autre, et « sollicitez-moi » pour que je vous écrive quand une classe de votre métier cherche. À joindre au besoin : { $person }.
