import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import type { asStrictAs } from '@/lib/catalogue/content/rules'
import { keepInCatalogue } from '@/lib/catalogue/keeping/actions'
import { EntryFields } from './entry-fields'

type Tlp = ReturnType<typeof asStrictAs>[number]
type Known = { id: string; name: string; number: number }

type ChoiceProps = { chosen: string; entryId: string | null; known: readonly Known[] }

/** A new entry or the next version of a known one. A plain form: what is different has an address. */
export function KeepChoice({ chosen, entryId, known }: ChoiceProps) {
  const t = useTranslations('catalogue')
  return (
    <form method="get" className="flex flex-wrap items-end gap-3">
      <input type="hidden" name="chosen" value={chosen} />
      <Select
        name="entry"
        label={t('keepAs')}
        className="min-w-64 max-w-full"
        defaultValue={entryId ?? ''}
        empty={t('newEntry')}
        options={known.map(({ id, name, number }) => ({
          value: id,
          label: t('nextVersion', { name, number: number + 1 }),
        }))}
      />
      <Button type="submit">{t('compare')}</Button>
    </form>
  )
}

type Props = {
  exerciseId: string
  chosen: string
  entryId: string | null
  /** what a new entry would be called */
  of: { name: string; summary: string; keywords: string[]; tlp: Tlp }
  markings: readonly Tlp[]
  /** several, of which each may become an entry */
  several: number
  base: string
}

export function KeepForm({ exerciseId, chosen, entryId, of, markings, several, base }: Props) {
  const t = useTranslations('catalogue')
  return (
    <ActionForm
      action={keepInCatalogue}
      submit={t(entryId === null ? 'keep' : 'keepVersion')}
      hidden={{ exerciseId, chosen, entryId }}
      done={t('kept')}
      goTo={`${base}/{entryId}`}
    >
      <div className="grid max-w-prose gap-4">
        {entryId === null ? (
          <>
            <EntryFields of={of} markings={markings} />
            {several > 1 ? (
              <Checkbox name="each" label={t('each', { count: several })} description={t('eachHint')} />
            ) : null}
          </>
        ) : (
          <TextField name="note" label={t('note')} description={t('noteHint')} rows={3} maxLength={2000} />
        )}
      </div>
    </ActionForm>
  )
}
