import type { Tx } from './db'
import type { Locale } from './locale'
import { dateOf, type Instant } from './time'

/** Work for scripts/worker.ts, and what each kind is told. */
export type Jobs = {
  send_mail: { mailId: string }
  forget_roster: { participationId: string; rosterId: string }
  /** by the clock, see scripts/worker.ts */
  digest_contacts: Record<never, never>
  erase_personal_data: Record<never, never>
  remind_contacts: Record<never, never>
  rescue_mail: Record<never, never>
  send_sign_in_link: { email: string; locale: Locale; next: string | null }
}
export type JobName = keyof Jobs

declare global {
  namespace GraphileWorker {
    interface Tasks extends Jobs {}
  }
}

type JobOptions = {
  /** A second job of this key replaces the first as long as it waits. */
  jobKey?: string
  /** At once unless told otherwise. */
  runAt?: Instant
}

/** Puts work into the queue within the transaction of its cause: undone together, begun only after the commit. */
export async function addJob<Name extends JobName>(
  tx: Tx,
  name: Name,
  payload: Jobs[Name],
  { jobKey, runAt }: JobOptions = {},
): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM graphile_worker.add_job(
      ${name}, payload := ${JSON.stringify(payload)}::json, job_key := ${jobKey ?? null},
      run_at := coalesce(${runAt === undefined ? null : dateOf(runAt)}::timestamptz, now()))`
}
