import { controlLook } from '@/components/ui/control'
import { type Position, searchOf } from '@/lib/timeline/position/rules'
import { choiceSearch, ROW_KINDS, type TableChoice } from '@/lib/timeline/table/rules'
import type { Translate } from './board-words'
import styles from './timeline.module.css'

/** Which rows: a form that asks the server, so that the address says what is shown. */
export function TableFilter({
  t,
  choice,
  position,
}: {
  t: Translate
  choice: TableChoice
  position: Position
}) {
  const plain = { ...choice, kind: null, text: '' }
  const kept = [...new URLSearchParams(searchOf(position, choiceSearch(plain)))]
  const filtered = choice.kind !== null || choice.text !== ''
  return (
    <search>
      <form className={styles.filter}>
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label>
          {t('table.filterKind')}
          <select name="kind" defaultValue={choice.kind ?? ''} className={controlLook}>
            <option value="">{t('table.everyKind')}</option>
            {ROW_KINDS.map(kind => (
              <option key={kind} value={kind}>
                {t(`kind.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('table.find')}
          <input
            type="search"
            name="find"
            maxLength={100}
            defaultValue={choice.text}
            className={controlLook}
          />
        </label>
        <button type="submit" className={styles.tool}>
          {t('table.apply')}
        </button>
        {filtered ? <a href={searchOf(position, choiceSearch(plain)) || '?'}>{t('table.reset')}</a> : null}
      </form>
    </search>
  )
}
