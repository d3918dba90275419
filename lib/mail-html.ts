import type { Locale } from './locale'

/** What a letter says: paragraphs apart by empty lines, the address of its button on a line of its own. */
export type LetterParts = {
  locale: Locale
  subject: string
  body: string
  link: string
  button: string
  footer: string
}

/** As plain text, with the footer below the mark that mail programs fold away (RFC 3676, 4.3). */
export function asText({ body, footer }: LetterParts): string {
  return `${body}\n\n-- \n${footer}\n`
}

/** Only what every mail program draws: no style sheet, no picture, no colour, so that dark stays dark. */
export function asHtml({ locale, subject, body, link, button, footer }: LetterParts): string {
  const blocks = body.split(/\n{2,}/).map(part => {
    const lines = part.trim().split('\n')
    if (part.trim() === link) return buttonBlock(link, button)
    if (lines.every(line => line.startsWith(bullet))) return `<ul>${lines.map(listItem).join('')}</ul>`
    return `<p>${lines.map(linked).join('<br>')}</p>`
  })
  return [
    `<!doctype html><html lang="${locale}" dir="ltr"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>`,
    '<body style="margin:0;padding:24px;font-family:sans-serif;font-size:16px;line-height:1.5">',
    '<div role="article" style="max-width:36em;margin:0 auto">',
    `<h1 style="font-size:20px;line-height:1.3">${escaped(subject)}</h1>`,
    ...blocks,
    `<hr><p style="font-size:13px">${footer.split('\n').map(linked).join('<br>')}</p>`,
    '</div></body></html>',
  ].join('\n')
}

/** How a line of a list begins in the text of a letter. */
export const bullet = '– '

const listItem = (line: string) => `<li>${linked(line.slice(bullet.length))}</li>`

/** The address stands below too, for whoever wants to see where a press leads. */
function buttonBlock(link: string, button: string): string {
  const look = 'display:inline-block;padding:10px 18px;border:2px solid;border-radius:6px;font-weight:bold'
  const href = escaped(link)
  return `<p><a href="${href}" style="${look}">${escaped(button)}</a></p><p style="font-size:13px;word-break:break-all">${href}</p>`
}

const escaped = (text: string) => text.replace(/[&<>"]/g, sign => `&#${sign.codePointAt(0)};`)

const linked = (line: string) =>
  escaped(line).replace(/https?:\/\/[^\s<&]+[^\s<&.,;:)]/g, address => `<a href="${address}">${address}</a>`)
