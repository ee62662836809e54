# The act of destruction of personal data
act-told =
    <b>A participant’s data have been deleted, act no. { $number }</b>
    { $when }. Ground: { $ground }.
    Save the act: the bot does not keep it, and it has to be kept for three years.
act-button-open = The act
act-file = Act of destruction { $number }
act-ground-asked = the person had all data deleted
act-ground-withdrawn = the person withdrew the last consent
act-ground-silence = the term is over: the person had not used the bot for long, and was warned
act-ground-restored = the database was restored from a copy; the data had been deleted before and were deleted again
act-category = – { $what }: { $number }
act-no-consents = none
act-text =
    ACT No. { $number }
    on the destruction of personal data

    Operator: { $operator }, { $address }
    Made: { $when }
    Whose data: the participant with the internal number { $subject }; no one else is given that number
    Which data (records):
    { $what }
    Consents on which they were processed: { $consents }
    Information system: the bot { $system }, its database
    Method: records deleted, their place in the file overwritten, the database’s log cut; back-ups expire, and whoever restores one has the data deleted again
    Reason: { $ground }
    Destroyed by the program, without human hands

    Responsible for the processing of personal data:
    ____________________ / ____________________


    EXTRACT FROM THE EVENT LOG

    Entry: { $number }
    Subject: { $subject }
    Data destroyed (records):
    { $what }
    Information system: the bot { $system }
    Reason: { $ground }
    Date and time: { $when }
