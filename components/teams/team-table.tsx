import { getTranslations } from 'next-intl/server'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Meter } from '@/components/ui/meter'
import { Status } from '@/components/ui/status'
import { Swatch } from '@/components/ui/swatch'
import { TextLink } from '@/components/ui/text-link'
import { asTree, seatState } from '@/lib/teams/rules'

export type TeamRow = {
  id: string
  name: string
  parentId: string | null
  kind: { name: string; letter: string; colour: string }
  site: { name: string } | null
  nations: string[]
  least: number
  most: number
  used: number
  short: number
}

/** All teams of an exercise, each under its parent, with how far their seats are filled. */
export async function TeamTable({ teams, base }: { teams: TeamRow[]; base: string }) {
  const t = await getTranslations('teams')
  return (
    <DataTable
      caption={t('teams')}
      rows={asTree(teams)}
      rowKey={({ team }) => team.id}
      empty={<EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
      columns={[
        {
          id: 'name',
          header: t('team'),
          names: true,
          cell: ({ team, depth }) => (
            <span className="flex items-center gap-2" style={{ paddingInlineStart: `${depth * 20}px` }}>
              <Swatch colour={team.kind.colour} letter={team.kind.letter} />
              <TextLink href={`${base}/${team.id}`}>{team.name}</TextLink>
            </span>
          ),
        },
        { id: 'kind', header: t('kind'), cell: ({ team }) => team.kind.name },
        { id: 'nations', header: t('nations'), mono: true, cell: ({ team }) => team.nations.join(' · ') },
        { id: 'site', header: t('site'), cell: ({ team }) => team.site?.name ?? t('noSite') },
        {
          id: 'seats',
          header: t('seats'),
          cell: ({ team }) =>
            team.most === 0 ? (
              <span className="text-muted">{t('noSeats')}</span>
            ) : (
              <Meter
                bare
                label={t('seatsOf', { team: team.name })}
                value={team.used}
                max={team.most}
                tone={tones[seatState(team)]}
              />
            ),
        },
        {
          id: 'state',
          header: t('state'),
          cell: ({ team }) =>
            team.short > 0 ? (
              <Status tone="warn">{t('short', { roles: team.short })}</Status>
            ) : team.most > 0 ? (
              <Status tone="good">{t('enough')}</Status>
            ) : null,
        },
      ]}
    />
  )
}

const tones = { short: 'warn', full: 'accent', room: 'good' } as const
