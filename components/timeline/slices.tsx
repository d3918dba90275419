import type { SliceLink } from './board-data'
import styles from './toolbar.module.css'

type Props = { name: string; slices: readonly SliceLink[]; search: string }

/** Which part of the plan is looked at; each is a page of its own, opened where one stands on this one. */
export function Slices({ name, slices, search }: Props) {
  if (slices.length < 2) return null
  return (
    <nav className={styles.segments} aria-label={name}>
      {slices.map(({ label, href, current }) => (
        <a key={href} href={href + search} aria-current={current ? 'page' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  )
}
