"""What to do once the account exists: a page of ours, from `selectors/1688/after/`."""
