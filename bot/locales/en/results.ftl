# Results of surveys.
results-button-open = Results
results-button-groups = By sector
results-button-compare = Compare with { $wave }
results-button-review = Review answers: { $number }
results-button-back = ‹ Results
results-button-show = Show
results-button-hide = Hide
results-head = Results: <b>{ $title }</b>, { $wave }
results-rate = { $answered } of { $asked } answered ({ $share } %)
results-rate-counts = { $answered } of { $asked } answered
results-question = <b>{ $label }</b> (answered: { $n })
results-title = <b>{ $label }</b>
results-row = – { $option }: { $value }
results-count = { $count } of { $n }
results-share = { $count } ({ $share } %)
results-several = More than 100 % in all: several answers could be chosen.
results-mean = Mean { $mean }, from { $lowest } to { $highest }, ratings { $n }
results-unknown = Without a rating: { $number }
results-quote = “{ $text }”
results-quotes-more = And { $number } more in the workbook.
results-groups = Sectors of fewer than three organisations are not shown apart.
results-no-groups = Nothing to show by sector: each has fewer than three organisations.
results-group = { $group } (answered: { $n }): { $counts }
results-short = { $option } – { $count }
results-rest = the others together
results-compare = Shares are of those who answered the question in each year.
results-pair = <b>{ $label }</b> ({ $then } → { $now })
results-pair-row = – { $option }: { $then } → { $now }
results-pair-mean = Mean: { $then } (n = { $before }) → { $now } (n = { $n })
results-review = <b>{ $label }</b>

    “{ $text }”

    Show it in the results? Look for names and anything about health. Left to review: { $number }
results-reviewed = All answers have been reviewed.
results-sheet-summary = Summary
results-sheet-groups = By sector
results-sheet-raw = Answers
results-column-question = Question
results-column-option = Answer
results-column-count = Count
results-column-n = Answered the question
results-column-share = Share, %
results-column-group = Sector
results-column-organisation = Organisation
results-column-mean = mean
results-column-lowest = lowest
results-column-highest = highest
results-button-pictures = Pictures
results-button-docx = Memo .docx
results-button-xlsx = Workbook .xlsx
results-button-csv = Answers .csv
results-button-edit = Edit
results-button-undo = Back to the last
results-button-leave = Leave as it is
results-base = Shares are of those who were shown the question and answered it.
results-scales = Ratings
results-note-base = Answered the question: { $n }. Shares are of these.
results-note-few = Answered the question: { $n }. Fewer than ten answers, so no shares.
results-note-more = And { $number } more options.
results-note-spread = The dot is the mean, the bar goes from the lowest answer to the highest, the whole line from { $lowest } to { $highest }. n is how many answered.
results-note-unknown = Did not rate, “don’t know”: { $number }.
results-mean-short = { $mean } (n = { $n })
results-short-share = { $option } — { $value }
results-no-pictures = Nothing to draw yet: nobody has answered.
results-picture = { $title }: picture { $number } of { $of }
results-button-album = All pictures at once
results-toast-album = Sending all pictures
results-album = { $title }: pictures { $first }–{ $last } of { $of }
results-edit =
    Send how this answer is to be shown: without names and anything about health.

    “{ $text }”
results-sheet-quotes = In own words
results-column-quote = Answer in own words
results-column-asked = What was rated
results-column-span = From, to
results-column-unknown = Don’t know
results-may-name = Answers in people’s own words may name somebody.
results-file = Results – { $title }, { $wave }
