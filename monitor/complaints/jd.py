"""JD's platform for intellectual property (ipr.jd.com)."""

from monitor.complaints.fields import Field
from monitor.complaints.platform_cn import PRIMA_FACIE, WHOSE, NoticeInChina

READ = "2026-11-28"
WHO = "kuaimai.com, an article on complaints at JD"
PAPERS = "liazhun.com, an article on complaints at JD"


class Jd(NoticeInChina):
    """Dealt with within ten working days, says an article of 2021; the platform's own rules could not be read."""

    name = "jd"
    title = "JD intellectual property platform"
    most_links = 50
    review_days = 10
    hosts = ("jd.com", "jd.hk")
    sites = dict.fromkeys(hosts, "CN")
    fields = (
        Field(
            name="complainant",
            source="legal_name of [complainant] in rights/register.toml, or owner in brand.toml",
            requirement=WHO,
            read=READ,
        ),
        Field(
            name="identity_document",
            source="identity of [complainant] in rights/register.toml",
            requirement=PAPERS,
            read=READ,
        ),
        *WHOSE,
        Field(name="right_type", source="ground", requirement=PAPERS, read=READ),
        Field(name="right", source="registration in brand.toml or rights/register.toml", requirement=PAPERS, read=READ),
        Field(
            name="proof_of_right",
            source="certificate in brand.toml, or file of the right",
            requirement=PAPERS,
            read=READ,
        ),
        Field(name="links", source="addresses of the listings", requirement="not read", longest=100_000),
        Field(
            name="reason",
            source="flags in Chinese, or --set reason=...",
            requirement=PAPERS,
            read=READ,
            longest=100_000,
        ),
        PRIMA_FACIE,
        Field(name="order_number", source="--test-buy CASE:ORDER", required=False, requirement="not read"),
    )
