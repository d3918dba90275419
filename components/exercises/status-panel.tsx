'use client'

import { useTranslations } from 'next-intl'
import { setStatus } from '@/lib/exercises/actions'
import { nextStatuses } from '@/lib/exercises/rules'
import { type ExerciseStatus, exerciseStatuses } from '@/lib/exercises/schema'
import { ActionButton } from '../action-button'
import { Panel } from '../ui/panel'
import { ExerciseStatusMark } from './exercise-status'

/** Where the exercise stands, and the steps that may follow: one on, or one back. */
export function StatusPanel({ exerciseId, status }: { exerciseId: string; status: ExerciseStatus }) {
  const t = useTranslations('exercises')
  const ahead = (to: ExerciseStatus) => exerciseStatuses.indexOf(to) > exerciseStatuses.indexOf(status)
  return (
    <Panel title={t('statusHead')}>
      <p className="flex flex-wrap gap-x-3">
        <ExerciseStatusMark status={status} />
        <span className="text-muted">{t(`statusNote.${status}`)}</span>
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        {nextStatuses(status).map(to => {
          const words = { status: t(`status.${to}`) }
          const label = ahead(to) ? t('stepTo', words) : t('stepBack', words)
          return (
            <ActionButton
              key={to}
              action={setStatus}
              input={{ exerciseId, from: status, to }}
              done={t('stepped', words)}
              confirm={{ title: label, text: t(`statusNote.${to}`), label }}
              button={{ variant: ahead(to) ? 'primary' : 'plain' }}
            >
              {label}
            </ActionButton>
          )
        })}
      </div>
    </Panel>
  )
}
