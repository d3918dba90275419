/** A year in seconds: as long as browsers keep a cookie that is not renewed. */
const year = 31_536_000

/** Keeps which columns somebody has chosen in this browser; the server draws with them. */
export function rememberColumns(cookie: string, ids: readonly string[]): void {
  // biome-ignore lint/suspicious/noDocumentCookie: Firefox has no Cookie Store over plain http
  document.cookie = `${cookie}=${ids.join('.')}; path=/; max-age=${year}; samesite=lax`
}
