import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { emptyInject } from '@/lib/injects/known/rules'
import type { InjectRow } from '@/lib/injects/rules'
import msel from '@/messages/en/msel.json'
import { useWaiting } from './use-waiting'
import { WaitsLists } from './waits-lists'

const startexAt = Date.UTC(2027, 3, 27, 6)
const inject = (serial: string, title: string, waits: InjectRow['waits'] = []): InjectRow => ({
  ...emptyInject(serial, serial, { storylineId: null, incidentId: null }),
  ...{ title, waits },
})
const wait = (afterInjectId: string) =>
  ({ afterInjectId, afterGateId: null, condition: 'released', delaySeconds: 0 }) as const
const rows = new Map(
  [inject('3.1', 'Cranes stop'), inject('3.2', 'The port calls'), inject('3.3', 'Report', [wait('3.2')])].map(
    row => [row.id, row],
  ),
)
const scenario = {
  gates: [{ id: 'g', number: 2, kind: 'any', name: 'Somebody has noticed' }],
  gateWaits: [{ gateId: 'g', afterInjectId: '3.1', afterGateId: null }],
} as const

function Shown({ of, text, mayEdit = true }: { of: string; text: string; mayEdit?: boolean }) {
  return (
    <WaitsLists
      waiting={useWaiting(of, rows, scenario)}
      {...{ text, mayEdit }}
      base="/exercises/BL27/scenario"
      frame={{ startexAt, timeZone: 'Europe/Tallinn' }}
      locale="en"
      timeOf={id => (id === '3.1' ? startexAt : null)}
      onOpen={() => {}}
      onSave={() => {}}
    />
  )
}

const html = (shown: Parameters<typeof Shown>[0]) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ msel }}>
      <Shown {...shown} />
    </NextIntlClientProvider>,
  )

test('what is waited for is said with its condition, its title and its time, and can be let go of', () => {
  const drawn = html({ of: '3.2', text: 'after all of 3.1 completed + 20 min, gate 2 released + 0 min' })
  expect(drawn).toContain('after 3.1 is completed')
  expect(drawn).toContain('Cranes stop')
  expect(drawn).toContain('09:00')
  expect(drawn).toContain('aria-label="Wait for 3.1 no longer"')
  expect(drawn).toContain('opens after any of 3.1.')
  expect(drawn).toContain('href="/exercises/BL27/scenario/logic?node=g"')
})

test('what waits for it is listed, gates among it, whether it has a time of its own or not', () => {
  expect(html({ of: '3.2', text: '' })).toMatch(/One waits for it.*3\.3/s)
  expect(html({ of: '3.1', text: '' })).toMatch(/One waits for it.*gate 2/s)
})

test('whoever only reads is offered nothing to change', () => {
  const drawn = html({ of: '3.2', text: 'after 3.1', mayEdit: false })
  expect(drawn).toContain('Cranes stop')
  expect(drawn).not.toMatch(/no longer|<fieldset|href=/)
})
