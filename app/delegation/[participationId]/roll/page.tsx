import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { PrintButton } from '@/components/attendance/print-button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Cell, HeaderCell, Row, RowHeader, Table, TableHead } from '@/components/ui/table'
import { listRoll } from '@/lib/registrations/roll/queries'
import { formatDate, formatInstant } from '@/lib/time-format'
import { openDelegation } from '../../open-delegation'

type Props = PageProps<'/delegation/[participationId]/roll'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { name, delegation }] = await Promise.all([getTranslations('roll'), openDelegation(params)])
  return { title: `${t('title')} · ${name} · ${delegation.exercise.code}` }
}

/** A delegation's nominal roll, to print. */
export default async function RollPage({ params }: Props) {
  const { actor, delegation, owner, name, now, timeZone } = await openDelegation(params)
  const [t, words, locale, people] = await Promise.all([
    getTranslations('roll'),
    getTranslations('registrations'),
    getLocale(),
    listRoll(actor, owner),
  ])
  if (!people) notFound()
  const { exercise } = delegation
  const date = formatInstant(now, { timeZone, locale, style: 'dateTime' })
  return (
    <div data-wide="">
      <PageHeader
        title={t('heading', { name })}
        breadcrumbs={[{ label: name, href: `/delegation/${delegation.id}` }, { label: t('title') }]}
        lead={t('lead', { exercise: `${exercise.name} (${exercise.code})`, count: people.length, date })}
        actions={
          <span className="print:hidden">
            <PrintButton label={t('print')} />
          </span>
        }
      />
      {people.length === 0 ? (
        <EmptyState title={t('noneTitle')}>{t('noneText')}</EmptyState>
      ) : (
        <Table caption={t('title')} className="print:overflow-visible">
          <TableHead>
            <tr>
              <HeaderCell numeric>{t('number')}</HeaderCell>
              <HeaderCell>{words('file.familyName')}</HeaderCell>
              <HeaderCell>{words('file.givenName')}</HeaderCell>
              <HeaderCell>{words('role')}</HeaderCell>
              <HeaderCell>{words('team')}</HeaderCell>
              <HeaderCell>{words('file.site')}</HeaderCell>
              <HeaderCell>{words('file.presence')}</HeaderCell>
              <HeaderCell>{words('stateHead')}</HeaderCell>
              <HeaderCell>{t('clearance')}</HeaderCell>
            </tr>
          </TableHead>
          <tbody>
            {people.map((person, at) => (
              <Row key={person.id}>
                <Cell numeric>{at + 1}</Cell>
                <RowHeader>{person.familyName}</RowHeader>
                <Cell>
                  {person.givenName}
                  {person.nativeName ? <bdi className="ml-2 text-muted">{person.nativeName}</bdi> : null}
                </Cell>
                <Cell>{person.role}</Cell>
                <Cell>{person.team ?? '–'}</Cell>
                <Cell>{person.site ?? '–'}</Cell>
                <Cell>{words(`file.${person.presence}`)}</Cell>
                <Cell>{words(`state.${person.state}`)}</Cell>
                <Cell>{person.clearanceUntilOn ? formatDate(person.clearanceUntilOn, locale) : '–'}</Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
    </div>
  )
}
