"""Which addresses a page may send the crawler to. Standard library only; no connection is made here."""

from monitor.net.addresses import is_public, literal_address
from monitor.net.policy import Refusal, UrlPolicy, host_and_port

__all__ = ["Refusal", "UrlPolicy", "host_and_port", "is_public", "literal_address"]
