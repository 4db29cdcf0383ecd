/** Entry of the thread on which files are staged and committed. */
import { parentPort, workerData } from 'node:worker_threads'
import { entryBeside } from './host/aside.ts'
import { hasherOnThread } from './host/hashing.ts'
import { serveImporter } from './host/importing.ts'
import { openFileOnThread } from './host/reading.ts'

if (!parentPort) throw new Error('importer.ts runs on a thread')
const { file } = workerData as { readonly file: string }
const beside = (name: string) => entryBeside(import.meta.url, name)
serveImporter(parentPort, file, openFileOnThread(beside('reader')), hasherOnThread(beside('hasher')))
