/** Checks an evidence folder, or its zip, with nothing but that: every file, every event, every proof, and the seal. */
import { err, ok, type Problem, type Result } from '../../preload/contract/result.ts'
import type { Progress } from '../../preload/contract/vocabulary/progress.ts'
import { fileNames } from './folder.ts'
import { checkCopies } from './verifyCopies.ts'
import { checkFiles, type Read, readEvidence } from './verifyFiles.ts'
import { checkEvents, checkSeal } from './verifyLog.ts'
import type { Flaw, Report, VerifyReport } from './verifyReport.ts'
import type { Language, Voice } from './voice.ts'
import { voiceOf } from './voice.ts'

const MOST = 200

/**
 * Takes a folder or a zip, of one dossier or of several side by side. Reads and judges; changes nothing. A problem only where the folder is no evidence at all: whatever is wrong with
 * evidence is in the report. Whoever remakes a whole folder with a key of their own is found only by comparing the
 * seal, or the hash of the manifest, with one from elsewhere.
 */
export function* verifyEvidence(path: string): Generator<Progress, Result<VerifyReport, Problem>, void> {
  yield { step: 'reading', done: 0, total: null }
  const found = readEvidence(path)
  if (found === null) return err({ kind: 'unreadable', code: 'not-evidence', line: null, about: null })
  const flaws: Flaw[] = []
  let count = 0
  const dossiers: Judged[] = []
  for (const dossier of found) {
    const report: Report = (code, where) => {
      count += 1
      if (flaws.length < MOST) flaws.push({ code, where: `${dossier.name}${where}` })
    }
    dossiers.push(yield* judge(dossier, report))
  }
  const sum = (of: (one: Judged) => number) => dossiers.reduce((total, one) => total + of(one), 0)
  return ok({
    what: 'evidence',
    holds: count === 0,
    events: sum(({ events }) => events),
    size: dossiers[0]?.size ?? 0,
    root: dossiers[0]?.root ?? '',
    checkpoints: sum(({ checkpoints }) => checkpoints),
    documents: sum(({ documents }) => documents),
    erased: sum(({ erased }) => erased),
    flaws,
    further: count - flaws.length,
  })
}

type Judged = Pick<VerifyReport, 'events' | 'size' | 'root' | 'checkpoints' | 'documents' | 'erased'>

function* judge({ files, twice }: Read, report: Report): Generator<Progress, Judged, void> {
  for (const name of twice) report('file-unlisted', name)
  const manifest = checkFiles(files, report)
  yield { step: 'hashing', done: 1, total: 4 }
  const seal = checkSeal(files, report)
  yield { step: 'verifying', done: 2, total: 4 }
  const events = yield* checkEvents(files, seal, report)
  yield { step: 'verifying', done: 3, total: 4 }
  const documents = checkCopies(files, { manifest, seal, events }, report)
  return {
    events: events.size,
    size: seal?.size ?? 0,
    root: seal?.rootText ?? '',
    checkpoints: seal === null ? 0 : 1 + seal.proofs.anchors.length,
    documents,
    erased: seal?.proofs.proofs.filter(({ withheld }) => withheld === 'erased').length ?? 0,
  }
}

/** What was found in one sentence, and what that does and does not prove. */
export function verdictSentence(
  report: VerifyReport,
  language: Language,
): { readonly found: string; readonly means: string } {
  const { words, say }: Voice = voiceOf(language)
  const { verify } = words
  const { what, holds, events, size, checkpoints, flaws, further } = report
  const [first] = flaws
  const message = verify[`${what}${holds ? 'Holds' : 'Fails'}`]
  return {
    found: say(message, {
      events,
      size,
      checkpoints,
      count: flaws.length + further,
      first: first === undefined ? '' : verify.flaws[first.code],
      where: first?.where ?? fileNames.manifest,
    }),
    means: holds ? verify.holdsMeans : verify.failsMeans,
  }
}
