"""What the answers of marketplaces' APIs say, as listings: one file an API, pure."""
