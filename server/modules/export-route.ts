import type { Endpoint, Received } from '../../contracts/endpoint.ts'
import type { Context } from '../access/context.ts'
import { type Route, route } from '../access/route.ts'
import { demoFooter, type ExportColumn, exportSheet, xlsxType } from '../platform/spreadsheet/export-sheet.ts'

/** How many rows are drawn with one query; between two of them other requests get their turn. */
const pageSize = 500

type Filters<E> = Received<E>['query'] extends object ? Received<E>['query'] : object

/** A list as a file: the list's own query, drawn page after page, so that it holds exactly what the list shows. */
export interface ListExport<E extends Endpoint, Row> {
  title: string
  demo: boolean
  columns: readonly ExportColumn<Row>[]
  /** Lines above the heading where it is printed as a form. */
  head?: (ctx: Context, query: Filters<E>) => readonly string[] | Promise<readonly string[]>
  /** Where a form is signed. */
  signed?: string
  /** The query behind the list; `after` is the key that its last page answered. */
  page(
    ctx: Context,
    query: Filters<E> & { limit: number; after?: string },
    params: Received<E>['params'],
  ): Promise<{ rows: Row[]; next: string | null }>
}

/** The route that streams a list as .xlsx, filtered as asked and by what the asker may see. */
export function exportRoute<E extends Endpoint, Row>(endpoint: E, list: ListExport<E, Row>): Route {
  return route(endpoint as Endpoint, async ({ query, params, ctx, raw }) => {
    const { title, demo, columns } = list
    const filters = query as Filters<E>
    // The first page is drawn before anything is sent: what cannot be asked is refused in words, not by a broken file.
    const drawn = (after?: string) =>
      list.page(ctx, { ...filters, limit: pageSize, ...(after ? { after } : {}) }, params)
    const first = await drawn()
    const rows = allRows(drawn, first)
    const head = await list.head?.(ctx, filters)
    const footer = [...(list.signed ? [list.signed] : []), ...(demo ? [demoFooter] : [])].join('    ')
    const body = exportSheet({
      title,
      columns,
      rows,
      ...(head ? { head } : {}),
      ...(footer ? { footer } : {}),
    })
    raw.send({ name: `${title}-${ctx.clock.today()}.xlsx`, type: xlsxType, body })
  })
}

type Page<Row> = { rows: Row[]; next: string | null }

async function* allRows<Row>(drawn: (after: string) => Promise<Page<Row>>, first: Page<Row>) {
  let page = first
  yield* page.rows
  while (page.next) {
    page = await drawn(page.next)
    yield* page.rows
  }
}
