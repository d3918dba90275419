import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ActionButton, type ActionButtonProps } from '@/components/action-button'
import type { ServerWrite } from '@/components/outcome'

type MoveProps = { action: ServerWrite<unknown>; input: object; name: string; at: number; last: number }

/** Up and down in a list of the exercise's own. */
export function MoveActs({ action, input, name, at, last }: MoveProps) {
  const t = useTranslations('scenarioSetup.row')
  return (
    <span className="flex gap-1">
      {(['up', 'down'] as const).map(direction => (
        <ActionButton
          key={direction}
          action={action}
          input={{ ...input, direction }}
          button={{
            size: 'small',
            variant: 'quiet',
            disabled: direction === 'up' ? at === 0 : at === last,
            'aria-label': t(direction, { name }),
          }}
        >
          <span aria-hidden="true">{direction === 'up' ? '↑' : '↓'}</span>
        </ActionButton>
      ))}
    </span>
  )
}

type RemoveProps = Pick<ActionButtonProps<unknown>, 'action' | 'input'> & { name: string; text: ReactNode }

/** Takes away what the form around is about, once that is confirmed. */
export function RemoveAct({ action, input, name, text }: RemoveProps) {
  const t = useTranslations('scenarioSetup.row')
  return (
    <ActionButton
      action={action}
      input={input}
      done={t('removed')}
      confirm={{ title: t('removeTitle', { name }), text, label: t('remove'), danger: true }}
    >
      {t('remove')}
    </ActionButton>
  )
}
