"""The words of letters to sellers, one file a language."""
