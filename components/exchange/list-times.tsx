'use client'

import { useTranslations } from 'next-intl'
import { ZoneField } from '@/components/moments/zone-field'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import type { ListTimes } from '@/lib/exchange/list-times/rules'
import type { Note } from '@/lib/exchange/notes/schema'

type Props = {
  times: ListTimes
  /** the exercise's own, where nothing else was said */
  home: string
  notes: readonly Note[]
  locked: boolean
  onChange: (times: ListTimes) => void
}

/** What the cells of a list leave open of their times: asked only where it matters to one of them. */
export function ListTimesFields({ times, home, notes, locked, onChange }: Props) {
  const t = useTranslations('exchange')
  const open = new Set(notes.map(({ reason }) => reason))
  const order = times.dayFirst !== null || open.has('time_day_or_month_first')
  const launch = times.launchOn !== null || open.has('time_no_day')
  const zone = times.timeZone !== null || open.has('times_in_zone')
  return (
    <>
      {order ? (
        <Select
          name="order"
          label={t('columns.order')}
          description={t('columns.orderHint')}
          empty={t('columns.orderGuess')}
          value={times.dayFirst === null ? '' : String(times.dayFirst)}
          disabled={locked}
          onChange={value => onChange({ ...times, dayFirst: value === '' ? null : value === 'true' })}
          options={[
            { value: 'true', label: t('columns.dayFirst') },
            { value: 'false', label: t('columns.monthFirst') },
          ]}
        />
      ) : null}
      {zone ? (
        <ZoneField
          name="zone"
          label={t('columns.zone')}
          description={t('columns.zoneHint')}
          defaultValue={times.timeZone ?? home}
          onChange={timeZone => {
            if (timeZone && timeZone !== (times.timeZone ?? home)) onChange({ ...times, timeZone })
          }}
        />
      ) : null}
      {launch ? (
        <TextField
          name="launch"
          label={t('columns.launch')}
          description={t('columns.launchHint')}
          value={times.launchOn ?? ''}
          onChange={value => onChange({ ...times, launchOn: value || null })}
        />
      ) : null}
    </>
  )
}
