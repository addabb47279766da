"""One run of `companion start`: from what pages report to what is shown."""
