import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import { LinkButton } from '@/components/ui/link-button'
import { Panel } from '@/components/ui/panel'
import { Status, type StatusTone } from '@/components/ui/status'
import type { IncidentRow, StorylineRow } from '@/lib/storylines/queries'
import { type InjectState, injectStates, type StateCounts, totalOf } from '@/lib/storylines/rules'
import { AddIncident, IncidentActs } from './incident-forms'
import { MoveStorylineActs, StorylineActs } from './storyline-forms'

type Props = {
  exerciseId: string
  storyline: StorylineRow
  mayEdit: boolean
  at: number
  last: number
  /** where its injects may go when it is taken away */
  others: readonly { id: string; number: number; name: string }[]
  /** where it or an incident of it is kept for reuse */
  keepHref: string
}

/** One thread of the story: what it is about, its incidents, and how far its injects are. */
export function StorylinePanel({ exerciseId, storyline, mayEdit, at, last, others, keepHref }: Props) {
  const t = useTranslations('storylines')
  const total = totalOf(storyline.injects)
  const edit = {
    id: 'edit',
    header: t('change'),
    cell: (incident: IncidentRow & { at: number }) => (
      <span className="flex flex-wrap items-center gap-1">
        <IncidentActs
          {...{ exerciseId, incident }}
          storyline={storyline}
          at={incident.at}
          last={storyline.incidents.length - 1}
        />
        <Keep
          href={`${keepHref}?chosen=incident:${incident.id}`}
          name={incident.name}
          of={incident.injects}
        />
      </span>
    ),
  }
  return (
    <Panel
      title={
        <span className="wrap-anywhere">
          <span className="mr-2 font-mono text-muted tabular">{storyline.number}</span>
          <bdi>{storyline.name}</bdi>
        </span>
      }
      note={t('injects', { count: total })}
      actions={
        mayEdit ? (
          <>
            <MoveStorylineActs {...{ exerciseId, storyline, at, last }} />
            <Keep
              href={`${keepHref}?chosen=storyline:${storyline.id}`}
              name={storyline.name}
              of={storyline.injects}
            />
            <StorylineActs {...{ exerciseId, storyline, others }} />
          </>
        ) : undefined
      }
    >
      <div className="grid gap-3">
        {storyline.summary ? (
          <p className="max-w-prose whitespace-pre-line text-muted">{storyline.summary}</p>
        ) : null}
        <StateLine counts={storyline.injects} />
        {storyline.incidents.length > 0 ? (
          <DataTable
            caption={t('incidentsOf', { storyline: storyline.name })}
            rows={storyline.incidents.map((incident, index) => ({ ...incident, at: index }))}
            rowKey={incident => incident.id}
            columns={[
              {
                id: 'number',
                header: t('number'),
                mono: true,
                cell: incident => `${storyline.number}/${incident.number}`,
              },
              {
                id: 'name',
                header: t('incident'),
                names: true,
                cell: incident => (
                  <span className="wrap-anywhere">
                    <bdi>{incident.name}</bdi>
                    {incident.summary ? (
                      <span className="block max-w-prose font-normal text-muted text-note">
                        {incident.summary}
                      </span>
                    ) : null}
                  </span>
                ),
              },
              {
                id: 'injects',
                header: t('injectsHead'),
                numeric: true,
                cell: incident => totalOf(incident.injects),
              },
              ...(mayEdit ? [edit] : []),
            ]}
          />
        ) : null}
        {mayEdit ? <AddIncident exerciseId={exerciseId} storyline={storyline} /> : null}
      </div>
    </Panel>
  )
}

/** On the way into the catalogue; what has no injects is nothing to keep. */
function Keep({ href, name, of }: { href: string; name: string; of: StateCounts }) {
  const t = useTranslations('storylines')
  if (totalOf(of) === 0) return null
  return (
    <LinkButton href={href} size="small" aria-label={t('keepNamed', { name })}>
      {t('keep')}
    </LinkButton>
  )
}

const tones: Record<InjectState, StatusTone> = {
  draft: 'empty',
  review: 'half',
  approved: 'good',
  synchronised: 'info',
}

/** How many are how far agreed on; what there is none of is left out. */
export function StateLine({ counts }: { counts: StateCounts }) {
  const t = useTranslations('storylines')
  const present = injectStates.filter(state => counts[state] > 0)
  if (present.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-note">
      {present.map(state => (
        <li key={state}>
          <Status tone={tones[state]}>{t(`states.${state}`, { count: counts[state] })}</Status>
        </li>
      ))}
    </ul>
  )
}
