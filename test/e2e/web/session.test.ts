import { expect, test } from 'vitest'
import { openWindow } from '../../support/window.ts'

test('the page opens in a browser under its policy, survives a reload, and its address is spent', async () => {
  const { page, complaints } = await openWindow()
  await page.waitForSelector('h1')
  expect(new URL(page.url()).search).toBe('')
  await page.reload()
  await page.waitForSelector('h1')
  await page.screenshot({ path: 'out/journeys/browser.png' })
  expect(complaints).toEqual([])
})

test('scripts and styles that the program did not bring are not run', async () => {
  const { page } = await openWindow()
  await page.waitForSelector('h1')
  const breaches = await page.evaluate(async () => {
    const seen: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'window.broken = true'
    const style = document.createElement('style')
    style.textContent = 'body { display: none }'
    document.head.append(script, style)
    await fetch('http://127.0.0.1:9/').catch(() => {})
    const picture = new Image()
    picture.src = 'https://example.org/x.png'
    await new Promise((resolve) => setTimeout(resolve, 200))
    return { seen: seen.sort(), ran: 'broken' in window }
  })
  expect(breaches).toEqual({ seen: ['connect-src', 'img-src', 'script-src-elem', 'style-src-elem'], ran: false })
})

test('another browser with the same address is told how to get in', async () => {
  const { page, invitation } = await openWindow()
  const other = await (await page.context().browser()?.newContext())?.newPage()
  const answer = await other?.goto(invitation)
  expect(answer?.status()).toBe(403)
  expect(await other?.textContent('body')).toContain('closed')
})

test('when the register goes away under the page, the page says so', async () => {
  const { page, close } = await openWindow()
  await page.waitForSelector('h1')
  const before = await page.textContent('h1')
  await close()
  await expect.poll(() => page.textContent('h1')).not.toBe(before)
})
