import { classes } from '../ui/control'

/** TLP 2.0 (FIRST): the label is written exactly so, in capitals, on black. */
export type Tlp = 'red' | 'amber_strict' | 'amber' | 'green' | 'clear'

export const tlpNames: Record<Tlp, string> = {
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

/** A marking in its standard form; `title` says in words what it is. */
export function TlpChip({ tlp, title }: { tlp: Tlp; title?: string }) {
  return (
    <span
      title={title}
      className={classes(
        'true-colour whitespace-nowrap rounded-small bg-tlp-ground px-1.5 py-0.5 font-mono font-semibold text-small',
        inks[tlp],
      )}
    >
      {tlpNames[tlp]}
    </span>
  )
}
