"""The marketplace as a web application."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import jinja2
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from monitor.bazaar.offers import Offer
from monitor.bazaar.pages import as_data, as_state, in_script, shown
from monitor.bazaar.vocabulary import table
from monitor.bazaar.world import World

PER_PAGE = 48
PER_SITEMAP = 250
SHELVES = {"watch": "Watches", "bag": "Bags", "audio": "Audio"}
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


@dataclass
class Site:
    """The marketplace on its `day`, which may be moved while it is served."""

    world: World
    day: int = 0

    def __post_init__(self) -> None:
        self._pages = jinja2.Environment(loader=jinja2.PackageLoader("monitor.bazaar"), autoescape=True)
        self._categories = {maker.sector: SHELVES[maker.sector] for maker in self.world.makers}

    @property
    def app(self) -> Starlette:
        """The application to serve."""
        return Starlette(
            routes=[
                Route("/", self.home),
                Route("/search", self.search),
                Route("/category/{slug}", self.category),
                Route("/listing/{number:int}", self.listing),
                Route("/api/listing/{number:int}.json", self.api),
                Route("/seller/{ident}", self.seller),
                Route("/photo/{file}", self.photo),
                Route("/robots.txt", self.robots),
                Route("/sitemap.xml", self.sitemap_index),
                Route("/sitemap-{part:int}.xml", self.sitemap),
            ]
        )

    def home(self, request: Request) -> Response:
        """The first page, with the first listings."""
        return self._results(request, "All listings", self.world.offers, with_categories=True)

    def search(self, request: Request) -> Response:
        """Listings whose title has all words of `q`."""
        query = request.query_params.get("q", "")[:200]
        words = query.casefold().split()
        found = [o for o in self.world.offers if all(word in o.plan.title.casefold() for word in words)]
        return self._results(request, f"Results for “{query}”", found, query=query)

    def category(self, request: Request) -> Response:
        """The listings that somebody filed under a sector."""
        slug = request.path_params["slug"]
        if slug not in self._categories:
            raise HTTPException(404)
        place = list(self._categories).index(slug)
        found = [offer for offer in self.world.offers if offer.number // 7 % 3 == place]
        return self._results(request, self._categories[slug], found)

    def seller(self, request: Request) -> Response:
        """A seller's page."""
        ident = f"/seller/{request.path_params['ident']}"
        merchant = next((one for one in self.world.merchants if one.id == ident), None)
        if merchant is None:
            raise HTTPException(404)
        found = [offer for offer in self.world.offers if offer.plan.merchant == merchant]
        return self._results(request, merchant.name, found)

    def listing(self, request: Request) -> Response:
        """A listing's page in its shape."""
        offer = self._offer(request)
        base = _base(request)
        it, row = shown(self.world, offer, self.day, base), table("locales")[offer.plan.locale]
        if offer.shape == "script":
            return self._page("shell.html", language=row["language"], number=offer.number)
        return self._page(
            "listing.html",
            it=it,
            shape=offer.shape,
            labels=row["labels"],
            language=row["language"],
            json_ld=in_script(as_data(it, base)),
            state=in_script(as_state(it, base)),
            broken=offer.shape == "microdata" and offer.number % 5 == 0,
        )

    def api(self, request: Request) -> Response:
        """What the script of a page that is empty at first asks for."""
        offer = self._offer(request)
        base, labels = _base(request), table("locales")[offer.plan.locale]["labels"]
        it = shown(self.world, offer, self.day, base)
        return JSONResponse(asdict(it) | {"data": as_data(it, base), "buy": labels["buy"], "sold_by": labels["seller"]})

    def photo(self, request: Request) -> Response:
        """A picture."""
        name = self.world.picture_names.get(request.path_params["file"])
        if name is None:
            raise HTTPException(404)
        return Response(self.world.picture(name), media_type="image/jpeg", headers={"Cache-Control": "max-age=86400"})

    def robots(self, request: Request) -> Response:
        """All may be read."""
        return PlainTextResponse(f"User-agent: *\nDisallow: /cart\nSitemap: {_base(request)}/sitemap.xml\n")

    def sitemap_index(self, request: Request) -> Response:
        """The list of sitemaps."""
        parts = range(1, (len(self.world.offers) + PER_SITEMAP - 1) // PER_SITEMAP + 1)
        rows = "".join(f"<sitemap><loc>{_base(request)}/sitemap-{part}.xml</loc></sitemap>" for part in parts)
        return Response(f'<sitemapindex xmlns="{SITEMAP}">{rows}</sitemapindex>', media_type="application/xml")

    def sitemap(self, request: Request) -> Response:
        """One list of listings."""
        part = request.path_params["part"]
        found = self.world.offers[(part - 1) * PER_SITEMAP : part * PER_SITEMAP] if part > 0 else ()
        rows = "".join(f"<url><loc>{_base(request)}/listing/{offer.number}</loc></url>" for offer in found)
        return Response(f'<urlset xmlns="{SITEMAP}">{rows}</urlset>', media_type="application/xml")

    def _offer(self, request: Request) -> Offer:
        offer = self.world.by_number.get(request.path_params["number"])
        if offer is None:
            raise HTTPException(404)
        return offer

    def _results(
        self, request: Request, heading: str, offers: Sequence[Offer], *, query: str = "", with_categories: bool = False
    ) -> Response:
        text = request.query_params.get("page", "1")
        page = int(text) if text.isascii() and text.isdigit() and len(text) < 6 and int(text) else 1
        base = _base(request)
        here = offers[(page - 1) * PER_PAGE : page * PER_PAGE]
        cards = [shown(self.world, offer, self.day, base) for offer in here]
        return self._page(
            "results.html",
            heading=heading,
            query=query,
            categories=[(name, slug) for slug, name in self._categories.items()] if with_categories else [],
            cards=[
                {"number": it.number, "title": it.title, "price": it.price, "photo": it.photos[0] if it.photos else ""}
                for it in cards
            ],
            next_page=str(request.url.include_query_params(page=page + 1)) if page * PER_PAGE < len(offers) else "",
            previous_page=str(request.url.include_query_params(page=page - 1)) if page > 1 else "",
        )

    def _page(self, template: str, **values: Any) -> HTMLResponse:
        return HTMLResponse(self._pages.get_template(template).render(market=self.world.name, **values))


def _base(request: Request) -> str:
    return str(request.base_url).rstrip("/")
