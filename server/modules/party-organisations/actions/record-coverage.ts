import { type CoverageWay, formOf, words } from '../../../../contracts/party-organisations/words.ts'
import type { Context } from '../../../access/context.ts'
import { permitted } from '../../../access/guard.ts'
import { maskMobile, parseMobile } from '../../../values/phone.ts'
import {
  body,
  bodyOutOfReach,
  endOf,
  examineTerm,
  findBodies,
  findCompounds,
  maskName,
  personsFor,
  phoneUnreadable,
  placesByCode,
} from '../../organisations/index.ts'
import { defineSheetAction } from '../../sheet-action.ts'
import type { RowResult, SheetKind, SheetRow } from '../../sheet-kind.ts'
import {
  choicesOf,
  type Examined,
  examined,
  fault,
  optionalText,
  refuseRepeats,
  settle,
  sound,
  text,
} from '../../sheet-rows.ts'
import { refuse } from '../problems.ts'
import {
  type Coverage,
  coverageKey,
  coverageOf,
  insertCoverage,
  updateCoverage,
} from '../storage/coverage.ts'
import { organisationKey, organisationsOf, type PartyOrganisation } from '../storage/organisations.ts'

const verb = 'party-organisations.record-coverage'

/** 党的组织和工作覆盖 by sheet: which body or project is covered, and how. */
export const coverageSheet: SheetKind = {
  name: 'party-coverage',
  title: '党的组织和工作覆盖',
  titleEn: 'Party coverage',
  verb,
  columns: [
    {
      key: 'body',
      header: '被覆盖机构代码',
      headerEn: 'Covered body',
      kind: 'code',
      required: false,
      note: '企业填18位统一社会信用代码；业委会、物管会填小区代码；覆盖物业项目的留空',
      clause: '4.1.2',
      example: '',
    },
    {
      key: 'compound',
      header: '被覆盖项目小区代码',
      headerEn: 'Covered project',
      kind: 'code',
      required: false,
      note: '覆盖物业项目的填小区代码；其余留空',
      clause: '4.5.1',
      example: '150203006012-0001',
    },
    {
      key: 'how',
      header: '覆盖方式',
      headerEn: 'How',
      kind: 'choice',
      required: true,
      note: '党组织依托的机构或项目已自动覆盖，不必再填',
      clause: '4.5.1',
      example: '派驻党建工作指导员',
      choices: choicesOf(words.coverageWay),
    },
    {
      key: 'organisation',
      header: '党组织名称',
      headerEn: 'Party organisation',
      kind: 'text',
      required: false,
      note: '单独组建、联合组建的必填；派驻的可填派出党组织',
      example: '',
    },
    {
      key: 'organisationPlace',
      header: '党组织所在区划代码',
      headerEn: 'Its place',
      kind: 'code',
      required: false,
      note: '填了党组织名称的必填',
      example: '',
    },
    {
      key: 'instructor',
      header: '指导员姓名',
      headerEn: 'Instructor',
      kind: 'text',
      required: false,
      note: '派驻党建工作指导员的必填；加密保存',
      clause: '6.1.2',
      example: '演示乙',
      masked: maskName,
    },
    {
      key: 'phone',
      header: '指导员手机号',
      headerEn: 'Mobile',
      kind: 'text',
      required: false,
      note: '派驻党建工作指导员的必填；加密保存',
      example: '13800000002',
      masked: maskMobile,
    },
    {
      key: 'from',
      header: '起始日',
      headerEn: 'First day',
      kind: 'day',
      required: true,
      note: '组建批复或派驻文件日期',
      example: '2022-07-01',
    },
    {
      key: 'to',
      header: '截止日（含当日）',
      headerEn: 'Last day',
      kind: 'day',
      required: false,
      note: '仍在覆盖的留空',
      example: '',
    },
  ],
  record: recordCoverage,
}

export const recordCoverageAction = defineSheetAction(coverageSheet)

async function recordCoverage(ctx: Context, sheet: SheetRow[]): Promise<RowResult[]> {
  const rows = sheet.map(examined)
  for (const row of rows) examineRow(row)
  const compounds = await findCompounds(ctx, rows, 'compound', verb)
  const bodies = await findBodies(ctx, rows, 'body', 'from')
  const reached = await permitted(
    ctx,
    verb,
    body,
    [...bodies.values()].map((b) => b.id),
  )
  for (const row of rows) {
    const covered = bodies.get(row.row)
    if (covered && !reached.has(covered.id)) fault(row, 'body', bodyOutOfReach(covered.name))
  }
  const organisations = await findOrganisations(ctx, rows)
  const instructors = await findInstructors(ctx, rows)
  const identity = (row: Examined) => ({
    how: text(row, 'how') as CoverageWay,
    bodyId: bodies.get(row.row)?.id ?? null,
    compoundId: compounds.get(row.row)?.id ?? null,
    organisationId: organisations.get(row.row)?.id ?? null,
    instructorId: instructors.get(row.row) ?? null,
    from: text(row, 'from'),
  })
  const key = (row: Examined) => coverageKey(identity(row))
  refuseRepeats(rows, 'how', key)
  const targets = [...bodies.values(), ...compounds.values()].map((target) => target.id)
  return settle<Examined, Pick<Coverage, 'to'>>(rows, {
    key,
    known: await coverageOf(ctx.db, targets),
    fields: (row, known) => ({ to: endOf(row) ?? known?.to ?? null }),
    insert: (fresh) =>
      insertCoverage(
        ctx.db,
        fresh.map(({ row, fields }) => ({
          ...identity(row),
          ...fields,
          placeId: compounds.get(row.row)?.id ?? (bodies.get(row.row)?.placeId as string),
        })),
      ),
    update: (changes) =>
      updateCoverage(
        ctx.db,
        changes.map(({ id, fields }) => ({ id, ...fields })),
      ),
  })
}

function examineRow(row: Examined) {
  examineTerm(row)
  const [covered, project] = [optionalText(row, 'body'), optionalText(row, 'compound')]
  if (!covered && !project) fault(row, 'body', refuse('target-needed'))
  if (covered && project) fault(row, 'compound', refuse('one-target'))
  const instructor = text(row, 'how') === 'instructor'
  if (instructor && !(optionalText(row, 'instructor') && optionalText(row, 'phone')))
    fault(row, 'instructor', refuse('instructor-needed'))
  const named = optionalText(row, 'organisation')
  if ((!instructor && !named) || (named && !optionalText(row, 'organisationPlace')))
    fault(row, 'organisation', refuse('organisation-needed'))
  const phone = optionalText(row, 'phone')
  if (phone !== null && !parseMobile(phone).ok) fault(row, 'phone', phoneUnreadable(phone))
}

async function findOrganisations(ctx: Context, rows: Examined[]): Promise<Map<number, PartyOrganisation>> {
  const asked = rows.filter(
    (row) => optionalText(row, 'organisation') && optionalText(row, 'organisationPlace'),
  )
  const places = await placesByCode(
    ctx.db,
    asked.map((row) => text(row, 'organisationPlace')),
  )
  const known = await organisationsOf(
    ctx.db,
    [...places.values()].map((p) => p.id),
  )
  const found = new Map<number, PartyOrganisation>()
  for (const row of asked) {
    const name = text(row, 'organisation')
    const one = known.get(
      organisationKey({ placeId: places.get(text(row, 'organisationPlace'))?.id ?? '', name }),
    )
    if (!one) fault(row, 'organisation', refuse('organisation-unknown', { name }))
    else if (text(row, 'how') !== 'instructor' && one.form !== text(row, 'how'))
      fault(row, 'how', refuse('form-differs', { name, form: formOf(one.form) }))
    else if (text(row, 'from') < one.foundedOn)
      fault(row, 'from', refuse('founded-later', { name, day: one.foundedOn }))
    else found.set(row.row, one)
  }
  return found
}

async function findInstructors(ctx: Context, rows: Examined[]): Promise<Map<number, string>> {
  const posted = rows.filter((row) => sound(row) && text(row, 'how') === 'instructor')
  const phoneOf = (row: Examined) => {
    const read = parseMobile(text(row, 'phone'))
    return read.ok ? read.value : null
  }
  const persons = await personsFor(
    ctx,
    posted.map((row) => ({ name: text(row, 'instructor'), phone: phoneOf(row), bodyId: null })),
  )
  return new Map(posted.map((row, i) => [row.row, persons[i] as string]))
}
