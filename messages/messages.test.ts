import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { readCatalogue, type Words } from '@/lib/messages'
import { argumentsOf, flatten } from './icu-shape'
import { literalWords, usedKeys } from './source-words'

const english = readCatalogue('en')
const french = readCatalogue('fr')
const namespaces = Object.keys(english).sort()
const root = path.resolve(import.meta.dirname, '..')

function sources(): ts.SourceFile[] {
  const files = ['app', 'components'].flatMap(folder =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(file => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
      .map(file => path.join(folder, file)),
  )
  return files.map(file => {
    const text = readFileSync(path.join(root, file), 'utf8')
    return ts.createSourceFile(
      file,
      text,
      ts.ScriptTarget.Latest,
      true,
      file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
    )
  })
}

test('both languages have the same namespaces', () => {
  expect(Object.keys(french).sort()).toEqual(namespaces)
})

test.each(namespaces)('%s has the same keys in both languages', namespace => {
  expect([...flatten(french[namespace] ?? {}).keys()].sort()).toEqual(
    [...flatten(english[namespace] ?? {}).keys()].sort(),
  )
})

test.each(namespaces)('%s asks for the same arguments in both languages', namespace => {
  const others = flatten(french[namespace] ?? {})
  const asked = (messages: Iterable<[string, string]>) =>
    Object.fromEntries([...messages].map(([key, message]) => [key, argumentsOf(message)]))
  expect(asked(others)).toEqual(asked(flatten(english[namespace] ?? {})))
})

test('no message is empty', () => {
  const empty = [english, french].flatMap(catalogue =>
    Object.entries(catalogue).flatMap(([namespace, words]) =>
      [...flatten(words)]
        .filter(([, message]) => message.trim() === '')
        .map(([key]) => `${namespace}.${key}`),
    ),
  )
  expect(empty).toEqual([])
})

test('at most one French message in ten equals the English one', () => {
  const pairs = namespaces.flatMap(namespace => {
    const others = flatten(french[namespace] ?? {})
    return [...flatten(english[namespace] ?? {})].map(([key, message]) => ({
      key: `${namespace}.${key}`,
      equal: others.get(key) === message,
    }))
  })
  const equal = pairs.filter(pair => pair.equal).map(pair => pair.key)
  expect(equal.length / pairs.length, `equal: ${equal.join(', ')}`).toBeLessThanOrEqual(0.1)
})

test('no word on screen stands in a component', () => {
  const findings = sources().flatMap(source =>
    literalWords(source).map(({ line, text }) => `${source.fileName}:${line} ${text}`),
  )
  expect(findings).toEqual([])
  // Every component is parsed, which takes longer than five seconds on a busy machine.
}, 30_000)

test('every message that a component asks for exists', () => {
  const known = (words: Words | undefined, key: string, open: boolean) => {
    const keys = [...flatten(words ?? {}).keys()]
    return open ? keys.some(other => other.startsWith(key)) : keys.includes(key)
  }
  const missing = sources().flatMap(source =>
    usedKeys(source).flatMap(({ line, namespace, key, open }) => {
      const [file = '', ...rest] = namespace.split('.')
      const full = [...rest, key].join('.')
      return known(english[file], full, open)
        ? []
        : [`${source.fileName}:${line} ${file}: ${full}${open ? '…' : ''}`]
    }),
  )
  expect(missing).toEqual([])
})

function parsed(code: string): ts.SourceFile {
  return ts.createSourceFile('sample.tsx', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
}

test('the finder of literal words sees text, attributes, branches and labels, and lets signs pass', () => {
  const findings = literalWords(
    parsed(`
      export const metadata = { title: 'Nations' }
      const a = <p title="Hidden words">Shown words {ok ? 'Yes' : t('no')} {\`\${n} people\`}</p>
      const b = <Field name="start.day" label={'Start'} className="grid gap-2">× {n} / {m} Z</Field>
    `),
  )
  expect(findings.map(finding => finding.text)).toEqual([
    "'Nations'",
    '"Hidden words"',
    'Shown words',
    "'Yes'",
    expect.stringContaining('people'),
    "'Start'",
  ])
})

test('the finder of used keys follows the translator of the nearest scope', () => {
  const keys = usedKeys(
    parsed(`
      async function Page() { const t = await getTranslations('teams'); return t('title') + t.rich(\`kinds.\${kind}\`) }
      function Other() { const t = useTranslations('nations'); return items.map(item => t('one')) }
      function Third({ t }) { return t('elsewhere') }
    `),
  )
  expect(keys.map(({ namespace, key, open }) => ({ namespace, key, open }))).toEqual([
    { namespace: 'teams', key: 'title', open: false },
    { namespace: 'teams', key: 'kinds.', open: true },
    { namespace: 'nations', key: 'one', open: false },
  ])
})
