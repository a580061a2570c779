"""Answers of authorities whose certificates are in another order than DER's."""

from hypothesis import given
from hypothesis import strategies as st

from monitor.evidence.der import with_sorted_certificates


def der(tag: int, *values: bytes) -> bytes:
    content = b"".join(values)
    size = len(content)
    length = bytes([size]) if size < 128 else bytes([0x82]) + size.to_bytes(2, "big")
    return bytes([tag]) + length + content


def answer(*certificates: bytes) -> bytes:
    data = der(0x30, der(0x02, b"\x03"), der(0x31), der(0x30), der(0xA0, *certificates), der(0x31, der(0x30)))
    return der(0x30, der(0x30, der(0x02, b"\x00")), der(0x30, der(0x06, b"\x2a"), der(0xA0, data)))


@given(st.lists(st.binary(max_size=300), max_size=4))
def test_certificates_are_put_in_order(contents: list[bytes]) -> None:
    certificates = [der(0x30, content) for content in contents]
    assert with_sorted_certificates(answer(*certificates)) == answer(*sorted(certificates))


@given(st.binary(max_size=200))
def test_what_is_no_answer_stays(content: bytes) -> None:
    assert sorted(with_sorted_certificates(content)) == sorted(content)
    assert with_sorted_certificates(content[:1] + b"\x84" + content) is not None
