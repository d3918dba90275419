'use client'

import { createTranslator, useLocale } from 'next-intl'
import { useEffect, useMemo, useState } from 'react'
import type { Check, Finding, Subject } from '@/lib/clashes/plan/rules'
import { wordArguments } from '@/lib/clashes/words/rules'
import type { Locale } from '@/lib/locale'
import { gateName } from '@/lib/logic/notation/rules'
import type english from '@/messages/en/clashes.json'
import type { Scenario, Sheet } from './sheet'

/** A finding in words. */
type Told = { what: string; mend: string; about: string }
export type Telling = { of: (finding: Finding) => Told; title: (check: Check) => string }

type Wordings = typeof english

// Fetched once there is something to say: the first screen says none of it.
const wordings: Record<Locale, () => Promise<{ default: Wordings }>> = {
  en: () => import('@/messages/en/clashes.json'),
  fr: () => import('@/messages/fr/clashes.json'),
}

/** How findings are said in the person's language; null until the words have come. */
export function useTelling(wanted: boolean, scenario: Scenario, sheet: Sheet): Telling | null {
  const locale = useLocale()
  const [words, setWords] = useState<Wordings | null>(null)
  useEffect(() => {
    if (!wanted) return
    let gone = false
    wordings[locale]()
      .then(found => {
        if (!gone) setWords(found.default)
      })
      // Offline, or a newer build has taken the file away: the marks stay, their words come with the next page.
      .catch(() => {})
    return () => {
      gone = true
    }
  }, [wanted, locale])
  return useMemo(() => words && tellingOf(words, locale, scenario, sheet), [words, locale, scenario, sheet])
}

function tellingOf(words: Wordings, locale: Locale, scenario: Scenario, sheet: Sheet): Telling {
  const t = createTranslator({ locale, messages: { clashes: words }, namespace: 'clashes' })
  const { serialOf, gateOf } = sheet.saying
  const labels = new Map<string, string>([
    ...scenario.objectives.map(({ id, number, title }) => [`objective ${id}`, `${number} ${title}`] as const),
    ...scenario.members.map(({ id, name }) => [`controller ${id}`, name] as const),
    ...scenario.teams.map(({ id, name }) => [`team ${id}`, name] as const),
    ...scenario.phases.map(({ id, name }) => [`phase ${id}`, name] as const),
  ])
  const label = (id: string) => serialOf(id) ?? gateName(gateOf(id) ?? 0)
  const name = ({ kind, id }: Subject) => {
    if (kind === 'inject' || kind === 'gate') return label(id)
    return kind === 'serials' ? id.toUpperCase() : (labels.get(`${kind} ${id}`) ?? '')
  }
  // A finding is never changed in place, and is drawn with every row in sight.
  const told = new WeakMap<Finding, Told>()
  const { timeZone } = sheet.frame
  return {
    title: check => t(`checks.${check}.title`),
    of: finding => {
      const known = told.get(finding)
      if (known) return known
      const values = wordArguments(finding, { name, label, locale, timeZone })
      const [first] = finding.where
      const said = {
        what: t(`checks.${finding.check}.what`, values),
        mend: t(`mend.${finding.mend}`, values),
        about: first ? name(first) : '',
      }
      told.set(finding, said)
      return said
    },
  }
}
