"""Removes everything the program ever wrote by itself, and says what that was."""
