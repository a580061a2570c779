"""Words that a person may type into a notice, by language: a new language is a new file."""
