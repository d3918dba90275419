import { run, type TaskList } from 'graphile-worker'
import { env } from '@/lib/env'

// Sends mail and does what else a write has put into the queue, apart from the web server.
const taskList: TaskList = {}

const runner = await run({
  connectionString: env.databaseUrl,
  concurrency: 2,
  pollInterval: 2000,
  noHandleSignals: false,
  taskList,
})
await runner.promise
