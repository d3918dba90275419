import type { ReadAttack } from '@/lib/techniques/stix/rules'

/** MITRE's largest bundle has some fifty megabytes; a browser reads twice that with a gigabyte to spare. */
const longest = 100_000_000
/** How long that may take, in milliseconds, on a slow machine. */
const patience = 60_000

/** What a file says of ATT&CK, read in a worker of its own, which ends with it. */
export async function readAttackFile(file: File): Promise<ReadAttack> {
  if (file.size > longest) return { ok: false, problem: 'attack_file_long' }
  const worker = new Worker(new URL('./attack.worker.ts', import.meta.url), { type: 'module' })
  const late = new Promise<ReadAttack>(resolve => {
    setTimeout(() => resolve({ ok: false, problem: 'attack_file_long' }), patience)
  })
  const read = new Promise<ReadAttack>(resolve => {
    worker.onmessage = (event: MessageEvent<ReadAttack>) => resolve(event.data)
    // It ran out of memory, or could not be read from the disk.
    worker.onerror = () => resolve({ ok: false, problem: 'attack_file_long' })
    worker.postMessage(file)
  })
  try {
    return await Promise.race([read, late])
  } finally {
    worker.terminate()
  }
}
