import { getTranslations } from 'next-intl/server'
import { ActionButton, type ActionButtonProps } from '@/components/action-button'

type Props = Pick<ActionButtonProps<unknown>, 'action' | 'input'> & {
  name: string
  /** What goes with it, and what stands in the way. */
  text: string
}

/** Takes away what the form around is about, once that is confirmed. */
export async function RemoveButton({ action, input, name, text }: Props) {
  const t = await getTranslations('teams')
  return (
    <ActionButton
      action={action}
      input={input}
      done={t('done.removed')}
      confirm={{ title: t('removeTeam', { team: name }), text, label: t('remove'), danger: true }}
    >
      {t('remove')}
    </ActionButton>
  )
}
