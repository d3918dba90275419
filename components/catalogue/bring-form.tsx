import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { DateTimeField } from '@/components/ui/date-time-field'
import { NumberField } from '@/components/ui/number-field'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import { leastSpacing, mostSpacing } from '@/lib/catalogue/bringing/times/rules'

/** What is asked for, as the address says it. */
export type Asked = {
  number: number
  into: string
  storyline: string
  start: string
  startChoice: string
  spacing: number
}

type Props = {
  asked: Asked
  versions: readonly number[]
  storylines: readonly { id: string; number: number; name: string }[]
  /** an inject needs no storyline, an incident does */
  needsStoryline: boolean
  timed: boolean
  problem: { field: string; words: string; reason: string } | null
  children: ReactNode
}

/** Which version, where to and when. A plain form: what it would do has an address, and nothing is written yet. */
export function BringForm(props: Props) {
  const { asked, versions, storylines, needsStoryline, timed, problem, children } = props
  const t = useTranslations('catalogue')
  const errorOf = (field: string) => (problem?.field === field ? { error: problem.words } : {})
  return (
    <form method="get" className="grid gap-6">
      <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <Select
          name="number"
          label={t('version')}
          defaultValue={String(asked.number)}
          options={versions.map(number => ({ value: String(number), label: t('versionNumber', { number }) }))}
        />
        <Select
          name="into"
          label={t('into')}
          defaultValue={asked.into}
          {...errorOf('into')}
          options={[
            { value: 'new', label: t('intoNew') },
            ...(needsStoryline ? [] : [{ value: 'none', label: t('intoNone') }]),
            ...storylines.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` })),
          ]}
        />
        <TextField
          name="storyline"
          label={t('newStoryline')}
          description={t('newStorylineHint')}
          maxLength={200}
          defaultValue={asked.storyline}
          {...errorOf('storyline')}
        />
        {timed ? (
          <>
            <DateTimeField
              name="start"
              label={t('start')}
              description={t('startHint')}
              defaultValue={asked.start}
              {...errorOf('start')}
            />
            {problem?.reason === 'repeated_hour' || asked.startChoice ? (
              <Select
                name="startChoice"
                label={t('whichHour')}
                defaultValue={asked.startChoice}
                empty={t('whichHourAsk')}
                options={[
                  { value: 'earlier', label: t('earlier') },
                  { value: 'later', label: t('later') },
                ]}
              />
            ) : null}
            <NumberField
              name="spacing"
              label={t('spacing')}
              description={t('spacingHint')}
              unit="%"
              min={leastSpacing}
              max={mostSpacing}
              defaultValue={asked.spacing}
              {...errorOf('spacing')}
            />
          </>
        ) : null}
      </div>
      {children}
      <div>
        <Button type="submit">{t('show')}</Button>
      </div>
    </form>
  )
}
