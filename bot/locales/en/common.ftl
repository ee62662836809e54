common-apology = Something went wrong, and it is not your fault. Please try again; if that does not help, tell the library the number { $code }.
common-wait = One moment…
common-too-much = Too much at once: I did not take your last messages and presses. Wait a minute, and repeat what you need.
common-waits = I cannot write anything down just now: the fault is on my side. Nothing you sent is lost and there is no need to repeat it: I will answer as soon as I can.
common-at-work = At work: { $done } of { $all }
