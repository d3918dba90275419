import { type APIResponse, expect, type Response } from '@playwright/test'

type Answer = APIResponse | Response | null

const always = {
  'x-content-type-options': 'nosniff',
  // Nothing at all where the address itself is a key.
  'referrer-policy': /^(strict-origin-when-cross-origin|no-referrer)$/,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': /camera=\(\)/,
}

/** What no answer says, whatever was asked: where our code stands, what it runs on, what its tables are called. */
const inner = [
  /prisma|postgres|graphile|better-auth|node_modules|next-builds|\bECONN[A-Z]+/i,
  /\b(SELECT|INSERT|UPDATE|DELETE) [^<]{0,80}"?[A-Z][a-z]+"|invalid input syntax|violates|duplicate key|relation "/,
  /\bP20\d\d\b|\b(22P02|23503|23505|23514|42P01)\b/,
  /\bat (async )?\S+ \(\S+:\d+:\d+\)|\.tsx?:\d+/,
]

/** The headers of any answer, and that its text tells nothing of our insides. */
export async function expectGuards(answer: Answer): Promise<void> {
  const headers = answer?.headers() ?? {}
  const about = answer?.url() ?? ''
  for (const [name, value] of Object.entries(always)) {
    if (typeof value === 'string') expect(headers[name], `${name} of ${about}`).toBe(value)
    else expect(headers[name], `${name} of ${about}`).toMatch(value)
  }
  // Who frames the embedded timeline, its policy says alone; nobody where no host is named.
  const embedded = new URL(about || 'http://nowhere').pathname.startsWith('/embed/')
  expect(headers['x-frame-options'], about).toBe(embedded ? undefined : 'DENY')
  expect(headers['x-powered-by'], about).toBeUndefined()
  expect(headers['content-security-policy'], about).toContain("frame-ancestors 'none'")
  const text = (await answer?.text()) ?? ''
  const told = inner.flatMap(pattern => pattern.exec(text)?.[0] ?? [])
  expect(told, `what ${about} tells of its insides`).toEqual([])
}

/** The strict policy of a page: what runs or styles carries the nonce of this one answer. */
export async function expectPageHeaders(answer: Answer): Promise<void> {
  await expectGuards(answer)
  const about = answer?.url() ?? ''
  const policy = new Map(
    (answer?.headers()['content-security-policy'] ?? '')
      .split(/;\s*/)
      .map(part => [part.split(' ')[0] ?? '', part.split(' ').slice(1)]),
  )
  const nonce = policy.get('script-src')?.find(source => source.startsWith("'nonce-"))
  expect(policy.get('default-src'), about).toEqual(["'self'"])
  expect(policy.get('script-src'), about).toEqual(["'self'", nonce, "'strict-dynamic'"])
  expect(policy.get('style-src'), about).toEqual(["'self'", nonce])
  expect(policy.get('style-src-elem'), about).toEqual(["'self'", nonce])
  expect(policy.get('style-src-attr'), about).toEqual(["'unsafe-inline'"])
  for (const name of ['object-src', 'base-uri', 'frame-src', 'frame-ancestors'])
    expect(policy.get(name), `${name} of ${about}`).toEqual(["'none'"])
  for (const name of ['form-action', 'connect-src', 'font-src'])
    expect(policy.get(name), `${name} of ${about}`).toEqual(["'self'"])
  expect(
    [...policy.values()].flat().filter(source => /^(https?|wss?):|\*/.test(source)),
    about,
  ).toEqual([])

  const html = (await answer?.text()) ?? ''
  const tags = html.match(/<(script|style)\b[^>]*>/g) ?? []
  expect(tags.length, about).toBeGreaterThan(0)
  const given = `nonce="${nonce?.slice("'nonce-".length, -1)}"`
  expect(
    tags.filter(tag => !tag.includes(given)),
    about,
  ).toEqual([])
  expect(html, about).not.toMatch(/<[a-z][^>]*\son[a-z]+=/i)
}
