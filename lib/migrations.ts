import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** One step of the database's history, in Prisma's layout. */
export type Migration = { name: string; sql: string; checksum: string }

/** A row of Prisma's own record of what has been applied. */
export type AppliedMigration = { name: string; checksum: string; finished: boolean }

/** Every migration of this version of Startex, oldest first. */
export function listMigrations(folder = path.join(process.cwd(), 'prisma', 'migrations')): Migration[] {
  return readdirSync(/* turbopackIgnore: true */ folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort()
    .map(name => {
      const content = readFileSync(/* turbopackIgnore: true */ path.join(folder, name, 'migration.sql'))
      return { name, sql: content.toString('utf8'), checksum: checksum(content) }
    })
}

/** Prisma's checksum of a migration: SHA-256 of the file's bytes, in hex. */
export function checksum(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex')
}

/** The migrations still to apply. Names only: whether an applied one was edited later is `migrationProblem`'s part. */
export function pendingMigrations(migrations: Migration[], applied: AppliedMigration[]): Migration[] {
  const finished = new Set(applied.filter(row => row.finished).map(row => row.name))
  return migrations.filter(migration => !finished.has(migration.name))
}

/** Why a database cannot be migrated by this version, in words for the operator; null when it can. */
export function migrationProblem(migrations: Migration[], applied: AppliedMigration[]): string | null {
  for (const row of applied) {
    const migration = migrations.find(one => one.name === row.name)
    if (!row.finished)
      return `The migration ${row.name} failed earlier and left the database half changed. Restore a backup, or mend it and record it with: npx prisma migrate resolve`
    if (!migration)
      return `The database holds the migration ${row.name}, which this version of Startex does not know: it was made by a newer one.`
    if (migration.checksum !== row.checksum)
      return `The migration ${row.name} has been edited since it was applied. Put its file back as it was, and write the change as a new migration.`
  }
  return null
}
