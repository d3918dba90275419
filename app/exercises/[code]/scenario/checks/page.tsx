import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { CheckChoice } from '@/components/clashes/check-choice'
import { CheckPanels } from '@/components/clashes/check-panels'
import { ScenarioTabs } from '@/components/scenario/scenario-tabs'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { type Check, checks, type Subject } from '@/lib/clashes/plan/rules'
import { getChecks } from '@/lib/clashes/queries'
import { groupsOf } from '@/lib/clashes/words/rules'

type Props = PageProps<'/exercises/[code]/scenario/checks'>

/** Of each check, until one is chosen; and of the chosen one, on a page. */
const atFirst = 12
const onPage = 100

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { exercise }] = await Promise.all([getTranslations('clashes'), openExercise(params)])
  return { title: `${t('title')} · ${exercise.code}` }
}

/** What is wrong with the plan, by the check that found it. For planners: it looks at the whole plot. */
export default async function ChecksPage({ params, searchParams }: Props) {
  const { actor, exercise } = await openExercise(params)
  const [t, found, query] = await Promise.all([
    getTranslations('clashes'),
    getChecks(actor, exercise.id),
    searchParams,
  ])
  if (!found) notFound()
  const { findings, called, injects } = found
  const base = `/exercises/${exercise.code}/scenario`
  const chosen = checks.find(check => check === query.check) ?? null
  const all = groupsOf(findings)
  const groups = chosen ? new Map([[chosen, all.get(chosen) ?? []]]) : all
  const pages = chosen ? Math.max(1, Math.ceil((all.get(chosen)?.length ?? 0) / onPage)) : 1
  const page = Math.min(Math.max(1, Math.floor(Number(query.page)) || 1), pages)
  const of = (check: string) => `${base}/checks?check=${check}`
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <ScenarioTabs exercise={exercise} actor={actor} current="checks" />
      <div className="mt-4 grid gap-4">
        <p className="text-muted tabular">{t('count', { findings: findings.length, injects })}</p>
        {findings.length > 0 ? <CheckChoice href={`${base}/checks`} chosen={chosen} groups={all} /> : null}
        {findings.length === 0 ? <Nothing injects={injects} /> : null}
        {findings.length > 0 && chosen && !all.has(chosen) ? (
          <EmptyState title={t('nothingOfKindTitle')}>{t('nothingOfKindText')}</EmptyState>
        ) : (
          <CheckPanels
            groups={groups}
            shown={chosen ? [(page - 1) * onPage, page * onPage] : [0, atFirst]}
            hrefOfAll={of}
            {...{ called, timeZone: exercise.timeZone }}
            hrefOf={placeIn(base, subject => called(subject).name)}
          />
        )}
        {chosen ? (
          <Pagination {...{ page, pages }} hrefFor={to => `${of(chosen)}&page=${to}`} label={t('pages')} />
        ) : null}
      </div>
    </>
  )
}

/** What the logic alone mends is mended there, all else of an inject beside the MSEL. */
const ofLogic: readonly Check[] = ['circular', 'wait_gone', 'gate_empty', 'pinned_too_early']

function placeIn(base: string, name: (subject: Subject) => string) {
  return (subject: Subject, check: Check): string | null => {
    const { kind, id } = subject
    if (kind === 'gate' || (kind === 'inject' && ofLogic.includes(check))) return `${base}/logic?node=${id}`
    if (kind === 'inject') return `${base}?inject=${encodeURIComponent(name(subject))}`
    return kind === 'objective' ? `${base}/objectives` : null
  }
}

async function Nothing({ injects }: { injects: number }) {
  const t = await getTranslations('clashes')
  return injects === 0 ? (
    <EmptyState title={t('noInjectsTitle')}>{t('noInjectsText')}</EmptyState>
  ) : (
    <EmptyState title={t('nothingTitle')}>{t('nothingText')}</EmptyState>
  )
}
