import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { writeWorkbook } from '@/lib/sheets/writing/rules'

// Each run starts Node twice, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 })

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'msel-'))
  const rows = [
    ['#', 'Time', 'Subject', 'To', 'Objective'],
    ['1.1', 'T+45m', 'Phish', 'BT1; BT2', '1.1 Detect'],
    ['1.2', 'on order', 'Call', 'BT1', '1.1'],
  ]
  writeFileSync(path.join(folder, 'msel.xlsx'), writeWorkbook('Events', rows))
  writeFileSync(path.join(folder, 'prose.md'), '# Scenario\n\nText, and more text.\n')
})
afterAll(() => rmSync(folder, { recursive: true }))

/** As `npm run msel` does it, from a folder of the person's own, and without any database that could be reached. */
function msel(...args: string[]) {
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/msel.ts', ...args], {
    env: { PATH: process.env.PATH, INIT_CWD: folder, NODE_ENV: 'test' },
    encoding: 'utf8',
  })
  return { status: run.status, out: run.stdout, words: run.stderr }
}

describe('a planner who scripts', () => {
  it('is told what a list holds and what was not understood of it, with its rows', () => {
    const { status, out } = msel('check', 'msel.xlsx', '--json')
    expect(status).toBe(0)
    expect(JSON.parse(out)).toEqual({
      ...{ format: 'xlsx', injects: 2, withTime: 1, objectives: 1, teams: 2 },
      warnings: [
        {
          row: 3,
          column: 'Time',
          reason: 'time_unclear',
          words: 'This time was not understood; it stands in the notes: on order',
        },
      ],
      errors: [],
    })
    expect(msel('check', 'msel.xlsx', '--sheet', 'Nope').out).toContain('it has these: Events')
  })
  it('is refused in words, with a status that a script can see', () => {
    const { status, out } = msel('check', 'prose.md', '--json')
    expect(status).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      format: null,
      injects: 0,
      errors: [{ reason: 'prose', row: null }],
    })
    expect(msel('check', 'missing.xlsx')).toMatchObject({
      status: 1,
      words: expect.stringContaining('no such file'),
    })
    expect(msel('check')).toMatchObject({ status: 2, words: expect.stringContaining('npm run msel') })
    expect(msel('convert', 'prose.md', 'out.json')).toMatchObject({
      status: 1,
      words: expect.stringContaining('prose'),
    })
  })
  it('goes from any format to any other and back', () => {
    for (const [from, to] of [
      ['msel.xlsx', 'a.json'],
      ['a.json', 'b.csv'],
      ['b.csv', 'c.xlsx'],
      ['c.xlsx', 'd.json'],
    ])
      expect(msel('convert', from ?? '', to ?? '')).toMatchObject({ status: 0, words: '' })
    const injects = (name: string) => {
      const { scenario } = JSON.parse(readFileSync(path.join(folder, name), 'utf8'))
      return scenario.injects.map(({ foreign, ...inject }: Record<string, unknown>) => ({
        ...inject,
        values: {},
      }))
    }
    expect(injects('d.json')).toEqual(injects('a.json'))
  })
})
