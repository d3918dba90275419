import { expect, test } from 'vitest'
import { checksum, migrationProblem, pendingMigrations } from './migrations'

const migration = (name: string, sql = name) => ({ name, sql, checksum: checksum(sql) })
const [first, second] = [migration('1_init'), migration('2_guards')]
const applied = (one: { name: string; checksum: string }, finished = true) => ({ ...one, finished })

test("The checksum is Prisma's: SHA-256 of the file as it lies, in hex", () => {
  expect(checksum('select 1;\n')).toBe('4a45092ccf992ea92250053a80b931b787924ba61648f420555511b84f10ab6c')
})

test('What is not recorded as finished is still to apply', () => {
  expect(pendingMigrations([first, second], [])).toEqual([first, second])
  expect(pendingMigrations([first, second], [applied(first)])).toEqual([second])
  expect(pendingMigrations([first], [applied(first, false)])).toEqual([first])
})

test('A database of this version or an older one can be migrated', () => {
  expect(migrationProblem([first, second], [])).toBeNull()
  expect(migrationProblem([first, second], [applied(first)])).toBeNull()
})

test('An edited migration, a failed one and one of a newer version are refused by name', () => {
  const edited = { ...first, checksum: checksum('other') }
  expect(migrationProblem([first], [applied(edited)])).toMatch(/1_init has been edited/)
  expect(migrationProblem([first], [applied(first, false)])).toMatch(/1_init failed earlier/)
  expect(migrationProblem([first], [applied(first), applied(second)])).toMatch(/2_guards.*newer/)
})
