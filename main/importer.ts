/** Entry of the thread on which files are staged and committed. */
import { parentPort, workerData } from 'node:worker_threads'
import { serveImporter } from './host/importing.ts'

if (!parentPort) throw new Error('importer.ts runs on a thread')
serveImporter(parentPort, (workerData as { readonly file: string }).file)
