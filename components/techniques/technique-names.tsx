'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Technique } from '@/lib/techniques/rules'
import { type TechniqueSource, useTechniques } from './use-techniques'

/** What is to be known of a code beside its name: nothing where all is well. */
function useRemark(release: string) {
  const t = useTranslations('msel.technique')
  return (technique: Technique | undefined) => {
    if (!technique) return t('unknown', { version: release })
    if (!technique.withdrawn) return null
    return technique.replacedBy === null ? t('withdrawn') : t('instead', { code: technique.replacedBy })
  }
}

type Props = { codes: readonly string[]; source: TechniqueSource }

/** The codes of a cell, whose names come when a pointer rests on them. */
export function TechniqueCodes({ codes, source }: Props) {
  const [wanted, setWanted] = useState(false)
  const list = useTechniques(source, wanted)
  const remark = useRemark(source.release)
  const called = (code: string) => {
    const technique = list?.get(code)
    return [code, technique?.name, remark(technique)].filter(Boolean).join(' · ')
  }
  return (
    <span title={list ? codes.map(called).join('\n') : undefined} onPointerEnter={() => setWanted(true)}>
      {codes.join('; ')}
    </span>
  )
}

/** What the codes of an inject stand for, one a line, with what is to be mended. Whoever edits sees the codes above it. */
export function TechniqueNames({ codes, source, mayEdit }: Props & { mayEdit: boolean }) {
  const list = useTechniques(source, codes.length > 0)
  const remark = useRemark(source.release)
  if (!list) return mayEdit ? null : <span>{codes.join('; ')}</span>
  return (
    <ul className="grid gap-0.5 text-note">
      {codes.map(code => {
        const technique = list.get(code)
        const said = remark(technique)
        return (
          <li key={code}>
            <span className="font-mono tabular">{code}</span> {technique?.name}
            {said === null ? null : <span className="text-warn"> · {said}</span>}
          </li>
        )
      })}
    </ul>
  )
}
