import type { Endpoint } from '../../../../contracts/endpoint.ts'
import type { TestApp } from '../../../platform/testing/app.ts'
import { sample, shapeOf } from './sample.ts'

let count = 0

interface Asked {
  token?: string | undefined
  /** What is known of fields by their names; the rest is made up to fit. */
  known: Readonly<Record<string, string>>
}

/** A request that the contract takes, sent with a session or without. */
export async function ask(
  app: Pick<TestApp, 'http'>,
  endpoint: Endpoint,
  { token, known }: Asked,
): Promise<{ status: number; text: string }> {
  const [params, query, body] = [endpoint.params, endpoint.query, endpoint.body].map((schema) => {
    const shape = shapeOf(schema)
    return shape && (sample(shape, known) as Record<string, string>)
  })
  const url = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params?.[name] ?? ''))
  const response = await app.http.inject({
    method: endpoint.method,
    url,
    query: query ?? {},
    // As if each came from another office: the doors that count attempts are not what is tried here.
    headers: {
      'x-gongzhi': '1',
      'x-forwarded-for': `10.${count >> 16}.${(count >> 8) & 255}.${count++ & 255}`,
    },
    cookies: token ? { gongzhi_session: token } : {},
    ...(body ? { payload: body } : {}),
  })
  return { status: response.statusCode, text: response.body }
}
