import { Logger, parseCronItems, run } from 'graphile-worker'
import { env } from '@/lib/env'
import { taskList } from '@/lib/tasks'

// Sends mail and does what else a write has put into the queue, apart from the web server.

/** Only what somebody has to act on; a task's failure is logged by the task. */
const logger = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') console.error(`worker: ${message}`)
})

const runner = await run({
  connectionString: env.databaseUrl,
  concurrency: 2,
  pollInterval: 2000,
  parsedCronItems: parseCronItems([
    { task: 'digest_contacts', match: '*/5 * * * *' },
    { task: 'erase_personal_data', match: '17 3 * * *' },
    { task: 'remind_contacts', match: '*/15 * * * *' },
    { task: 'rescue_mail', match: '*/5 * * * *' },
  ]),
  taskList,
  logger,
})
await runner.promise
