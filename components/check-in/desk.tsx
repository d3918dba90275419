'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useMemo, useRef, useState } from 'react'
import { isScanned } from '@/lib/registrations/badges/rules'
import { type Arrival, isFoundBy, searchable } from '@/lib/registrations/check-in/rules'
import { formatInstant } from '@/lib/time-format'
import type { Instant } from '@/lib/time-zones'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { controlLook } from '../ui/control'
import { Panel } from '../ui/panel'
import { Status } from '../ui/status'
import { Swatch } from '../ui/swatch'
import { useDesk } from './use-desk'

type Props = {
  exerciseId: string
  /** `Arrival[]` as JSON: thousands, which React would otherwise walk value by value */
  people: string
  now: Instant
  timeZone: string
}

/** Lines drawn at once; whoever is not among them is found by typing more. */
const shownAtOnce = 40

/** The desk at the door: found by name or by the badge's code, checked in by one press, with or without a line. */
export function Desk({ exerciseId, people: text, now, timeZone }: Props) {
  const t = useTranslations('checkIn')
  const locale = useLocale()
  const people = useMemo((): Arrival[] => JSON.parse(text), [text])
  const texts = useMemo(() => people.map(searchable), [people])
  const desk = useDesk(exerciseId, people, now)
  const [query, setQuery] = useState('')
  const [said, setSaid] = useState('')
  const search = useRef<HTMLInputElement>(null)
  const found = people.filter((_, at) => isFoundBy(query, texts[at] ?? ''))
  const here = [...desk.arrivals.values()].filter(at => at !== null).length
  const time = (at: Instant) => formatInstant(at, { timeZone, locale, style: 'dayTime' })

  /** A scanner types a code and presses Enter; so does whoever sees one line left. The next scan takes its place. */
  function submit(event: FormEvent) {
    event.preventDefault()
    search.current?.select()
    const [only] = found
    if (!only || found.length > 1) return setSaid(isScanned(query) ? t('unknownBadge') : '')
    const name = `${only.familyName} ${only.givenName}`
    const since = desk.arrivals.get(only.id) ?? null
    if (since !== null) return setSaid(t('already', { name, time: time(since) }))
    desk.press('in', only.id)
    setSaid(t('checkedIn', { name }))
    // Who came by name is seen in the list; a scanner waits for nobody to clear the field.
    if (!isScanned(query)) setQuery('')
  }

  return (
    <div className="grid max-w-3xl gap-4">
      <Panel title={t('count', { here, of: people.length })}>
        <search>
          <form onSubmit={submit}>
            <input
              ref={search}
              type="search"
              value={query}
              onChange={event => setQuery(event.target.value)}
              aria-label={t('search')}
              placeholder={t('search')}
              dir="auto"
              autoComplete="off"
              className={`${controlLook} min-h-12 w-full text-lead`}
            />
          </form>
        </search>
        <p role="status" className="mt-2 min-h-5 text-muted text-note">
          {said} {desk.queue.length > 0 ? t('unsent', { count: desk.queue.length }) : null}
        </p>
        {desk.cut ? <Callout tone="warn">{t('cut')}</Callout> : null}
      </Panel>
      <ul className="grid gap-1.5" aria-label={t('people')}>
        {found.slice(0, shownAtOnce).map(person => (
          <Line
            key={person.id}
            person={person}
            since={desk.arrivals.get(person.id) ?? null}
            time={time}
            refusal={desk.refusals.get(person.id) ?? null}
            onPress={kind => {
              desk.press(kind, person.id)
              setSaid('')
              setQuery('')
              search.current?.focus()
            }}
          />
        ))}
      </ul>
      <p className="text-muted text-note">
        {found.length === 0
          ? t('nobody')
          : found.length > shownAtOnce
            ? t('more', { count: found.length - shownAtOnce })
            : null}
      </p>
    </div>
  )
}

type LineProps = {
  person: Arrival
  since: Instant | null
  time: (at: Instant) => string
  refusal: string | null
  onPress: (kind: 'in' | 'out') => void
}

function Line({ person, since, time, refusal, onPress }: LineProps) {
  const t = useTranslations('checkIn')
  const { familyName, givenName, nativeName, nation, role, team } = person
  const name = `${familyName} ${givenName}`
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-panel border border-line bg-sheet px-4 py-2">
      <span className="min-w-0 flex-1 basis-56">
        <span className="wrap-anywhere block">
          <span className="font-medium">{familyName}</span> {givenName}
          {nativeName ? <bdi className="ml-2 text-muted">{nativeName}</bdi> : null}
        </span>
        <span className="flex flex-wrap items-baseline gap-x-2 text-muted text-note">
          <span className="font-mono">{nation}</span>
          <span>{role}</span>
          {team ? (
            <span className="inline-flex items-baseline gap-1.5">
              <Swatch colour={team.colour} />
              {team.name}
            </span>
          ) : null}
        </span>
        {refusal ? (
          <span role="alert" className="block text-bad text-note">
            {refusal}
          </span>
        ) : null}
      </span>
      {since === null ? (
        <Button variant="primary" onClick={() => onPress('in')} aria-label={t('checkInOne', { name })}>
          {t('checkIn')}
        </Button>
      ) : (
        <span className="flex items-center gap-3">
          <Status tone="good">{t('hereSince', { time: time(since) })}</Status>
          <Button size="small" onClick={() => onPress('out')} aria-label={t('undoOne', { name })}>
            {t('undo')}
          </Button>
        </span>
      )}
    </li>
  )
}
