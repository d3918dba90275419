const began = performance.now()

/** One line of progress with the seconds since the command began. */
export function progress(text: string): void {
  console.log(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${text}`)
}

/** Says every few seconds that a long step is still at work; call the result when it is over. */
export function stillWorking(text: string): () => void {
  const timer = setInterval(() => progress(`… ${text}`), 10_000)
  timer.unref()
  return () => clearInterval(timer)
}

/** An error whose message is written for the person at the terminal: it is shown without a stack. */
export class Complaint extends Error {}

const disk: Record<string, string> = {
  EACCES:
    'belongs to another user. Start as that user, or choose another folder for the data: STARTEX_DATA=/some/folder',
  EPERM: 'may not be changed by this user',
  EROFS: 'lies on a disk that cannot be written to',
  ENOSPC: 'does not fit any more: the disk is full',
}

/** What to print of an error: a complaint and a disk's refusal read as they are, the rest keeps its stack. */
export function explain(error: unknown): unknown {
  if (error instanceof Complaint) return `\n${error.message}\n`
  if (!(error instanceof Error) || !('code' in error) || !('path' in error)) return error
  const reason = disk[String(error.code)]
  return reason ? `\n${error.path} ${reason}.\n` : error
}
