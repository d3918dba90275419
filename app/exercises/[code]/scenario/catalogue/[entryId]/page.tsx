import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { numberIn } from '@/components/catalogue/asked'
import { ContentTable, injectsOnPage } from '@/components/catalogue/content-table'
import { DifferenceList } from '@/components/catalogue/difference-list'
import { EntryActs } from '@/components/catalogue/entry-acts'
import { HereLine } from '@/components/catalogue/entry-table'
import { UseTable } from '@/components/catalogue/use-table'
import { VersionTable } from '@/components/catalogue/version-table'
import { TlpChip, tlpNames } from '@/components/frame/tlp-chip'
import { ScenarioTabs } from '@/components/scenario/scenario-tabs'
import { Facts } from '@/components/ui/facts'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panel } from '@/components/ui/panel'
import { Status } from '@/components/ui/status'
import { Words } from '@/components/words'
import { asStrictAs, contentTlp, lengthOf } from '@/lib/catalogue/content/rules'
import { differencesOf } from '@/lib/catalogue/differences/rules'
import { getEntry, getVersion } from '@/lib/catalogue/queries'
import { pageNumber } from '@/lib/changes/rules'
import { isId } from '@/lib/text'
import { formatDuration } from '@/lib/time-format'

type Props = PageProps<'/exercises/[code]/scenario/catalogue/[entryId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { exercise }] = await Promise.all([getTranslations('catalogue'), openExercise(params)])
  return { title: `${t('entry')} · ${exercise.code}` }
}

/** One entry: what it says, how that came about, and where it is in use. */
export default async function EntryPage({ params, searchParams }: Props) {
  const [{ actor, exercise }, { entryId }, query] = [
    await openExercise(params),
    await params,
    await searchParams,
  ]
  const entry = isId(entryId) ? await getEntry(actor, exercise, entryId) : null
  const latest = entry?.versions[0]?.number
  if (!entry || latest === undefined) notFound()
  const number = numberIn(query, 'version', latest, [1, latest])
  const against = numberIn(query, 'against', 0, [1, latest])
  const [t, locale, version, other] = await Promise.all([
    getTranslations('catalogue'),
    getLocale(),
    getVersion(actor, exercise, entryId, number),
    against ? getVersion(actor, exercise, entryId, against) : null,
  ])
  if (!version) notFound()
  const { content } = version
  const base = `/exercises/${exercise.code}/scenario/catalogue`
  const href = `${base}/${entry.id}`
  const pages = Math.max(1, Math.ceil(content.injects.length / injectsOnPage))
  const page = Math.min(pageNumber(query.page), pages)
  const length = lengthOf(content)
  return (
    <Words namespaces={['catalogue']}>
      <PageHeader
        title={entry.name}
        {...(entry.summary ? { lead: entry.summary } : {})}
        breadcrumbs={[{ label: t('title'), href: base }, { label: entry.name }]}
        actions={
          <>
            {entry.retired ? null : (
              <LinkButton href={`${href}/bring-in?number=${number}`} variant="primary">
                {t('bringIn')}
              </LinkButton>
            )}
            <EntryActs
              exerciseId={exercise.id}
              entry={entry}
              markings={asStrictAs(contentTlp(content))}
              used={entry.uses.length + entry.usesElsewhere > 0}
              base={base}
            />
          </>
        }
      />
      <ScenarioTabs exercise={exercise} actor={actor} current="catalogue" />
      <div className="mt-4 grid gap-4">
        <Panel title={t('about')}>
          <Facts
            items={[
              { term: t('kindHead'), value: t(`kind.${entry.kind}`) },
              { term: t('tlp'), value: <TlpChip tlp={entry.tlp} title={tlpNames[entry.tlp]} /> },
              ...(entry.keywords.length > 0
                ? [{ term: t('keywords'), value: entry.keywords.join(', ') }]
                : []),
              { term: t('injects'), value: content.injects.length },
              ...(length === null ? [] : [{ term: t('length'), value: formatDuration(length, locale) }]),
              ...(entry.here
                ? [
                    {
                      term: t('inThisExercise'),
                      value: (
                        <HereLine here={entry.here.injects} hereNumber={entry.here.number} latest={latest} />
                      ),
                    },
                  ]
                : []),
              ...(entry.retired
                ? [{ term: t('state'), value: <Status tone="neutral">{t('retired')}</Status> }]
                : []),
            ]}
          />
        </Panel>
        {other ? (
          <Panel title={t('differenceTitle', { from: against, to: number })}>
            <DifferenceList differences={differencesOf(other.content, content)} />
          </Panel>
        ) : null}
        <Panel title={t('contentOf', { number })} flush>
          <ContentTable caption={t('contentOf', { number })} {...{ content, page }} />
          <Pagination
            {...{ page, pages }}
            hrefFor={to => `${href}?version=${number}&page=${to}`}
            label={t('pages')}
          />
        </Panel>
        <Panel title={t('versions')} flush>
          <VersionTable entry={entry} href={href} shown={number} timeZone={exercise.timeZone} />
        </Panel>
        <Panel title={t('inUse')}>
          <UseTable entry={entry} />
        </Panel>
      </div>
    </Words>
  )
}
