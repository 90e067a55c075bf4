# What Telegram shows before anybody has written: the menu behind « / », and who this is.
menu-offres = Voir mes offres et où elles en sont
menu-rappels = Voir, changer ou arrêter mes rappels
menu-annuler = Annuler ce qui est en cours
menu-langue = Français ou anglais
menu-relier = Être reconnu sur Telegram et par mail
menu-mesdonnees = Voir ce que vous gardez de moi
menu-aide = Comment ça marche
menu-stop = Ne plus recevoir de message
front-about = Proposez un stage ou un apprentissage en une phrase. Assistant automatique des pôles de stages.
front-before = Vous pouvez accueillir un jeune en stage ou en apprentissage ? Écrivez-le ici comme vous le diriez, par exemple : « 1 élève de 3e du 7 au 11 décembre, boulangerie Ti Jour, Saint-Leu ». Je pose les questions qui manquent, j’enregistre votre offre et je vous donne des nouvelles. C’est gratuit. Une personne du pôle prend le relais quand vous voulez. Ici { $signature }.
