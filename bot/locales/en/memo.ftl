# The memo of a survey's results.
memo-title = Results of the survey
memo-of = { $title }, { $wave }
memo-made = Made: { $when }
memo-purpose = Purpose.
memo-when = Dates.
memo-dates = Answered from { $since } to { $until }
memo-dates-open = Being answered from { $since } to { $until }; the survey still runs.
memo-who = Response.
memo-beside = Comparison.
memo-before = Beside them stand the answers to the same questions in { $wave }.
memo-known = Who answered what is known to the staff who run the survey. Here are only totals, and quotations without names of people or organisations.
memo-answers = Answers by question
memo-base = Shares are of the organisations that were shown the question and answered it; n is their number. Of fewer than ten only counts are given.
memo-column = { $wave }: n = { $n }
memo-nobody = Nobody chose: { $options }.
memo-mean = Mean { $mean }, from { $lowest } to { $highest } (n = { $n }).
memo-span = { $lowest }–{ $highest }
memo-spread = “Don’t know” is not part of the mean.
memo-open = In their own words
memo-waiting = Answers not reviewed yet and so not quoted: { $number }.
memo-conclusions = Conclusions
memo-proposals = Proposals for the plan of { $wave }
memo-best = Rated highest: { $best } ({ $high }); lowest: { $worst } ({ $low }).
memo-moved = { $label } “{ $option }”: { $then } in { $wave }, now { $now }.
memo-often = { $label } Most often: { $chosen }.
