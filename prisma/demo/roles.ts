import type { Discipline, Presence, RoleFramework } from '../client/client'

export type DemoRole = {
  name: string
  discipline: Discipline
  presence: Presence
  framework: RoleFramework | null
  frameworkCode: string | null
}

/** NICE work roles keep their codes between its versions 1 and 2; ECSF names profiles rather than numbering them. */
export const frameworkVersions: Record<RoleFramework, string> = { nice: '2.0.0', ecsf: '2022' }

const rows: readonly (readonly [string, Discipline, Presence, `${RoleFramework}:${string}`?])[] = [
  ['Team leader', 'command', 'remote'],
  ['Deputy team leader', 'command', 'remote'],
  ['Windows defender', 'technical', 'remote', 'nice:IO-WRL-005'],
  ['Linux defender', 'technical', 'remote', 'nice:IO-WRL-005'],
  ['Network defender', 'technical', 'remote', 'nice:IO-WRL-004'],
  ['Web and application defender', 'technical', 'remote', 'nice:PD-WRL-007'],
  ['Special systems engineer', 'technical', 'remote', 'nice:IO-WRL-006'],
  ['Monitoring analyst', 'technical', 'remote', 'nice:PD-WRL-001'],
  ['Incident responder', 'technical', 'remote', 'ecsf:Cyber Incident Responder'],
  ['Threat intelligence analyst', 'technical', 'remote', 'ecsf:Cyber Threat Intelligence Specialist'],
  ['Digital forensics expert', 'forensics', 'remote', 'nice:PD-WRL-002'],
  ['Legal adviser', 'legal', 'remote', 'nice:OG-WRL-006'],
  ['Strategic communications officer', 'media', 'remote'],
  ['Strategic track player', 'strategy', 'remote', 'ecsf:Chief Information Security Officer'],
  ['Situation reporter', 'command', 'remote'],
  ['Liaison officer', 'military', 'on_site'],
  ['Exercise controller', 'command', 'on_site'],
  ['Evaluator', 'science', 'on_site', 'ecsf:Cybersecurity Auditor'],
  ['Policy adviser', 'legal', 'on_site', 'ecsf:Cyber Legal, Policy & Compliance Officer'],
  ['Media role player', 'media', 'on_site'],
  ['Strategy moderator', 'strategy', 'on_site'],
  ['Penetration tester', 'technical', 'on_site', 'ecsf:Penetration Tester'],
  ['Range engineer', 'technical', 'on_site', 'ecsf:Cybersecurity Implementer'],
  ['Researcher', 'science', 'on_site', 'ecsf:Cybersecurity Researcher'],
  ['Hall support', 'other', 'on_site'],
]

export const demoRoles: readonly DemoRole[] = rows.map(([name, discipline, presence, reference]) => {
  const framework = reference?.startsWith('nice') ? 'nice' : reference ? 'ecsf' : null
  return { name, discipline, presence, framework, frameworkCode: reference?.slice(5) ?? null }
})
