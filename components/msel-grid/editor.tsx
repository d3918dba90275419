'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { injectsIn } from '@/lib/clashes/places/rules'
import type { Finding } from '@/lib/clashes/plan/rules'
import type { PlanSource } from '@/lib/clashes/source/rules'
import type { InjectRow } from '@/lib/injects/rules'
import type { Looks, Sort } from '@/lib/injects/views/rules'
import { type Packed, unpack } from '../packed'
import { useScenarioStream } from '../scenario-stream/use-scenario-stream'
import { Beside } from './beside'
import type { Column } from './columns'
import { EmptyMsel } from './empty'
import { FindingHint } from './finding-hint'
import { FindingsButton } from './findings-button'
import { MselGrid } from './grid'
import { groupName, groupOrder } from './groups'
import { groupLine } from './lines'
import { RemoveDialog } from './remove-dialog'
import type { RowActs } from './row'
import { SelectionBar } from './selection-bar'
import type { Scenario } from './sheet'
import { StatusLine } from './status-line'
import { Toolbar } from './toolbar'
import { type Checks, useChecks } from './use-checks'
import { useChosen } from './use-chosen'
import { useCommands } from './use-commands'
import { useEdits } from './use-edits'
import { useGoing } from './use-going'
import { leading, useGrid } from './use-grid'
import { useLines } from './use-lines'
import { useMoved } from './use-moved'
import { useFollowing, useOpened } from './use-opened'
import { type First, useRows } from './use-rows'
import { useSheet } from './use-sheet'
import { useTelling } from './use-telling'
import { useTimes } from './use-times'
import { useView } from './use-view'
import { useWindow } from './use-window'
import { type KeptView, Views } from './views'

type EditorScenario = Scenario & PlanSource & { mayEdit: boolean; mayApprove: boolean }

/** What the page packs: most of its weight. */
type Contents = { scenario: EditorScenario; first: First; views: readonly KeptView[] }

type Props = {
  exerciseId: string
  viewerZone: string | null
  /** the columns that this browser remembers */
  remembered: string | null
  /** who looks, and how far the history went when the rows were read */
  accountId: string
  cursor: string
  /** the address behind its question mark */
  query: string
  /** where the scenario's pages are */
  base: string
}

/** The MSEL: a list to write in like a spreadsheet, and the whole inject beside it. */
export function MselEditor({ contents, ...props }: Props & { contents: Packed<Contents> }) {
  const unpacked = useMemo(() => unpack(contents), [contents])
  return <Editor {...props} {...unpacked} />
}

function Editor(props: Props & Contents) {
  const { exerciseId, scenario, first, viewerZone, remembered, query, base } = props
  const { mayEdit, mayApprove } = scenario
  const store = useRows(exerciseId, first)
  const { rows, serialOf, fetchRows, applyRemote, removeRemote, reload } = store
  const whole = store.state === 'whole'
  const { sheet, columns, setCookie } = useSheet({ exerciseId, scenario, viewerZone, remembered, serialOf })
  const { view, change, setView, opened, setOpened } = useView(query)
  const times = useTimes(rows, scenario, scenario.frame)
  const sayMoved = useMoved()
  const checks = useChecks({
    ...{ rows, whole, scenario, mayEdit, techniques: sheet.techniques },
    onMoved: (own, recheck) => sayMoved(own, recheck, { serialOf, takeBackTime: edits.takeBackTime }),
  })
  const telling = useTelling(checks.all !== null, scenario, sheet)
  const looks = useMemo(
    (): Looks => ({
      timeOf: times.timeOf,
      conflicting: ({ id }) => times.conflicting(id),
      found: ({ id }) => checks.all === null || checks.of(id).length > 0,
      order: groupOrder(scenario),
    }),
    [scenario, times, checks.all, checks.of],
  )
  const [behind, setBehind] = useState<ReadonlyMap<string, string>>(new Map())
  const { lines, shown, setClosed, sortAgain } = useLines({ rows, view, looks, behind, whole })
  const [editorial, setEditorial] = useState(false)
  const edits = useEdits({ rows, sheet, editorial, fetchRows, timed: checks })
  const router = useRouter()
  const { status, presenceOf, announce } = useScenarioStream<InjectRow>({
    ...{ exerciseId, accountId: props.accountId, cursor: props.cursor },
    onRows: applyRemote,
    onRemoved: removeRemote,
    onReload: parts => {
      if (parts.includes('everything')) reload()
      // Storylines, teams and the like come with the page; what only the timeline shows does not.
      if (parts.some(part => part !== 'activities' && part !== 'shifts')) router.refresh()
    },
  })
  const othersOn = useCallback(
    (id: string) => [...new Set(presenceOf(id).map(({ name }) => name))].join(', '),
    [presenceOf],
  )
  const { chosen, choose, chooseNone } = useChosen()
  const [removing, setRemoving] = useState<readonly string[] | null>(null)
  const [listed, setListed] = useState(false)
  const scroller = useRef<HTMLDivElement>(null)
  const window = useWindow(scroller, lines.all.length)
  const commands = useCommands({
    ...{ rows, lines, columns, sheet, edits, mayEdit, view, fetchRows, removeRemote },
    onAdded: (ids, from) => {
      setBehind(before => behindEach(before, ids, from))
      going.toAdded(ids.at(-1) ?? null)
    },
  })
  const toggle = useCallback(
    (key: string, open?: boolean) =>
      setClosed(before => {
        const after = new Set(before)
        const name = key.slice(groupLine('').length)
        if (open ?? before.has(name)) after.delete(name)
        else after.add(name)
        return after
      }),
    [setClosed],
  )
  const { row: openedRow, open } = useOpened({ rows, serialOf, opened, setOpened })
  const grid = useGrid({
    ...{ scroller, lines, columns },
    isWritable: id => mayEdit && id !== 'serial' && id !== 'state',
    reveal: window.reveal,
    pageLines: window.pageLines,
    commands: {
      ...{ choose, open, toggle, begin: edits.begin },
      save: (injectId, field, text) => void edits.save([{ injectId, field, text }]),
      clear: box => mayEdit && commands.clear(box),
      fillDown: box => mayEdit && commands.fillDown(box),
      insert: id => mayEdit && commands.insert(id),
      takeBack: edits.takeBack,
      doAgain: edits.doAgain,
      giveUp: (id, field) => {
        if (field !== 'serial' && field !== 'state') edits.drop(id, field)
      },
    },
  })
  const { acts: gridActs, at, go } = grid
  const going = useGoing({ rows, lines, columns, at, go, open, foundAt: checks.of })
  const { ask } = checks
  const acts = useMemo((): RowActs => {
    const field = ({ id }: Column) => (id === 'serial' || id === 'state' ? 'title' : id)
    return {
      ...{ ...gridActs, choose, open, ask },
      takeTheirs: (id, column) => edits.drop(id, field(column)),
      keepMine: (id, column) => edits.insist(id, field(column)),
    }
  }, [gridActs, choose, open, ask, edits.drop, edits.insist])
  const activeKey = lines.all[at.row]?.kind === 'row' ? lines.all[at.row]?.key : undefined
  const writing = grid.editing?.field ?? null
  useEffect(() => announce(activeKey ?? null, writing), [announce, activeKey, writing])
  useFollowing(activeKey, opened !== null, open)
  const here = hintAt(activeKey, columns[at.column - leading], checks)
  const written = edits.past.done.at(-1)?.edits
  const came = checks.fresh.filter(finding =>
    injectsIn(finding).some(id => written?.some(({ injectId }) => injectId === id)),
  )
  const sort = (by: Sort) => {
    change({ sort: by, descending: view.sort === by ? !view.descending : false })
    sortAgain()
  }
  const close = () => {
    setOpened(null)
    if (openedRow) going.toInject(openedRow.id)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a key that works wherever one is in the editor
    <div
      className="flex min-h-0 flex-1 flex-col"
      onKeyDown={event => {
        if (event.key !== 'F8' || event.defaultPrevented) return
        event.preventDefault()
        going.toNext(event.shiftKey ? -1 : 1)
      }}
    >
      <Toolbar
        {...{ sheet, scenario, columns, view, change, editorial, mayEdit }}
        onColumns={setCookie}
        onEditorial={setEditorial}
        onAdd={() => commands.insert(activeKey ?? null)}
        past={edits.past}
        onUndo={edits.takeBack}
        onRedo={edits.doAgain}
        views={<Views {...{ exerciseId, view, mayEdit }} views={props.views} onView={setView} />}
        findings={
          mayEdit ? (
            <FindingsButton
              count={checks.all?.size ?? null}
              open={listed}
              onToggle={() => {
                setOpened(null)
                setListed(!listed || openedRow !== null)
              }}
            />
          ) : null
        }
      />
      {mayEdit && chosen.size > 0 ? (
        <SelectionBar
          ids={[...chosen].filter(id => rows.has(id))}
          {...{ exerciseId, mayApprove, base, serialOf }}
          onDuplicate={commands.duplicate}
          onRemove={setRemoving}
          onChanged={fetchRows}
          onClear={chooseNone}
        />
      ) : null}
      {store.total === 0 ? (
        <EmptyMsel
          mayEdit={mayEdit}
          storylines={scenario.storylines.length > 0 ? null : `${base}/storylines`}
          onAdd={() => commands.insert(null)}
        />
      ) : null}
      <div className="flex min-h-0 flex-1">
        <MselGrid
          {...{ scroller, rows, lines, window, columns, sheet, grid, acts, toggle, mayEdit, chosen, view }}
          {...{ telling, othersOn }}
          foundAt={checks.of}
          drafts={edits.drafts}
          opened={openedRow?.id ?? null}
          onSort={sort}
          groupName={key => groupName(key.slice(groupLine('').length), view.group, sheet)}
          impliedOf={times.impliedOf}
          conflicting={times.conflicting}
          onCopy={event => {
            if (!grid.editing) commands.onCopy(event, grid.selection)
          }}
          onPaste={event => {
            if (!grid.editing) commands.onPaste(event, grid.selection)
          }}
        />
        <Beside
          {...{ rows, scenario, sheet, edits, mayEdit, mayApprove, checks, telling, listed, base }}
          timeOf={times.timeOf}
          onOpen={id => {
            open(id)
            going.toInject(id)
          }}
          row={openedRow}
          implied={openedRow ? times.impliedOf(openedRow.id) : null}
          onPick={going.toFinding}
          onUnlist={() => {
            setListed(false)
            go(at)
          }}
          onChanged={fetchRows}
          onDuplicate={commands.duplicate}
          onRemove={setRemoving}
          onClose={close}
        />
      </div>
      <StatusLine
        {...{ shown }}
        total={store.total}
        state={store.state}
        line={status}
        onRetry={reload}
        drafts={edits.drafts}
        onRefused={going.toInject}
        hint={
          telling && (here || came.length > 0) ? (
            <FindingHint {...{ here, came, telling }} onGo={going.toFinding} />
          ) : null
        }
      />
      {removing ? (
        <RemoveDialog
          ids={removing}
          serialOf={serialOf}
          onClose={() => setRemoving(null)}
          onRemove={async evenIfAwaited => {
            if (!(await commands.remove(removing, evenIfAwaited))) return
            chooseNone()
            if (openedRow && removing.includes(openedRow.id)) setOpened(null)
          }}
        />
      ) : null}
    </div>
  )
}

/** New rows, each behind the one before it, the first behind the one that it was made from. */
function behindEach(
  before: ReadonlyMap<string, string>,
  ids: readonly string[],
  from: string | null,
): ReadonlyMap<string, string> {
  const after = new Map(before)
  let last = from
  for (const id of ids) {
    if (last !== null) after.set(id, last)
    last = id
  }
  return after
}

/** What is wrong with the cell where the keyboard stands, else with its row. */
function hintAt(id: string | undefined, column: Column | undefined, checks: Checks): Finding | undefined {
  const found = id === undefined ? [] : checks.of(id)
  return (found.find(({ field }) => field === column?.id) ?? found[0])?.finding
}
