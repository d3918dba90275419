import { expect, it } from 'vitest'
import { locales } from './locale'
import { letterNames, writeLetter } from './mail-text'

const letters = locales.flatMap(locale => letterNames.map(template => ({ locale, template })))
/** Whatever any letter names. */
const params = {
  ...{ exercise: 'LS27', programme: 'CCDCOE', nation: 'Japon', role: 'Lead', team: 'Blue 1', reason: 'Full' },
  ...{
    inviter: 'Liis',
    gate: 'edit_deadline',
    taken: '1',
    drafts: '2',
    submitted: '3',
    timeZone: 'Asia/Tokyo',
  },
  ...{ participationId: 'delegation', total: 1, counts: { confirmed: 3 }, answer: 'none' },
  ...{ activity: 'Course', presence: 'remote', place: 'none', partner: 'Japon', startAt: 0 },
  ...{ dated: 'yes', untilAt: 0 },
  ...{ scope: 'none', size: '4', count: '2', until: '2027-03-01' },
  moves: [{ what: 'Watch A', fromAt: 0, toAt: 3_600_000 }],
  people: [{ id: '1', name: 'Sora & Co', what: 'confirmed' }],
  ...{ expiresAt: 0, changedAt: 0, deadlineAt: 0, untilAt: 0, dated: 'yes' },
}

it.each(letters)(
  '$template is whole in $locale: a heading, a button with its address, a footer',
  ({ locale, template }) => {
    const row = { template, locale, params, secret: 'token' }
    const { subject, text, html } = writeLetter(row, 'https://startex.example.org')
    expect(`${subject}${text}`).not.toMatch(/[{}]|mail\.|undefined/)
    expect(text).toMatch(/\nhttps:\/\/startex\.example\.org\/\S+\n/)
    expect(html).toContain(`<html lang="${locale}" dir="ltr">`)
    expect(html.match(/<a href="[^"]+" style="[^"]+">[^<]{8,}<\/a>/g)).toHaveLength(1)
    expect(html).not.toMatch(/>button<|MISSING/)
  },
)

it('a letter that gathers people counts all and names some, as text and as a list', () => {
  const row = { template: 'contact_digest', locale: 'en', params, secret: null } as const
  const { text, html } = writeLetter(row, 'https://startex.example.org')
  expect(text).toContain('– Confirmed (3): Sora & Co and 2 more')
  expect(html).toContain('<ul><li>Confirmed (3): Sora &#38; Co and 2 more</li></ul>')
})

it('a letter about a move says the new and the old time as its reader has them', () => {
  const moved = {
    template: 'plan_moved',
    locale: 'en',
    params: { ...params, total: 4 },
    secret: null,
  } as const
  const { text } = writeLetter(moved, 'https://startex.example.org')
  expect(text).toContain(
    '– Watch A: Thu 1 Jan 1970 10:00 JST (010100ZJAN70), until now Thu 1 Jan 1970 09:00 JST',
  )
  expect(text).toContain('– and 3 more')
})
