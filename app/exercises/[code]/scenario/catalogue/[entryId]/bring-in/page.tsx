import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { askedIn, choicesIn } from '@/components/catalogue/asked'
import { BringForm } from '@/components/catalogue/bring-form'
import { BringIn } from '@/components/catalogue/bring-in'
import { injectsOnPage } from '@/components/catalogue/content-table'
import { MadeLine } from '@/components/catalogue/made-line'
import { MatchTable } from '@/components/catalogue/match-table'
import { PlannedTable } from '@/components/catalogue/planned-table'
import { ScenarioTabs } from '@/components/scenario/scenario-tabs'
import { Callout } from '@/components/ui/callout'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panel } from '@/components/ui/panel'
import { Words } from '@/components/words'
import { getProspect } from '@/lib/catalogue/bringing/queries'
import { bringSchema } from '@/lib/catalogue/bringing/schema'
import { usualAnswers } from '@/lib/catalogue/bringing/usual/rules'
import { getEntry, getVersion } from '@/lib/catalogue/queries'
import { pageNumber } from '@/lib/changes/rules'
import { getStorylines } from '@/lib/storylines/queries'
import { isId } from '@/lib/text'

type Props = PageProps<'/exercises/[code]/scenario/catalogue/[entryId]/bring-in'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { exercise }] = await Promise.all([getTranslations('catalogue'), openExercise(params)])
  return { title: `${t('bringIn')} · ${exercise.code}` }
}

/** What bringing an entry in would do to this exercise, for whoever says where to and when; then it is done. */
export default async function BringInPage({ params, searchParams }: Props) {
  const [{ actor, exercise, now }, { entryId }, query] = [
    await openExercise(params),
    await params,
    await searchParams,
  ]
  const entry = isId(entryId) ? await getEntry(actor, exercise, entryId) : null
  const latest = entry?.versions[0]?.number
  const found = await getStorylines(actor, exercise.id)
  if (!entry || entry.retired || latest === undefined || !found) notFound()
  const wanted = Number([query.number].flat()[0]) || latest
  const version = await getVersion(actor, exercise, entryId, wanted)
  if (!version) notFound()
  const usual = usualAnswers(entry, version, found.storylines)
  const asked = askedIn(query, usual)
  const choices = choicesIn(query)
  const input = bringSchema.safeParse({ exerciseId: exercise.id, entryId, ...asked, choices })
  const prospect = input.success ? await getProspect(actor, input.data, now) : null
  if (!prospect) notFound()
  const [t, errors] = [await getTranslations('catalogue'), await getTranslations('errors')]
  const { plan, problem, serials } = prospect
  const names = problem && 'names' in problem ? problem.names.join(', ') : ''
  const words = problem === null ? '' : errors(problem.reason, { names })
  const beside = problem && 'field' in problem ? { ...problem, words } : null
  const base = `/exercises/${exercise.code}/scenario/catalogue`
  const pages = Math.max(1, Math.ceil(plan.injects.length / injectsOnPage))
  const page = Math.min(pageNumber(query.page), pages)
  const address = { ...asked, number: String(asked.number), spacing: String(asked.spacing), ...choices }
  return (
    <Words namespaces={['catalogue']}>
      <PageHeader
        title={t('bringInTitle', { name: entry.name })}
        lead={t('bringInLead')}
        breadcrumbs={[
          { label: t('title'), href: base },
          { label: entry.name, href: `${base}/${entry.id}` },
          { label: t('bringIn') },
        ]}
      />
      <ScenarioTabs exercise={exercise} actor={actor} current="catalogue" />
      <div className="mt-4 grid gap-4">
        <Panel title={t('whereAndWhen')}>
          <BringForm
            key={JSON.stringify(address)}
            asked={asked}
            versions={entry.versions.map(({ number }) => number)}
            storylines={found.storylines}
            needsStoryline={version.content.incidents.length > 0}
            timed={version.content.startsAt !== null}
            problem={beside}
          >
            <section className="grid gap-2">
              <h3 className="font-semibold">{t('names')}</h3>
              <MatchTable matches={plan.matches} />
            </section>
          </BringForm>
        </Panel>
        <Panel title={t('wouldBe')}>
          <div className="grid gap-4">
            <MadeLine {...{ plan, serials }} />
            {problem ? (
              <Callout tone="warn" role="alert">
                {words}
              </Callout>
            ) : (
              <BringIn
                key={JSON.stringify(address)}
                exerciseId={exercise.id}
                {...{ entryId, asked, choices }}
                injects={plan.injects.length}
                code={exercise.code}
              />
            )}
          </div>
        </Panel>
        <Panel title={t('planned')} flush>
          <PlannedTable prospect={prospect} page={page} />
          <Pagination
            {...{ page, pages }}
            hrefFor={to =>
              `${base}/${entry.id}/bring-in?${new URLSearchParams({ ...address, page: String(to) })}`
            }
            label={t('pages')}
          />
        </Panel>
      </div>
    </Words>
  )
}
