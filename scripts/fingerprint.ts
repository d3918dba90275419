import { createHash } from 'node:crypto'
import { type Dirent, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** What lies in the checkout but goes into no build. Everything else counts, so a new folder cannot be forgotten. */
const outside = new Set([
  'node_modules',
  'e2e',
  'bench',
  'scripts',
  'prisma/client',
  'prisma/migrations',
  'test-results',
])
const outsideFile = /(\.test\.tsx?|\.md|\.tsbuildinfo|\.config\.ts|^next-env\.d\.ts|^LICENSE|^biome\.json)$/

/** A digest of every file that a build of this checkout reads. */
export function buildFingerprint(root: string): string {
  const hash = createHash('sha256').update(`node ${process.versions.node.split('.')[0]}\n`)
  for (const file of inputs(root, ''))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(root, file)))
      .update('\0')
  return hash.digest('hex').slice(0, 16)
}

function inputs(root: string, folder: string): string[] {
  const entries = readdirSync(path.join(root, folder), { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )
  return entries.flatMap(entry => input(root, folder, entry))
}

function input(root: string, folder: string, entry: Dirent): string[] {
  const name = path.posix.join(folder, entry.name)
  if (entry.name.startsWith('.') || outside.has(name)) return []
  if (entry.isDirectory()) return inputs(root, name)
  return entry.isFile() && !outsideFile.test(entry.name) ? [name] : []
}
