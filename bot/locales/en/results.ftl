# Results of surveys.
results-button-open = Results
results-button-groups = By sector
results-button-compare = Compare with { $wave }
results-button-review = Review answers: { $number }
results-button-file = Workbook .xlsx
results-button-back = To the results
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
results-no-groups = Nothing to show yet: it takes three organisations at least.
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
results-unreviewed = (not shown)
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
