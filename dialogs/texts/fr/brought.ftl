# Offers that a coordinator or a school brings for an employer.
brought-subject = { $employer ->
    [none] Une offre à classer
   *[other] Une offre à classer : { $employer }
}
brought-recap = Voici ce que je classerais { $employer ->
    [none] , pour une entreprise dont je n’ai pas le nom
   *[other] pour { $employer }
}{ $contact ->
    [none] {""}
   *[other] {" "}(à appeler : { $contact })
} :
brought-lacking = { $what ->
    [employer] le nom de l’entreprise
    [trade] le métier ou le niveau
    [place] la commune
    [dates] les dates
   *[contact] le téléphone ou le courriel de la personne à joindre
}
brought-lacks = Il manque : { $what }.
brought-how = Répondez « oui » pour l’enregistrer, « non » pour l’oublier, ou complétez et corrigez en une phrase.
brought-complete = Complétez en une phrase, et je vous le relis ; « non » l’oublie.
brought-filed = { $count ->
    [1] C’est enregistré pour { $employer }
   *[other] Ce sont { $count } offres enregistrées pour { $employer }
}{ $status ->
    [available] , et proposé aux établissements.
    [outside] , hors du territoire : la mission académique regarde.
   *[other] ; à vérifier au prochain point.
}
brought-told = Dans 30 minutes, l’entreprise reçoit une lettre qui dit d’où je tiens son adresse et comment refuser. D’ici là, « annuler » défait tout.
brought-untold = Je n’ai pas d’adresse à qui écrire : l’entreprise ne recevra rien de moi. « Annuler » défait pendant 30 minutes.
brought-dropped = Entendu, rien n’est enregistré.
brought-undone = Annulé : rien n’est enregistré, et l’entreprise n’en a rien su.
brought-settled = Cette offre est déjà traitée. Pour la changer, répondez à un point du jour, ou demandez « offres » suivi de son nom.
brought-unread = Je n’arrive plus à lire une offre dans tout cela. Écrivez-la en une phrase : entreprise, métier, places, dates, commune, téléphone.
notice-brought = { $bearer } m’a transmis votre proposition pour nos élèves, merci ! Elle est enregistrée ainsi :

    { $offers }

    Un mot suffit pour la changer ou la retirer. C’est de { $bearer } que je tiens votre adresse ; elle sert seulement à organiser des stages (responsable : { $controller }, { $dpo }). « Stop » arrête mes messages, « effacer mes données » demande leur retrait.
