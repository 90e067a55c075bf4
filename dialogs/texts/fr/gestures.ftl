# Answers to what is not words: pictures, voices, files, cards, places, corrections, groups.
media = Je ne lis que les mots. Écrivez-moi l’essentiel en une phrase : qui vous pouvez accueillir, quand et où.
media-voice = Je ne sais pas écouter les messages vocaux. Le micro de votre clavier écrit à votre place : touchez-le, parlez, et envoyez ce qu’il a écrit.
media-picture = Je ne sais pas regarder les images, même une affiche bien lisible. Écrivez-moi l’essentiel en une phrase ; le micro de votre clavier peut écrire à votre place.
media-file = Je n’ouvre pas de fichier ici. Envoyez-le par courriel à { $mail }, une personne le regardera ; ou dites-moi l’essentiel en une phrase.
media-smile = Merci ! Dites-le-moi aussi en mots, et je m’en occupe.
caption-read = Je ne regarde pas ce que vous avez joint : je lis votre légende.
place-unknown = Je ne reconnais pas de commune de l’académie à cet endroit. Écrivez le nom de la commune, ou son code postal.
type-ask-phone = Touchez le bouton sur votre téléphone, ou écrivez simplement votre numéro.
type-ask-place = Touchez le bouton sur votre téléphone, ou écrivez simplement le nom de la commune.
card-of-another = Cette carte est celle d’une autre personne : je ne la prends pas pour la vôtre. Si c’est elle qu’il faut appeler, écrivez son nom et son numéro.
ask-card = Cette carte est celle de { $name }, pas la vôtre. Faut-il appeler cette personne pour cette offre ?
    .yes = Oui
    .no = Non
edit-noted = J’ai vu votre correction.
edit-same = J’ai relu votre message corrigé : rien ne change.
edit-which = J’ai vu votre correction, mais je ne sais plus quelle offre elle touche. Dites-moi ce qui change, avec la référence : « mes offres » les montre.
group = Bonjour ! Je ne réponds qu’en privé, pour garder vos coordonnées entre nous{ $link ->
    [none] .
   *[other] {""} : { $link }.
} Je n’écrirai plus dans ce groupe.
offer-shown = { $reference } : { $offer } ({ $status }). Suivie par { $person }. Que voulez-vous faire ? Vos mots conviennent aussi.
    .still = Toujours valable
    .dates = Autres dates
    .filled = J’ai trouvé
    .withdraw = Retirer
    .offers = Toutes mes offres
offer-not-here = Je ne trouve pas l’offre { $reference } parmi celles que vous avez déposées ici. Si vous l’avez déposée par courriel, écrivez de la même adresse à { $mail } : j’y réponds aussi.
poster-hello = Bonjour, merci d’avoir suivi notre affiche ! Une phrase suffit : qui vous pouvez accueillir, quand et où. Ou répondez simplement à mes questions.
poster-hello-pole = Bonjour, merci d’avoir suivi l’affiche ! Ici l’assistant, pour le { $pole }. Une phrase suffit : qui vous pouvez accueillir, quand et où. Ou répondez simplement à mes questions.
poster-words = Vous pouvez accueillir un jeune en stage ou en apprentissage ?
    Une phrase suffit, sur Telegram : { $link }
    Votre { $pole }. C’est gratuit.
