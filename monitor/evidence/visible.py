"""What a person can read on a page, asked of the browser in JavaScript."""

MOST_NODES, MOST_TEXT = 20_000, 1_000_000

VISIBLE_TEXT = """(() => {
  const found = [], all = [];
  const seeThrough = color => color === 'transparent' || /^rgba\\(.*, 0(\\.\\d+)?\\)$/.test(color);
  const covers = (top, node) => {
    for (let one = top; one && !one.contains(node); one = one.parentElement) {
      const style = getComputedStyle(one);
      if (style.opacity === '1' && (!seeThrough(style.backgroundColor) || style.backgroundImage !== 'none'
          || ['IMG', 'CANVAS', 'VIDEO', 'IFRAME'].includes(one.tagName))) return true;
    }
    return false;
  };
  const gather = root => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node && all.length < MOST_NODES; node = walker.nextNode()) {
      if (node.nodeType === 3) { if (node.data.trim()) all.push(node); }
      else if (node.shadowRoot) gather(node.shadowRoot);
    }
  };
  gather(document.documentElement);
  const range = document.createRange();
  for (const node of all) {
    const parent = node.parentElement ?? node.getRootNode().host;
    if (!parent || !parent.checkVisibility({opacityProperty: true, visibilityProperty: true})) continue;
    const style = getComputedStyle(parent);
    if (/^rgba\\(.*, 0\\)$/.test(style.color) && style.backgroundClip !== 'text') continue;
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect(), x = box.left + box.width / 2, y = box.top + box.height / 2;
    if (box.width < 3 || box.height < 5 || box.right <= 0 || box.bottom + scrollY <= 0) continue;
    if (box.left >= Math.max(innerWidth, document.documentElement.scrollWidth)) continue;
    if (box.top + scrollY >= MOST_HEIGHT) continue;
    if (x >= 0 && y >= 0 && x < innerWidth && y < innerHeight) {
      const top = document.elementFromPoint(x, y);
      if (top && top !== parent && !parent.contains(top) && covers(top, parent)) continue;
    }
    found.push(node.data);
  }
  return found.join('\\n').slice(0, MOST_TEXT);
})()"""
"""Text that is drawn: not hidden, seen through, out of the picture, or under something that covers it.

What is covered is told at the top of the page alone, where an overlay is. Text in the colour of its ground, and text
that is cut off by its frame, still counts.
"""


def visible_text(most_height: int) -> str:
    """The expression for a picture of so many pixels at most."""
    numbers = {"MOST_NODES": MOST_NODES, "MOST_TEXT": MOST_TEXT, "MOST_HEIGHT": most_height}
    text = VISIBLE_TEXT
    for name, number in numbers.items():
        text = text.replace(name, str(number))
    return text
