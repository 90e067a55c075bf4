# How an offer is told: used in summaries, receipts, lists and digests.
or = or
and = and
reference-offer = { $reference }: { $offer }
pupil-programme = { $seats ->
    [0] pupils of { $programme }
    [1] 1 pupil of { $programme }
   *[other] { $seats } pupils of { $programme }
}
bts-programme = { $seats ->
    [0] students of { $programme }
    [1] 1 student of { $programme }
   *[other] { $seats } students of { $programme }
}
apprentices-programme = { $seats ->
    [0] apprenticeship, { $programme }
    [1] 1 apprenticeship, { $programme }
   *[other] { $seats } apprenticeships, { $programme }
}
pupils = { $seats ->
    [0] pupils
    [1] 1 pupil
   *[other] { $seats } pupils
}
pupils-observing = { $seats ->
    [0] pupils for an observation week
    [1] 1 pupil for an observation week
   *[other] { $seats } pupils for an observation week
}
pupils-level = { $seats ->
    [0] pupils of { $level }
    [1] 1 pupil of { $level }
   *[other] { $seats } pupils of { $level }
}
apprentices = { $seats ->
    [0] apprenticeship
    [1] 1 apprenticeship
   *[other] { $seats } apprenticeships
}
apprentices-level = { $seats ->
    [0] apprenticeship, { $level }
    [1] 1 apprenticeship, { $level }
   *[other] { $seats } apprenticeships, { $level }
}
level-troisieme = 3e (lower secondary, age 14)
level-segpa = Segpa
level-prepa_metiers = 3e prépa-métiers
level-seconde = 2de (upper secondary, age 15)
level-cap = CAP
level-bac_pro = bac pro
level-bts = BTS
level-cs = certificat de spécialisation
level-bp = brevet professionnel
level-bma = BMA
level-but = BUT
starting = from { $day } on
weeks = { $weeks ->
    [1] 1 week
   *[other] { $weeks } weeks
}
flexible = dates to be agreed
field-administration = administration
field-aeronautique = aeronautics
field-agriculture = agriculture
field-alimentation = food
field-animation = youth and sport
field-arts = arts
field-automobile = cars
field-batiment = building
field-beaute = beauty
field-bois = wood
field-commerce = retail
field-communication = communication
field-electricite = electricity
field-energie = energy
field-finance = finance
field-hotellerie = hotels
field-industrie = industry
field-informatique = IT
field-laboratoire = laboratory
field-logistique = logistics
field-maritime = sea trades
field-metal = metal
field-mode = fashion
field-nettoyage = cleaning
field-restauration = restaurants
field-securite = security
field-soin = care
field-transport = transport
status-draft = being prepared
status-to_check = being checked
status-available = open to schools
status-paused = paused
status-to_reconfirm = to be confirmed again
status-filled = filled
status-withdrawn = withdrawn
status-expired = over
status-rejected = not kept
status-duplicate = a duplicate
check-criterion = a condition that the law does not allow
check-outside = the place is outside the académie
check-place = the place is not clear
check-programme = the programme is not clear
check-twin = a similar offer was made before
check-seats = the number of places is high
check-pole = as every offer here
check-new_organisation = it is your organisation’s first offer
criterion-origin = origin
criterion-sex = sex
criterion-family_situation = family situation
criterion-pregnancy = pregnancy
criterion-appearance = physical appearance
criterion-economic_vulnerability = economic situation
criterion-surname = surname
criterion-residence = place of residence
criterion-health = health
criterion-loss_of_autonomy = loss of autonomy
criterion-disability = disability
criterion-genetic = genetic features
criterion-morals = way of life
criterion-orientation = sexual orientation
criterion-gender_identity = gender identity
criterion-age = age
criterion-politics = political opinions
criterion-union = union activity
criterion-nationality_ethnicity = nationality or ethnicity
criterion-religion = religion
criterion-language = language
criterion-bank = bank address
criterion-elected_office = elected office
criterion-whistleblower = being a whistleblower
