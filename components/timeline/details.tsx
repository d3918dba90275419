import type { ReactNode } from 'react'
import cardStyles from './card.module.css'
import { TimelineFacts } from './facts'
import type { ItemText } from './item-text'
import barStyles from './toolbar.module.css'
import type { BoardWords } from './words'

export type DetailsProps = {
  text: ItemText
  words: BoardWords
  homeCity: string
  viewerCity: string
  onClose: () => void
  /** What may be done with it. */
  children: ReactNode
}

/** What is known of the chosen item, beside the drawing, or below it on a phone. */
export function Details({ text, words, homeCity, viewerCity, onClose, children }: DetailsProps) {
  return (
    <aside className={cardStyles.details} aria-label={words.details}>
      <button
        type="button"
        className={cardStyles.close}
        aria-label={words.close}
        title={words.close}
        onClick={onClose}
      >
        <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
          <path d="M1.5 1.5l9 9m0-9l-9 9" stroke="currentColor" strokeWidth="1.6" />
        </svg>
      </button>
      <h2>{text.title}</h2>
      <p>{text.note}</p>
      <TimelineFacts text={text} words={words} homeCity={homeCity} viewerCity={viewerCity} />
      {text.href ? (
        <a className={barStyles.tool} href={text.href}>
          {words.open}
        </a>
      ) : null}{' '}
      {children}
    </aside>
  )
}
