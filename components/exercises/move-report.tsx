import { useLocale, useTranslations } from 'next-intl'
import { partnerName } from '@/lib/countries/rules'
import type { MovedMoment, MoveEffect } from '@/lib/startex/rules'
import { formatMoment } from '@/lib/time-format'
import { formatSpan } from '@/lib/time-spans'
import type { Instant } from '@/lib/time-zones'
import { type Column, DataTable } from '../ui/data-table'
import { Status, type StatusTone } from '../ui/status'

const tones: Record<MoveEffect, StatusTone> = {
  moves: 'info',
  follows: 'info',
  stays: 'empty',
  happened: 'neutral',
}

/** What a row of the report is called, in the reader's language. */
export function useMomentName(): (row: MovedMoment) => string {
  const t = useTranslations('exercises.move')
  const gates = useTranslations('schedule.gate')
  const locale = useLocale()
  return ({ what, title, nation, gate }) => {
    if (what === 'own_date' && nation && gate)
      return t('own_date', { nation: partnerName(nation, locale), gate: gates(gate) })
    return what === 'phase_start' || what === 'phase_end' ? t(what, { name: title }) : title
  }
}

/** Every moment of the plan before and after the move, at home. */
export function MoveReport({
  rows,
  home,
  newHome,
}: {
  rows: readonly MovedMoment[]
  home: string
  newHome: string
}) {
  const t = useTranslations('exercises.move')
  const locale = useLocale()
  const nameOf = useMomentName()
  const say = (at: Instant, timeZone: string) => formatSpan(at, at, { timeZone, locale })
  const columns: Column<MovedMoment>[] = [
    { id: 'what', header: t('what'), names: true, cell: nameOf },
    { id: 'written', header: t('anchor'), mono: true, cell: ({ moment }) => formatMoment(moment, home) },
    { id: 'from', header: t('from'), mono: true, cell: ({ from }) => say(from, home) },
    { id: 'to', header: t('toHead'), mono: true, cell: ({ to }) => say(to, newHome) },
    {
      id: 'effect',
      header: t('effect'),
      cell: ({ effect, adjusted }) =>
        adjusted ? (
          <Status tone="warn">{t(adjusted)}</Status>
        ) : (
          <Status tone={tones[effect]}>{t(`effects.${effect}`)}</Status>
        ),
    },
  ]
  return (
    <DataTable caption={t('all')} columns={columns} rows={rows} rowKey={({ id, what }) => `${what} ${id}`} />
  )
}
