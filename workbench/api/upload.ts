import type { Answer, Endpoint } from '../../contracts/endpoint.ts'
import { addressOf } from './address.ts'
import { sessionEnded } from './client.ts'
import { NoConnection, readProblem } from './problem.ts'

export interface Upload {
  file: File
  query?: Record<string, unknown>
  /** Text fields of the form; they go before the file. */
  fields?: Record<string, string>
  signal: AbortSignal
  /** Hears which share (0 to 1) has left this device. */
  onProgress: (share: number) => void
}

/**
 * Sends one file as a form and tells how far it is, which fetch cannot. Rejects like `call`: Problem, NoConnection,
 * StrangeAnswer; when aborted with the abort itself.
 */
export function upload<E extends Endpoint>(endpoint: E, sent: Upload): Promise<Answer<E>> {
  const { file, query = {}, fields = {}, signal, onProgress } = sent
  const form = new FormData()
  for (const [name, text] of Object.entries(fields)) form.append(name, text)
  form.append('file', file, file.name)
  const request = new XMLHttpRequest()
  request.open(endpoint.method, addressOf(endpoint.path, { query }))
  request.setRequestHeader('accept', 'application/json')
  request.setRequestHeader('x-gongzhi', '1')
  request.upload.addEventListener('progress', ({ loaded, total }) =>
    onProgress(total > 0 ? loaded / total : 0),
  )
  const answered = new Promise<Answer<E>>((resolve, reject) => {
    request.addEventListener('load', () => {
      if (request.status === 200) return resolve(JSON.parse(request.responseText))
      if (request.status === 401) sessionEnded()
      void readProblem(new Response(request.responseText, { status: request.status })).then(reject)
    })
    request.addEventListener('error', () => reject(new NoConnection(null)))
    request.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')))
  })
  const stop = () => request.abort()
  signal.addEventListener('abort', stop)
  request.send(form)
  return answered.finally(() => signal.removeEventListener('abort', stop))
}
