"""How a crawl runs under Scrapy: what it shares, how polite and how careful it is, and what it says at its end."""
