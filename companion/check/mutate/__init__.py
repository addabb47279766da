"""Fixtures changed the way redesigns do, and what is still found on them."""
