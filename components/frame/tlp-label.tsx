import { getTranslations } from 'next-intl/server'
import { classes } from '../ui/control'

/** TLP 2.0 (FIRST): the label is written exactly so, in capitals, on black. */
export type Tlp = 'red' | 'amber_strict' | 'amber' | 'green' | 'clear'

const labels: Record<Tlp, string> = {
  red: 'TLP:RED',
  amber_strict: 'TLP:AMBER+STRICT',
  amber: 'TLP:AMBER',
  green: 'TLP:GREEN',
  clear: 'TLP:CLEAR',
}

const inks: Record<Tlp, string> = {
  red: 'text-tlp-red',
  amber_strict: 'text-tlp-amber',
  amber: 'text-tlp-amber',
  green: 'text-tlp-green',
  clear: 'text-tlp-clear',
}

export async function TlpLabel({ tlp }: { tlp: Tlp }) {
  const t = await getTranslations('frame')
  return (
    <span
      title={t('tlp', { label: labels[tlp] })}
      className={classes(
        'true-colour whitespace-nowrap rounded-small bg-tlp-ground px-1.5 py-0.5 font-mono font-semibold text-small',
        inks[tlp],
      )}
    >
      {labels[tlp]}
    </span>
  )
}
