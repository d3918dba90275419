import { accessSync, constants, existsSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { Complaint } from './progress'

/** A Chromium for the journeys: the one named by CHROMIUM_PATH, Playwright's own, chromium, google-chrome. */
export function findChromium(chosen: string | null): string {
  if (chosen !== null) {
    if (isProgram(chosen)) return chosen
    throw new Complaint(`CHROMIUM_PATH is ${chosen}, and there is no program.`)
  }
  const own = chromium.executablePath()
  const found = existsSync(own) ? own : (onPath('chromium') ?? onPath('google-chrome'))
  if (found) return found
  throw new Complaint(
    [
      'The browser journeys need Chromium, and none was found. Any of these gives one:',
      '  npx playwright install --with-deps chromium',
      '  apt-get install chromium          (Debian, Ubuntu; as root)',
      '  CHROMIUM_PATH=/path/to/chrome     (one that is installed already)',
    ].join('\n'),
  )
}

function onPath(name: string): string | null {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  return folders.map(folder => path.join(folder, name)).find(isProgram) ?? null
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
