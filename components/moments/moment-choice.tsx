'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type Moment, resolveMoment, type StartexFrame } from '@/lib/time'
import { formatDtg, formatInstant } from '@/lib/time-format'
import type { MomentProblem } from '@/lib/time-parse'
import { Button } from '../ui/button'
import { RadioGroup } from '../ui/radio-group'

type Props = {
  name: string
  problem: MomentProblem
  offers: [Moment, Moment]
  frame: StartexFrame
  onTake: (moment: Moment) => void
}

/** A wall time that the clocks skip has two neighbours to take instead; one that they repeat has to be decided. */
export function MomentChoice({ name, problem, offers, frame, onTake }: Props) {
  const t = useTranslations('moments')
  const locale = useLocale()
  const [earlier, later] = offers
  const say = (moment: Moment) => {
    const { at } = resolveMoment(moment, frame)
    const timeZone = moment.anchor === 'ttime' ? frame.timeZone : moment.timeZone
    return `${formatInstant(at, { timeZone, locale, style: 'dateTime' })} · ${formatDtg(at)}`
  }
  if (problem === 'repeated_hour') {
    return (
      <RadioGroup
        name={`${name}Choice`}
        label={t('repeated')}
        options={[
          { value: 'earlier', label: say(earlier), description: t('earlier') },
          { value: 'later', label: say(later), description: t('later') },
        ]}
      />
    )
  }
  return (
    <div className="grid justify-items-start gap-1">
      <p className="text-note text-warn">{t('skipped')}</p>
      {offers.map((offer, index) => (
        <Button key={index === 0 ? 'earlier' : 'later'} size="small" onClick={() => onTake(offer)}>
          {say(offer)}
        </Button>
      ))}
    </div>
  )
}
