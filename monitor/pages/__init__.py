"""The reader of pages: what stands on a page of a shop or marketplace, and where each value was found."""

from monitor.pages.document import host_of
from monitor.pages.page import Kind, Links, Page
from monitor.pages.reader import read_page
from monitor.pages.rules import Rules

__all__ = ["Kind", "Links", "Page", "Rules", "host_of", "read_page"]
