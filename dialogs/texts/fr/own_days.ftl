# What coordinators say of their own days.
own-absent = Absence notée, { $absence }. Pendant ce temps, vos points et vos questions vont à { $people }.
own-absent-end = « De retour » y met fin plus tôt.
own-weekday = le { $day }
own-from = à partir du { $day }
own-back = C’est noté : vous êtes de retour, et vos points reprennent.
own-digest = C’est noté : votre point arrive { $days ->
    [none] chaque jour ouvré
   *[other] { $days }
} à { $time }. Ce qui est urgent vient toujours aussitôt.
