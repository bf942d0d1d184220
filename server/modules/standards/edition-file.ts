import { stringify } from 'yaml'
import type { Context } from '../../access/context.ts'
import { draftById } from './queries/drafts.ts'

/** A draft as the file that `gongzhi scheme check` reads and that can be imported again. @throws 404 */
export async function editionFile(ctx: Context, id: string, format: 'yaml' | 'json') {
  const { code, document } = await draftById(ctx, id)
  const text =
    format === 'json'
      ? `${JSON.stringify(document, null, 2)}\n`
      : // Decimals and days stay text, whatever reads them.
        stringify(document, { lineWidth: 0, defaultStringType: 'PLAIN', aliasDuplicateObjects: false })
  const type = format === 'json' ? 'application/json' : 'application/yaml; charset=utf-8'
  return { name: `${code}.${format}`, type, body: Buffer.from(text) }
}
