/** Entry of the register's thread: opens the register and serves every connection that arrives. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { entryBeside } from './host/aside.ts'
import { keepCopying } from './host/copying.ts'
import { appendDefect, type Defect } from './host/defect.ts'
import { checkLogOnThread } from './host/hashing.ts'
import { importerOnThread } from './host/importing.ts'
import { openRegister } from './host/register.ts'
import { serve } from './host/serve.ts'
import { type FromThread, portOf, type ThreadStart, type ToThread } from './host/thread.ts'

if (!parentPort) throw new Error('worker.ts runs on a thread')
const parent = parentPort
const { file, defects, checkAnswers } = workerData as ThreadStart
const say = (message: FromThread) => parent.postMessage(message)
const report = defects === null ? (defect: Defect) => console.error(JSON.stringify(defect)) : appendDefect(defects)

const importer = (register: string) => importerOnThread(entryBeside(import.meta.url, 'importer'), register)
const checkLog = checkLogOnThread(entryBeside(import.meta.url, 'hasher'), file)

const opened = openRegister(file, { now: Date.now, report, checkAnswers, importer, checkLog })
if (opened.ok) {
  const { dispatch, grants, close } = opened.value
  const connections = new Set<MessagePort>()
  const stopCopying = keepCopying(dispatch)

  const answer = (port: MessagePort) => {
    const hangUp = serve(portOf(port), dispatch)
    connections.add(port)
    port.on('close', () => {
      connections.delete(port)
      void hangUp()
    })
  }
  const end = async () => {
    stopCopying()
    await close()
    // Replies that are still under way are delivered before a port closes.
    for (const port of connections) port.close()
    leave()
  }
  parent.on('message', (message: ToThread) => {
    if ('connection' in message) answer(message.connection)
    else if ('grant' in message) {
      const granted = message.purpose === 'read' ? grants.grant(message.grant) : grants.target(message.grant)
      say({ granted, id: message.id })
    } else void end()
  })
  say({ ready: true })
} else {
  say({ problem: opened.error })
  leave()
}

/** Nothing holds the thread now; should something all the same, it must not hold the program. */
function leave(): void {
  parent.close()
  setTimeout(() => process.exit(0), 500).unref()
}
