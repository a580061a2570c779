"""The reader of pages: what stands on a page of a shop or marketplace, and where each value was found."""

from monitor.pages.page import Kind, Links, Page
from monitor.pages.reader import read_page
from monitor.pages.rules import Rules
from monitor.records import host_of

__all__ = ["Kind", "Links", "Page", "Rules", "host_of", "read_page"]
