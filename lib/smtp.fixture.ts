/** A mail server from a package, in a process of its own, and the letters that arrived there as a reader's program reads them. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type ParsedMail, simpleParser } from 'mailparser'
import type { Post } from './mail-delivery'

/** How the server behaves: codes with which it refuses, or what goes wrong on the way. */
export type Manners = {
  greeting?: number
  rcpt?: number
  data?: number
  /** takes the letter, and hangs up before it says so */
  drop?: boolean
  /** takes the letter, and never says so */
  silent?: boolean
  /** takes the letter, and says so only when told to */
  hold?: boolean
  /** wants a password, and accepts none */
  auth?: boolean
  /** offers STARTTLS with a certificate that nobody signed */
  tls?: boolean
  utf8?: boolean
}

const from = 'Startex <startex@example.org>'
const baseUrl = 'https://startex.example.org'

export class MailServer {
  readonly raw: string[] = []
  readonly envelopes: { mailFrom: { address: string }; rcptTo: { address: string }[] }[] = []
  private held = false
  private readonly child: ChildProcess

  constructor() {
    this.child = fork(path.resolve('scripts/smtp.mjs'), { stdio: 'inherit', serialization: 'json' })
    this.child.on('message', (message: Record<string, unknown>) => {
      if (typeof message.letter === 'string') this.raw.push(message.letter)
      if (message.envelope) this.envelopes.push(message.envelope as MailServer['envelopes'][number])
      if (message.held) this.held = true
    })
  }

  /** Begins to listen anew with these manners, and forgets what came before. */
  async behave(manners: Manners = {}, login = ''): Promise<Post> {
    this.raw.length = 0
    this.envelopes.length = 0
    this.held = false
    this.child.send({ manners })
    const port = await this.told('port')
    return { smtpUrl: `smtp://${login}127.0.0.1:${port}`, from, baseUrl, patience: 1500 }
  }

  private async told(key: string): Promise<unknown> {
    for (;;) {
      const [message]: Record<string, unknown>[] = await once(this.child, 'message')
      if (message?.[key] !== undefined) return message[key]
    }
  }

  /** Until a letter lies in the server's hands that it has not acknowledged. */
  async holding(): Promise<void> {
    while (!this.held) await sleep(10)
  }

  release(): void {
    this.child.send({ release: true })
  }

  /** The letters so far; waits for as many as are expected, for those are told by another process. */
  async letters(expected: number): Promise<ParsedMail[]> {
    for (let tries = 0; this.raw.length < expected && tries < 200; tries++) await sleep(10)
    return Promise.all(this.raw.map(letter => simpleParser(letter)))
  }

  close(): void {
    this.child.disconnect()
  }
}
