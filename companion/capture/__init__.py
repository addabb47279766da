"""Saving the page a person is on as a fixture, without anything that was typed."""
