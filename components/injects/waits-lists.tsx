'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { gateName, parseWaits, printWaits, type TypedWaits } from '@/lib/logic/notation/rules'
import type { StartexFrame } from '@/lib/time'
import { formatDuration, formatInstant, type TimeLocale } from '@/lib/time-format'
import type { Instant } from '@/lib/time-zones'
import { Button } from '../ui/button'
import { TextLink } from '../ui/text-link'
import { AddWait } from './add-wait'
import type { Waiting, WaitTarget } from './use-waiting'

type Props = {
  frame: StartexFrame
  locale: TimeLocale
  mayEdit: boolean
  /** what it waits for, as it is typed */
  text: string
  waiting: Waiting
  timeOf: (injectId: string) => Instant | null
  /** where the scenario's pages are: gates are changed there */
  base: string
  onOpen: (injectId: string) => void
  onSave: (text: string) => void
}

type TypedWait = TypedWaits['waits'][number]

/** What an inject waits for and what waits for it, each with the way there. */
export function WaitsLists(props: Props) {
  const { locale, mayEdit, text, waiting } = props
  const t = useTranslations('msel')
  const parsed = parseWaits(text)
  const waits = parsed.ok ? parsed.waits : []
  const write = (next: TypedWait[]) => props.onSave(printWaits({ mode: 'all', waits: next }))
  const nameOf = ({ after }: TypedWait) => ('serial' in after ? after.serial : gateName(after.gate))
  return (
    <>
      {waits.length > 0 ? (
        <ul aria-label={t('column.waits')} className="grid gap-1">
          {waits.map((wait, at) => (
            <li key={`${nameOf(wait)} ${wait.condition}`} className="flex items-start gap-2 text-note">
              <div className="min-w-0 flex-1">
                {t('waitsFor', {
                  name: nameOf(wait),
                  condition: wait.condition,
                  delay: wait.delay === 0 ? 'none' : formatDuration(wait.delay, locale),
                })}
                <Target {...props} target={waiting.named(nameOf(wait))} />
              </div>
              {mayEdit ? (
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={t('waitRemove', { name: nameOf(wait) })}
                  onClick={() => write(waits.filter((_, n) => n !== at))}
                >
                  <X aria-hidden="true" className="size-4" />
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {mayEdit ? <AddWait choices={waiting.choices} onAdd={wait => write([...waits, wait])} /> : null}
      {waiting.behind.length > 0 ? (
        <div className="grid gap-1">
          <h4 className="text-muted text-note">{t('waitsBehind', { count: waiting.behind.length })}</h4>
          <ul className="grid gap-1">
            {waiting.behind.map(target => (
              <li key={target.id} className="text-note">
                <Target {...props} target={target} />
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  )
}

/** Another inject with its time, or a gate with what it stands for: each leads there. */
function Target({
  target,
  frame,
  locale,
  timeOf,
  base,
  mayEdit,
  onOpen,
}: Props & { target: WaitTarget | undefined }): ReactNode {
  const t = useTranslations('msel')
  if (!target) return null
  if (target.kind !== 'inject')
    return (
      <span className="block">
        {mayEdit ? (
          <TextLink
            href={`${base}/logic?node=${target.id}`}
            className="inline-flex min-h-target items-center"
          >
            {target.name}
          </TextLink>
        ) : (
          target.name
        )}{' '}
        <span className="text-muted">
          {t(`gateKind.${target.kind}`, { names: target.of.join(', ') })} {target.title}
        </span>
      </span>
    )
  const at = timeOf(target.id)
  return (
    <span className="block">
      <button
        type="button"
        onClick={() => onOpen(target.id)}
        className="inline-flex min-h-target max-w-full cursor-pointer items-center gap-1.5 text-left text-accent hover:underline"
      >
        <span className="font-mono tabular">{target.name}</span>
        <span className="truncate">{target.title}</span>
      </button>{' '}
      <span className="text-muted tabular">
        {at === null
          ? t('timeUnknown')
          : formatInstant(at, { timeZone: frame.timeZone, locale, style: 'dayTime' })}
      </span>
    </span>
  )
}
