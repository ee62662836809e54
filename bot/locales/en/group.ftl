# In groups
group-come-over = That is better between us: write to me in private.
group-button-chat = Open the chat
