# Campaigns: what a coordinator is proposed, what an employer is asked.
digest-heading-campaigns = CE QUE JE PROPOSE
digest-campaign = Il manque { $missing ->
    [1] 1 place
   *[other] { $missing } places
} ({ $kind }{ $family ->
    [none] {""}
   *[other] , { $family }
}). { $school } cherche pour { $students ->
    [1] 1 élève
   *[other] { $students } élèves
} ({ $programme }, { $period }). { $employers ->
    [1] Une entreprise proche accepte d’être sollicitée
   *[other] { $employers } entreprises proches acceptent d’être sollicitées
}.
digest-campaigns-how = « { $number } ok » : je leur écris pour vous, une fois chacune. « { $number } non » : je n’en parle plus.
digest-subject-campaigns = { $count ->
    [1] Une proposition { $place } ({ $day })
   *[other] { $count } propositions { $place } ({ $day })
}
digest-done-launched = { $count ->
    [1] Entendu : j’écris à cette entreprise à { $time }.
   *[other] Entendu : j’écris à ces { $count } entreprises à { $time }.
} Leurs réponses deviennent des offres, que vous verrez ici.
digest-done-declined = Entendu, je n’écris à personne.
OnlyYesOrNo = C’est une proposition de ma part : « { $number } ok » ou « { $number } non ». Rien n’a été fait.
CampaignDecided = { $state }. Rien n’a été fait.
campaign-state = { $state ->
    [approved] C’est déjà décidé : j’écris à ces entreprises
    [sent] Ces entreprises ont déjà été sollicitées
    [declined] C’est déjà décidé : je n’écris à personne
   *[expired] Cette proposition est trop ancienne
}
campaign-subject = Une classe cherche près de chez vous
campaign-ask = Vous aviez accepté que je vous écrive quand une classe cherche. { $school } cherche des places pour { $students ->
    [1] 1 élève
   *[other] { $students } élèves
} { $programme ->
    [none] en stage d’observation
   *[other] de { $programme }
}, { $period }. Pourriez-vous en accueillir ?

    « Oui 2 » pour deux places, « non » si ce n’est pas le moment : un mot suffit. « Ne me sollicitez plus » arrête ces demandes.
campaign-declined = C’est noté, merci de m’avoir répondu ! Une autre fois, peut-être.
asks-welcome = Merci ! Je vous écrirai quand une classe de votre métier cherche près de chez vous, rarement. « Ne me sollicitez plus » arrête ces demandes à tout moment.
asks-unwelcome = C’est noté : plus de demande de ma part. Les nouvelles de vos offres continuent.
