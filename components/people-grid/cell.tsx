'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Status } from '@/components/ui/status'
import { swatchStyle } from '@/components/ui/swatch'
import { zoneCity } from '@/lib/time-zones'
import type { Column } from './columns'
import { type GridChoices, type GridLine, keyOf } from './lines'
import type { Draft } from './use-cell-writes'

type Props = { line: GridLine; column: Column; choices: GridChoices; draft: Draft | undefined }

/** What a cell shows: the row's own, or what was written over it and how that stands. */
export function CellText({ line, column, choices, draft, ...acts }: Props & ConflictActs) {
  const t = useTranslations('peopleGrid')
  const shown = (
    <Words column={column} line={line} choices={choices} text={draft?.key ?? keyOf(line, column.id)} />
  )
  if (!draft) return shown
  if (draft.state !== 'refused') {
    return (
      <span className={draft.state === 'saving' ? 'text-muted' : ''}>
        {shown}
        {draft.state === 'saving' ? <span className="sr-only">{t('saving')}</span> : null}
      </span>
    )
  }
  return (
    <>
      <span className="text-bad">{shown}</span>
      <span role="alert" className="block max-w-64 text-bad text-note">
        <span aria-hidden="true">✕ </span>
        {draft.theirs
          ? t('conflict', {
              by: draft.theirs.by ?? t('somebody'),
              theirs: theirsOf(draft.theirs.text, column, choices) || '–',
            })
          : draft.message}
      </span>
      {draft.theirs ? <Conflict {...acts} /> : null}
    </>
  )
}

type ConflictActs = { onTheirs: () => void; onMine: () => void }

function Conflict({ onTheirs, onMine }: ConflictActs) {
  const t = useTranslations('peopleGrid')
  return (
    <span className="mt-1 flex flex-wrap gap-1">
      <Button size="small" onClick={onTheirs}>
        {t('theirs')}
      </Button>
      <Button size="small" onClick={onMine}>
        {t('mine')}
      </Button>
    </span>
  )
}

/** An id as the name that stands for it. */
function theirsOf(text: string, { id }: Column, { roles, teams, companies, sites }: GridChoices): string {
  const of =
    id === 'role' ? roles : id === 'team' ? teams : id === 'company' ? companies : id === 'where' ? sites : []
  return of.find(one => one.id === text)?.name ?? text
}

function Words({ column, line, choices, text }: Omit<Props, 'draft'> & { text: string }): ReactNode {
  const t = useTranslations('peopleGrid')
  const nameIn = (of: readonly { id: string; name: string }[]) => of.find(({ id }) => id === text)?.name
  switch (column.id) {
    case 'state':
      return (
        <>
          <Status tone={line.tone}>{line.stateText}</Status>
          {line.own ? (
            <span className="block text-muted text-note first-letter:uppercase">{line.own}</span>
          ) : null}
          {line.late ? <span className="block text-muted text-note">{line.late}</span> : null}
        </>
      )
    case 'changed':
      return (
        <time dateTime={line.at} className="whitespace-nowrap font-mono text-note">
          {line.changed}
        </time>
      )
    case 'role':
      return <Short text={nameIn(choices.roles)} />
    case 'company':
      return <Short text={nameIn(choices.companies)} />
    case 'team':
      return <Team team={choices.teams.find(({ id }) => id === text)} />
    case 'where': {
      const [presence, siteId] = text.split(':')
      const site = choices.sites.find(({ id }) => id === siteId)?.name
      const city = zoneCity(line.values.homeTimeZone)
      return <Short text={site ?? (presence === 'remote' ? t('remoteFrom', { city }) : t('onSite'))} />
    }
    case 'clearance':
      return text ? <span className="whitespace-nowrap font-mono text-note">{text}</span> : <None />
    default:
      return text ? (
        <bdi className="block max-w-56 truncate" title={text}>
          {text}
        </bdi>
      ) : (
        <None />
      )
  }
}

/** One line each, so that many people stay in sight. */
function Short({ text }: { text: string | undefined }) {
  if (text === undefined) return <None />
  return (
    <span className="block max-w-40 truncate" title={text}>
      {text}
    </span>
  )
}

const None = () => <span className="text-muted">–</span>

function Team({ team }: { team: GridChoices['teams'][number] | undefined }) {
  if (!team) return <None />
  return (
    <span className="whitespace-nowrap">
      <i
        aria-hidden="true"
        className="true-colour mr-1.5 inline-block size-2.5 rounded-small border border-edge"
        style={swatchStyle(team.colour)}
      />
      {team.name}
    </span>
  )
}
