import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { everything, readWhole } from '@/app/api/timeline/whole'
import { openExercise } from '@/app/exercises/open-exercise'
import { PrintButton } from '@/components/attendance/print-button'
import { TimelinePoster } from '@/components/timeline/poster'
import { PageHeader } from '@/components/ui/page-header'
import { formatInstant } from '@/lib/time-format'
import { zoneCity } from '@/lib/time-zones'
import { positionFrom, searchOf } from '@/lib/timeline/position/rules'
import { sliceFrom } from '@/lib/timeline/slices/rules'

type Props = PageProps<'/exercises/[code]/timeline/poster'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { exercise }] = await Promise.all([getTranslations('timeline.poster'), openExercise(params)])
  return { title: `${t('title')} · ${exercise.code}` }
}

/** What stands on the timeline, as the address of its view says, on one sheet for the wall. */
export default async function PosterPage({ params, searchParams }: Props) {
  const { actor, exercise, now } = await openExercise(params)
  const [t, locale, parameters] = await Promise.all([getTranslations('timeline'), getLocale(), searchParams])
  const position = positionFrom(parameters)
  const slice = typeof parameters.of === 'string' ? sliceFrom(parameters.of) : null
  const whole = await readWhole(actor, exercise.id, { ...everything, slice }, locale)
  if (!whole) notFound()
  const { timeZone, code } = exercise
  const asOf = formatInstant(now, { timeZone, locale, style: 'dateTime' })
  const back = `/exercises/${code}/timeline${searchOf(position, '')}`
  return (
    <>
      <PageHeader
        title={exercise.name}
        breadcrumbs={[{ label: t('title'), href: back }, { label: t('poster.title') }]}
        lead={t('poster.asOf', { asOf, city: zoneCity(timeZone) })}
        actions={<PrintButton label={t('poster.print')} />}
      />
      <TimelinePoster {...{ frame: whole.frame, items: whole.items, position, locale, now }} />
    </>
  )
}
