import { expect, test } from 'vitest'
import { EnvironmentError, readEnvironment } from './env'

const problems = (source: Record<string, string>) => {
  try {
    readEnvironment(source)
    return []
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error
    return error.message
      .split('\n')
      .slice(1)
      .map(line => line.trim())
  }
}

test('Nothing at all is a right environment: this machine alone, port 3000', () => {
  const read = readEnvironment({})
  expect(read).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    baseUrl: 'http://127.0.0.1:3000',
    patience: 15_000,
    operatorDatabase: false,
  })
})

test('An empty variable counts as none', () => {
  expect(readEnvironment({ PORT: '', DATABASE_URL: '', SMTP_URL: '' })).toEqual(readEnvironment({}))
})

test('Every wrong variable is named in one list', () => {
  const wrong = {
    PORT: '70000',
    DATABASE_URL: 'mysql://x/y',
    AUTH_SECRET: 'short',
    LOG_LEVEL: 'loud',
    PATIENCE: '4',
    BASE_URL: 'startex',
  }
  const named = problems(wrong).map(line => line.split(' ')[0])
  expect(named.sort()).toEqual(Object.keys(wrong).sort())
})

test.each(['0', '-1', '3000.5', 'http', '65536'])('PORT=%s is refused', value => {
  expect(problems({ PORT: value })).toEqual(['PORT must be a port, 1 to 65535'])
})

test("A database address with a parameter of Prisma's is refused by its name", () => {
  expect(problems({ DATABASE_URL: 'postgresql://u:p@h/d?schema=public&sslmode=require' })[0]).toMatch(
    /schema: only Prisma/,
  )
  expect(problems({ DATABASE_URL: 'postgresql://u:p@h/d?sslmode=require' })).toEqual([])
})

test("The database that Startex runs is never taken for an operator's", () => {
  const own = readEnvironment({ STARTEX_DATABASE_URL: 'postgresql://startex@127.0.0.1/startex' })
  expect(own).toMatchObject({
    operatorDatabase: false,
    databaseUrlOrNull: 'postgresql://startex@127.0.0.1/startex',
  })
  const given = {
    DATABASE_URL: 'postgresql://u@h/d',
    STARTEX_DATABASE_URL: 'postgresql://startex@127.0.0.1/startex',
  }
  expect(readEnvironment(given)).toMatchObject({
    operatorDatabase: true,
    databaseUrlOrNull: 'postgresql://u@h/d',
  })
})

test('Mail and single sign-on are taken whole or not at all', () => {
  expect(problems({ SMTP_URL: 'smtp://mail:587' })).toEqual(['MAIL_FROM is needed with SMTP_URL'])
  expect(problems({ OIDC_ISSUER: 'https://id.example.org' })).toHaveLength(1)
})

test('The address people see loses its last slash and holds an IPv6 host in brackets', () => {
  expect(readEnvironment({ BASE_URL: 'https://startex.example.org/' }).baseUrl).toBe(
    'https://startex.example.org',
  )
  expect(readEnvironment({ HOST: '::1', PORT: '80' }).baseUrl).toBe('http://[::1]:80')
})
