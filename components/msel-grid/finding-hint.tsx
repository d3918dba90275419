'use client'

import type { Finding } from '@/lib/clashes/plan/rules'
import { FindingWords } from './finding-words'
import type { Telling } from './use-telling'

type Props = {
  /** at the cell where the keyboard stands, or in its row */
  here: Finding | undefined
  /** what the last edit of one's own has brought about */
  came: readonly Finding[]
  telling: Telling
  onGo: (finding: Finding) => void
}

/** One line about what is wrong: where the keyboard stands, else what was just brought about elsewhere. */
export function FindingHint({ here, came, telling, onGo }: Props) {
  const [first] = came
  const shown = here ?? first
  return (
    <>
      <p role="status" className="sr-only">
        {came
          .slice(0, 3)
          .map(finding => `${telling.of(finding).about}: ${telling.of(finding).what}`)
          .join(' ')}
      </p>
      {shown ? (
        <button
          type="button"
          tabIndex={-1}
          onClick={() => onGo(shown)}
          title={`${telling.of(shown).what} ${telling.of(shown).mend}`}
          className="ml-auto min-h-target min-w-0 max-w-[70ch] cursor-pointer text-left text-ink max-lg:hidden [&_p]:truncate"
        >
          <FindingWords finding={shown} telling={telling} about={shown !== here} />
        </button>
      ) : null}
    </>
  )
}
