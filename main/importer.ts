/** Entry of the thread on which files are staged and committed. */
import { parentPort, workerData } from 'node:worker_threads'
import { entryBeside } from './host/aside.ts'
import { hasherOnThread } from './host/hashing.ts'
import { serveImporter } from './host/importing.ts'

if (!parentPort) throw new Error('importer.ts runs on a thread')
const { file } = workerData as { readonly file: string }
serveImporter(parentPort, file, hasherOnThread(entryBeside(import.meta.url, 'hasher')))
