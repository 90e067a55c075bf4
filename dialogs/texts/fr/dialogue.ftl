# The conversation with an employer. Buttons are attributes of their question.
notice = Bonjour, ici { $signature }. Vos informations servent seulement à organiser des stages ; responsable : { $controller }. « Mes données » les montre, « effacer mes données » demande leur retrait. Telegram est un service privé ; par courriel : { $mail }.
hello = Bonjour ! Dites-moi en une phrase ce que vous proposez, par exemple : « 1 élève de 3e du 7 au 11 décembre, boulangerie Ti Jour, Saint-Leu ». Vous pouvez aussi poser une question ou demander à parler à une personne.
    .offer = Proposer une place
hello-mail = Dites-moi en une phrase ce que vous proposez, par exemple : « 1 élève de 3e du 7 au 11 décembre, boulangerie Ti Jour, Saint-Leu ». Vous pouvez aussi poser une question ou demander à parler à une personne.
welcome = Avec plaisir. Je reste là si besoin.
help = Écrivez comme vous parlez : une offre de stage ou de contrat d’apprentissage, une question, un changement. À tout moment : « corriger », « retour », « annuler », « mes offres », « rappels », « parler à quelqu’un », « stop ». Ici ou par courriel, c’est la même conversation.
    .offers = Mes offres
    .reminders = Mes rappels
    .languages = Langue
    .data = Mes données
    .person = Parler à quelqu’un
language-changed = Entendu, nous continuons en français.
stale = Ce bouton concernait une question déjà réglée : rien n’a changé.
cancelled = C’est annulé, rien n’est enregistré. Quand vous voudrez, une phrase suffira pour recommencer.
nothing-to-cancel = Il n’y a rien en cours à annuler. Pour retirer une offre déjà déposée, écrivez « retirer » et sa référence ; « mes offres » les montre.
nothing-under-way = Rien n’est en cours. Dites-moi ce que vous proposez, une phrase suffit.
later = Entendu. Tout est gardé : écrivez « reprendre » quand vous voudrez.
not-understood = Je n’ai pas compris ce dernier message.
not-understood-idle = Je n’ai pas compris. Je m’occupe des offres de stage et d’apprentissage : dites-moi ce que vous proposez, ou « parler à quelqu’un ».
lost-idle = Je ne comprends pas, pardon. Écrivez « parler à quelqu’un » et une personne du pôle vous répondra.
trouble = Pardon, une panne de mon côté m’empêche de répondre à ce message. Il est gardé et une personne le verra ; le reste de la conversation n’est pas perdu.
understood = { $count ->
    [1] J’ai compris : { $offers }.
   *[other] J’ai compris : { $offers }
}
noted = Entendu.
about = Pour « { $offer } » :
ask-kind = Est-ce un stage d’observation (collège, 2de), un stage de lycée professionnel (CAP, bac pro), un stage de BTS, ou un contrat d’apprentissage ?
    .observation = Observation
    .pfmp = Lycée pro
    .sts = BTS
    .apprenticeship = Apprentissage
ask-kind-again = Pour quel public, selon vous ? Un élève de 3e ou de 2de qui observe une à deux semaines, un élève de CAP ou de bac pro qui apprend le métier, un étudiant de BTS, ou un apprenti sous contrat ? « Je ne sais pas » convient aussi : une personne vous conseillera.
    .observation = Observation
    .pfmp = Lycée pro
    .sts = BTS
    .apprenticeship = Apprentissage
ask-programme = Pour quel métier, ou quelle formation ? Par exemple « CAP cuisine », « bac pro commerce » ou simplement « la vente ».
ask-programme-again = Quel travail ferait le jeune chez vous ? Le nom du métier suffit : cuisine, vente, mécanique, secrétariat…
ask-programme-which = « { $said } » peut désigner plusieurs formations. Laquelle convient ?
ask-programme-unknown = Je ne connais pas « { $said } ». Quel est le métier, en un mot ?
ask-seats = Combien de jeunes pouvez-vous accueillir ?
    .one = 1
    .two = 2
    .three = 3
ask-seats-again = Combien de places, en chiffres ? 1 suffit tout à fait.
    .one = 1
    .two = 2
    .three = 3
ask-periods = À quelles dates ? Par exemple « du 1er au 19 février », « 3 semaines en mars », ou « dates à convenir ».
    .months = Choisir un mois
    .flexible = Dates à convenir
ask-periods-again = Je n’ai pas saisi les dates. Un mois suffit (« en mars »), ou « dates à convenir ».
    .months = Choisir un mois
    .flexible = Dates à convenir
ask-periods-unknown = La date « { $said } » n’existe pas au calendrier. Quelles dates vous conviennent ?
pick-month = Quel mois vous arrange ? Touchez-le, ou écrivez vos dates.
    .flexible = Dates à convenir
pick-week = Quelle semaine, en { $month } ? Touchez-la, ou écrivez vos dates. Les semaines de vacances n’y sont pas.
    .months = Autre mois
    .flexible = Dates à convenir
pick-length = À partir du { $day }, pour combien de temps ?
    .months = Autre mois
progress = Question { $number } sur { $total }.
ask-place = Dans quelle commune le jeune travaillerait-il ?
    .ask_place = Envoyer ma position
ask-place-again = Quelle est la commune, ou le code postal ?
    .ask_place = Envoyer ma position
ask-place-which = « { $said } » se trouve dans plusieurs communes. Laquelle ?
ask-place-unknown = Je ne trouve pas « { $said } ». Quelle est la commune, ou le code postal ?
ask-organisation = Quel est le nom de votre entreprise ou de votre organisation ?
ask-organisation-again = Sous quel nom les établissements vous connaissent-ils ? L’enseigne suffit.
ask-organisation-and-person = Comment s’appelle votre entreprise, et qui peut-on appeler ?
ask-contact = À quel nom et à quel numéro peut-on vous appeler ?
    .ask_phone = Envoyer mon numéro
    .write_here = Écrivez-moi plutôt ici
ask-contact-number = Merci, { $name }. À quel numéro peut-on vous appeler, et à partir de quelle heure ?
    .ask_phone = Envoyer mon numéro
    .write_here = Écrivez-moi plutôt ici
ask-contact-again = Il me faut un moyen de vous joindre : un numéro de téléphone ou une adresse électronique.
    .ask_phone = Envoyer mon numéro
    .write_here = Écrivez-moi plutôt ici
ask-contact-to-call = Bien sûr. À quel nom et à quel numéro peut-on vous rappeler ?
ask-discrimination = La loi ne permet pas de choisir un stagiaire selon ce critère : { $criteria }. Je l’enregistre sans cette condition, d’accord ? Si elle tient à une contrainte (sécurité, horaires, transport), dites-la-moi.
    .yes = D’accord, sans elle
    .no = Non
criterion-kept-out = Merci, la condition est laissée de côté.
criterion-to-check = Je transmets au coordinateur, qui vous appellera avant toute publication.
by-this-chat = par cette conversation
confirm = { $count ->
    [1] { $organisation } : { $offers }. Contact : { $contact }. C’est bien cela ?
   *[other] { $organisation } : { $offers }
    Contact : { $contact }. C’est bien cela ?
}
    .yes = Oui
    .fix = Corriger
    .cancel = Annuler
what-to-correct = Que faut-il changer ? Dites-le comme vous voulez : « 3 places », « plutôt en mars », « au Tampon ».
    .seats = Les places
    .periods = Les dates
    .place = Le lieu
    .organisation = L’entreprise
    .contact = Le contact
lost = Je ne comprends pas bien, pardon. Voulez-vous qu’une personne du pôle reprenne avec vous ? Rien de ce que vous avez écrit n’est perdu.
    .human = Oui, une personne
    .cancel = Annuler
answer = { $answer }
to-be-verified = (À vérifier avec le coordinateur.)
candidate = Ici, ce sont les entreprises qui proposent des places. Pour trouver un stage, parlez-en à votre professeur principal ou au lycée : l’établissement peut demander une place au pôle de stages pour vous. Bon courage !
refusal = C’est noté, merci de nous l’avoir dit. Si cela change, une phrase ici suffira.
my-data = Voici ce que je garde : nom { $name } ; téléphone { $phone } ; courriel { $email }{ $elsewhere ->
    [none] {""}
   *[other] {" "}; relié à { $elsewhere }
} ; organisation { $organisation } ; offres déposées : { $offers }. « Effacer mes données » demande leur retrait.
    .erase = Effacer mes données
    .link = Relier Telegram et mail
    .unlink = Délier Telegram et mail
ask-language = Dans quelle langue voulez-vous continuer ? / Which language would you like?
    .french = Français
    .english = English
reminders = Voici quand je vous écrirai :
    { $reminders }
    Pour un autre jour, écrivez par exemple « rappel { $reference } le 15 janvier ». « Stop » arrête tous mes messages.
    .change = Changer le jour
    .stop_reminders = Tout arrêter
reminder-line = { $kind ->
    [news] { $day } : des nouvelles de { $reference }, { $offer }.
   *[still-valid] { $day } : pour savoir si { $reference } tient toujours, { $offer }.
}
reminders-none = Aucun rappel n’est prévu : vous n’avez pas d’offre ouverte. Une phrase suffit pour en proposer une.
reminders-stopped = Vous m’avez demandé de ne plus vous écrire : aucun rappel ne partira. « Reprendre » les remet.
    .resume_reminders = Reprendre
ask-reminder-day = Quel jour voulez-vous que je vous écrive ? { $offer }.
    .week = Dans une semaine
    .fortnight = Dans deux semaines
    .month = Dans un mois
ask-reminder-day-again = Je peux vous écrire à partir de demain, et au plus tard le premier jour du stage. Quel jour vous convient ? { $offer }.
    .week = Dans une semaine
    .fortnight = Dans deux semaines
    .month = Dans un mois
reminder-moved = C’est noté : je vous écris { $day }. { $offer }.
NoReminder = Aucun rappel n’est prévu pour { $reference }.
ReminderOutside = Je peux vous écrire à partir de demain, et au plus tard le premier jour du stage. Quel jour vous convient pour { $reference } ?
