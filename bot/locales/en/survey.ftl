survey-option-add = Add
survey-option-enough = No more
survey-option-other = other
survey-option-agreed = I accept
survey-hint-first = Is there anything to add?
survey-hint-more = One more?

# The survey of partners: what it is, answers, the receipt, reminders
survey-title = <b>{ $title }</b>
survey-asks = Asked by: { $library }
survey-for = Organisation: { $partner }
survey-minutes =
    { $minutes ->
        [one] Takes { $minutes } minute
       *[other] Takes { $minutes } minutes
    }
survey-until = Answers are taken until: { $at }
survey-who-sees =
    Who will see the answers: the library’s staff who run the survey, with the name of your organisation; your colleagues who represent it too. The report has overall figures only. Your words may be quoted after a review, without the organisation and without names.
survey-begun =
    { $number ->
        [one] Already begun ({ $who }): { $number } answer. Go on from there.
       *[other] Already begun ({ $who }): { $number } answers. Go on from there.
    }
survey-you = you
survey-colleague = a colleague
survey-by = <i>– { $who }</i>
survey-draft = The questionnaire has been begun.
survey-open =
    { $number ->
        [0] <b>Surveys</b>
       *[other] <b>Which survey shall I open?</b>
    }
survey-none = There is no survey for your organisation now. The bot will write when there is one.
survey-none-open = No survey is open now. Earlier answers can be read again.
survey-nobody =
    Surveys are for organisations that work with the libraries. Their representatives answer.
    If you represent one, ask your librarian for a personal link. If there is none, press the button below.
survey-sent =
    <b>Thank you! Your answers have been sent</b>
    { $title }, { $at }
survey-changeable = They may be changed until: { $at }
survey-sent-by =
    <b>{ $title }</b>
    The answers of your organisation have been sent already: { $who }, { $at }
survey-typed =
    <b>{ $title }</b>
    The answers of your organisation were typed in by the library { $source ->
        [paper] from paper
       *[phone] by telephone
    }: { $at }
survey-typed-by = By: { $who }
survey-typed-at = Typed in by the library { $source ->
        [paper] from paper
       *[phone] by telephone
    }: { $at }
survey-what-now =
    You can add to these answers, replace them with your own, or leave them as they are.
    Changes are taken until: { $at }
survey-yours =
    <b>Your answers</b>
    { $title }
survey-sent-at = Sent: { $at }
survey-unsent =
    <b>The survey is closed</b>
    { $title } – answers were taken until: { $at }
    Your answers were not sent, but they are kept:
survey-when = <b>When shall I remind you?</b>
survey-kept = All that you have answered is kept.
survey-no-later = It can’t be put off any more: answers are taken until { $at }.
survey-put-off =
    All right, I shall remind you: { $at }
    Answers are taken until: { $until }
survey-invited = <b>Please answer a few questions</b>
survey-again = <b>A reminder of the survey: your organisation has not answered yet</b>
survey-last-day = <b>The survey closes soon: { $at }. Your organisation has not answered yet</b>
survey-reminded = <b>You asked to be reminded of the survey</b>
survey-calls =
    <b>{ $title }</b>
    { $number ->
        [one] { $number } organisation has not answered. Time to telephone: the survey closes { $at }
       *[other] { $number } organisations have not answered. Time to telephone: the survey closes { $at }
    }
survey-calls-line = • { $partner }
survey-calls-begun = • { $partner } – begun, but not sent
survey-calls-later = • { $partner } – asked to be reminded: { $at }
survey-calls-rest = … and { $number } more

survey-button-begin = Begin
survey-button-on = Go on
survey-button-later = Later
survey-button-now = Answer now
survey-button-tomorrow = Tomorrow at 10:00
survey-button-three-days = In three days
survey-button-last-day = On the last day
survey-button-list = ‹ Surveys
survey-button-past = Your answers, { $wave }
survey-button-answers = Your answers
survey-button-edit = Change the answers
survey-button-anew = Fill in anew
survey-button-add = Add to them
survey-button-replace = Replace them
survey-button-leave = Leave as they are
