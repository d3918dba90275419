import { getLocale, getTranslations } from 'next-intl/server'
import type { Cover } from '@/lib/shifts/coverage/rules'
import { formatDuration } from '@/lib/time-format'
import { formatSpan } from '@/lib/time-spans'
import type { Instant } from '@/lib/time-zones'
import { DataTable } from '../ui/data-table'
import { Status } from '../ui/status'
import { Swatch } from '../ui/swatch'
import { TextLink } from '../ui/text-link'
import { CoverageStrip } from './coverage-strip'

type Rota = {
  id: string
  name: string
  team: { name: string; kind: { letter: string; colour: string } }
  startAt: Instant
  endAt: Instant
  lengthSeconds: number
  crews: number
  shifts: number
  free: number
  cover: Cover[]
}

type Props = { rotas: readonly Rota[]; base: string; home: string }

const phone = 'block font-normal text-note md:hidden'

/** The rotas of an exercise with a picture of how far each is manned. */
export async function RotaTable({ rotas, base, home }: Props) {
  const [t, locale] = await Promise.all([getTranslations('shifts'), getLocale()])
  const teamOf = ({ team }: Rota) => (
    <span className="inline-flex items-center gap-2">
      <Swatch colour={team.kind.colour} letter={team.kind.letter} />
      {team.name}
    </span>
  )
  const spanOf = ({ startAt, endAt }: Rota) => formatSpan(startAt, endAt, { timeZone: home, locale })
  const patternOf = ({ lengthSeconds, crews }: Rota) =>
    t('patternShort', { length: formatDuration(lengthSeconds, locale), crews })
  const freeOf = ({ free, shifts }: Rota) =>
    shifts === 0 ? null : <Status tone={free > 0 ? 'warn' : 'good'}>{t('free', { count: free })}</Status>
  return (
    <DataTable
      caption={t('rotas')}
      rows={rotas}
      rowKey={rota => rota.id}
      columns={[
        {
          id: 'name',
          header: t('rota'),
          names: true,
          cell: rota => (
            <>
              <TextLink href={`${base}/${rota.id}`} className="inline-flex min-h-target items-center">
                {rota.name}
              </TextLink>
              <span className={phone}>{teamOf(rota)}</span>
              <span className={`${phone} tabular`}>{spanOf(rota)}</span>
              <span className={`${phone} text-muted`}>{patternOf(rota)}</span>
            </>
          ),
        },
        { id: 'team', header: t('team'), wide: true, cell: teamOf },
        {
          id: 'span',
          header: t('span'),
          wide: true,
          cell: rota => (
            <>
              <div className="min-w-44 tabular">{spanOf(rota)}</div>
              <div className="text-muted text-note">{patternOf(rota)}</div>
            </>
          ),
        },
        {
          id: 'cover',
          header: t('coverage'),
          cell: rota => (
            <>
              {rota.shifts === 0 ? (
                <Status tone="empty">{t('noShifts')}</Status>
              ) : (
                <CoverageStrip cover={rota.cover} name={rota.name} />
              )}
              <span className={phone}>{freeOf(rota)}</span>
            </>
          ),
        },
        { id: 'free', header: t('freePlaces'), wide: true, cell: freeOf },
      ]}
    />
  )
}
