import { useTranslations } from 'next-intl'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import type { asStrictAs } from '@/lib/catalogue/content/rules'
import { tlpNames } from '../frame/tlp-chip'

type Tlp = ReturnType<typeof asStrictAs>[number]
type Props = {
  of: { name: string; summary: string; keywords: readonly string[]; tlp: Tlp }
  /** markings that are strict enough for what the entry says */
  markings: readonly Tlp[]
}

/** How an entry is called, found and marked. */
export function EntryFields({ of, markings }: Props) {
  const t = useTranslations('catalogue')
  return (
    <div className="grid gap-4">
      <TextField
        name="name"
        label={t('name')}
        description={t('nameHint')}
        required
        maxLength={200}
        defaultValue={of.name}
      />
      <TextField
        name="summary"
        label={t('summary')}
        description={t('summaryHint')}
        rows={4}
        maxLength={4000}
        defaultValue={of.summary}
      />
      <TextField
        name="keywords"
        label={t('keywords')}
        description={t('keywordsHint')}
        maxLength={1000}
        defaultValue={of.keywords.join(', ')}
      />
      <Select
        name="tlp"
        label={t('tlp')}
        description={t('tlpHint')}
        required
        defaultValue={of.tlp}
        options={markings.map(tlp => ({ value: tlp, label: tlpNames[tlp] }))}
      />
    </div>
  )
}
