const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const form = new RegExp(`^(?:(https?)://)?((?:\\*\\.)?(?:${label}\\.)+${label}|localhost)(?::(\\d{1,5}))?/?$`)

/**
 * A host as the source of a content policy (CSP 3, host-source), or null for what is none: `example.org` and
 * `https://example.org/` are one, `*.example.org` all below it. Without a scheme it is https.
 */
export function frameSource(text: string): string | null {
  const [, scheme = 'https', host, port] = form.exec(text.trim().toLowerCase()) ?? []
  if (host === undefined || host.length > 253 || Number(port ?? 0) > 65_535) return null
  // Unencrypted pages only where a developer tries it out.
  if (scheme === 'http' && host !== 'localhost') return null
  return `${scheme}://${host}${port === undefined ? '' : `:${port}`}`
}
