import { useTranslations } from 'next-intl'
import type { Broken, MovedMoment } from '@/lib/startex/rules'
import type { Instant } from '@/lib/time-zones'
import { Callout } from '../ui/callout'
import { useMomentName } from './move-report'

type Props = { report: readonly MovedMoment[]; broken: Broken; past: boolean; now: Instant }

/** What a person has to decide before or after the move. */
export function MoveWarnings({ report, broken, past, now }: Props) {
  const t = useTranslations('exercises.move')
  const nameOf = useMomentName()
  const adjusted = report.filter(row => row.adjusted !== null)
  const overtaken = report.filter(({ from, to }) => from >= now && to < now)
  const count = broken.phases.length + (broken.window ? 1 : 0)
  return (
    <div className="grid gap-3 empty:hidden">
      {past ? <Callout tone="warn" title={t('past')} /> : null}
      {overtaken.length > 0 ? (
        <Callout tone="warn" title={t('overtaken', { count: overtaken.length })}>
          <ul className="list-disc pl-5">
            {overtaken.map(row => (
              <li key={`${row.what} ${row.id}`}>{nameOf(row)}</li>
            ))}
          </ul>
        </Callout>
      ) : null}
      {adjusted.length > 0 ? (
        <Callout tone="warn" title={t('decide', { count: adjusted.length })}>
          <p>{t('decideNote')}</p>
          <ul className="list-disc pl-5">
            {adjusted.map(row => (
              <li key={`${row.what} ${row.id}`}>
                {nameOf(row)}: {row.adjusted ? t(row.adjusted) : null}
              </li>
            ))}
          </ul>
        </Callout>
      ) : null}
      {count > 0 ? (
        <Callout tone="warn" title={t('broken', { count })}>
          <ul className="list-disc pl-5">
            {broken.phases.map(name => (
              <li key={name}>{t('brokenPhase', { name })}</li>
            ))}
            {broken.window ? <li>{t('brokenWindow')}</li> : null}
          </ul>
        </Callout>
      ) : null}
    </div>
  )
}
