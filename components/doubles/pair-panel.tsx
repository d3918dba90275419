import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { StateStatus } from '@/components/registrations/state-status'
import { Panel } from '@/components/ui/panel'
import { Status, type StatusTone } from '@/components/ui/status'
import { Swatch } from '@/components/ui/swatch'
import { Cell, HeaderCell, Row, RowHeader, Table, TableHead } from '@/components/ui/table'
import { TextLink } from '@/components/ui/text-link'
import { nationName, partnerName } from '@/lib/countries/rules'
import type { DoublePair } from '@/lib/registrations/doubles/queries'
import { formatInstant, type TimeLocale } from '@/lib/time-format'
import { DecideActs } from './decide-acts'

type Props = { exerciseId: string; pair: DoublePair; number: number; timeZone: string; locale: TimeLocale }
type Side = DoublePair['own']

/** How much each finding says. */
const tones: Record<DoublePair['kind'], StatusTone> = {
  same_person: 'bad',
  double_booked: 'warn',
  likely: 'half',
}

/** Two registrations side by side, what speaks for their being one human being's, and what can be decided. */
export function PairPanel({ exerciseId, pair, number, timeZone, locale }: Props) {
  const t = useTranslations('doubles')
  const { kind, own, other, elsewhere, evidence, registrationId, otherId, fingerprint } = pair
  // Namesakes are what this page is about: the number tells one pair from the next, by ear too.
  const sides = [where(own), other ? where(other) : elsewhere?.code].join(' / ')
  const name = `${number}. ${own.familyName} ${own.givenName}, ${sides}`
  return (
    <Panel title={name} note={<Status tone={tones[kind]}>{t(`kind.${kind}`)}</Status>} flush>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 px-4 pb-2">
        {pair.changed ? (
          <li>
            <Status tone="warn">{t('changed')}</Status>
          </li>
        ) : null}
        {evidence.map(one => (
          <li key={one.kind}>
            <Status tone={supports.has(one.kind) ? 'empty' : 'info'}>
              {one.kind === 'overlap'
                ? t('evidence.overlap', {
                    from: formatInstant(one.from, { timeZone, locale, style: 'dateTime' }),
                    to: formatInstant(one.to, { timeZone, locale, style: 'dateTime' }),
                  })
                : t(`evidence.${one.kind}`)}
            </Status>
          </li>
        ))}
      </ul>
      <Sides {...{ own, other, elsewhere, timeZone, locale }} />
      <div className="px-4 pt-3">
        <DecideActs
          {...{ exerciseId, registrationId, otherId, fingerprint, kind }}
          here={where(own)}
          there={other ? where(other) : (elsewhere?.code ?? '')}
        />
      </div>
    </Panel>
  )
}

/** What speaks for it only beside something else. */
const supports = new Set(['same_home_nation', 'same_mailbox', 'same_role'])

const where = ({ participation }: Side) => participation.partner.code

type SidesProps = Pick<DoublePair, 'own' | 'other' | 'elsewhere'> & Pick<Props, 'timeZone' | 'locale'>

function Sides({ own, other, elsewhere, timeZone, locale }: SidesProps) {
  const t = useTranslations('doubles')
  const words = useLocale()
  const day = (at: number | null) =>
    at === null ? <None /> : formatInstant(at, { timeZone, locale, style: 'dayMonth' })
  const rows: [label: string, value: (side: Side) => ReactNode, elsewhere?: ReactNode][] = [
    [t('delegation'), side => partnerName(side.participation.partner, words), elsewhere?.name],
    [t('name'), side => <Name side={side} />],
    [t('email'), side => <span className="wrap-anywhere font-mono text-note">{side.email}</span>],
    [t('home'), side => nationName(side.person.homeNation, words) ?? side.person.homeNation],
    [t('role'), side => side.role.name, elsewhere?.role],
    [t('team'), side => <Team side={side} />],
    [t('company'), side => side.company?.name ?? <None />],
    [t('state'), side => <StateStatus state={side.state} />],
    [t('submitted'), side => day(side.submittedAt), elsewhere ? period(elsewhere, timeZone, locale) : null],
  ]
  return (
    <Table caption={t('sides', { name: `${own.familyName} ${own.givenName}` })}>
      <TableHead>
        <tr>
          <HeaderCell>
            <span className="sr-only">{t('what')}</span>
          </HeaderCell>
          <HeaderCell className="min-w-28 md:min-w-40">{where(own)}</HeaderCell>
          <HeaderCell className="min-w-28 md:min-w-40">{other ? where(other) : elsewhere?.code}</HeaderCell>
        </tr>
      </TableHead>
      <tbody>
        {rows.map(([label, value, foreign]) => (
          <Row key={label}>
            <RowHeader className="w-20 text-muted md:w-32">{label}</RowHeader>
            <Cell>{value(own)}</Cell>
            <Cell>{other ? value(other) : (foreign ?? <None />)}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  )
}

function period(
  { startexAt, endexAt }: { startexAt: number; endexAt: number },
  timeZone: string,
  locale: TimeLocale,
): string {
  const format = { timeZone, locale, style: 'dayMonth' } as const
  return `${formatInstant(startexAt, format)} – ${formatInstant(endexAt, format)}`
}

const None = () => <span className="text-muted">–</span>

function Name({ side }: { side: Side }) {
  return (
    <TextLink href={`/delegation/${side.participationId}/people/${side.id}`}>
      {side.familyName} {side.givenName}
      {side.nativeName ? <bdi className="ml-2 text-muted">{side.nativeName}</bdi> : null}
    </TextLink>
  )
}

function Team({ side }: { side: Side }) {
  if (!side.team) return <None />
  return (
    <span className="inline-flex items-baseline gap-1.5">
      <Swatch colour={side.team.kind.colour} />
      {side.team.name}
    </span>
  )
}
