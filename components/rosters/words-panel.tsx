'use client'

import { useTranslations } from 'next-intl'
import { Panel } from '@/components/ui/panel'
import { Select } from '@/components/ui/select'
import { folded } from '@/lib/rosters/fields/rules'
import type { ExplainedKind, Explanation, RosterSetting } from '@/lib/rosters/rows/rules'
import type { ShownRow } from './protocol'
import type { Roster } from './use-roster'

type Word = { kind: ExplainedKind; word: string; count: number; meaning: string | null }

const kinds = { role: 'role', team: 'team', company: 'company', site: 'site' } as const

/** Names that this exercise does not know, each once, to be explained once for all rows. */
export function unknownWords(rows: readonly ShownRow[], explained: readonly Explanation[]): Word[] {
  const words = new Map<string, Word>()
  const count = (kind: ExplainedKind, text: string, meaning: string | null) => {
    const key = `${kind} ${folded(text)}`
    const word = words.get(key) ?? { kind, word: text, count: 0, meaning }
    words.set(key, { ...word, count: word.count + 1 })
  }
  const meanings = new Map(explained.map(({ kind, word, meaning }) => [`${kind} ${folded(word)}`, meaning]))
  for (const { cells, problems } of rows) {
    for (const kind of Object.values(kinds)) {
      const text = cells[kind]
      if (text === undefined) continue
      const unknown = problems.some(
        ({ field, reason }) => field === kind && reason === `roster_${kind}_unknown`,
      )
      const meaning = meanings.get(`${kind} ${folded(text)}`)
      if (unknown || meaning !== undefined) count(kind, text, meaning ?? null)
    }
  }
  return [...words.values()]
}

type Props = { roster: Roster; setting: RosterSetting; words: readonly Word[]; locked: boolean }

export function WordsPanel({ roster, setting, words, locked }: Props) {
  const t = useTranslations('rosters')
  if (words.length === 0) return null
  const choices = {
    role: setting.roles,
    team: setting.teams,
    company: setting.companies,
    site: setting.sites,
  }
  return (
    <Panel title={t('words.title')} note={t('words.note')}>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {words.map(({ kind, word, count, meaning }) => (
          <Select
            key={`${kind} ${folded(word)}`}
            name={`${kind} ${word}`}
            label={t('words.label', { kind, word, count })}
            value={meaning === null ? 'unknown' : meaning === '' ? 'none' : meaning}
            disabled={locked}
            onChange={value =>
              roster.explain(kind, word, value === 'unknown' ? null : value === 'none' ? '' : value)
            }
            options={[
              { value: 'unknown', label: t('words.unknown') },
              ...choices[kind].map(({ id, name }) => ({ value: id, label: name })),
              ...(kind === 'role' ? [] : [{ value: 'none', label: t('words.leaveEmpty') }]),
            ]}
          />
        ))}
      </div>
    </Panel>
  )
}
