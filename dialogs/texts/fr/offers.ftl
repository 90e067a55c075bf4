# How an offer is told: used in summaries, receipts, lists and digests.
or = ou
and = et
reference-offer = { $reference } : { $offer }
pupil-programme = { $seats ->
    [0] élèves de { $programme }
    [1] 1 élève de { $programme }
   *[other] { $seats } élèves de { $programme }
}
bts-programme = { $seats ->
    [0] étudiantes ou étudiants de { $programme }
    [1] 1 étudiante ou étudiant de { $programme }
   *[other] { $seats } étudiantes ou étudiants de { $programme }
}
apprentices-programme = { $seats ->
    [0] contrats d’apprentissage, { $programme }
    [1] 1 contrat d’apprentissage, { $programme }
   *[other] { $seats } contrats d’apprentissage, { $programme }
}
pupils = { $seats ->
    [0] des élèves
    [1] 1 élève
   *[other] { $seats } élèves
}
pupils-observing = { $seats ->
    [0] des élèves en stage d’observation
    [1] 1 élève en stage d’observation
   *[other] { $seats } élèves en stage d’observation
}
pupils-level = { $seats ->
    [0] élèves de { $level }
    [1] 1 élève de { $level }
   *[other] { $seats } élèves de { $level }
}
apprentices = { $seats ->
    [0] contrat d’apprentissage
    [1] 1 contrat d’apprentissage
   *[other] { $seats } contrats d’apprentissage
}
apprentices-level = { $seats ->
    [0] contrat d’apprentissage, { $level }
    [1] 1 contrat d’apprentissage, { $level }
   *[other] { $seats } contrats d’apprentissage, { $level }
}
level-troisieme = 3e
level-segpa = Segpa
level-prepa_metiers = 3e prépa-métiers
level-seconde = 2de
level-cap = CAP
level-bac_pro = bac pro
level-bts = BTS
level-cs = certificat de spécialisation
level-bp = brevet professionnel
level-bma = BMA
level-but = BUT
starting = à partir du { $day }
weeks = { $weeks ->
    [1] 1 semaine
   *[other] { $weeks } semaines
}
flexible = dates à convenir
field-administration = administration
field-aeronautique = aéronautique
field-agriculture = agriculture
field-alimentation = alimentation
field-animation = animation
field-arts = arts
field-automobile = automobile
field-batiment = bâtiment
field-beaute = beauté
field-bois = bois
field-commerce = commerce
field-communication = communication
field-electricite = électricité
field-energie = énergie
field-finance = finance
field-hotellerie = hôtellerie
field-industrie = industrie
field-informatique = informatique
field-laboratoire = laboratoire
field-logistique = logistique
field-maritime = métiers de la mer
field-metal = métal
field-mode = mode
field-nettoyage = propreté
field-restauration = restauration
field-securite = sécurité
field-soin = soin
field-transport = transport
status-draft = en préparation
status-to_check = en cours de vérification
status-available = proposée aux établissements
status-paused = en pause
status-to_reconfirm = à reconfirmer
status-filled = pourvue
status-withdrawn = retirée
status-expired = terminée
status-rejected = non retenue
status-duplicate = en double
check-criterion = une condition que la loi ne permet pas
check-outside = le lieu est hors de l’académie
check-place = le lieu est à préciser
check-programme = la formation est à préciser
check-twin = une offre semblable a déjà été déposée
check-seats = le nombre de places est élevé
check-pole = comme chaque offre
check-new_organisation = c’est une première pour votre organisation
criterion-origin = l’origine
criterion-sex = le sexe
criterion-family_situation = la situation de famille
criterion-pregnancy = la grossesse
criterion-appearance = l’apparence physique
criterion-economic_vulnerability = la situation économique
criterion-surname = le nom de famille
criterion-residence = le lieu de résidence
criterion-health = l’état de santé
criterion-loss_of_autonomy = la perte d’autonomie
criterion-disability = le handicap
criterion-genetic = les caractéristiques génétiques
criterion-morals = les mœurs
criterion-orientation = l’orientation sexuelle
criterion-gender_identity = l’identité de genre
criterion-age = l’âge
criterion-politics = les opinions politiques
criterion-union = l’activité syndicale
criterion-nationality_ethnicity = la nationalité ou l’appartenance, vraie ou supposée, à une ethnie
criterion-religion = la religion
criterion-language = la langue
criterion-bank = la domiciliation bancaire
criterion-elected_office = un mandat électif
criterion-whistleblower = la qualité de lanceur d’alerte
