/** Entry of the thread on which the hashes of a log are computed. */
import { parentPort, workerData } from 'node:worker_threads'
import { serveChecker } from './host/checking.ts'

if (!parentPort) throw new Error('checker.ts runs on a thread')
serveChecker(parentPort, (workerData as { readonly file: string }).file)
