'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { discard } from '@/lib/registrations/actions'
import { ActionButton } from '../action-button'
import { ChoiceOfPeople } from '../registrations/chosen'

type Props = {
  owner: { exerciseId: string; participationId: string; ofCompany: string }
  children: ReactNode
}

/** The company's list, and the one thing its contact does with several people: drafts are taken off. */
export function CompanyChoice({ owner, children }: Props) {
  const t = useTranslations('company')
  return (
    <ChoiceOfPeople
      acts={(chosen, clear) => {
        const drafts = chosen.filter(({ state }) => state === 'draft').map(({ id }) => id)
        if (drafts.length === 0) return null
        const count = drafts.length
        return (
          <ActionButton
            action={discard}
            input={{ ...owner, registrationIds: drafts }}
            onDone={clear}
            done={t('discarded', { count })}
            confirm={{
              title: t('discardTitle', { count }),
              text: t('discardText'),
              label: t('discard', { count }),
              danger: true,
            }}
          >
            {t('discard', { count })}
          </ActionButton>
        )
      }}
    >
      {children}
    </ChoiceOfPeople>
  )
}
