import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Meter } from '@/components/ui/meter'
import { swatchStyle } from '@/components/ui/swatch'
import { HeaderCell, Table, TableHead } from '@/components/ui/table'
import type { RegistrationState } from '@/lib/registrations/rules'

export type OverviewLine = {
  id: string
  /** before the name: a nation's code */
  code?: string
  /** a team's colour */
  colour?: string
  name: string
  /** leads to these people */
  href: string
  value: number
  max: number
  missing?: number
  states: Partial<Record<RegistrationState, number>>
}

/** The states that a registrar compares, in the order in which people pass through them. */
const shown: readonly RegistrationState[] = ['submitted', 'endorsed', 'confirmed', 'waitlisted', 'declined']

const cells =
  '[&>tr>*]:border-line [&>tr>*]:border-b [&>tr>*]:px-2 [&>tr>*]:py-1 [&>tr>*]:text-left [&>tr>*]:font-normal ' +
  '[&>tr>*:first-child]:pl-4 [&>tr>*:last-child]:pr-4 [&>tr>td]:text-right [&>tr>td]:font-mono [&>tr>td]:text-note ' +
  '[&_[role=meter]+span]:min-w-20'

type Props = {
  caption: string
  head: string
  bar: { head: string; of: (name: string) => string }
  lines: readonly OverviewLine[]
}

/** Numbers and bars side by side: how full each line is, and where its people stand. */
export function OverviewTable({ caption, head, bar, lines }: Props) {
  const t = useTranslations('registrations')
  const withMissing = lines.some(line => line.missing !== undefined)
  return (
    <Table caption={caption} className="max-h-96">
      <TableHead>
        <tr>
          <HeaderCell>{head}</HeaderCell>
          <HeaderCell className="min-w-36">{bar.head}</HeaderCell>
          {withMissing ? <HeaderCell numeric>{t('missing')}</HeaderCell> : null}
          {shown.map(state => (
            <HeaderCell key={state} numeric>
              {t(`state.${state}`)}
            </HeaderCell>
          ))}
        </tr>
      </TableHead>
      <tbody className={cells}>
        {lines.map(line => (
          <tr key={line.id} className="hover:bg-sunk">
            <th scope="row">
              <LineName line={line} />
            </th>
            <td>
              <Meter
                bare
                label={bar.of(line.name)}
                value={line.value}
                max={line.max}
                tone={line.max > 0 && line.value >= line.max ? 'warn' : 'good'}
              />
            </td>
            {withMissing ? <td>{line.missing || '–'}</td> : null}
            {shown.map(state => (
              <td key={state}>{line.states[state] ?? '–'}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function LineName({ line }: { line: OverviewLine }): ReactNode {
  return (
    <a href={line.href} className="inline-flex min-h-6 items-center gap-2 hover:underline">
      {line.colour ? (
        <i
          aria-hidden="true"
          className="true-colour inline-block size-2.5 shrink-0 rounded-small border border-edge"
          style={swatchStyle(line.colour)}
        />
      ) : null}
      {line.code ? (
        <span className="w-10 shrink-0 font-mono text-muted text-note">{line.code.slice(0, 5)}</span>
      ) : null}
      <span>{line.name}</span>
    </a>
  )
}
