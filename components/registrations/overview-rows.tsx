'use client'

import { useMemo } from 'react'
import { Meter } from '@/components/ui/meter'
import { swatchStyle } from '@/components/ui/swatch'
import { type OverviewLine, shownStates } from './overview-lines'

const cells =
  '[&>tr>*]:border-line [&>tr>*]:border-b [&>tr>*]:px-2 [&>tr>*]:py-1 [&>tr>*]:text-left [&>tr>*]:font-normal ' +
  '[&>tr>*:first-child]:pl-4 [&>tr>*:last-child]:pr-4 [&>tr>td]:text-right [&>tr>td]:font-mono [&>tr>td]:text-note ' +
  '[&_[role=meter]+span]:min-w-20'

/** The rows; drawn from one text for the reason that `PersonRows` names. */
export function OverviewRows({ lines }: { lines: string }) {
  const parsed = useMemo((): (OverviewLine & { label: string })[] => JSON.parse(lines), [lines])
  const has = (column: 'missing' | 'overdue') => parsed.some(line => line[column] !== undefined)
  const [withMissing, withOverdue] = [has('missing'), has('overdue')]
  return (
    <tbody className={cells}>
      {parsed.map(line => (
        <tr key={line.id} className="hover:bg-sunk">
          <th scope="row">
            <LineName line={line} />
          </th>
          <td>
            <Meter
              bare
              label={line.label}
              value={line.value}
              max={line.max}
              tone={line.max > 0 && line.value >= line.max ? 'warn' : 'good'}
            />
          </td>
          {withMissing ? <td>{line.missing || '–'}</td> : null}
          {withOverdue ? (
            <td className={line.overdue ? 'text-warn' : undefined}>{line.overdue || '–'}</td>
          ) : null}
          {shownStates.map(state => (
            <td key={state}>{line.states[state] ?? '–'}</td>
          ))}
        </tr>
      ))}
    </tbody>
  )
}

function LineName({ line }: { line: OverviewLine }) {
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
