"""Words that say what the use of a mark means: one readable file a language."""
