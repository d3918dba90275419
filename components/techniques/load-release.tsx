'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { addRelease } from '@/lib/techniques/actions'
import { attackDomains } from '@/lib/techniques/rules'
import type { ReadAttack } from '@/lib/techniques/stix/rules'
import { ActionForm } from '../action-form'
import type { ServerWrite } from '../outcome'
import { buttonLook } from '../ui/button'
import { Callout } from '../ui/callout'
import { classes } from '../ui/control'
import { Select } from '../ui/select'
import { TextField } from '../ui/text-field'
import { readAttackFile } from './read-file'

type Read = Extract<ReadAttack, { ok: true }>

/** A file of techniques, read here and sent without its descriptions; shown before it is kept. */
export function LoadRelease() {
  const t = useTranslations('attack.load')
  const hint = useId()
  const [state, setState] = useState<{ name: string; read: ReadAttack } | 'busy' | null>(null)
  async function open(file: File) {
    setState('busy')
    setState({ name: file.name, read: await readAttackFile(file) })
  }
  return (
    <div className="grid justify-items-start gap-3">
      <label
        className={classes(
          buttonLook('primary'),
          'has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2',
        )}
      >
        {t(state === 'busy' ? 'reading' : 'choose')}
        <input
          type="file"
          accept=".json,.csv,.tsv,.txt"
          aria-describedby={hint}
          className="sr-only"
          onChange={event => {
            const [file] = event.currentTarget.files ?? []
            if (file) void open(file)
            // The same file, mended, may be chosen again.
            event.currentTarget.value = ''
          }}
        />
      </label>
      <p id={hint} className="max-w-prose text-muted text-note">
        {t('hint')}
      </p>
      <div role="alert" className="w-full">
        {state === null || state === 'busy' || state.read.ok ? null : (
          <Callout tone="bad">{t(`problem.${state.read.problem}`)}</Callout>
        )}
      </div>
      {state !== null && state !== 'busy' && state.read.ok ? (
        <Found name={state.name} read={state.read} onDone={() => setState(null)} />
      ) : null}
    </div>
  )
}

/** What was found, and what the file did not say. */
function Found({ name, read, onDone }: { name: string; read: Read; onDone: () => void }) {
  const t = useTranslations('attack')
  const { tactics, techniques } = read
  const withdrawn = techniques.filter(one => one.withdrawn).length
  const keep: ServerWrite = input =>
    addRelease({ ...(typeof input === 'object' ? input : {}), tactics, techniques })
  return (
    <ActionForm key={name} action={keep} submit={t('load.keep')} done={t('load.kept')} onDone={onDone}>
      <p>
        {t('load.found', {
          name,
          ...{ techniques: techniques.length, withdrawn, tactics: tactics.length },
        })}
      </p>
      <TextField
        name="release"
        label={t('release')}
        description={t('load.versionHint')}
        defaultValue={read.version ?? ''}
        required
        maxLength={20}
        mono
      />
      <Select
        name="domain"
        label={t('load.matrix')}
        options={attackDomains.map(value => ({ value, label: t(`domain.${value}`) }))}
        defaultValue={read.domain ?? 'enterprise'}
        required
      />
    </ActionForm>
  )
}
