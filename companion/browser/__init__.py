"""The person's own browser: found, given a profile, started, and talked to."""
