# What Telegram shows before anybody has written: the menu behind « / », and who this is.
menu-offres = See my offers and how they stand
menu-rappels = See, change or stop my reminders
menu-annuler = Cancel what is under way
menu-langue = French or English
menu-relier = Be known on Telegram and by e-mail
menu-mesdonnees = See what you keep about me
menu-aide = How it works
menu-stop = No more messages
front-about = Offer a placement or an apprenticeship in one sentence. Automatic assistant of the pôles de stages.
front-before = Can you take a young person for a placement or an apprenticeship? Write it here as you would say it, for example: “1 pupil of 3e from 7 to 11 December, Ti Jour bakery, Saint-Leu”. I ask what is missing, file your offer and keep you informed. It is free. A person of the pôle takes over whenever you like. This is { $signature }.
