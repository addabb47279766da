"""Machine translation of messages that the pack does not know, once a person agreed."""
