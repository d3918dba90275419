'use client'

import type { Finding } from '@/lib/clashes/plan/rules'
import type { InjectRow } from '@/lib/injects/rules'
import type { Instant } from '@/lib/time-zones'
import { Attachments } from '../injects/attachments'
import { Origin } from '../injects/origin'
import { InjectPanel } from '../injects/panel'
import { useWaiting, type WaitGates } from '../injects/use-waiting'
import { WaitsLists } from '../injects/waits-lists'
import { shownValue } from './drafts'
import { FindingsList } from './findings-list'
import type { Sheet } from './sheet'
import type { Checks } from './use-checks'
import type { Edits } from './use-edits'
import type { Rows } from './use-rows'
import type { Telling } from './use-telling'

type Props = {
  /** the inject that stands open */
  row: InjectRow | null
  sheet: Sheet
  edits: Edits
  mayEdit: boolean
  mayApprove: boolean
  rows: Rows
  scenario: WaitGates
  timeOf: (row: InjectRow) => Instant | null
  implied: Instant | null
  checks: Checks
  telling: Telling | null
  /** whether the findings are listed, while no inject stands open */
  listed: boolean
  /** where the scenario's pages are */
  base: string
  onOpen: (injectId: string) => void
  onPick: (finding: Finding) => void
  onUnlist: () => void
  onChanged: (ids: readonly string[]) => Promise<unknown>
  onDuplicate: (ids: readonly string[]) => void
  onRemove: (ids: readonly string[]) => void
  onClose: () => void
}

/** What stands beside the list: the whole inject, else everything that is wrong. */
export function Beside(props: Props) {
  const { row, sheet, edits, mayEdit, checks, telling, base } = props
  if (row) {
    const drafts = edits.drafts.get(row.id)
    return (
      <InjectPanel
        key={row.id}
        {...{ row, sheet, mayEdit, drafts, telling }}
        mayApprove={props.mayApprove}
        fieldOf={field => shownValue(row, field, drafts?.get(field), sheet)}
        implied={props.implied}
        found={checks.of(row.id)}
        ask={checks.ask}
        onBegin={field => edits.begin(row.id, field)}
        onSave={(field, text) => void edits.save([{ injectId: row.id, field, text }])}
        onTheirs={field => edits.drop(row.id, field)}
        onMine={field => edits.insist(row.id, field)}
        onChanged={props.onChanged}
        onDuplicate={() => props.onDuplicate([row.id])}
        onRemove={() => props.onRemove([row.id])}
        onClose={props.onClose}
        waits={<Waits {...props} row={row} />}
      >
        {mayEdit ? (
          <Origin exerciseId={sheet.exerciseId} injectId={row.id} catalogueHref={`${base}/catalogue`} />
        ) : null}
        <Attachments row={row} exerciseId={sheet.exerciseId} {...{ mayEdit }} />
      </InjectPanel>
    )
  }
  if (!props.listed || !telling || !checks.all) return null
  return (
    <FindingsList
      findings={checks.all}
      telling={telling}
      hrefOf={finding => hrefOf(finding, base)}
      onPick={props.onPick}
      onClose={props.onUnlist}
    />
  )
}

function Waits({
  row,
  sheet,
  edits,
  mayEdit,
  rows,
  scenario,
  timeOf,
  base,
  onOpen,
}: Props & { row: InjectRow }) {
  const waiting = useWaiting(row.id, rows, scenario)
  const draft = edits.drafts.get(row.id)?.get('waits')
  return (
    <WaitsLists
      {...{ mayEdit, waiting, base, onOpen }}
      frame={sheet.frame}
      locale={sheet.locale}
      text={String(shownValue(row, 'waits', draft?.state === 'refused' ? undefined : draft, sheet) ?? '')}
      timeOf={id => {
        const other = rows.get(id)
        return other ? timeOf(other) : null
      }}
      onSave={text => void edits.save([{ injectId: row.id, field: 'waits', text }])}
    />
  )
}

/** Objectives and gates are mended on pages of their own. */
function hrefOf({ where: [about] }: Finding, base: string): string | null {
  if (about?.kind === 'objective') return `${base}/objectives`
  return about?.kind === 'gate' ? `${base}/logic?node=${about.id}` : null
}
