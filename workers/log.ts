import pino from 'pino'
import { env } from '#app/env.server.ts'

/** As the web server's: ids and figures, never content, addresses or tokens. */
export const log = pino(
  { level: env().LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime },
  pino.destination(2),
)
