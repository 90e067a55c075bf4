"""The words with which mailers introduce the letter they quote, French and English first: a table, to grow as mailers are met."""

# Labels of quoted headers (« De : … Envoyé : … »), each for what it stands for.
LABELS = {
    "from": "de|from|exp[ée]diteur|von|da|van|fra|från|od|от",
    "sent": "envoy[ée](?:\\s(?:le|à|par))?|date(?:\\sd[’']envoi)?|sent|le|gesendet|datum|enviado(?:\\sel)?|fecha|data|inviato"
    "|verzonden|sendt|skickat|отправлено|дата",
    "to": "à|a|to|pour|destinataires?|an|para|per|aan|til|till|do|кому",
    "subject": "objet|sujet|subject|betreff|asunto|oggetto|assunto|onderwerp|emne|ämne|temat|тема",
    "copy": "cc|cci|bcc|copie(?:\\s[àa])?|importance|priorit[ée]|pi[èe]ces?\\sjointes?|attachments?|r[ée]pondre(?:\\s[àa])?"
    "|reply-to|organisation",
}
# « ----- Message d'origine ----- » and the like, between dashes.
ORIGINAL = (
    "(?:message|mail|m[ée]l|courriel|courrier|e-mail|rendez-vous|r[ée]union)\\s(?:d[’']origine|original|initial)"
    "|(?:original|reply)\\s(?:message|e-?mail|appointment)"
    "|(?:urspr[uü]ngliche|antwort)\\snachricht|mensaje\\soriginal|messaggio\\soriginale|mensagem\\soriginal"
    "|oorspronkelijk\\sbericht|oprindelig\\s(?:meddelelse|besked)|ursprungligt\\smeddelande|исходное\\sсообщение"
)
FORWARDED = (
    "(?:message|mail|m[ée]l|courriel|courrier|e-mail)\\s(?:transf[ée]r[ée]|transmis|r[ée]exp[ée]di[ée]|r[ée]achemin[ée]|forwarded)"
    "(?:\\s(?:de|par)\\s.{1,200}?)?"
    "|forwarded\\s(?:message|e-?mail)(?:\\sfrom\\s.{1,200}?)?|(?:transf[ée]r[ée]|r[ée]achemin[ée]|forwarded)\\s(?:par|by)\\s.{3,200}?"
    "|weitergeleitete\\snachricht|mensaje\\sreenviado|messaggio\\sinoltrato|mensagem\\sencaminhada|doorgestuurd\\sbericht"
)
# Announced without dashes, or by ourselves.
ANNOUNCED = "(?:d[ée]but\\sdu\\smessage\\s(?:r[ée]exp[ée]di[ée]|transf[ée]r[ée])|begin\\sforwarded\\smessage)\\s{0,3}:"
MARKER = "-{0,60}\\s{0,3}(?:r[ée]pondez\\sau-dessus\\sde\\scette\\sligne|please\\sreply\\sabove\\sthis\\sline)\\s{0,3}-{0,60}"
# « Le … a écrit : »: the word that opens it, and its verb.
OPENERS = "le|on|am|el|il|em|op|den|på|pe|w\\sdniu|dnia|vào"
VERBS = (
    "(?:a|à)\\s{1,3}[ée]crit|wrote|sent|schrieb|escribi[óo]|ha\\sscritto|escreveu|schreef|skrev|napisał(?:\\(a\\))?|pisze"
    "|het\\svolgende\\sgeschreven|написала?|đã\\sviết"
)
QUOTING = "quoting|selon|citation\\sde|citando|en\\sr[ée]ponse\\s[àa]"
DAYS = "lun|mar|mer|jeu|ven|sam|dim|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|mon|tue|wed|thu|fri|sat|sun"
# A quoted form that is to be filled in where it stands.
FILL_IN = (
    "compl[ée]t(?:ez|er|ant)|rempli(?:r|ssez|ssant)|renseign(?:ez|er|ant)|recopi(?:ez|er|ant)|fill\\sin|complete\\sthe"
    "|(?:[àa]\\sla\\ssuite|au\\sbout|en\\sface|apr[èe]s|sous)\\s(?:de\\s)?chaque|sur\\schaque\\sligne|ligne\\spar\\sligne|les\\slignes\\s(?:suivantes|ci-dessous)"
)
