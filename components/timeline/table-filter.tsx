import { controlLook } from '@/components/ui/control'
import type { ItemKind } from '@/lib/timeline/columns/rules'
import { type Position, searchOf } from '@/lib/timeline/position/rules'
import { choiceSearch, type TableChoice } from '@/lib/timeline/table/rules'
import tableStyles from './table.module.css'
import type { TableWords } from './table-words'
import barStyles from './toolbar.module.css'

export type TableFilterProps = {
  words: TableWords
  choice: TableChoice
  position: Position
  /** What there is anything of. */
  offered: readonly ItemKind[]
}

/** Which rows: a form that asks the server, so that the address says what is shown. */
export function TableFilter({ words: { filter, kinds }, choice, position, offered }: TableFilterProps) {
  const plain = searchOf(position, choiceSearch({ ...choice, kind: null, text: '', page: null }))
  const filtered = choice.kind !== null || choice.text !== ''
  return (
    <search>
      <form className={tableStyles.filter}>
        {[...new URLSearchParams(plain)].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label>
          {filter.kind}
          <select name="kind" defaultValue={choice.kind ?? ''} className={controlLook}>
            <option value="">{filter.everyKind}</option>
            {offered.map(kind => (
              <option key={kind} value={kind}>
                {kinds.get(kind)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {filter.find}
          <input
            type="search"
            name="find"
            maxLength={100}
            defaultValue={choice.text}
            className={controlLook}
          />
        </label>
        <button type="submit" className={barStyles.tool}>
          {filter.apply}
        </button>
        {filtered ? <a href={plain || '?'}>{filter.reset}</a> : null}
      </form>
    </search>
  )
}
