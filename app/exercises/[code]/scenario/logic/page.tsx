import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { AddGate } from '@/components/logic/gate-forms'
import { GateTable } from '@/components/logic/gate-table'
import { InjectTable } from '@/components/logic/inject-table'
import { NodeView } from '@/components/logic/node-view'
import { ScenarioTabs } from '@/components/scenario/scenario-tabs'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panel } from '@/components/ui/panel'
import { TextField } from '@/components/ui/text-field'
import { getLogic, getLogicNode } from '@/lib/logic/queries'

type Props = PageProps<'/exercises/[code]/scenario/logic'>

const onPage = 100

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { exercise }] = await Promise.all([getTranslations('logic'), openExercise(params)])
  return { title: `${t('title')} · ${exercise.code}` }
}

/** What waits for what: the whole of it, or one inject or gate with its neighbours. For planners. */
export default async function LogicPage({ params, searchParams }: Props) {
  const { actor, exercise } = await openExercise(params)
  const [t, query] = await Promise.all([getTranslations('logic'), searchParams])
  const named = typeof query.node === 'string' && query.node.trim() !== '' ? query.node : null
  const shown = named === null ? null : await getLogicNode(actor, exercise.id, named)
  const page = Math.max(1, Math.floor(Number(query.page)) || 1)
  const whole = shown ? null : await getLogic(actor, exercise.id, { page, size: onPage })
  if (!shown && !whole) notFound()
  const base = `/exercises/${exercise.code}/scenario`
  const own = { exerciseId: exercise.id, base }
  return (
    <>
      {shown ? (
        <PageHeader
          title={shown.node.title ? `${shown.node.name} · ${shown.node.title}` : shown.node.name}
          breadcrumbs={[{ label: t('title'), href: `${base}/logic` }, { label: shown.node.name }]}
        />
      ) : (
        <PageHeader title={t('title')} lead={t('lead')} actions={<AddGate exerciseId={exercise.id} />} />
      )}
      <ScenarioTabs exercise={exercise} actor={actor} current="logic" />
      <div className="mt-4 grid gap-4">
        {shown ? <NodeView {...own} shown={shown} /> : null}
        {whole ? (
          <>
            <FindInject href={`${base}/logic`} missing={named} />
            <Panel title={t('gates.title')} note={whole.gates.length} flush={whole.gates.length > 0}>
              <GateTable {...own} frame={whole.frame} gates={whole.gates} />
            </Panel>
            <Panel title={t('injects.title')} note={whole.total} flush={whole.injects.length > 0}>
              <InjectTable base={base} frame={whole.frame} injects={whole.injects} />
            </Panel>
            <Pagination
              page={page}
              pages={Math.ceil(whole.total / onPage)}
              hrefFor={to => `${base}/logic?page=${to}`}
              label={t('injects.pages')}
            />
          </>
        ) : null}
      </div>
    </>
  )
}

async function FindInject({ href, missing }: { href: string; missing: string | null }) {
  const t = await getTranslations('logic.find')
  return (
    <>
      <form action={href} className="flex flex-wrap items-end gap-2 print:hidden">
        <TextField name="node" label={t('label')} maxLength={40} mono defaultValue={missing ?? ''} />
        <Button type="submit">{t('go')}</Button>
      </form>
      {missing === null ? null : (
        <Callout tone="warn">{t('missing', { serial: missing.slice(0, 40) })}</Callout>
      )}
    </>
  )
}
