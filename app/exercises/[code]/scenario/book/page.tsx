import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { PrintButton } from '@/components/attendance/print-button'
import { BookChoice } from '@/components/exchange/book-choice'
import { BookInject, type BookTime } from '@/components/exchange/book-inject'
import { DownloadPanel } from '@/components/exchange/download-panel'
import { ScenarioTabs } from '@/components/scenario/scenario-tabs'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { bookOf, booksIn, injectsOfBook, namesIn, partOfBook } from '@/lib/exchange/book/rules'
import { getExerciseDocument } from '@/lib/exchange/queries'
import { mostFiles, sizeOfFiles } from '@/lib/exchange/whole/queries'
import { formatDtg, formatInstant, formatOffset } from '@/lib/time-format'

type Props = PageProps<'/exercises/[code]/scenario/book'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { exercise }] = await Promise.all([getTranslations('exchange'), openExercise(params)])
  return { title: `${t('title')} · ${exercise.code}` }
}

/** The MSEL on paper, for each controller and each team, and as files. */
export default async function BookPage({ params, searchParams }: Props) {
  const { actor, exercise, now } = await openExercise(params)
  const [t, locale, { of: asked, part: wanted }, found] = await Promise.all([
    getTranslations('exchange'),
    getLocale(),
    searchParams,
    getExerciseDocument(actor, exercise.id),
  ])
  if (!found) notFound()
  const of = bookOf(asked)
  const { controllers, teams } = booksIn(found)
  const path = `/exercises/${exercise.code}/scenario/book`
  const all = injectsOfBook(found, of)
  const { part, parts, injects } = partOfBook(all, wanted)
  const open = of !== null || asked === 'all'
  const whose = [...controllers, ...teams].find(({ id }) => id === of?.id)?.name ?? t('book.everybody')
  const { startexAt, timeZone } = exercise
  const timeOf = (id: string): BookTime | null => {
    const offset = found.plannedAt.get(id)
    if (offset === undefined) return null
    const at = startexAt + offset * 1000
    const home = formatInstant(at, { timeZone, locale: locale === 'fr' ? 'fr' : 'en', style: 'dateTime' })
    return { own: formatOffset(offset), home, zulu: formatDtg(at) }
  }
  const names = namesIn(found.document)
  return (
    <>
      <PageHeader
        title={open ? t('book.title', { code: exercise.code, whose }) : t('title')}
        lead={open ? t('book.lead', { count: all.length, at: formatDtg(now) }) : t('lead')}
        actions={
          open ? (
            <>
              <LinkButton href={path}>{t('book.another')}</LinkButton>
              <PrintButton label={t('book.print')} />
            </>
          ) : found.whole ? (
            <LinkButton href={`/exercises/${exercise.code}/scenario/import`} variant="primary">
              {t('importButton')}
            </LinkButton>
          ) : undefined
        }
      />
      <div className="print:hidden">
        <ScenarioTabs exercise={exercise} actor={actor} current="exchange" />
      </div>
      {open ? (
        <div className="mt-4">
          {injects.length === 0 ? <EmptyState title={t('book.none')}>{t('book.noneText')}</EmptyState> : null}
          {parts > 1 ? <p className="mb-2 font-semibold">{t('book.part', { part, parts })}</p> : null}
          {injects.map(inject => (
            <BookInject
              key={inject.id}
              {...{ inject, names, time: timeOf(inject.id) }}
              controller={found.controllerOf.get(inject.id)?.name ?? null}
            />
          ))}
          {parts > 1 ? (
            <div className="mt-4 print:hidden">
              <Pagination
                page={part}
                pages={parts}
                hrefFor={page => `${path}?of=${of ? `${of.kind}:${of.id}` : 'all'}&part=${page}`}
                label={t('book.parts')}
              />
            </div>
          ) : null}
        </div>
      ) : (
        <div className="mt-4 grid gap-4">
          <BookChoice {...{ path, controllers, teams }} injects={found.document.scenario.injects.length} />
          <DownloadPanel
            exerciseId={exercise.id}
            whole={found.whole ? { files: await sizeOfFiles(exercise.id), most: mostFiles } : null}
          />
        </div>
      )}
    </>
  )
}
