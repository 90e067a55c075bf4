# Answers to what is not words: pictures, voices, files, cards, places, corrections, groups.
media = I only read words. Write me the essentials in one sentence: whom you can take, when and where.
media-voice = I cannot listen to voice messages. Your keyboard’s microphone writes for you: touch it, speak, and send what it wrote.
media-picture = I cannot look at pictures, not even a clear poster. Write me the essentials in one sentence; your keyboard’s microphone can write for you.
media-file = I open no files here. Send it by e-mail to { $mail }, a person will look at it; or tell me the essentials in one sentence.
media-smile = Thank you! Tell me in words as well, and I will see to it.
caption-read = I do not look at what you attached: I read your caption.
place-unknown = I know no commune of the académie at that spot. Write the name of the commune, or its postcode.
type-ask-phone = Touch the button on your phone, or simply write your number.
type-ask-place = Touch the button on your phone, or simply write the name of the commune.
card-of-another = This card is somebody else’s: I do not take it for yours. If they are the person to call, write their name and number.
ask-card = This card is { $name }’s, not yours. Shall this person be called about this offer?
    .yes = Yes
    .no = No
edit-noted = I saw your correction.
edit-same = I read your corrected message again: nothing changes.
edit-which = I saw your correction, but I no longer know which offer it concerns. Tell me what changes, with the reference: “my offers” shows them.
group = Hello! I only answer in private, to keep your details between us{ $link ->
    [none] .
   *[other] {""}: { $link }.
} I will not write in this group again.
offer-shown = { $reference }: { $offer } ({ $status }). Followed by { $person }. What would you like to do? Your own words are fine too.
    .still = Still valid
    .dates = Other dates
    .filled = I found someone
    .withdraw = Withdraw
    .offers = All my offers
offer-not-here = I cannot find offer { $reference } among those you made here. If you made it by e-mail, write from the same address to { $mail }: I answer there too.
poster-hello = Hello, thank you for following our poster! One sentence is enough: whom you can take, when and where. Or simply answer my questions.
poster-hello-pole = Hello, thank you for following the poster! This is the assistant, for { $pole }. One sentence is enough: whom you can take, when and where. Or simply answer my questions.
poster-words = Can you take a young person for a placement or an apprenticeship?
    One sentence is enough, on Telegram: { $link }
    Your { $pole }. It is free.
