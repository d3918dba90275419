import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeProblem, isAsked, missingOf, moved, optionsIn, readAnswer } from './rules'

const everybody = { roleIds: [], siteIds: [] }

describe('of whom a question is asked', () => {
  it('is everybody, where no role and no site is named', () => {
    expect(isAsked(everybody, { roleId: 'law', siteId: null })).toBe(true)
  })
  it('is only those of a role, only those at a site, and where both are named only whom both fit', () => {
    const [law, hall] = [
      { ...everybody, roleIds: ['law', 'media'] },
      { ...everybody, siteIds: ['hall'] },
    ]
    const both = { roleIds: ['law'], siteIds: ['hall'] }
    expect(isAsked(law, { roleId: 'media', siteId: null })).toBe(true)
    expect(isAsked(law, { roleId: 'web', siteId: 'hall' })).toBe(false)
    expect(isAsked(hall, { roleId: 'web', siteId: 'hall' })).toBe(true)
    expect(isAsked(hall, { roleId: 'law', siteId: null })).toBe(false)
    expect(isAsked(both, { roleId: 'law', siteId: 'quay' })).toBe(false)
    expect(isAsked(both, { roleId: 'law', siteId: 'hall' })).toBe(true)
  })
  it('never grows when a role or a site is named more', () => {
    const ids = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 })
    const place = fc.record({
      roleId: fc.constantFrom('a', 'b', 'c', 'd'),
      siteId: fc.constantFrom('a', 'd', null),
    })
    fc.assert(
      fc.property(ids, ids, place, (roleIds, siteIds, at) => {
        const narrow = isAsked({ roleIds, siteIds }, at)
        return !narrow || (isAsked({ ...everybody, roleIds }, at) && isAsked({ ...everybody, siteIds }, at))
      }),
    )
  })
  it('is missed only where it is required, asked and unanswered', () => {
    const question = (id: string, required: boolean, roleIds: string[] = []) => ({
      ...everybody,
      id,
      required,
      roleIds,
    })
    const questions = [
      question('1', true),
      question('2', true),
      question('3', false),
      question('4', true, ['law']),
    ]
    const missing = missingOf(questions, { roleId: 'web', siteId: null }, { 1: 'L', 2: null })
    expect(missing.map(({ id }) => id)).toEqual(['2'])
  })
})

describe('an answer as it is kept', () => {
  const read = (
    kind: Parameters<typeof readAnswer>[0]['kind'],
    given: string | null,
    options: string[] = [],
  ) => readAnswer({ kind, options }, given)
  it.each(['text', 'choice', 'number', 'date', 'yes_no'] as const)(
    'is none where a %s is left empty',
    kind => {
      expect(read(kind, '  ')).toEqual({ ok: true, value: null })
      expect(read(kind, null)).toEqual({ ok: true, value: null })
    },
  )
  it('keeps text of any script and its lines, trimmed and in one form', () => {
    expect(read('text', ' 佐藤 そら\n“é” ')).toEqual({ ok: true, value: '佐藤 そら\n“é”' })
    expect(read('text', 'ا\u202eب')).toEqual({ ok: false, reason: 'control_characters' })
    expect(read('text', 'x'.repeat(2001))).toEqual({ ok: false, reason: 'too_long' })
  })
  it('is one of the options, word for word', () => {
    expect(read('choice', 'L', ['M', 'L'])).toEqual({ ok: true, value: 'L' })
    expect(read('choice', 'l', ['M', 'L'])).toEqual({ ok: false, reason: 'not_an_option' })
    expect(read('yes_no', 'no')).toEqual({ ok: true, value: 'no' })
    expect(read('yes_no', 'maybe')).toEqual({ ok: false, reason: 'not_an_option' })
  })
  it.each([
    ['42', '42'],
    ['−1,50', '-1.5'],
    ['007', '7'],
    ['1 234', '1234'],
    ['４２．５', '42.5'],
    ['-0', '0'],
    ['0.125', '0.125'],
  ])('reads %s as the number %s', (given, value) => {
    expect(read('number', given)).toEqual({ ok: true, value })
  })
  it.each(['1,000', '1.000', 'four', '1e3', '1.2.3', '1234567890123', '.'])(
    'does not guess what %s means',
    given => {
      expect(read('number', given)).toEqual({ ok: false, reason: 'not_a_decimal' })
    },
  )
  it('is a day that the calendar has', () => {
    expect(read('date', '2028-02-29')).toEqual({ ok: true, value: '2028-02-29' })
    expect(read('date', '2027-02-29')).toEqual({ ok: false, reason: 'not_a_date' })
    expect(read('date', '4/3/2027')).toEqual({ ok: false, reason: 'not_a_date' })
  })
  it('comes back through its own form unchanged', () => {
    fc.assert(
      fc.property(fc.constantFrom('text', 'number', 'date', 'yes_no'), fc.string(), (kind, given) => {
        const first = read(kind as 'text', given)
        if (!first.ok) return true
        const again = read(kind as 'text', first.value)
        return again.ok && again.value === first.value
      }),
    )
  })
})

describe('a question that people have answered', () => {
  const size = { kind: 'choice' as const, options: ['S', 'M', 'L'] }
  const given = { answers: 3, byOption: { M: 2, L: 1 } }
  it('keeps its kind, and says how many have answered', () => {
    expect(changeProblem(size, { kind: 'text', options: [] }, given)).toMatchObject({
      field: 'kind',
      params: { people: 3 },
    })
    expect(changeProblem(size, { kind: 'text', options: [] }, { answers: 0, byOption: {} })).toBeNull()
  })
  it('keeps the options that somebody chose, and may lose the others', () => {
    expect(changeProblem(size, { ...size, options: ['S', 'L'] }, given)).toMatchObject({
      field: 'options',
      reason: 'option_is_chosen',
      params: { people: 2, option: 'M' },
    })
    expect(changeProblem(size, { ...size, options: ['XL', 'L', 'M'] }, given)).toBeNull()
  })
})

it('options are the lines that say something, each once', () => {
  expect(optionsIn(' S \r\n\nM\nS\n')).toEqual(['S', 'M'])
})

it('a question changes places with its neighbour and stays where it is at the end', () => {
  expect(moved(['a', 'b', 'c'], 'b', 'up')).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b', 'c'], 'b', 'down')).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b', 'c'], 'a', 'up')).toBeNull()
  expect(moved(['a', 'b', 'c'], 'x', 'down')).toBeNull()
})
