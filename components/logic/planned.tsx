import { useLocale, useTranslations } from 'next-intl'
import { Status } from '@/components/ui/status'
import type { LogicLine } from '@/lib/logic/lists/rules'
import { instantOfSeconds } from '@/lib/logic/times/rules'
import type { StartexFrame } from '@/lib/time'
import { formatInstant, formatOffset } from '@/lib/time-format'

/** When it is planned, on the exercise clock and at home, and what is wrong with that. */
export function Planned({ line, frame }: { line: LogicLine; frame: StartexFrame }) {
  const t = useTranslations('logic')
  const locale = useLocale()
  const { timeZone } = frame
  return (
    <span className="grid gap-0.5">
      {line.at === null ? (
        <span className="text-muted">{t('time.unknown')}</span>
      ) : (
        <span>
          <span className="font-mono tabular">{formatOffset(line.at)}</span>
          <span className="ml-2 text-muted text-note">{t(line.pinned ? 'time.own' : 'time.follows')}</span>
          <span className="block text-muted text-note tabular">
            {formatInstant(instantOfSeconds(line.at, frame), { timeZone, locale, style: 'dayTime' })}
          </span>
        </span>
      )}
      {line.trouble ? (
        <Status tone="bad">
          {t(`trouble.${line.trouble}`, { floor: line.floor === null ? '' : formatOffset(line.floor) })}
        </Status>
      ) : null}
    </span>
  )
}
