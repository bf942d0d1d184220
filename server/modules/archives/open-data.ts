import { Readable } from 'node:stream'
import { archivePaths } from '../../../contracts/archives/words.ts'
import type { Context } from '../../access/context.ts'
import { edition, type Editions } from '../../rulebook/load.ts'
import { type OpenResult, openResults, type OpenRound, openRound, openRounds } from './queries/open-data.ts'
import { byteOrderMark, csvLine } from './rules/csv.ts'
import { type Column, groupColumns, licence, resultColumns, rowColumns } from './rules/dictionary.ts'

const addressOf = (path: string, id: string) => path.replace(':id', id)

/** What can be fetched of which rounds. */
export async function openIndex(ctx: Context) {
  const rounds = await openRounds(ctx)
  return {
    licence: licence.zh,
    licenceEn: licence.en,
    dictionary: archivePaths.dictionary,
    rounds: rounds.map(({ publicationId: _, ...round }) => ({
      ...round,
      files: [
        { form: 'json' as const, address: addressOf(archivePaths.resultsJson, round.id) },
        { form: 'csv' as const, address: addressOf(archivePaths.resultsCsv, round.id) },
        { form: 'csv' as const, address: addressOf(archivePaths.rowsCsv, round.id) },
      ],
    })),
  }
}

export const dictionary = () => ({
  licence: licence.zh,
  licenceEn: licence.en,
  files: [
    {
      name: 'results.csv',
      title: '结果：一个对象一行；results.json 的 results 也是这些字段',
      titleEn: 'Results, one line a subject; also the fields of `results` in results.json',
      columns: [...resultColumns],
    },
    {
      name: 'rows.csv',
      title: '各条得分：一个对象的一条一行；results.json 的 rows 也是这些字段',
      titleEn: 'Rows, one line for each row of a subject; also the fields of `rows` in results.json',
      columns: [...rowColumns],
    },
    {
      name: 'results.json groups',
      title: '一级指标合计：results.json 中每个对象的 groups',
      titleEn: 'Level-1 totals: `groups` of each subject in results.json',
      columns: [...groupColumns],
    },
  ],
})

type Value = string | number | boolean | null
type Fields = Record<string, Value>

const fieldsOf = (round: OpenRound, { groups: _, rows: __, ...result }: OpenResult): Fields => ({
  year: round.year,
  version: round.version,
  ...result,
})

async function rowFields(editions: Editions, round: OpenRound) {
  const { tables } = edition(await editions.rulebookOf(round.edition), round.edition, round.to)
  const known = new Map(
    Object.values(tables).flatMap((table) =>
      table.rows.map((row) => [`${table.id} ${row.id}`, row] as const),
    ),
  )
  return ({ subjectId, table, name, rows }: OpenResult): Fields[] =>
    rows.map((kept) => {
      const row = known.get(`${table} ${kept.row}`)
      const papers = {
        level1: row?.level1 ?? '',
        indicator: row?.indicator ?? '',
        evaluator: row?.evaluator ?? '',
        printed: row?.points ?? null,
      }
      return { year: round.year, version: round.version, subjectId, table, name, ...papers, ...kept }
    })
}

const line = (columns: readonly Column[], fields: Fields) =>
  csvLine(columns.map(({ name }) => fields[name] ?? null))

async function* csvResults(ctx: Context, round: OpenRound) {
  yield byteOrderMark + csvLine(resultColumns.map(({ name }) => name))
  for await (const result of openResults(ctx, round.publicationId))
    yield line(resultColumns, fieldsOf(round, result))
}

async function* csvRows(ctx: Context, editions: Editions, round: OpenRound) {
  const fields = await rowFields(editions, round)
  yield byteOrderMark + csvLine(rowColumns.map(({ name }) => name))
  for await (const result of openResults(ctx, round.publicationId))
    yield fields(result)
      .map((one) => line(rowColumns, one))
      .join('')
}

async function* json(ctx: Context, editions: Editions, round: OpenRound) {
  const fields = await rowFields(editions, round)
  const { publicationId, ...head } = round
  const opening = {
    licence: licence.zh,
    licenceEn: licence.en,
    dictionary: archivePaths.dictionary,
    round: head,
  }
  yield `${JSON.stringify(opening).slice(0, -1)},"results":[\n`
  let between = ''
  for await (const result of openResults(ctx, publicationId)) {
    const whole = { ...fieldsOf(round, result), groups: result.groups, rows: fields(result) }
    yield between + JSON.stringify(whole)
    between = ',\n'
  }
  yield '\n]}\n'
}

export type OpenForm = 'results.json' | 'results.csv' | 'rows.csv'

/** Of what the files hold besides the publication: another figure makes everybody fetch them anew. */
const layout = 1

/**
 * A round's published results as a file, drawn as it is sent.
 * @returns `tag`, the same for as long as the file is @throws 404 before the final result was published
 */
export async function openFile(ctx: Context, editions: Editions, id: string, form: OpenForm) {
  const round = await openRound(ctx, id)
  const drawn = {
    'results.json': () => json(ctx, editions, round),
    'results.csv': () => csvResults(ctx, round),
    'rows.csv': () => csvRows(ctx, editions, round),
  }[form]
  const name = `${round.year}-${round.name}-v${round.version}-${form}`.replaceAll(/[\\/:*?"<>|]/g, ' ')
  return {
    name,
    type: form.endsWith('json') ? 'application/json; charset=utf-8' : 'text/csv; charset=utf-8',
    body: Readable.from(drawn()),
    tag: `${round.publicationId}-${layout}`,
  }
}
