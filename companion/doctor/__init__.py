"""Looks at the computer before or beside a sign-up: what works, what to mend."""
