# What coordinators say of their own days.
own-absent = Absence noted, { $absence }. Meanwhile your digests and your questions go to { $people }.
own-absent-end = “De retour” ends it earlier.
own-weekday = on { $day }
own-from = from { $day }
own-back = Noted: you are back, and your digests come again.
own-digest = Noted: your digest comes { $days ->
    [none] every working day
   *[other] { $days }
} at { $time }. What is urgent still comes at once.
