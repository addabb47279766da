"""A scripted visitor on practice pages: the first reader of the event stream."""
