import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyContent } from '../content/content.fixture'
import { contentSchema } from '../content/schema'
import { differencesOf, sameContent } from './rules'

const entry = (injects: object[], given: object = {}) =>
  contentSchema.parse({ format: 'startex-catalogue', version: 1, injects, ...given })
const nothing = { added: [], removed: [], changed: [], around: [] }

test('a version differs from itself in nothing, wherever its first inject was', () => {
  fc.assert(
    fc.property(anyContent, content => {
      expect(differencesOf(content, { ...content, startsAt: 99 })).toEqual(nothing)
      expect(sameContent(content, { ...content, startsAt: 99 })).toBe(true)
    }),
  )
})

test('every inject of two versions is added, removed or met again', () => {
  fc.assert(
    fc.property(anyContent, anyContent, (before, after) => {
      const { added, removed, changed } = differencesOf(before, after)
      const met = after.injects.length - added.length
      expect(before.injects.length - removed.length).toBe(met)
      expect(changed.length).toBeLessThanOrEqual(met)
    }),
  )
})

test('an inject is the same one by its title, else by its text, else by when it reaches whom', () => {
  const before = entry([
    { title: 'Feeder trips', text: 'Dark' },
    { title: 'Call', text: 'They call' },
    { title: 'Old words', at: 600, mode: 'Phone' },
    { title: 'Gone' },
  ])
  const after = entry([
    { title: 'Feeder trips', text: 'Darker' },
    { title: 'They ring', text: 'They call' },
    { title: 'New words', at: 600, mode: 'Phone' },
    { title: 'Come' },
  ])
  expect(differencesOf(before, after)).toEqual({
    ...{ added: ['Come'], removed: ['Gone'], around: [] },
    changed: [
      { title: 'Feeder trips', fields: [{ field: 'text', from: 'Dark', to: 'Darker' }] },
      { title: 'They ring', fields: [{ field: 'title', from: 'Call', to: 'They ring' }] },
      { title: 'New words', fields: [{ field: 'title', from: 'Old words', to: 'New words' }] },
    ],
  })
})

test('an inject put in before others changes nothing of what these wait for', () => {
  const wait = (at: number) => ({ on: 'inject', at, delaySeconds: 60 })
  const before = entry([{ title: 'First' }, { title: 'Second', waits: [wait(0)] }])
  const after = entry([{ title: 'Zero' }, { title: 'First' }, { title: 'Second', waits: [wait(1)] }])
  expect(differencesOf(before, after)).toEqual({ ...nothing, added: ['Zero'] })
  const other = entry([{ title: 'Zero' }, { title: 'First' }, { title: 'Second', waits: [wait(0)] }])
  expect(differencesOf(before, other).changed).toMatchObject([
    { title: 'Second', fields: [{ field: 'waits', from: 'First · released + 60 s' }] },
  ])
})

test('what stands around the injects is compared too', () => {
  const before = entry([{}], { name: 'Grid', incidents: [{ name: 'Blackout' }] })
  const after = entry([{}], { name: 'Grid', incidents: [{ name: 'Blackout', summary: 'Dark' }] })
  expect(differencesOf(before, after)).toEqual({
    ...nothing,
    around: [{ part: 'incidents', from: 'Blackout', to: 'Blackout: Dark' }],
  })
})
