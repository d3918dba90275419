'use client'

import { useTranslations } from 'next-intl'
import { makeShifts } from '@/lib/shifts/rotas/actions'
import { ActionButton } from '../action-button'
import { Callout } from '../ui/callout'
import { Panel } from '../ui/panel'

type Numbers = {
  make: number
  remove: number
  relength: number
  resize: number
  stay: number
  begun: number
  edited: number
  manned: number
  lost: number
}

type Props = {
  exerciseId: string
  rotaId: string
  /** Whether its watches change by the clock on the wall. */
  byWall: boolean
  making: { problem: string | null; keeping: Numbers; afresh: Numbers }
}

const changes = ({ make, remove, relength, resize }: Numbers) => make + remove + relength + resize

/** What making the shifts would do, in numbers, before anything is done. */
export function MakePanel({ exerciseId, rotaId, byWall, making }: Props) {
  const t = useTranslations('shifts')
  const { keeping, afresh, problem } = making
  if (problem) return <Callout tone="bad">{t('patternBroken')}</Callout>
  const touched = keeping.edited + keeping.manned
  const say = (numbers: Numbers) => (
    <ul className="list-disc pl-5">
      {(['make', 'remove', 'relength', 'resize', 'stay', 'edited', 'manned', 'begun', 'lost'] as const)
        .filter(which => numbers[which] > 0)
        .map(which => (
          <li key={which}>{t(`making.${which}`, { count: numbers[which] })}</li>
        ))}
    </ul>
  )
  const expects = ({ make, remove, lost }: Numbers) => ({ make, remove, lost })
  const input = { exerciseId, rotaId }
  return (
    <Panel title={t('makeTitle')} className="print:hidden">
      <div className="grid justify-items-start gap-3">
        {changes(keeping) === 0 ? <p>{t('asPlanned')}</p> : <p>{t('makeText')}</p>}
        {say(keeping)}
        {byWall ? <p className="text-muted text-note">{t('byWall')}</p> : null}
        <div className="flex flex-wrap gap-2">
          {changes(keeping) > 0 ? (
            <ActionButton
              action={makeShifts}
              input={{ ...input, afresh: false, expects: expects(keeping) }}
              done={t('made', { make: keeping.make, remove: keeping.remove })}
              button={{ variant: 'primary' }}
            >
              {t('make')}
            </ActionButton>
          ) : null}
          {touched > 0 ? (
            <ActionButton
              action={makeShifts}
              input={{ ...input, afresh: true, expects: expects(afresh) }}
              done={t('made', { make: afresh.make, remove: afresh.remove })}
              confirm={{
                title: t('afreshTitle'),
                text: say(afresh),
                label: t('afresh'),
                danger: true,
              }}
            >
              {t('afresh')}
            </ActionButton>
          ) : null}
        </div>
      </div>
    </Panel>
  )
}
