"""Boxes in a picture: left, top, right and bottom in pixels."""

Box = tuple[int, int, int, int]


def area(box: Box) -> int:
    """The pixels of a box."""
    return (box[2] - box[0]) * (box[3] - box[1])


def shared(one: Box, other: Box) -> int:
    """The pixels that two boxes share."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    return max(0, width) * max(0, height)
