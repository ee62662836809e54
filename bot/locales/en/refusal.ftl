# Why not
refusal-not-allowed = Only staff entrusted with this can do it. If you need it, ask an administrator.
refusal-gone = This is no longer there. Start again: /start
refusal-event-gone = There is no such event. Coming ones: /events
refusal-event-cancelled = This event has been cancelled
refusal-event-begun = The event has begun; answers are no longer taken
refusal-deadline-past = Sign-up is closed. You can only say that you can’t come
refusal-capacity-range = The number of seats can be 1 to 1000
refusal-deadline-after-start = Sign-up has to end before the event begins
refusal-end-before-start = The end can’t be before the beginning
refusal-no-seats-for-guests = { $free ->
        [0] No seats are left for guests. Your own seat stays yours
        [one] Only { $free } seat is left for guests. Your own seat stays yours
       *[other] Only { $free } seats are left for guests. Your own seat stays yours
    }
refusal-guests-range = You can bring 0 to { $most } guests
refusal-party-too-big = There are { $capacity } seats in all: your party is larger
refusal-not-coming = Press “Going” first, then add guests
refusal-not-waiting = This person is no longer in the queue
refusal-link-unknown = There is no such link. Perhaps it was not copied whole
refusal-link-revoked = This link has been withdrawn. Ask for a new one
refusal-link-used = Somebody else has used this link. Ask for a new one
refusal-link-expired = This link has expired. Ask for a new one
refusal-branch-gone = This library is no longer on the list
refusal-partner-gone = This organisation is no longer on the list
refusal-draft-gone = This draft is closed. Begin again: /new
refusal-consent-adult = Please tick that you are 18 or older: without it you can’t be signed up
refusal-text-too-long = Too long: { $length } characters, { $most } at most. Please shorten it
refusal-text-empty = Write at least a word
refusal-number-wanted = Write a number, for example 40
refusal-last-admin = This is the last administrator. Give the role to somebody else first
refusal-group-closed = I could not write there: I have been removed or may not post. I took that chat off the list
refusal-name-taken = There is a library of that name already
refusal-role-in-settings = This role is given in the program’s settings and can’t be taken here
