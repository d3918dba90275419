/** One tag or run of text. `attribute` reads one of the tag's own, entities resolved; null where it has none such. */
export type XmlEvents = {
  open: (name: string, tag: string) => void
  close: (name: string) => void
  text: (text: string) => void
}

/** What is no XML, is cut short, or brings its own entities: those can unfold without end, and no workbook needs them. */
class XmlProblem extends Error {}

const piece = 1 << 20

/**
 * Walks through XML without building a tree, in pieces, so that memory is bounded by what the listener keeps. Names come
 * without their prefix. Throws an XmlProblem.
 */
export function walkXml(bytes: Uint8Array, events: XmlEvents): void {
  const decoder = new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8')
  let [rest, depth, seen] = ['', 0, false]
  for (let at = 0; at <= bytes.length; at += piece) {
    const last = at + piece > bytes.length
    const text = rest + decoder.decode(bytes.subarray(at, at + piece), { stream: !last })
    const read = walkPiece(text, depth, events)
    ;[rest, depth] = [text.slice(read.end), read.depth]
    seen ||= read.tags > 0
    // A tag longer than a piece is none that a workbook has.
    if (rest.length > piece) throw new XmlProblem('long')
    if (last && (depth !== 0 || !seen || rest.trim() !== '')) throw new XmlProblem('cut')
  }
}

/** Reads whole tags and the text before them; `end` is where what is not whole begins. */
function walkPiece(
  text: string,
  from: number,
  events: XmlEvents,
): { end: number; depth: number; tags: number } {
  let [at, depth, tags] = [0, from, 0]
  for (;;) {
    const open = text.indexOf('<', at)
    if (open === -1) break
    const end = endOfTag(text, open)
    if (end === -1) break
    if (open > at && depth > 0) events.text(resolved(text.slice(at, open)))
    at = end
    const second = text.charCodeAt(open + 1)
    if (second === 0x21) bang(text.slice(open, end), events)
    else if (second === 0x2f) {
      depth -= 1
      if (depth < 0) throw new XmlProblem('closed')
      events.close(localName(text, open + 2, end))
    } else if (second !== 0x3f) {
      tags += 1
      const name = localName(text, open + 1, end)
      events.open(name, text.slice(open, end))
      if (text.charCodeAt(end - 2) === 0x2f) events.close(name)
      else depth += 1
    }
  }
  return { end: at, depth, tags }
}

/** After the tag that begins at `open`, or -1 where it is not whole yet. A `>` may stand within quotes. */
function endOfTag(text: string, open: number): number {
  if (text.startsWith('<!--', open)) return after(text, '-->', open)
  if (text.startsWith('<![CDATA[', open)) return after(text, ']]>', open)
  let end = text.indexOf('>', open)
  while (end !== -1 && quoteOpen(text, open, end)) end = text.indexOf('>', end + 1)
  return end + (end === -1 ? 0 : 1)
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at === -1 ? -1 : at + mark.length
}

function quoteOpen(text: string, from: number, to: number): boolean {
  let quote = 0
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (quote === 0 ? code === 0x22 || code === 0x27 : code === quote) quote = quote === 0 ? code : 0
  }
  return quote !== 0
}

function bang(tag: string, events: XmlEvents): void {
  if (tag.startsWith('<![CDATA[')) events.text(tag.slice(9, -3))
  else if (!tag.startsWith('<!--')) throw new XmlProblem('declared')
}

function localName(text: string, from: number, end: number): string {
  let [start, at] = [from, from]
  for (; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x3a) start = at + 1
    else if (code <= 0x20 || code === 0x2f || code === 0x3e) break
  }
  return text.slice(start, at)
}

const patterns = new Map<string, RegExp>()

/** An attribute of a tag by its name as written (`r`, `r:id`). */
export function attribute(tag: string, name: string): string | null {
  let pattern = patterns.get(name)
  if (!pattern) {
    pattern = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    patterns.set(name, pattern)
  }
  const found = pattern.exec(tag)
  return found ? resolved(found[1] ?? found[2] ?? '') : null
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The five entities that XML brings along, and characters by number. Others are declared, and refused. */
function resolved(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(?:x([0-9a-f]{1,6})|(\d{1,7}))|([^;&\s]{1,40}));/gi, (_, hex, digits, name) => {
    if (name !== undefined) {
      const known = named[name]
      if (known === undefined) throw new XmlProblem('entity')
      return known
    }
    const code = hex === undefined ? Number(digits) : Number.parseInt(hex, 16)
    if (code > 0x10ffff) throw new XmlProblem('character')
    return String.fromCodePoint(code)
  })
}
