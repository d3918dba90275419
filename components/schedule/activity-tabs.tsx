import { useTranslations } from 'next-intl'
import { Tabs } from '../ui/tabs'

type Part = 'details' | 'attendance'
type Props = { base: string; current: Part; parts: readonly Part[] }

const addresses: Record<Part, string> = { details: '', attendance: '/attendance' }

/** The parts of an activity that this reader has any use for. */
export function ActivityTabs({ base, current, parts }: Props) {
  const t = useTranslations('attendance.tabs')
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
