"""Scrapy settings of every crawl. `monitor.crawling.session` adds what the workspace says: contact, delays, hosts.

Settings of our own, each also as `-s NAME=VALUE`:
WORKSPACE     the workspace folder, by default $MONITOR_WORKSPACE, else ./workspace
TARGET        the target's name in targets.toml, for the record of runs
OBSERVED_AT   the ISO 8601 time at which the pages count as seen, by default now
FLAGGED_ONLY  1 keeps listings without a flag out of every feed
CONDITIONAL_REQUESTS  0 fetches pages and photos whole, also those that the site would say have not changed
RENDER_TIMEOUT  seconds that a page may take in the browser, by default 60
RENDER_MEMORY  megabytes that a page's process may take in the browser, by default 1500
PHOTOS_SPACE  megabytes that the new photos of a crawl may take on the disk, by default 5000
HEARTBEAT     seconds between two signs of life in the database, by default 60
"""

import os

from monitor.crawling.rows import COLUMNS

# A crawl judges several listings at a time, each in one thread; threads within these would only wait for each other.
for threads in ("OPENBLAS_NUM_THREADS", "OPENCV_FOR_THREADS_NUM"):
    os.environ.setdefault(threads, "1")

BOT_NAME = "marketplace-monitor"
SPIDER_MODULES = ["spiders"]
COMMANDS_MODULE = "monitor.crawling.commands"
ADDONS = {"monitor.crawling.session.Session": 0}

WORKSPACE = os.environ.get("MONITOR_WORKSPACE", "workspace")
TARGET = ""
OBSERVED_AT = ""
FLAGGED_ONLY = False
CONDITIONAL_REQUESTS = True
HEARTBEAT = 60.0
RENDER_TIMEOUT = 60.0
RENDER_MEMORY = 1_500
PHOTOS_SPACE = 5_000

TWISTED_REACTOR = "twisted.internet.asyncioreactor.AsyncioSelectorReactor"
REACTOR_THREADPOOL_MAXSIZE = 20

# A good guest: robots.txt, few requests at a time, slower when the site is slow or says so.
ROBOTSTXT_OBEY = True
ROBOTSTXT_PARSER = "monitor.crawling.robots.BoundedRobots"
CONCURRENT_REQUESTS = 32
CONCURRENT_REQUESTS_PER_DOMAIN = 4
DOWNLOAD_DELAY = 1.0
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_START_DELAY = 1.0
AUTOTHROTTLE_MAX_DELAY = 60.0
AUTOTHROTTLE_TARGET_CONCURRENCY = 1.0
COOKIES_ENABLED = False
RETRY_TIMES = 2
RETRY_HTTP_CODES = [408, 429, 500, 502, 503, 504, 522, 524]
RETRY_GIVE_UP_LOG_LEVEL = "DEBUG"
HTTPERROR_ALLOW_ALL = True

# For development: -s HTTPCACHE_ENABLED=1 reads pages from the workspace, for a day, and the crawl says so at its end.
HTTPCACHE_ENABLED = False
HTTPCACHE_EXPIRATION_SECS = 86_400
HTTPCACHE_GZIP = True
HTTPCACHE_IGNORE_HTTP_CODES = [401, 403, 407, 408, 429, 500, 502, 503, 504, 522, 524]

# Pages are hostile: bounded in size, time and redirects, and kept away from private addresses.
DOWNLOAD_MAXSIZE = 20_000_000
DOWNLOAD_WARNSIZE = 0
DOWNLOAD_TIMEOUT = 60
DNS_TIMEOUT = 15
REDIRECT_MAX_TIMES = 8
# A page that sends on after longer than so many seconds is meant to be read first.
METAREFRESH_MAXDELAY = 6
REFERRER_POLICY = "same-origin"
TWISTED_DNS_RESOLVER = "monitor.crawling.resolver.GuardedResolver"
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
DOWNLOAD_HANDLERS = {"file": None, "ftp": None, "s3": None, "data": None}
DOWNLOADER_MIDDLEWARES = {
    "monitor.crawling.limits.Limits": 10,
    "monitor.crawling.guard.Guard": 20,
    "monitor.crawling.giving_way.GiveWay": 555,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "monitor.crawling.robots.Robots": 100,
    "scrapy.downloadermiddlewares.redirect.MetaRefreshMiddleware": None,
    "monitor.crawling.redirects.Refreshes": 580,
    "monitor.crawling.unchanged.Unchanged": 585,
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": None,
    "monitor.crawling.redirects.Redirects": 600,
    "monitor.crawling.keys.Keys": 950,
    # Without cookies this does nothing, and it loads a quarter of all that a short crawl loads.
    "scrapy.downloadermiddlewares.cookies.CookiesMiddleware": None,
}

ITEM_PIPELINES = {
    "pipelines.validate.Validate": 100,
    "pipelines.fingerprint.FingerprintPhotos": 200,
    "pipelines.inspect.Inspect": 300,
    "pipelines.persist.Persist": 400,
}
# Scrapy starts so many tasks for every page, and most pages hold one listing. Fewer than fill a batch are fine, since
# a batch waits half a second at most; pages wait with their listings, so many bytes of them must be allowed in flight.
CONCURRENT_ITEMS = 16
SCRAPER_SLOT_MAX_ACTIVE_SIZE = 100_000_000

EXTENSIONS = {
    # Off as well, and not even loaded: they run what they are sent.
    "scrapy.extensions.telnet.TelnetConsole": None,
    "scrapy.extensions.remote_control.RemoteControl": None,
    "monitor.crawling.politeness.Politeness": 0,
    "monitor.crawling.heartbeat.Heartbeat": 0,
    "monitor.crawling.waiting.Waiting": 0,
    "monitor.crawling.summary.Summary": 0,
}
FEED_EXPORTERS = {"csv": "monitor.crawling.feeds.SpreadsheetExporter"}
FEED_EXPORT_FIELDS = COLUMNS
FEED_EXPORT_ENCODING = "utf-8"

LOG_LEVEL = "INFO"
LOG_FORMAT = "%(asctime)s %(levelname)s %(message)s"
LOG_DATEFORMAT = "%H:%M:%S"
LOG_FORMATTER = "monitor.crawling.log.OneLine"
LOGSTATS_INTERVAL = 30.0
STATS_DUMP = False
