"""A joint event is agreed: partners answer for their parts, staff arranges them."""
