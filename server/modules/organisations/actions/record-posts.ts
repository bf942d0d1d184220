import { type PostRole, words } from '../../../../contracts/organisations/words.ts'
import type { Context } from '../../../access/context.ts'
import { defineSheetAction } from '../../sheet-action.ts'
import type { RowResult, SheetKind, SheetRow } from '../../sheet-kind.ts'
import { maskMobile } from '../../../values/phone.ts'
import { choicesOf, type Examined, examined, refuseRepeats, settle, sound, text } from '../../sheet-rows.ts'
import { maskName } from '../rules/masks.ts'
import { personsFor } from '../storage/persons.ts'
import { insertPosts, type PostFields, postKey, postsOf, updatePosts } from '../storage/posts.ts'
import {
  examineAttestations,
  examineProviders,
  examineReach,
  examineRole,
  examineRow,
  fieldsOf,
  phoneOf,
  verb,
} from './examine-posts.ts'
import { findBodies } from './find-bodies.ts'
import { findCompounds } from './find-compounds.ts'

/** 任职 by sheet: who holds which role where. Persons are kept sealed; Party status is the Party organisation's to attest. */
export const postSheet: SheetKind = {
  name: 'posts',
  title: '任职和成员',
  titleEn: 'Posts and members',
  verb,
  columns: [
    {
      key: 'body',
      header: '机构代码',
      headerEn: 'Body',
      kind: 'code',
      required: true,
      note: '企业、协会填18位统一社会信用代码；业委会、物管会填小区代码；居委会填社区代码；部门填区划代码',
      example: '150203006012-0001',
    },
    {
      key: 'compound',
      header: '项目小区代码',
      headerEn: 'Project',
      kind: 'code',
      required: false,
      note: '项目负责人必填：其负责的小区',
      clause: '6.1.6',
      example: '',
    },
    {
      key: 'name',
      header: '姓名',
      headerEn: 'Name',
      kind: 'text',
      required: true,
      note: '加密保存，列表只显示姓',
      example: '演示甲',
      masked: maskName,
    },
    {
      key: 'phone',
      header: '手机号',
      headerEn: 'Mobile',
      kind: 'text',
      required: false,
      note: '加密保存；交叉任职、兼职委员凭姓名加手机号认定为同一人',
      clause: '5.2.1',
      example: '13800000001',
      masked: maskMobile,
    },
    {
      key: 'role',
      header: '职务',
      headerEn: 'Role',
      kind: 'choice',
      required: true,
      note: '一人多职的每职一行',
      example: '业委会委员',
      choices: choicesOf(words.postRole),
    },
    {
      key: 'from',
      header: '任职日期',
      headerEn: 'First day',
      kind: 'day',
      required: true,
      note: '任职文件或选举日期',
      example: '2023-05-20',
    },
    {
      key: 'to',
      header: '离任日期（含当日）',
      headerEn: 'Last day',
      kind: 'day',
      required: false,
      note: '在任留空',
      example: '',
    },
    {
      key: 'partyStatus',
      header: '政治面貌',
      headerEn: 'Party status',
      kind: 'choice',
      required: false,
      note: '经本人同意并由党组织确认后填写；留空为未提供',
      clause: '4.5.1',
      example: '',
      choices: choicesOf(words.partyStatus),
    },
    {
      key: 'attestedBy',
      header: '确认的党组织',
      headerEn: 'Attested by',
      kind: 'text',
      required: false,
      note: '填写政治面貌时必填',
      example: '',
    },
    {
      key: 'attestedOn',
      header: '确认日期',
      headerEn: 'Attested on',
      kind: 'day',
      required: false,
      note: '填写政治面貌时必填',
      example: '',
    },
  ],
  record: recordPosts,
}

export const recordPostsAction = defineSheetAction(postSheet)

async function recordPosts(ctx: Context, sheet: SheetRow[]): Promise<RowResult[]> {
  const rows = sheet.map(examined)
  for (const row of rows) examineRow(ctx, row)
  const compounds = await findCompounds(ctx, rows, 'compound', verb)
  const bodies = await findBodies(ctx, rows, 'body', 'from')
  for (const row of rows) examineRole(row, bodies.get(row.row))
  await examineReach(ctx, rows, bodies)
  await examineProviders(ctx, rows, compounds, bodies)
  const good = rows.filter(sound)
  const bodyId = (row: Examined) => bodies.get(row.row)?.id ?? ''
  const compoundId = (row: Examined) => compounds.get(row.row)?.id ?? null
  const persons = await personsFor(
    ctx,
    good.map((row) => ({ name: text(row, 'name'), phone: phoneOf(row), bodyId: bodyId(row) })),
  )
  const personOf = new Map(good.map((row, i) => [row, persons[i] as string]))
  const kept = await postsOf(ctx.db, persons, good.map(bodyId))
  const known = new Map(kept.map((post) => [postKey(post), post]))
  const identity = (row: Examined) => ({
    personId: personOf.get(row) ?? '',
    bodyId: bodyId(row),
    compoundId: compoundId(row),
    role: text(row, 'role') as PostRole,
    from: text(row, 'from'),
  })
  const key = (row: Examined) => postKey(identity(row))
  refuseRepeats(rows, 'name', key)
  await examineAttestations(ctx, rows, (row) => known.get(key(row)), bodies)
  return settle<Examined, PostFields>(rows, {
    key,
    known,
    fields: fieldsOf,
    insert: (fresh) =>
      insertPosts(
        ctx.db,
        fresh.map(({ row, fields }) => ({
          ...identity(row),
          ...fields,
          placeId: compoundId(row) ?? (bodies.get(row.row)?.placeId as string),
        })),
      ),
    update: (changes) =>
      updatePosts(
        ctx.db,
        changes.map(({ id, fields }) => ({ id, ...fields })),
      ),
  })
}
