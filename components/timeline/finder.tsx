import { type KeyboardEvent, useId } from 'react'
import { controlLook } from '@/components/ui/control'
import styles from './toolbar.module.css'
import type { Search } from './use-search'
import { type BoardWords, fill } from './words'

/** The search: typing counts the hits, Enter and the arrows fly to them. */
export function Finder({ search, words }: { search: Search; words: BoardWords }) {
  const { sought, hits, at, seek, go } = search
  const id = useId()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') go(event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape' && sought !== '') seek('')
    else return
    event.preventDefault()
  }
  const none = hits.length === 0
  const found = none ? words.foundNone : fill(words.found, { at: at < 0 ? '–' : at + 1, count: hits.length })
  return (
    <search className={styles.finder}>
      <input
        type="search"
        className={controlLook}
        aria-label={words.find}
        placeholder={words.find}
        aria-describedby={id}
        maxLength={100}
        value={sought}
        onChange={event => seek(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <output id={id} className={styles.found}>
        {sought === '' ? '' : found}
      </output>
      {sought === '' ? null : (
        <span className={styles.segments}>
          <button type="button" aria-label={words.findPrevious} disabled={none} onClick={() => go(-1)}>
            ↑
          </button>
          <button type="button" aria-label={words.findNext} disabled={none} onClick={() => go(1)}>
            ↓
          </button>
        </span>
      )}
    </search>
  )
}
