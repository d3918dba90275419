import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { DateTimeField } from '@/components/ui/date-time-field'
import { Select } from '@/components/ui/select'
import type { BaselineEntry } from '@/lib/baselines/queries'

export type Asked = { from: string; fromAt: string; to: string; toAt: string }

/** Two moments to compare, each a baseline, a typed moment or now. A plain form: the answer has an address. */
export function CompareForm({ baselines, asked }: { baselines: readonly BaselineEntry[]; asked: Asked }) {
  const t = useTranslations('baselines.compare')
  const options = [
    ...baselines.map(({ id, name }) => ({ value: id, label: name })),
    { value: 'at', label: t('moment') },
  ]
  return (
    <form method="get" className="grid items-start gap-4 sm:grid-cols-2">
      <div className="grid gap-3">
        <Select name="from" label={t('from')} options={options} defaultValue={asked.from} />
        <DateTimeField
          name="fromAt"
          label={t('fromAt')}
          description={t('atHint')}
          defaultValue={asked.fromAt}
        />
      </div>
      <div className="grid gap-3">
        <Select
          name="to"
          label={t('to')}
          options={[{ value: 'now', label: t('now') }, ...options]}
          defaultValue={asked.to}
        />
        <DateTimeField name="toAt" label={t('toAt')} description={t('atHint')} defaultValue={asked.toAt} />
      </div>
      <div className="sm:col-span-2">
        <Button type="submit" variant="primary">
          {t('show')}
        </Button>
      </div>
    </form>
  )
}
