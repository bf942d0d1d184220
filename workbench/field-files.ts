import { createHash } from 'node:crypto'
import type { Plugin, Rolldown } from 'vite'

const worker = 'field-worker.js'
/** What stands beside the built files and is not hashed: named by index.html. */
const beside = ['/before-modules.js', '/mark.svg']
const pages = '/workbench/pages/field/'
/** Every text the page may show, in both languages. */
const texts = /\/workbench\/locales\/[\w-]+\/(shell|parts|field|documents)\.json$/

/**
 * Writes into the service worker of /field what it has to lay down: the entry, every chunk that holds a part of the
 * page, what these are made of, and its texts. Named by the build itself, so that no list goes stale.
 */
export function fieldFiles(): Plugin {
  return {
    name: 'gongzhi-field-files',
    generateBundle: {
      // Last, when the chunks' names and the page's HTML are settled.
      order: 'post',
      handler(_options, bundle) {
        const chunk = bundle[worker]
        if (chunk?.type !== 'chunk') return this.error(`the build made no ${worker}`)
        const files = [...neededFiles(bundle)].map((name) => `/${name}`).concat(beside)
        const html = bundle['index.html']
        const version = createHash('sha256')
          .update(JSON.stringify([files, html?.type === 'asset' ? String(html.source) : '', chunk.code]))
          .digest('hex')
          .slice(0, 16)
        chunk.code = chunk.code
          .replaceAll('GONGZHI_FIELD_FILES', JSON.stringify(files))
          .replaceAll('GONGZHI_FIELD_VERSION', JSON.stringify(version))
      },
    },
  }
}

/** File names in the order found; each chunk brings what it imports, and its style sheets. */
function neededFiles(bundle: Rolldown.OutputBundle): Set<string> {
  const needed = new Set<string>()
  const add = (name: string): void => {
    const chunk = bundle[name]
    if (needed.has(name) || chunk?.type !== 'chunk') return
    needed.add(name)
    for (const style of chunk.viteMetadata?.importedCss ?? []) needed.add(style)
    for (const imported of chunk.imports) add(imported)
  }
  for (const [name, chunk] of Object.entries(bundle)) {
    if (chunk.type !== 'chunk' || name === worker) continue
    const ofField = chunk.moduleIds.some((id) => id.replaceAll('\\', '/').includes(pages) || texts.test(id))
    if (ofField || chunk.isEntry) add(name)
  }
  return needed
}
