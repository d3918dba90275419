import type { ReactNode } from 'react'
import styles from './timeline.module.css'
import barStyles from './toolbar.module.css'
import { type BoardWords, fill } from './words'

export type SelectionProps = {
  count: number
  words: BoardWords
  onFit: () => void
  onClear: () => void
  /** What may be done with what is selected. */
  children?: ReactNode
}

/** What is selected, in a number, and what may be done with it. */
export function Selection({ count, words, onFit, onClear, children }: SelectionProps) {
  if (count === 0) return null
  return (
    <div className={styles.selection}>
      <span role="status">{fill(words.selected, { count })}</span>
      <button type="button" className={barStyles.tool} onClick={onFit}>
        {words.fitSelection}
      </button>
      {children}
      <button type="button" className={barStyles.tool} onClick={onClear}>
        {words.clearSelection}
      </button>
    </div>
  )
}
