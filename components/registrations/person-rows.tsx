'use client'

import { useMemo } from 'react'
import { Status, type StatusTone } from '@/components/ui/status'
import { swatchStyle } from '@/components/ui/swatch'

/** A person's row in words. */
export type PersonLine = {
  id: string
  /** family, given, and in the own script */
  names: [string, string, string]
  href: string | null
  /** what a phone has no columns for */
  brief: string
  also: string | null
  nation: string
  role: string
  team: { name: string; colour: string } | null
  place: string
  tone: StatusTone
  state: string
  late: string | null
  /** how far the person is with the own part */
  own: string | null
  /** ISO 8601 */
  at: string
  changed: string
  /** the box that chooses the row, and what its acts need to know */
  box: { label: string; state: string; role: string; site: string; group: boolean } | null
}

/** Said once for all cells: a class on each of them weighs more than what stands in it. */
const cells =
  '[&>tr>*]:border-line [&>tr>*]:border-b [&>tr>*]:px-2 [&>tr>*]:py-1.5 [&>tr>*]:text-left [&>tr>*]:align-top ' +
  '[&>tr>*]:font-normal [&>tr>*:first-child]:pl-4 [&>tr>*:last-child]:pr-4'
const wide = 'max-md:hidden'

/**
 * The rows. A client component though nothing in it moves: what the server alone draws travels twice, as HTML and as
 * React's description of it, which took the server half as long again (`npm run bench delegations-page`).
 */
export function PersonRows({ lines }: { lines: string }) {
  const parsed = useMemo((): PersonLine[] => JSON.parse(lines), [lines])
  return (
    <tbody className={cells}>
      {parsed.map(line => (
        <tr key={line.id} className="hover:bg-sunk has-checked:bg-accent-soft">
          {line.box ? (
            <td>
              <input
                type="checkbox"
                name="ids[]"
                value={line.id}
                data-state={line.box.state}
                data-role={line.box.role}
                data-site={line.box.site}
                data-group={line.box.group || undefined}
                aria-label={line.box.label}
                className="size-4 accent-accent"
              />
            </td>
          ) : null}
          <th scope="row">
            <Name line={line} />
            <span className="block text-muted text-note md:hidden">{line.brief}</span>
            {line.also ? <span className="block text-note text-warn">{line.also}</span> : null}
          </th>
          <td className={`${wide} font-mono text-note`}>{line.nation}</td>
          <td className={wide}>{line.role}</td>
          <td className={`${wide} whitespace-nowrap`}>{line.team ? <Team {...line.team} /> : <None />}</td>
          <td className={wide}>{line.place}</td>
          <td>
            <Status tone={line.tone}>{line.state}</Status>
            {line.own ? (
              <span className="block text-muted text-note first-letter:uppercase">{line.own}</span>
            ) : null}
            {line.late ? <span className="block text-muted text-note">{line.late}</span> : null}
          </td>
          <td className={`${wide} whitespace-nowrap font-mono text-note`}>
            <time dateTime={line.at}>{line.changed}</time>
          </td>
        </tr>
      ))}
    </tbody>
  )
}

const None = () => <span className="text-muted">–</span>

function Team({ name, colour }: { name: string; colour: string }) {
  return (
    <>
      <i
        aria-hidden="true"
        className="true-colour mr-1.5 inline-block size-2.5 rounded-small border border-edge"
        style={swatchStyle(colour)}
      />
      {name}
    </>
  )
}

function Name({ line: { names, href } }: { line: PersonLine }) {
  const [family, given, native] = names
  const name = (
    <>
      <span className="font-medium">{family}</span> {given}
    </>
  )
  return (
    <span className="wrap-anywhere">
      {href ? (
        <a href={href} className="underline decoration-line underline-offset-2 hover:decoration-accent">
          {name}
        </a>
      ) : (
        name
      )}
      {native ? <bdi className="ml-2 whitespace-nowrap text-muted">{native}</bdi> : null}
    </span>
  )
}
