"""Evidence: packages that are signed and complete, and an append-only log of them that shows what is missing."""
