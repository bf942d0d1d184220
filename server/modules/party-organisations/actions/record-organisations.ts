import { type OrganisationForm, words } from '../../../../contracts/party-organisations/words.ts'
import type { Context } from '../../../access/context.ts'
import { permitted } from '../../../access/guard.ts'
import {
  body,
  bodyOutOfReach,
  endOf,
  examinePast,
  examineTerm,
  findBodies,
  findCompounds,
  findSeats,
} from '../../organisations/index.ts'
import { defineSheetAction } from '../../sheet-action.ts'
import type { RowResult, SheetKind, SheetRow } from '../../sheet-kind.ts'
import {
  choicesOf,
  type Examined,
  examined,
  fault,
  integer,
  optionalText,
  refuseRepeats,
  settle,
  text,
} from '../../sheet-rows.ts'
import { ownOrganisationLimit, type PartyLimits } from '../limits.ts'
import { refuse } from '../problems.ts'
import { tooFewMembers } from '../rules/three-members.ts'
import {
  coverHosts,
  insertOrganisations,
  organisationKey,
  type OrganisationFields,
  organisationsOf,
  updateOrganisations,
} from '../storage/organisations.ts'

const verb = 'party-organisations.record-organisations'

/** 党组织 by sheet, known by place and name. Each covers its own host, or its project, from its founding. */
export const organisationSheet = (limits: PartyLimits): SheetKind => ({
  name: 'party-organisations',
  title: '党组织',
  titleEn: 'Party organisations',
  verb,
  columns: [
    {
      key: 'name',
      header: '党组织名称',
      headerEn: 'Name',
      kind: 'text',
      required: true,
      note: '全称；同一区划内不得重名',
      example: '中共示例物业支部委员会（演示数据）',
    },
    {
      key: 'place',
      header: '所在区划代码',
      headerEn: 'Place',
      kind: 'code',
      required: true,
      note: '12位；隶属的社区、街道或旗县区',
      example: '150203006012',
    },
    {
      key: 'form',
      header: '组建方式',
      headerEn: 'Form',
      kind: 'choice',
      required: true,
      note: '正式党员不足3名的联合组建或派驻指导员（支部工作条例第四条）',
      clause: '4.5.1',
      example: '单独组建',
      choices: choicesOf(words.organisationForm),
    },
    {
      key: 'body',
      header: '依托机构代码',
      headerEn: 'Host',
      kind: 'code',
      required: false,
      note: '企业、协会填18位统一社会信用代码；业委会、物管会填小区代码；居委会填社区代码',
      example: '91150203MA0EXAMPL7',
    },
    {
      key: 'compound',
      header: '依托项目小区代码',
      headerEn: 'Project',
      kind: 'code',
      required: false,
      note: '建在物业项目上的填该小区代码；建在企业、业委会上的留空',
      clause: '4.5.1',
      example: '',
    },
    {
      key: 'formalMembers',
      header: '正式党员人数',
      headerEn: 'Full members',
      kind: 'integer',
      required: true,
      note: '不含预备党员',
      example: '5',
    },
    {
      key: 'foundedOn',
      header: '成立日期',
      headerEn: 'Founded on',
      kind: 'day',
      required: true,
      note: '上级党组织批复日期',
      example: '2022-07-01',
    },
    {
      key: 'to',
      header: '撤销日期（含当日）',
      headerEn: 'Last day',
      kind: 'day',
      required: false,
      note: '未撤销留空',
      example: '',
    },
  ],
  record: (ctx, rows) => recordOrganisations(ctx, rows, limits),
})

/** The bulk action behind the sheet; the three-member limit comes from the rule-book. */
export const recordPartyOrganisationsAction = (limits: PartyLimits) =>
  defineSheetAction(organisationSheet(limits))

async function recordOrganisations(
  ctx: Context,
  sheet: SheetRow[],
  limits: PartyLimits,
): Promise<RowResult[]> {
  const rows = sheet.map(examined)
  const least = Number(limits.limit(ownOrganisationLimit, ctx.clock.today()))
  for (const row of rows) examineRow(ctx, row, least)
  const seats = await findSeats(ctx, rows, 'place', verb)
  const hosts = await findBodies(ctx, rows, 'body', 'foundedOn')
  const projects = await findCompounds(ctx, rows, 'compound', 'party-organisations.record-coverage')
  await refuseForeignHosts(
    ctx,
    rows.filter((row) => !projects.has(row.row)),
    hosts,
  )
  const placeId = (row: Examined) => seats.get(row.row)?.id ?? ''
  const key = (row: Examined) => organisationKey({ placeId: placeId(row), name: text(row, 'name') })
  refuseRepeats(rows, 'name', key)
  const results = await settle<Examined, OrganisationFields>(rows, {
    key,
    known: await organisationsOf(
      ctx.db,
      [...seats.values()].map((seat) => seat.id),
    ),
    fields: (row, known) => ({
      form: text(row, 'form') as OrganisationForm,
      hostId: hosts.get(row.row)?.id ?? null,
      projectId: projects.get(row.row)?.id ?? null,
      formalMembers: integer(row, 'formalMembers'),
      foundedOn: text(row, 'foundedOn'),
      // A blank end says nothing, so it never revives an organisation that was ended.
      endedOn: endOf(row) ?? known?.endedOn ?? null,
    }),
    insert: (fresh) =>
      insertOrganisations(
        ctx.db,
        fresh.map(({ row, fields }) => ({ name: text(row, 'name'), placeId: placeId(row), ...fields })),
      ),
    update: (changes) =>
      updateOrganisations(
        ctx.db,
        changes.map(({ id, fields }) => ({ id, ...fields })),
      ),
  })
  await coverHosts(
    ctx.db,
    results.flatMap((r) => ('id' in r && r.outcome !== 'unchanged' ? [r.id] : [])),
  )
  return results
}

function examineRow(ctx: Context, row: Examined, least: number) {
  examineTerm(row, 'foundedOn', 'to')
  examinePast(ctx, row, 'foundedOn')
  const count = integer(row, 'formalMembers')
  if (count < 0 || count > 9999) fault(row, 'formalMembers', refuse('members-absurd', { count }))
  const few = tooFewMembers(text(row, 'form') as OrganisationForm, count, least)
  if (few) fault(row, 'formalMembers', few)
  if (!optionalText(row, 'body') && !optionalText(row, 'compound'))
    fault(row, 'body', refuse('target-needed'))
}

/** An organisation covers its host, so recording one needs the right to record coverage there. */
async function refuseForeignHosts(
  ctx: Context,
  rows: Examined[],
  hosts: Awaited<ReturnType<typeof findBodies>>,
) {
  const reached = await permitted(
    ctx,
    'party-organisations.record-coverage',
    body,
    rows.flatMap((row) => hosts.get(row.row)?.id ?? []),
  )
  for (const row of rows) {
    const host = hosts.get(row.row)
    if (host && !reached.has(host.id)) fault(row, 'body', bodyOutOfReach(host.name))
  }
}
