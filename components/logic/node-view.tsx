import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/action-form'
import { Callout } from '@/components/ui/callout'
import { Facts } from '@/components/ui/facts'
import { Panel } from '@/components/ui/panel'
import { TextField } from '@/components/ui/text-field'
import { TextLink } from '@/components/ui/text-link'
import { setWaits } from '@/lib/logic/actions'
import type { NodeView as Shown, TitledLine } from '@/lib/logic/queries'
import type { StartexFrame } from '@/lib/time'
import { formatOffset } from '@/lib/time-format'
import { NodeLink } from './node-link'
import { Picture } from './picture'
import { Planned } from './planned'

type Props = { exerciseId: string; base: string; shown: Shown }

/** One inject or gate: what it waits for, which can be said anew, and what waits for it. */
export function NodeView({ exerciseId, base, shown }: Props) {
  const t = useTranslations('logic')
  const { node, frame, before, behind, circle, picture } = shown
  const floor = node.floor === null ? null : formatOffset(node.floor)
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <div className="lg:col-span-2">
        <Facts
          items={[
            { term: t('node.kind'), value: t(`kinds.${node.kind}`) },
            { term: t('node.planned'), value: <Planned line={{ ...node, trouble: null }} frame={frame} /> },
            ...(node.kind === 'inject'
              ? [{ term: t('node.where'), value: <InMsel base={base} serial={node.name} /> }]
              : []),
            ...(floor === null ? [] : [{ term: t('node.earliest'), value: floor, mono: true }]),
          ]}
        />
      </div>
      {circle || node.trouble === 'too_early' ? (
        <Callout tone="bad" className="lg:col-span-2">
          {circle
            ? t('node.circle', { path: circle.join(' → ') })
            : t('node.tooEarly', { at: node.at === null ? '' : formatOffset(node.at), floor: floor ?? '' })}
        </Callout>
      ) : null}
      <Panel title={t('node.before')} note={before.length}>
        <Lines lines={before} {...{ base, frame }} none={t('node.nothingBefore')} />
        <ActionForm
          key={node.waits}
          action={setWaits}
          submit={t('node.save')}
          hidden={{ exerciseId, nodeId: node.id, seen: node.waits }}
          done={t('node.saved')}
          className="mt-3"
        >
          <TextField
            name="waits"
            label={t('node.waits')}
            description={t('node.waitsHint')}
            defaultValue={node.waits}
            maxLength={2000}
            mono
          />
        </ActionForm>
      </Panel>
      <Panel title={t('node.behind')} note={behind.length}>
        <Lines lines={behind} {...{ base, frame }} none={t('node.nothingBehind')} />
      </Panel>
      {before.length + behind.length > 0 ? (
        <Panel title={t('node.picture')} className="lg:col-span-2">
          <Picture drawn={picture} base={base} name={node.name} />
        </Panel>
      ) : null}
    </div>
  )
}

function InMsel({ base, serial }: { base: string; serial: string }) {
  const t = useTranslations('logic.node')
  return (
    <TextLink
      href={`${base}?inject=${encodeURIComponent(serial)}`}
      className="inline-flex min-h-target items-center"
    >
      {t('open')}
    </TextLink>
  )
}

type LinesProps = { lines: readonly TitledLine[]; base: string; frame: StartexFrame; none: string }

function Lines({ lines, base, frame, none }: LinesProps) {
  if (lines.length === 0) return <p className="text-muted">{none}</p>
  return (
    <ul className="divide-y divide-line">
      {lines.map(line => (
        <li key={line.id} className="grid gap-x-4 py-1.5 sm:grid-cols-[minmax(0,1fr)_max-content]">
          <NodeLink base={base} {...line} />
          <Planned line={line} frame={frame} />
        </li>
      ))}
    </ul>
  )
}
