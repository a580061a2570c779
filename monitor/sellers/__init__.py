"""Who is behind the offers: each seller account, how risky it is, and which accounts belong together."""

from monitor.sellers.clusters import Cluster, Clusters, Join, Split, clusters_of, hints_of
from monitor.sellers.facts import Fact, facts_of
from monitor.sellers.profile import Account, Offence, Profile, Profiles, account_of
from monitor.sellers.risk import Part, Risk, risk_of
from monitor.sellers.sharing import Hint, Known, Sharing, sharing_of

__all__ = [
    "Account",
    "Cluster",
    "Clusters",
    "Fact",
    "Hint",
    "Join",
    "Known",
    "Offence",
    "Part",
    "Profile",
    "Profiles",
    "Risk",
    "Sharing",
    "Split",
    "account_of",
    "clusters_of",
    "facts_of",
    "hints_of",
    "risk_of",
    "sharing_of",
]
