'use client'

import { Fragment, type ReactNode } from 'react'
import { printCell } from '@/lib/injects/cells/rules'
import type { FieldValue, InjectRow } from '@/lib/injects/rules'
import { tlpLabels } from '@/lib/injects/rules'
import { isWaitNotation } from '@/lib/logic/notation/rules'
import { type Moment, resolveMoment, type StartexFrame } from '@/lib/time'
import { formatInstant } from '@/lib/time-format'
import { parseMoment } from '@/lib/time-parse'
import type { Instant } from '@/lib/time-zones'
import { TlpChip } from '../frame/tlp-chip'
import { injectTones } from '../injects/state-status'
import { TechniqueCodes } from '../techniques/technique-names'
import { Status } from '../ui/status'
import { Swatch } from '../ui/swatch'
import type { ColumnId } from './columns'
import { type Draft, shownValue } from './drafts'
import { type Sheet, shortLabel } from './sheet'

type Props = {
  row: InjectRow
  id: ColumnId
  draft: Draft | undefined
  sheet: Sheet
  /** when it is, where it has no time of its own and follows from others */
  implied: Instant | null
}

/** What stands in a cell that nobody writes in. */
export function contentOf({ row, id, draft, sheet, implied }: Props): ReactNode {
  if (id === 'serial') return row.serial
  if (id === 'state') return <Status tone={injectTones[row.state]}>{sheet.states[row.state]}</Status>
  // What was typed stays in sight as it was typed.
  if (draft?.state === 'refused') return draft.text
  const value = shownValue(row, id, draft, sheet)
  if (id === 'start') {
    const moment = draft?.value === undefined ? row.moment : undefined
    return startOf(String(value ?? ''), { implied, moment }, sheet)
  }
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return null
  if (id === 'tlp') return markingOf(value)
  if ((id === 'from' || id === 'to') && Array.isArray(value)) return partiesOf(value, sheet)
  if (id === 'objectives' && Array.isArray(value))
    return value.map(one => shortLabel(sheet.label('objectives', one) ?? '')).join('; ')
  if (id === 'techniques' && Array.isArray(value))
    return <TechniqueCodes codes={value} source={sheet.techniques} />
  const form = sheet.formOf(id, row)
  return form ? printCell(value, form) : null
}

function markingOf(value: FieldValue) {
  const tlp = tlpLabels.find(one => one === value)
  return tlp ? <TlpChip tlp={tlp} /> : null
}

function partiesOf(refs: readonly string[], sheet: Sheet) {
  return refs.map((ref, at) => {
    const team = sheet.team(ref)
    const name = sheet.label('parties', ref) ?? ''
    return (
      <Fragment key={ref}>
        {team ? (
          <Swatch colour={team.colour} letter={team.letter} className="mr-1 align-text-bottom" />
        ) : null}
        {at < refs.length - 1 ? `${name}; ` : name}
      </Fragment>
    )
  })
}

/** As it is planned, and when that is at home. `moment`: what the row says, undefined where something was typed since. */
function startOf(
  text: string,
  { implied, moment }: { implied: Instant | null; moment: Moment | null | undefined },
  { frame, locale, say }: Sheet,
) {
  if (text === '') return null
  const own = moment === undefined ? typedMoment(text, frame) : moment
  const at = own ? resolveMoment(own, frame).at : implied
  return (
    <>
      <span className="font-mono tabular">{text}</span>
      {at === null ? null : (
        <span className="pl-2 text-muted" title={own ? undefined : say('impliedTime')}>
          {formatInstant(at, { timeZone: frame.timeZone, locale, style: 'dayTime' })}
        </span>
      )}
    </>
  )
}

/** What is written and not on the row yet says it in letters only. */
function typedMoment(text: string, frame: StartexFrame): Moment | null {
  const parsed = isWaitNotation(text) ? null : parseMoment(text, { frame, timeZone: frame.timeZone })
  return parsed?.ok ? parsed.moment : null
}
