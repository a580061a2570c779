"""JD's platform for intellectual property (ipr.jd.com)."""

from monitor.complaints.platform_cn import NoticeInChina, form

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
    fields = form(
        READ,
        complainant=WHO,
        identity_document=PAPERS,
        right_type=PAPERS,
        right=PAPERS,
        proof_of_right=PAPERS,
        reason=PAPERS,
    )
