"""Where answers and pages send the crawl on, as far as that makes sense; what does not is no end of the page."""

from scrapy import Request, Spider
from scrapy.downloadermiddlewares.redirect import MetaRefreshMiddleware, RedirectMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from monitor.records import canonical_url

NOWHERE = "redirects to no readable address"


class Redirects(RedirectMiddleware):
    """Downloader middleware: follows an answer's `Location`."""

    def process_response(
        self,
        request: Request,
        response: Response,
        spider: Spider | None = None,  # noqa: ARG002 - Scrapy's own signature
    ) -> Request | Response:
        """The request for where an answer leads, or the answer. Raises IgnoreRequest."""
        try:
            return super().process_response(request, response)
        except ValueError:
            raise IgnoreRequest(NOWHERE) from None


class Refreshes(MetaRefreshMiddleware):
    """Downloader middleware: follows a page that at once sends on to another one, as a browser does.

    A page that renews itself is a page. So is one that leads nowhere, or whose charset only our own reader understands.
    """

    def process_response(
        self,
        request: Request,
        response: Response,
        spider: Spider | None = None,  # noqa: ARG002 - Scrapy's own signature
    ) -> Request | Response:
        """The request for where a page leads, or the page. Raises IgnoreRequest."""
        try:
            found = super().process_response(request, response)
        except (ValueError, LookupError):
            return response
        if isinstance(found, Request) and canonical_url(found.url) == canonical_url(response.url):
            return response
        return found
