'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Button, buttonLook } from '@/components/ui/button'
import { classes } from '@/components/ui/control'
import { Panel } from '@/components/ui/panel'
import { TextField } from '@/components/ui/text-field'
import { peopleLimit, rosterFields } from '@/lib/rosters/fields/schema'
import { download } from './download'
import { ProblemNote } from './problem-note'
import type { Roster } from './use-roster'

/** Where the rows come from: a file, or what was copied from a spreadsheet. */
export function SourcePanel({ roster }: { roster: Roster }) {
  const t = useTranslations('rosters')
  const [over, setOver] = useState(false)
  const [pasted, setPasted] = useState('')
  const hint = useId()
  const openFile = async (chosen: File | null | undefined) => {
    if (chosen) roster.open(chosen.name, await chosen.arrayBuffer())
  }
  return (
    <Panel title={t('source.title')}>
      <div className="grid gap-4 md:grid-cols-2">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way to the button inside */}
        <div
          className={classes(
            'grid content-center justify-items-center gap-2 rounded-control border-2 border-edge border-dashed p-6 text-center',
            over && 'border-accent bg-accent-soft',
          )}
          onDragOver={event => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={event => {
            event.preventDefault()
            setOver(false)
            openFile(event.dataTransfer.files[0])
          }}
        >
          <label
            className={classes(
              buttonLook('primary'),
              'has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2',
            )}
          >
            {t('source.choose')}
            <input
              type="file"
              accept=".xlsx,.xlsm,.csv,.tsv,.txt"
              aria-describedby={hint}
              className="sr-only"
              onChange={event => {
                openFile(event.currentTarget.files?.[0])
                // The same file, mended, may be chosen again.
                event.currentTarget.value = ''
              }}
            />
          </label>
          <p id={hint} className="max-w-prose text-muted text-note">
            {t('source.hint', { people: peopleLimit })}
          </p>
        </div>
        <form
          className="grid content-start gap-2"
          onSubmit={event => {
            event.preventDefault()
            roster.open('', pasted)
          }}
        >
          <TextField
            name="pasted"
            label={t('source.paste')}
            description={t('source.pasteHint')}
            rows={4}
            mono
            value={pasted}
            onChange={setPasted}
            spellCheck={false}
          />
          <div>
            <Button type="submit" pending={pasted.trim() === '' || roster.busy}>
              {t('source.read')}
            </Button>
          </div>
        </form>
      </div>
      <ProblemNote problem={roster.problem} />
      <Template roster={roster} />
    </Panel>
  )
}

/** An empty sheet with headings that are told for sure. */
function Template({ roster }: { roster: Roster }) {
  const t = useTranslations('rosters')
  const headings = rosterFields.filter(field => field !== 'fullName').map(field => t(`field.${field}`))
  const save = async (format: 'csv' | 'xlsx') =>
    download(
      t('template.file'),
      format,
      await roster.ask('template', { format, title: t('template.sheet'), headings }),
    )
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-2 text-muted text-note">
      {t('template.text')}
      <Button variant="quiet" size="small" onClick={() => save('xlsx')}>
        {t('template.xlsx')}
      </Button>
      <Button variant="quiet" size="small" onClick={() => save('csv')}>
        {t('template.csv')}
      </Button>
    </p>
  )
}
