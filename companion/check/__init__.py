"""Packs against saved pages: what is found, refused or wrong, and why."""
