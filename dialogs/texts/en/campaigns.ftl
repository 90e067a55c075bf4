# Campaigns: what a coordinator is proposed, what an employer is asked.
digest-heading-campaigns = WHAT I PROPOSE
digest-campaign = { $missing ->
    [1] 1 seat is missing
   *[other] { $missing } seats are missing
} ({ $kind }{ $family ->
    [none] {""}
   *[other] , { $family }
}). { $school } seeks for { $students ->
    [1] 1 pupil
   *[other] { $students } pupils
} ({ $programme }, { $period }). { $employers ->
    [1] One employer nearby agrees to be asked
   *[other] { $employers } employers nearby agree to be asked
}.
digest-campaigns-how = “{ $number } ok”: I write to them for you, once each. “{ $number } non”: I do not mention it again.
digest-subject-campaigns = { $count ->
    [1] A proposal { $place } ({ $day })
   *[other] { $count } proposals { $place } ({ $day })
}
digest-done-launched = { $count ->
    [1] All right: I write to this employer at { $time }.
   *[other] All right: I write to these { $count } employers at { $time }.
} Their answers become offers, which you will see here.
digest-done-declined = All right, I write to nobody.
OnlyYesOrNo = This is a proposal of mine: “{ $number } ok” or “{ $number } non”. Nothing was done.
CampaignDecided = { $state }. Nothing was done.
campaign-state = { $state ->
    [approved] This is decided already: I write to these employers
    [sent] These employers were asked already
    [declined] This is decided already: I write to nobody
   *[expired] This proposal is too old
}
campaign-subject = A class near you is looking
campaign-ask = You had agreed that I write to you when a class is looking. { $school } seeks seats for { $students ->
    [1] 1 pupil
   *[other] { $students } pupils
} { $programme ->
    [none] in work observation
   *[other] of { $programme }
}, { $period }. Could you take some?

    “Oui 2” for two seats, “non” when it is not the moment: a word is enough. “Ne me sollicitez plus” ends these requests.
campaign-declined = Noted, thank you for answering! Another time, perhaps.
asks-welcome = Thank you! I shall write when a class of your trade is looking near you, rarely. “Ne me sollicitez plus” ends these requests at any time.
asks-unwelcome = Noted: no more requests from me. The news of your offers go on.
