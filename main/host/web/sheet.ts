/** A plain page of text that needs no script. */

/** The text is escaped. */
export function sheet(language: string, title: string, paragraphs: readonly string[]): string {
  const body = paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('')
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark">` +
    `<title>${escaped(title)}</title><style>${style}</style></head>` +
    `<body><main><h1>${escaped(title)}</h1>${body}</main></body></html>`
  )
}

const style =
  ':root{background:light-dark(#f6f6f4,#0f1013);color:light-dark(#15171b,#ececea)}' +
  'body{font:16px/1.6 system-ui,sans-serif;margin:0;display:grid;min-height:100vh;place-items:center}' +
  'main{max-width:36rem;padding:2rem}h1{font-size:1.5rem;line-height:1.3}p{overflow-wrap:anywhere}'

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
