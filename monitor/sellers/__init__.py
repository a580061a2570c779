"""Who is behind the offers: each seller account, how risky it is, and which accounts belong together."""

from monitor.sellers.clusters import Cluster, Join, Split, clusters_of, hints_of
from monitor.sellers.facts import Fact, facts_of
from monitor.sellers.profile import Account, Offence, Profile, Profiles, account_of
from monitor.sellers.risk import Part, Risk, risk_of

__all__ = [
    "Account",
    "Cluster",
    "Fact",
    "Join",
    "Offence",
    "Part",
    "Profile",
    "Profiles",
    "Risk",
    "Split",
    "account_of",
    "clusters_of",
    "facts_of",
    "hints_of",
    "risk_of",
]
