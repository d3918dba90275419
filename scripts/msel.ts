/**
 * `npm run msel -- check FILE [--sheet NAME] [--json]` says what a list of injects holds and what was not understood of
 * it; exits 1 where the file is refused. `npm run msel -- convert IN OUT` writes it as .json (the whole document), .xlsx
 * or .csv. More options: `--columns own|hseep|mitre|blueprint` for tables, `--zone Europe/Tallinn` for wall times that say
 * no zone, `--launch 2027-04-20` for times of day that have no day. Needs neither server nor database.
 */
import { spawn } from 'node:child_process'

/** Reading happens apart, with memory and time of its own: whatever the file does, this ends and says so. */
const [longest, memory] = [120_000, 1536]

const reader = spawn(
  process.execPath,
  [
    `--max-old-space-size=${memory}`,
    ...process.execArgv,
    `${import.meta.dirname}/msel-now.ts`,
    ...process.argv.slice(2),
  ],
  { stdio: ['ignore', 'inherit', 'pipe'] },
)
let words = ''
reader.stderr.on('data', piece => {
  words = (words + String(piece)).slice(-20_000)
})
const alarm = setTimeout(() => {
  console.error('The file takes too long to read.')
  reader.kill('SIGKILL')
}, longest)
reader.on('close', (code, signal) => {
  clearTimeout(alarm)
  if (/heap out of memory/.test(words)) console.error('The file needs too much memory.')
  else process.stderr.write(words)
  process.exitCode = code === null || signal !== null || code > 2 ? 1 : code
})
