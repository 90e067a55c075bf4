# One person, two channels: the chat and the mailbox made one, and parted again.
link-which = Écrivez « relier » suivi de votre adresse, par exemple « relier nom@exemple.fr » : j’y enverrai un code à taper ici. Ensuite vos offres et notre conversation se suivent des deux côtés.
link-sent = Un code part vers { $address }. Tapez-le ici dans la demi-heure ; s’il n’arrive pas, regardez dans les indésirables.
link-letter-subject = Votre code pour relier Telegram
link-letter = Voici le code demandé sur Telegram{ $name ->
    [none] {""}
   *[other] {" "}(« { $name } »)
} : { $code }

    Tapez-le là-bas dans la demi-heure{ $link ->
    [none] .
   *[other] {" "}ou suivez ce lien depuis votre téléphone : { $link }
}

    Vous n’avez rien demandé ? Ne faites rien : sans ce code, rien n’est relié.
link-code = Pour que je vous reconnaisse aussi sur Telegram, suivez ce lien depuis votre téléphone, dans la demi-heure : { $link }

    Ou tapez ce code dans notre conversation, là-bas : { $code }
link-done = C’est relié : { $address } et cette conversation ne font plus qu’un. Vos offres sont les mêmes des deux côtés, et ce qui est commencé ici peut se finir là-bas. « Délier » les sépare.
linked-letter-subject = Votre adresse est reliée à Telegram
linked-letter = Votre adresse est maintenant reliée à la conversation Telegram{ $name ->
    [none] {""}
   *[other] {" "}de « { $name } »
}. Je vous écris là où vous m’avez écrit en dernier ; « écrivez-moi par mail » ou « écrivez-moi sur Telegram » en décide autrement.

    Ce n’est pas vous ? Répondez « délier ».
link-already = { $address } est déjà reliée à cette conversation. « Délier » les sépare.
link-wrong = Ce code n’est pas le bon. Regardez le dernier message que je vous ai envoyé par mail, ou demandez un autre code : « relier » suivi de votre adresse.
link-old = Ce code a plus d’une demi-heure. Demandez-en un autre : « relier » suivi de votre adresse.
link-tired = Cela fait beaucoup d’essais. Attendez une heure, puis demandez un autre code : « relier » suivi de votre adresse.
link-enough = { $channel ->
    [email] J’ai déjà envoyé plusieurs codes aujourd’hui. Prenez le dernier reçu, ou réessayez demain.
   *[telegram] Plusieurs codes ont déjà été demandés aujourd’hui. Prenez le dernier reçu, écrivez-moi « relier » depuis votre boîte, ou réessayez demain.
}
link-no-mail = Je n’ai pas de boîte aux lettres ici : je ne réponds que sur Telegram.
link-no-chat = Je ne suis pas sur Telegram : je ne réponds que par mail.
link-not-this = Cette adresse est celle d’un pôle de stages. Donnez-moi la vôtre, par exemple « relier nom@exemple.fr ».
side = { $channel ->
    [telegram] la conversation Telegram
   *[email] { $address }
}
unlink-done = C’est délié : { $sides }. Vos offres restent ici.
unlink-none = Rien n’est relié : je ne vous connais que d’ici. « Relier » y remédie.
unlink-unproved = Je n’ai rien changé : votre messagerie ne me garantit pas votre adresse. Répondez « délier » à l’un de mes messages, ou écrivez-le sur Telegram.
unlinked-subject = Vos deux adresses sont séparées
unlinked = C’est délié, comme demandé depuis { $side } : les offres restent là-bas, et je ne vous connais plus ici. Vous pouvez m’écrire comme avant.
prefer-noted = { $channel ->
    [telegram] C’est noté : je vous écris d’abord sur Telegram. À vos messages, je réponds toujours là où vous écrivez.
   *[email] C’est noté : je vous écris d’abord par mail. À vos messages, je réponds toujours là où vous écrivez.
}
link-busy = Une offre est commencée des deux côtés. Finissez-en une ou annulez-la, puis tapez de nouveau le code : rien ne sera perdu.
