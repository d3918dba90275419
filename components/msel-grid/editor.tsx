'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { InjectRow } from '@/lib/injects/rules'
import type { Grouping, Looks, Sort } from '@/lib/injects/views/rules'
import { noneId } from '@/lib/injects/views/rules'
import type { StartexFrame } from '@/lib/time'
import { Attachments } from '../injects/attachments'
import { InjectPanel } from '../injects/panel'
import { useScenarioStream } from '../scenario-stream/use-scenario-stream'
import { type Column, chosenColumns } from './columns'
import { shownValue } from './drafts'
import { EmptyMsel } from './empty'
import { MselGrid } from './grid'
import { groupLine } from './lines'
import { RemoveDialog } from './remove-dialog'
import type { RowActs } from './row'
import { SelectionBar } from './selection-bar'
import { type Scenario, sheetOf } from './sheet'
import { StatusLine } from './status-line'
import { Toolbar } from './toolbar'
import { useCommands } from './use-commands'
import { useEdits } from './use-edits'
import { useGrid } from './use-grid'
import { useLines } from './use-lines'
import { type First, useRows } from './use-rows'
import { type GateNodes, useTimes } from './use-times'
import { useView } from './use-view'
import { useWindow } from './use-window'
import { type KeptView, Views } from './views'

type EditorScenario = Scenario & GateNodes & { frame: StartexFrame; mayEdit: boolean; mayApprove: boolean }

type Props = {
  exerciseId: string
  scenario: EditorScenario
  first: First
  viewerZone: string | null
  /** the columns that this browser remembers */
  remembered: string | null
  /** who looks, and how far the history went when the rows were read */
  accountId: string
  cursor: string
  /** the address behind its question mark */
  query: string
  storylinesHref: string
  views: readonly KeptView[]
}

/** The MSEL: a list to write in like a spreadsheet, and the whole inject beside it. */
export function MselEditor(props: Props) {
  const { exerciseId, scenario, first, viewerZone, remembered, query, storylinesHref } = props
  const t = useTranslations('msel')
  const locale = useLocale()
  const { mayEdit } = scenario
  const store = useRows(exerciseId, first)
  const { rows, serialOf, fetchRows, applyRemote, removeRemote, reload } = store
  const words = useMemo(
    () => ({
      kinds: {
        inject: t('kind.inject'),
        contingency: t('kind.contingency'),
        expected_action: t('kind.expected_action'),
        information: t('kind.information'),
        administrative: t('kind.administrative'),
      },
      say: t,
      yes: t('yes'),
      no: t('no'),
    }),
    [t],
  )
  const sheet = useMemo(
    () => sheetOf(scenario, { exerciseId, frame: scenario.frame, viewerZone, locale }, words, serialOf),
    [scenario, exerciseId, viewerZone, locale, words, serialOf],
  )
  const [cookie, setCookie] = useState(remembered)
  const columns = useMemo(() => chosenColumns(sheet.columns, cookie ?? undefined), [sheet, cookie])
  const { view, change, setView, opened, setOpened } = useView(query)
  const times = useTimes(rows, scenario, scenario.frame)
  const looks = useMemo((): Looks => {
    const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id)
    const { storylines, phases, teams, members, objectives } = scenario
    return {
      timeOf: times.timeOf,
      conflicting: ({ id }) => times.conflicting(id),
      order: {
        storyline: ids(storylines),
        phase: ids(phases),
        team: ids(teams),
        controller: ids(members),
        objective: ids(objectives),
      },
    }
  }, [scenario, times])
  const [behind, setBehind] = useState<ReadonlyMap<string, string>>(new Map())
  const { lines, shown, setClosed, sortAgain } = useLines({
    ...{ rows, view, looks, behind },
    whole: store.state === 'whole',
  })
  const [editorial, setEditorial] = useState(false)
  const edits = useEdits({ rows, sheet, editorial, fetchRows })
  const router = useRouter()
  const { status, presenceOf, announce } = useScenarioStream<InjectRow>({
    ...{ exerciseId, accountId: props.accountId, cursor: props.cursor },
    onRows: applyRemote,
    onRemoved: removeRemote,
    onReload: parts => {
      if (parts.includes('everything')) reload()
      // Storylines, teams and the like come with the page.
      router.refresh()
    },
  })
  const othersOn = useCallback(
    (id: string) => [...new Set(presenceOf(id).map(({ name }) => name))].join(', '),
    [presenceOf],
  )
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [removing, setRemoving] = useState<readonly string[] | null>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const window = useWindow(scroller, lines.all.length)
  /** Where the keyboard goes as soon as the rows that were added stand in the list. */
  const [goTo, setGoTo] = useState<string | null>(null)
  const commands = useCommands({
    ...{ rows, lines, columns, sheet, edits, mayEdit, view, fetchRows, removeRemote },
    onAdded: (ids, from) => {
      setBehind(before => {
        const after = new Map(before)
        let last = from
        for (const id of ids) {
          if (last !== null) after.set(id, last)
          last = id
        }
        return after
      })
      setGoTo(ids.at(-1) ?? null)
    },
  })
  const choose = useCallback(
    (ids: readonly string[]) =>
      setChosen(before => {
        const after = new Set(before)
        const all = ids.every(id => before.has(id))
        for (const id of ids) all ? after.delete(id) : after.add(id)
        return after
      }),
    [],
  )
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
  const openedRow = useMemo(
    () =>
      opened === null
        ? null
        : ([...rows.values()].find(({ id, serial }) => id === opened || serial === opened) ?? null),
    [opened, rows],
  )
  const open = useCallback((id: string) => setOpened(serialOf(id) ?? id), [setOpened, serialOf])
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
  const { acts: gridActs, go } = grid
  const acts = useMemo((): RowActs => {
    const field = ({ id }: Column) => (id === 'serial' || id === 'state' ? 'title' : id)
    return {
      ...{ ...gridActs, choose, open },
      takeTheirs: (id, column) => edits.drop(id, field(column)),
      keepMine: (id, column) => edits.insist(id, field(column)),
    }
  }, [gridActs, choose, open, edits.drop, edits.insist])
  const goToLine = goTo === null ? undefined : lines.at.get(goTo)
  useEffect(() => {
    if (goToLine === undefined) return
    setGoTo(null)
    go({ row: goToLine, column: 2 })
  }, [goToLine, go])
  // The panel follows the keyboard, once it is open.
  const activeKey = lines.all[grid.at.row]?.kind === 'row' ? lines.all[grid.at.row]?.key : undefined
  const writing = grid.editing?.field ?? null
  useEffect(() => announce(activeKey ?? null, writing), [announce, activeKey, writing])
  const moved = useRef(activeKey)
  useEffect(() => {
    if (moved.current === activeKey) return
    moved.current = activeKey
    if (opened !== null && activeKey !== undefined) setOpened(serialOf(activeKey) ?? activeKey)
  }, [activeKey, opened, setOpened, serialOf])
  const sort = (by: Sort) => {
    change({ sort: by, descending: view.sort === by ? !view.descending : false })
    sortAgain()
  }
  const close = () => {
    setOpened(null)
    const at = openedRow ? lines.at.get(openedRow.id) : undefined
    if (at !== undefined) go({ row: at, column: grid.at.column })
  }
  const remove = (ids: readonly string[]) => setRemoving(ids)
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <Toolbar
        {...{ sheet, scenario, view, change, editorial, mayEdit }}
        columns={columns}
        onColumns={setCookie}
        onEditorial={setEditorial}
        onAdd={() => commands.insert(activeKey ?? null)}
        past={edits.past}
        onUndo={edits.takeBack}
        onRedo={edits.doAgain}
        views={<Views {...{ exerciseId, view, mayEdit }} views={props.views} onView={setView} />}
      />
      {mayEdit && chosen.size > 0 ? (
        <SelectionBar
          ids={[...chosen].filter(id => rows.has(id))}
          exerciseId={exerciseId}
          mayApprove={scenario.mayApprove}
          onDuplicate={commands.duplicate}
          onRemove={remove}
          onChanged={fetchRows}
          onClear={() => setChosen(new Set())}
        />
      ) : null}
      {store.total === 0 ? (
        <EmptyMsel
          mayEdit={mayEdit}
          storylines={scenario.storylines.length > 0 ? null : storylinesHref}
          onAdd={() => commands.insert(null)}
        />
      ) : null}
      <div className="flex min-h-0 flex-1">
        <MselGrid
          {...{ scroller, rows, lines, window, columns, sheet, grid, acts, toggle, mayEdit, chosen, view }}
          drafts={edits.drafts}
          opened={openedRow?.id ?? null}
          onSort={sort}
          groupName={key => groupNameOf(key.slice(groupLine('').length), view.group, sheet, t('noGroup'))}
          impliedOf={times.impliedOf}
          conflicting={times.conflicting}
          othersOn={othersOn}
          onCopy={event => {
            if (!grid.editing) commands.onCopy(event, grid.selection)
          }}
          onPaste={event => {
            if (!grid.editing) commands.onPaste(event, grid.selection)
          }}
        />
        {openedRow ? (
          <InjectPanel
            key={openedRow.id}
            row={openedRow}
            {...{ sheet, mayEdit }}
            mayApprove={scenario.mayApprove}
            drafts={edits.drafts.get(openedRow.id)}
            fieldOf={field => shownValue(openedRow, field, edits.drafts.get(openedRow.id)?.get(field), sheet)}
            implied={times.impliedOf(openedRow.id)}
            onBegin={field => edits.begin(openedRow.id, field)}
            onSave={(field, text) => void edits.save([{ injectId: openedRow.id, field, text }])}
            onTheirs={field => edits.drop(openedRow.id, field)}
            onMine={field => edits.insist(openedRow.id, field)}
            onChanged={fetchRows}
            onDuplicate={() => commands.duplicate([openedRow.id])}
            onRemove={() => remove([openedRow.id])}
            onClose={close}
          >
            <Attachments injectId={openedRow.id} exerciseId={sheet.exerciseId} {...{ mayEdit }} />
          </InjectPanel>
        ) : null}
      </div>
      <StatusLine
        {...{ shown }}
        total={store.total}
        state={store.state}
        line={status}
        onRetry={reload}
        drafts={edits.drafts}
        onRefused={id => {
          const at = lines.at.get(id)
          if (at !== undefined) go({ row: at, column: grid.at.column })
        }}
      />
      {removing ? (
        <RemoveDialog
          ids={removing}
          serialOf={serialOf}
          onClose={() => setRemoving(null)}
          onRemove={async evenIfAwaited => {
            if (!(await commands.remove(removing, evenIfAwaited))) return
            setChosen(new Set())
            if (openedRow && removing.includes(openedRow.id)) setOpened(null)
          }}
        />
      ) : null}
    </div>
  )
}

const listOf: Record<Grouping, 'storylines' | 'phases' | 'teams' | 'members' | 'objectives'> = {
  storyline: 'storylines',
  phase: 'phases',
  team: 'teams',
  controller: 'members',
  objective: 'objectives',
}

function groupNameOf(
  id: string,
  group: Grouping | null,
  sheet: ReturnType<typeof sheetOf>,
  noGroup: string,
): string {
  if (group === null || id === noneId) return noGroup
  return sheet.label(listOf[group], id) ?? noGroup
}
