import { expect, test } from 'vitest'
import { answerPolicy, pagePolicy } from './content-policy'

function directives(policy: string): Map<string, string[]> {
  return new Map(
    policy.split('; ').map(part => {
      const [name = '', ...sources] = part.split(' ')
      return [name, sources]
    }),
  )
}

const live = directives(pagePolicy({ nonce: 'abc', production: true, https: true }))

test('a page in production runs and styles nothing but what carries its nonce or comes from ourselves', () => {
  expect(live.get('script-src')).toEqual(["'self'", "'nonce-abc'", "'strict-dynamic'"])
  expect(live.get('style-src-elem')).toEqual(["'self'", "'nonce-abc'"])
  expect(live.get('style-src')).toEqual(["'self'", "'nonce-abc'"])
  expect(live.get('style-src-attr')).toEqual(["'unsafe-inline'"])
})

test('no outside host, no eval and no scheme stands in the policy of production', () => {
  const sources = [...live.values()].flat()
  expect(sources.filter(source => !/^('[a-z0-9-]+'|data:)$/.test(source))).toEqual([])
  expect(sources).not.toContain("'unsafe-eval'")
})

test('a page is never framed, has no base and sends its forms home', () => {
  for (const name of ['frame-ancestors', 'base-uri', 'object-src']) expect(live.get(name)).toEqual(["'none'"])
  expect(live.get('form-action')).toEqual(["'self'"])
})

test('a page that names hosts is framed by them alone', () => {
  const framedBy = ['https://example.org', 'https://*.mil.example']
  const framed = directives(pagePolicy({ nonce: 'abc', production: true, https: true, framedBy }))
  expect(framed.get('frame-ancestors')).toEqual(framedBy)
})

test('only a page served over https asks browsers to stay there', () => {
  expect(live.has('upgrade-insecure-requests')).toBe(true)
  expect(pagePolicy({ nonce: 'abc', production: true, https: false })).not.toContain('upgrade')
})

test('an answer that is no page may load nothing', () => {
  expect(directives(answerPolicy).get('default-src')).toEqual(["'none'"])
})
