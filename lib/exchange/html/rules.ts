const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }
const breaks = new Set([
  'br',
  '/p',
  '/div',
  '/h1',
  '/h2',
  '/h3',
  '/h4',
  '/h5',
  '/h6',
  '/tr',
  '/ul',
  '/ol',
  '/table',
])
const known = /<\/?(?:p|br|div|ul|ol|li|b|strong|i|em|img|span|table|h[1-6]|a)\b/i

/**
 * Rich text as plain Markdown, in one pass however it was broken. What was embedded in it (`images`) cannot stay. Text
 * without tags is left as it is.
 */
export function markdownOf(html: string): { text: string; images: number } {
  if (!known.test(html)) return { text: html, images: 0 }
  let [text, images, at] = ['', 0, 0]
  for (;;) {
    const open = html.indexOf('<', at)
    const close = open === -1 ? -1 : html.indexOf('>', open)
    if (close === -1) break
    const name = /^<(\/?[a-z][a-z0-9]{0,9})\b/i.exec(html.slice(open, open + 14))?.[1]?.toLowerCase()
    text += html.slice(at, open) + (name === undefined ? html.slice(open, close + 1) : markOf(name))
    if (name === 'img') images += 1
    at = close + 1
  }
  const resolved = (text + html.slice(at)).replace(
    /&(amp|lt|gt|quot|apos|nbsp);/g,
    (whole, name: string) => entities[name] ?? whole,
  )
  return {
    text: resolved
      .replaceAll('****', '')
      .replace(/ ?\n{3,}/g, '\n\n')
      .trim(),
    images,
  }
}

function markOf(name: string): string {
  if (breaks.has(name)) return '\n'
  if (name === 'li') return '\n- '
  if (/^\/?(?:strong|b)$/.test(name)) return '**'
  return /^\/?(?:em|i)$/.test(name) ? '*' : ''
}
