"""Whether two sightings of a listing may be of one seller."""


def same_seller(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two sightings of a listing, each with its seller's id and name, may be of one seller.

    What was not read speaks against nobody.
    """
    for mine, theirs in zip(one, other, strict=True):
        if mine and theirs:
            return mine == theirs
    return True
