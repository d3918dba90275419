import { getTranslations } from 'next-intl/server'
import { Panel } from '@/components/ui/panel'
import { TextLink } from '@/components/ui/text-link'
import { countFindings } from '@/lib/clashes/queries'
import type { Actor } from '@/lib/policy'

type Props = { actor: Actor; exercise: { id: string; code: string } }

/** How much the checks of the scenario find, which have a page of their own. Comes when it is counted. */
export async function LogicFindings({ actor, exercise }: Props) {
  const [t, count] = await Promise.all([getTranslations('plan-clashes'), countFindings(actor, exercise.id)])
  if (count === 0) return null
  return (
    <Panel title={t('logic.title')}>
      <p className="tabular">{t('logic.count', { count })}</p>
      <TextLink
        href={`/exercises/${exercise.code}/scenario/checks`}
        className="inline-flex min-h-target items-center"
      >
        {t('logic.open')}
      </TextLink>
    </Panel>
  )
}
