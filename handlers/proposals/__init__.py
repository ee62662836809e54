"""A partner proposes an event: the partner fills it in, the library takes it into work, returns or declines it."""
