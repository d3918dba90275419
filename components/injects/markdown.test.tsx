import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Markdown } from './markdown'

const html = (text: string) => renderToStaticMarkup(<Markdown text={text} />)

test('an order of several lines is drawn as one', () => {
  const drawn = html('**Phone** the desk:\n\n1. read out\n2. hang up')
  expect(drawn).toContain('<strong>Phone</strong> the desk:')
  expect(drawn).toContain('<li><p>read out</p></li>')
})

test('tags stay the text that they are', () => {
  const drawn = html('<script>alert(1)</script>\n\nand <img src=x onerror=alert(1)> here')
  expect(drawn).not.toMatch(/<script|<img/)
  expect(drawn).toContain('&lt;script&gt;')
})

test('links lead to the web or to mail, and nowhere else', () => {
  expect(html('[news](https://example.org/a)')).toContain('href="https://example.org/a"')
  for (const target of [
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.test',
  ])
    expect(html(`[press](${target}) <${target}>`)).not.toContain('href')
})

test('pictures are not fetched', () => {
  expect(html('![the map](https://example.org/map.png)')).not.toContain('<img')
})
