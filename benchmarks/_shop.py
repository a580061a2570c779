"""A shop to crawl at full speed: product pages as shops have them, drawn photos, a catalogue."""

import io
import json
import random
import socket
import sys

import uvicorn
from PIL import Image, ImageDraw
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

NOUNS = ("watch", "strap", "clock", "bracelet", "movement", "box", "chain", "glass")
WORDS = ("solid", "steel", "leather", "blue", "black", "quartz", "classic", "sport", "travel", "small", "new", "men")
PER_PAGE = 100


def photo(seed: int) -> bytes:
    """A drawn photo, about as large as a shop's."""
    chance = random.Random(seed)
    image = (
        Image.effect_noise((80, 80), chance.uniform(20, 60)).convert("RGB").resize((800, 800), Image.Resampling.BICUBIC)
    )
    draw = ImageDraw.Draw(image)
    for _ in range(40):
        left, top = chance.randrange(700), chance.randrange(700)
        box = (left, top, left + chance.randrange(20, 300), top + chance.randrange(20, 300))
        colour = tuple(chance.randrange(256) for _ in range(3))
        draw.ellipse(box, fill=colour) if chance.random() < 0.5 else draw.rectangle(box, fill=colour)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=80)
    return out.getvalue()


def product(number: int, base: str, photos: int) -> str:
    """A product page of some 40 kB."""
    chance = random.Random(number)
    mark = chance.choice(("AURELIA ", "Aurelia ", "", "", ""))
    title = f"{mark}{' '.join(chance.sample(WORDS, 4))} {chance.choice(NOUNS)} no. {number}"
    pictures = [f"{base}/photo/{number * photos + n if chance.random() > 0.1 else n}.jpg" for n in range(photos)]
    data = {
        "@context": "https://schema.org",
        "@type": "Product",
        "name": title,
        "sku": f"N-{number}",
        "image": pictures,
        "description": " ".join(chance.choices(WORDS, k=150)),
        "offers": {
            "@type": "Offer",
            "price": f"{chance.uniform(5, 400):.2f}",
            "priceCurrency": "EUR",
            "availability": "https://schema.org/InStock",
            "seller": {"@type": "Organization", "name": f"Seller {number % 40}"},
        },
    }
    filler = "".join(
        f'<div class="row r{n}"><span>{" ".join(chance.choices(WORDS, k=12))}</span></div>' for n in range(300)
    )
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f'<script type="application/ld+json">{json.dumps(data)}</script></head>'
        f"<body><h1>{title}</h1>{filler}</body></html>"
    )


def main() -> None:
    """Serve so many pages with so many photos each, and print the address first."""
    count, photos = int(sys.argv[1]), int(sys.argv[2])
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    base = f"http://127.0.0.1:{listener.getsockname()[1]}"
    pages = [product(number, base, photos) for number in range(count)]
    drawn = [photo(seed) for seed in range(100)]

    def catalogue(request: Request) -> Response:
        number = int(request.query_params.get("page", "1"))
        shown = range(count)[(number - 1) * PER_PAGE : number * PER_PAGE]
        links = "".join(f'<li><a href="/product/{1000 + n}"><img alt="">Product {n}</a> 10 EUR</li>' for n in shown)
        more = f'<a rel="next" href="/all?page={number + 1}">next</a>' if number * PER_PAGE < count else ""
        return HTMLResponse(f"<html><body><h1>All products</h1><ul>{links}</ul>{more}</body></html>")

    def picture(request: Request) -> Response:
        # Other bytes for each number, so that each photo is new to the crawler, without drawing thousands.
        number = request.path_params["number"]
        return Response(drawn[number % len(drawn)] + number.to_bytes(4, "big"), media_type="image/jpeg")

    routes = [
        Route("/robots.txt", lambda _: PlainTextResponse("User-agent: *\nAllow: /\n")),
        Route("/all", catalogue),
        Route("/product/{number:int}", lambda request: HTMLResponse(pages[request.path_params["number"] - 1000])),
        Route("/photo/{number:int}.jpg", picture),
    ]
    print(f"{base}/all", flush=True)
    uvicorn.Server(uvicorn.Config(Starlette(routes=routes), log_level="error")).run(sockets=[listener])


if __name__ == "__main__":
    main()
