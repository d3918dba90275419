'use client'

import { useTranslations } from 'next-intl'
import type { CellForm } from '@/lib/injects/cells/rules'
import { isWaitNotation, parseWaits } from '@/lib/logic/notation/rules'
import { formatDuration, formatMoment } from '@/lib/time-format'
import { parseDuration, parseMoment } from '@/lib/time-parse'
import { MomentPreview } from '../moments/moment-preview'
import type { Sheet } from './sheet'

type Props = { text: string; form: CellForm; sheet: Sheet }

/** What a time or a length was understood as, while it is typed: times in the three zones. */
export function TypedTime({ text, form, sheet }: Props) {
  if (text.trim() === '') return null
  if (form.kind === 'duration') return <Length text={text} sheet={sheet} />
  if (form.kind !== 'time' && form.kind !== 'story') return null
  return (
    <div
      aria-live="polite"
      className="w-80 max-w-[80vw] rounded-control border border-edge bg-sheet p-1 shadow-lift"
    >
      {form.kind === 'time' && isWaitNotation(text) ? (
        <Waits text={text} sheet={sheet} />
      ) : (
        <Time text={text} form={form} sheet={sheet} />
      )}
    </div>
  )
}

function Time({
  text,
  form,
  sheet,
}: {
  text: string
  form: Extract<CellForm, { kind: 'time' | 'story' }>
  sheet: Sheet
}) {
  const t = useTranslations('msel')
  const parsed = parseMoment(text, form.context)
  if (parsed.ok)
    return (
      <MomentPreview
        moment={parsed.moment}
        frame={sheet.frame}
        viewer={sheet.viewerZone}
        ends={false}
        instant={form.kind === 'story'}
      />
    )
  return (
    <p className="px-2 py-1 text-muted text-note">
      {parsed.offers
        ? t(parsed.problem === 'skipped_hour' ? 'skippedHour' : 'repeatedHour', {
            earlier: formatMoment(parsed.offers[0], sheet.frame.timeZone),
            later: formatMoment(parsed.offers[1], sheet.frame.timeZone),
          })
        : t(form.kind === 'story' ? 'storyNotYet' : 'timeNotYet')}
    </p>
  )
}

function Waits({ text, sheet }: { text: string; sheet: Sheet }) {
  const t = useTranslations('msel')
  const parsed = parseWaits(text)
  if (!parsed.ok) return <p className="px-2 py-1 text-muted text-note">{t('waitNotYet')}</p>
  return (
    <div className="rounded-control bg-sunk px-2.5 py-1.5 text-note">
      <p className="text-muted">
        {t(parsed.mode === 'all' ? 'followsAll' : 'followsAny', { count: parsed.waits.length })}
      </p>
      <ul>
        {parsed.waits.map(({ after, condition, delay }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same may be named twice while it is typed
          <li key={at}>
            {t('waitsFor', {
              name: 'serial' in after ? after.serial : t('gate', { number: after.gate }),
              condition,
              delay: delay === 0 ? 'none' : formatDuration(delay, sheet.locale),
            })}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Length({ text, sheet }: { text: string; sheet: Sheet }) {
  const t = useTranslations('msel')
  const parsed = parseDuration(text)
  return (
    <p
      aria-live="polite"
      className="w-max rounded-control border border-edge bg-sheet px-2 py-1 text-note shadow-lift"
    >
      {parsed.ok ? formatDuration(parsed.seconds, sheet.locale) : t('lengthNotYet')}
    </p>
  )
}
