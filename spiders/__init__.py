"""One marketplace a file, over one small base."""
