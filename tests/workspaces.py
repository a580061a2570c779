"""What tests change in a workspace that `monitor init` made."""

from pathlib import Path


def leave_words(workspace: Path) -> None:
    """Let no words in photos be read there: the models take seconds, and few tests are about them."""
    settings = workspace / "monitor.toml"
    text = settings.read_text("utf-8")
    assert "# words = true" in text
    settings.write_text(text.replace("# words = true", "words = false"), "utf-8")
