import { useTranslations } from 'next-intl'
import type { Gap } from '@/lib/exercises/overview/rules'
import { Panel } from '../ui/panel'
import { Status } from '../ui/status'
import { TextLink } from '../ui/text-link'

/** What an organiser still has to do, each with the page where it is done. */
export function GapList({ gaps, base }: { gaps: readonly Gap[]; base: string }) {
  const t = useTranslations('exercises')
  return (
    <Panel title={t('missing')}>
      {gaps.length === 0 ? <Status tone="good">{t('nothingMissing')}</Status> : null}
      <ul className="grid gap-1.5">
        {gaps.map(({ key, page, count }) => (
          <li key={key} className="flex flex-wrap items-baseline gap-x-3">
            <Status tone={key.endsWith('Late') ? 'bad' : 'warn'}>
              <span className="text-ink">{t(`gap.${key}`, { count })}</span>
            </Status>
            <TextLink href={`${base}/${page}`}>{t('mend')}</TextLink>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
