"""What a page in the browser need not fetch: what only the eye or the ear wants, and what only counts visitors."""

from urllib.parse import urlsplit

NOT_NEEDED = frozenset({"image", "media", "font", "texttrack", "manifest", "ping", "eventsource", "cspviolationreport"})
TRACKERS = frozenset({
    "2mdn.net", "adform.net", "adnxs.com", "ads-twitter.com", "adsrvr.org", "agkn.com", "amazon-adsystem.com",
    "amplitude.com", "appsflyer.com", "bat.bing.com", "bluekai.com", "branch.io", "braze.com", "bugsnag.com",
    "casalemedia.com", "chartbeat.com", "chartbeat.net", "clarity.ms", "cnzz.com", "connect.facebook.net",
    "criteo.com", "criteo.net", "demdex.net", "doubleclick.net", "dynatrace.com", "everesttech.net", "fullstory.com",
    "google-analytics.com", "googleadservices.com", "googlesyndication.com", "googletagmanager.com",
    "googletagservices.com", "heapanalytics.com", "hm.baidu.com", "hotjar.com", "hotjar.io", "inspectlet.com",
    "krxd.net", "logrocket.com", "mathtag.com", "mc.yandex.ru", "mixpanel.com", "moatads.com", "mouseflow.com",
    "mparticle.com", "newrelic.com", "nr-data.net", "omtrdc.net", "onetrust.com", "openx.net", "optimizely.com",
    "outbrain.com", "pubmatic.com", "px.ads.linkedin.com", "quantserve.com", "rlcdn.com", "rubiconproject.com",
    "scorecardresearch.com", "segment.com", "segment.io", "sentry.io", "snap.licdn.com", "taboola.com",
    "tealiumiq.com", "trustarc.com", "umeng.com", "usabilla.com", "yieldify.com",
})  # fmt: skip
"""Hosts, and all below them. None of them serves goods, prices or sellers."""


def is_unwanted(kind: str, url: str) -> bool:
    """Whether a request of a page, of this kind of resource, is left out."""
    if kind in NOT_NEEDED:
        return True
    try:
        labels = (urlsplit(url).hostname or "").lower().rstrip(".").split(".")
    except ValueError:
        return True
    return kind != "document" and any(".".join(labels[place:]) in TRACKERS for place in range(len(labels) - 1))
