import { useTranslations } from 'next-intl'
import { Tabs } from '@/components/ui/tabs'
import { type Actor, can, type Permission } from '@/lib/policy'

/** The scenario's pages and who may open each; the address follows that of the MSEL. */
const parts = {
  msel: { path: '', needs: 'scenario.read' },
  storylines: { path: '/storylines', needs: 'scenario.read' },
  objectives: { path: '/objectives', needs: 'scenario.read' },
  attack: { path: '/attack', needs: 'scenario.read' },
  logic: { path: '/logic', needs: 'scenario.edit' },
  checks: { path: '/checks', needs: 'scenario.edit' },
  history: { path: '/history', needs: 'scenario.edit' },
  catalogue: { path: '/catalogue', needs: 'scenario.edit' },
  exchange: { path: '/book', needs: 'scenario.read' },
  setup: { path: '/setup', needs: 'scenario.edit' },
} as const satisfies Record<string, { path: string; needs: Permission }>

type ScenarioPart = keyof typeof parts

type Props = { exercise: { id: string; code: string }; actor: Actor; current: ScenarioPart }

const isPart = (key: string): key is ScenarioPart => key in parts

/** The doors of the scenario, as far as they are open to whoever looks. */
export function ScenarioTabs({ exercise, actor, current }: Props) {
  const t = useTranslations('scenarioTabs')
  const open = Object.keys(parts)
    .filter(isPart)
    .filter(key => can(actor, parts[key].needs, { exerciseId: exercise.id }))
  if (open.length < 2) return null
  return (
    <Tabs
      label={t('label')}
      items={open.map(key => ({
        href: `/exercises/${exercise.code}/scenario${parts[key].path}`,
        label: t(key),
        current: key === current,
      }))}
    />
  )
}
