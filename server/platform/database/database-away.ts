/** Node's words for a server that is not there or went away while it was spoken to. */
const connectionCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
])
/** PostgreSQL's: shutting down, crashed, starting, too many connections; class 08 is the connection itself. */
const serverCodes = /^(57P0[123]|53300|08\w{3})$/
/** pg has no code for these. */
const words =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Client was closed)/

/** Whether a fault says that the database cannot be reached just now: nothing is wrong with the request. */
export function isDatabaseAway(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false
  const { code, syscall, message } = fault as Error & { code?: string; syscall?: string }
  // ENOENT is also a missing file: here only the socket's.
  if (code && connectionCodes.has(code)) return code !== 'ENOENT' || syscall === 'connect'
  return serverCodes.test(code ?? '') || words.test(message) || isDatabaseAway(fault.cause)
}
