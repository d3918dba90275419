import { log } from './log'

/** Placeholder until mail lands: nothing is sent. */
export async function sendLinkByMail(_given: { email: string; token: string }): Promise<void> {
  log.warn('mail is not built yet')
}
