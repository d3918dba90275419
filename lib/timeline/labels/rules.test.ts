import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Body, fitText, placeLabels, placeMarks, textWidth } from './rules'

const word = fc.string({ unit: fc.constantFrom(...'abcdeilmnoprstuW ÕÄ作'), minLength: 1, maxLength: 30 })
const bodies = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 2, max: 300 }), word, fc.boolean()), {
    maxLength: 20,
  })
  .map(parts => {
    let left = -200
    return parts.map(([gap, width, label, inside]): Body => {
      left += gap
      const body = { left, right: left + width, label, wide: textWidth(label), inside }
      left += width
      return body
    })
  })

describe('labels', () => {
  it('never touch each other, a body that is not theirs, or the edge', () => {
    fc.assert(
      fc.property(bodies, fc.integer({ min: 100, max: 1500 }), (row, width) => {
        const labels = placeLabels(row, width)
        const spans = labels.map(
          label => label && { from: label.left, to: label.left + textWidth(label.text) },
        )
        for (const [index, span] of spans.entries()) {
          if (!span) continue
          expect(span.from).toBeGreaterThanOrEqual(0)
          expect(span.to).toBeLessThanOrEqual(width)
          for (const [other, body] of row.entries())
            if (other !== index) expect(span.to <= body.left || span.from >= body.right).toBe(true)
          for (const [other, next] of spans.entries())
            if (next && other > index) expect(next.from).toBeGreaterThanOrEqual(span.to)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('stand in full beside a body that has room on its right', () => {
    fc.assert(
      fc.property(word, fc.integer({ min: 0, max: 300 }), (label, left) => {
        const [placed] = placeLabels(
          [{ left, right: left + 10, label, wide: textWidth(label), inside: false }],
          2000,
        )
        expect(placed).toMatchObject({ left: left + 5 + 14, side: 'after', text: label })
      }),
    )
  })

  it('go before a body that stands at the right edge', () => {
    const [placed] = placeLabels(
      [{ left: 590, right: 600, label: 'Final report', wide: textWidth('Final report'), inside: false }],
      600,
    )
    expect(placed?.left).toBeLessThan(590 - textWidth('Final report'))
    expect(placed).toMatchObject({ side: 'before', text: 'Final report' })
  })

  it('stay in sight in a bar whose beginning has left the screen', () => {
    const [placed] = placeLabels(
      [{ left: -5000, right: 400, label: 'Registration', wide: textWidth('Registration'), inside: true }],
      600,
    )
    expect(placed).toMatchObject({ left: 9, side: 'inside', text: 'Registration' })
  })

  it('are shortened between two neighbours, and left out where a few letters have no room', () => {
    const label = 'Incident development'
    const at = (left: number) => ({ left, right: left + 10, label, wide: textWidth(label), inside: false })
    const texts = placeLabels([at(0), at(100), at(130)], 400).map(label => label?.text)
    expect(texts[0]).toMatch(/^Incident.*…$/)
    expect(texts[1]).toBeUndefined()
    expect(texts[2]).toBe('Incident development')
  })
})

describe('the width of a text', () => {
  it('grows with every letter and with the size', () => {
    fc.assert(
      fc.property(word, fc.constantFrom('a', 'W', '作'), (text, letter) => {
        expect(textWidth(text + letter)).toBeGreaterThan(textWidth(text))
        expect(textWidth(text, 24)).toBeCloseTo(2 * textWidth(text, 12))
      }),
    )
  })

  it('is that of the face to within a few per cent', () => {
    // Measured in a browser with Inter at 12 px.
    expect(textWidth('Incident development') / 121.3).toBeGreaterThan(1)
    expect(textWidth('Incident development') / 121.3).toBeLessThan(1.06)
  })

  it('never lets a shortened text be wider than its room', () => {
    fc.assert(
      fc.property(word, fc.integer({ min: 0, max: 200 }), (text, room) => {
        const fitted = fitText(text, room)
        if (fitted !== '') expect(textWidth(fitted)).toBeLessThanOrEqual(room)
        if (textWidth(text) <= room) expect(fitted).toBe(text)
      }),
    )
  })
})

describe('the words at the lines', () => {
  const marks = fc.array(
    fc.record({ at: fc.integer({ min: -50, max: 900 }), width: fc.integer({ min: 10, max: 200 }) }),
  )

  it('never touch each other or the edge', () => {
    fc.assert(
      fc.property(marks, all => {
        const sides = placeMarks(all, 800)
        const spans = all.flatMap(({ at, width }, index) => {
          const from = sides[index] === 'after' ? at + 4 : at - 4 - width
          return sides[index] ? [{ from, to: from + width }] : []
        })
        for (const [i, a] of spans.entries()) {
          expect(a.from).toBeGreaterThanOrEqual(0)
          expect(a.to).toBeLessThanOrEqual(800)
          for (const [j, b] of spans.entries()) if (i < j) expect(a.to < b.from || b.to < a.from).toBe(true)
        }
      }),
    )
  })

  it('let the more important one speak', () => {
    expect(
      placeMarks(
        [
          { at: 790, width: 60 },
          { at: 780, width: 60 },
          { at: 100, width: 60 },
        ],
        800,
      ),
    ).toEqual(['before', null, 'after'])
  })
})
