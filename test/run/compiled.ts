/**
 * Where Node keeps what it compiled. Tests start the program again and again, on threads and as processes: each start
 * would strip the types from every source anew. Import it in a configuration, before any worker starts.
 */
import { join } from 'node:path'

const { NODE_COMPILE_CACHE: folder = join(import.meta.dirname, '../../out/compiled') } = process.env
Object.assign(process.env, { NODE_COMPILE_CACHE: folder })
