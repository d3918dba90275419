import type { Page, Request } from '@playwright/test'

/** A call of a server action as the browser made it: to send again, with another input, by hand. */
export type Call = { url: string; headers: Record<string, string>; input: Record<string, unknown> }

type Answer = { ok: true; data: unknown } | { ok: false; error: { code: string; reason: string } }

const isAction = (request: Request) =>
  request.method() === 'POST' && request.headers()['next-action'] !== undefined

/** Watches for the next server action of the page while something is done there. */
export async function callOf(page: Page, doing: () => Promise<void>): Promise<Call> {
  const [request] = await Promise.all([page.waitForRequest(isAction), doing()])
  const [input] = JSON.parse(request.postData() ?? '[]')
  const { 'next-action': action = '', 'next-router-state-tree': tree = '' } = request.headers()
  const headers = { 'next-action': action, 'next-router-state-tree': tree, accept: 'text/x-component' }
  return { url: request.url(), headers, input }
}

/** Sends the call again with the page's own cookies, as a script would, with some of its input changed. */
export async function replay(page: Page, call: Call, change: Record<string, unknown>): Promise<Answer> {
  const input = { ...call.input, ...change, requestId: crypto.randomUUID() }
  const response = await page.request.post(call.url, {
    headers: { ...call.headers, 'content-type': 'text/plain;charset=UTF-8' },
    data: JSON.stringify([input]),
  })
  return answerIn(await response.text())
}

/** What the action returned, in the stream of rows that Next answers with. */
function answerIn(text: string): Answer {
  const row = /^\w+:(\{"ok":.*\})$/m.exec(text)?.[1]
  if (!row) throw new Error(`No action answered: ${text.slice(0, 200)}`)
  return JSON.parse(row)
}
