"""A listing that a later crawl finds gone is noted as removed; a site that blocks says nothing about it."""

from monitor.store import CaseFilter, Store


def cases(workspace):
    with Store(f"sqlite:///{workspace / 'monitor.db'}") as store:
        return {case.listing.url.rpartition("/")[2]: case for case in store.cases(CaseFilter())}


def test_gone_is_removed_and_blocked_is_not(site, crawl) -> None:
    names = ["1", "2", "3", "4"]
    site.catalogue("/watches", [f"/product/{name}" for name in names])
    for name in names:
        site.product(f"/product/{name}", f"Aurelia watch {name} replica 1:1")
    call = ("shop", "-a", f"url={site.url}/watches", "-a", "render=0")
    first = crawl(*call)
    assert set(cases(first.workspace)) == set(names)
    site.page("/product/1", "<html>Gone</html>", status=410)
    site.page("/product/2", "<html>Access denied</html>", status=403)
    site.page("/product/4", "", status=302, headers={"Location": "/not-here"})
    second = crawl(*call, workspace=first.workspace)
    assert "2 listings found removed" in second.said
    found = cases(first.workspace)
    assert {name for name, case in found.items() if case.removed_at} == {"1", "4"}
    assert all(case.status == "candidate" for case in found.values())
    site.product("/product/1", "Aurelia watch 1 replica 1:1")
    crawl(*call, workspace=first.workspace)
    assert cases(first.workspace)["1"].removed_at is None
