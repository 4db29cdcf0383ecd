/** Everything by keyboard alone: finding, moving in lists, opening, explaining, going back. */
import { expect, test } from 'vitest'
import { openSample } from './walk.ts'

test('find a person, read an answer and go back without a mouse', async () => {
  const { page } = await openSample()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('kuipersma')
  await page.getByText('bram.kuipersma@post.example.nl').waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Bram Kuipersma' }).waitFor()

  const answer = page.locator('.matrix button').first()
  for (let presses = 0; presses < 40; presses++) {
    if (await answer.evaluate((button) => button === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: 'Uitleg bij het antwoord' }).waitFor()

  await page.keyboard.press('Escape')
  await page.getByText('Kies iemand uit de lijst').waitFor()
})

test('the list is one stop, and arrows, page keys and Home and End move in it', async () => {
  const { page } = await openSample()
  await page.getByRole('link', { name: 'Contacten', exact: true }).press('Enter')
  const list = page.getByRole('listbox', { name: 'Contacten' })
  await list.getByRole('option').first().waitFor()
  await list.focus()
  await page.keyboard.press('End')
  await expect
    .poll(() =>
      list.evaluate((box) =>
        document.getElementById(box.getAttribute('aria-activedescendant') ?? '')?.getAttribute('aria-posinset'),
      ),
    )
    .toBe('118')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.getByRole('status').first().innerText()).toContain('nummer 2 van 118')
})
