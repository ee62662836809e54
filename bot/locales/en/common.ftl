common-apology = Something went wrong, and it is not your fault. Please try again; if that does not help, tell the library the number { $code }.
common-wait = One moment…
common-broke = That did not work. Please try again.
common-too-much = Too much at once: I did not take your last messages and presses. Wait a minute, and repeat what you need.
common-waits = I cannot write anything down just now: the fault is on my side. Nothing you sent is lost and there is no need to repeat it: I will answer as soon as I can.
common-slow = The answer will take a while: I am slower than usual at writing things down. Nothing you sent is lost and there is no need to repeat it: I will answer as soon as I can.
common-kept = Done: what you sent or pressed is written down. A fault on my side kept me from answering at once. If you do not see what comes next, send /start.
common-at-work = At work: { $done } of { $all }
