"""Pinduoduo's platform for intellectual property."""

from monitor.complaints.platform_cn import NoticeInChina, form

READ = "2026-11-28"
PAPERS = "suyamarketing.com, an article on complaints at Pinduoduo"
ACCOUNT = "newsflash.city, an article on complaints at Pinduoduo"


class Pinduoduo(NoticeInChina):
    """About five working days, says an article; the platform's own rules could not be read."""

    name = "pinduoduo"
    title = "Pinduoduo intellectual property platform"
    most_links = 50
    review_days = 5
    hosts = ("pinduoduo.com", "yangkeduo.com")
    sites = dict.fromkeys(hosts, "CN")
    fields = form(
        READ,
        complainant=ACCOUNT,
        identity_document=ACCOUNT,
        right_type=PAPERS,
        right=ACCOUNT,
        proof_of_right=ACCOUNT,
        links=PAPERS,
        reason=ACCOUNT,
        order_number=PAPERS,
    )
