import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { checkout, stateFolder } from './folders'
import { lock } from './lock'
import { Complaint, progress } from './progress'

/** Generates the Prisma client when it is missing or made from another schema. */
export async function generate(): Promise<void> {
  if (isFresh()) return
  mkdirSync(stateFolder, { recursive: true })
  const release = await lock(path.join(stateFolder, 'generate.lock'), () => {})
  try {
    if (isFresh()) return
    progress('Generating the database client')
    run()
    writeFileSync(madeFrom, schemaDigest())
  } finally {
    release()
  }
}

const madeFrom = path.join(checkout, 'prisma', 'client', '.made-from')

const isFresh = () => existsSync(madeFrom) && readFileSync(madeFrom, 'utf8') === schemaDigest()

/** The schema and the version of Prisma that read it. */
function schemaDigest(): string {
  const hash = createHash('sha256').update(readFileSync(path.join(checkout, 'prisma', 'schema.prisma')))
  return hash.update(readFileSync(path.join(prismaFolder(), 'package.json'))).digest('hex')
}

function run(): void {
  const result = spawnSync(process.execPath, [path.join(prismaFolder(), 'build', 'index.js'), 'generate'], {
    cwd: checkout,
    encoding: 'utf8',
    // Prisma would download an engine that generating never uses; any file that exists keeps it from that.
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' },
  })
  if (result.status !== 0) throw new Complaint(`prisma generate failed:\n${result.stdout}${result.stderr}`)
}

const prismaFolder = () => path.dirname(createRequire(import.meta.url).resolve('prisma/package.json'))
