"""Near hashes are all found, and no others."""

from hypothesis import given
from hypothesis import strategies as st

from monitor.images.near_hashes import NearHashes

BITS = 64
HASH = st.integers(0, 2**BITS - 1)


@given(wanted=HASH, flips=st.lists(st.sets(st.integers(0, BITS - 1)), max_size=20), bits=st.integers(0, 12))
def test_it_finds_those_that_differ_in_few_bits(wanted: int, flips: list[set[int]], bits: int) -> None:
    hashes = [wanted ^ sum(1 << bit for bit in flipped) for flipped in flips]
    found = NearHashes([f"{one:016x}" for one in hashes]).within(f"{wanted:016x}", bits)
    assert found == [place for place, flipped in enumerate(flips) if len(flipped) <= bits]
