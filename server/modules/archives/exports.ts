import type { Answer } from '../../../contracts/endpoint.ts'
import * as contract from '../../../contracts/archives/staff.ts'
import { paperNames } from '../../../contracts/archives/words.ts'
import type { Route } from '../../access/route.ts'
import { exportRoute } from '../export-route.ts'
import { archivedEvidence } from './queries/archive-file.ts'
import { certificates } from './queries/certificates.ts'

type Certificate = Answer<typeof contract.listCertificates>['rows'][number]
type Evidence = Answer<typeof contract.listArchivedEvidence>['rows'][number]

export const exportRoutes = (demo: boolean): Route[] => [
  exportRoute<typeof contract.exportCertificates, Certificate>(contract.exportCertificates, {
    title: '通知书与证书登记簿',
    demo,
    page: certificates,
    columns: [
      { header: '编号', value: (row) => row.code, width: 18 },
      { header: '文书', value: (row) => paperNames[row.kind].zh, width: 16 },
      { header: '序号', kind: 'integer', value: (row) => row.number },
      { header: '年度', value: (row) => String(row.year) },
      { header: '轮次', value: (row) => row.roundName, width: 24 },
      { header: '名称', value: (row) => row.subjectName, width: 32 },
      { header: '旗县区', value: (row) => row.districtName },
      { header: '总分', kind: 'decimal', value: (row) => Number(row.total) },
      { header: '星级', value: (row) => row.band },
      { header: '名次', kind: 'integer', value: (row) => row.rank },
      { header: '发出时间', kind: 'instant', value: (row) => row.issuedAt, width: 18 },
      { header: '失效时间', kind: 'instant', value: (row) => row.replacedAt, width: 18 },
    ],
  }),
  exportRoute<typeof contract.exportArchivedEvidence, Evidence>(contract.exportArchivedEvidence, {
    title: '归档佐证材料清单',
    demo,
    page: archivedEvidence,
    columns: [
      { header: '序号', kind: 'integer', value: (row) => row.no },
      { header: '文件名', value: (row) => row.name, width: 40 },
      { header: '类型', value: (row) => row.type, width: 24 },
      { header: '字节数', kind: 'integer', value: (row) => row.size },
      { header: 'SHA-256', value: (row) => row.sha256, width: 68 },
      { header: '所属记录', value: (row) => row.resource, width: 24 },
      { header: '材料编号', value: (row) => row.documentId, width: 38 },
    ],
  }),
]
