"""Pinduoduo's platform for intellectual property."""

from monitor.complaints.fields import Field
from monitor.complaints.platform_cn import PRIMA_FACIE, WHOSE, NoticeInChina

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
    fields = (
        Field(
            name="complainant",
            source="legal_name of [complainant] in rights/register.toml, or owner in brand.toml",
            requirement=ACCOUNT,
            read=READ,
        ),
        Field(
            name="identity_document",
            source="identity of [complainant] in rights/register.toml",
            requirement=ACCOUNT,
            read=READ,
        ),
        *WHOSE,
        Field(name="right_type", source="ground", requirement=PAPERS, read=READ),
        Field(
            name="right", source="registration in brand.toml or rights/register.toml", requirement=ACCOUNT, read=READ
        ),
        Field(
            name="proof_of_right",
            source="certificate in brand.toml, or file of the right",
            requirement=ACCOUNT,
            read=READ,
        ),
        Field(name="links", source="addresses of the listings", requirement=PAPERS, read=READ, longest=100_000),
        Field(
            name="reason",
            source="flags in Chinese, or --set reason=...",
            requirement=ACCOUNT,
            read=READ,
            longest=100_000,
        ),
        PRIMA_FACIE,
        Field(
            name="order_number",
            source="--test-buy CASE:ORDER",
            required=False,
            requirement=PAPERS,
            read=READ,
        ),
    )
