import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { endChild, marksOf, startWeb, startWorker, type Variables } from './children'
import { writeRunning } from './cluster-files'
import type { Database } from './database'
import { atEnd, end, endWith, isEnding } from './ending'
import { progress } from './progress'
import { untilAnswered } from './until-answered'

type Part = { name: string; start: () => ChildProcess }

/**
 * Runs the web server and the worker on the database until the command ends, and starts again what dies before. Comes
 * back when the web server answers.
 */
export async function serve(
  command: 'start' | 'dev',
  host: string,
  port: number,
  database: Database,
  more: Variables = {},
): Promise<void> {
  const variables = { ...database.variables, HOST: host, PORT: String(port), ...more }
  const running = new Map<string, ChildProcess>()
  atEnd(async () => {
    await Promise.all([...running.values()].map(endChild))
  })
  const keep = async (part: Part) => {
    for (const allowed = restarts(); ; ) {
      const child = part.start()
      running.set(part.name, child)
      if (database.folder) writeRunning(database.folder, { children: marksOf([...running.values()]) })
      await new Promise(resolve => child.once('close', resolve))
      if (isEnding()) return
      if (!allowed()) return giveUp(part.name)
      progress(`The ${part.name} ended unexpectedly; starting it again`)
      await sleep(500)
    }
  }
  keepPostgres(database).catch(endWith)
  keep({ name: 'web server', start: () => startWeb(command, host, port, variables) }).catch(endWith)
  await untilAnswered(host, port)
  // Only now, since people wait for the pages and not for the mail.
  keep({ name: 'worker', start: () => startWorker(variables) }).catch(endWith)
}

/** Postgres comes back on its port, so the connection strings handed out stay true. */
async function keepPostgres(database: Database): Promise<void> {
  for (const allowed = restarts(); database.cluster !== null; ) {
    await database.cluster.ended
    if (isEnding()) return
    if (!allowed()) return giveUp('database')
    progress('Postgres ended unexpectedly; starting it again')
    await database.restart()
  }
}

/** Five times in a minute is no accident any more. */
function restarts(): () => boolean {
  let recent: number[] = []
  return () => {
    const now = performance.now()
    recent = [...recent.filter(moment => now - moment < 60_000), now]
    return recent.length <= 5
  }
}

function giveUp(name: string): Promise<never> {
  console.error(`The ${name} keeps ending. What it said stands above.`)
  return end(1)
}
