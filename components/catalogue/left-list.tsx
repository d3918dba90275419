import { useTranslations } from 'next-intl'
import type { Left } from '@/lib/catalogue/keeping/rules'

/** Serials that are named; the rest is a number. */
const named = 12

/** What does not go into the catalogue, and of which injects. */
export function LeftList({ left }: { left: readonly Left[] }) {
  const t = useTranslations('catalogue')
  if (left.length === 0) return null
  return (
    <ul className="grid list-disc gap-1 pl-5">
      {left.map(({ reason, serials }) => (
        <li key={reason}>
          {t(`left.${reason}`)}{' '}
          <span className="font-mono text-muted text-note">
            {serials.slice(0, named).join(', ')}
            {serials.length > named ? ` ${t('andMore', { count: serials.length - named })}` : null}
          </span>
        </li>
      ))}
    </ul>
  )
}
