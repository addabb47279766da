"""Pointing at an element of a page and writing down how it is recognised."""
