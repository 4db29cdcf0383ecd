/** Entry of the thread on which a file is read. */
import { parentPort } from 'node:worker_threads'
import { serveReading } from './host/reading.ts'

if (!parentPort) throw new Error('reader.ts runs on a thread')
serveReading(parentPort)
