import { getTranslations } from 'next-intl/server'
import { type Tlp, TlpChip, tlpNames } from './tlp-chip'

export async function TlpLabel({ tlp }: { tlp: Tlp }) {
  const t = await getTranslations('frame')
  return <TlpChip tlp={tlp} title={t('tlp', { label: tlpNames[tlp] })} />
}
