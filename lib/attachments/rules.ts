/** The longest file, in bytes: what a route under /api takes, with room for what stands around it. */
export const longestAttachment = 1_000_000
/** All files of one exercise together, in bytes. */
export const mostAttached = 100_000_000

const longestName = 200

const text = 'text/plain;charset=utf-8'
const office = 'application/vnd.openxmlformats-officedocument.'
const open = 'application/vnd.oasis.opendocument.'

/** What may be attached: the ending of the name, the type it is sent as, and how such a file begins. */
const kinds: Record<string, { mime: string; begins: 'text' | 'zip' | readonly (number | null)[] }> = {
  pdf: { mime: 'application/pdf', begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  png: { mime: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  jpg: { mime: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
  jpeg: { mime: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
  gif: { mime: 'image/gif', begins: [0x47, 0x49, 0x46, 0x38] },
  webp: {
    mime: 'image/webp',
    begins: [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50],
  },
  mp3: { mime: 'audio/mpeg', begins: [0x49, 0x44, 0x33] },
  docx: { mime: `${office}wordprocessingml.document`, begins: 'zip' },
  xlsx: { mime: `${office}spreadsheetml.sheet`, begins: 'zip' },
  pptx: { mime: `${office}presentationml.presentation`, begins: 'zip' },
  odt: { mime: `${open}text`, begins: 'zip' },
  ods: { mime: `${open}spreadsheet`, begins: 'zip' },
  odp: { mime: `${open}presentation`, begins: 'zip' },
  txt: { mime: text, begins: 'text' },
  md: { mime: text, begins: 'text' },
  csv: { mime: text, begins: 'text' },
  log: { mime: text, begins: 'text' },
  json: { mime: text, begins: 'text' },
  eml: { mime: text, begins: 'text' },
  ics: { mime: text, begins: 'text' },
}

/** For the field that chooses a file. */
export const attachable = Object.keys(kinds).map(ending => `.${ending}`)

const endingOf = (name: string) => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** The type of a file whose bytes are what its name says, else null. Programs, pages and drawings with scripts are not. */
export function typeOf(name: string, bytes: Uint8Array): string | null {
  const ending = endingOf(name)
  const kind = Object.hasOwn(kinds, ending) ? kinds[ending] : undefined
  if (!kind) return null
  if (kind.begins === 'text') return isText(bytes) ? kind.mime : null
  if (kind.begins === 'zip') return isOfficeFile(bytes) ? kind.mime : null
  return kind.begins.every((byte, at) => byte === null || bytes[at] === byte) ? kind.mime : null
}

/** UTF-8 without control characters but breaks and tabs. */
function isText(bytes: Uint8Array): boolean {
  try {
    const read = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return !/[^\P{Cc}\n\r\t\f]/u.test(read)
  } catch {
    return false
  }
}

/** A ZIP whose first entry is one that such files begin with. */
function isOfficeFile(bytes: Uint8Array): boolean {
  if (![0x50, 0x4b, 0x03, 0x04].every((byte, at) => bytes[at] === byte)) return false
  const length = (bytes[26] ?? 0) + 256 * (bytes[27] ?? 0)
  const first = new TextDecoder().decode(bytes.subarray(30, 30 + length))
  return /^(\[Content_Types\]\.xml|mimetype|(_rels|docProps|word|xl|ppt|customXml)\/.*)$/.test(first)
}

/**
 * A name that any system can keep: without folders, control characters, what reads backwards and signs that some systems
 * refuse; at most 200 characters, its ending kept. Empty where nothing is left.
 */
export function cleanName(given: string): string {
  const plain = given
    .normalize('NFC')
    .replace(/^.*[/\\]/, '')
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029<>:"|?*]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  if (plain.length <= longestName) return plain
  const ending = `.${endingOf(plain)}`
  return plain.slice(0, longestName - ending.length).trimEnd() + ending
}
