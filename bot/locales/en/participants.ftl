# The list of participants
refusal-participants-rep-gone = This person no longer represents a partner of the event
refusal-participants-group-gone = This group is no longer on the list
