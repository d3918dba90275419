import { useTranslations } from 'next-intl'
import type { ExerciseStatus } from '@/lib/exercises/schema'
import { Status, type StatusTone } from '../ui/status'

const tones: Record<ExerciseStatus, StatusTone> = {
  draft: 'empty',
  planning: 'half',
  registration: 'info',
  conduct: 'good',
  closed: 'neutral',
}

export function ExerciseStatusMark({ status }: { status: ExerciseStatus }) {
  const t = useTranslations('exercises.status')
  return <Status tone={tones[status]}>{t(status)}</Status>
}
