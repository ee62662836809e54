# In groups
group-come-over = That is better between us: write to me in private.
group-unnamed = You write in the name of a group or a channel, so I can’t see who you are. Send the event here from your private chat with me: “Manage” → “Announce”.
group-button-chat = Open the chat
group-connected = <b>Connected:</b> { $title }. To send an event there: “Manage” → “Announce”.
refusal-group-unknown = I see no such channel. Check its name, and add me to it as an administrator.
refusal-group-no-name = Send the channel’s name, such as @tver_library, or forward a post of it.
refusal-group-not-admin = I may not write there. Make me an administrator who may post.
refusal-group-not-yours = You do not run this channel. Ask somebody who does to connect it.
