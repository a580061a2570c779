"""The certificates in a timestamp authority's answer, put into the order that DER asks for.

X.690 11.6 sorts the members of a set by their bytes. Many authorities keep the order of the chain, and a strict
decoder refuses their answers. The set of certificates is not signed, so its order carries nothing.
"""

SEQUENCE, SET, CONTEXT_0 = 0x30, 0x31, 0xA0
# TimeStampResp (RFC 3161) > TimeStampToken > [0] > SignedData (RFC 5652) > [0] certificates
WAY = ((SEQUENCE, 0), (SEQUENCE, 1), (CONTEXT_0, 0), (SEQUENCE, 0), (CONTEXT_0, 0))


def with_sorted_certificates(answer: bytes) -> bytes:
    """The same answer with its certificates in order; unchanged where it is none, or has none."""
    start, end = 0, len(answer)
    try:
        for tag, skipped in WAY:
            found = [one for one in _members(answer, start, end) if one[0] == tag]
            _, _, start, end = found[skipped]
        members = sorted(answer[first:last] for _, first, _, last in _members(answer, start, end))
    except (IndexError, ValueError):
        return answer
    return answer[:start] + b"".join(members) + answer[end:]


def _members(content: bytes, start: int, end: int) -> list[tuple[int, int, int, int]]:
    """Tag, first byte, first byte of the value and end of each value between two places. Raises ValueError."""
    found = []
    while start < end:
        length, value = content[start + 1], start + 2
        if length & 0x80:
            size = length & 0x7F
            length, value = int.from_bytes(content[value : value + size], "big"), value + size
        if value + length > end:
            raise ValueError("a value is longer than what holds it")
        found.append((content[start], start, value, value + length))
        start = value + length
    return found
