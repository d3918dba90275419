import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const markSchema = z.object({ pid: z.number(), startedAt: z.string() })
const runningSchema = z.object({ postgres: markSchema.nullable(), children: z.array(markSchema) })
const secretsSchema = z.object({ password: z.string(), authSecret: z.string() })

/** What the last start left running, so that the next one can tell its own processes from strangers. */
export type Running = z.infer<typeof runningSchema>
export type Secrets = z.infer<typeof secretsSchema>

const nothing: Running = { postgres: null, children: [] }

/** Exported for its test: a file cut short by a crash counts as empty, never as an error. */
export function parseRunning(text: string): Running {
  try {
    return runningSchema.parse(JSON.parse(text))
  } catch {
    return nothing
  }
}

export function readRunning(folder: string): Running {
  const file = path.join(folder, 'running.json')
  return existsSync(file) ? parseRunning(readFileSync(file, 'utf8')) : nothing
}

export function writeRunning(folder: string, change: Partial<Running>): void {
  writeWhole(path.join(folder, 'running.json'), { ...readRunning(folder), ...change })
}

/** The database's password and the secret that signs sessions: made once, readable by their owner alone. */
export function secrets(folder: string): Secrets {
  const file = path.join(folder, 'secrets.json')
  if (existsSync(file)) {
    chmodSync(file, 0o600)
    return secretsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  }
  const made = { password: randomBytes(24).toString('hex'), authSecret: randomBytes(32).toString('hex') }
  writeWhole(file, made)
  return made
}

/** A kill in the middle leaves the old file or the new one, never half of one. */
function writeWhole(file: string, content: unknown): void {
  writeFileSync(`${file}.new`, JSON.stringify(content), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
