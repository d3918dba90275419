'use client'

import { useTranslations } from 'next-intl'
import { useMemo, useRef, useState } from 'react'
import type { StartexFrame } from '@/lib/time'
import { formatMoment } from '@/lib/time-format'
import { type ParsedMoment, parseMoment } from '@/lib/time-parse'
import { DateTimeField } from '../ui/date-time-field'
import type { FieldProps } from '../ui/field'
import { MomentChoice } from './moment-choice'
import { MomentPreview } from './moment-preview'

export type MomentFieldProps = FieldProps & {
  /** What D-days and T-times count from; its zone is meant where none is typed. */
  frame: StartexFrame
  /** The viewer's own choice; null takes the zone of this device. */
  viewer: string | null
  defaultValue?: string
  placeholder?: string
  /** A whole day is shown as it ends: deadlines, ends of phases. */
  ends?: boolean
  /** STARTEX and ENDEX themselves are an instant, however they are typed. */
  instant?: boolean
  /** Says nothing yet: what it counts from is not known. */
  quiet?: boolean
  onRead?: (typed: string, parsed: ParsedMoment) => void
}

/**
 * A moment in any notation, with what is understood shown in three zones while it is typed. Sends the text; where the
 * clocks show that time twice, which of the two as `<name>Choice`.
 */
export function MomentField(props: MomentFieldProps) {
  const {
    frame,
    viewer,
    defaultValue = '',
    placeholder,
    ends = false,
    instant = false,
    quiet = false,
    onRead,
    ...shell
  } = props
  const t = useTranslations('moments')
  // Null until somebody types: till then the field shows what a refresh of the page brings.
  const [own, setOwn] = useState<{ typed: string; begun: string; taken: number } | null>(null)
  const typed = own?.typed ?? defaultValue
  const shellRef = useRef<HTMLDivElement>(null)
  const parsed = useMemo(
    () => (quiet || typed.trim() === '' ? null : parseMoment(typed, { frame, timeZone: frame.timeZone })),
    [typed, frame, quiet],
  )
  const change = (text: string) => {
    setOwn({ typed: text, begun: own?.begun ?? defaultValue, taken: own?.taken ?? 0 })
    onRead?.(text, parseMoment(text, { frame, timeZone: frame.timeZone }))
  }
  // The field keeps its own text, so that taking an offer begins it anew with another.
  const take = (text: string) => {
    setOwn({ typed: text, begun: text, taken: (own?.taken ?? 0) + 1 })
    // The button that was pressed is gone with the offer.
    setTimeout(() => shellRef.current?.querySelector('input')?.focus())
    onRead?.(text, parseMoment(text, { frame, timeZone: frame.timeZone }))
  }
  const begun = own?.begun ?? defaultValue
  return (
    <div ref={shellRef} className="grid content-start gap-1.5">
      <DateTimeField
        {...shell}
        key={`${own?.taken ?? 0} ${begun}`}
        defaultValue={begun}
        placeholder={placeholder ?? t('placeholder')}
        onChange={change}
      />
      <div aria-live="polite" className="empty:hidden">
        {parsed?.ok ? (
          <MomentPreview moment={parsed.moment} frame={frame} viewer={viewer} ends={ends} instant={instant} />
        ) : null}
        {parsed && !parsed.ok && parsed.offers ? (
          <MomentChoice
            name={shell.name}
            problem={parsed.problem}
            offers={parsed.offers}
            frame={frame}
            onTake={moment => take(formatMoment(moment, frame.timeZone))}
          />
        ) : null}
        {parsed && !parsed.ok && !parsed.offers ? (
          <p className="text-muted text-note">{t('notYet')}</p>
        ) : null}
      </div>
    </div>
  )
}
