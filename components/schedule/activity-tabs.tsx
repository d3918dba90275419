import { useTranslations } from 'next-intl'
import { Tabs } from '../ui/tabs'

type Part = 'programme' | 'attendance' | 'details'
type Props = { base: string; current: Part; parts: readonly Part[] }

const addresses: Record<Part, string> = {
  programme: '/programme',
  attendance: '/attendance',
  details: '',
}

/** The parts of an activity that this reader has any use for. */
export function ActivityTabs({ base, current, parts }: Props) {
  const t = useTranslations('attendance.tabs')
  if (parts.length < 2) return null
  return (
    <div className="mb-4">
      <Tabs
        label={t('label')}
        items={parts.map(part => ({
          href: `${base}${addresses[part]}`,
          label: t(part),
          current: part === current,
        }))}
      />
    </div>
  )
}
