'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { removeActivity, removePhase } from '@/lib/schedule/actions'
import { ActionButton } from '../action-button'

type Props = { exerciseId: string; name: string; back: string }

export function RemoveActivity({ exerciseId, activityId, name, back }: Props & { activityId: string }) {
  const t = useTranslations('schedule')
  const router = useRouter()
  return (
    <ActionButton
      action={removeActivity}
      input={{ exerciseId, activityId }}
      done={t('removed')}
      onDone={() => router.push(back)}
      confirm={{
        title: t('removeActivityTitle', { name }),
        text: t('removeActivityText'),
        label: t('remove'),
        danger: true,
      }}
    >
      {t('remove')}
    </ActionButton>
  )
}

type PhaseProps = Props & { phaseId: string; activities: number }

export function RemovePhase({ exerciseId, phaseId, name, back, activities }: PhaseProps) {
  const t = useTranslations('schedule')
  const router = useRouter()
  return (
    <ActionButton
      action={removePhase}
      input={{ exerciseId, phaseId }}
      done={t('removed')}
      onDone={() => router.push(back)}
      confirm={{
        title: t('removePhaseTitle', { name }),
        text: t('removePhaseText', { count: activities }),
        label: t('remove'),
        danger: true,
      }}
    >
      {t('remove')}
    </ActionButton>
  )
}
