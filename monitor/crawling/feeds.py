"""Feeds of a crawl: CSV that a spreadsheet opens as it should, and the filter that keeps flagged listings alone."""

import json
from io import BytesIO
from typing import Any

from scrapy.exporters import CsvItemExporter
from scrapy.extensions.feedexport import ItemFilter

from monitor.crawling.rows import JOIN, is_flagged
from monitor.records.cells import safe_cell


class SpreadsheetExporter(CsvItemExporter):
    """CSV in UTF-8 with a byte order mark, no cell of which starts a formula. Appending repeats no head."""

    def __init__(self, file: BytesIO, **kwargs: Any) -> None:
        fresh = not file.seekable() or file.tell() == 0
        kwargs["encoding"] = "utf-8-sig" if fresh else "utf-8"
        super().__init__(file, include_headers_line=fresh, errors="replace", **kwargs)

    def serialize_field(self, field: Any, name: str, value: Any) -> str:  # noqa: ARG002
        """The cell's text."""
        if value is None:
            return ""
        if isinstance(value, (list, tuple)):
            return safe_cell(JOIN.join(str(part) for part in value))
        if isinstance(value, dict):
            return safe_cell(json.dumps(value, ensure_ascii=False))
        return safe_cell(str(value))


class FlaggedOnly(ItemFilter):
    """Feed filter: a listing without a flag is left out. Set for every feed by `-s FLAGGED_ONLY=1`."""

    def accepts(self, item: Any) -> bool:
        """Whether the row goes into the feed."""
        return is_flagged(item) and super().accepts(item)
