'use client'

import { useMemo } from 'react'
import styles from './table.module.css'
import { CHOSEN, type RowGroup } from './table-data'

export type TableBodyProps = {
  /** `RowGroup[]` as JSON. */
  groups: string
  /** How many columns of times there are. */
  zones: number
  /** The words of the link to the drawing. */
  drawn: string
}

/**
 * The rows. A client component though nothing in it moves: what the server alone renders travels twice, as HTML and as
 * React's description of it, and that made the page three times as heavy. Cells are bare for the same reason.
 */
export function TableBody({ groups, zones, drawn }: TableBodyProps) {
  const parsed = useMemo((): RowGroup[] => JSON.parse(groups), [groups])
  return parsed.map(({ name, rows }) => (
    <tbody key={name} className={styles.rows} data-zones={zones}>
      {name === '' ? null : (
        <tr>
          <th scope="rowgroup" colSpan={zones + 7}>
            {name}
          </th>
        </tr>
      )}
      {rows.map(row => (
        <tr key={row.id} id={row.current ? CHOSEN : undefined} aria-current={row.current || undefined}>
          <th scope="row">
            <span>{row.href === '' ? row.title : <a href={row.href}>{row.title}</a>}</span>
            <a className={styles.drawn} href={row.shown} aria-label={`${drawn}: ${row.title}`}>
              {drawn}
            </a>
          </th>
          <td>{row.kind}</td>
          {row.times.map((time, zone) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the zones have a fixed order
            <td key={zone}>{time}</td>
          ))}
          <td>{row.moment}</td>
          <td>{row.length}</td>
          <td>{row.place}</td>
          <td>{row.audience}</td>
          <td>{row.who}</td>
        </tr>
      ))}
    </tbody>
  ))
}
