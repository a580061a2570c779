"""What a person can read on a page, asked of the browser in JavaScript: words and where they are drawn."""

MOST_NODES, MOST_WORDS, SINGLE_WORDS = 20_000, 20_000, 2_000
"""After so many single words, a piece of text is looked at as one."""

WORDS = """(() => {
  const all = [], roots = [document];
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
      else if (node.shadowRoot) { roots.push(node.shadowRoot); gather(node.shadowRoot); }
    }
  };
  gather(document.documentElement);
  const range = document.createRange(), texts = [], ranges = [];
  for (const node of all) {
    const parent = node.parentElement ?? node.getRootNode().host;
    if (!parent || !parent.checkVisibility({opacityProperty: true, visibilityProperty: true})) continue;
    if (!['none', ''].includes(getComputedStyle(parent).webkitTextSecurity)) continue;
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect(), x = box.left + box.width / 2, y = box.top + box.height / 2;
    if (box.width < 3 || box.height < 5 || box.right <= 0 || box.bottom + scrollY <= 0) continue;
    if (box.left >= Math.max(innerWidth, document.documentElement.scrollWidth)) continue;
    if (box.top + scrollY >= MOST_HEIGHT) continue;
    if (x >= 0 && y >= 0 && x < innerWidth && y < innerHeight) {
      const top = document.elementFromPoint(x, y);
      if (top && top !== parent && !parent.contains(top) && covers(top, parent)) continue;
    }
    const words = [];
    let end = 0;
    const pattern = ranges.length < SINGLE_WORDS ? /\\S{1,12}/gu : /\\S(?:[^]*\\S)?/gu;
    for (const part of node.data.matchAll(pattern)) {
      if (ranges.length >= MOST_WORDS) break;
      const word = document.createRange();
      word.setStart(node, part.index); word.setEnd(node, part.index + part[0].length);
      ranges.push(word);
      words.push([node.data.slice(end, part.index), part[0], [...word.getClientRects()].map(
        one => [one.left + scrollX, one.top + scrollY, one.right + scrollX, one.bottom + scrollY])]);
      end = part.index + part[0].length;
    }
    texts.push(words);
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`::highlight(NAME) { color: transparent; -webkit-text-fill-color: transparent; fill: transparent;
    -webkit-text-stroke-color: transparent; stroke: transparent; text-shadow: none; text-decoration: none }`);
  for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  globalThis.withoutWords = numbers => {
    for (const [one, style] of globalThis.changed ?? []) one.setAttribute('style', style);
    globalThis.changed = [];
    const hidden = new Highlight(...numbers.map(number => ranges[number]));
    hidden.priority = 2147483647;
    CSS.highlights.set('NAME', hidden);
    for (const number of numbers) {
      for (let one = ranges[number].startContainer.parentElement; one; one = one.parentElement) {
        if (!getComputedStyle(one).backgroundClip.includes('text')) continue;
        globalThis.changed.push([one, one.getAttribute('style') ?? '']);
        one.style.setProperty('background', 'none', 'important');
      }
    }
  };
  return texts;
})()"""
"""Words with their rectangles in pixels of the page, by the text they stand in, without what is hidden by its style.

Of each the gap before it is told, too. `withoutWords` then takes some of them off the page, by their numbers, and
nothing else: a highlight makes words transparent without moving anything, and its name is by chance.
"""


def words_of(most_height: int, name: str) -> str:
    """The expression for a picture of so many pixels at most; `name` is the highlight's, known to nobody."""
    text = WORDS.replace("NAME", name)
    numbers = {
        "MOST_NODES": MOST_NODES, "MOST_WORDS": MOST_WORDS, "SINGLE_WORDS": SINGLE_WORDS, "MOST_HEIGHT": most_height,
    }  # fmt: skip
    for constant, number in numbers.items():
        text = text.replace(constant, str(number))
    return text
