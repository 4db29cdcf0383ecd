/** Entry of the thread on which hashes are computed. */
import { parentPort } from 'node:worker_threads'
import { serveHasher } from './host/hashing.ts'

if (!parentPort) throw new Error('hasher.ts runs on a thread')
serveHasher(parentPort)
