'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Select } from '../ui/select'
import { TextField } from '../ui/text-field'

export type ProgrammeChoice = {
  id: string
  name: string
  timeZone: string
  series: readonly { id: string; code: string; name: string }[]
}

/** Where the exercise belongs: a programme, and one of its series or a new one. */
export function ProgrammeFields({ programmes }: { programmes: readonly ProgrammeChoice[] }) {
  const t = useTranslations('exercises')
  const [programmeId, setProgrammeId] = useState(programmes[0]?.id ?? '')
  const programme = programmes.find(({ id }) => id === programmeId)
  const [seriesId, setSeriesId] = useState(programme?.series[0]?.id ?? '')
  const known = programme?.series.some(({ id }) => id === seriesId) ?? false
  return (
    <>
      <Select
        name="programmeId"
        label={t('programme')}
        required
        value={programmeId}
        onChange={setProgrammeId}
        options={programmes.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        name="seriesId"
        label={t('series')}
        value={known ? seriesId : ''}
        onChange={setSeriesId}
        empty={t('newSeriesOption')}
        options={(programme?.series ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      {known ? null : (
        <>
          <TextField name="seriesName" label={t('seriesName')} required maxLength={200} />
          <TextField name="seriesCode" label={t('seriesCode')} required maxLength={16} mono />
        </>
      )}
    </>
  )
}
