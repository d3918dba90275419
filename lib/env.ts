import { z } from 'zod'

// The one reader of process.env. Every line of .env.example is explained there; here is what each must look like.

/** An empty variable counts as none: that is how a script takes away what a .env file would give. */
const text = z.preprocess(value => (value === '' ? undefined : value), z.string().optional())
const url = (protocols: RegExp, example: string) =>
  text.refine(value => value === undefined || isUrl(value, protocols), { error: `must look like ${example}` })

const portProblem = 'must be a port, 1 to 65535'
const port = z.int({ error: portProblem }).min(1, portProblem).max(65_535, portProblem)

const proxyProblem = 'must be the number of proxies in front of Startex, 0 to 9'

const patienceProblem = 'must be a number of seconds, 5 to 300'

const databaseExample = 'postgresql://user:password@host:5432/database'
const databaseUrl = url(/^postgres(ql)?:$/, databaseExample).refine(value => prismaOnly(value).length === 0, {
  error: issue => `must not carry ${prismaOnly(String(issue.input)).join(', ')}: only Prisma knows it`,
})

const variables = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT: text.transform(value => Number(value ?? 3000)).pipe(port),
  HOST: text.pipe(z.string().default('127.0.0.1')),
  BASE_URL: url(/^https?:$/, 'https://startex.example.org'),
  DATABASE_URL: databaseUrl,
  STARTEX_DATABASE_URL: databaseUrl,
  STARTEX_DATA: text,
  AUTH_SECRET: text.pipe(
    z.string().min(32, { error: 'must be 32 characters or longer (openssl rand -hex 32)' }).optional(),
  ),
  SMTP_URL: url(/^smtps?:$/, 'smtp://user:password@host:587'),
  MAIL_FROM: text,
  OIDC_ISSUER: url(/^https?:$/, 'https://id.example.org'),
  OIDC_CLIENT_ID: text,
  OIDC_CLIENT_SECRET: text,
  TRUST_PROXY: text
    .transform(value => Number(value ?? 0))
    .pipe(z.int({ error: proxyProblem }).min(0, proxyProblem).max(9, proxyProblem)),
  PATIENCE: text
    .transform(value => Number(value ?? 15))
    .pipe(z.int({ error: patienceProblem }).min(5, patienceProblem).max(300, patienceProblem)),
  LOG_LEVEL: text.pipe(
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  ),
  CHROMIUM_PATH: text,
})

const checked = variables
  .refine(given => !given.SMTP_URL || given.MAIL_FROM, {
    path: ['MAIL_FROM'],
    error: 'is needed with SMTP_URL',
  })
  .refine(given => !given.OIDC_ISSUER || (given.OIDC_CLIENT_ID && given.OIDC_CLIENT_SECRET), {
    path: ['OIDC_CLIENT_ID'],
    error: 'and OIDC_CLIENT_SECRET are needed with OIDC_ISSUER',
  })

/** A wrong environment; its message lists every wrong variable on a line of its own. */
export class EnvironmentError extends Error {}

export type Environment = ReturnType<typeof readEnvironment>

/** Checks and names the variables. Throws an EnvironmentError that lists each wrong one. */
export function readEnvironment(source: Record<string, string | undefined>) {
  const result = checked.safeParse(source)
  if (!result.success) {
    const lines = result.error.issues.map(issue => `  ${issue.path.join('.')} ${issue.message}`)
    throw new EnvironmentError(`The environment is not right:\n${lines.join('\n')}`)
  }
  const given = result.data
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = given
  return {
    production: given.NODE_ENV === 'production',
    /** The operator's own database, or null when Startex runs one itself. */
    operatorDatabaseUrl: given.DATABASE_URL ?? null,
    /** True when an operator gave the database, so nothing of the demo may exist. */
    operatorDatabase: given.DATABASE_URL !== undefined,
    /** The database in use. Null only in commands that have not started one yet. */
    databaseUrlOrNull: given.DATABASE_URL ?? given.STARTEX_DATABASE_URL ?? null,
    host: given.HOST,
    port: given.PORT,
    /** The address people see, without a slash at the end. */
    baseUrl: (given.BASE_URL ?? `http://${addressHost(given.HOST)}:${given.PORT}`).replace(/\/+$/, ''),
    dataFolder: given.STARTEX_DATA,
    authSecretOrNull: given.AUTH_SECRET ?? null,
    smtpUrl: given.SMTP_URL ?? null,
    mailFrom: given.MAIL_FROM ?? 'Startex <startex@localhost>',
    oidc: issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : null,
    trustedProxies: given.TRUST_PROXY,
    /** Milliseconds that one change may wait for its turn, and then take. */
    patience: given.PATIENCE * 1000,
    logLevel: given.LOG_LEVEL,
    chromiumPath: given.CHROMIUM_PATH ?? null,
  }
}

let read: Environment | undefined

/** The environment, read once at its first use: a build imports this file and needs none of it. */
function current(): Environment {
  read ??= readEnvironment(process.env)
  return read
}

export const env = {
  get production() {
    return current().production
  },
  get operatorDatabase() {
    return current().operatorDatabase
  },
  /** Connection string of the database in use. */
  get databaseUrl() {
    return needed(
      current().databaseUrlOrNull,
      'DATABASE_URL is missing (npm start and npm run dev bring a database of their own)',
    )
  },
  get host() {
    return current().host
  },
  get port() {
    return current().port
  },
  get baseUrl() {
    return current().baseUrl
  },
  /** Signs sessions; at least 32 characters. */
  get authSecret() {
    return needed(current().authSecretOrNull, 'AUTH_SECRET is missing (openssl rand -hex 32)')
  },
  get patience() {
    return current().patience
  },
  get smtpUrl() {
    return current().smtpUrl
  },
  get mailFrom() {
    return current().mailFrom
  },
  get oidc() {
    return current().oidc
  },
  /** Proxies of the operator's between us and the callers; each adds what it saw to X-Forwarded-For. */
  get trustedProxies() {
    return current().trustedProxies
  },
  get logLevel() {
    return current().logLevel
  },
}

function needed<Value>(value: Value | null, problem: string): Value {
  if (value === null) throw new EnvironmentError(`The environment is not right:\n  ${problem}`)
  return value
}

function isUrl(value: string, protocols: RegExp): boolean {
  return URL.canParse(value) && protocols.test(new URL(value).protocol)
}

function prismaOnly(value: string | undefined): string[] {
  if (value === undefined || !URL.canParse(value)) return []
  const known = ['schema', 'connection_limit', 'pool_timeout', 'pgbouncer', 'socket_timeout']
  return known.filter(name => new URL(value).searchParams.has(name))
}

const addressHost = (host: string) => (host.includes(':') ? `[${host}]` : host)
