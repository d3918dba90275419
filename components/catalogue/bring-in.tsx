import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/action-form'
import { bringIn } from '@/lib/catalogue/bringing/actions'
import type { Asked } from './bring-form'

type Props = {
  exerciseId: string
  entryId: string
  asked: Asked
  choices: Readonly<Record<string, string>>
  injects: number
  code: string
}

/** Does what was shown. */
export function BringIn({ exerciseId, entryId, asked, choices, injects, code }: Props) {
  const t = useTranslations('catalogue')
  const { startChoice, ...plain } = asked
  return (
    <ActionForm
      action={bringIn}
      submit={t('bringInCount', { count: injects })}
      hidden={{ exerciseId, entryId, ...plain, startChoice: startChoice || null }}
      done={t('broughtIn')}
      goTo={`/exercises/${code}/scenario?inject={first}`}
    >
      {Object.entries(choices).map(([key, id]) => (
        <input key={key} type="hidden" name={`choices.${key}`} value={id} />
      ))}
    </ActionForm>
  )
}
