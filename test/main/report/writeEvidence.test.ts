/** The folder that goes to a regulator: what is in it, what the dossier says, and that it appears whole or not at all. */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sha256Hex } from '../../../main/report/hash.ts'
import { embeddedFile } from '../../../main/report/pdf/embedded.ts'
import { writeEvidence } from '../../../main/report/writeEvidence.ts'
import { decision, documentOf, inputOf, letter, optInWording, optOutWording, picture } from './fixture.ts'
import { checked, filesIn, finish, has, made, output, place, removePlaces, written } from './folders.ts'

const tools = has('qpdf') && has('pdftotext')
if (!tools)
  console.warn('SKIPPED: qpdf and poppler-utils are not installed; the dossier is not read back by foreign tools.')

let folder = ''
let english = ''
beforeAll(() => {
  folder = written()
  english = written(inputOf(), { language: 'en' })
})
afterAll(removePlaces)
const read = (name: string, from = folder) => readFileSync(join(from, name))
/** The text as read, with the line breaks of the page taken out. */
const textOf = (from: string) => output('pdftotext', join(from, 'dossier.pdf'), '-').replace(/\s+/gu, ' ')

describe('the folder', () => {
  it('holds the dossier, the data, the proofs and the originals byte for byte', () => {
    expect(
      filesIn(folder)
        .map((name) => name.replace(/document-\w+/u, 'document'))
        .sort(),
    ).toEqual([
      'LEESMIJ.txt',
      'bronnen/document.eml',
      'bronnen/document.png',
      'bronnen/import-3-line-118.txt',
      'bronnen/import-5-line-44.txt',
      'checkpoint.txt',
      'controle.html',
      'dossier.pdf',
      'events.jsonl',
      'evidence.json',
      'manifest.json',
      'proofs.json',
      'public-key.pem',
    ])
    const [eml = '', png = ''] = ['.eml', '.png'].map((end) => filesIn(folder).find((name) => name.endsWith(end)))
    expect(read(eml).equals(letter) && read(png).equals(picture)).toBe(true)
    expect(filesIn(english)).toContain('README.txt')
  })

  it('lists every file with its size and hash, and holds when checked', () => {
    const { files } = JSON.parse(read('manifest.json').toString())
    expect(files.map(({ name }: { name: string }) => name).sort()).toEqual(
      filesIn(folder).filter((name) => name !== 'manifest.json'),
    )
    for (const { name, bytes, sha256 } of files) {
      expect([read(name).length, sha256Hex(read(name))]).toEqual([bytes, sha256])
    }
    expect(checked(folder).holds).toBe(true)
    expect(checked(english).holds).toBe(true)
  })

  it('holds each event exactly as it was hashed, and nobody else’s data', () => {
    const { entries, related } = inputOf()
    const expected = [...entries, ...related].sort((a, b) => a.event.seq - b.event.seq).map(({ text }) => `${text}\n`)
    expect(read('events.jsonl').toString()).toBe(expected.join(''))
    for (const name of filesIn(folder)) expect(read(name).includes('Iemand Anders'), name).toBe(false)
  })

  it('is the same, byte for byte, for the same evidence', () => {
    const again = written()
    for (const name of filesIn(folder)) expect(read(name, again).equals(read(name)), name).toBe(true)
  })

  it('explains checking by hand with commands that work', () => {
    if (!has('openssl') || !output('openssl', 'version').startsWith('OpenSSL 3')) {
      console.warn('SKIPPED: OpenSSL 3 is not installed; the commands of the readme were not run.')
      return
    }
    const readme = read('LEESMIJ.txt').toString()
    const commands = readme.split('\n').filter((line) => line.startsWith('     '))
    const elsewhere = place()
    const shell = (line: string) => output('sh', '-c', `cd '${folder}' && ${line.trim()}`)
    const seal = commands
      .filter((line) => /zegel\./u.test(line))
      .map((line) => line.replaceAll('zegel.', join(elsewhere, 'zegel.')))
    expect(seal).toHaveLength(3)
    expect(seal.map(shell).join('')).toContain('Signature Verified Successfully')
    const leaf = commands.find((line) => line.includes('printf')) ?? ''
    expect(shell(leaf)).toContain(JSON.parse(read('proofs.json').toString()).proofs[0].leaf)
  })
})

describe('writing', () => {
  const write = (to: string, options = {}) =>
    writeEvidence(to, inputOf(), { now: made, language: 'nl', documentOf, ...options })

  it('goes into an empty folder, and refuses one with anything in it', () => {
    const empty = place()
    expect(finish(write(empty)).ok).toBe(true)
    const full = place()
    writeFileSync(join(full, 'mijn.txt'), 'x')
    expect(finish(write(full))).toEqual({ ok: false, error: { kind: 'unwritable', code: 'exists' } })
    expect(readdirSync(full)).toEqual(['mijn.txt'])
  })

  it('cancelled at any step leaves nothing behind', () => {
    for (let steps = 1; ; steps += 7) {
      const to = join(place(), 'dossier')
      const job = write(to)
      let done = false
      for (let n = 0; n < steps && !done; n += 1) done = job.next().done === true
      if (done) break
      job.return(undefined as never)
      expect(existsSync(to), `after ${steps} steps`).toBe(false)
    }
  })

  it('that breaks in the middle leaves nothing behind, not in an existing folder either', () => {
    const to = place()
    const broken = (): never => {
      throw Object.assign(new Error('disk'), { code: 'ENOSPC' })
    }
    expect(finish(write(to, { documentOf: broken }))).toEqual({
      ok: false,
      error: { kind: 'unwritable', code: 'no-space' },
    })
    expect(readdirSync(to)).toEqual([])
  })

  it('without permission says so', () => {
    if (process.getuid?.() === 0) {
      console.warn('SKIPPED: root may write everywhere.')
      return
    }
    const to = place()
    chmodSync(to, 0o500)
    expect(finish(write(join(to, 'dossier')))).toEqual({
      ok: false,
      error: { kind: 'unwritable', code: 'no-permission' },
    })
  })

  it('where a file stands says that it exists', () => {
    const to = join(place(), 'dossier')
    mkdirSync(join(to, '..'), { recursive: true })
    writeFileSync(to, 'x')
    expect(finish(write(to))).toEqual({ ok: false, error: { kind: 'unwritable', code: 'exists' } })
  })

  it('goes on without a document that the register no longer holds, and says so', () => {
    const lost = written(inputOf(), { documentOf: () => null })
    expect(filesIn(lost).filter((name) => name.includes('document'))).toEqual([])
    expect(checked(lost).holds).toBe(true)
    if (tools)
      expect(textOf(lost)).toContain('kassa-2025.png schermafdruk, vastgelegd op 6 januari 2025 om 10:30 niet bewaard')
  })
})

describe.runIf(tools)('the dossier', () => {
  it('is sound, tagged PDF/A-3b with its fonts and the data inside', () => {
    expect(output('qpdf', '--check', join(folder, 'dossier.pdf'))).toContain(
      'No syntax or stream encoding errors found',
    )
    const info = output('pdfinfo', join(folder, 'dossier.pdf'))
    expect(info).toMatch(/Tagged:\s+yes/u)
    expect(info).toMatch(/Title:\s+Bewijsdossier: zofia\.wisniewska@example\.org/u)
    const fonts = output('pdffonts', join(folder, 'dossier.pdf')).trim().split('\n').slice(2)
    expect(fonts).toHaveLength(3)
    for (const font of fonts) expect(font).toMatch(/yes yes yes/u)
    expect(embeddedFile(read('dossier.pdf'))?.equals(read('evidence.json'))).toBe(true)
    expect(read('dossier.pdf').includes('/Lang (nl-NL)')).toBe(true)
  })

  it('gives the answer, the article, the reason and what was known when it was sent', () => {
    const text = textOf(folder)
    expect(text).toContain(
      'Mag niet Op 2 maart 2026 om 10:00 mocht deze mailing niet naar zofia.wisniewska@example.org.',
    )
    expect(text).toContain('Tw art. 11.7 lid 1')
    expect(text).toContain('Op het moment van verzenden was het antwoord: Mag.')
    expect(text).toContain(
      'Voorjaarsactie tassen en sloten ging uit op 02-03-2026 10:01:30, 2 dagen tot 3 dagen na het verzet',
    )
    expect(text).toContain('ACM/26/012345')
    expect(text).toContain('Zofia Wiśniewska-Öztürk')
  })

  it('prints the exact wording, and who said what when on both clocks', () => {
    const text = textOf(folder)
    expect(text).toContain(optInWording)
    expect(text).toContain(optOutWording)
    expect(text).toContain('01-09-2025 10:12:00 02-09-2025 09:12:40 Toestemming gegeven')
    expect(text).toContain('Stadsfiets Noord 7')
  })

  it('says what is missing, what the seal shows and what it does not', () => {
    const text = textOf(folder)
    expect(text).toContain('De inhoud van het bericht is niet bewaard.')
    expect(text).toContain(
      'Dat wat is vastgelegd ook waar is: een register bewijst dat iets is opgeschreven, en wanneer.',
    )
    expect(text).toContain(inputOf().checkpoint.root)
  })

  it('keeps the explanation apart, on the last page, and leaves it out where there is none', () => {
    const pages = output('pdftotext', '-layout', join(folder, 'dossier.pdf'), '-').split('\f')
    const last = pages.findLastIndex((page) => page.trim() !== '')
    expect(pages[last]).toContain('Toelichting van de verzender')
    expect(pages.slice(0, last).some((page) => page.includes('briefje bleef tot dinsdag'))).toBe(false)
    expect(textOf(written(inputOf(undefined, { explanation: '  ' })))).not.toContain('Toelichting van de verzender')
  })

  it('numbers its pages, and its contents lead to where they say', () => {
    const pages = output('pdftotext', '-layout', join(folder, 'dossier.pdf'), '-').split('\f').slice(0, -1)
    for (const [index, page] of pages.entries()) {
      if (index > 0) expect(page).toContain(`pagina ${index + 1} van ${pages.length}`)
    }
    const contents = [...(pages[1] ?? '').matchAll(/^\s*(\d+)\s+(\S.*?)\s+(\d+)\s*$/gmu)]
    expect(contents.length).toBe(13)
    for (const [, number, title, page] of contents)
      expect(pages[Number(page) - 1]).toMatch(new RegExp(`${number} +${title}`, 'u'))
  })

  it('says the same in English', () => {
    const text = textOf(english)
    expect(text).toContain(
      'On 2 March 2026 at 10:00 this mailing was not allowed to go to zofia.wisniewska@example.org.',
    )
    expect(text).toContain(optInWording)
    expect(text).not.toMatch(/Bewijsdossier|Tijdlijn|vastgelegd op/u)
  })

  it('shows characters it cannot print by their number', () => {
    const input = inputOf()
    const text = textOf(written({ ...input, contact: { ...input.contact, name: '王小明 Łukasz' } }))
    expect(text).toContain('[U+738B][U+5C0F][U+660E] Łukasz')
    expect(text).toContain('Tekens die dit lettertype niet kent')
  })

  it('answers per kind of mail where no mailing is named', () => {
    const standing = ['acties', 'nieuws'].map((category, index) => ({
      entity: 'kade',
      label: 'kade',
      category,
      family: 'acc',
      decision: decision(
        index === 0
          ? { result: 'yes', basis: 'consent', bases: ['consent'] }
          : { result: 'review', reasons: ['SIMILARITY_REVIEW'] },
      ),
    }))
    const text = textOf(written(inputOf(undefined, { question: null, message: null, decisions: null, standing })))
    expect(text).toContain('Voor 1 soort mail mag dit adres reclame krijgen')
    expect(text).toContain('Er is geen mailing genoemd.')
    expect(text).toMatch(/Nieuwsbrief Accessoires Nakijken/u)
  })
})
