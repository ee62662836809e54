common-apology = Something went wrong, and it is not your fault. Please try again; if that does not help, tell the library the number { $code }.
common-wait = One moment…
common-too-much = Too much at once: I did not take your last messages and presses. Wait a minute, and repeat what you need.
common-at-work = At work: { $done } of { $all }
