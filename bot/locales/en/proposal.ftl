# A partner proposes an event
refusal-proposal-gone = There is no such proposal
refusal-proposal-not-returned = Nothing to correct: the library has not returned this proposal
refusal-proposal-returned = A colleague has returned this proposal with a remark already: { $at }
refusal-proposal-accepted = This proposal has been taken into work already: { $at }
refusal-proposal-declined = This proposal has been declined already: { $at }
