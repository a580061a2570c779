"""The built-in marketplace: an invented world of brands, sellers and listings, served on loopback, its truth apart."""
